"""The platform's XML, friendly and hostile."""

from __future__ import annotations

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from channels.wechat.message import Message, NotAMessage, read_message, text_reply
from tests.channels.wechat_platform import ACCOUNT, message, other

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))


def test_a_text_message() -> None:
    assert read_message(message("o1", content=" 公积金 怎么取？", number=42).encode()) == Message(
        citizen="o1", account=ACCOUNT, kind="text", event="", mark="id 42", text=" 公积金 怎么取？"
    )


def test_an_event_is_marked_by_its_time() -> None:
    read = read_message(other("o1", "event", event="subscribe", created=1716600007).encode())
    assert (read.kind, read.event, read.mark) == ("event", "subscribe", "at 1716600007 subscribe")


def test_a_message_shows_no_citizen_when_printed() -> None:
    read = read_message(message("oSecret1", content="秘密", number=42).encode())
    assert repr(read) == "Message(kind='text', event='')"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"<xml>",
        b"<xml/>",
        b"\xff\xfe\x00",
        b"<?xml version='1.0' encoding='no-such'?><xml/>",
        message("o1", content="x", number=1).replace("<xml>", "<!DOCTYPE xml><xml>", 1).encode(),
        f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><xml><Content>&l8;</Content></xml>'.encode(),
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><Content>&f;</Content></xml>',
        message("", content="x", number=1).encode(),
        message("o" * 129, content="x", number=1).encode(),
        message("o1", content="x", number=1).replace("CreateTime", "Other").encode(),
        b"<xml><ToUserName>a</ToUserName><Encrypt>abc</Encrypt></xml>",
        b"<a>" * 10_000 + b"</a>" * 10_000,
    ],
    ids=range(14),
)
def test_anything_else_is_refused(body: bytes) -> None:
    with pytest.raises(NotAMessage):
        read_message(body)


def test_the_reply_swaps_the_names() -> None:
    asked = read_message(message("o1", content="x", number=1).encode())
    assert text_reply(asked, "答：<a> & b", 1716600001) == (
        "<xml><ToUserName><![CDATA[o1]]></ToUserName>"
        "<FromUserName><![CDATA[gh_example00001]]></FromUserName>"
        "<CreateTime>1716600001</CreateTime><MsgType><![CDATA[text]]></MsgType>"
        "<Content><![CDATA[答：<a> & b]]></Content></xml>"
    )


@given(st.text(st.sampled_from("]>[<!CDAT&;公 "), max_size=40))
def test_no_text_breaks_out_of_its_field(text: str) -> None:
    asked = read_message(message("o1", content="x", number=1).encode())
    root = fromstring(text_reply(asked, text, 1))
    assert (root.findtext("Content") or "", len(root)) == (text, 5)
