"""What a citizen's feedback on one card does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from actions.wiring import Desk, signal_of
from bot.answering import answer
from bot.question import NoAnswer, Question
from bot.wording import Wording

_NEVER = 2.0  # no confidence reaches it


@dataclass(frozen=True)
class Taken:
    """What to say, the receipt to show, and the card's new state (None: nothing changed)."""

    text: str
    receipt: str | None = None
    remembered: dict[str, Any] | None = None


def take_feedback(
    kind: str, about: dict[str, Any] | None, at: Desk, say: Wording, channel: str
) -> Taken:
    """``kind`` is helpful, unhelpful or me_too; a person counts once for each card."""
    if about is None:
        return Taken(say("utter_feedback_nothing"))
    receipt = about.get("receipt")
    if kind == "helpful":
        return Taken(say("utter_feedback_helpful"))
    if kind == "me_too" and receipt:
        if not about.get("joined"):
            at.join(receipt)
        return Taken(say("utter_me_too", receipt=receipt), receipt, {**about, "joined": True})
    if receipt:
        return Taken(say("utter_feedback_unhelpful_again"), receipt)
    receipt = _record_unhelpful(about, at, say, channel)
    return Taken(
        say("utter_feedback_unhelpful", receipt=receipt), receipt, {**about, "receipt": receipt}
    )


def _record_unhelpful(about: dict[str, Any], at: Desk, say: Wording, channel: str) -> str:
    question = Question(text=str(about["question"]))
    shown = answer(question, at.search, threshold=_NEVER)  # what was found, as near matches
    near = shown.near if isinstance(shown, NoAnswer) else ()
    signal = signal_of(
        question,
        NoAnswer("unhelpful", near),
        intent=str(about.get("intent", "")),
        channel=channel,
        say=say,
        card_id=str(about["id"]),
    )
    return at.record(signal)
