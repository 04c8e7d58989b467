"""Which engine keeps the index: a folder of Whoosh files, a Milvus server or a Milvus file."""

from __future__ import annotations

from pathlib import Path

from index.backends import Backend
from index.backends.whoosh import WhooshBackend
from index.embedding import Embedder
from index.vectors import VectorStore


def open_backend(
    where: str | Path,
    lexicon: str,
    embedder: Embedder | None = None,
    vectors: Path | None = None,
) -> Backend:
    """The engine at ``where``; ``lexicon`` is the analysis version that its terms are cut with.

    Without an ``embedder`` its vectors are neither read nor written. An embedded index keeps them
    in its own folder, or in ``vectors``, which several may share; Milvus keeps them itself.
    """
    if is_milvus(where):
        from index.backends.milvus import MilvusBackend  # importing pymilvus takes a while

        return MilvusBackend(str(where), lexicon, embedder)
    folder = Path(where)
    room = vectors or folder / "vectors"
    store = VectorStore(room / embedder.name, embedder.dimension) if embedder else None
    return WhooshBackend(folder, lexicon, store)


def is_milvus(where: str | Path) -> bool:
    """Whether ``where`` is a Milvus address (``http://…``) or file (``….db``)."""
    return "://" in str(where) or str(where).endswith(".db")
