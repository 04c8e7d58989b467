"""From Rasa's parse of a message to a Question; and whether an unanswered one is demand at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.question import MOST_CHARACTERS, Question, Wanted

_WANTED = {
    "ask_interpretation": Wanted.INTERPRETATION,
    "find_document": Wanted.DOCUMENT,
    "ask_validity": Wanted.VALIDITY,
    "list_consultations": Wanted.CONSULTATION,
}
# Small talk that the classifier half recognised: searched all the same, but never logged.
_NOT_DEMAND = frozenset(
    [
        "greet",
        "thanks",
        "goodbye",
        "who_are_you",
        "out_of_scope",
        "abuse",
        "restart",
        "helpful",
        "unhelpful",
        "me_too",
        "talk_to_human",
        "urgent_danger",
        "complaint_or_report",
        "personal_account_query",
    ]
)
_SHORTEST_DEMAND = 4  # characters; "哈哈", "1" and "。" ask for nothing


def question_of(message: Mapping[str, Any]) -> Question:
    """The Question in ``tracker.latest_message``; the first entity of a kind counts."""
    found: dict[str, str] = {}
    for entity in message.get("entities") or ():
        found.setdefault(entity["entity"], str(entity["value"]))
    return Question(
        text=str(message.get("text") or "")[:MOST_CHARACTERS],
        wanted=_WANTED.get(intent_of(message), Wanted.RULE),
        region=found.get("region", ""),
        period=found.get("period", ""),
        number=found.get("document_number", ""),
        article=found.get("article", ""),
        title=found.get("document_title", ""),
    )


def intent_of(message: Mapping[str, Any]) -> str:
    """Name of the intent that Rasa acted on."""
    return str((message.get("intent") or {}).get("name") or "")


def is_demand(message: Mapping[str, Any]) -> bool:
    """Whether a question that nothing answers should be logged: not if it was likely small talk."""
    if len(str(message.get("text") or "").strip()) < _SHORTEST_DEMAND:
        return False
    ranked: Sequence[Mapping[str, Any]] = message.get("intent_ranking") or ()
    guesses = [str(r.get("name")) for r in ranked if r.get("name") != "nlu_fallback"]
    unsure = intent_of(message) == "nlu_fallback"
    return not (unsure and guesses and guesses[0] in _NOT_DEMAND)
