"""Markdown files with a header between two ``---`` lines, in Chinese keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sources import header
from index.sources.encoding import decode
from index.sources.record import Record
from index.sources.refusal import Unreadable

_FENCE = "---"
_HEADING = re.compile(r"^#{1,6}(?:[ \t\u3000]+|$)")
_RULE = re.compile(r"^(?:[-*_] ?){3,}$")
_DIVIDER = re.compile(r"^\|?[ \t]*:?-{2,}[-:| \t]*$")
_BULLET = re.compile(r"^[-*+][ \t]+(?=\S)")
_QUOTE = re.compile(r"^(?:>[ \t]?)+")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")
_STRONG = re.compile(r"\*\*([^*\n]+)\*\*")  # __ stays: forms print it as a blank to fill in
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


def records(data: bytes) -> Iterator[Record]:
    """The one document of a Markdown file; its title may stand in the header or a heading."""
    lines = decode(data).splitlines()
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    fields: dict[str, str] = {}
    if lines and lines[start].strip() == _FENCE:
        end = _closing(lines, start)
        fields, lines = header.parse(lines[start + 1 : end], start + 2), lines[end + 1 :]
    if not any(fields.get(key) for key in ("标题", "名称", "title")):
        headings = (line[2:].strip() for line in lines if line.startswith("# "))
        fields["标题"] = next(headings, "")
    yield Record(fields, plain("\n".join(lines)), authored=True)


def plain(text: str) -> str:
    """``text`` without Markdown marks: headings as lines, table rows as 单元格｜单元格."""
    lines = (line.strip() for line in _without_comments(text).split("\n"))
    return "\n".join(_plain_line(line) for line in lines if not _is_rule(line))


def _closing(lines: list[str], start: int) -> int:
    for number in range(start + 1, len(lines)):
        if lines[number].strip() == _FENCE:
            return number
    raise Unreadable("文件头没有结束，请在最后一个字段下面加一行“---”", start + 1)


def _without_comments(text: str) -> str:
    """Cut by hand: one pattern over the whole text would take quadratic time on ``<!--<!--…``."""
    kept, at = [], 0
    while (opened := text.find("<!--", at)) >= 0:
        closed = text.find("-->", opened)
        if closed < 0:
            break
        kept.append(text[at:opened])
        at = closed + 3
    return "".join(kept) + text[at:]


def _is_rule(line: str) -> bool:
    return line.startswith("```") or bool(_RULE.match(line) or _DIVIDER.match(line))


def _plain_line(line: str) -> str:
    bare = _BULLET.sub("", _HEADING.sub("", _QUOTE.sub("", line)))
    if bare.startswith("|") and bare.endswith("|") and len(bare) > 1:
        bare = "｜".join(cell.strip() for cell in bare[1:-1].split("|"))
    bare = _LINK.sub(r"\1", _IMAGE.sub("", bare))
    bare = _TAG.sub("", _BREAK.sub("\n", _STRONG.sub(r"\1", bare)))
    return _ESCAPE.sub(r"\1", bare)
