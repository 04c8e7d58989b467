"""What a Milvus index leaves behind: nothing that nobody reads, and nothing of another index."""

from __future__ import annotations

import pytest

from index.analysis import Analysis
from index.backends import milvus
from index.backends.milvus import MilvusBackend
from index.backends.milvus_server import Server
from tests.index.backends.looks import ids
from tests.index.backends.milvus_process import MilvusProcess
from tests.index.corpus import ALL, ALLOWANCE, DOGS, PARKING, entries, ignore, like


def rows(address: str, kind: str) -> int:
    """Rows that the collections of one kind hold, seen or not."""
    server = Server(address)
    names = [c for c in server.collections() if c.startswith(f"{server.name}_{kind}_")]
    return sum(1 for c in names for _ in server.rows(c, "unit >= 0", [], "row"))


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No question is under way, so that what is gone may be deleted without waiting."""
    monkeypatch.setattr(milvus, "_KEPT_US", 0)


@pytest.mark.usefixtures("at_once")
def test_what_is_gone_is_deleted_by_the_next_writer(milvus_index: str, analysis: Analysis) -> None:
    backend = MilvusBackend(milvus_index, analysis.version)
    backend.create(entries(ALL, analysis), ignore)
    backend.change((), [ALLOWANCE.id], ignore)
    assert rows(milvus_index, "p") == 22
    backend.change(entries([like(DOGS, id="more")], analysis), (), ignore)
    assert rows(milvus_index, "p") == 22 - 5 + 3
    assert len(backend.reading().passages("more")) == 3


@pytest.mark.usefixtures("at_once")
def test_old_and_unfinished_builds_go(milvus_index: str, analysis: Analysis) -> None:
    backend = MilvusBackend(milvus_index, analysis.version)
    for document in (ALLOWANCE, DOGS, PARKING):
        backend.create(entries([document], analysis), ignore)
    backend.change((), (), ignore)
    assert len(Server(milvus_index).collections()) == 3  # the log, passages, documents
    assert ids(backend) == {PARKING.id}


def test_much_that_is_gone_is_deleted_at_once(milvus_index: str, analysis: Analysis) -> None:
    backend = MilvusBackend(milvus_index, analysis.version)
    many = [like(PARKING, id=f"p-{n}") for n in range(700)]
    backend.create(entries([*many, DOGS], analysis), ignore)
    backend.change((), [d.id for d in many[50:]], ignore)
    assert rows(milvus_index, "p") == 50 * 3 + 3
    assert (backend.reading().disclosure_count, backend.reading().passage_count) == (51, 153)


def test_the_log_stays_short(milvus_index: str, analysis: Analysis) -> None:
    running = MilvusBackend(milvus_index, analysis.version)
    running.create(entries([DOGS], analysis), ignore)
    before = running.reading().frequencies(["养犬"])
    for n in range(1, 121):
        running.change(entries([like(PARKING, id=f"p-{n}")], analysis), (), ignore)
        if n % 30 == 0:
            fresh = MilvusBackend(milvus_index, analysis.version).reading()
            for reading in (running.reading(), fresh):
                assert (reading.disclosure_count, reading.passage_count) == (1 + n, 3 + 3 * n)
                assert reading.frequencies(["身份证"]) == {"身份证": n}
                assert reading.frequencies(["养犬"]) == before
    server = Server(milvus_index)
    assert sum(1 for _ in server.rows(f"{server.name}_log", 'row > ""', [], "row")) < 60


def test_two_indexes_share_a_server(milvus: MilvusProcess, analysis: Analysis) -> None:
    one, other = (MilvusBackend(f"{milvus.url}/{n}", analysis.version) for n in ("lin", "lin_an"))
    one.create(entries([DOGS], analysis), ignore)
    other.create(entries([PARKING], analysis), ignore)
    one.create(entries([ALLOWANCE], analysis), ignore)
    assert ids(one) == {ALLOWANCE.id}
    assert ids(other) == {PARKING.id}
