"""What Whoosh keeps of a disclosure and of a passage: the schema, and an entry as its rows."""

from __future__ import annotations

import zlib

from whoosh import columns, fields, writing
from whoosh.analysis import SpaceSeparatedTokenizer

from index.backends.limits import limits_of
from index.schema import Entry, to_json


def whoosh_schema() -> fields.Schema:
    """Fields of a passage and of a disclosure; texts come in already cut into terms."""
    words = SpaceSeparatedTokenizer()
    return fields.Schema(
        what=fields.ID,
        id=fields.ID(stored=True),
        numbers=fields.KEYWORD(commas=True),
        names=fields.KEYWORD(commas=True),
        ends=fields.KEYWORD(commas=True),
        explains=fields.KEYWORD(commas=True),
        touches=fields.KEYWORD(commas=True),
        kind=fields.ID,
        region=fields.ID,
        issuers=fields.KEYWORD(commas=True),
        published=fields.COLUMN(columns.NumericColumn("i")),
        first=fields.COLUMN(columns.NumericColumn("i")),
        last=fields.COLUMN(columns.NumericColumn("i")),
        ordinal=fields.STORED,
        body=fields.TEXT(analyzer=words, phrase=False, stored=True),
        head=fields.TEXT(analyzer=words, phrase=False, stored=True),
        text=fields.STORED,
        heading=fields.STORED,
        article=fields.STORED,
        digest=fields.ID(stored=True),
        meta=fields.STORED,
    )


def add_entry(writer: writing.SegmentWriter, entry: Entry) -> None:
    """Write one disclosure and its passages."""
    d = entry.disclosure
    meta = to_json(d)
    writer.add_document(
        what="d",
        id=d.id,
        numbers=",".join(entry.numbers),
        names=",".join(entry.names),
        ends=",".join(entry.ends),
        explains=",".join(entry.explains),
        touches=",".join(entry.touches),
        meta=meta,
        text=zlib.compress(d.text.encode()),
    )
    limits = limits_of(d)
    for row in entry.rows:
        p = row.passage
        writer.add_document(
            what="p",
            id=d.id,
            kind=d.kind,
            region=limits.region or None,
            issuers=",".join(limits.issuers),
            published=limits.published,
            first=limits.first,
            last=limits.last,
            ordinal=p.ordinal,
            body=" ".join(row.body_terms),
            head=" ".join(row.head_terms),
            text=p.text,
            heading=p.heading,
            article=p.article,
            digest=row.digest,
            meta=meta,
        )
