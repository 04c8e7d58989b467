"""What the conversation hands to the ledger when nothing published answers a question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NearMatch:
    """A disclosure that came close, and why it was not offered as the answer.

    ``validity`` is a value of index.disclosure.Status, ``confidence`` lies in 0..1.
    """

    disclosure_id: str
    title: str
    number: str
    article: str
    validity: str
    confidence: float
    why: str
    excerpt: str
    url: str


@dataclass(frozen=True)
class DemandSignal:
    """A question without an answer, in the citizen's words, not masked yet.

    ``reason`` is a code of console.models.Reason; ``answer_id`` is the card that did not help.
    """

    question: str
    reason: str
    intent: str
    channel: str
    near: tuple[NearMatch, ...] = ()
    region: str = ""
    period: str = ""
    confidence: float = 0.0
    answer_id: str = ""
