"""Milvus: a server that several machines share, or a ``.db`` file for one process.

Milvus has no transactions, so rows are only added: a commit in the log makes them visible, all
at once, and names what is gone. What no commit shows is cleared away by the next writer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace

from index.backends import Reading
from index.backends.milvus_collections import make
from index.backends.milvus_log import Commit, Log, now
from index.backends.milvus_reading import MilvusReading, Place
from index.backends.milvus_server import Server
from index.backends.milvus_turn import Turn
from index.backends.milvus_vectors import Vectors
from index.backends.milvus_writing import (
    Writing,
    delete_unfinished,
    without_old,
)
from index.embedding import Embedder
from index.errors import IndexFailure, NoIndex, WrongVersion
from index.schema import SCHEMA_VERSION, Entry
from index.vectors import Vector

_LOCK_WAIT_S = 30.0
_KEPT_US = 60_000_000  # a question that began before a commit ends long before this
_KEPT_BUILDS = 2
_MOST_GONE = 500  # more than that in every question's filter costs time: deleted at once


class MilvusBackend:
    """The index at ``where`` (see Server). ``lexicon`` is what its terms were cut with.

    A writer waits ``lock_wait`` seconds for another one before it raises Busy.
    """

    def __init__(
        self,
        where: str,
        lexicon: str,
        embedder: Embedder | None = None,
        lock_wait: float = _LOCK_WAIT_S,
    ) -> None:
        self._server = Server(where)
        self._lexicon, self._lock_wait = lexicon, lock_wait
        self._log = Log(self._server)
        self._vectors = Vectors(self._server, embedder)
        self._held: MilvusReading | None = None

    def reading(self) -> Reading:
        return self._reading()

    def reading_any_version(self) -> Reading:
        commit = self._newest()
        return MilvusReading(self._server, self._place(commit.build), commit)

    def stale(self) -> bool:
        """Whether the index was cut by another schema or lexicon than today's."""
        return self._is_stale(self._newest())

    def create(self, entries: Iterable[Entry], written: Callable[[Entry], None]) -> None:
        with self._alone() as turn:
            last = self._last()
            self._clear(last)
            build = max(now(), last.turn + 1 if last else 0)
            place = self._place(build)
            try:
                make(self._server, place.passages, "passages")
                make(self._server, place.documents, "documents")
                empty = Commit(build, build, SCHEMA_VERSION, self._lexicon)
                writing = Writing(self._server, place, empty, build)
                writing.add(entries, written)
                turn.check()
            except BaseException:  # Ctrl-C too: the half-built one goes, the old one serves
                with suppress(IndexFailure):
                    self._drop(build)
                raise
            self._log.put(writing.commit, writing.fresh)

    def change(
        self, entries: Iterable[Entry], withdraw: Sequence[str], written: Callable[[Entry], None]
    ) -> None:
        _checked(self._newest())  # nothing to change where nothing was built
        with self._alone() as turn:
            last = _checked(self._newest())
            self._clear(last)
            place = self._place(last.build)
            delete_unfinished(self._server, place, last)
            kept = without_old(self._server, place, last, now() - _KEPT_US)
            writing = Writing(self._server, place, kept, max(now(), last.turn + 1))
            try:
                writing.hide(withdraw)
                writing.add(self._of_today(entries, last), written)
                turn.check()
            except BaseException:
                with suppress(IndexFailure):
                    delete_unfinished(self._server, place, last)
                raise
            self._log.put(writing.commit, writing.fresh)
            if len(writing.commit.gone) > _MOST_GONE:
                done = _checked(self._newest())
                bare = without_old(self._server, place, done, done.turn)
                self._log.put(replace(bare, turn=done.turn + 1, age=done.age + 1), {})

    def without_vector(self) -> Iterator[tuple[str, str]]:
        yield from self._vectors.missing(self._reading())

    def put_vectors(self, vectors: Mapping[str, Vector]) -> None:
        self._vectors.put(self._reading(), vectors)

    def _reading(self) -> MilvusReading:
        held = self._held
        commit = _checked(self._newest(held.commit if held else None))
        if held is None or commit is not held.commit:
            held = self._held = MilvusReading(self._server, self._place(commit.build), commit)
        return held

    def _newest(self, known: Commit | None = None) -> Commit:
        if not self._server.begun():
            raise NoIndex(
                f"{self._server.shown} 里还没有索引。"
                "请先运行：python -m index build 资料目录 --index 地址"
            )
        return self._log.newest(known)

    def _last(self) -> Commit | None:
        """The newest commit, whatever wrote it; None if there is none that can be read."""
        try:
            return self._log.newest()
        except IndexFailure:
            return None

    def _is_stale(self, commit: Commit) -> bool:
        return (commit.schema, commit.lexicon) != (SCHEMA_VERSION, self._lexicon)

    def _of_today(self, entries: Iterable[Entry], last: Commit) -> Iterator[Entry]:
        for entry in entries:
            if self._is_stale(last):
                raise WrongVersion(
                    "词表更新过，旧文件还没有重新切分。请先运行：python -m index refresh"
                )
            yield entry

    @contextmanager
    def _alone(self) -> Iterator[Turn]:
        self._log.begin()
        with Turn(self._server, self._log).held(self._lock_wait) as turn:
            yield turn

    def _place(self, build: int) -> Place:
        name = self._server.name
        return Place(f"{name}_p_{build}", f"{name}_d_{build}", self._vectors.collection)

    def _drop(self, build: int) -> None:
        place = self._place(build)
        for collection in (place.passages, place.documents):
            self._server.drop(collection)

    def _clear(self, last: Commit | None) -> None:
        """Drop builds that nobody reads: unfinished ones, and old ones after a while."""
        names = (c.rsplit("_", 2) for c in self._server.collections())
        builds = {int(n[-1]) for n in names if n[-2] in ("p", "d") and n[-1].isdecimal()}
        kept = {last.build} if last else set()
        if last and last.build > now() - _KEPT_US:
            kept |= set(sorted(b for b in builds if b < last.build)[-_KEPT_BUILDS:])
        for build in builds - kept:
            self._drop(build)


def _checked(commit: Commit) -> Commit:
    if commit.schema != SCHEMA_VERSION:
        raise WrongVersion("索引是用另一个版本的程序建的。请运行：python -m index refresh")
    return commit
