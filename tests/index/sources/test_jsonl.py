from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from index.disclosure import Disclosure
from index.sources import Refused, read
from tests.index.sources.writing import one, only, refused


def test_record_of_an_export(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        json.dumps(
            {
                "doc_id": "doc_1",
                "title": "临澜市<em>公租房</em>办法",
                "issuer": "甲局、乙局",
                "doc_no": "临建发〔2024〕1号",
                "publish_date": "2024-07-29",
                "written_date": "2024-07-01",
                "url": "https://linlan.example/1",
                "n_chars": 12,
                "text": "## 一、条件\n月收入3000元。",
            },
            ensure_ascii=False,
        ),
        encoding="utf-8",
    )
    assert one(path) == Disclosure(
        id="doc_1",
        title="临澜市公租房办法",
        text="一、条件\n月收入3000元。",
        kind="办法",
        number="临建发〔2024〕1号",
        issuers=("甲局", "乙局"),
        written=date(2024, 7, 1),
        published=date(2024, 7, 29),
        url="https://linlan.example/1",
        source="a.jsonl",
    )


def test_articles_of_a_statute(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = {
        "law_id": "ab12",
        "title": "临澜市养犬条例",
        "article": "第二条",
        "no": 2,
        "chapter": "第一章 总则",
        "text": "遛狗要牵绳。",
    }
    path.write_text(
        json.dumps(line) + "\n" + json.dumps(line | {"article_id": "ab12-2b"}), encoding="utf-8"
    )
    first, second = read([path])
    assert first == Disclosure(
        id="ab12-2",
        title="临澜市养犬条例第二条",
        text="第二条　遛狗要牵绳。",
        kind="条例",
        source="a.jsonl",
        topic="第一章 总则",
    )
    assert isinstance(second, Disclosure)
    assert second.id == "ab12-2b"


def test_bad_lines_are_refused_and_the_rest_goes_in(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        '{"id":"a","title":"甲","text":"一"}',
        "{坏",
        "",
        "[1]",
        '{"id":"b","title":"乙"}',
        '{"id":"a","title":"丙","text":"三"}',
        "[" * 100_000,
        '{"id":"d","text":"四"}',
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    outcomes = list(read([path]))
    assert [o.id if isinstance(o, Disclosure) else o for o in outcomes] == [
        "a",
        Refused("a.jsonl", "不是有效的 JSON，请检查引号、逗号和括号", 2),
        Refused("a.jsonl", '这一条不是 JSON 对象，请写成 {"title": …, "text": …}', 4),
        Refused("a.jsonl", "没有正文，请检查文件内容是否完整", 5),
        Refused("a.jsonl", "标识 a 已在 a.jsonl 中出现，请改用不同的标识，或只保留一份"),
        Refused("a.jsonl", "不是有效的 JSON，请检查引号、逗号和括号", 7),
        "d",
    ]


def test_overlong_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8") as out:
        out.write('{"id":"x","text":"' + "a" * (11 * 1024 * 1024) + '"}\n')
        out.write('{"id":"b","title":"乙","text":"二"}\n')
    outcomes = list(read([path]))
    assert outcomes[0] == Refused("a.jsonl", "这一行超过 5 MB，请拆成几条", 1)
    assert isinstance(outcomes[1], Disclosure)
    assert outcomes[1].id == "b"


def test_a_file_of_nothing_but_bad_lines_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("x\n" * 5_000, encoding="utf-8")
    outcomes = list(read([path]))
    assert len(outcomes) == 1_001
    assert outcomes[-1] == Refused(
        "a.jsonl", "连续 1000 行读不出来，其余不再读取，请检查文件格式", 1_000
    )


def test_untitled_record_keeps_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"docid":"p","passages":["12315","免收房租。"]}', encoding="utf-8")
    assert (one(path).title, one(path).text) == ("12315", "12315\n免收房租。")


def test_piece_of_a_page_as_content(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    content = (
        "<p>一、条件</p><script>x()</script><table><tr><td>单身</td><td>1500元</td></tr></table>"
    )
    records = {
        "records": [
            {
                "id": "h",
                "title": "通知",
                "content": content,
                "is_abolished": 1,
                "pubtime": 1709222400000,
            }
        ]
    }
    path.write_text(json.dumps(records), encoding="utf-8")
    disclosure = one(path)
    assert disclosure.text == "一、条件\n单身｜1500元"
    assert (disclosure.declared_status, disclosure.published) == ("废止", date(2024, 3, 1))


def test_json_list_and_broken_json(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"id":"a","title":"甲","text":"一"},3]', encoding="utf-8")
    first, second = read([path])
    assert isinstance(first, Disclosure)
    assert second == Refused(
        "a.json", '第 2 条：这一条不是 JSON 对象，请写成 {"title": …, "text": …}'
    )
    path.write_text('[{"id":"a","tit', encoding="utf-8")
    assert refused(path).reason == "不是有效的 JSON，请检查引号、逗号和括号"


def test_gb18030_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"id":"a","title":"住房通知","text":"每月补助金额"}\n'.encode("gb18030"))
    outcome = only(path)
    assert isinstance(outcome, Disclosure)
    assert outcome.text == "每月补助金额"
