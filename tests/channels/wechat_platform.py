"""The platform's side of the conversation: it signs, hangs up when it has waited, and repeats."""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from defusedxml.ElementTree import fromstring

ACCOUNT = "gh_example00001"
UNAVAILABLE = "该公众号暂时无法提供服务，请稍后再试"


@dataclass
class Platform:
    """Talks to ``/webhooks/wechat/webhook`` on ``port``; ``patience`` in seconds."""

    port: int
    token: str
    patience: float = 5.0
    tries: int = 3
    path: str = "/webhooks/wechat/webhook"
    attempts: int = 0
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(7_000_001))

    async def says(self, openid: str, text: str, number: int | None = None) -> str:
        """What the citizen sees after sending ``text``."""
        number = number or next(self._numbers)
        return await self.delivers(message(openid, content=text, number=number), openid)

    async def delivers(self, body: str, openid: str) -> str:
        """What the citizen sees after ``body`` was sent, repeated if need be."""
        for _ in range(self.tries):
            self.attempts += 1
            try:
                status, answer = await asyncio.wait_for(self.posts(body, openid), self.patience)
            except asyncio.TimeoutError:
                continue
            return seen(answer, openid) if status == 200 else UNAVAILABLE
        return UNAVAILABLE

    async def posts(self, body: str | bytes, openid: str = "", **given: str) -> tuple[int, str]:
        """One signed POST: (status, body). ``given`` replaces parts of the signed query."""
        raw = body.encode() if isinstance(body, str) else body
        head = f"Content-Type: text/xml\r\nContent-Length: {len(raw)}\r\n"
        return await self._exchange("POST", {"openid": openid, **given}, head, raw)

    async def checks(self, echo: str, **given: str) -> tuple[int, str]:
        """The console's address check: (status, body)."""
        return await self._exchange("GET", {"echostr": echo, **given}, "", b"")

    async def _exchange(
        self, method: str, given: dict[str, str], head: str, body: bytes
    ) -> tuple[int, str]:
        query = urlencode({**signed(self.token), **given})
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            start = f"{method} {self.path}?{query} HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n"
            writer.write(f"{start}{head}\r\n".encode() + body)
            await writer.drain()
            answer = await reader.read()
        finally:
            writer.close()
        top, _, rest = answer.partition(b"\r\n\r\n")
        return int(top.split()[1]), rest.decode()


def signed(token: str, at: float | None = None) -> dict[str, str]:
    """The three signed parameters, written apart from the code under test."""
    timestamp, nonce = str(int(time.time() if at is None else at)), "1357924680"
    joined = "".join(sorted((token, timestamp, nonce)))
    signature = hashlib.sha1(joined.encode()).hexdigest()
    return {"signature": signature, "timestamp": timestamp, "nonce": nonce}


def message(openid: str, *, content: str, number: int) -> str:
    """A text message as the platform writes it."""
    safe = content.replace("]]>", "]]]]><![CDATA[>")
    return (
        f"<xml><ToUserName><![CDATA[{ACCOUNT}]]></ToUserName>"
        f"<FromUserName><![CDATA[{openid}]]></FromUserName>"
        "<CreateTime>1716600000</CreateTime><MsgType><![CDATA[text]]></MsgType>"
        f"<Content><![CDATA[{safe}]]></Content><MsgId>{number}</MsgId></xml>"
    )


def other(openid: str, kind: str, *, event: str = "", created: int = 1716600000) -> str:
    """An event (without MsgId) or a message that is not text."""
    rest = f"<Event><![CDATA[{event}]]></Event>" if event else "<MsgId>8000001</MsgId>"
    return (
        f"<xml><ToUserName><![CDATA[{ACCOUNT}]]></ToUserName>"
        f"<FromUserName><![CDATA[{openid}]]></FromUserName>"
        f"<CreateTime>{created}</CreateTime><MsgType><![CDATA[{kind}]]></MsgType>{rest}</xml>"
    )


def seen(answer: str, openid: str) -> str:
    """The text a citizen sees; "" for ``success``. Fails on what the platform would refuse."""
    if answer == "success":
        return ""
    fields = {child.tag: child.text or "" for child in fromstring(answer)}
    assert set(fields) == {"ToUserName", "FromUserName", "CreateTime", "MsgType", "Content"}
    assert (fields["ToUserName"], fields["FromUserName"]) == (openid, ACCOUNT)
    assert fields["MsgType"] == "text" and fields["CreateTime"].isdigit()
    assert 0 < len(fields["Content"].encode()) <= 2047
    return fields["Content"]
