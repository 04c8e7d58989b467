"""Real files for the readers: written as offices, sites and word processors write them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx

from index.disclosure import Disclosure
from index.sources import Refused, read

HEADER = """---
标识: lz-tiqu
标题: 临澜市提取办法
文号: 临公积金〔2024〕3号
发文机关: 甲局、乙局
发布日期: 2024-03-05
虚构: 是
---
"""
BODY = "第一条　租房提取每月不超过1500元。\n第二条　三个工作日内办结。\n"


def one(path: Path) -> Disclosure:
    """The single disclosure of a file that must be readable."""
    outcome = only(path)
    assert isinstance(outcome, Disclosure), outcome
    return outcome


def refused(path: Path) -> Refused:
    """The single refusal of a file that must not be readable."""
    outcome = only(path)
    assert isinstance(outcome, Refused), outcome
    return outcome


def only(path: Path) -> Disclosure | Refused:
    outcomes = list(read([path]))
    assert len(outcomes) == 1, outcomes
    return outcomes[0]


def page(body: str, head: str = "") -> str:
    return f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def word(path: Path, paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> Path:
    """A Word file with ``paragraphs``, then a table of ``rows``."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, row, strict=True):
                cell.text = text
    document.save(str(path))
    return path


def printed(path: Path, pages: Sequence[Sequence[str]]) -> Path:
    """A PDF with the lines of each page, in a font of the standard set (Latin letters only)."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj 0 -16 Td" for line in lines)
        stream = f"BT /F1 12 Tf 60 780 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    path.write_bytes(_assembled(objects))
    return path


def _assembled(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()
