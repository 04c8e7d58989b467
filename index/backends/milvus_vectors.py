"""Vectors of one embedder's model, beside all builds: a new build loses none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from index.backends.milvus_collections import make
from index.backends.milvus_reading import MilvusReading
from index.backends.milvus_schema import FILTER_FIELDS, unpacked
from index.backends.milvus_server import NoCollection, Row, Server, among, slices
from index.disclosure import Passage
from index.embedding import Embedder
from index.schema import digest_of, from_json, meaning
from index.vectors import Vector


class Vectors:
    """One row for a text, the disclosure that it stands in and what that is filtered by."""

    def __init__(self, server: Server, embedder: Embedder | None) -> None:
        self._server, self._embedder = server, embedder
        named = digest_of(embedder.name)[:12] if embedder else ""
        self.collection = f"{server.name}_v_{named}" if embedder else ""
        self._complete = 0  # the turn at which nothing was missing

    def missing(self, reading: MilvusReading) -> Iterator[tuple[str, str]]:
        """(digest, text) to embed, each digest once; clears away what nobody needs any more."""
        if self._embedder is None or self._complete == reading.commit.turn:
            return
        held = {row["near"]: row["digest"] for row in self._held('near > ""', ["digest"])}
        lacking: dict[str, str] = {}
        wanted = set()
        for row in reading.rows("unit >= 0", ["near", "digest"]):
            wanted.add(row["near"])
            if row["near"] not in held:
                lacking[row["near"]] = row["digest"]
        told = set(held.values())
        self._copy(reading, [d for d in set(lacking.values()) if d in told])
        for some in slices(held.keys() - wanted):
            self._server.delete(self.collection, among("near", some))
        unknown = dict.fromkeys(d for d in lacking.values() if d not in told)
        yield from self._texts(reading, unknown)
        if not unknown:
            self._complete = reading.commit.turn

    def put(self, reading: MilvusReading, vectors: Mapping[str, Vector]) -> None:
        """Keep each vector wherever its text stands."""
        if self._embedder is None or not vectors:
            return
        if not self._server.has(self.collection):
            make(self._server, self.collection, "vectors", self._embedder.dimension)
        fields = ["near", "digest", *FILTER_FIELDS]
        for some in slices(vectors):
            rows: dict[str, Row] = {}
            for row in reading.rows(among("digest", some), fields):
                del row["row"]
                vector = np.asarray(vectors[row["digest"]], np.float32)
                rows[row["near"]] = row | {"vector": vector}
            self._server.put(self.collection, rows.values())

    def _copy(self, reading: MilvusReading, digests: list[str]) -> None:
        """Give texts their vector that stand in a disclosure or under a header new to them."""
        for some in slices(digests):
            held = self._held(among("digest", some), ["digest", "vector"])
            self.put(reading, {row["digest"]: row["vector"] for row in held})

    def _texts(
        self, reading: MilvusReading, digests: Mapping[str, None]
    ) -> Iterator[tuple[str, str]]:
        left = set(digests)
        for some in slices(digests):
            for row in reading.rows(among("digest", some), ["digest", "text", "meta"]):
                if row["digest"] in left:
                    left.discard(row["digest"])
                    of = from_json(unpacked(row["meta"]))
                    yield row["digest"], meaning(of, Passage(of.id, 1, unpacked(row["text"])))

    def _held(self, where: str, fields: list[str]) -> Iterator[Row]:
        try:
            yield from self._server.rows(self.collection, where, fields, "near")
        except NoCollection:
            return
