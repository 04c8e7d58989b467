"""BM25F over the arrays of a commit's segments: the formula and figures of Whoosh's scoring."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt

from index.backends.postings import FIELDS, Postings, drawn, load, save

HEAD_WEIGHT = 0.2  # a title matches every passage below it, so it counts for less than the text
LAW_SHARE = 1.25
K1 = 1.2
B = {"body": 0.75, "head": 0.3}


class Segments:
    """The arrays of the segments in use, shared by every thread; a segment never changes."""

    def __init__(self) -> None:
        self._held: dict[str, Postings] = {}
        self._lock = Lock()

    def scoring(self, searcher: Any, folder: Path) -> Scoring:
        """Scoring for one commit of ``folder``; the arrays of segments that it lacks are let go."""
        reader = searcher.reader()
        with self._lock:
            held: dict[str, Postings] = {}
            gone: list[int] = []
            for leaf, first in reader.leaf_readers():
                if not leaf.doc_count_all():
                    continue
                name = leaf.segment().segment_id()
                held[name] = self._held.get(name) or load(_path(leaf, folder)) or drawn(leaf)
                gone += [first + n for n in leaf.segment().deleted_docs()]
            self._held = held
        means = {field: searcher.avg_field_length(field) for field in FIELDS}
        return Scoring(list(held.values()), gone, means)


def keep(reader: Any, folder: Path) -> None:
    """Write the arrays of every segment that has none yet."""
    for leaf, _ in reader.leaf_readers():
        if leaf.doc_count_all() and not _path(leaf, folder).exists():
            save(drawn(leaf), _path(leaf, folder))


def _path(leaf: Any, folder: Path) -> Path:
    return folder / str(leaf.segment().make_filename(".arrays"))


class Scoring:
    """The segments of one commit; rows are Whoosh's document numbers across them.

    ``gone`` are the rows withdrawn since, ``means`` the mean length of each field in words.
    """

    def __init__(
        self, segments: list[Postings], gone: Collection[int], means: Mapping[str, float]
    ) -> None:
        self._segments, self._means = segments, means
        self._gone = np.fromiter(gone, np.int64)
        self.size = sum(s.lengths.shape[1] for s in segments)

    def frequency(self, field: str, term: str) -> int:
        """In how many documents a term stands, those withdrawn since included."""
        return sum(s.frequency(field, term) for s in self._segments)

    def best(
        self,
        weights: Mapping[str, float],
        limit: int,
        kept: Iterable[int] | None,
        laws: npt.NDArray[np.int64],
    ) -> list[tuple[int, float]]:
        """(row, score) of the ``limit`` best, best first; of ``kept`` rows only if given.

        ``laws`` are the rows of national laws, which stand above other rules (立法法 99 条).
        """
        if not self.size:
            return []
        scores = np.zeros(self.size)
        for field, share in zip(FIELDS, (1.0, HEAD_WEIGHT), strict=True):
            for term, weight in weights.items():
                self._add(scores, field, term, weight * share)
        scores[laws] *= LAW_SHARE
        scores[self._gone] = 0
        if kept is not None:
            rows = np.fromiter(kept, np.int64)
            scores, whole = np.zeros(self.size), scores
            scores[rows] = whole[rows]
        found = np.flatnonzero(scores)
        if len(found) > limit:  # all that tie with the last one stay until they are put in order
            least = np.partition(scores[found], -limit)[-limit]
            found = found[scores[found] >= least]
        order = np.lexsort((found, -scores[found]))[:limit]
        return [(int(row), float(scores[row])) for row in found[order]]

    def _add(self, scores: npt.NDArray[np.float64], field: str, term: str, weight: float) -> None:
        rarity = math.log(self.size / (self.frequency(field, term) + 1)) + 1  # as Whoosh has it
        offset = 0
        for segment, norms in zip(self._segments, self._norms[field], strict=True):
            size = len(norms)
            if at := segment.of(field, term):
                rows, counts = at
                told = counts * (K1 + 1) / (counts + norms[rows])
                scores[offset : offset + size][rows] += weight * rarity * told
            offset += size

    @cached_property
    def _norms(self) -> dict[str, list[npt.NDArray[np.float64]]]:
        """K1 * (1 - B + B * length / mean length) of every document, by field and segment."""
        norms = {}
        for n, field in enumerate(FIELDS):
            mean, b = self._means[field] or 1.0, B[field]
            norms[field] = [K1 * (1 - b + b * s.lengths[n] / mean) for s in self._segments]
        return norms
