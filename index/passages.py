"""Disclosure -> Passages: a statute by its articles, any other document by its headings.

Numbering levels follow 行政法规制定程序条例 6 条 (编章节条款项目) for statutes and
GB/T 9704 (一、（一）1.（1）) for official documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.disclosure import Disclosure, Passage

_NUMERAL = "〇零一二三四五六七八九十百千"
# 第三条规定的、第三条第二款、第三条和第五条 refer to an article and begin none.
_ARTICLE = re.compile(
    rf"^(第[{_NUMERAL}]+条(?:之[{_NUMERAL}]+)?)(?=$|\s|(?!第|规定|所|的|中|之|以|和|至|或|及|、|，|。|；).)"
)
_DIVISION = re.compile(
    rf"^第[{_NUMERAL}]+([编章节])(?:$|\s+[^。；：]{{1,40}}$|[^。；：，、的和至]{{1,40}}$)"
)
_ANNEX = re.compile(
    r"^附[件表录]?\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})?\s*(?:[:：].{0,60})?$"
    r"|^附[件表录]\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s.{1,60}$"
)
_FIRST = re.compile(rf"^([{_NUMERAL}]+)[、.．](?!\s*[{_NUMERAL}]{{1,2}}[、类级档])\s*(.*)$")
_SECOND = re.compile(rf"^[（(]([{_NUMERAL}]+)[）)]\s*(.*)$")
_LABEL = re.compile(rf"（[{_NUMERAL}]+）$")  # the piece begins with such a part, not with a list
_SENTENCE_END = re.compile(r"(?<=[。！？；!?;])(?![”’」』）)])")
_LIMIT = 600  # characters: answers fall between shorter passages; a reply quotes less than one
_DEPTH = {"编": 0, "章": 1, "节": 2}


@dataclass
class _Piece:
    """Lines gathered under one heading until the next begins."""

    heading: str
    article: str
    lines: list[str]


def split(disclosure: Disclosure) -> tuple[Passage, ...]:
    """Passages in the order of the text; every line of the body stands in one of them, once.

    Titles and the headings of divisions stand above passages instead (``heading``). An article
    stays whole; other sections over 600 characters are divided at line or sentence ends.
    """
    lines = [line.strip() for line in disclosure.text.splitlines() if line.strip()]
    lines = [line for line in lines if line != disclosure.title]  # a title is no text to quote
    statute = sum(1 for line in lines if _ARTICLE.match(line)) >= 3
    pieces = _by_article(lines) if statute else _by_heading(lines)
    cut = (part for piece in pieces for part in _cut(piece, statute))
    return tuple(
        Passage(disclosure.id, n, "\n".join(p.lines), p.heading, p.article)
        for n, p in enumerate((p for p in cut if p.lines), start=1)
    )


def _by_article(lines: Iterable[str]) -> Iterator[_Piece]:
    path: dict[int, str] = {}
    piece = _Piece("", "", [])
    for line in lines:
        division = _DIVISION.match(line)
        article = _ARTICLE.match(line)
        if division:
            yield piece
            depth = _DEPTH[division[1]]
            path = {d: h for d, h in path.items() if d < depth} | {depth: line}
            piece = _Piece(_joined(path), "", [])
        elif article:
            yield piece
            piece = _Piece(_joined(path), article[1], [line])
        elif _ANNEX.match(line) and (piece.article or _ANNEX.match(piece.heading)):
            yield piece
            path = {}
            piece = _Piece(line, "", [line])
        else:
            piece.lines.append(line)
    yield piece


def _by_heading(lines: list[str]) -> Iterator[_Piece]:
    """Sections; one that is too long to quote, or has no label of its own, by its parts （一）."""
    for section in _sections(lines):
        if section.article and sum(map(len, section.lines)) <= _LIMIT:
            yield section
        else:
            yield from _by_part(section)


def _sections(lines: list[str]) -> Iterator[_Piece]:
    annex = ""
    piece = _Piece("", "", [])
    for line in lines:
        first = _FIRST.match(line)
        if first:
            yield piece
            label = f"{first[1]}、{_title_of(first[2])}"
            piece = _Piece(_under(annex, label), label, [line])
        elif _ANNEX.match(line) and piece.lines:
            yield piece
            annex = line  # an annex numbers its sections anew
            piece = _Piece(line, "", [line])
        else:
            piece.lines.append(line)
    yield piece


def _by_part(section: _Piece) -> Iterator[_Piece]:
    piece = _Piece(section.heading, section.article, [])
    for line in section.lines:
        second = _SECOND.match(line)
        if second and not _is_list_item(piece, line):
            above = piece.lines if _is_bare_heading(piece) else []
            if not above:
                yield piece
            label = f"{section.article}（{second[1]}）"
            piece = _Piece(section.heading, label, [*above, line])
        else:
            piece.lines.append(line)
    yield piece


def _is_bare_heading(piece: _Piece) -> bool:
    """A heading with nothing under it yet: it belongs to the part that follows, not by itself."""
    return (
        len(piece.lines) == 1 and bool(_FIRST.match(piece.lines[0])) and "。" not in piece.lines[0]
    )


def _is_list_item(piece: _Piece, line: str) -> bool:
    """（一） that goes on with a list opened by a colon, or is a clause of it: 项, no section."""
    last = piece.lines[-1] if piece.lines else ""
    opened = last.endswith(("：", ":"))
    items = sum(1 for held in piece.lines if _SECOND.match(held)) - bool(
        _LABEL.search(piece.article)
    )
    in_list = items > 0 or last.endswith(("；", ";"))
    continues = in_list and bool(_SECOND.match(last))
    return opened or continues or (line.endswith(("；", ";")) and bool(piece.lines))


def _title_of(rest: str) -> str:
    """What a section's label says: its first sentence, at most 40 characters of it."""
    return rest.partition("。")[0][:40]


def _under(above: str, below: str) -> str:
    return f"{above} {below}".strip()


def _cut(piece: _Piece, statute: bool) -> Iterator[_Piece]:
    if (statute and piece.article) or sum(map(len, piece.lines)) <= _LIMIT:
        yield piece
        return
    held: list[str] = []
    for part in _parts(piece.lines):
        if held and sum(map(len, held)) + len(part) > _LIMIT:
            yield _Piece(piece.heading, piece.article, held)
            held = []
        held.append(part)
    yield _Piece(piece.heading, piece.article, held)


def _parts(lines: Iterable[str]) -> Iterator[str]:
    """Lines, the overlong ones divided after sentence ends."""
    for line in lines:
        if len(line) <= _LIMIT:
            yield line
            continue
        held = ""
        for sentence in _SENTENCE_END.split(line):
            if held and len(held) + len(sentence) > _LIMIT:
                yield held
                held = ""
            held += sentence
        if held:
            yield held


def _joined(path: dict[int, str]) -> str:
    return " ".join(path[d] for d in sorted(path))
