"""The body of a page: where it stands, and its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import html as markup

from index.sources.cleaning import squashed
from index.sources.html_tags import INLINE, MARKS, SKIPPED
from index.sources.limits import HTML_SEARCHED_BYTES

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f\xa0]+")  # what browsers run together; 　 after 第一条 stays
# Whole lines of buttons only: 打印申请表后到窗口办理 is an instruction.
_FURNITURE = re.compile(
    r"^(?:[【】|｜\s]|打印|关闭|分享|返回顶部|扫一扫|收藏|本页|本文|窗口)+$"
    r"|^【?(?:字体|字号|上一篇|下一篇|浏览次数|责任编辑)\s*[:：].{0,60}$"
)
_FEW = 30  # characters; a container with less is an empty frame
_KEPT_LINE = 8  # characters; shorter lines stand in menus too


def prune(tree: Any) -> None:
    """Empties what no reader sees or nobody would quote: scripts, menus, hidden text.

    Emptied, not removed: removing joins the texts on both sides, in quadratic time on bad pages.
    """
    for element in list(tree.iter()):
        style = element.get("style") or ""
        if element.tag in SKIPPED or element.get("hidden") is not None or _HIDDEN.search(style):
            element.clear(keep_tail=True)


def container(tree: Any) -> Any:
    """The element that holds the body: a known one, else where trafilatura finds it, else all."""
    marked: dict[str, Any] = {}
    for element in tree.iter():
        names = (f"#{element.get('id', '')}", *(element.get("class") or "").split())
        wanted = [name for name in names if name in MARKS and name not in marked]
        if wanted and len(squashed(element.text_content())) >= _FEW:
            marked |= dict.fromkeys(wanted, element)
    best = next((name for name in MARKS if name in marked), None)
    return _searched(tree) if best is None else marked[best]


def lines(element: Any) -> Iterator[str]:
    """Headings, paragraphs and list items as lines, table rows as 单元格｜单元格."""
    held: list[str] = []
    for piece in _pieces(element):
        if piece != "\n":
            held.append(piece)
            continue
        line = _BLANKS.sub(" ", "".join(held)).strip()
        held = []
        if line and not _FURNITURE.match(line):
            yield line


def _pieces(element: Any) -> Iterator[str]:
    """Text in order, "\\n" where a line ends."""
    inline = element.tag in INLINE
    if not inline:
        yield "\n"
    if element.tag == "tr" and len(element) > 1 and element.find(".//table") is None:
        cells = (" ".join(lines(cell)) for cell in element)
        yield "｜".join(cells).strip()
    else:
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
            yield child.tail or ""
    if not inline:
        yield "\n"


def _searched(tree: Any) -> Any:
    """The smallest element with all lines that trafilatura keeps.

    Its own text is not used: it leaves out headings, short lists and small tables.
    """
    body = tree.find("body")
    whole = body if body is not None else tree
    page = markup.tostring(tree, encoding="unicode")
    if len(page) > HTML_SEARCHED_BYTES:
        return whole
    import trafilatura  # takes a second, and most pages never need it

    text = trafilatura.extract(page, no_fallback=True, include_comments=False) or ""
    kept = {squashed(line) for line in text.splitlines() if len(squashed(line)) >= _KEPT_LINE}
    holders = [e for e in whole.iter() if e.tag not in INLINE and _own(e) in kept]
    return _common(holders) if holders else whole


def _own(element: Any) -> str:
    return squashed(element.text_content()) if len(element) < 50 else ""


def _common(elements: list[Any]) -> Any:
    """Nearest element that holds all of them; of one paragraph, what stands around it."""
    path = [*reversed(list(elements[0].iterancestors()))]
    for element in elements[1:]:
        above = set(element.iterancestors())
        path = [ancestor for ancestor in path if ancestor in above]
    return path[-1]
