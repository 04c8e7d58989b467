"""Word files (.docx): paragraphs and tables in the order of the body."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import docx
from docx.oxml.ns import qn

from index.sources.docx_numbering import Numbering
from index.sources.limits import (
    DOCX_BODY_BYTES,
    DOCX_MEMBERS,
    DOCX_RATIO,
    DOCX_UNPACKED_BYTES,
    MEGABYTE,
)
from index.sources.metadata import merged
from index.sources.pdf_lines import first_title
from index.sources.record import Record
from index.sources.refusal import Unreadable

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old and of encrypted files
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _TAB, _HYPHEN = qn("w:t"), qn("w:tab"), qn("w:noBreakHyphen")
_BREAKS = (qn("w:br"), qn("w:cr"))
# Deleted and moved-away words, instructions, notes in margins, drawn boxes (repeated by Word).
_LEFT_OUT = frozenset(
    qn(name)
    for name in (
        "w:del",
        "w:moveFrom",
        "w:pPr",
        "w:rPr",
        "w:tblPr",
        "w:instrText",
        "w:sectPr",
        "w:drawing",
        "w:pict",
        "w:object",
        "w:ruby",
        "w:sdtPr",
    )
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}


def records(data: bytes, beside: Mapping[str, str]) -> Iterator[Record]:
    """The one document of a Word file; without a title ``beside`` it, its first line is one."""
    _check(data)
    document = docx.Document(io.BytesIO(data))
    lines = list(_lines(document.element.body, Numbering(document)))
    yield Record(merged(beside, first_title(lines)), "\n".join(lines), authored=bool(beside))


def _check(data: bytes) -> None:
    """Refuses what would unpack without measure, before anything is unpacked."""
    if data.startswith(_COMPOUND):
        raise Unreadable("文件加了密码，或者是旧版 .doc，请去掉密码并另存为 .docx")
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except Exception as error:  # zipfile raises many kinds on hostile directories
        raise Unreadable("Word 文件已损坏或不完整，请重新导出 .docx") from error
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("文件加了密码，请去掉密码后再导入")
    unpacked = sum(member.file_size for member in members)
    if len(members) > DOCX_MEMBERS or unpacked > DOCX_UNPACKED_BYTES:
        megabytes = DOCX_UNPACKED_BYTES // MEGABYTE
        raise Unreadable(f"解压后超过 {megabytes} MB，请压缩图片或拆成几个文件")
    if unpacked > DOCX_RATIO * max(len(data), 1):
        raise Unreadable("压缩比异常，不像正常的 Word 文件，请重新导出 .docx")
    parts = (m.file_size for m in members if m.filename.endswith((".xml", ".rels")))
    if max(parts, default=0) > DOCX_BODY_BYTES:
        raise Unreadable(f"文字部分超过 {DOCX_BODY_BYTES // MEGABYTE} MB，请拆成几个文件")


def _lines(parent: Any, numbering: Numbering) -> Iterator[str]:
    """Lines of paragraphs and rows, inside content controls and accepted insertions too."""
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield numbering.label(child) + _words(child)
        elif child.tag == _TABLE:
            yield from _rows(child, numbering)
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from _lines(child, numbering)


def _rows(table: Any, numbering: Numbering) -> Iterator[str]:
    for row in _of(table, _ROW):
        cells = [[*_lines(cell, numbering)] for cell in _of(row, _CELL)]
        if len(cells) == 1:
            yield from cells[0]
        else:
            yield "｜".join(" ".join(line.strip() for line in cell).strip() for cell in cells)


def _of(parent: Any, tag: str) -> Iterator[Any]:
    """Children with ``tag``, also those wrapped in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _of(child, tag)


def _words(element: Any) -> str:
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield " "
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == _HYPHEN:
            yield "-"
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from _pieces(child)
