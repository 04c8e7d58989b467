"""The website's door: one JSON question in, a JSON list of messages out, never an empty one.

Rasa's own REST channel trusts the sender and ``/intent`` commands and has no limits
(measured: one message of a million characters blocks the process for 26 s).
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, Request, response
from sanic.response import HTTPResponse

from channels.inbound import Empty, TooLong, readable
from channels.sentences import sentence

logger = logging.getLogger(__name__)
_SENDER = re.compile(r"[0-9a-f]{32}")
_CARD_ID = re.compile(r"[0-9a-f]{16}")
_MOST_BYTES = 8192
_WIDGET = Path(__file__).resolve().parent / "widget" / "dist" / "widget.js"
OnMessage = Callable[[UserMessage], Awaitable[Any]]


class WebInput(InputChannel):
    """POST /webhooks/web/webhook, GET /webhooks/web/widget.js, GET /webhooks/web/health."""

    def __init__(self, allowed_origins: tuple[str, ...], turn_seconds: float) -> None:
        self._origins, self._turn_seconds = frozenset(allowed_origins), turn_seconds
        self._pending: dict[str, asyncio.Task[Any]] = {}

    @classmethod
    def name(cls) -> str:
        """Channel name in URLs and in the ledger; never taken from a request."""
        return "web"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WebInput:
        """From credentials.yml: ``allowed_origins`` (separated by spaces), ``turn_seconds``."""
        given = credentials or {}
        origins = tuple(str(given.get("allowed_origins", "")).replace(",", " ").split())
        return cls(origins, float(given.get("turn_seconds", 10)))

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        """The three routes. The launcher gives Rasa's own CORS the same list of origins."""
        routes = Blueprint("web_webhook", __name__)
        script = _WIDGET.read_bytes()

        @routes.get("/health")
        async def health(request: Request) -> HTTPResponse:
            ready = await self._ready(request)
            body = {"status": "ok" if ready else "loading"}
            return response.json(body, status=200 if ready else 503)

        @routes.get("/widget.js")
        async def widget(request: Request) -> HTTPResponse:
            cached = {"Cache-Control": "public, max-age=300", "X-Content-Type-Options": "nosniff"}
            return response.raw(
                script, content_type="text/javascript; charset=utf-8", headers=cached
            )

        @routes.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            answer = await self._receive(request, on_new_message)
            answer.headers["Cache-Control"] = "no-store"
            return answer

        return routes

    async def _receive(self, request: Request, on_new_message: OnMessage) -> HTTPResponse:
        origin = request.headers.get("origin")
        if origin and origin not in self._origins:
            return _refused(403, "这个网站没有被允许使用本服务。")
        agent = getattr(request.app.ctx, "agent", None)
        if agent is None or not agent.is_ready():
            return _refused(503, "系统正在准备，请过一两分钟再来提问。")
        body = request.json if _is_small_json(request) else None
        if not isinstance(body, dict) or not _SENDER.fullmatch(str(body.get("sender", ""))):
            return _refused(400, "请求的格式不对，请刷新页面后再试。")
        try:
            text = readable(body.get("message"))
        except TooLong:
            return _refused(422, sentence(agent, "utter_too_long"))
        except Empty:
            return _refused(400, sentence(agent, "utter_empty"))
        sender = str(body["sender"])
        if sender in self._pending:
            return _refused(429, sentence(agent, "utter_busy"))
        about = str(body.get("about") or "")
        said = CollectingOutputChannel()
        metadata = {"about": about} if _CARD_ID.fullmatch(about) else None
        message = UserMessage(text, said, sender, input_channel=self.name(), metadata=metadata)
        late = await self._run(on_new_message, message)
        if late:
            return response.json([{"text": sentence(agent, "utter_slow")}])
        return response.json(_messages(said) or [{"text": sentence(agent, "utter_error")}])

    async def _run(self, on_new_message: OnMessage, message: UserMessage) -> bool:
        """Run one turn; True if it is late (it goes on, and its conversation stays pending)."""
        turn = asyncio.ensure_future(on_new_message(message))
        self._pending[message.sender_id] = turn
        turn.add_done_callback(lambda done: self._ended(message.sender_id, done))
        done, _ = await asyncio.wait({turn}, timeout=self._turn_seconds)
        return not done

    def _ended(self, sender: str, turn: asyncio.Task[Any]) -> None:
        self._pending.pop(sender, None)
        if not turn.cancelled() and turn.exception():
            logger.error("turn failed: %s", type(turn.exception()).__name__)

    async def _ready(self, request: Request) -> bool:
        agent = getattr(request.app.ctx, "agent", None)
        if agent is None or not agent.is_ready():
            return False
        parsed = await agent.parse_message("公积金怎么提取")
        return bool(parsed.get("intent", {}).get("name"))


def _is_small_json(request: Request) -> bool:
    if len(request.body) > _MOST_BYTES:
        return False
    try:
        return request.json is not None
    except Exception:  # Sanic raises its own 400 page; the widget needs our sentence
        return False


def _refused(status: int, sentence_: str) -> HTTPResponse:
    return response.json({"error": sentence_}, status=status)


def _messages(said: CollectingOutputChannel) -> list[dict[str, Any]]:
    kept = ("text", "custom", "buttons")
    cleaned = ({k: v for k, v in m.items() if k in kept and v} for m in said.messages)
    return [m for m in cleaned if m]
