"""The shapes of Milvus' collections. A collection must have a vector, used or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pymilvus import DataType, MilvusClient

from index.backends.milvus_server import Server

_FIELDS = {
    "passages": {
        "row": DataType.INT64,
        "unit": DataType.INT64,
        "since": DataType.INT64,
        "id": DataType.VARCHAR,
        "ordinal": DataType.INT32,
        "region": DataType.VARCHAR,
        "issuers": DataType.VARCHAR,
        "published": DataType.INT32,
        "first": DataType.INT32,
        "last": DataType.INT32,
        "text": DataType.VARCHAR,
        "heading": DataType.VARCHAR,
        "article": DataType.VARCHAR,
        "body": DataType.VARCHAR,
        "head": DataType.VARCHAR,
        "digest": DataType.VARCHAR,
        "near": DataType.VARCHAR,
        "meta": DataType.VARCHAR,
        "terms": DataType.SPARSE_FLOAT_VECTOR,
    },
    "documents": {
        "row": DataType.VARCHAR,
        "unit": DataType.INT64,
        "since": DataType.INT64,
        "what": DataType.VARCHAR,
        "id": DataType.VARCHAR,
        "ordinal": DataType.INT32,
        "key": DataType.VARCHAR,
        "text": DataType.VARCHAR,
        "nothing": DataType.FLOAT_VECTOR,
    },
    "log": {
        "row": DataType.VARCHAR,
        "until": DataType.INT64,
        "told": DataType.VARCHAR,
        "nothing": DataType.FLOAT_VECTOR,
    },
    "vectors": {
        "near": DataType.VARCHAR,
        "digest": DataType.VARCHAR,
        "id": DataType.VARCHAR,
        "region": DataType.VARCHAR,
        "issuers": DataType.VARCHAR,
        "published": DataType.INT32,
        "first": DataType.INT32,
        "last": DataType.INT32,
        "vector": DataType.FLOAT_VECTOR,
    },
}
_SEARCHED = {
    "passages": ("unit", "id", "digest", "near"),
    "documents": ("unit", "id", "key"),
    "log": (),
    "vectors": ("digest", "id"),
}
_LONGEST, _LONGEST_KEY = 65_535, 512  # bytes; a primary key may be no longer than the latter


def make(server: Server, collection: str, shape: str, dimension: int = 2) -> None:
    """Make ``collection`` in one of the shapes; ``dimension`` is that of its dense vector."""
    fields = _FIELDS[shape]
    first = next(iter(fields))
    schema = MilvusClient.create_schema(auto_id=False, enable_dynamic_field=False)
    for name, kind in fields.items():
        schema.add_field(
            name, kind, is_primary=name == first, **_sizes(name == first, kind, dimension)
        )
    indexes: list[Mapping[str, Any]] = [
        {"field_name": name, **_vector_index(kind)}
        for name, kind in fields.items()
        if kind in (DataType.SPARSE_FLOAT_VECTOR, DataType.FLOAT_VECTOR)
    ]
    indexes += [{"field_name": f, "index_type": "INVERTED"} for f in _SEARCHED[shape]]
    server.create(collection, schema, indexes)


def _sizes(primary: bool, kind: DataType, dimension: int) -> dict[str, int]:
    if kind is DataType.VARCHAR:
        return {"max_length": _LONGEST_KEY if primary else _LONGEST}
    return {"dim": dimension} if kind is DataType.FLOAT_VECTOR else {}


def _vector_index(kind: DataType) -> dict[str, str]:
    sparse = kind is DataType.SPARSE_FLOAT_VECTOR
    return {"index_type": "SPARSE_INVERTED_INDEX" if sparse else "AUTOINDEX", "metric_type": "IP"}
