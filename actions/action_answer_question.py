"""action_answer_question: search, reply with a card, log what nothing answers."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.recent import SLOT, remember
from actions.replying import Replied, reply_to
from actions.wiring import Desk, desk
from bot.reply import notice_card
from bot.wording import wording

logger = logging.getLogger(__name__)


class ActionAnswerQuestion(Action):
    """One boundary: whatever happens, the citizen gets a message; a failure is never demand."""

    def __init__(self, open_desk: Callable[[], Desk] = desk) -> None:
        self._open_desk = open_desk

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_answer_question"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Say one card and remember it."""
        say, card_id = wording(domain), secrets.token_hex(8)
        channel = tracker.get_latest_input_channel() or ""
        try:
            at = await asyncio.to_thread(self._open_desk)
            replied: Replied = await asyncio.to_thread(
                reply_to, tracker.latest_message, at, say, channel, card_id
            )
        except Exception as failure:  # the one boundary; the words of the citizen stay out of it
            logger.error("answering failed: %s", type(failure).__name__)
            dispatcher.utter_message(json_message=notice_card(say("utter_error"), "error", card_id))
            return []
        dispatcher.utter_message(json_message=replied.card)
        return [SlotSet(SLOT, remember(tracker.get_slot(SLOT), replied.remembered))]
