"""Questions with what is known of their answers, from TSV or JSON Lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_GOLD = ("docid", "doc_id", "doc_ids", "disclosure_id", "gold_article_ids", "gold_article_id")
_ARTICLES = ("gold_article_ids", "gold_article_id")


@dataclass(frozen=True)
class Known:
    """A question, the ids of disclosures that answer it, and words that the answer has.

    ``expected`` is answerable, unanswerable or something else (such rows are not scored);
    ``by_article`` says that the ids name single articles.
    """

    text: str
    gold: frozenset[str]
    answer: str
    expected: str
    by_article: bool
    kind: str = ""


def read_questions(path: Path, limit: int | None = None) -> list[Known]:
    """The questions of a file, the first ``limit`` of them. Raises SystemExit on a wrong file."""
    if not path.is_file():
        raise SystemExit(f"找不到问题文件 {path}。")
    rows = list(_rows(path))
    if not rows or "question" not in rows[0]:
        raise SystemExit(f"{path.name} 里没有 question 一列，不能当问题文件用。")
    return [_known(row) for row in rows][:limit]


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        if path.suffix == ".jsonl":
            yield from (json.loads(line) for line in file if line.strip())
        else:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _known(row: Mapping[str, Any]) -> Known:
    column = next((c for c in _GOLD if row.get(c)), "")
    named = row.get(column) or ""
    ids = named if isinstance(named, list) else str(named).replace(",", ";").split(";")
    gold = frozenset(str(i).strip() for i in ids if str(i).strip())
    return Known(
        text=str(row["question"]),
        gold=gold,
        answer=str(row.get("answer") or row.get("must_contain") or ""),
        expected=str(row.get("expected") or ("answerable" if gold else "unanswerable")),
        by_article=column in _ARTICLES,
        kind=str(row.get("kind") or ""),
    )
