"""Is a superseded article ever given as current? Old and new versions stand in one index."""

from __future__ import annotations

import csv
import json
import random
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.answer import question_from
from bench.corpus import opened
from bot.answering import answer
from bot.question import Answer
from index.search import Index

_SEED = 7


def measure(
    latest: Path, superseded: Path, meta: Path, *, cache: Path | None, limit: int
) -> dict[str, Any]:
    """Over ``limit`` superseded articles, drawn with a fixed seed: given as current, marked old.

    ``meta`` (TSV with law_id and version_date) tells the versions' days; the index gets them as the
    documents' own dates, as a publisher's header would give them.
    """
    days = _days(meta)
    old = list(_records(superseded, days))
    laws = {r["title"] for r in old}
    new = [r for r in _records(latest, days) if r["title"] in laws]
    newest = {r["title"]: r.get("version_date", "") for r in new}
    # One law filed twice under the same day is a copy, not an older version.
    old = [r for r in old if r.get("version_date", "") < newest.get(r["title"], "")]
    with tempfile.TemporaryDirectory() as aside:
        corpus = (cache or Path(aside)) / "versions.jsonl"
        corpus.parent.mkdir(parents=True, exist_ok=True)
        corpus.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in [*old, *new]))
        with opened([corpus], cache, dense=False) as index:
            asked = random.Random(_SEED).sample(old, min(limit, len(old)))
            return _figures(index, asked, {r["article_id"] for r in old})


def _figures(index: Index, asked: list[Mapping[str, Any]], old: set[str]) -> dict[str, Any]:
    current, cited, worst = 0, 0, []
    for record in asked:
        state = index.validity(record["article_id"]).status
        current += state.may_be_cited_as_current
        for text in (f"{record['title']}{record['article']}的内容是什么？", record["text"][:60]):
            found = answer(question_from(text), index, threshold=0.0)
            if isinstance(found, Answer) and not found.history:
                wrong = {q.citation.disclosure_id for q in found.quotes} & old
                cited += bool(wrong)
                worst += [f"{text} → {i}" for i in sorted(wrong)]
    return {
        "n": len(asked),
        "superseded_as_current": current,
        "answers_quoting_superseded": cited,
        "worst": worst[:20],
    }


def _days(meta: Path) -> dict[str, str]:
    with meta.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {r["law_id"]: r["version_date"] for r in rows if r["version_date"]}


def _records(path: Path, days: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            day = days.get(record["law_id"])
            yield {**record, **({"version_date": day} if day else {})}
