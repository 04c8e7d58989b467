"""A question as the search sees it: what it asks about, and how much each part of it tells."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.analysis import Analysis, QueryTerm, normalise

MOST_CHARACTERS = 500
_MOST_TERMS = 24  # a long story is judged by its most telling words
_OFFICIAL_SHARE = 0.8  # an official wording proves a little less than the citizen's own word
_SINGLE_SHARE = 0.3
_PART_SHARE = 0.6  # 公积金 and 贷款 apart say less than 公积金贷款
_MARKS = re.compile(r"[^\w]|_")
_NUMERIC = re.compile(r"\d+")


@dataclass(frozen=True)
class Asked:
    """A question's terms with their information (idf, in nats), and its characters.

    ``plain`` is the normalised text without marks; ``pairs`` its neighbouring characters, each
    once; ``idf`` gives the information of every wording that is searched for.
    """

    text: str
    plain: str
    terms: tuple[tuple[QueryTerm, float], ...]
    idf: Mapping[str, float]
    places: frozenset[str] = frozenset()

    @property
    def pairs(self) -> tuple[str, ...]:
        """Neighbouring characters, each pair once, in order."""
        return pairs(self.plain)

    @property
    def numerals(self) -> frozenset[str]:
        """Every number written in the question."""
        return frozenset(_NUMERIC.findall(self.plain))

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


Frequencies = Callable[[Iterable[str]], Mapping[str, int]]


def asked(text: str, analysis: Analysis, frequencies: Frequencies, passages: int) -> Asked:
    """``text`` (500 characters count) weighed by how rare its terms are among ``passages``.

    A word that stands nowhere is kept, because nothing published mentions it, but it weighs no
    more than a rare word: it may be the citizen's own way of putting things.
    """
    text = text[:MOST_CHARACTERS]
    terms = analysis.query_terms(text)
    forms = {form for t in terms for form in (*t.forms, *t.parts)}
    known = frequencies(forms)
    told = weigh(terms, known, passages)
    rarity = {form: idf(known.get(form, 0), passages) for form in forms}
    places = frozenset(t.text for t in terms if t.text in analysis.places)
    return Asked(text, plain(text), told, rarity, places)


def weigh(
    terms: Sequence[QueryTerm], frequencies: Mapping[str, int], passages: int
) -> tuple[tuple[QueryTerm, float], ...]:
    """Each term with its information; of a long question the most telling terms, in order."""
    rarest = max(1.0, idf(1, passages))
    weighed = [
        (t, min(rarest, idf(_frequency(t, frequencies), passages)) * _weight(t)) for t in terms
    ]
    telling = set(sorted(weighed, key=lambda pair: -pair[1])[:_MOST_TERMS])
    return tuple(pair for pair in weighed if pair in telling)


def idf(frequency: int, passages: int) -> float:
    """Robertson–Spärck Jones weight, never negative (as in BM25 with +1)."""
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


def plain(text: str) -> str:
    """Normalised characters without marks and spaces."""
    return _MARKS.sub("", normalise(text))


def pairs(text: str) -> tuple[str, ...]:
    """Neighbouring characters of ``text``, each pair once, in order."""
    return tuple(dict.fromkeys(text[i : i + 2] for i in range(len(text) - 1)))


def share(term: QueryTerm, terms: frozenset[str]) -> float:
    """How much of a term a text has: all of it in any form, or some of the words inside it."""
    if any(form in terms for form in term.forms):
        return 1.0
    if not term.parts:
        return 0.0
    return 0.8 * sum(part in terms for part in term.parts) / len(term.parts)


def _weight(term: QueryTerm) -> float:
    """One character alone (收, 交, 平) tells little, whatever its rarity."""
    alone = len(term.text) == 1 and not term.alternatives
    return _SINGLE_SHARE if alone else 1.0


def _frequency(term: QueryTerm, frequencies: Mapping[str, int]) -> int:
    """In how many passages a term stands in some form; unknown compounds as their rarest part."""
    found = max(frequencies.get(form, 0) for form in term.forms)
    inside = [n for n in (frequencies.get(p, 0) for p in term.parts) if n]
    return found or (min(inside) if inside else 0)
