"""The filter of a question over one Whoosh commit, as a mask of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh import query, searching

from index.backends import EVERYTHING, Only
from index.backends.limits import name_mark

Mask = npt.NDArray[np.bool_]


class Filters:
    """Masks by row (document number) of one searcher; the columns are read once a commit."""

    def __init__(self, searcher: searching.Searcher) -> None:
        self._searcher = searcher
        self._size = int(searcher.doc_count_all())
        self._columns: dict[str, npt.NDArray[np.int32]] = {}

    def rows(self, only: Only) -> npt.NDArray[np.int64] | None:
        """Rows that ``only`` lets through, withdrawn ones included; None if it lets all through."""
        if only == EVERYTHING:
            return None
        mask = np.ones(self._size, np.bool_)
        if only.ids:
            mask &= self._standing("id", only.ids)
        if only.regions:
            elsewhere = self._mask(query.Every("region"))
            mask &= self._standing("region", map(name_mark, only.regions)) | ~elsewhere
        if only.issuers:
            mask &= self._standing("issuers", map(name_mark, only.issuers))
        if only.published_from:
            mask &= self._column("published") >= only.published_from.toordinal()
        if only.published_to:
            column = self._column("published")
            mask &= (column > 0) & (column <= only.published_to.toordinal())
        if only.in_force_on:
            day = only.in_force_on.toordinal()
            mask &= (self._column("first") <= day) & (self._column("last") >= day)
        return np.flatnonzero(mask)

    def _standing(self, field: str, values: Iterable[str]) -> Mask:
        return self._mask(query.Or([query.Term(field, value) for value in values]))

    def _mask(self, asked: query.Query) -> Mask:
        mask = np.zeros(self._size, np.bool_)
        mask[np.fromiter(asked.docs(self._searcher), np.int64)] = True
        return mask

    def _column(self, name: str) -> npt.NDArray[np.int32]:
        if name not in self._columns:
            leaves = (leaf for leaf, _ in self._searcher.reader().leaf_readers())
            parts = [_values(leaf, name) for leaf in leaves]
            self._columns[name] = np.concatenate([*parts, np.empty(0, np.int32)])
        return self._columns[name]


def _values(leaf: Any, name: str) -> npt.NDArray[np.int32]:
    size = leaf.doc_count_all()
    held = leaf.column_reader(name, translate=False)
    return np.fromiter((held[n] for n in range(size)), np.int32, size)
