"""Does the search bring up the right document, and in it the right passage or article?"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.corpus import opened
from bench.measures import bare, percentile, ranks
from bench.questions import Known, read_questions
from index.disclosure import Match
from index.search import Index

_DEEP = 100
_SHORT = 15  # characters; a shorter answer is right only in its own document


def measure(
    corpus: Sequence[Path],
    questions: Path,
    *,
    cache: Path | None,
    dense: bool,
    backend: str = "",
    limit: int | None = None,
) -> dict[str, Any]:
    """Ranks at document and passage (or article) level, and milliseconds a search."""
    with opened(corpus, cache, dense=dense, backend=backend) as index:
        asked = [k for k in read_questions(questions, limit) if _scored(index, k)]
        found, times = _searched(index, asked)
    figures: dict[str, Any] = {"n": len(asked), "dense": dense}
    if asked and asked[0].by_article:
        figures["document"] = _ranks(asked, found, _of_law)
        figures["article"] = _ranks(asked, found, _of_article)
    else:
        figures["document"] = _ranks(asked, found, _of_document)
        figures["document_by_id_alone"] = _ranks(asked, found, _of_article)
        figures["passage"] = _ranks(asked, found, _of_passage)
    p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
    figures["latency_ms"] = {"p50": round(p50, 1), "p95": round(p95, 1)}
    missed = [k.text for k, m in zip(asked, found, strict=True) if not (k.gold & _ids(m[:10]))]
    return figures | {"worst": missed[:20]}


def _scored(index: Index, known: Known) -> bool:
    return known.expected == "answerable" and bool(known.gold)


def _searched(index: Index, asked: Sequence[Known]) -> tuple[list[tuple[Match, ...]], list[float]]:
    """All matches, and the times of ordinary searches (ten results), embedding apart."""
    found, times = [], []
    for known in asked:
        index.embed(known.text)
        started = time.perf_counter()
        index.find(known.text, limit=10)
        times.append((time.perf_counter() - started) * 1000)
        found.append(index.find(known.text, limit=_DEEP))
    return found, times


def _ids(matches: Sequence[Match]) -> set[str]:
    return {i for m in matches for i in (m.citation.disclosure_id, *m.mirrors)}


def _ranks(
    asked: Sequence[Known], found: Sequence[Sequence[Match]], level: Any
) -> dict[str, float]:
    placed = [level(known, matches) for known, matches in zip(asked, found, strict=True)]
    return ranks([p for p, _ in placed], [n for _, n in placed])


def _of_article(known: Known, matches: Sequence[Match]) -> tuple[set[int], int]:
    """Ranks of gold ids among distinct documents."""
    order = list(dict.fromkeys(m.citation.disclosure_id for m in matches))
    return {n for n, i in enumerate(order, start=1) if i in known.gold}, len(known.gold)


def _of_document(known: Known, matches: Sequence[Match]) -> tuple[set[int], int]:
    """As above, but a text published under several ids counts under each of them."""
    order: dict[str, set[str]] = {}
    for match in matches:
        order.setdefault(match.citation.disclosure_id, set()).update(match.mirrors)
    placed = {n for n, (i, also) in enumerate(order.items(), start=1) if known.gold & {i, *also}}
    return placed, len(known.gold)


def _of_law(known: Known, matches: Sequence[Match]) -> tuple[set[int], int]:
    """Ranks of gold laws, where each article is a document of its own (``law-article``)."""
    laws = {i.rpartition("-")[0] for i in known.gold}
    order = list(dict.fromkeys(m.citation.disclosure_id.rpartition("-")[0] for m in matches))
    return {n for n, i in enumerate(order, start=1) if i in laws}, len(laws)


def _of_passage(known: Known, matches: Sequence[Match]) -> tuple[set[int], int]:
    """Ranks of passages that contain the whole answer."""
    answer = bare(known.answer)
    placed = set()
    for n, match in enumerate(matches, start=1):
        own = known.gold & {match.citation.disclosure_id, *match.mirrors}
        if answer and answer in bare(match.passage.text) and (own or len(answer) >= _SHORT):
            placed.add(n)
    return placed, 1
