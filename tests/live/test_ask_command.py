"""python -m bot ask: the same road, without a browser."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.stack import ROOT, environment

pytestmark = pytest.mark.rasa
SCHEMA = json.loads((ROOT / "docs" / "ask.schema.json").read_text(encoding="utf-8"))


def ask(var_dir: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bot", "ask", *words],
        cwd=ROOT,
        env=environment(var_dir),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def installation(trained: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ask")


def test_every_kind_of_line_gets_one_valid_record(installation: Path) -> None:
    """Index and ledger are made on the way; order is kept; one JSON a line on stdout only."""
    asked = [
        "公积金租房提取一个月最多能提多少",
        "你好",
        "养鸵鸟的农户有没有专门的保险补贴",
        "我要投诉楼下烧烤摊太吵",
        "/restart",
        "问" * 600,
    ]
    file = installation / "questions.txt"
    file.write_text("\n".join([*asked[:2], "", *asked[2:]]) + "\n", encoding="utf-8")
    done = ask(installation, "--file", str(file))
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    for record in records:
        jsonschema.validate(record, SCHEMA)
    assert [r["question"] for r in records] == asked
    assert [r["status"] for r in records] == [
        "answered",
        "smalltalk",
        "no_answer",
        "redirect",
        "smalltalk",
        "error",
    ]
    assert records[0]["quotes"][0]["disclosure_id"] == "b-gjj-tiqu-2024"
    assert records[2]["receipt"] and not records[2]["quotes"]


def test_own_documents_by_index(installation: Path, tmp_path: Path) -> None:
    """Somebody else's files: added to a folder of their own, asked with --index."""
    rows = [
        {
            "id": "own-1",
            "title": "星河镇集市管理办法",
            "issuer": "星河镇人民政府",
            "doc_no": "星政发〔2025〕9号",
            "publish_date": "2025-05-06",
            "url": "https://xh.example/1",
            "text": "第一条　为了管好集市，制定本办法。\n第二条　集市逢农历三、八开市。\n"
            "第三条　摊位费每天五元，自产自销的农户免交摊位费。\n第四条　本办法自发布之日起施行。",
        },
    ]
    source = tmp_path / "own.jsonl"
    source.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    own = tmp_path / "own-index"
    added = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "index", "add", str(source), "--index", str(own)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert added.returncode == 0, added.stderr
    done = ask(installation, "集市的摊位费每天多少钱", "--json", "--index", str(own))
    (record,) = [json.loads(line) for line in done.stdout.splitlines()]
    jsonschema.validate(record, SCHEMA)
    assert record["status"] == "answered"
    assert record["quotes"][0] | {"text": ""} == {
        "text": "",
        "title": "星河镇集市管理办法",
        "number": "星政发〔2025〕9号",
        "article": "第三条",
        "issuer": "星河镇人民政府",
        "published": "2025-05-06",
        "effective": "2025-05-06",
        "validity": "未知",
        "validity_note": "",
        "replaced_by": None,
        "url": "https://xh.example/1",
        "disclosure_id": "own-1",
    }
    assert record["quotes"][0]["text"] == "第三条　摊位费每天五元，自产自销的农户免交摊位费。"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "请给出一个问题"),
        (("问", "--file", "x"), "请给出一个问题"),
        (("--file", "没有.txt"), "找不到文件"),
    ],
)
def test_wrong_use_is_explained(installation: Path, words: tuple[str, ...], told: str) -> None:
    done = ask(installation, *words)
    assert done.returncode == 2 and told in done.stderr and not done.stdout
