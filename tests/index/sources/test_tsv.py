"""Catalogues: one document a row, found by title, number and dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from index.disclosure import Disclosure
from index.sources import Refused, read

ROWS = """标题\t文号\t发文机关\t成文日期\t正文
临澜市绿地办法\t临政规〔2024〕3号\t临澜市人民政府\t2024-03-01\t
临澜市停车办法\t临政规〔2024〕4号\t临澜市人民政府\t2024-04-01\t第一条　停车收费。
多了一列\t1\t2\t3\t4\t5
"""


def found(path: Path, text: str | bytes) -> list[Disclosure | Refused]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read([path]))


def test_rows_become_documents_and_bad_ones_are_refused(tmp_path: Path) -> None:
    first, second, refused = found(tmp_path / "目录.tsv", ROWS)
    assert isinstance(first, Disclosure) and isinstance(second, Disclosure)
    assert (first.title, first.number) == ("临澜市绿地办法", "临政规〔2024〕3号")
    assert first.written == date(2024, 3, 1)
    assert second.text == "第一条　停车收费。"
    assert isinstance(refused, Refused)
    assert refused.line == 4
    assert "6 列" in refused.reason


def test_a_table_in_another_encoding_says_what_to_do(tmp_path: Path) -> None:
    (refused,) = found(tmp_path / "目录.tsv", ROWS.encode("gb18030"))
    assert isinstance(refused, Refused)
    assert "UTF-8" in refused.reason


def test_a_file_without_columns_is_refused(tmp_path: Path) -> None:
    (refused,) = found(tmp_path / "目录.tsv", "只有一句话\n")
    assert isinstance(refused, Refused)
    assert "列名" in refused.reason
