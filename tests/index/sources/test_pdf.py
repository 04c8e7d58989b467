from __future__ import annotations

import subprocess
from pathlib import Path

import pypdf
import pytest

from index.sources import pdf, pdf_pages
from index.sources.pdf_lines import joined
from tests.index.sources.writing import one, page, printed, refused

BROWSER = Path("/usr/bin/chromium")
RULE = (
    "第一条　缴存人连续足额缴存满三个月，本人和配偶在就业所在县区没有自有住房并且租房居住的，"
    "可以提取住房公积金支付房租，每月不超过1500元，每年合计不超过18000元，由中心按月转入本人银行卡。"
)


def test_pages_with_sidecar(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("标识: p1\n标题: 水价公告\n", encoding="utf-8")
    path = printed(
        tmp_path / "a.pdf", [["Water is 2 yuan a ton.", "1"], ["Call 12345 to ask.", "2"]]
    )
    disclosure = one(path)
    assert (disclosure.id, disclosure.title) == ("p1", "水价公告")
    assert disclosure.text == "Water is 2 yuan a ton.\nCall 12345 to ask."


@pytest.mark.skipif(not BROWSER.exists(), reason="no Chromium on this machine")
def test_chinese_pdf_of_a_browser(tmp_path: Path) -> None:
    rules = "".join(f"<p>{RULE.replace('第一条', f'第{n}条')}</p>" for n in "一二三四五六七八九十")
    head = "<style>p{text-indent:2em;font-size:16pt} h1{text-align:center}</style>"
    source = tmp_path / "a.html"
    source.write_text(page(f"<h1>提取办法</h1>{rules}{rules}", head), encoding="utf-8")
    target = tmp_path / "out" / "a.pdf"
    target.parent.mkdir()
    subprocess.run(
        [
            str(BROWSER),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    disclosure = one(target)
    assert disclosure.title == "提取办法"
    expected = [RULE.replace("第一条", f"第{n}条") for n in "一二三四五六七八九十"] * 2
    assert disclosure.text.split("\n") == expected


def test_wrapped_lines_furniture_and_breaks() -> None:
    sheets = [
        f"临澜市人民政府公报\n第{n}条　缴存人连续足额缴存满三个月并且租房居住的，可以提取\n"
        f"住房公积金支付房租。\n（一）单身每月1500元；\n— {at} —"
        for at, n in enumerate("一二三四", start=1)
    ]
    expected = []
    for n in "一二三四":
        expected += [
            f"第{n}条　缴存人连续足额缴存满三个月并且租房居住的，可以提取住房公积金支付房租。",
            "（一）单身每月1500元；",
        ]
    assert joined(sheets) == expected


def test_paragraph_over_a_page_break() -> None:
    sheets = ["缴存人连续足额缴存满三个月并且租房居住的，可\n- 1 -", "以提取住房公积金。\n- 2 -"]
    assert joined(sheets) == ["缴存人连续足额缴存满三个月并且租房居住的，可以提取住房公积金。"]


def test_spaced_out_lines_are_closed_and_columns_kept() -> None:
    assert joined(["第 一 条 每 月 补 助 三 百 元 。"]) == ["第一条每月补助三百元。"]
    assert joined(["单身家庭 每月一千五百元"]) == ["单身家庭 每月一千五百元"]


def test_scan(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", [["1"], ["2"], ["3"]])
    assert refused(path).reason == "没有可用的文字，多半是扫描件，请先做文字识别（OCR）再导入"


def locked(path: Path, user: str) -> Path:
    writer = pypdf.PdfWriter(clone_from=str(path))
    writer.encrypt(user, "owner", algorithm="AES-256")
    target = path.with_name("locked.pdf")
    with target.open("wb") as out:
        writer.write(out)
    return target


def test_passwords(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", [["Water is 2 yuan a ton."]])
    assert refused(locked(path, "secret")).reason == "文件加了密码，请去掉密码后再导入"
    assert one(locked(path, "")).title == "Water is 2 yuan a ton."


def test_broken(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", [["Water is 2 yuan a ton."]])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert refused(path).reason == "PDF 不完整（结尾缺失），请重新下载或导出"
    path.write_bytes(b"not a PDF")
    assert refused(path).reason == "不是 PDF 文件，请检查文件后缀或重新导出"
    path.write_bytes(b"%PDF-1.4\n%%EOF")
    assert refused(path).reason == "PDF 已损坏或不完整，请重新导出"


def test_limits_of_pages_and_characters(tmp_path: Path) -> None:
    data = printed(tmp_path / "a.pdf", [["Water is 2 yuan a ton."]] * 3).read_bytes()
    assert pdf_pages.read(data, 2, 1_000) == {"problem": "pages"}
    assert pdf_pages.read(data, 3, 30) == {"problem": "characters"}


def test_a_reader_that_never_ends_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = tmp_path / "endless.py"
    endless.write_text("while True: pass\n", encoding="utf-8")
    monkeypatch.setattr(pdf, "_READER", endless)
    monkeypatch.setattr(pdf, "PDF_SECONDS", -9)
    path = printed(tmp_path / "a.pdf", [["Water is 2 yuan a ton."]])
    assert refused(path).reason.endswith("秒内读不完，请拆成几个文件或重新导出")


def test_a_reader_that_fills_the_memory_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "PDF_MEMORY_BYTES", 20 * 1024 * 1024)
    path = printed(tmp_path / "a.pdf", [["Water is 2 yuan a ton."]])
    assert refused(path).reason in (
        "PDF 读取时占用过多，多半已损坏，请重新导出或拆成几个文件",
        "PDF 已损坏或不完整，请重新导出",
    )
