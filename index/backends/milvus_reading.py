"""Reading one commit of a Milvus index. Safe to share between threads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from index.backends import EVERYTHING, Hit, Only
from index.backends.limits import name_mark
from index.backends.milvus_log import Commit
from index.backends.milvus_schema import PASSAGE_FIELDS, asked_vector, unpacked
from index.backends.milvus_server import NoCollection, Row, Server, among, literal, slices
from index.disclosure import Disclosure, Passage
from index.schema import from_json
from index.vectors import Vector

_MOST = 16_384  # hits that Milvus gives at once


@dataclass(frozen=True)
class Place:
    """Where the rows of one build stand; ``vectors`` is the collection of the embedder's model."""

    passages: str
    documents: str
    vectors: str = ""


class MilvusReading:
    """The rows seen at one commit: written by then and not gone."""

    def __init__(self, server: Server, place: Place, commit: Commit) -> None:
        self._server, self._place, self.commit = server, place, commit
        self._found: dict[tuple[str, str], list[Disclosure]] = {}

    def search(
        self, weights: Mapping[str, float], limit: int, only: Only = EVERYTHING
    ) -> list[Hit]:
        asked = asked_vector(weights, self._rarity)
        if not asked or limit < 1:
            return []
        found = self._server.search(
            self._place.passages,
            "terms",
            asked,
            min(limit, _MOST),
            " and ".join([self.seen, *conditions(only)]),
            ["row", *PASSAGE_FIELDS],
        )
        hits = [(row, score) for row, score in found if score > 0]
        hits.sort(key=lambda hit: (-hit[1], hit[0]["row"]))
        return [_hit(row, score) for row, score in hits]

    def nearest(self, vector: Vector, limit: int, only: Only = EVERYTHING) -> list[Hit]:
        wanted = max(limit, 1)
        while True:
            near = self._near(vector, wanted, only)
            hits = self._behind(near)
            # Vectors of what was withdrawn stay until the next filling and hide nothing else.
            if len(hits) >= limit or len(near) < wanted or wanted == _MOST:
                return hits[:limit]
            wanted = min(4 * wanted, _MOST)

    def similarities(self, vector: Vector, digests: Iterable[str]) -> dict[str, float]:
        found: dict[str, float] = {}
        for some in slices(digests):
            for row in self._vectors(among("digest", some), ["digest", "vector"]):
                found[row["digest"]] = float(np.asarray(row["vector"], np.float32) @ vector)
        return found

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        most = self.passage_count  # what is gone still counts
        return {t: min(most, self.commit.words.get(f"body {t}", 0)) for t in terms}

    def by_key(self, field: str, value: str) -> list[Disclosure]:
        named = f"{field} {value}"
        if not value or (field != "id" and named not in self.commit.words):
            return []
        if (field, value) not in self._found:
            if field == "id":
                found = list(self._disclosures(f"id == {literal(value)}"))
            else:
                keyed = list(self.documents(f"key == {literal(named)}", ["unit"]))
                found = [d for some in slices(r["unit"] for r in keyed) for d in self._units(some)]
            self._found[field, value] = _newest_first(found)
        return list(self._found[field, value])

    def text(self, disclosure_id: str) -> str:
        where = f'what == "t" and id == {literal(disclosure_id)}'
        return "".join(row["text"] for row in self.documents(where, ["text"]))

    def passages(self, disclosure_id: str) -> tuple[Passage, ...]:
        rows = self.rows(f"id == {literal(disclosure_id)}", list(PASSAGE_FIELDS))
        return tuple(sorted(map(_passage, rows), key=lambda p: p.ordinal))

    def disclosures(self) -> Iterator[Disclosure]:
        yield from self._all

    @property
    def passage_count(self) -> int:
        return self.commit.passages

    @property
    def disclosure_count(self) -> int:
        return self.commit.disclosures

    @cached_property
    def seen(self) -> str:
        """The expression that rows of this commit fulfil."""
        written = f"since <= {self.commit.turn}"
        gone = among("unit", self.commit.gone, negated=True) if self.commit.gone else ""
        return f"{written} and {gone}" if gone else written

    def rows(self, where: str, fields: list[str]) -> Iterator[Row]:
        """Passages that match, in the order in which they were written."""
        return self._server.rows(self._place.passages, f"{self.seen} and {where}", fields, "row")

    def documents(self, where: str, fields: list[str]) -> Iterator[Row]:
        """Rows of metadata, text or keys that match, in the order of the text."""
        return self._server.rows(self._place.documents, f"{self.seen} and {where}", fields, "row")

    def _disclosures(self, where: str) -> Iterator[Disclosure]:
        for row in self.documents(f'what == "d" and {where}', ["text"]):
            yield from_json(unpacked(row["text"]))

    def _units(self, units: list[int]) -> Iterator[Disclosure]:
        return self._disclosures(among("unit", units))

    @cached_property
    def _all(self) -> list[Disclosure]:
        return _newest_first(self._disclosures("unit >= 0"))

    def _rarity(self, field: str, term: str) -> float:
        """As Whoosh has it, which counts disclosures among the documents too."""
        stands = self.commit.words.get(f"{field} {term}", 0)
        return math.log(max(1, self.commit.rows) / (stands + 1)) + 1 if stands else 0.0

    def _near(self, vector: Vector, limit: int, only: Only) -> dict[str, float]:
        """Names of the nearest vectors with their similarity."""
        if not self._place.vectors:
            return {}
        where = " and ".join(conditions(only))
        try:
            found = self._server.search(
                self._place.vectors, "vector", vector, limit, where, ["near"]
            )
        except NoCollection:
            return {}
        return {row["near"]: score for row, score in found}

    def _behind(self, near: Mapping[str, float]) -> list[Hit]:
        """The passages that these vectors stand for, nearest first."""
        found: list[Hit] = []
        for some in slices(near):
            for row in self.rows(among("near", some), ["near", *PASSAGE_FIELDS]):
                found.append(_hit(row, near[row["near"]], by_words=False))
        return sorted(found, key=lambda hit: -hit.score)

    def _vectors(self, where: str, fields: list[str]) -> Iterator[Row]:
        if not self._place.vectors:
            return
        try:
            yield from self._server.rows(self._place.vectors, where, fields, "near")
        except NoCollection:
            return


