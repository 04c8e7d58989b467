from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from index.sources.docx_numbering import written
from tests.index.sources.writing import one, refused, word


def test_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("临澜市提取办法", 0)
    document.add_paragraph("第一条　每月1500元。")
    table = document.add_table(2, 3)
    for row, texts in zip(table.rows, (("户型", "限额", "合计"), ("单身", "", "")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(1, 2)).text = "1500元"
    document.add_paragraph("第二条　三日办结。")
    document.save(str(tmp_path / "a.docx"))
    disclosure = one(tmp_path / "a.docx")
    assert disclosure.title == "临澜市提取办法"
    assert disclosure.kind == "办法"
    assert disclosure.text == (
        "第一条　每月1500元。\n户型｜限额｜合计\n单身｜1500元\n第二条　三日办结。"
    )


@pytest.mark.parametrize("name", ["a.yml", "a.docx.yml"])
def test_sidecar(tmp_path: Path, name: str) -> None:
    word(tmp_path / "a.docx", ["红头", "第一条　每月1500元。"])
    (tmp_path / name).write_text(
        "标识: lz-w\n标题: 提取办法\n发布日期: 2024-03-05\n", encoding="utf-8"
    )
    disclosure = one(tmp_path / "a.docx")
    assert (disclosure.id, disclosure.title) == ("lz-w", "提取办法")
    assert disclosure.text == "红头\n第一条　每月1500元。"


def test_flawed_sidecar_refuses_the_document(tmp_path: Path) -> None:
    word(tmp_path / "a.docx", ["提取办法", "正文"])
    (tmp_path / "a.yml").write_text("标题: 提取办法\n没有冒号\n", encoding="utf-8")
    refusal = refused(tmp_path / "a.docx")
    assert refusal.line == 2
    assert refusal.reason == "同名的 a.yml：文件头这一行看不懂：没有冒号；请写成“名称: 内容”"


def test_deleted_inserted_hidden_and_controlled_words(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("提取办法")
    space = nsdecls("w")
    paragraph = parse_xml(
        f"<w:p {space}><w:r><w:t>每月</w:t></w:r>"
        "<w:del><w:r><w:delText>1200</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>1500</w:t></w:r></w:ins><w:sdt><w:sdtContent><w:r><w:t>元</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p>"
    )
    block = parse_xml(
        f"<w:sdt {space}><w:sdtContent><w:p><w:r><w:t>附则</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    body = document.element.body
    body.insert(1, paragraph)
    body.insert(2, block)
    document.save(str(tmp_path / "a.docx"))
    assert one(tmp_path / "a.docx").text == "每月1500元\n附则"


def test_labels_that_word_counts(tmp_path: Path) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = (("第%1条", "chineseCountingThousand"), ("（%2）", "chineseCounting"))
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for n, (text, kind) in enumerate(levels):
        abstract.append(
            parse_xml(
                f'<w:lvl {nsdecls("w")} w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
                f'<w:lvlText w:val="{text}"/></w:lvl>'
            )
        )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    document.add_paragraph("提取办法")
    for level, text in ((0, "租房。"), (1, "单身；"), (1, "已婚。"), (0, "购房。"), (1, "首套。")):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            )
        )
    document.save(str(tmp_path / "a.docx"))
    assert one(tmp_path / "a.docx").text == (
        "第一条　租房。\n（一）单身；\n（二）已婚。\n第二条　购房。\n（一）首套。"
    )


@pytest.mark.parametrize(
    ("number", "label"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (1020, "一千零二十"),
        (305, "三百零五"),
    ],
)
def test_chinese_numerals(number: int, label: str) -> None:
    assert written(number, "chineseCountingThousand") == label


def test_other_number_formats() -> None:
    assert [written(3, k) for k in ("decimal", "upperLetter", "decimalEnclosedCircle")] == [
        "3",
        "C",
        "③",
    ]


def test_encrypted_or_old_word(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert refused(path).reason == "文件加了密码，或者是旧版 .doc，请去掉密码并另存为 .docx"


def test_cut_file(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", ["提取办法", "正文"])
    path.write_bytes(path.read_bytes()[:-100])
    assert refused(path).reason == "Word 文件已损坏或不完整，请重新导出 .docx"


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_bombs(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "a.docx", {"word/document.xml": b" " * 30_000_000})
    assert refused(bomb).reason == "压缩比异常，不像正常的 Word 文件，请重新导出 .docx"
    many = zipped(tmp_path / "b.docx", {f"word/{n}": b"" for n in range(5_001)})
    assert refused(many).reason == "解压后超过 200 MB，请压缩图片或拆成几个文件"


def with_entities(folder: Path, declared: str, used: str) -> Path:
    """A Word file whose text uses entities that its own DOCTYPE declares."""
    with zipfile.ZipFile(word(folder / "plain.docx", ["提取办法", "正文在此"])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    head, body = members["word/document.xml"].decode().split("?>", 1)
    body = body.replace("正文在此", f"正文在此{used}")
    members["word/document.xml"] = f"{head}?><!DOCTYPE a [{declared}]>{body}".encode()
    return zipped(folder / "a.docx", members)


def test_files_named_by_entities_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    path = with_entities(tmp_path, f'<!ENTITY s SYSTEM "file://{secret}">', "&s;")
    assert one(path).text == "正文在此"


def test_entities_that_multiply(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    path = with_entities(tmp_path, f'<!ENTITY l0 "爆">{levels}', "&l9;")
    assert refused(path).reason == ("文件已损坏，读不出来（XMLSyntaxError），请重新导出后再导入")
