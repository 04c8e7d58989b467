"""Ask the bot from Python: the same model, actions and index as behind a channel."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from bot.settings import Settings


class Conversation:
    """A loaded bot. ``ask`` runs one turn; a new ``sender`` is a new conversation."""

    def __init__(self, settings: Settings, model: Path) -> None:
        from rasa.core.agent import Agent
        from rasa.core.tracker_store import TrackerStore

        from bot.engine.endpoints import endpoints
        from bot.engine.schema_once import compile_schema_once

        compile_schema_once()
        known = endpoints(settings)
        store = TrackerStore.create(known.tracker_store)
        self._agent = Agent.load(str(model), action_endpoint=known.action, tracker_store=store)

    async def ask(
        self, text: str, sender: str = "", channel: str = "cli", about: str = ""
    ) -> tuple[str, list[dict[str, Any]]]:
        """(intent, messages) of one turn; a message holds ``text`` or a ``custom`` card."""
        from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

        sender = sender or secrets.token_hex(16)
        said = CollectingOutputChannel()
        metadata = {"about": about} if about else None
        message = UserMessage(text, said, sender, input_channel=channel, metadata=metadata)
        await self._agent.handle_message(message)
        tracker = await self._agent.tracker_store.get_or_create_tracker(sender)
        intent = (tracker.latest_message.intent if tracker.latest_message else {}) or {}
        return str(intent.get("name") or ""), said.messages