def conditions(only: Only) -> list[str]:
    """``only`` as expressions that must all hold."""
    found = []
    if only.ids:
        found.append(among("id", only.ids))
    if only.regions:
        found.append(among("region", ["", *map(name_mark, only.regions)]))
    if only.issuers:
        named = [f"issuers like {literal(f'%|{name_mark(i)}|%')}" for i in only.issuers]
        found.append(f"({' or '.join(named)})")
    found += [f"published >= {_day(only.published_from)}"] if only.published_from else []
    if only.published_to:
        found.append(f"published > 0 and published <= {_day(only.published_to)}")
    if only.in_force_on:
        day = _day(only.in_force_on)
        found.append(f"first <= {day} and last >= {day}")
    return found


def _day(day: date) -> int:
    return day.toordinal()


def _newest_first(found: Iterable[Disclosure]) -> list[Disclosure]:
    return sorted(found, key=lambda d: (d.published or date.min, d.id), reverse=True)


def _passage(row: Row) -> Passage:
    return Passage(
        row["id"], row["ordinal"], unpacked(row["text"]), unpacked(row["heading"]), row["article"]
    )


def _hit(row: Row, score: float, *, by_words: bool = True) -> Hit:
    return Hit(
        passage=_passage(row),
        disclosure=from_json(unpacked(row["meta"])),
        body_terms=tuple(unpacked(row["body"]).split()),
        head_terms=tuple(unpacked(row["head"]).split()),
        digest=row["digest"],
        score=score,
        by_words=by_words,
    )
