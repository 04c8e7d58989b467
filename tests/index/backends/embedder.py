"""A real embedder in miniature: eight directions, the same for the same text in every process."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from index.vectors import Vector


class Small:
    """Unit vectors of eight numbers; remembers what it was given to embed."""

    dimension = 8

    def __init__(self, name: str = "small-1") -> None:
        self.name = name
        self.given: list[str] = []

    def query(self, text: str) -> Vector:
        made = np.random.default_rng(zlib.crc32(text.encode())).standard_normal(self.dimension)
        return (made / np.linalg.norm(made)).astype(np.float32)

    def passages(self, texts: Sequence[str]) -> list[Vector]:
        self.given += texts
        return [self.query(text) for text in texts]
