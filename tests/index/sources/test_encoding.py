from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.sources.writing import BODY, HEADER, one, refused

TEXT = HEADER + BODY
READ = "第一条　租房提取每月不超过1500元。\n第二条　三个工作日内办结。"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(TEXT.encode(name))
    disclosure = one(path)
    assert (disclosure.title, disclosure.text) == ("临澜市提取办法", READ)


@pytest.mark.parametrize("name", ["big5", "shift-jis", "utf-16-le"])
def test_other_encodings_are_refused_not_guessed(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(
        "---\n標題: 關於租屋補貼發放標準調整的公告\n---\n第一條 每月補貼金額".encode(name, "ignore")
    )
    refusal = refused(path)
    assert refusal.reason.startswith(("认不出文字编码", "没有标题"))


def test_wounded_utf8_is_not_read_as_something_else(tmp_path: Path) -> None:
    whole = TEXT.encode()
    cut, pierced = tmp_path / "a.md", tmp_path / "b.md"
    cut.write_bytes(whole[:-3])
    pierced.write_bytes(whole.replace("租".encode(), b"\xe7\xa7", 1))
    for path in (cut, pierced):
        assert refused(path).reason.startswith("文字编码已损坏（第 ")
        assert refused(path).reason.endswith("请用记事本或 WPS 打开，另存为 UTF-8 编码后再导入")
