"""Which passage answers best: signals fused, places and formal clauses weighed, mirrors folded."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean, pstdev

from index.asking import Asked, share
from index.backends import Hit
from index.evidence import Evidence

_PART_SHARE = 0.6
# Standard deviations; measured on policy questions, docs/measurements.md has the comparison.
_WORDS, _DOCUMENT, _SIMILARITY, _SENTENCE, _RUN, _SHAPE = 1.0, 0.5, 2.0, 0.5, 0.3, 1.5
# Past so many a list is read for everything that may matter, and the sharp signals are noise.
_SHARP = 50
_FORMAL_COST, _DISTRICT_COST = 5.0, 1.5
_STATUTE_GAIN = 1.5  # 立法法 99 条: a law stands above regulations, rules and explanations
_FORMAL = re.compile("自[^，。]{1,24}起(?:施行|执行|实施)|同时废止|负责解释|制定本")
_PREAMBLE = re.compile(
    "如下[:：。]?$|如下[:：]\\n|印发给你们|贯彻执行|遵照执行|贯彻落实。$", re.MULTILINE
)
_PREAMBLE_COST = 1.0
_FORMAL_LENGTH = 160  # characters; a longer clause also says something else
_FORMAL_WORDS = frozenset(
    ("施行", "生效", "废止", "失效", "有效", "有效期", "到期", "实施", "执行", "解释", "依据")
)
_PLACE_SHARE = 0.1
_ENDINGS = "区县市"
_SHOWN = 12  # first passages that later ones may repeat
_MIRRORED = 0.9  # share of equal words from which two passages are one text published twice


@dataclass(frozen=True)
class Ranked:
    """A candidate with its fused score, and the ids of other documents that say the same."""

    evidence: Evidence
    score: float
    mirrors: tuple[str, ...] = ()

    @property
    def hit(self) -> Hit:
        """The passage as found."""
        return self.evidence.hit


def ranked(question: Asked, evidence: Sequence[Evidence]) -> list[Ranked]:
    """Candidates, the likeliest answer first; of one text published twice only the best stays.

    Every signal is compared with the other candidates' (in standard deviations) and summed.
    第一条 (why a text was made) and the last article (施行、废止) share the title's words and
    would come first for every question that names the document, so they pay. So does a district's
    own rule where the question names no district.
    """
    asks = any(form in _FORMAL_WORDS for term, _ in question.terms for form in term.forms)
    broad = _summed(
        _standard([e.words for e in evidence], _WORDS),
        _standard([e.paired_in_document for e in evidence], _DOCUMENT),
        _standard(_filled([e.similarity for e in evidence]), _SIMILARITY),
        _standard([e.sentence for e in evidence], _SENTENCE),
        [_own_weight(question.text, e.hit, asks) for e in evidence],
    )
    sharp = _summed(
        broad,
        _standard([e.run for e in evidence], _RUN),
        _standard([e.shape for e in evidence], _SHAPE),
    )
    order = sorted(range(len(evidence)), key=lambda n: -sharp[n])
    order[_SHARP:] = sorted(order[_SHARP:], key=lambda n: -broad[n])
    return _folded([Ranked(evidence[n], sharp[n]) for n in order])


def _summed(*signals: Sequence[float]) -> list[float]:
    return [math.fsum(parts) for parts in zip(*signals, strict=True)]


def _standard(values: Sequence[float], weight: float) -> list[float]:
    """Distances from the mean in standard deviations, times ``weight``; 0 where all are equal."""
    if not values:
        return []
    mean, spread = fmean(values), pstdev(values)
    return [weight * (v - mean) / spread if spread > 1e-9 else 0.0 for v in values]


def _filled(values: Sequence[float | None]) -> list[float]:
    """A passage whose vector is not there yet counts as an ordinary one."""
    known = [v for v in values if v is not None]
    mean = fmean(known) if known else 0.0
    return [mean if v is None else v for v in values]


def _own_weight(text: str, hit: Hit, asks: bool) -> float:
    formal = _FORMAL_COST if not asks and _is_formal(hit) else 0.0
    district = _DISTRICT_COST if unnamed_district(text, hit) else 0.0
    preamble = _PREAMBLE_COST if _is_preamble(hit) else 0.0
    gain = _STATUTE_GAIN if hit.disclosure.kind == "法律" else 0.0
    return gain - formal - district - preamble


def _is_preamble(hit: Hit) -> bool:
    """What a notice says before it comes to the matter: to whom, on what ground, 通知如下."""
    of = hit.passage
    return of.ordinal == 1 and not of.article and bool(_PREAMBLE.search(of.text))


def _folded(found: Sequence[Ranked]) -> list[Ranked]:
    """One of each text: equal or nearly equal passages are folded into the best ranked."""
    kept: list[tuple[Ranked, frozenset[str]]] = []
    for item in found:
        terms = frozenset(item.hit.body_terms)
        for n, (first, its) in enumerate(kept[:_SHOWN]):
            if _mirrors(first.hit, its, item.hit, terms):
                also = dict.fromkeys((*first.mirrors, item.hit.disclosure.id))
                kept[n] = (replace(first, mirrors=tuple(also)), its)
                break
        else:
            kept.append((item, terms))
    return [item for item, _ in kept]


def _mirrors(first: Hit, its: frozenset[str], other: Hit, terms: frozenset[str]) -> bool:
    if first.disclosure.id == other.disclosure.id or not terms:
        return False
    if not _MIRRORED * len(its) <= len(terms) <= len(its) / _MIRRORED:
        return False
    same_law = first.disclosure.region == other.disclosure.region
    return same_law and len(its & terms) >= _MIRRORED * len(its | terms)


def without_places(question: Asked, hits: Sequence[Hit]) -> Asked:
    """The question with the places that are published here counted for little.

    A place says which document holds, not what it must say: a city's rule need not name its
    districts. A place that nothing is published for stays a full term.
    """
    places = {h.disclosure.region.rstrip(_ENDINGS) for h in hits} - {""}
    told = tuple(
        (t, w * _PLACE_SHARE if t.text.rstrip(_ENDINGS) in places else w) for t, w in question.terms
    )
    return replace(question, terms=told)


def unnamed_district(text: str, hit: Hit) -> bool:
    """Whether a passage rules one district only, and the question does not speak of it."""
    of = hit.disclosure
    return of.level == "区县" and bool(of.region) and of.region.rstrip(_ENDINGS) not in text


def missing(question: Asked, hit: Hit) -> tuple[str, ...]:
    """Telling terms that neither the passage nor what stands above it has, rarest first."""
    everywhere = frozenset(hit.body_terms + hit.head_terms)
    lacking = [(t.text, w) for t, w in question.terms if share(t, everywhere) < _PART_SHARE]
    return tuple(text for text, _ in sorted(lacking, key=lambda pair: -pair[1]))


def _is_formal(hit: Hit) -> bool:
    text = hit.passage.text
    return len(text) < _FORMAL_LENGTH and bool(_FORMAL.search(text))
