"""Single articles that stopped applying though their document goes on (部分失效)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from index.clauses import article_references
from index.disclosure import Disclosure, Passage, Status, Validity
from index.keys import bare_title, key
from index.numbers import canonical, locate_numbers
from index.repeals import binds

_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_ENDS = "停止执行|停止施行|不再执行|予以废止|废止|失效|删去|删除"
_NOTE = re.compile(rf"[（(](?:自)?{_DAY}起(?:已)?(?:{_ENDS})[)）]\s*$|[（(]已(?:{_ENDS})[)）]\s*$")
_STOPPED = re.compile(_ENDS)
_CHANGED = re.compile("修改为|修订为|调整为")
_NAMED = re.compile(r"《([^《》]{4,100})》(?:[（(]([^（）()]{4,40})[）)])?")
_FROM = re.compile(rf"自{_DAY}起")
_CHANGES_IN_TITLE = re.compile(r"关于修改.*《([^《》]{4,100})》.*的决定|关于修改(.{4,60}?)的决定")


def touched(disclosure: Disclosure) -> tuple[str, ...]:
    """Keys of documents whose single articles ``disclosure`` ends or changes."""
    return tuple(dict.fromkeys(name for name, *_ in _changes(disclosure)))


def stopped(
    passage: Passage, of: Disclosure, newer: list[Disclosure], today: date
) -> Validity | None:
    """How an article ended on ``today``, by its own note or by a ``newer`` text; None if it holds.

    The evidence is the sentence itself; its source the id of the text that says so.
    """
    base = Validity(Status.REPEALED, effective=of.effective, expires=of.expires)
    note = _NOTE.search(passage.text)
    if note and _begun(note.groups()[:3], today):
        return replace(base, evidence=note[0].strip(), source=of.id)
    names = {key(n) for n in (canonical(of.number), of.title, bare_title(of.title)) if n}
    for text in newer:
        if text.id == of.id or (text.effective and text.effective > today):
            continue
        for name, label, sentence, amended in _changes(text):
            day = _FROM.search(sentence)
            begun = _begun(day.groups() if day else (), today)
            if name in names and label == passage.article and begun:
                status = Status.EXPIRED if amended else Status.REPEALED
                told = replace(base, status=status, evidence=sentence)
                return replace(told, source=text.id, replaced_by=text.id)
    return None


def _changes(disclosure: Disclosure) -> Iterator[tuple[str, str, str, bool]]:
    """(key of a document, article, the sentence, whether it is changed rather than ended)."""
    if not binds(disclosure):
        return
    titled = _CHANGES_IN_TITLE.search(disclosure.title)
    own = key(next(filter(None, titled.groups()))) if titled else ""
    for sentence in re.findall(r"[^。\n]+。?", disclosure.text):
        ended, changed = _STOPPED.search(sentence), _CHANGED.search(sentence)
        if not (ended or changed):
            continue
        named = _NAMED.search(sentence)
        rest = sentence[named.end() :] if named else sentence
        numbered = locate_numbers(named[2]) if named and named[2] else ()
        names = [key(n.number) for n in numbered] + ([key(named[1])] if named else [])
        for name in names or ([own] if own else []):
            for label, _, _ in article_references(rest.split("修改为")[0]):
                yield name, label, sentence.strip(), bool(changed and not ended)


def _begun(day: tuple[str | None, ...], today: date) -> bool:
    if not day or not day[0]:
        return True
    try:
        return date(int(day[0]), int(day[1] or 0), int(day[2] or 0)) <= today
    except ValueError:
        return True
