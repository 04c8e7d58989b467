"""Both engines behind one fixture: every test that asks for ``make`` runs once for each."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from index.analysis import Analysis
from index.backends import Backend
from index.backends.milvus import MilvusBackend
from index.backends.whoosh import WhooshBackend
from index.vectors import VectorStore
from tests.index.backends.embedder import Small
from tests.index.backends.milvus_process import MilvusProcess

Open = Callable[..., Backend]
_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def milvus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MilvusProcess]:
    """One server for all tests; each has an index of its own name on it."""
    server = MilvusProcess(tmp_path_factory.mktemp("milvus") / "milvus.db")
    server.start()
    yield server
    server.kill()


@pytest.fixture
def milvus_index(milvus: MilvusProcess) -> Iterator[str]:
    """The address of an index that is not there yet."""
    address = f"{milvus.url}/t{next(_NUMBERS)}"
    yield address
    drop(address)


@pytest.fixture(params=["whoosh", "milvus"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for an index, which the engine can be told by."""
    if request.param == "milvus":
        return str(request.getfixturevalue("milvus_index"))
    return str(tmp_path / "index")


@pytest.fixture
def make(where: str, analysis: Analysis) -> Open:
    """``make()`` opens the same place once more, as another process would."""
    return partial(opened, where, analysis.version)


def opened(
    where: str, version: str, *, lexicon: str = "", embedder: Small | None = None, **options: float
) -> Backend:
    """The engine at ``where``; terms are cut with ``version`` or another ``lexicon``."""
    if "://" in where:
        return MilvusBackend(where, lexicon or version, embedder, **options)
    folder = Path(where)
    room = folder.parent / "vectors"
    store = VectorStore(room / embedder.name, embedder.dimension) if embedder else None
    return WhooshBackend(folder, lexicon or version, store, **options)


def drop(address: str) -> None:
    """Take an index off the server: it keeps all collections in memory."""
    server = MilvusBackend(address, "")._server
    for collection in server.collections():
        server.drop(collection)
