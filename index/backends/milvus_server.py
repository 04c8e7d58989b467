"""One Milvus server (or file) as this package sees it: rows in, rows out, errors in Chinese.

Every call has a time limit. What fails is said without the values asked for: they may be a
citizen's words.
"""

from __future__ import annotations

import json
import logging
import os
import re
import socket
import threading
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import grpc
from pymilvus import MilvusClient, MilvusException
from pymilvus.exceptions import ConnectionNotExistException

from index.errors import IndexFailure

Row = dict[str, Any]
DEFAULT_NAME = "yangguang"
_CONNECT_S = 3.0
_READ_S, _WRITE_S, _SHAPE_S = 5.0, 30.0, 60.0  # a question, a batch of rows, a collection
_TRIES = 2  # pymilvus would try 75 times
_PAGE = 1_000  # rows a call; Milvus gives no more than 16,384
_BATCH_ROWS, _BATCH_BYTES = 500, 8 << 20  # gRPC messages end at 64 MB
_LISTED = 500  # values in one ``in [...]``
_NO_COLLECTION = 100  # Milvus' code; milvus-lite and clusters agree on it
_LOST = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.CANCELLED)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,40}")


_CLIENTS: dict[tuple[int, str, str], MilvusClient] = {}  # by process, address and password
_LOCK = threading.Lock()


class NoCollection(IndexFailure):
    """The collection asked for is not there."""


