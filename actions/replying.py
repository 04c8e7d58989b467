"""A parsed message in, a card out: the steps of one answered turn, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions.wiring import Desk, signal_of
from bot.answering import answer
from bot.clarifying import asked_words
from bot.question import Answer, Clarification
from bot.reply import Card, answer_card, clarify_card, no_answer_card, notice_card
from bot.understanding import intent_of, is_demand, question_of
from bot.wording import Wording


@dataclass(frozen=True)
class Replied:
    """The card that was said, and what the conversation remembers of it."""

    card: Card
    remembered: dict[str, Any]


def reply_to(
    message: Mapping[str, Any], at: Desk, say: Wording, channel: str, card_id: str
) -> Replied:
    """Search, compose, and record the question if nothing published answers it."""
    question = question_of(message)
    found = answer(question, at.search, threshold=at.threshold, clarify=at.clarify)
    remembered = {"id": card_id, "question": asked_words(question), "intent": intent_of(message)}
    if isinstance(found, Answer):
        return Replied(answer_card(found, say, card_id), remembered | {"receipt": None})
    if not is_demand(message):
        return Replied(notice_card(say("utter_out_of_scope"), "smalltalk", card_id), remembered)
    if isinstance(found, Clarification):
        return Replied(clarify_card(found, say, card_id), remembered | {"receipt": None})
    signal = signal_of(
        question, found, intent=intent_of(message), channel=channel, say=say, card_id=card_id
    )
    receipt = at.record(signal)
    card = no_answer_card(found, say, card_id, receipt)
    return Replied(card, remembered | {"receipt": receipt})
