"""Not found and broken are different facts: a failure is said aloud and never logged as demand."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.stack import Stack

pytestmark = pytest.mark.rasa


def recorded(stack: Stack) -> int:
    with sqlite3.connect(stack.var_dir / "console.sqlite3") as ledger:
        (count,) = ledger.execute("select count(*) from console_signal").fetchone()
    ledger.close()
    return int(count)


def test_a_broken_index_is_said_aloud_and_is_no_demand(trained: None, tmp_path: Path) -> None:
    stack = Stack(tmp_path).start()
    try:
        _, said = stack.ask("养鸵鸟的农户有没有专门的保险补贴")
        assert said[0]["custom"]["status"] == "no_answer" and recorded(stack) == 1
        shutil.move(stack.var_dir / "index" / "CURRENT", tmp_path / "away")
        _, said = stack.ask("养鸵鸟的农户有没有专门的保险补贴")
        assert said[0]["custom"]["status"] == "error" and "故障" in said[0]["custom"]["text"]
        assert recorded(stack) == 1
        shutil.move(tmp_path / "away", stack.var_dir / "index" / "CURRENT")
        _, said = stack.ask("公积金租房提取一个月最多能提多少")
        assert said[0]["custom"]["status"] == "answered"
    finally:
        stack.stop()


def test_published_is_found_and_withdrawn_is_gone(stack: Stack, tmp_path: Path) -> None:
    question = "鸵鸟驿站寄养一只鸵鸟每天收多少"
    source = tmp_path / "fair.md"
    source.write_text(
        "---\n标识: xinghe-tuoniao\n标题: 星河镇鸵鸟驿站管理办法\n体裁: 办法\n"
        "发文机关: 星河镇人民政府\n发布日期: 2025-05-06\n有效性: 现行有效\n虚构: 是\n---\n"
        "第一条　为了管好鸵鸟驿站，制定本办法。\n\n第二条　驿站全年开放。\n\n"
        "第三条　鸵鸟驿站寄养鸵鸟，每只每天收费五元。\n",
        encoding="utf-8",
    )
    index = str(stack.var_dir / "index")
    _, said = stack.ask(question)
    assert said[0]["custom"]["status"] == "no_answer"
    stack.command("index", "add", str(source), "--index", index)
    _, said = stack.ask(question)
    assert said[0]["custom"]["quotes"][0]["disclosure_id"] == "xinghe-tuoniao"
    stack.command("index", "withdraw", "xinghe-tuoniao", "--index", index)
    for _ in range(5):  # whichever thread answers, it must not remember
        _, said = stack.ask(question)
        assert "xinghe-tuoniao" not in str(said)
