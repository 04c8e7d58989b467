"""A newer version of the same rule ends the older one (立法法 103 条: 新法优于旧法)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from index.backends import Reading
from index.disclosure import Disclosure, Status
from index.keys import name_key
from index.repeals import Repeal, binds

_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?$")
# Rules are amended under their title; notices of one title (停水通知) stand beside each other.
_RULE = re.compile(r"(?:法|法典|条例|办法|规定|规则|细则|解释|章程)$")


def newer_version(disclosure: Disclosure, reading: Reading, today: date) -> Repeal | None:
    """The version in force on ``today`` that took this one's place, newest first; None if none.

    A law whose articles are documents of their own (X法第三条) is replaced as a whole: its newer
    version need not have an article of that number.
    """
    title = disclosure.title.strip()
    law = _ARTICLE.sub("", title)
    mine = _since(disclosure)
    if mine is None or not _RULE.search(law.rstrip("》）)")) or not binds(disclosure):
        return None
    for newer in _versions(title, law, reading):
        its = _since(newer)
        if its is None or not mine < its <= today or newer.id == disclosure.id:
            continue
        if binds(newer) and _same(newer, disclosure):
            day = f"{its.year}年{its.month}月{its.day}日"
            told = f"《{law}》已有{day}的新版本"
            return Repeal(newer.id, title, told, Status.REPEALED, its, newer.id)
    return None


def _versions(title: str, law: str, reading: Reading) -> Iterator[Disclosure]:
    names = (title,) if title == law else (title, f"{law}第一条")
    for name in names:
        found = reading.by_key("names", name_key(name))
        yield from sorted(found, key=lambda d: _since(d) or date.min, reverse=True)


def _since(disclosure: Disclosure) -> date | None:
    """The day that tells a version from another."""
    return disclosure.effective or disclosure.written or disclosure.published


def _same(one: Disclosure, other: Disclosure) -> bool:
    """Whether two are of one issuer or place (unknown counts as the same)."""
    if one.issuers and other.issuers and set(one.issuers) & set(other.issuers):
        return True
    return not (one.region and other.region) or one.region == other.region
