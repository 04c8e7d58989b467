"""action_record_feedback: 有帮助, 没帮助, 我也想问."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.feedback import take_feedback
from actions.recent import SLOT, remember, spoken_of
from actions.wiring import Desk, desk
from bot.reply import notice_card
from bot.understanding import intent_of
from bot.wording import wording

logger = logging.getLogger(__name__)


class ActionRecordFeedback(Action):
    """One boundary, as in action_answer_question."""

    def __init__(self, open_desk: Callable[[], Desk] = desk) -> None:
        self._open_desk = open_desk

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_record_feedback"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Record the feedback once for each card, and say what was done."""
        say, card_id = wording(domain), secrets.token_hex(8)
        kept = tracker.get_slot(SLOT)
        about = spoken_of(kept, tracker.latest_message)
        channel = tracker.get_latest_input_channel() or ""
        try:
            at = await asyncio.to_thread(self._open_desk)
            taken = await asyncio.to_thread(
                take_feedback, intent_of(tracker.latest_message), about, at, say, channel
            )
        except Exception as failure:  # the one boundary
            logger.error("feedback failed: %s", type(failure).__name__)
            dispatcher.utter_message(json_message=notice_card(say("utter_error"), "error", card_id))
            return []
        dispatcher.utter_message(
            json_message=notice_card(taken.text, "smalltalk", card_id, taken.receipt)
        )
        return [SlotSet(SLOT, remember(kept, taken.remembered))] if taken.remembered else []
