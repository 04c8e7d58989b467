"""Intents on utterances written apart from the training files."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stack import ROOT, environment

pytestmark = pytest.mark.rasa
SEARCHED = {
    "ask_policy",
    "ask_guide",
    "ask_interpretation",
    "ask_figure",
    "find_document",
    "ask_validity",
    "ask_department",
    "ask_contact",
    "list_consultations",
    "nlu_fallback",
}


def test_messages_take_the_right_door(trained: None, tmp_path: Path) -> None:
    """Searched or replied at once: at least 0.93 right; the exact intent at least 0.85."""
    with (ROOT / "tests" / "nlu_apart.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(rows) >= 200
    asked = tmp_path / "asked.txt"
    asked.write_text("\n".join(r["text"] for r in rows), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bot", "ask", "--file", str(asked)],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(rows)
    exact = sum(t["intent"] == r["intent"] for t, r in zip(told, rows, strict=True)) / len(rows)
    door = sum(
        (t["intent"] in SEARCHED) == (r["intent"] in SEARCHED)
        for t, r in zip(told, rows, strict=True)
    ) / len(rows)
    assert door >= 0.93, f"door {door:.3f}"
    assert exact >= 0.85, f"exact {exact:.3f}"
