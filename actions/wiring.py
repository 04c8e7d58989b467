"""The one place where bot, index and console are joined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.question import NoAnswer, Question
from bot.reply import why
from bot.settings import load
from bot.wording import Wording
from index.embedding import open_embedder
from index.search import Index, open_index

if TYPE_CHECKING:
    from console.demand import DemandSignal

# An invented or mistyped number is, to the ledger, a document that is not published.
_IN_LEDGER = {"no_such_number": "no_match"}


@dataclass(frozen=True)
class Desk:
    """What an action needs: the search and the ledger's doors.

    ``threshold`` is the least confidence answered, ``clarify`` the least shown as a choice.
    """

    search: Index
    record: Callable[[DemandSignal], str]
    join: Callable[[str], bool]
    threshold: float
    clarify: float = 1.0


@lru_cache(maxsize=1)
def desk() -> Desk:
    """The desk of this installation, made at the first question (nothing is wired at import)."""
    settings = load()
    _open_console()
    from console import services

    embedder = open_embedder(
        settings.embeddings, settings.embeddings_model, settings.embeddings_key
    )
    return Desk(
        search=open_index(settings.index_place, page_url=settings.page_origin, embedder=embedder),
        record=lambda signal: services.record(signal=signal),
        join=lambda code: services.join(code=code),
        threshold=settings.answer_threshold,
        clarify=settings.clarify_threshold,
    )


def signal_of(
    question: Question, found: NoAnswer, *, intent: str, channel: str, say: Wording, card_id: str
) -> DemandSignal:
    """What the ledger keeps of a question that nothing answers (it masks the words itself)."""
    _open_console()
    from console.demand import DemandSignal, NearMatch

    near = tuple(
        NearMatch(
            disclosure_id=n.citation.disclosure_id,
            title=n.citation.title,
            number=n.citation.number,
            article=n.citation.article,
            validity=n.citation.validity.status.value,
            confidence=round(n.confidence, 4),
            why=why(n, say),
            excerpt=n.excerpt,
            url=n.citation.url,
        )
        for n in found.near
    )
    return DemandSignal(
        question=question.text,
        reason=_IN_LEDGER.get(found.reason, found.reason),
        intent=intent,
        channel=channel,
        near=near,
        region=question.region,
        period=question.period,
        confidence=round(found.confidence, 4),
        answer_id=card_id,
    )


@lru_cache(maxsize=1)
def _open_console() -> None:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "console.settings")
    django.setup()
