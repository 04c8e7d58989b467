"""The platform's XML: a message read, a text reply written."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import fromstring

_LONGEST_FIELD = 128


class NotAMessage(ValueError):
    """The body is not a plain-mode message of the platform."""


@dataclass(frozen=True)
class Message:
    """One message or event. ``citizen`` is the openid: hashed at once, never stored or logged."""

    citizen: str = field(repr=False)
    account: str = field(repr=False)
    kind: str
    event: str
    mark: str = field(repr=False)
    text: str = field(repr=False)


def read_message(body: bytes) -> Message:
    """The message in ``body``. Raises NotAMessage for anything else, DTDs and entities included.

    ``mark`` is the same for every repeat of one message: MsgId, or CreateTime for events.
    """
    try:
        root = fromstring(body, forbid_dtd=True)
    except (ParseError, ValueError, LookupError) as failure:
        raise NotAMessage(type(failure).__name__) from None
    given = {child.tag: child.text or "" for child in root}
    short = {name: given.get(name, "").strip() for name in _NEEDED}
    if not all(short.values()):
        raise NotAMessage("缺少必要的字段；公众号后台的消息加解密方式须选“明文模式”。")
    number = given.get("MsgId", "").strip()
    mark = f"id {number}" if number else f"at {short['CreateTime']} {given.get('Event', '')}"
    if max(map(len, (*short.values(), mark))) > _LONGEST_FIELD:
        raise NotAMessage("字段过长")
    return Message(
        citizen=short["FromUserName"],
        account=short["ToUserName"],
        kind=short["MsgType"].lower(),
        event=given.get("Event", "").strip().lower(),
        mark=mark,
        text=given.get("Content", ""),
    )


_NEEDED = ("ToUserName", "FromUserName", "CreateTime", "MsgType")


def text_reply(message: Message, text: str, now: int) -> str:
    """The passive reply to ``message``: its two names swapped; ``now`` in Unix seconds."""
    return (
        "<xml>"
        f"<ToUserName>{_cdata(message.citizen)}</ToUserName>"
        f"<FromUserName>{_cdata(message.account)}</FromUserName>"
        f"<CreateTime>{now}</CreateTime>"
        f"<MsgType>{_cdata('text')}</MsgType>"
        f"<Content>{_cdata(text)}</Content>"
        "</xml>"
    )


def _cdata(text: str) -> str:
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"
