"""Catalogues: one document a row under a header row, tabs between; a row without a text is only
known by its title, number and dates."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from io import TextIOWrapper
from typing import BinaryIO

from index.sources.jsonl import record_of
from index.sources.limits import LINE_BYTES
from index.sources.record import Record
from index.sources.refusal import Refused, Unreadable


def records(stream: BinaryIO, name: str) -> Iterator[Record | Refused]:
    """One record a row; a row with too many or too few fields is refused and the next goes on."""
    lines = TextIOWrapper(stream, encoding="utf-8-sig", errors="strict", newline="")
    rows = csv.reader(_bounded(lines), delimiter="\t", quoting=csv.QUOTE_NONE)
    try:
        columns = next(rows, [])
        if len(columns) < 2:
            raise Unreadable("第一行应是用制表符分开的列名，例如 标题、文号、成文日期")
        for number, row in enumerate(rows, start=2):
            if len(row) != len(columns):
                told = f"这一行有 {len(row)} 列，表头有 {len(columns)} 列，请补齐或删去多余的制表符"
                yield Refused(name, told, number)
            else:
                found = record_of(dict(zip(columns, row, strict=True)), number)
                yield replace(found, text=found.text or found.fields["title"])
    except UnicodeDecodeError as error:
        raise Unreadable("表格请存为 UTF-8 编码后再导入") from error
    finally:
        lines.detach()  # the file is closed by who opened it


def _bounded(lines: TextIOWrapper) -> Iterator[str]:
    while line := lines.readline(LINE_BYTES):
        yield line
