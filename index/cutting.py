"""Files -> entries ready to be written; of much text, on a second processor beside the writer."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from index.analysis import LEXICON_DIR, shared_analysis
from index.errors import IndexFailure
from index.schema import Entry, entry
from index.sources import Refused, read

_MUCH = 4 * 1024 * 1024  # bytes from which a second process pays for its start
_AT_ONCE = 200  # documents handed over together
_STOP_S = 5.0
Cut = Entry | Refused


def cut(paths: Sequence[Path]) -> Iterator[Cut]:
    """Every readable document of ``paths`` as an entry, in order. Raises IndexFailure."""
    return _beside(paths) if _size(paths) >= _MUCH else _here(paths)


def _here(paths: Sequence[Path]) -> Iterator[Cut]:
    analysis = shared_analysis(LEXICON_DIR)
    for found in read(paths):
        yield found if isinstance(found, Refused) else entry(found, analysis)


def _beside(paths: Sequence[Path]) -> Iterator[Cut]:
    context = multiprocessing.get_context("spawn")  # the caller may have threads
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(list(paths), theirs), daemon=True)
    worker.start()
    theirs.close()
    try:
        while some := ours.recv():
            yield from some
    except EOFError as ended:
        raise IndexFailure("切分文件的进程中途停了，原来的索引没有变，请重试。") from ended
    finally:
        ours.close()
        worker.terminate()
        worker.join(_STOP_S)


def _work(paths: list[Path], out: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops this one
    found = _here(paths)
    while some := list(islice(found, _AT_ONCE)):
        out.send(some)
    out.send([])


def _size(paths: Sequence[Path]) -> int:
    files = (f for p in paths for f in (p.rglob("*") if p.is_dir() else (p,)) if f.is_file())
    return sum(file.stat().st_size for file in files)
