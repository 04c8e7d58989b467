"""Labels that Word counts by itself (第一条、一、（一）): not in the text, but in every quote."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_VALUE = qn("w:val")
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographTraditional",
)
_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_BASED_ON = 10  # styles rest on styles; more steps are a loop


class Numbering:
    """Counts the numbered paragraphs of one document, asked for in their order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[int, str, str]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        styles = document.styles.element.iter(qn("w:style"))
        self._styles = {style.get(qn("w:styleId")): style for style in styles}
        part = next(
            (
                r.target_part
                for r in document.part.rels.values()
                if r.reltype.endswith("/numbering") and not r.is_external
            ),
            None,
        )
        if part is not None and hasattr(part, "element"):
            self._read(part.element)

    def label(self, paragraph: Any) -> str:
        """Label printed before ``paragraph``; "" for a bullet or an unnumbered one."""
        number, level = self._numbered(paragraph)
        abstract = self._abstract.get(number, "")
        if (abstract, level) not in self._levels:
            return ""
        start, kind, text = self._levels[abstract, level]
        counts = self._counts[abstract]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [d for d in counts if d > level]:
            del counts[deeper]
        if kind in ("bullet", "none"):
            return ""
        printed = re.sub(r"%([1-9])", lambda m: self._count(abstract, int(m[1]) - 1), text)
        return printed + ("　" if printed[-1:] in ("条", "章", "节") else "")

    def _count(self, abstract: str, level: int) -> str:
        start, kind, _ = self._levels.get((abstract, level), (1, "decimal", ""))
        return written(self._counts[abstract].get(level, start), kind)

    def _read(self, root: Any) -> None:
        for abstract in root.iter(qn("w:abstractNum")):
            name = abstract.get(qn("w:abstractNumId"), "")
            for level in abstract.iter(qn("w:lvl")):
                key = (name, _integer(level.get(qn("w:ilvl")), 0))
                self._levels[key] = (
                    _integer(_child(level, "w:start"), 1),
                    _child(level, "w:numFmt") or "decimal",
                    _child(level, "w:lvlText"),
                )
        for number in root.iter(qn("w:num")):
            self._abstract[number.get(qn("w:numId"), "")] = _child(number, "w:abstractNumId")

    def _numbered(self, paragraph: Any) -> tuple[str, int]:
        """Number and level that a paragraph states itself or takes from its style."""
        properties = paragraph.find(qn("w:pPr"))
        style = _child(properties, "w:pStyle") if properties is not None else ""
        for _ in range(_BASED_ON):
            listed = properties.find(qn("w:numPr")) if properties is not None else None
            if listed is not None:
                return _child(listed, "w:numId"), _integer(_child(listed, "w:ilvl"), 0)
            element = self._styles.get(style)
            if element is None:
                break
            properties, style = element.find(qn("w:pPr")), _child(element, "w:basedOn")
        return "", 0


def written(number: int, kind: str) -> str:
    """``number`` in Word's number format ``kind``; unknown formats come out as digits."""
    if kind in _CHINESE and 0 < number < 10_000:
        return _chinese(number)
    if kind in ("lowerLetter", "upperLetter") and 0 < number <= 26:
        return chr((97 if kind == "lowerLetter" else 65) + number - 1)
    if kind == "decimalEnclosedCircle" and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    return str(number)


def _chinese(number: int) -> str:
    held, gap = "", False
    for size, unit in _UNITS:
        digit, number = divmod(number, size)
        held += ("零" if digit and gap else "") + (_DIGITS[digit] + unit if digit else "")
        gap = bool(held) and not digit
    if number:
        held += ("零" if gap else "") + _DIGITS[number]
    return held.removeprefix("一") if held.startswith("一十") else held


def _child(element: Any, name: str) -> str:
    found = element.find(qn(name))
    return "" if found is None else str(found.get(_VALUE) or "")


def _integer(value: str | None, other: int) -> int:
    return int(value) if value and re.fullmatch(r"\d{1,6}", value) else other