class Server:
    """``http://host:19530``, ``http://user:password@host:19530/name`` or a path ending in ``.db``.

    ``name`` begins the name of every collection, so that several indexes can share a server.
    A connection is made at the first call and shared by all who go to the same server.
    """

    def __init__(self, where: str) -> None:
        self._file = None if "://" in where else Path(where)
        parts = urlsplit(where if self._file is None else "")
        self.name = parts.path.strip("/") or DEFAULT_NAME
        if not _NAME.fullmatch(self.name):
            raise IndexFailure(f"索引地址里的名称“{self.name}”只能用字母、数字和下划线。")
        self._at = (parts.hostname or "", parts.port or 19530)
        self._token = f"{parts.username}:{parts.password or ''}" if parts.username else ""
        self._uri = where if self._file else f"{parts.scheme}://{self.shown}"

    @property
    def shown(self) -> str:
        """The address as messages show it: without user and password."""
        return str(self._file) if self._file else f"{self._at[0]}:{self._at[1]}"

    def create(self, collection: str, schema: Any, indexes: Sequence[Mapping[str, Any]]) -> None:
        """Make a collection and load it; nothing happens if it is there in the same shape."""
        with self._said() as client:
            client.create_collection(
                collection, schema=schema, consistency_level="Strong", timeout=_SHAPE_S
            )
            wanted = client.prepare_index_params()
            for index in indexes:
                wanted.add_index(**index)
            client.create_index(collection, wanted, timeout=_SHAPE_S, sync=False)
            client.load_collection(collection, timeout=_SHAPE_S)

    def drop(self, collection: str) -> None:
        """Take a whole collection away; nothing happens if it is not there."""
        with self._said() as client:
            client.drop_collection(collection, timeout=_SHAPE_S, retry_times=_TRIES)

    def collections(self) -> list[str]:
        """Names of the collections of this index."""
        with self._said() as client:
            found = client.list_collections(timeout=_READ_S, retry_times=_TRIES)
        return [name for name in found if name.startswith(f"{self.name}_")]

    def has(self, collection: str) -> bool:
        """Whether a collection is there."""
        with self._said() as client:
            return bool(client.has_collection(collection, timeout=_READ_S, retry_times=_TRIES))

    def put(self, collection: str, rows: Iterable[Row]) -> None:
        """Write rows, replacing those of the same key. An answer that got lost may be repeated."""
        for batch in _batches(rows):
            with self._said() as client:
                client.upsert(collection, batch, timeout=_WRITE_S, retry_times=_TRIES)

    def delete(self, collection: str, where: str) -> None:
        """Delete what an expression matches."""
        with self._said() as client:
            client.delete(collection, filter=where, timeout=_WRITE_S, retry_times=_TRIES)

    def rows(self, collection: str, where: str, fields: Sequence[str], key: str) -> Iterator[Row]:
        """All rows that match, ordered by their ``key`` (the primary one), a page at a time."""
        after: Any = None
        while True:
            beyond = "" if after is None else f" and {key} > {literal(after)}"
            page = self._page(collection, where + beyond, [*fields, key])
            yield from sorted(page, key=lambda row: row[key])
            if len(page) < _PAGE:
                return
            after = max(row[key] for row in page)

    def search(
        self, collection: str, field: str, vector: Any, limit: int, where: str, fields: list[str]
    ) -> list[tuple[Row, float]]:
        """(row, inner product) of the nearest rows that match, best first."""
        with self._said() as client:
            found = client.search(
                collection,
                data=[vector],
                anns_field=field,
                limit=limit,
                filter=where,
                output_fields=fields,
                search_params={"metric_type": "IP"},
                timeout=_READ_S,
                retry_times=_TRIES,
            )
            return [(hit["entity"], float(hit["distance"])) for hit in found[0]]

    def _page(self, collection: str, where: str, fields: list[str]) -> list[Row]:
        with self._said() as client:
            found = client.query(
                collection,
                filter=where,
                output_fields=fields,
                limit=_PAGE,
                reduce_stop_for_best=True,  # the smallest keys first, from every segment
                timeout=_READ_S,
                retry_times=_TRIES,
            )
            return [dict(row) for row in found]

    def begun(self) -> bool:
        """Whether there can be anything: reading must not make a file where none is."""
        return self._file is None or self._file.exists()

    @contextmanager
    def _said(self) -> Iterator[MilvusClient]:
        """The client; what goes wrong with it comes out as IndexFailure."""
        try:
            yield self._connected()
        except (MilvusException, grpc.RpcError) as failure:
            code = _code(failure)
            if code in _LOST:  # gRPC itself would wait up to two minutes before it tries again
                self._disconnect()
            raise self._failure(code) from None  # its own words may hold what was asked for

    def _connected(self) -> MilvusClient:
        with _LOCK:
            if self._key() not in _CLIENTS:
                _CLIENTS[self._key()] = self._connect()
            return _CLIENTS[self._key()]

    def _disconnect(self) -> None:
        with _LOCK:
            client = _CLIENTS.pop(self._key(), None)
        if client:
            client.close()

    def _key(self) -> tuple[int, str, str]:
        return os.getpid(), self._uri, self._token

    def _connect(self) -> MilvusClient:
        for name in ("pymilvus", "pymilvus.milvus_client"):  # it prints every failed request
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        if self._file:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        else:
            self._look()
        alias = uuid.uuid4().hex  # pymilvus by itself would share connections across a fork
        try:
            return MilvusClient(self._uri, token=self._token, alias=alias, timeout=_CONNECT_S)
        except (MilvusException, grpc.RpcError):
            raise IndexFailure(
                f"{self.shown} 被另一个程序占用，或者不是 Milvus 文件。"
                if self._file
                else f"{self.shown} 有程序在应答，但不是能用的 Milvus（2.4 以上）。"
                "请检查 SEARCH_URL 的地址、端口和口令。"
            ) from None

    def _look(self) -> None:
        """Knock at the port first: gRPC would go on trying until its time limit."""
        try:
            socket.create_connection(self._at, timeout=_CONNECT_S).close()
        except OSError as refused:
            raise IndexFailure(
                f"连不上搜索服务 Milvus（{self.shown}）。请检查 SEARCH_URL 的地址和端口，"
                "以及它是否在运行。"
            ) from refused

    def _failure(self, code: object) -> IndexFailure:
        if code == _NO_COLLECTION:
            return NoCollection(f"{self.shown} 里的索引不完整。请重新 build。")
        if code in _LOST:
            return IndexFailure(
                f"与搜索服务 Milvus（{self.shown}）的连接断了或没有及时应答。"
                "请检查它是否在运行，恢复后会自动重连。"
            )
        told = getattr(code, "name", code)
        return IndexFailure(
            f"搜索服务 Milvus（{self.shown}）不接受这个操作（{told}）。"
            "请检查它的版本（2.4 以上）、权限和日志。"
        )


def _code(failure: Exception) -> object:
    """Milvus' number or gRPC's status, wherever pymilvus has put it."""
    if isinstance(failure, ConnectionNotExistException):  # another thread has given it up
        return grpc.StatusCode.CANCELLED
    code = getattr(failure.__cause__ or failure, "code", None)
    return code() if callable(code) else code


def literal(value: str | int) -> str:
    """A value in Milvus' expression language."""
    return json.dumps(value, ensure_ascii=False)


def among(field: str, values: Iterable[str | int], *, negated: bool = False) -> str:
    """``field in [...]``; there must be a value."""
    return f"{field} {'not in' if negated else 'in'} [{', '.join(map(literal, values))}]"


def slices(values: Iterable[Any]) -> Iterator[list[Any]]:
    """``values`` in lists short enough for one expression."""
    listed = list(values)
    for start in range(0, len(listed), _LISTED):
        yield listed[start : start + _LISTED]


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += sum(len(v) * 4 if isinstance(v, str) else 16 * _length(v) for v in row.values())
        if len(batch) >= _BATCH_ROWS or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _length(value: Any) -> int:
    return len(value) if hasattr(value, "__len__") else 1
