"""The printed header of a page: tables, definition lists and lines of 索引号、文号、发布机构…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

from index.sources.html_tags import INLINE
from index.sources.labels import KNOWN, TELLING
from index.sources.metadata import label

_BLOCKS = ("table", "dl", "ul", "div")
_LINES = ("li", "p", "div", "span", "td", "dd", "h4", "h5", "h6")
_BLOCK_CHARACTERS = 1_500  # a header with its 内容概述 is shorter, a body is longer
_BLOCK_ELEMENTS = 500
_LINE_CHARACTERS = 300
_ENOUGH = 3  # labels that make a block a header
_WORDS = sorted((name for name in KNOWN if not name.isascii()), key=len, reverse=True)
_LABEL = "|".join(r"\s*".join(name) for name in _WORDS)
_PAIR = re.compile(
    rf"(?:^|(?<=[\s　【\[|｜]))({_LABEL})\s*[】\]]?\s*[:：]\s*(.*?)"
    rf"(?=[\s　【\[|｜]+[\u4e00-\u9fff]{{2,8}}[】\]]?\s*[:：]|$)"
)


def take_blocks(tree: Any) -> dict[str, str]:
    """Fields of the header blocks, which are emptied: nobody may quote them as body."""
    found: dict[str, str] = {}
    for block in reversed(list(tree.iter(*_BLOCKS))):
        if not _is_small(block) or len(_text(block)) > _BLOCK_CHARACTERS:
            continue
        pairs = dict(_pairs(block))
        names = {label(name) for name in pairs}
        if len(names) >= _ENOUGH and names & TELLING:
            found = pairs | found
            block.clear(keep_tail=True)
    return found


def fields(tree: Any, container: Any, known: dict[str, str]) -> dict[str, str]:
    """Labelled lines outside the body that ``known`` lacks."""
    apart = {*container.iter(), *container.iterancestors()}
    found: dict[str, str] = {}
    for element in tree.iter(*_LINES):
        if element not in apart:
            for name, value in _line_pairs(element):
                if name not in known:
                    found.setdefault(name, value)
    return found


def _pairs(block: Any) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for element in block.iter():
        for name, value in (*_neighbours(element), *_line_pairs(element)):
            if name not in seen:
                seen.add(name)
                yield name, value


def _neighbours(element: Any) -> Iterator[tuple[str, str]]:
    """<th>索引号</th><td>…</td>, <dt>…</dt><dd>…</dd>, <span>索引号</span><span>…</span>."""
    children = [child for child in element if isinstance(child.tag, str)]
    for first, second in pairwise(children):
        name = label(_text(first))
        value = " ".join(_text(second).split())
        if name in KNOWN and value and label(value) not in KNOWN:
            yield name, value


def _line_pairs(element: Any) -> Iterator[tuple[str, str]]:
    """索引号：…  文号：… on one short line."""
    if not _is_small(element) or any(child.tag not in INLINE for child in element):
        return  # its cells or lines are read one by one
    text = " ".join(_text(element, " ").split())
    if len(text) <= _LINE_CHARACTERS and (":" in text or "：" in text):
        for found in _PAIR.finditer(text):
            if found[2].strip():
                yield label(found[1]), found[2].strip(" 】]|｜")


def _text(element: Any, between: str = "") -> str:
    return between.join(element.itertext())


def _is_small(element: Any) -> bool:
    """Few enough elements for a header. Asked first: reading each level of a deep page whole
    would take the square of its size."""
    return sum(1 for _ in islice(element.iter(), _BLOCK_ELEMENTS + 1)) <= _BLOCK_ELEMENTS
