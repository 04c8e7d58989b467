"""Paragraphs and items inside an article: 第二十条第一款第（三）项, its words and its citation.

行政法规制定程序条例 6 条: 款 are unnumbered natural paragraphs, 项 are numbered （一）, 目 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.clauses import article_references, chinese_numeral

_NUMERALS = "零〇一二三四五六七八九十百"
_NUMBER = rf"([0-9]{{1,3}}|[{_NUMERALS}]{{1,5}})"
_PARAGRAPH = re.compile(rf"^\s*第?\s*{_NUMBER}\s*款")
_ITEM = re.compile(rf"^\s*的?\s*第?\s*[（(]?\s*{_NUMBER}\s*[）)]?\s*项")
_ITEM_LINE = re.compile(rf"^\s*[（(]([{_NUMERALS}]{{1,5}})[）)]")
_BARE = re.compile(r"第\S+条(?:之\S+)?")
_POINT_LINE = re.compile(r"^\s*\d{1,2}[.．、]")


@dataclass(frozen=True)
class Clause:
    """An article and, counted from 1, a paragraph (款) and an item (项) of it; 0 where unnamed."""

    article: str
    paragraph: int = 0
    item: int = 0

    @property
    def label(self) -> str:
        """As official texts cite it: 第二十条第一款第（三）项."""
        inside = f"第{chinese_numeral(self.paragraph)}款" if self.paragraph else ""
        return (
            self.article + inside + (f"第（{chinese_numeral(self.item)}）项" if self.item else "")
        )


@dataclass(frozen=True)
class Missing:
    """What an article lacks: ``part`` is 款 or 项, ``held`` how many of them it has."""

    part: str
    held: int


def clause_in(text: str) -> Clause | None:
    """The first article that ``text`` names, with the paragraph and item right after it."""
    for label, _, end in article_references(text)[:1]:
        rest = text[end:]
        paragraph = _PARAGRAPH.match(rest)
        rest = rest[paragraph.end() :] if paragraph else rest
        item = _ITEM.match(rest)
        return Clause(label, _value(paragraph), _value(item))
    return None


def words_of(clause: Clause, article: str) -> str | Missing:
    """The words of ``clause`` in the text of its whole article, or what the article lacks.

    An item is quoted with the words that open its list: alone it rules nothing.
    """
    paragraphs = _paragraphs(article)
    if clause.paragraph > len(paragraphs):
        return Missing("款", len(paragraphs))
    if not clause.item:
        return "\n".join(paragraphs[clause.paragraph - 1] if clause.paragraph else [article])
    chosen = paragraphs[clause.paragraph - 1 : clause.paragraph] if clause.paragraph else paragraphs
    most = 0
    for lines in chosen:
        starts = [n for n, line in enumerate(lines) if _ITEM_LINE.match(line)]
        numbers = [_number(_ITEM_LINE.match(lines[n])[1]) for n in starts]  # type: ignore[index]
        if clause.item in numbers:
            at = numbers.index(clause.item)
            end = starts[at + 1] if at + 1 < len(starts) else len(lines)
            return "\n".join([*lines[: starts[0]], *lines[starts[at] : end]])
        most = max(most, len(numbers))
    return Missing("项", most)


def _paragraphs(article: str) -> list[list[str]]:
    """Natural paragraphs, each with the items and points that hang on it."""
    found: list[list[str]] = []
    for line in filter(str.strip, article.splitlines()):
        hangs = _ITEM_LINE.match(line) or _POINT_LINE.match(line)
        if hangs and found:
            found[-1].append(line)
        else:
            found.append([line])
    if len(found) > 1 and _BARE.fullmatch(found[0][0].strip()):  # the number on a line of its own
        return [[*found[0], *found[1]], *found[2:]]
    return found


def _value(match: re.Match[str] | None) -> int:
    return _number(match[1]) if match else 0


def _number(written: str) -> int:
    if written.isdecimal():
        return int(written)
    total, digit = 0, 0
    for character in written.replace("〇", "零"):
        if character in ("十", "百"):
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = "零一二三四五六七八九".index(character)
    return total + digit
