"""What is stored for every disclosure and passage, whatever the engine."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from datetime import date

from index.analysis import Analysis
from index.disclosure import Disclosure, Passage
from index.keys import bare_title, key, name_key
from index.numbers import canonical, short_forms
from index.pairing import names_explained
from index.parts import touched
from index.passages import split
from index.repeals import repeals_in
from index.validity import with_own_dates

SCHEMA_VERSION = 5
_ALWAYS = ("id", "title")
_STORED = tuple(f.name for f in fields(Disclosure) if f.name != "text")
_DATES = {"written", "published", "effective", "expires", "closes"}


@dataclass(frozen=True)
class PassageRow:
    """A passage with its index terms: its own and those of what stands above it.

    ``meaning`` is the text that is embedded, ``digest`` (32 hexadecimal digits) its name.
    """

    passage: Passage
    body_terms: tuple[str, ...]
    head_terms: tuple[str, ...]
    meaning: str

    @property
    def digest(self) -> str:
        """Content hash: the same words share one vector, whatever document they stand in."""
        return digest_of(self.meaning)


@dataclass(frozen=True)
class Entry:
    """One disclosure ready to be written: the keys it can be found by, and its passages."""

    disclosure: Disclosure
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    ends: tuple[str, ...]
    explains: tuple[str, ...]
    touches: tuple[str, ...]
    rows: tuple[PassageRow, ...]


def entry(disclosure: Disclosure, analysis: Analysis) -> Entry:
    """Everything the engine stores for ``disclosure``; pure."""
    disclosure = with_own_dates(disclosure)
    above = (disclosure.title, disclosure.number, disclosure.issuer, disclosure.topic)
    head = analysis.terms(" ".join(above))
    number = canonical(disclosure.number)
    numbers = (number, *short_forms(number), disclosure.index_number)
    rows = tuple(
        PassageRow(
            passage=p,
            body_terms=tuple(analysis.terms(p.text)),
            head_terms=tuple(head + analysis.terms(p.heading)),
            meaning=meaning(disclosure, p),
        )
        for p in split(disclosure)
    )
    return Entry(
        disclosure=disclosure,
        numbers=tuple(dict.fromkeys(key(n) for n in numbers if n)),
        names=(name_key(disclosure.title), name_key(bare_title(disclosure.title))),
        ends=tuple(dict.fromkeys(key(r.target) for r in repeals_in(disclosure))),
        explains=names_explained(disclosure) if disclosure.is_interpretation else (),
        touches=touched(disclosure),
        rows=rows,
    )


def meaning(disclosure: Disclosure, passage: Passage) -> str:
    """The text whose vector stands for a passage."""
    return f"{disclosure.title}\n{passage.text}"


def digest_of(text: str) -> str:
    """32 hexadecimal digits that name a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def to_json(disclosure: Disclosure) -> str:
    """Metadata of a disclosure without its text, as stored."""
    held = ((name, getattr(disclosure, name)) for name in _STORED)  # asdict would copy the text
    record = {name: value for name, value in held if value or name in _ALWAYS}
    return json.dumps(record, ensure_ascii=False, default=str)


def from_json(stored: str, text: str = "") -> Disclosure:
    """The disclosure that ``to_json`` stored; ``text`` is kept apart because it is long."""
    record = json.loads(stored)
    for name in _DATES & record.keys():
        record[name] = date.fromisoformat(record[name])
    for name in ("issuers", "repeals"):
        record[name] = tuple(record.get(name, ()))
    known = {f.name for f in fields(Disclosure)}
    return Disclosure(text=text, **{k: v for k, v in record.items() if k in known})
