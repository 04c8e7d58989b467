"""How much each asked term tells, and how likely a found passage answers."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.analysis import QueryTerm
from index.backends import Hit
from index.shapes import fits

_MOST_TERMS = 24  # a long story is judged by its most telling words
_OFFICIAL_SHARE = 0.8  # an official wording proves a little less than the citizen's own word
_FORMAL = re.compile("起施行|起执行|同时废止|负责解释|制定本")
_FORMAL_LENGTH = 160  # characters; a longer clause also says something else
_FORMAL_SHARE = 0.6
_SHAPELESS_SHARE = 0.6
_UNNAMED_SHARE, _PLACE_SHARE = 0.7, 0.1
_FORMAL_WORDS = frozenset(
    ("施行", "生效", "废止", "失效", "有效", "有效期", "到期", "实施", "执行", "解释", "依据")
)
_RARE = 1.0  # share of the rarest weight that an unknown word may have
_SINGLE_SHARE = 0.3
_PART_SHARE = 0.6  # 公积金 and 贷款 apart say less than 公积金贷款


@dataclass(frozen=True)
class Asked:
    """A question's terms with their information (idf, in nats)."""

    terms: tuple[tuple[QueryTerm, float], ...]

    @property
    def weights(self) -> dict[str, float]:
        """Search weight of every wording."""
        found: dict[str, float] = {}
        for term, _ in self.terms:
            shares = [(term.text, _weight(term))]
            shares += [(form, _OFFICIAL_SHARE) for form in term.alternatives]
            shares += [(part, _PART_SHARE) for part in term.parts]
            for form, share in shares:
                found[form] = max(found.get(form, 0.0), share)
        return found


@dataclass(frozen=True)
class Calibration:
    """Coefficients of the logistic model that turns evidence into a probability.

    ``probability = 1 / (1 + exp(-(bias + whole · covered + lead · covered · lead over the next)))``
    """

    bias: float
    whole: float
    lead: float


# Fitted on policy questions with and without a published answer; docs/measurements.md has the run.
CALIBRATION = Calibration(bias=-2.25, whole=1.0, lead=11.6)


def asked(terms: Sequence[QueryTerm], frequencies: Mapping[str, int], passages: int) -> Asked:
    """Terms weighted by how rare they are among ``passages``; the most telling ones are kept.

    A word that stands nowhere is kept too, because nothing published mentions it, but it weighs no
    more than a rare word: it may be the citizen's own way of putting things.
    """
    rarest = max(1.0, _RARE * idf(1, passages))
    weighed = [
        (t, min(rarest, idf(_frequency(t, frequencies), passages)) * _weight(t)) for t in terms
    ]
    telling = set(sorted(weighed, key=lambda pair: -pair[1])[:_MOST_TERMS])
    return Asked(tuple(pair for pair in weighed if pair in telling))


def _weight(term: QueryTerm) -> float:
    """One character alone (收, 交, 平) tells little, whatever its rarity."""
    alone = len(term.text) == 1 and not term.alternatives
    return _SINGLE_SHARE if alone else 1.0


def _frequency(term: QueryTerm, frequencies: Mapping[str, int]) -> int:
    """In how many passages a term stands in some form; unknown compounds as their rarest part."""
    found = max(frequencies.get(form, 0) for form in term.forms)
    inside = [n for n in (frequencies.get(p, 0) for p in term.parts) if n]
    return found or (min(inside) if inside else 0)


def idf(frequency: int, passages: int) -> float:
    """Robertson–Spärck Jones weight, never negative (as in BM25 with +1)."""
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


@dataclass(frozen=True)
class Weighed:
    """A hit with its disclosure's best score and largest share of the question's information.

    The disclosure decides whether there is an answer, the hit's own score where in it.
    """

    hit: Hit
    disclosure_score: float
    covered: float


