"""Article references: 第20条, 20条, 第20条之1 -> 第二十条之一 (the form statutes print)."""

from __future__ import annotations

import re

from bot.nlu.found import Found

_NUMERAL = "零〇一二三四五六七八九十百"
_REFERENCE = re.compile(
    rf"(?:第\s*([0-9]{{1,3}}|[{_NUMERAL}]{{1,6}})|(?<![0-9.])([0-9]{{1,3}}))\s*条"
    r"(?:\s*之\s*([1-9]|[一二三四五六七八九十]))?"
)
_DIGITS = "零一二三四五六七八九"


def find_articles(text: str) -> list[Found]:
    """Every article reference in ``text``."""
    found = []
    for match in _REFERENCE.finditer(text):
        numeral = _printed(match[1] or match[2])
        inserted = f"之{_printed(match[3])}" if match[3] else ""
        if numeral:
            value = f"第{numeral}条{inserted}"
            found.append(Found("article", value, match.start(), match.end()))
    return found


def _printed(written: str) -> str:
    """A numeral as statutes print it; empty for 0, which numbers nothing."""
    return chinese_numeral(int(written)) if written.isdecimal() else written.replace("〇", "零")


def chinese_numeral(number: int) -> str:
    """1..999 as statutes write it: 10 -> 十, 21 -> 二十一, 105 -> 一百零五."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")
