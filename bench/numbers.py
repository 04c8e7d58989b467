"""Documents asked for by number or title, through the same code that answers citizens."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from bench.answer import question_from
from bench.corpus import opened
from bench.measures import bare
from bench.questions import Known, read_questions
from bot.answering import answer
from bot.question import Answer, NoAnswer
from index.search import Index

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def measure(catalogue: Path, questions: Path, *, cache: Path | None) -> dict[str, Any]:
    """Share of questions answered with the known number, title or day; by kind too."""
    with opened([catalogue], cache, dense=False) as index:
        asked = read_questions(questions)
        judged = [(known, _right(index, known)) for known in asked]
    kinds = Counter(k.kind for k, _ in judged)
    right = Counter(k.kind for k, held in judged if held)
    return {
        "n": len(judged),
        "accuracy": sum(right.values()) / max(1, len(judged)),
        "by_kind": {kind: right[kind] / count for kind, count in sorted(kinds.items())},
        "worst": [k.text for k, held in judged if not held][:20],
    }


def _right(index: Index, known: Known) -> bool:
    """A known answer must be told as the document's fact; an invented number must be refused."""
    found = answer(question_from(known.text), index, threshold=0.5)
    if not known.answer:
        return isinstance(found, NoAnswer) and found.reason == "no_such_number"
    if not isinstance(found, Answer) or found.fact is None:
        return False
    day = _DATE.fullmatch(known.answer)
    wanted = f"{int(day[1])}年{int(day[2])}月{int(day[3])}日" if day else known.answer
    return bare(wanted) in (*bare(found.fact.value).split("；"), bare(found.fact.title))
