"""References to articles: 第20条, 民法典1062条, 第二十条之一 -> the label that statutes print.

Numbering by 行政法规制定程序条例 6 条: articles run through the whole text in Chinese numerals.
"""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_NUMERAL = "零〇一二三四五六七八九十百千"
_REFERENCE = re.compile(
    rf"(?:第\s*([0-9]{{1,4}}|[{_NUMERAL}]{{1,9}})|(?<![0-9.第])([0-9]{{1,4}}))\s*条"
    r"(?:\s*之\s*([1-9]|[一二三四五六七八九十]))?"
)


def article_references(text: str) -> list[tuple[str, int, int]]:
    """(label, start, end) of every article that ``text`` names, in order: 20条 -> 第二十条."""
    found = []
    for match in _REFERENCE.finditer(text):
        numeral = _printed(match[1] or match[2])
        inserted = f"之{_printed(match[3])}" if match[3] else ""
        if numeral:
            found.append((f"第{numeral}条{inserted}", match.start(), match.end()))
    return found


def chinese_numeral(number: int) -> str:
    """1..9999 as statutes write it: 10 -> 十, 105 -> 一百零五, 1062 -> 一千零六十二."""
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + name
        gap = not digit
    return text[1:] if 10 <= number < 20 else text


def _printed(written: str) -> str:
    """A numeral as statutes print it; empty for 0, which numbers nothing."""
    return chinese_numeral(int(written)) if written.isdecimal() else written.replace("〇", "零")
