from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.disclosure import Disclosure
from index.sources import Refused, files, read
from tests.index.sources.writing import BODY, HEADER, refused, word

SAMPLES = Path(__file__).parents[3] / "samples" / "disclosures"


def note(path: Path, name: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {name}\n{BODY}", encoding="utf-8")
    return path


def names(paths: list[Path]) -> list[str]:
    return [o.source if isinstance(o, Disclosure) else f"!{o.name}" for o in read(paths)]


def test_folders_in_order_without_what_is_no_document(tmp_path: Path) -> None:
    for n, place in enumerate(
        ("b.md", "a/z.md", "a/c/y.md", ".hidden.md", ".git/x.md", "README.md")
    ):
        note(tmp_path / place, f"第{n}号通知")
    for name in ("t.csv", "t.tsv", "t.py", "t.yml", "t.txt"):
        (tmp_path / name).write_text("a: b", encoding="utf-8")
    assert names([tmp_path]) == ["a/c/y.md", "a/z.md", "b.md"]


def test_documents_in_unreadable_forms_are_named_in_folders_too(tmp_path: Path) -> None:
    note(tmp_path / "b.md", "通知")
    (tmp_path / "a.doc").write_bytes(b"x")
    first, second = read([tmp_path])
    assert first == Refused(
        "a.doc", "不能直接读取 .doc 文件，请另存为 .docx 或带文字的 .pdf 后再导入"
    )
    assert isinstance(second, Disclosure)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.csv", "不支持 .csv 的文件"),
        ("a.yml", "不支持 .yml 的文件"),
        ("a", "不支持没有后缀的文件"),
    ],
)
def test_named_files_of_other_kinds(tmp_path: Path, name: str, start: str) -> None:
    (tmp_path / name).write_text("x", encoding="utf-8")
    kinds = ".md、.markdown、.html、.htm、.jsonl、.json、.docx、.pdf"
    assert refused(tmp_path / name) == Refused(name, f"{start}，请换成 {kinds}")


def test_missing_empty_and_huge(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.md") == Refused("a.md", "找不到这个文件，请检查路径")
    (tmp_path / "b.md").touch()
    assert refused(tmp_path / "b.md").reason == "文件是空的，请检查是否上传完整"
    for name in ("c.md", "c.docx", "c.pdf", "c.html", "c.json"):
        with (tmp_path / name).open("wb") as out:
            out.truncate(30 * 1024 * 1024 + 1)
        reason = "文件超过 30 MB，请拆成几个文件或压缩其中的图片"
        assert refused(tmp_path / name).reason == reason


def test_text_beyond_two_million_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(HEADER + ("字" * 100 + "\n") * 20_001, encoding="utf-8")
    assert refused(path).reason == "正文超过 200 万字，请拆成几个文件"


def test_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    assert refused(tmp_path / "空").reason == (
        "这个文件夹里没有可读的文件，请放入 "
        ".md、.markdown、.html、.htm、.jsonl、.json、.docx、.pdf 文件"
    )


def test_links_that_lead_out(tmp_path: Path) -> None:
    outside = note(tmp_path / "outside" / "a.md", "外面的通知")
    note(tmp_path / "in" / "own.md", "里面的通知")
    word(tmp_path / "in" / "w.docx", ["办法", "正文"])
    inside = tmp_path / "in"
    (inside / "l1.md").symlink_to(outside)
    (inside / "l2").symlink_to(outside.parent)
    (inside / "l3.md").symlink_to(tmp_path / "nowhere.md")
    (inside / "loop").symlink_to(inside)
    (inside / "w.yml").symlink_to(outside)
    reason = "链接已失效或指向文件夹之外，请把文件本身复制进来"
    outcomes = list(read([inside]))
    assert [o for o in outcomes if isinstance(o, Refused)] == [
        Refused(name, reason) for name in ("l1.md", "l2", "l3.md", "w.docx")
    ]
    assert [o.source for o in outcomes if isinstance(o, Disclosure)] == ["own.md"]


def test_pipes_do_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert refused(tmp_path / "a.md").reason == "不是普通文件，请换成文档文件"


def test_same_id_twice(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(HEADER + BODY, encoding="utf-8")
    _, second = read([tmp_path])
    assert second == Refused(
        "b.md", "标识 lz-tiqu 已在 a.md 中出现，请改用不同的标识，或只保留一份"
    )


def test_names_that_cannot_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n.md"))
    path.write_text("x", encoding="utf-8")
    refused(path).name.encode("utf-8")
    assert "\n" not in refused(path).name


def test_folders_nested_too_deep(tmp_path: Path) -> None:
    note(tmp_path.joinpath(*["d"] * (files.FOLDER_DEPTH + 1)) / "a.md", "通知")
    assert refused(tmp_path).reason == "文件夹嵌套超过 32 层，请减少层级"


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"broken")
    (tmp_path / "b.docx").write_bytes(b"broken")
    note(tmp_path / "c.md", "通知")
    assert names([tmp_path, tmp_path / "none.md"]) == ["!a.pdf", "!b.docx", "c.md", "!none.md"]


def test_every_sample_is_read() -> None:
    outcomes = list(read([SAMPLES]))
    assert [o for o in outcomes if isinstance(o, Refused)] == []
    disclosures = [o for o in outcomes if isinstance(o, Disclosure)]
    assert len(disclosures) >= 70
    assert all(d.fictional and d.published and d.issuers and d.kind for d in disclosures)
    assert not any("为软件演示而虚构" in d.text for d in disclosures)
