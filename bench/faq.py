"""Questions with a known document, through ``python -m bot ask``: the road a citizen takes."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

_LIMIT_S = 1800


def measure(corpus: Path, questions: Path) -> dict[str, Any]:
    """Counts and shares: answered, answered with the expected document, quoted answer overlap."""
    with questions.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    with tempfile.TemporaryDirectory() as folder:
        records = _asked(corpus, [r["question"] for r in rows], Path(folder))
    judged = [_judge(row, record) for row, record in zip(rows, records, strict=True)]
    count = len(judged)
    return {
        "n": count,
        "answered": sum(j["answered"] for j in judged) / count,
        "right_document": sum(j["right"] for j in judged) / count,
        "right_of_answered": _share(judged),
        "answer_in_quote": sum(j["overlap"] >= 0.5 for j in judged) / count,
        "worst": [j["question"] for j in judged if not j["right"]][:20],
    }


def _share(judged: list[dict[str, Any]]) -> float:
    answered = [j for j in judged if j["answered"]]
    return sum(j["right"] for j in answered) / len(answered) if answered else 0.0


def _asked(corpus: Path, questions: list[str], folder: Path) -> list[dict[str, Any]]:
    """Build an index of the corpus and ask every question in one process; nothing else is kept."""
    own = {"YG_DATABASE_URL": f"sqlite:///{folder / 'ledger.sqlite3'}"}
    index, file = folder / "index", folder / "questions.txt"
    file.write_text("\n".join(q.replace("\n", " ") for q in questions), encoding="utf-8")
    for words in (["index", "build", str(corpus), "--index", str(index)],):
        subprocess.run(
            [sys.executable, "-W", "ignore", "-m", *words],
            check=False,
            stdout=subprocess.DEVNULL,
            timeout=_LIMIT_S,
        )
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "bot",
            "ask",
            "--file",
            str(file),
            "--index",
            str(index),
        ],
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=True,
        timeout=_LIMIT_S,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _judge(row: dict[str, str], record: dict[str, Any]) -> dict[str, Any]:
    wanted = set((row.get("doc_id") or row.get("doc_ids") or "").replace(",", ";").split(";"))
    shown = record["quotes"] + record["interpretations"]
    cited = {q["disclosure_id"] for q in shown}
    return {
        "question": row["question"],
        "answered": record["status"] == "answered",
        "right": bool(cited & wanted),
        "overlap": max((_overlap(row.get("answer", ""), q["text"]) for q in shown), default=0.0),
    }


def _overlap(answer: str, quote: str) -> float:
    """Share of the answer's character pairs that the quote has."""
    pairs = {answer[i : i + 2] for i in range(len(answer) - 1)}
    return sum(p in quote for p in pairs) / len(pairs) if pairs else 0.0
