"""Dates in the forms that headers use, as calendar days."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone

_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")}
_DIGITS |= dict.fromkeys("零○O", "0")
_PARTED = re.compile(r"(\d{4})\s?[年\-/.]\s?(\d{1,2})\s?[月\-/.]\s?(\d{1,2})(?!\d)")
_PLAIN = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_COUNT = "([一二三四五六七八九十]{1,3})"
_WRITTEN = re.compile(f"([〇○O零一二三四五六七八九]{{4}})年{_COUNT}月{_COUNT}日")
_STAMP = re.compile(r"^\d{10}(?:\d{3})?$")
_BEIJING = timezone(timedelta(hours=8))
_YEARS = range(1900, 2201)


def parse(value: str) -> date | None:
    """First day named in ``value``; None where there is none.

    Forms: 2024年3月1日, 2024-03-01, 2024/3/1, 2024.3.1, 20240301, 二〇二四年三月一日, and Unix
    time in seconds or milliseconds.
    """
    flat = unicodedata.normalize("NFKC", value[:200]).strip()
    if _STAMP.match(flat):
        return _stamped(flat)
    for pattern in (_PARTED, _PLAIN):
        found = pattern.search(flat)
        if found:
            return _day(int(found[1]), int(found[2]), int(found[3]))
    written = _WRITTEN.search(flat)
    if written:
        year = int("".join(_DIGITS[c] for c in written[1]))
        return _day(year, _counted(written[2]), _counted(written[3]))
    return None


def _stamped(digits: str) -> date | None:
    moment = datetime.fromtimestamp(int(digits[:10]), _BEIJING)
    return moment.date() if moment.year in _YEARS else None


def _day(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _counted(numeral: str) -> int:
    """一 .. 三十一 as a number."""
    tens, ten, ones = numeral.rpartition("十")
    unit = int(_DIGITS.get(ones[-1:], "0"))
    return unit + (int(_DIGITS.get(tens, "1")) * 10 if ten else 0)
