"""Vectors are kept by content, survive a torn write, and fill in while the index serves."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.analysis import Analysis
from index.backends.opening import open_backend
from index.disclosure import Disclosure
from index.filling import fill
from index.schema import digest_of
from index.search import Index
from index.vectors import Vector, VectorStore
from tests.index.corpus import ALLOWANCE, WITHDRAWAL_2024, entries, ignore


class Counted:
    """A tiny embedder: one direction a first character; counts what it is given."""

    name, dimension = "counted-1", 8

    def __init__(self) -> None:
        self.given: list[str] = []

    def query(self, text: str) -> Vector:
        return self._vector(text)

    def passages(self, texts: list[str]) -> list[Vector]:  # type: ignore[override]
        self.given += texts
        return [self._vector(text) for text in texts]

    def _vector(self, text: str) -> Vector:
        vector = np.zeros(self.dimension, np.float32)
        vector[ord(text.split("\n")[-1][0]) % self.dimension] = 1
        return vector


def unit(place: int) -> Vector:
    vector = np.zeros(8, np.float32)
    vector[place] = 1
    return vector


def test_nearest_first_and_each_text_once(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "v", 8)
    store.put({digest_of("a"): unit(0), digest_of("b"): unit(1)})
    store.put({digest_of("b"): unit(3), digest_of("c"): (unit(0) + unit(1)) / 2**0.5})
    found = list(VectorStore(tmp_path / "v", 8).nearest(unit(0)))
    assert [d for d, _ in found] == [digest_of("a"), digest_of("c"), digest_of("b")]
    assert found[1][1] == pytest.approx(0.707, abs=0.01)
    assert store.similarities(unit(1), [digest_of("b"), digest_of("x")]) == {digest_of("b"): 1.0}


def test_a_torn_end_is_forgotten_and_written_again(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "v", 8)
    store.put({digest_of("a"): unit(0)})
    with (tmp_path / "v" / "rows").open("ab") as file:
        file.write(b"torn")  # the writer died after half a row
    again = VectorStore(tmp_path / "v", 8)
    assert again.known() == {digest_of("a")}
    again.put({digest_of("b"): unit(1)})
    assert VectorStore(tmp_path / "v", 8).similarities(unit(1), [digest_of("b")]) == {
        digest_of("b"): 1.0
    }


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "none", 8)
    assert list(store.nearest(unit(0))) == []
    assert store.known() == set()
    assert not (tmp_path / "none").exists()


def test_a_running_reader_sees_what_another_process_added(tmp_path: Path) -> None:
    reader, writer = VectorStore(tmp_path / "v", 8), VectorStore(tmp_path / "v", 8)
    assert reader.known() == set()
    writer.put({digest_of("a"): unit(0)})
    assert reader.known() == {digest_of("a")}


def filled(folder: Path, analysis: Analysis, docs: list[Disclosure], embedder: Counted) -> Index:
    backend = open_backend(folder, analysis.version, embedder)
    backend.create(entries(docs, analysis), ignore)
    fill(backend, embedder)
    return Index(backend, analysis, embedder=embedder)


def test_what_was_embedded_is_never_embedded_again(tmp_path: Path, analysis: Analysis) -> None:
    embedder = Counted()
    filled(tmp_path / "index", analysis, [ALLOWANCE, WITHDRAWAL_2024], embedder)
    count = len(embedder.given)
    assert count == len(set(embedder.given)) > 0
    backend = open_backend(tmp_path / "index", analysis.version, embedder)
    assert fill(backend, embedder) == 0
    backend.create(entries([ALLOWANCE], analysis), ignore)  # a new build keeps the vectors
    assert fill(backend, embedder) == 0
    assert len(embedder.given) == count


def test_filling_goes_on_where_it_was_interrupted(tmp_path: Path, analysis: Analysis) -> None:
    class Stopped(Counted):
        def passages(self, texts: list[str]) -> list[Vector]:  # type: ignore[override]
            if self.given:
                raise KeyboardInterrupt
            return super().passages(texts)

    stopped = Stopped()
    backend = open_backend(tmp_path / "index", analysis.version, stopped)
    backend.create(entries([ALLOWANCE, WITHDRAWAL_2024], analysis), ignore)
    total = len(list(backend.without_vector()))
    if total > 8:
        with pytest.raises(KeyboardInterrupt):
            fill(backend, stopped)
    else:
        fill(backend, stopped)
    embedder = Counted()
    left = fill(open_backend(tmp_path / "index", analysis.version, embedder), embedder)
    assert left + len(stopped.given) == total
    assert not set(embedder.given) & set(stopped.given)


def test_a_withdrawn_text_is_not_found_by_its_vector(tmp_path: Path, analysis: Analysis) -> None:
    embedder = Counted()
    index = filled(tmp_path / "index", analysis, [ALLOWANCE, WITHDRAWAL_2024], embedder)
    words = "无关的词" + index.passages(ALLOWANCE.id)[0].text[0]
    found = {m.citation.disclosure_id for m in index.find(words, limit=50)}
    assert ALLOWANCE.id in found
    backend = open_backend(tmp_path / "index", analysis.version, embedder)
    backend.change([], [ALLOWANCE.id], ignore)
    assert ALLOWANCE.id not in {m.citation.disclosure_id for m in index.find(words, limit=50)}
