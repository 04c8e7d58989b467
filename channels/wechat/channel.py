"""WeChatInput: signature, size and the five seconds; what is said is decided further in.

Everything is remembered in this process: several of them need a balancer that keeps a citizen
(the ``openid`` of the URL) on one.
"""

from __future__ import annotations

import asyncio
import functools
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, Request, response
from sanic.exceptions import PayloadTooLarge
from sanic.response import HTTPResponse

from channels.inbound import readable
from channels.sentences import MissingSentence, sentence
from channels.wechat.admission import Admission
from channels.wechat.answer import Answer, composed
from channels.wechat.message import Message, NotAMessage, read_message, text_reply
from channels.wechat.quiet import hide_queries
from channels.wechat.reception import Ask, Reception, Reply, Say
from channels.wechat.settings import WeChatSettings, read_settings
from channels.wechat.signature import genuine

logger = logging.getLogger(__name__)
OnMessage = Callable[[UserMessage], Awaitable[Any]]
_MOST_BYTES = 64 * 1024
# The platform's word for "received, say nothing".
_RECEIVED = "success"


class WeChatInput(InputChannel):
    """GET (the console's address check) and POST /webhooks/wechat/webhook."""

    def __init__(self, settings: WeChatSettings) -> None:
        self._settings = settings

    @classmethod
    def name(cls) -> str:
        """Channel name in URLs and in the ledger."""
        return "wechat"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WeChatInput:
        """From credentials.yml; see WeChatSettings. Raises RasaException if ``token`` is empty."""
        return cls(read_settings(credentials))

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        """The two routes."""
        hide_queries()
        settings = self._settings
        reception = Reception(_turns(on_new_message, self.name()), settings.keep_seconds)
        admission = Admission(reception, settings.keep_seconds, settings.max_chars)

        async def check(request: Request) -> HTTPResponse:
            return self._check(request)

        async def receive(request: Request) -> HTTPResponse:
            return await self._receive(request, admission, reception)

        routes = Blueprint("wechat_webhook")
        routes.add_route(check, "/webhook", methods=["GET"])
        # As a stream, so that the size is checked while the body comes in, not after.
        routes.add_route(receive, "/webhook", methods=["POST"], stream=True)
        return routes

    def _check(self, request: Request) -> HTTPResponse:
        echo = str(request.args.get("echostr", ""))
        return response.text(echo) if echo and self._is_genuine(request) else _refused(403)

    async def _receive(
        self, request: Request, admission: Admission, reception: Reception
    ) -> HTTPResponse:
        deadline = asyncio.get_running_loop().time() + self._settings.reply_seconds
        request.stream.request_max_size = _MOST_BYTES
        if not self._is_genuine(request):
            return _refused(403)
        try:
            await asyncio.wait_for(request.receive_body(), self._settings.reply_seconds)
            message = read_message(request.body)
        except PayloadTooLarge:
            return _refused(413)
        except asyncio.TimeoutError:
            return _refused(408)
        except NotAMessage as failure:
            logger.warning("not a WeChat message: %s", failure)
            return _refused(400)
        agent = getattr(request.app.ctx, "agent", None)
        if agent is None or not agent.is_ready():
            return _refused(503)
        try:
            reply = admission.admit(message, functools.partial(sentence, agent))
        except MissingSentence as failure:
            logger.error("%s", failure)
            return _refused(503)
        return await _in_time(message, reply, admission, reception, deadline)

    def _is_genuine(self, request: Request) -> bool:
        given = {n: str(request.args.get(n, "")) for n in ("signature", "timestamp", "nonce")}
        skew = self._settings.clock_skew_seconds
        return genuine(self._settings.token, **given, now=time.time(), skew_seconds=skew)


def _turns(on_new_message: OnMessage, channel: str) -> Ask:
    """One turn in Rasa, as Reception asks for it."""

    async def ask(conversation: str, text: str, about: str | None, say: Say) -> Answer | None:
        said, metadata = CollectingOutputChannel(), {"about": about}
        words = readable(text)
        await on_new_message(
            UserMessage(words, said, conversation, input_channel=channel, metadata=metadata)
        )
        return composed(said.messages, say("utter_wechat_more"))

    return ask


async def _in_time(
    message: Message,
    reply: Reply | None,
    admission: Admission,
    reception: Reception,
    deadline: float,
) -> HTTPResponse:
    """The answer if it comes before ``deadline`` (loop time), else the reply's own words."""
    if reply is None:
        return response.text(_RECEIVED)
    words = reply.words
    if reply.turn:
        left = deadline - asyncio.get_running_loop().time()
        # asyncio.wait never cancels the turn, neither when late nor when the platform hangs up.
        done, _ = await asyncio.wait({reply.turn}, timeout=max(left, 0))
        if done:
            words = reception.show(admission.conversation(message), reply.turn.result())
    xml = text_reply(message, words, int(time.time()))
    return response.text(xml, content_type="application/xml; charset=utf-8")


def _refused(status: int) -> HTTPResponse:
    return response.text("", status=status)
