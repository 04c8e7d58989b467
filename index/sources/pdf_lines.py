"""Printed lines of pages -> the paragraphs they were: page furniture out, wrapped lines joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.sources import kinds
from index.sources.limits import TITLE_CHARACTERS

_CJK = "\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef"
_NUMBER = re.compile(
    r"^[-—–─·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–─·\s]*$"
)
_BEGINS = re.compile(
    r"^(?:第[〇零一二三四五六七八九十百千\d]+[编章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]"
    r"|\d{1,2}[.．、](?!\d)|附\s*件|附\s*表|[①-⑳]|●|■|—{2})"
)
_STOPS = ("。", "；", "！", "？", "：", ".", ";", ":", "!", "?")
_SPACED = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")
_MIXED = re.compile(rf"(?<=[{_CJK}]) (?=[A-Za-z\d])|(?<=[A-Za-z\d%‰]) (?=[{_CJK}])")
_PROSE = re.compile(r"[，。；、]")
_LABEL = re.compile(r"^(第[〇零一二三四五六七八九十百千]+[编章节条]) (?=\S)")
_REPEATED = 3  # pages that print one line at one edge: a running header
_FULL = 0.86  # share of the measure; Chinese lines end early only for a long number or word
_EARLY = 8  # lines among which a title is looked for


def joined(pages: Sequence[str]) -> list[str]:
    """Paragraphs of all pages in order."""
    sheets = [[x.strip() for x in page.split("\n") if x.strip()] for page in pages]
    running = _running(sheets)
    lines = [_unspaced(line) for sheet in sheets for line in _inner(sheet, running)]
    measure = _measure(lines)
    paragraphs: list[str] = []
    open_end = False
    for line in lines:
        if open_end and not _BEGINS.match(line):
            paragraphs[-1] = _glued(paragraphs[-1], line)
        else:
            paragraphs.append(line)
        open_end = _width(line) >= _FULL * measure and not line.endswith(_STOPS)
    return [_as_written(paragraph) for paragraph in paragraphs]


def first_title(lines: Sequence[str]) -> dict[str, str]:
    """The early line that reads like a title, else the first; in the form of a header."""
    early = [line.strip() for line in lines if line.strip()][:_EARLY]
    short = [line for line in early if len(line) <= TITLE_CHARACTERS and "。" not in line]
    title = next((line for line in short if kinds.guess(line)), next(iter(short), ""))
    return {"网页标题": title} if title else {}


def _running(sheets: Sequence[Sequence[str]]) -> set[str]:
    """Lines, digits aside, that stand first or last on three pages and on most of them."""
    counts = Counter(_undigited(line) for sheet in sheets for line in {*sheet[:1], *sheet[-1:]})
    enough = max(_REPEATED, len(sheets) // 2)
    return {line for line, count in counts.items() if count >= enough}


def _inner(sheet: list[str], running: set[str]) -> list[str]:
    lines = list(sheet)
    while lines and (_NUMBER.match(lines[-1]) or _undigited(lines[-1]) in running):
        lines.pop()
    while lines and (_NUMBER.match(lines[0]) or _undigited(lines[0]) in running):
        lines.pop(0)
    return lines


def _undigited(line: str) -> str:
    return re.sub(r"\d+", "0", "".join(line.split()))


def _measure(lines: Sequence[str]) -> float:
    """Width of a full line: what the widest tenth reaches."""
    widths = sorted(map(_width, lines))
    return widths[int(len(widths) * 0.9)] if widths else 0.0


def _width(line: str) -> float:
    return sum(1.0 if character > "\u2e7f" else 0.5 for character in line)


def _unspaced(line: str) -> str:
    """Justified lines come with a blank between any two characters; columns of a table do not."""
    gaps = len(_SPACED.findall(line))
    return _SPACED.sub("", line) if gaps * 2 > len(line.replace(" ", "")) else line


def _as_written(paragraph: str) -> str:
    """Without the gaps that printing sets around figures; 第一条 keeps its wide blank.

    Only in prose: in a row of a table such a blank parts two columns.
    """
    prose = _MIXED.sub("", paragraph) if _PROSE.search(paragraph) else paragraph
    return _LABEL.sub(r"\1　", prose)


def _glued(above: str, line: str) -> str:
    spaced = above[-1:].isascii() and line[:1].isascii() and above[-1:].isalpha()
    return f"{above} {line}" if spaced else above + line
