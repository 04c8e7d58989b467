"""Conversations in memory only: the least recently used are forgotten, and nothing is written."""

from __future__ import annotations

import time
from typing import Any

from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker


class ShortMemory(InMemoryTrackerStore):
    """At most ``conversations`` of them, each forgotten ``seconds`` after its last message."""

    def __init__(
        self,
        domain: Domain,
        event_broker: Any = None,
        conversations: int = 5000,
        seconds: int = 86400,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker, **kwargs)
        self._most, self._seconds = int(conversations), int(seconds)
        self._touched: dict[str, float] = {}

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the conversation as the newest and drop what is over the bounds."""
        await super().save(tracker)
        now = time.monotonic()
        self._touched.pop(tracker.sender_id, None)
        self._touched[tracker.sender_id] = now
        for sender, last in list(self._touched.items()):  # oldest first: insertion order
            if len(self._touched) <= self._most and now - last <= self._seconds:
                break
            self._touched.pop(sender)
            self.store.pop(sender, None)
