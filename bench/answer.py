"""Does the bot answer what is published, and say so when nothing is?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.corpus import opened
from bench.judging import gold_titles, overlaps, same_publication
from bench.measures import auroc, calibration_error, rouge_l
from bench.questions import Known, read_questions
from bot.answering import answer
from bot.nlu.extracting import find_entities
from bot.question import Answer, Clarification, Question
from bot.settings import load
from bot.understanding import question_of
from index.search import Index


@dataclass(frozen=True)
class Judged:
    """One question's outcome. ``sure`` is the confidence of the best match, answered or not.

    ``offered`` says that a choice of documents was shown, ``meant`` that the right one was in it.
    """

    known: Known
    answered: bool
    offered: bool
    meant: bool
    right: bool
    sure: float
    rouge: float
    stale: int


def measure(
    corpus: Sequence[Path],
    questions: Path,
    *,
    cache: Path | None,
    dense: bool,
    backend: str = "",
    limit: int | None = None,
    threshold: float | None = None,
) -> dict[str, Any]:
    """Shares answered, right and refused; AUROC, calibration error, overlap, stale citations."""
    bar = load().answer_threshold if threshold is None else threshold
    with opened(corpus, cache, dense=dense, backend=backend) as index:
        asked = [k for k in read_questions(questions, limit) if k.expected in _SCORED]
        judged = [judge(index, known, bar, load().clarify_threshold) for known in asked]
    return _figures(judged) | {"threshold": bar, "dense": dense}


_SCORED = ("answerable", "unanswerable")


def question_from(text: str) -> Question:
    """A question as the bot understands it, by the same extractors."""
    found = [{"entity": f.entity, "value": f.value} for f in find_entities(text, date.today())]
    return question_of({"text": text, "entities": found, "intent": {"name": "ask_policy"}})


def judge(index: Index, known: Known, bar: float, offer: float = 1.0) -> Judged:
    """Ask one question the way the bot does, and compare the reply with what is known."""
    found = answer(question_from(known.text), index, threshold=bar, clarify=offer)
    choice = found.options if isinstance(found, Clarification) else ()
    shown = {o.near.citation.disclosure_id for o in choice}
    answered = isinstance(found, Answer)
    quotes = (*found.quotes, *found.interpretations) if isinstance(found, Answer) else ()
    quoted = "\n".join(q.text for q in quotes)
    cited = {q.citation.disclosure_id for q in quotes}
    titles = {q.citation.title for q in quotes}
    right = same_publication(known, gold_titles(index, known), cited, titles, quoted)
    stale = 0
    if isinstance(found, Answer) and not found.history:
        stale = sum(not q.citation.validity.status.may_be_cited_as_current for q in found.quotes)
    return Judged(
        known=known,
        answered=answered,
        offered=bool(choice),
        meant=bool(shown & known.gold),
        right=known.expected == "answerable" and right and overlaps(known, quoted),
        sure=found.confidence,
        rouge=rouge_l(known.answer, quotes[0].text) if quotes else 0.0,
        stale=stale,
    )


def _figures(judged: Sequence[Judged]) -> dict[str, Any]:
    yes = [j for j in judged if j.known.expected == "answerable"]
    no = [j for j in judged if j.known.expected == "unanswerable"]
    told = [j for j in judged if j.answered]
    wrong = sorted((j for j in told if not j.right), key=lambda j: -j.sure)
    return {
        "n": len(judged),
        "answerable": len(yes),
        "unanswerable": len(no),
        "answered": len(told),
        "precision": _share(told, [j.right for j in told]),
        "refused": _share(no, [not j.answered for j in no]),
        "offered": _share(judged, [j.offered for j in judged]),
        "offered_right": _share([j for j in yes if j.offered], [j.meant for j in yes if j.offered]),
        "coverage": _share(yes, [j.answered for j in yes]),
        "auroc": auroc([j.sure for j in yes], [j.sure for j in no]),
        "ece": calibration_error([j.sure for j in judged], [j.right for j in judged]),
        "rouge_l": sum(j.rouge for j in yes if j.answered) / max(1, sum(j.answered for j in yes)),
        "stale_citations": sum(j.stale for j in judged),
        "worst": [f"{j.sure:.2f} {j.known.text}" for j in wrong[:20]],
    }


def _share(of: Sequence[Judged], held: Sequence[bool]) -> float | None:
    return sum(held) / len(of) if of else None
