"""What Milvus keeps: the collections of a build, and the rows of a disclosure.

Passages carry one sparse vector whose inner product with a question's is BM25F over body and
head, so weights, formula and analysis are ours and every filter goes into the same search.
Texts, metadata and keys are rows of a second collection. Rows are never changed: each belongs to
a ``unit`` (one writing of one disclosure) and is seen from the commit ``since`` on.
"""

from __future__ import annotations

import base64
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.backends.limits import Limits, limits_of
from index.backends.milvus_server import Row
from index.backends.scoring import HEAD_WEIGHT, K1, LAW_SHARE, B
from index.errors import IndexFailure
from index.schema import Entry, digest_of, to_json

KEYS = ("numbers", "names", "ends", "explains", "touches")
_SHARES = {"body": 1.0, "head": HEAD_WEIGHT}
_LONGEST = 65_535  # bytes of a VARCHAR
_CHUNK = 16_000  # characters: at most 64,000 bytes
_PACKED = "\ue000z:"  # of the private use area: no text begins so
_DIMENSIONS = 2**32 - 3
_NO_TERM = 2**32 - 2  # no term's dimension; a vector must not be empty
PASSAGE_FIELDS = ("id", "ordinal", "text", "heading", "article", "body", "head", "digest", "meta")
FILTER_FIELDS = ("id", "region", "issuers", "published", "first", "last")


@dataclass(frozen=True)
class Means:
    """Mean length in terms that a build's passages are measured by; it stays until the next."""

    body: float = 90.0
    head: float = 20.0

    @staticmethod
    def of(entries: Sequence[Entry]) -> Means:
        """The mean over these entries; disclosures count as empty passages, as Whoosh has it."""
        rows = [row for entry in entries for row in entry.rows]
        if not rows:
            return Means()
        count = len(rows) + len(entries)
        return Means(
            sum(len(r.body_terms) for r in rows) / count or 1.0,
            sum(len(r.head_terms) for r in rows) / count or 1.0,
        )


def passage_rows(entry: Entry, unit: int, since: int, first: int, means: Means) -> Iterator[Row]:
    """The passages of a disclosure; rows are numbered from ``first``."""
    d = entry.disclosure
    limits = limits_of(d)
    for n, row in enumerate(entry.rows):
        p = row.passage
        terms = _weighed("body", row.body_terms, means.body)
        terms |= _weighed("head", row.head_terms, means.head)
        law = LAW_SHARE if d.kind == "法律" else 1.0
        yield {
            "row": first + n,
            "unit": unit,
            "since": since,
            "ordinal": p.ordinal,
            "text": packed(p.text),
            "heading": packed(p.heading),
            "article": p.article,
            "body": packed(" ".join(row.body_terms)),
            "head": packed(" ".join(row.head_terms)),
            "digest": row.digest,
            "near": near_key(d.id, row.digest, limits),
            "meta": packed(to_json(d)),
            "terms": {k: v * law for k, v in terms.items()} or {_NO_TERM: 1.0},
            **filter_fields(d.id, limits),
        }


def document_rows(entry: Entry, unit: int, since: int) -> Iterator[Row]:
    """A disclosure's metadata (``d``), its text in pieces (``t``) and what it is found by (``k``).

    ``row`` orders the pieces; a ``d`` row's ``ordinal`` counts the passages.
    """
    d = entry.disclosure
    pieces = [d.text[i : i + _CHUNK] for i in range(0, len(d.text), _CHUNK)]
    told = [("d", len(entry.rows), "", packed(to_json(d)))]
    told += [("t", n, "", piece) for n, piece in enumerate(pieces)]
    told += [("k", 0, k, "") for k in keys_of(entry)]
    for n, (what, ordinal, key, text) in enumerate(told):
        yield {
            "row": f"{unit:019d}{n:06d}",
            "unit": unit,
            "since": since,
            "what": what,
            "id": d.id,
            "ordinal": ordinal,
            "key": key,
            "text": text,
            "nothing": [0.0, 1.0],
        }


def keys_of(entry: Entry) -> list[str]:
    """Every exact-match key of an entry with its field's name."""
    return [f"{field} {k}" for field in KEYS for k in dict.fromkeys(getattr(entry, field)) if k]


def words_of(entry: Entry) -> Counter[str]:
    """In how many passages each term of body and head stands, and each key once."""
    found: Counter[str] = Counter(keys_of(entry))
    for row in entry.rows:
        found.update(f"body {t}" for t in set(row.body_terms))
        found.update(f"head {t}" for t in set(row.head_terms))
    return found


def asked_vector(weights: Mapping[str, float], rarity: Any) -> dict[int, float]:
    """The question's side of BM25F; ``rarity(field, term)`` is what a term tells in a field."""
    found: dict[int, float] = {}
    for field, share in _SHARES.items():
        for term, weight in weights.items():
            told = weight * share * rarity(field, term)
            if told > 0:
                place = _dimension(field, term)
                found[place] = found.get(place, 0.0) + told
    return found


def _weighed(field: str, terms: Sequence[str], mean: float) -> dict[int, float]:
    norm = K1 * (1 - B[field] + B[field] * len(terms) / mean)
    counts = Counter(terms)
    return {_dimension(field, t): n * (K1 + 1) / (n + norm) for t, n in counts.items()}


def _dimension(field: str, term: str) -> int:
    return zlib.crc32(f"{field} {term}".encode()) % _DIMENSIONS


def near_key(disclosure_id: str, digest: str, limits: Limits) -> str:
    """Names a vector together with all that it is filtered by; the same after a new build."""
    return digest_of(f"{disclosure_id}\n{digest}\n{limits}")


def filter_fields(disclosure_id: str, limits: Limits) -> Row:
    """What a search restricts by, beside every passage and every vector."""
    return {
        "id": disclosure_id,
        "region": limits.region,
        "issuers": "|".join(["", *limits.issuers, ""]),
        "published": limits.published,
        "first": limits.first,
        "last": limits.last,
    }


def packed(text: str) -> str:
    """``text`` as a VARCHAR holds it: compressed if it is too long. Raises IndexFailure."""
    if len(text) <= _LONGEST // 4 or len(text.encode()) <= _LONGEST:
        return text
    pressed = _PACKED + base64.b85encode(zlib.compress(text.encode(), 9)).decode()
    if len(pressed) > _LONGEST:
        raise IndexFailure("有一段文字或一份目录信息太长，Milvus 存不下。请把这份文件拆开再收入。")
    return pressed


def unpacked(stored: str) -> str:
    """What ``packed`` was given."""
    if not stored.startswith(_PACKED):
        return stored
    return zlib.decompress(base64.b85decode(stored[len(_PACKED) :])).decode()
