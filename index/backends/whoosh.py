"""The embedded engine: Whoosh files in generations, of which ``CURRENT`` names the serving one.

A build fills a new generation and then renames the pointer, so an interrupted one changes
nothing. Searchers are opened per commit and never refreshed in place (a withdrawn text must
not come back). Writers take turns by a lock that the system frees when its holder dies.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from whoosh import index, searching, writing

from index.backends import Reading
from index.backends.scoring import Segments, keep
from index.backends.whoosh_reading import WhooshReading
from index.backends.whoosh_rows import add_entry, whoosh_schema
from index.errors import Busy, IndexFailure, NoIndex, WrongVersion
from index.schema import SCHEMA_VERSION, Entry
from index.vectors import Vector, VectorStore

T = TypeVar("T")
_POINTER, _LOCK = "CURRENT", "WRITING"
_PARTS = {"generation", "schema", "lexicon"}
# As Whoosh reckons it, of which it really takes a third; below, a large build spills and sorts
# through files (800 documents a second instead of 1,100).
_MEMORY_MB = 1024
_LOCK_WAIT_S = 30.0
_TRIES = 20  # a build may take the generation away between reading the pointer and opening it


class WhooshBackend:
    """An index folder. ``lexicon`` is the analysis version that its terms were cut with.

    A writer waits ``lock_wait`` seconds for another one before it raises Busy.
    """

    def __init__(
        self,
        folder: Path,
        lexicon: str,
        vectors: VectorStore | None = None,
        lock_wait: float = _LOCK_WAIT_S,
    ) -> None:
        self._folder, self._lexicon, self._lock_wait = folder, lexicon, lock_wait
        self._vectors = vectors
        self._segments = Segments()
        self._opened: tuple[str, index.Index] | None = None
        self._local = threading.local()
        self._lock = threading.Lock()

    def reading(self) -> Reading:
        return self._persistently(self._current_reading)

    def create(self, entries: Iterable[Entry], written: Callable[[Entry], None]) -> None:
        with self._alone():
            name = f"gen-{time.time_ns()}"
            target = self._folder / name
            target.mkdir(parents=True)
            try:
                ix = index.create_in(str(target), whoosh_schema())
                with _uncollected(), ix.writer(limitmb=_MEMORY_MB) as writer:
                    for entry in entries:
                        add_entry(writer, entry)
                        written(entry)
                _keep_arrays(ix)
            except BaseException:  # Ctrl-C too: the half-built generation goes, the old one serves
                shutil.rmtree(target, ignore_errors=True)
                raise
            self._point_to(name)

    def change(
        self, entries: Iterable[Entry], withdraw: Sequence[str], written: Callable[[Entry], None]
    ) -> None:
        self._pointer()  # nothing to change where nothing was built, and no folder made for it
        with self._alone():
            with self._writer() as w:
                for disclosure_id in withdraw:
                    w.delete_by_term("id", disclosure_id)
                for entry in entries:
                    self._refuse_mixed_terms()
                    w.delete_by_term("id", entry.disclosure.id)
                    add_entry(w, entry)
                    written(entry)
            _keep_arrays(self._open(checked=True))

    def without_vector(self) -> Iterator[tuple[str, str]]:
        if self._vectors is None:
            return
        known = self._vectors.known()
        for digest, text in self._persistently(self._current_reading).meanings():
            if digest not in known:
                known.add(digest)
                yield digest, text

    def put_vectors(self, vectors: Mapping[str, Vector]) -> None:
        if self._vectors is not None:
            self._vectors.put(vectors)

    def stale(self) -> bool:
        """Whether the index was cut by another schema or lexicon than today's."""
        pointer = self._pointer()
        return (pointer["schema"], pointer["lexicon"]) != (SCHEMA_VERSION, self._lexicon)

    def reading_any_version(self) -> Reading:
        """A view for ``refresh``, which only needs the stored texts."""

        def opened() -> WhooshReading:
            ix = self._open(checked=False)
            return self._reading(ix, ix.searcher())

        return self._persistently(opened)

    def _writer(self) -> writing.SegmentWriter:
        ix = self._persistently(lambda: self._open(checked=True))
        return ix.writer(limitmb=_MEMORY_MB)

    def _current_reading(self) -> WhooshReading:
        ix = self._open(checked=True)
        held = getattr(self._local, "held", None)
        if held and held[0] is ix and held[1].up_to_date():
            return held[2]  # type: ignore[no-any-return]
        searcher = ix.searcher()
        self._local.held = (ix, searcher, self._reading(ix, searcher))
        return self._local.held[2]  # type: ignore[no-any-return]

    def _reading(self, ix: index.Index, searcher: searching.Searcher) -> WhooshReading:
        folder = Path(ix.storage.folder)
        scored = partial(self._segments.scoring, folder=folder)
        return WhooshReading(searcher, self._vectors, scored)

    def _persistently(self, read: Callable[[], T]) -> T:
        """``read`` again where a build took the files away meanwhile; else they are broken."""
        for _ in range(_TRIES):
            before = self._pointer()
            try:
                return read()
            except IndexFailure:
                raise
            except Exception as failure:  # Whoosh raises anything on damaged files
                broken = failure
            if self._pointer() == before:
                break
        raise IndexFailure(f"索引文件不完整（{type(broken).__name__}）。请重新 build。") from broken

    def _pointer(self) -> dict[str, object]:
        try:
            record = json.loads((self._folder / _POINTER).read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            raise NoIndex(
                f"{self._folder} 里还没有索引。"
                "请先运行：python -m index build 资料目录 --index 目录"
            ) from None
        except (OSError, ValueError) as broken:
            raise IndexFailure(
                f"索引指针 {_POINTER} 读不出来（{broken}）。请重新 build。"
            ) from broken
        if not isinstance(record, dict) or not record.keys() >= _PARTS:
            raise IndexFailure(f"索引指针 {_POINTER} 内容不全。请重新 build。")
        return record

    def _open(self, *, checked: bool) -> index.Index:
        pointer = self._pointer()
        if checked and pointer["schema"] != SCHEMA_VERSION:
            raise WrongVersion("索引是用另一个版本的程序建的。请运行：python -m index refresh")
        name = str(pointer["generation"])
        with self._lock:
            if self._opened is None or self._opened[0] != name:
                opened = index.open_dir(str(self._folder / name), schema=whoosh_schema())
                self._opened = (name, opened)
            return self._opened[1]

    def _refuse_mixed_terms(self) -> None:
        if self.stale():
            raise WrongVersion(
                "词表更新过，旧文件还没有重新切分。请先运行：python -m index refresh"
            )

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the folder's one writing lock. Raises Busy, or IndexFailure if the disk refuses."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with (self._folder / _LOCK).open("a") as held:
                self._wait_for(held.fileno())
                yield
        except OSError as refused:
            raise IndexFailure(
                f"索引写不进 {self._folder}（{refused.strerror}）。原来的索引没有变，"
                "请检查磁盘空间和目录权限。"
            ) from refused

    def _wait_for(self, held: int) -> None:
        deadline = time.monotonic() + self._lock_wait
        while True:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise Busy("另一个程序正在写入索引，请等它结束后再试。") from None
            time.sleep(0.05)

    def _point_to(self, name: str) -> None:
        old = {p.name for p in self._folder.glob("gen-*")} - {name}
        record = {"generation": name, "schema": SCHEMA_VERSION, "lexicon": self._lexicon}
        fresh = self._folder / f"{_POINTER}.{os.getpid()}"
        with fresh.open("w", encoding="utf-8") as file:
            file.write(json.dumps(record))
            file.flush()
            os.fsync(file.fileno())  # after a power cut the pointer is the old one or the new one
        fresh.replace(self._folder / _POINTER)
        for generation in old:  # open readers keep their files until they look again
            shutil.rmtree(self._folder / generation, ignore_errors=True)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cycle collector, which would look through millions of postings for nothing."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _keep_arrays(ix: index.Index) -> None:
    with contextlib.closing(ix.reader()) as reader:
        keep(reader, Path(ix.storage.folder))
