"""The validity ledger: what is in force on a day, by every text that is published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from index.backends import Reading
from index.disclosure import Disclosure, Passage, Validity
from index.keys import bare_title, key
from index.numbers import canonical
from index.parts import stopped
from index.validity import judge, repeals_in
from index.versions import newer_version


def validity_of(reading: Reading, disclosure: Disclosure, today: date) -> Validity:
    """Of a document as a whole: ended by another text, by a newer version, or by its own days."""
    number = canonical(disclosure.number)
    for name in dict.fromkeys((number, disclosure.title, bare_title(disclosure.title))):
        for newer in reading.by_key("ends", key(name)) if name else ():
            if newer.id == disclosure.id or _older(newer, disclosure):
                continue
            if newer.effective and newer.effective > today:
                continue  # the repeal takes effect with the document that states it
            if name != number and not _same_place(newer, disclosure):
                continue  # two districts may have measures of the same title
            full = with_text(newer, reading.text(newer.id))
            ended = [r for r in repeals_in(full) if key(r.target) == key(name)]
            if ended:
                return judge(disclosure, ended[0], today)
    newest = newer_version(disclosure, reading, today)
    return judge(_still_ruling(reading, disclosure, today), newest, today)


def passage_validity(
    reading: Reading, passage: Passage, of: Disclosure, whole: Validity, today: date
) -> Validity:
    """Of one article: as its document's, unless it stopped applying by itself."""
    if not whole.status.may_be_cited_as_current or not passage.article:
        return whole
    names = dict.fromkeys((canonical(of.number), of.title, bare_title(of.title)))
    found = {d.id: d for n in names if n for d in reading.by_key("touches", key(n))}
    newer = [with_text(d, reading.text(d.id)) for d in found.values()]
    return stopped(passage, of, newer, today) or whole


def _same_place(one: Disclosure, other: Disclosure) -> bool:
    """Whether two documents are of one issuer or one place (unknown places count as one)."""
    issuers = set(one.issuers) & set(other.issuers)
    return bool(issuers) or not (one.region and other.region) or one.region == other.region


def _still_ruling(reading: Reading, disclosure: Disclosure, today: date) -> Disclosure:
    """``disclosure`` without its 被替代 note if the newer document is not in force yet."""
    named = disclosure.replaced_by
    found = reading.by_key("id", key(named)) or reading.by_key("numbers", key(canonical(named)))
    if any(d.effective and d.effective > today for d in found):
        return replace(disclosure, replaced_by="", declared_status="")
    return disclosure


def _older(one: Disclosure, other: Disclosure) -> bool:
    mine, its = one.published or one.written, other.published or other.written
    return bool(mine and its and mine <= its)


def with_text(disclosure: Disclosure, text: str) -> Disclosure:
    """``disclosure`` with its body, which the engine keeps apart."""
    return replace(disclosure, text=text)
