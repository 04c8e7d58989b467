"""The speed suite on a small corpus: every figure is there, and ratios compare what they say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.peers import PEERS
from bench.slicing import first_documents

ROOT = Path(__file__).parents[2]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    rows = [
        {"id": f"d{n}", "title": f"第{n}号补贴通知", "text": f"第一条　第{n}类人员每月补贴{n}元。"}
        for n in range(30)
    ]
    file = tmp_path / "corpus.jsonl"
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_the_first_documents_are_lines_and_files(corpus: Path, tmp_path: Path) -> None:
    other = tmp_path / "one.md"
    other.write_text("# 一份通知\n\n正文。", encoding="utf-8")
    assert first_documents([corpus, other], 40, tmp_path / "all") == 31
    assert first_documents([corpus, other], 7, tmp_path / "some") == 7
    lines = (tmp_path / "some" / "0.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [f"d{n}" for n in range(7)]


def test_a_corpus_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="找不到资料"):
        first_documents([tmp_path / "none"], 5, tmp_path / "out")


def test_an_empty_corpus_is_refused(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    with pytest.raises(SystemExit, match="没有文件"):
        first_documents([tmp_path / "nothing"], 5, tmp_path / "out")


def run(*arguments: str) -> str:
    """Output of a Python of its own: bm25s brings JAX, which warns at every later fork."""
    asked = [sys.executable, "-W", "ignore", *arguments]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_every_size_has_every_figure(corpus: Path) -> None:
    told = run("-m", "bench", "speed", "--corpus", str(corpus), "--sizes", "10", "900", "--json")
    figures = json.loads(told)
    assert list(figures["by_size"]) == ["10", "30"]  # the corpus ends at thirty
    assert figures["build_per_s"] == figures["by_size"]["30"]["build_per_s"]
    for held in figures["by_size"].values():
        assert held["n"] > 0
        assert 0 < held["publish_to_findable_s"] <= held["publish_to_findable_most_s"]
        assert 0 < held["p50_ms"] <= held["p95_ms"]
        assert set(held["ratio_to"]) == set(PEERS)
        for name, of in held["peers"].items():
            told = held["write_per_s"] / of["write"]
            assert held["ratio_to"][name]["write"] == pytest.approx(told, abs=0.02, rel=0.05)


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_finds_the_passages_with_the_terms(name: str, tmp_path: Path) -> None:
    asked = f"""
from pathlib import Path
from bench.peers import PEERS
passages = [("高龄", "津贴"), ("公积金", "提取"), ("公积金", "贷款")]
find = PEERS["{name}"](passages, Path("{tmp_path / name}"))
print(find(["提取"]) >= 1, find(["没有的词"]))
"""
    assert run("-c", asked).split() == ["True", "0"]
