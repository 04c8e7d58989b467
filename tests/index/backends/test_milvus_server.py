"""A Milvus that is not there, is not one, goes away or hangs: said in Chinese, and soon."""

from __future__ import annotations

import http.server
import logging
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.analysis import Analysis
from index.backends.milvus import MilvusBackend
from index.errors import IndexFailure, NoIndex
from index.schema import Entry
from tests.index.backends.conftest import drop
from tests.index.backends.looks import found, ids
from tests.index.backends.milvus_process import MilvusProcess
from tests.index.corpus import ALL, ALLOWANCE, DOGS, PARKING, entries, ignore

_WORDS = "我家老人的秘密"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[MilvusProcess]:
    """A server of this test's own, to be killed."""
    server = MilvusProcess(tmp_path / "own.db")
    server.start()
    yield server
    server.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("host", ["127.0.0.1", "no-such-host.invalid"])
def test_nobody_there(host: str, analysis: Analysis) -> None:
    started = time.monotonic()
    with pytest.raises(IndexFailure, match=r"连不上搜索服务 Milvus.*请检查 SEARCH_URL"):
        MilvusBackend(f"http://{host}:{free_port()}", analysis.version).reading()
    assert time.monotonic() - started < 5


def test_something_else_there(analysis: Analysis) -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        backend = MilvusBackend(f"http://127.0.0.1:{server.server_port}", analysis.version)
        started = time.monotonic()
        with pytest.raises(IndexFailure, match="不是能用的 Milvus"):
            backend.reading()
        assert time.monotonic() - started < 10
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("name", ["中文", "a b", "9", "a/b", "a" * 60])
def test_a_name_that_no_collection_may_have(name: str) -> None:
    with pytest.raises(IndexFailure, match="只能用字母、数字和下划线"):
        MilvusBackend(f"http://127.0.0.1:19530/{name}", "lexicon")


def test_a_password_is_never_shown(analysis: Analysis) -> None:
    backend = MilvusBackend(f"http://root:geheim@127.0.0.1:{free_port()}", analysis.version)
    with pytest.raises(IndexFailure) as failure:
        backend.reading()
    assert "geheim" not in str(failure.value)


def test_a_lost_connection_is_said_and_comes_back(
    own: MilvusProcess, analysis: Analysis, caplog: pytest.LogCaptureFixture
) -> None:
    backend = MilvusBackend(own.url, analysis.version)
    backend.create(entries(ALL, analysis), ignore)
    reading = backend.reading()
    own.kill()
    caplog.set_level(logging.DEBUG)
    for ask in (
        backend.reading,
        lambda: reading.search({"提取": 1.0}, 10),
        lambda: reading.by_key("id", _WORDS),
        lambda: reading.text(_WORDS),
        lambda: backend.change(entries([DOGS], analysis), (), ignore),
        lambda: backend.create(entries([DOGS], analysis), ignore),
    ):
        started = time.monotonic()
        with pytest.raises(IndexFailure, match="搜索服务 Milvus") as failure:
            ask()
        assert "是否在运行" in str(failure.value)
        assert time.monotonic() - started < 5
        assert _WORDS not in str(failure.value)
    assert _WORDS not in caplog.text
    own.start()
    assert ids(backend) == {d.id for d in ALL}
    assert reading.text(ALLOWANCE.id) == ALLOWANCE.text


def test_a_server_lost_half_way_changes_nothing(own: MilvusProcess, analysis: Analysis) -> None:
    backend = MilvusBackend(own.url, analysis.version)
    backend.create(entries([ALLOWANCE, DOGS], analysis), ignore)

    def half() -> Iterator[Entry]:
        yield from entries([PARKING], analysis)
        own.kill()

    with pytest.raises(IndexFailure, match="连接断了或没有及时应答"):
        backend.change(half(), [ALLOWANCE.id], ignore)
    own.start()
    again = MilvusBackend(own.url, analysis.version, lock_wait=0.0)
    assert ids(again) == {ALLOWANCE.id, DOGS.id}
    again.change(entries([PARKING], analysis), [DOGS.id], ignore)
    assert ids(again) == {ALLOWANCE.id, PARKING.id}


def test_a_server_that_hangs_is_given_up(own: MilvusProcess, analysis: Analysis) -> None:
    backend = MilvusBackend(own.url, analysis.version)
    backend.create(entries([DOGS], analysis), ignore)
    own.freeze()
    started = time.monotonic()
    with pytest.raises(IndexFailure, match="没有及时应答"):
        backend.reading()
    assert time.monotonic() - started < 15


def test_collections_taken_away_are_said(milvus_index: str, analysis: Analysis) -> None:
    backend = MilvusBackend(milvus_index, analysis.version)
    backend.create(entries(ALL, analysis), ignore)
    reading = backend.reading()
    drop(milvus_index)
    with pytest.raises(IndexFailure, match="请重新 build"):
        reading.search({"提取": 1.0}, 10)
    with pytest.raises(NoIndex):
        backend.reading()
    backend.create(entries([DOGS], analysis), ignore)
    assert ids(backend) == {DOGS.id}


def test_a_file_serves_one_process(tmp_path: Path, analysis: Analysis) -> None:
    backend = MilvusBackend(str(tmp_path / "one.db"), analysis.version)
    with pytest.raises(NoIndex):
        backend.reading()
    assert list(tmp_path.glob("one.db")) == []
    backend.create(entries(ALL, analysis), ignore)
    assert found(backend, "高龄津贴")[0].startswith("lz-gaoling-2023#")
