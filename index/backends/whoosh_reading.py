"""Reading from one Whoosh searcher: weighted terms in, passages out."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh import query, searching

from index.backends import EVERYTHING, Hit, Only
from index.backends.scoring import Scoring
from index.backends.whoosh_filters import Filters
from index.disclosure import Disclosure, Passage
from index.schema import from_json, meaning
from index.vectors import Vector, VectorStore

Scored = Callable[[searching.Searcher], Scoring]  # a searcher to the arrays of its commit


class WhooshReading:
    """One commit's view; a searcher belongs to the thread that opened it."""

    def __init__(
        self, searcher: searching.Searcher, vectors: VectorStore | None, scored: Scored
    ) -> None:
        self._searcher = searcher
        self._vectors, self._scored = vectors, scored

    def search(
        self, weights: Mapping[str, float], limit: int, only: Only = EVERYTHING
    ) -> list[Hit]:
        best = self._scoring.best(weights, limit, self._filters.rows(only), self._laws)
        return [_hit(self._searcher.stored_fields(row), score) for row, score in best]

    def nearest(self, vector: Vector, limit: int, only: Only = EVERYTHING) -> list[Hit]:
        found: list[Hit] = []
        kept = self._filters.rows(only)
        allowed = None if kept is None else frozenset(kept.tolist())
        # A vector may belong to nothing that is published any more, or to several mirrors.
        for digest, similarity in self._vectors.nearest(vector) if self._vectors else ():
            for row in query.Term("digest", digest).docs(self._searcher):
                if allowed is None or row in allowed:
                    hit = _hit(self._searcher.stored_fields(row), similarity)
                    found.append(replace(hit, by_words=False))
            if len(found) >= limit:
                break
        return found[:limit]

    def similarities(self, vector: Vector, digests: Iterable[str]) -> dict[str, float]:
        return self._vectors.similarities(vector, digests) if self._vectors else {}

    def meanings(self) -> Iterator[tuple[str, str]]:
        """(digest, text to embed) of every passage."""
        for stored in self._all(query.Term("what", "p")):
            yield stored["digest"], meaning(from_json(stored["meta"]), _passage(stored))

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        most = self.passage_count  # withdrawn ones still count
        return {t: min(most, self._scoring.frequency("body", t)) for t in terms}

    def by_key(self, field: str, value: str) -> list[Disclosure]:
        # Most documents end and explain nothing: a look at the dictionary spares the search.
        if not value or (field, value) not in self._searcher.reader():
            return []
        found = self._all(query.Term(field, value))
        return _newest_first(from_json(f["meta"]) for f in found if not _of_passage(f))

    def text(self, disclosure_id: str) -> str:
        for stored in self._all(query.Term("id", disclosure_id)):
            if not _of_passage(stored):
                return zlib.decompress(stored["text"]).decode()
        return ""

    def passages(self, disclosure_id: str) -> tuple[Passage, ...]:
        found = self._all(query.Term("id", disclosure_id))
        passages = (_passage(stored) for stored in found if _of_passage(stored))
        return tuple(sorted(passages, key=lambda p: p.ordinal))

    def disclosures(self) -> Iterator[Disclosure]:
        asked = query.Term("what", "d")
        yield from _newest_first(from_json(f["meta"]) for f in self._all(asked))

    @property
    def passage_count(self) -> int:
        return int(self._searcher.doc_count()) - self.disclosure_count

    @cached_property
    def disclosure_count(self) -> int:
        """Counted one by one: the engine's own figure includes what was withdrawn."""
        return sum(1 for _ in query.Term("what", "d").docs(self._searcher))

    @cached_property
    def _laws(self) -> npt.NDArray[np.int64]:
        """Rows of passages of national laws."""
        return np.fromiter(query.Term("kind", "法律").docs(self._searcher), np.int64)

    @cached_property
    def _filters(self) -> Filters:
        return Filters(self._searcher)

    @cached_property
    def _scoring(self) -> Scoring:
        return self._scored(self._searcher)

    def _all(self, asked: query.Query) -> Iterator[dict[str, Any]]:
        for number in asked.docs(self._searcher):
            yield self._searcher.stored_fields(number)


def _newest_first(found: Iterable[Disclosure]) -> list[Disclosure]:
    return sorted(found, key=lambda d: (d.published or date.min, d.id), reverse=True)


def _of_passage(stored: Mapping[str, Any]) -> bool:
    """Whether a stored row is a passage's; asking the engine would walk through all of a kind."""
    return "ordinal" in stored


def _passage(stored: Mapping[str, Any]) -> Passage:
    return Passage(
        stored["id"], stored["ordinal"], stored["text"], stored["heading"], stored["article"]
    )


def _hit(stored: Mapping[str, Any], score: float) -> Hit:
    return Hit(
        passage=_passage(stored),
        disclosure=from_json(stored["meta"]),
        body_terms=tuple(stored["body"].split()),
        head_terms=tuple(stored["head"].split()),
        digest=stored["digest"],
        score=score,
    )
