"""What each citizen is told: one turn at a time, late answers kept, numbers and 更多 understood."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from channels.wechat.answer import Answer, Reading, bare
from channels.wechat.memory import ShortMemory

logger = logging.getLogger(__name__)
Say = Callable[[str], str]
Ask = Callable[[str, str, "str | None", Say], Awaitable["Answer | None"]]
FETCH, MORE = "1", "更多"
MOST_KEPT = 10_000
# Rasa's conversation lock lives 60 s; a turn beyond that is lost anyway.
_MOST_TURN_SECONDS = 60.0


@dataclass(frozen=True)
class Reply:
    """What a message gets: the turn's answer if it comes in time, else ``words``."""

    words: str
    turn: asyncio.Task[Answer] | None = None


@dataclass(frozen=True)
class _Running:
    typed: str
    turn: asyncio.Task[Answer]


class Reception:
    """Keyed by conversation id; ``ask`` runs one turn: (conversation, text, card id, say)."""

    def __init__(self, ask: Ask, keep_seconds: float) -> None:
        self._ask = ask
        self._running: dict[str, _Running] = {}
        self._kept: ShortMemory[Answer] = ShortMemory(keep_seconds, MOST_KEPT)
        self._readings: ShortMemory[Reading] = ShortMemory(keep_seconds, MOST_KEPT)

    def receive(self, conversation: str, text: str, say: Say) -> Reply:
        """Decide what ``text`` means and gets; starts a turn if it is a question or a choice."""
        meant = bare(text)
        reading = self._readings.get(conversation)
        if meant == MORE and reading and reading.has_more:
            return self._next_page(conversation, reading)
        waiting = self._waiting(conversation, say) if meant in (FETCH, MORE) else None
        if waiting:
            return waiting
        running = self._running.get(conversation)
        if running and running.typed == text:
            return Reply(say("utter_wechat_pending"), running.turn)
        if running:
            return Reply(say("utter_busy"))
        option = reading.chosen(text) if reading else None
        if option:
            return self._start(conversation, text, option.payload, option.about, say)
        if meant in (FETCH, MORE):
            unread = reading is not None and reading.has_more
            return Reply(say("utter_wechat_more" if unread else "utter_wechat_nothing_kept"))
        return self._start(conversation, text, text, None, say)

    def show(self, conversation: str, answer: Answer) -> str:
        """The first page of ``answer``, which no longer waits: its choices and pages are next."""
        if self._kept.get(conversation) is answer:
            self._kept.drop(conversation)
            self._readings.put(conversation, Reading(answer))
        return answer.pages[0]

    def forget(self, conversation: str) -> None:
        """Drop all that is kept for a citizen who left."""
        self._kept.drop(conversation)
        self._readings.drop(conversation)

    def _next_page(self, conversation: str, reading: Reading) -> Reply:
        page, after = reading.next()
        self._readings.put(conversation, after)
        return Reply(page)

    def _waiting(self, conversation: str, say: Say) -> Reply | None:
        kept, running = self._kept.get(conversation), self._running.get(conversation)
        if kept:
            return Reply(self.show(conversation, kept))
        return Reply(say("utter_wechat_still_pending"), running.turn) if running else None

    def _start(
        self, conversation: str, typed: str, text: str, about: str | None, say: Say
    ) -> Reply:
        if len(self._running) >= MOST_KEPT:
            return Reply(say("utter_busy"))
        self._kept.drop(conversation)
        sorry = Answer((say("utter_error"),))
        asked = self._ask(conversation, text, about, say)
        turn = asyncio.create_task(self._run(conversation, asked, sorry))
        self._running[conversation] = _Running(typed, turn)
        return Reply(say("utter_wechat_pending"), turn)

    async def _run(
        self, conversation: str, asked: Awaitable[Answer | None], sorry: Answer
    ) -> Answer:
        try:
            answer = await asyncio.wait_for(asked, _MOST_TURN_SECONDS) or sorry
        except Exception as failure:  # the one boundary of a turn: something is always said
            logger.error("turn failed: %s", type(failure).__name__)
            answer = sorry
        finally:
            del self._running[conversation]
        self._kept.put(conversation, answer)
        return answer
