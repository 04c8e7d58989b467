"""Vectors of passages, kept by the hash of their words: nothing is ever embedded twice.

Two append-only files a model: ``keys`` (16 bytes each) and ``rows`` (half floats). A row counts
once both are whole, so a writer may die at any byte; readers map files again that have grown.
"""

from __future__ import annotations

import fcntl
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float32]
_KEY = 16
_FIRST = 256  # nearest rows that are sorted at once; more only if the caller goes on
_BLOCK = 65_536  # rows turned into single floats at a time


class VectorStore:
    """The folder of one embedding model's vectors of ``dimension`` floats, of unit length."""

    def __init__(self, folder: Path, dimension: int) -> None:
        self._folder, self._dimension = folder, dimension
        self._lock = threading.Lock()
        self._places: dict[bytes, int] = {}
        self._keys: list[bytes] = []
        self._rows: npt.NDArray[np.float16] = np.empty((0, dimension), np.float16)

    def known(self) -> set[str]:
        """Digests (hexadecimal) that have a vector."""
        self._look()
        return {key.hex() for key in self._places}

    def put(self, vectors: Mapping[str, Vector]) -> None:
        """Append what is not known yet."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "WRITING").open("a") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            self._look()
            fresh = [d for d in vectors if bytes.fromhex(d) not in self._places]
            rows = np.array([vectors[d] for d in fresh], np.float16)
            self._append("rows", rows.tobytes(), self._dimension * 2)
            self._append("keys", b"".join(map(bytes.fromhex, fresh)), _KEY)

    def nearest(self, vector: Vector) -> Iterator[tuple[str, float]]:
        """(digest, cosine similarity), nearest first."""
        self._look()
        rows, keys = self._rows, self._keys
        if not len(rows):
            return
        blocks = range(0, len(rows), _BLOCK)
        scores = np.concatenate([rows[b : b + _BLOCK].astype(np.float32) @ vector for b in blocks])
        first = min(_FIRST, len(scores))
        best = np.argpartition(-scores, first - 1)[:first]
        for place in best[np.argsort(-scores[best], kind="stable")]:
            yield keys[place].hex(), float(scores[place])
        rest = np.setdiff1d(np.arange(len(scores)), best)
        for place in rest[np.argsort(-scores[rest], kind="stable")]:
            yield keys[place].hex(), float(scores[place])

    def similarities(self, vector: Vector, digests: Iterable[str]) -> dict[str, float]:
        """Cosine similarity of ``vector`` to each of these that is known."""
        self._look()
        places = {d: self._places.get(bytes.fromhex(d)) for d in digests}
        return {
            d: float(self._rows[p].astype(np.float32) @ vector)
            for d, p in places.items()
            if p is not None
        }

    def _append(self, name: str, data: bytes, size: int) -> None:
        """Add to a file whose torn end, if a writer died, is cut off first."""
        with (self._folder / name).open("ab") as file:
            file.truncate(len(self._keys) * size)
            file.write(data)
            file.flush()

    def _look(self) -> None:
        """Map the files again if another process or thread has added rows."""
        with self._lock:
            keys, rows = self._folder / "keys", self._folder / "rows"
            if not keys.exists() or not rows.exists():
                return
            count = min(keys.stat().st_size // _KEY, rows.stat().st_size // (self._dimension * 2))
            if count == len(self._keys):
                return
            data = keys.read_bytes()[: count * _KEY]
            self._keys = [data[i * _KEY : (i + 1) * _KEY] for i in range(count)]
            self._places = {key: i for i, key in enumerate(self._keys)}
            self._rows = np.memmap(rows, np.float16, "r", shape=(count, self._dimension))
