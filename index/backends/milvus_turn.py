"""Writers take turns: a lease in the log, renewed while its holder lives.

Whoever sees another's live lease withdraws its own and tries again later, so two can never both
hold one. A holder that died on this machine is known by its process; elsewhere its lease ends.
"""

from __future__ import annotations

import os
import random
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.backends.milvus_log import Log, now
from index.backends.milvus_server import Row, Server, literal
from index.errors import Busy, IndexFailure

_LEASE_S, _RENEWED_S = 60, 15
_HERE: set[str] = set()  # whoever has or wants a lease in this process
_LEASES = f"row >= {literal('w')} and row < {literal('x')}"


class Turn:
    """The right to write, until the ``with`` ends."""

    def __init__(self, server: Server, log: Log) -> None:
        self._server, self._log = server, log
        self._holder = f"{_process(os.getpid())} {uuid.uuid4().hex}"
        self._rows: list[str] = []
        self._ended = threading.Event()

    @contextmanager
    def held(self, wait: float) -> Iterator[Turn]:
        """Raises Busy after ``wait`` seconds."""
        _HERE.add(self._holder)
        try:
            self._take(time.monotonic() + wait)
            renewing = threading.Thread(target=self._renew, daemon=True)
            renewing.start()
            try:
                yield self
            finally:
                self._ended.set()
                renewing.join()
                with suppress(IndexFailure):  # then it ends by itself
                    self._let_go()
        finally:
            _HERE.discard(self._holder)

    def check(self) -> None:
        """Raises Busy if the lease was lost (the server was out of reach for too long)."""
        mine = [r["until"] for r in self._leases() if r["told"] == self._holder]
        if not any(until > now() for until in mine):
            raise Busy("写入中断太久，写入权已让给别的程序。索引没有变，请再运行一次。")

    def _take(self, deadline: float) -> None:
        while True:
            if not self._others():
                self._lease()
                if not self._others():
                    return
                self._let_go()
            if time.monotonic() > deadline:
                raise Busy("另一个程序正在写入索引，请等它结束后再试。")
            time.sleep(random.uniform(0.02, 0.1))

    def _lease(self) -> None:
        """A new row each time: replacing one would leave a moment without."""
        row, old = f"w{uuid.uuid4().hex}", self._rows
        lease = {"row": row, "until": now() + _LEASE_S * 1_000_000, "told": self._holder}
        self._server.put(self._log.collection, [lease | {"nothing": [0.0, 1.0]}])
        self._rows = [row]
        self._delete(old)

    def _let_go(self) -> None:
        self._delete(self._rows)
        self._rows = []

    def _delete(self, rows: list[str]) -> None:
        for row in rows:
            self._server.delete(self._log.collection, f"row == {literal(row)}")

    def _renew(self) -> None:
        while not self._ended.wait(_RENEWED_S):
            with suppress(IndexFailure):  # ``check`` tells before anything is committed
                self._lease()

    def _others(self) -> bool:
        """Whether somebody else's lease is alive; dead ones are cleared away."""
        alive = False
        for lease in self._leases():
            if lease["told"] == self._holder:
                continue
            if lease["until"] > now() and not _died(lease["told"]):
                alive = True
            else:
                self._delete([lease["row"]])
        return alive

    def _leases(self) -> list[Row]:
        return list(self._server.rows(self._log.collection, _LEASES, ["until", "told"], "row"))


def _process(pid: int) -> str:
    """A process as nobody else is called: host, process namespace, number, time of its start."""
    try:
        space = os.readlink("/proc/self/ns/pid")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        started = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[19]
    except (OSError, IndexError):
        return f"{socket.gethostname()} - {pid} -"
    return f"{boot} {space} {pid} {started}"


def _died(holder: str) -> bool:
    """Whether a holder is known to be dead: a process of this machine that is no more."""
    process, _, _ = holder.rpartition(" ")
    mine = _process(os.getpid())
    if process == mine:
        return holder not in _HERE
    host, pid = process.split(" ")[:2], process.split(" ")[2]
    if host[1] == "-" or host != mine.split(" ")[:2]:
        return False
    return _process(int(pid)) != process
