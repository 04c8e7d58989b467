"""Commits: the one row that makes what was written before it visible, all at once.

The newest row ``c<turn>`` names the build that serves and which units of it are gone. A turn is
the commit's time in microseconds, always growing. Long word lists stand in rows ``p<turn>…`` that
are written first. A reader asks for rows from its own turn on, so an unchanged index costs it
one small answer.
"""

from __future__ import annotations

import base64
import json
import time
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from index.backends import milvus_collections
from index.backends.milvus_schema import Means
from index.backends.milvus_server import NoCollection, Row, Server, literal
from index.errors import IndexFailure, NoIndex

_CHUNK = 60_000  # characters of ASCII
_WHOLE_EVERY = 50  # commits between two complete word lists
_UNUSED = [0.0, 1.0]
_TRIES = 20  # writers may commit between two looks at the log


@dataclass(frozen=True)
class Commit:
    """The index at one turn.

    ``build`` is the turn that made its collections; ``gone`` the units withdrawn or replaced since,
    with the turn when; ``rows`` how many passages and disclosures were written to it, ``words`` in
    how many passages each word stood (both with what is gone). ``age`` counts its commits.
    """

    turn: int
    build: int
    schema: int
    lexicon: str
    means: Means = field(default_factory=Means)
    disclosures: int = 0
    passages: int = 0
    rows: int = 0
    age: int = 0
    gone: Mapping[int, int] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)


class Log:
    """The commits of one index. Raises IndexFailure."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.collection = f"{server.name}_log"

    def newest(self, known: Commit | None = None) -> Commit:
        """The newest commit; ``known`` spares reading again what it holds. Raises NoIndex."""
        for _ in range(_TRIES):
            keys = self._keys(known.turn if known else 0)
            if known and keys[:1] != [_commit_key(known.turn)]:  # a later commit replaced it
                known = None
                continue
            if not keys:
                raise self._nothing()
            fresh = keys[1:] if known else keys
            found = self._told(fresh[0]) if fresh else {}
            if found.keys() >= set(fresh):  # else it was replaced between the two looks
                return _replayed([_unpacked(found, key) for key in fresh], known)
        raise IndexFailure("索引的提交记录读不完整。请重新 build。")

    def put(self, commit: Commit, fresh: Mapping[str, int]) -> None:
        """Make ``commit`` the newest; ``fresh`` counts the words of what it adds."""
        whole = commit.age % _WHOLE_EVERY == 0
        words = Counter(commit.words) + Counter(fresh) if whole else fresh
        record = vars(commit) | {"means": vars(commit.means), "gone": list(commit.gone.items())}
        del record["words"]
        packed = _packed({"words": words, "record": record | {"whole": whole}})
        pieces = [packed[i : i + _CHUNK] for i in range(0, len(packed), _CHUNK)]
        key = _commit_key(commit.turn)
        parts = [_row(f"p{key[1:]}{n:05d}", piece) for n, piece in enumerate(pieces[:-1])]
        self._server.put(self.collection, parts)
        self._server.put(self.collection, [_row(key, pieces[-1])])
        if whole:  # nobody needs the shorter lists any more
            for kind in "cp":
                old = f"row >= {literal(kind)} and row < {literal(kind + key[1:])}"
                self._server.delete(self.collection, old)

    def begin(self) -> None:
        """Make the log where there is none."""
        if not self._server.has(self.collection):
            milvus_collections.make(self._server, self.collection, "log")

    def _keys(self, turn: int) -> list[str]:
        """Keys of the commits from ``turn`` on, in order."""
        try:
            return [r["row"] for r in self._rows(_commit_key(turn), "d", [])]
        except NoCollection:
            return []

    def _told(self, first: str) -> dict[str, str]:
        """What the commits from key ``first`` on say, and their long lists."""
        rows = self._rows(first, "d", ["told"]) + self._rows(f"p{first[1:]}", "q", ["told"])
        return {r["row"]: r["told"] for r in rows}

    def _rows(self, first: str, end: str, fields: list[str]) -> list[Row]:
        where = f"row >= {literal(first)} and row < {literal(end)}"
        return list(self._server.rows(self.collection, where, fields, "row"))

    def _nothing(self) -> NoIndex:
        return NoIndex(
            f"{self._server.shown} 里还没有索引。"
            "请先运行：python -m index build 资料目录 --index 地址"
        )


def now() -> int:
    """This moment in the microseconds that turns are counted in."""
    return time.time_ns() // 1000


def _replayed(records: list[dict[str, Any]], known: Commit | None) -> Commit:
    """The last record with the words of all since the last complete list."""
    if not records:
        assert known
        return known
    words: Counter[str] = Counter(known.words if known else ())
    for record in records:
        if record["record"]["whole"]:
            words.clear()
        words.update(record["words"])
    last = dict(records[-1]["record"])
    del last["whole"]
    means, gone = Means(**last.pop("means")), dict(last.pop("gone"))
    return Commit(**last, means=means, gone=gone, words=words)


def _commit_key(turn: int) -> str:
    return f"c{turn:019d}"


def _row(key: str, told: str) -> Row:
    return {"row": key, "until": 0, "told": told, "nothing": _UNUSED}


def _unpacked(found: Mapping[str, str], key: str) -> dict[str, Any]:
    pieces = [told for k, told in sorted(found.items()) if k.startswith(f"p{key[1:]}")]
    packed = base64.b64decode("".join([*pieces, found[key]]))
    return json.loads(zlib.decompress(packed))  # type: ignore[no-any-return]


def _packed(record: dict[str, Any]) -> str:
    told = json.dumps(record, ensure_ascii=False).encode()
    return base64.b64encode(zlib.compress(told)).decode()
