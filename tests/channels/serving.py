"""The channel on a real Sanic server, with a bot that answers as a test wants."""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage, register
from rasa.shared.core.domain import Domain
from sanic import Sanic

SENTENCES = {
    "utter_wechat_pending": "正在查询，回复 1 取结果。",
    "utter_wechat_still_pending": "还没查完，稍后回复 1。",
    "utter_wechat_nothing_kept": "没有等待领取的结果。",
    "utter_wechat_welcome": "您好，请直接提问。",
    "utter_wechat_more": "回复“更多”继续看。",
    "utter_not_text": "目前只能看懂文字。",
    "utter_busy": "上一个问题还在处理。",
    "utter_too_long": "问题太长了。",
    "utter_error": "查询出了故障，请再问一次。",
}
Answering = Callable[[UserMessage], Awaitable[None]]


def domain(sentences: dict[str, str] = SENTENCES) -> Domain:
    responses = {name: [{"text": text}] for name, text in sentences.items()}
    return Domain.from_dict({"version": "3.1", "responses": responses})


@dataclass
class Bot:
    """Stands where Rasa's agent stands; ``heard`` are the messages that reached it."""

    answering: Answering
    domain: Domain = field(default_factory=domain)
    heard: list[UserMessage] = field(default_factory=list)
    ready: bool = True

    def is_ready(self) -> bool:
        return self.ready

    async def handle_message(self, message: UserMessage) -> None:
        self.heard.append(message)
        await self.answering(message)

    @property
    def texts(self) -> list[str | None]:
        return [message.text for message in self.heard]


def repeating(seconds: float = 0.0) -> Answering:
    """Answers every text with ``答：<text>`` after ``seconds``."""

    async def answer(message: UserMessage) -> None:
        await asyncio.sleep(seconds)
        await said(message, text=f"答：{message.text}")

    return answer


class Gate:
    """Answers every text with ``答：<text>``, but not before it is opened."""

    def __init__(self, answering: Answering | None = None) -> None:
        self._opened, self._answering = asyncio.Event(), answering or repeating()

    async def __call__(self, message: UserMessage) -> None:
        await self._opened.wait()
        await self._answering(message)

    async def open(self) -> None:
        """Let the answers out, and wait until those asked for are there."""
        self._opened.set()
        await asyncio.sleep(0.05)

    def close(self) -> None:
        self._opened.clear()


async def said(message: UserMessage, **response: Any) -> None:
    """What Rasa does with a response or a card of an action."""
    await message.output_channel.send_response(message.sender_id, response)


@asynccontextmanager
async def serving(channel: InputChannel, bot: Any, access_log: bool = False) -> AsyncIterator[int]:
    """Serve ``channel`` as Rasa would, until the block ends; yields the port."""
    # Sanic rewrites its own methods at every start; only in this mode can it start twice.
    Sanic.test_mode = True
    app = Sanic(f"bot_{secrets.token_hex(4)}", configure_logging=False)
    app.ctx.agent = bot
    register([channel], app, route="/webhooks/")
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        server = await app.create_server(
            sock=door, return_asyncio_server=True, access_log=access_log
        )
        assert server is not None
        await server.startup()
        await server.start_serving()
        try:
            yield int(door.getsockname()[1])
        finally:
            Sanic.test_mode = False
            await server.close()
