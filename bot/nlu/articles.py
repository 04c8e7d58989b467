"""Article references: 第20条, 20条, 第20条之1 -> 第二十条之一 (the form statutes print)."""

from __future__ import annotations

from bot.nlu.found import Found
from index.clauses import article_references


def find_articles(text: str) -> list[Found]:
    """Every article reference in ``text``."""
    return [Found("article", label, start, end) for label, start, end in article_references(text)]
