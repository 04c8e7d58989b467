"""Which engine an address means, and the commands over a server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.__main__ import main
from index.backends.milvus import MilvusBackend
from index.backends.opening import is_milvus, open_backend
from index.backends.whoosh import WhooshBackend
from index.search import open_index

ROOT = Path(__file__).resolve().parents[3]
_SAMPLE = "临澜市高龄津贴发放办法"


@pytest.mark.parametrize(
    ("where", "engine"),
    [
        ("http://127.0.0.1:19530", MilvusBackend),
        ("https://milvus.example:443/linlan", MilvusBackend),
        ("var/search.db", MilvusBackend),
        (Path("var/search.db"), MilvusBackend),
        ("var/index", WhooshBackend),
        (Path("var/index"), WhooshBackend),
    ],
)
def test_the_address_chooses_the_engine(where: str | Path, engine: type) -> None:
    assert type(open_backend(where, "lexicon")) is engine
    assert is_milvus(where) == (engine is MilvusBackend)


def test_an_embedded_index_does_not_wait_for_pymilvus() -> None:
    code = (
        "import sys; from index.search import open_index; open_index('var/none');"
        "sys.exit('pymilvus' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, check=False)
    assert done.returncode == 0


def test_the_commands_work_over_a_server(
    milvus_index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    first.write_text(f"---\nid: a\ntitle: {_SAMPLE}\n---\n每月发放高龄津贴一百元。\n", "utf-8")
    second.write_text("---\nid: b\ntitle: 养犬条例\n---\n携犬外出应当用犬绳牵引。\n", "utf-8")
    here = ["--index", milvus_index]
    assert main(["check", *here]) == 2
    assert "还没有索引" in capsys.readouterr().err
    assert main(["add", str(first), *here]) == 0
    assert main(["add", str(second), *here]) == 0
    assert main(["check", *here]) == 0
    assert "2 份文件" in capsys.readouterr().out
    assert main(["find", "高龄津贴多少钱", *here]) == 0
    assert f"《{_SAMPLE}》" in capsys.readouterr().out
    assert main(["refresh", *here]) == 0
    assert main(["withdraw", "a", *here]) == 0
    assert [d.id for d in open_index(milvus_index).recent()] == ["b"]


def test_a_command_to_nobody_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "津贴", "--index", "http://127.0.0.1:9"]) == 2
    assert "连不上搜索服务 Milvus（127.0.0.1:9）" in capsys.readouterr().err
