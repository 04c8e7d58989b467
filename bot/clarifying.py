"""Half sure: which of the documents that came close is meant? Chosen, the document answers."""

from __future__ import annotations

from collections.abc import Sequence

from bot.question import Clarification, Near, Option, Question
from index.disclosure import Match

_MOST_OPTIONS = 3
_MOST_WORDS = 400  # characters; with its title the choice stays within a question's length
_BETWEEN = "》："


def clarification(
    question: Question, matches: Sequence[Match], near: Sequence[Near], least: float
) -> Clarification | None:
    """The documents of ``matches`` that may answer, to choose from; None if none may.

    ``near`` says of each match's document why it does not simply answer.
    """
    why = {n.citation.disclosure_id: n for n in near}
    titles = {
        m.citation.title: why[m.citation.disclosure_id]
        for m in reversed(matches)
        if m.confidence >= least and m.citation.disclosure_id in why
    }
    chosen = list(reversed(titles.items()))[:_MOST_OPTIONS]
    if not chosen or is_choice(question):
        return None
    words = question.text[:_MOST_WORDS]
    options = tuple(Option(title, f"《{title}{_BETWEEN}{words}", n) for title, n in chosen)
    return Clarification(options, max(m.confidence for m in matches))


def is_choice(question: Question) -> bool:
    """Whether the words are a choice made: 《title》：what was asked."""
    return bool(question.title) and question.text.startswith(f"《{question.title}{_BETWEEN}")


def asked_words(question: Question) -> str:
    """What was asked, without the title that a choice put before it."""
    return question.text.partition(_BETWEEN)[2] if is_choice(question) else question.text