def by_substance(text: str, question: Asked, hits: Sequence[Hit]) -> list[Weighed]:
    """Hits by their disclosure's best score, inside one by whether they can hold the answer.

    第一条 (why the text was made) and the last article (施行、解释、废止) are short and share the
    title's words, so they would come first for every question that names the document. A district's
    own rule counts for less where the question does not name the district. A passage without the
    asked shape (an amount, a time, materials) stands behind those of its disclosure that have it.
    """
    asks = any(form in _FORMAL_WORDS for term, _ in question.terms for form in term.forms)
    weighed = [_times(h, _formal_share(h, asks) * _place_share(text, h)) for h in hits]
    best: dict[str, float] = {}
    covered: dict[str, float] = {}
    for hit in weighed:
        of = hit.disclosure.id
        best[of] = max(best.get(of, 0.0), hit.score)
        covered[of] = max(covered.get(of, 0.0), _covered(question, hit))
    shaped = [_times(h, _shape_share(text, h)) for h in weighed]
    ordered = sorted(shaped, key=lambda h: (-best[h.disclosure.id], h.disclosure.id, -h.score))
    return [Weighed(h, best[h.disclosure.id], covered[h.disclosure.id]) for h in ordered]


def _formal_share(hit: Hit, asks: bool) -> float:
    return _FORMAL_SHARE if not asks and _is_formal(hit) else 1.0


def _place_share(text: str, hit: Hit) -> float:
    return _UNNAMED_SHARE if unnamed_district(text, hit) else 1.0


def _shape_share(text: str, hit: Hit) -> float:
    return _SHAPELESS_SHARE if fits(text, hit.passage.text) is False else 1.0


def without_places(question: Asked, hits: Sequence[Hit]) -> Asked:
    """The question with the places that are published here counted for little.

    A place says which document holds, not what it must say: a city's rule need not name its
    districts. A place that nothing is published for stays a full term.
    """
    places = {h.disclosure.region.rstrip("区县市") for h in hits} - {""}
    return Asked(
        tuple(
            (t, w * _PLACE_SHARE if t.text.rstrip("区县市") in places else w)
            for t, w in question.terms
        )
    )


def unnamed_district(text: str, hit: Hit) -> bool:
    """Whether a passage rules one district only, and the question does not speak of it."""
    of = hit.disclosure
    return of.level == "区县" and bool(of.region) and of.region.rstrip("区县市") not in text


def _is_formal(hit: Hit) -> bool:
    text = hit.passage.text
    return len(text) < _FORMAL_LENGTH and bool(_FORMAL.search(text))


def _times(hit: Hit, share: float) -> Hit:
    return replace(hit, score=hit.score * share)


def missing(question: Asked, hit: Hit) -> tuple[str, ...]:
    """Telling terms that neither the passage nor what stands above it has, rarest first."""
    everywhere = frozenset(hit.body_terms + hit.head_terms)
    lacking = [(t.text, w) for t, w in question.terms if _share(t, everywhere) < _PART_SHARE]
    return tuple(text for text, _ in sorted(lacking, key=lambda pair: -pair[1]))


def _covered(question: Asked, hit: Hit) -> float:
    """Share of the question's information that a passage and what stands above it have."""
    total = sum(w for _, w in question.terms) or 1.0
    everywhere = frozenset(hit.body_terms + hit.head_terms)
    return sum(w * _share(t, everywhere) for t, w in question.terms) / total


def features(found: Weighed, runner_up: float) -> tuple[float, float]:
    """(share of the question's information found, that share of the lead), each 0..1.

    ``runner_up`` is the best score of a competing disclosure, 0 if there is none. A lead counts
    only as far as the question is covered: the one text with a rare word need not answer.
    """
    score = found.disclosure_score
    lead = (score - runner_up) / score if score > 0 else 0.0
    return found.covered, found.covered * max(0.0, lead)


def confidence(found: Weighed, runner_up: float, model: Calibration = CALIBRATION) -> float:
    """Probability (0..1) that the disclosure answers the question."""
    whole, lead = features(found, runner_up)
    return 1 / (1 + math.exp(-(model.bias + model.whole * whole + model.lead * lead)))


def _share(term: QueryTerm, terms: frozenset[str]) -> float:
    """How much of a term a text has: all of it in any form, or some of the words inside it."""
    if any(form in terms for form in term.forms):
        return 1.0
    if not term.parts:
        return 0.0
    return 0.8 * sum(part in terms for part in term.parts) / len(term.parts)
