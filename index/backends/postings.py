"""Postings of one Whoosh segment as arrays beside it, so that scoring is arithmetic on arrays.

They are drawn from the segment alone and carry its name (``MAIN_….arrays``), so Whoosh clears
them away with it and they can never tell of another commit. A file that is absent or torn is
drawn again in memory: it saves time and holds nothing of its own.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

FIELDS = ("body", "head")
_HEADER = struct.Struct("<8sQQQQI4x")  # mark, documents, words, postings, bytes of words, checksum
_MARK = b"ygarr\0\0\1"


@dataclass(frozen=True)
class Postings:
    """Where each word stands: for word ``w``, ``starts[w]:starts[w + 1]`` in the two long arrays.

    ``documents`` are document numbers within the segment, ``counts`` how often a word stands in
    each. ``lengths`` is (2, documents): words in the body and in the head as Whoosh keeps them.
    """

    words: bytes
    lengths: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int64]
    documents: npt.NDArray[np.int32]
    counts: npt.NDArray[np.uint16]

    @cached_property
    def _places(self) -> dict[str, int]:
        listed = self.words.decode().split("\n") if self.words else []
        return {word: n for n, word in enumerate(listed)}

    def of(
        self, field: str, term: str
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint16]] | None:
        """Document numbers and counts of a term in ``body`` or ``head``; None if it has none."""
        place = self._places.get(f"{field} {term}")
        if place is None:
            return None
        part = slice(self.starts[place], self.starts[place + 1])
        return self.documents[part], self.counts[part]

    def frequency(self, field: str, term: str) -> int:
        """In how many documents of the segment a term stands, withdrawn ones included."""
        place = self._places.get(f"{field} {term}")
        return 0 if place is None else int(self.starts[place + 1] - self.starts[place])


def drawn(reader: Any) -> Postings:
    """The arrays of one open Whoosh segment."""
    words: list[str] = []
    starts = [0]
    documents: list[npt.NDArray[np.int32]] = []
    counts: list[npt.NDArray[np.uint16]] = []
    for field in FIELDS:
        for term in reader.field_terms(field):
            matcher = reader.postings(field, term)
            for rows, weights in _blocks(matcher):
                documents.append(np.asarray(rows, np.int32))
                counts.append(np.minimum(np.asarray(weights), 65_535).astype(np.uint16))
                starts[-1] += len(rows)
            words.append(f"{field} {term}")
            starts.append(starts[-1])
    size = reader.doc_count_all()
    lengths = [[reader.doc_field_length(n, f) or 0 for n in range(size)] for f in FIELDS]
    return Postings(
        "\n".join(words).encode(),
        np.array(lengths, np.int32).reshape(len(FIELDS), size),
        np.array([0, *starts[:-1]], np.int64),
        np.concatenate([*documents, np.empty(0, np.int32)]),
        np.concatenate([*counts, np.empty(0, np.uint16)]),
    )


def _blocks(matcher: Any) -> Iterator[tuple[Any, Any]]:
    """(document numbers, counts) of a term, a stored block at a time where there are blocks."""
    if not hasattr(matcher, "_next_block"):  # few postings stand in the dictionary of terms itself
        while matcher.is_active():
            yield (matcher.id(),), (matcher.weight(),)
            matcher.next()
        return
    while matcher.is_active():
        matcher.id(), matcher.weight()  # reads the block
        yield matcher._ids, matcher._weights
        matcher._next_block()


def save(postings: Postings, path: Path) -> None:
    """Write the arrays so that ``path`` is whole or absent."""
    arrays = (postings.lengths, postings.starts, postings.documents, postings.counts)
    body = b"".join([*(a.tobytes() for a in arrays), postings.words])
    header = _HEADER.pack(
        _MARK,
        postings.lengths.shape[1],
        len(postings.starts) - 1,
        len(postings.documents),
        len(postings.words),
        zlib.crc32(body),
    )
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_bytes(header + body)
    fresh.replace(path)


def load(path: Path) -> Postings | None:
    """The arrays in ``path``, mapped into memory; None if they are absent or torn."""
    try:
        held = np.memmap(path, np.uint8, mode="r")
    except (OSError, ValueError):  # absent, or an empty file
        return None
    if len(held) < _HEADER.size:
        return None
    mark, size, words, total, blob, checksum = _HEADER.unpack(held[: _HEADER.size].tobytes())
    body = held[_HEADER.size :]
    sizes = [2 * size * 4, (words + 1) * 8, total * 4, total * 2, blob]
    if mark != _MARK or sum(sizes) != len(body) or zlib.crc32(body.data) != checksum:
        return None
    ends = np.cumsum(sizes)
    lengths, starts, documents, counts, listed = (
        body[end - length : end] for end, length in zip(ends, sizes, strict=True)
    )
    return Postings(
        listed.tobytes(),
        lengths.view(np.int32).reshape(2, size),
        starts.view(np.int64),
        documents.view(np.int32),
        counts.view(np.uint16),
    )
