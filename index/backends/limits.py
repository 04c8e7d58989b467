"""What a filter asks of a passage, drawn from its disclosure once when it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from index.disclosure import Disclosure, Status
from index.keys import key
from index.validity import judge

_LAST_DAY = date.max.toordinal()
_MARKS = re.compile(r'[%_|\\"]')  # they mean something to an engine and nothing in a name


@dataclass(frozen=True)
class Limits:
    """Stored beside a passage; days are counted from 0001-01-01, ``published`` is 0 if unknown.

    In force from ``first`` to ``last`` by its own days and header; never if ``first > last``.
    """

    region: str
    issuers: tuple[str, ...]
    published: int
    first: int
    last: int


def limits_of(disclosure: Disclosure) -> Limits:
    """The limits of every passage of ``disclosure``."""
    first, last = _in_force(disclosure)
    return Limits(
        region=name_mark(disclosure.region),
        issuers=tuple(name_mark(i) for i in disclosure.issuers if name_mark(i)),
        published=disclosure.published.toordinal() if disclosure.published else 0,
        first=first,
        last=last,
    )


def name_mark(name: str) -> str:
    """A region or an issuer as filters compare it."""
    return _MARKS.sub("", key(name))


def _in_force(disclosure: Disclosure) -> tuple[int, int]:
    """As ``judge`` without other documents: a header that says 废止 gives no day, so none is left.

    A 被替代 note is judged later, because the newer document may not be in force yet.
    """
    undated = replace(disclosure, effective=None, expires=None, replaced_by="")
    stated = judge(undated, None, date.min).status
    begins = stated is Status.PENDING and disclosure.effective  # its day may have come
    if not stated.may_be_cited_as_current and not begins:
        return _LAST_DAY, 0
    return (
        disclosure.effective.toordinal() if disclosure.effective else 0,
        disclosure.expires.toordinal() if disclosure.expires else _LAST_DAY,
    )
