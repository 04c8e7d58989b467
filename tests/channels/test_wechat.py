"""The WeChat door over HTTP: who gets in, with what, and what Rasa gets to see."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.exceptions import RasaException

from channels.wechat import WeChatInput
from channels.wechat.settings import WeChatSettings
from tests.channels.serving import SENTENCES, Bot, domain, repeating, said, serving
from tests.channels.wechat_platform import UNAVAILABLE, Platform, message, other, signed

TOKEN = "only-for-this-test"
OPENID = "oTestCitizen000000000000001"
Scene = Callable[[Platform, Bot], Awaitable[None]]


def play(scene: Scene, bot: Bot | None = None, **given: Any) -> Bot:
    """Run ``scene`` against the channel on a real server; the bot tells what reached it."""
    played = bot or Bot(repeating())
    settings = WeChatSettings(TOKEN, **{"reply_seconds": 2.0, **given})

    async def run() -> None:
        async with serving(WeChatInput(settings), played) as port:
            await scene(Platform(port, TOKEN), played)

    asyncio.run(asyncio.wait_for(run(), 30))
    return played


def test_a_question_is_answered() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "公积金怎么取？") == "答：公积金怎么取？"

    (heard,) = play(scene).heard
    assert (heard.text, heard.input_channel) == ("公积金怎么取？", "wechat")
    assert heard.metadata == {"about": None}


def test_the_address_check() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.checks("echo-5837") == (200, "echo-5837")
        assert await platform.checks("echo-5837", signature="0" * 40) == (403, "")
        assert await platform.checks("echo-5837", **signed(TOKEN, at=1)) == (403, "")
        assert await platform.checks("") == (403, "")

    play(scene)


@pytest.mark.parametrize(
    "wrong",
    [
        {"signature": "0" * 40},
        {"nonce": "2"},
        {"timestamp": "1"},
        signed(TOKEN, at=1),
        signed("another token"),
        {"signature": ""},
    ],
)
def test_an_unsigned_message_is_refused(wrong: dict[str, str]) -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        body = message(OPENID, content="问", number=1)
        assert await platform.posts(body, OPENID, **wrong) == (403, "")

    assert play(scene).heard == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"<xml", 400),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><xml><Content>&a;</Content></xml>', 400),
        (b"<xml>" + b" " * (64 * 1024) + b"</xml>", 413),
    ],
    ids=["empty", "torn", "entity", "huge"],
)
def test_a_bad_body_is_refused(body: bytes, status: int) -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.posts(body, OPENID) == (status, "")
        assert await platform.says(OPENID, "还在吗") == "答：还在吗"

    assert play(scene).texts == ["还在吗"]


def test_a_body_that_never_ends_is_given_up() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", platform.port)
        query = "&".join(f"{k}={v}" for k, v in signed(TOKEN).items())
        writer.write(
            f"POST {platform.path}?{query} HTTP/1.1\r\nContent-Length: 9\r\n\r\n<".encode()
        )
        head = await asyncio.wait_for(reader.readline(), 3)
        writer.close()
        assert head == b"HTTP/1.1 408 Request Timeout\r\n"

    play(scene, reply_seconds=0.2)


@pytest.mark.parametrize("kind", ["image", "voice", "video", "shortvideo", "location", "link"])
def test_what_is_not_text_is_told_so(kind: str) -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        told = await platform.delivers(other(OPENID, kind), OPENID)
        assert told == "目前只能看懂文字。"

    assert play(scene).heard == []


@pytest.mark.parametrize(
    ("event", "told"),
    [("subscribe", "您好，请直接提问。"), ("unsubscribe", ""), ("CLICK", ""), ("LOCATION", "")],
)
def test_events(event: str, told: str) -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.delivers(other(OPENID, "event", event=event), OPENID) == told

    assert play(scene).heard == []


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("/restart", "restart"),
        ("／session_start", "session_start"),
        ('\u200b/ask_policy{"a": "b"}', 'ask_policy{"a": "b"}'),
        ("高龄\u202e津贴", "高龄津贴"),
        ("一]]>二<b>&amp;", "一]]>二<b>&amp;"),
    ],
)
def test_commands_and_tricks_reach_rasa_as_plain_words(typed: str, heard: str) -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, typed) == f"答：{heard}"

    assert play(scene).texts == [heard]


@pytest.mark.parametrize(
    ("typed", "told"),
    [("问" * 501, "问题太长了。"), ("/", "目前只能看懂文字。"), ("\u200b", "目前只能看懂文字。")],
    ids=["501", "slash", "unseen"],
)
def test_too_much_and_too_little_never_reach_rasa(typed: str, told: str) -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, typed) == told

    assert play(scene).heard == []


def test_500_characters_are_fine() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "问" * 500) == "答：" + "问" * 500

    assert play(scene).texts == ["问" * 500]


def test_a_failing_turn_says_so() -> None:
    async def fails(message: UserMessage) -> None:
        raise RuntimeError("秘密的原话")

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "问") == "查询出了故障，请再问一次。"
        assert await platform.says(OPENID, "再问") == "查询出了故障，请再问一次。"

    assert play(scene, Bot(fails)).texts == ["问", "再问"]


def test_a_silent_turn_says_so() -> None:
    async def silent(message: UserMessage) -> None:
        return None

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "问") == "查询出了故障，请再问一次。"

    play(scene, Bot(silent))


def test_a_bot_that_is_not_ready_gives_no_answer() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "问") == UNAVAILABLE

    assert play(scene, Bot(repeating(), ready=False)).heard == []


def test_a_domain_without_a_sentence_is_named_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    lacking = {name: text for name, text in SENTENCES.items() if name != "utter_error"}

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "问") == UNAVAILABLE

    assert play(scene, Bot(repeating(), domain(lacking))).heard == []
    assert "utter_error" in caplog.text


def test_the_openid_leaves_no_trace(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    settings = WeChatSettings(TOKEN, reply_seconds=2.0)
    bot = Bot(repeating(0.2))

    async def run() -> None:
        async with serving(WeChatInput(settings), bot, access_log=True) as port:
            platform = Platform(port, TOKEN)
            await platform.says(OPENID, "一句很私密的话")
            await platform.says("oTestCitizen000000000000002", "另一位")
            platform.patience, platform.tries = 0.05, 1
            await platform.says(OPENID, "挂断的话")
            await asyncio.sleep(0.3)

    asyncio.run(asyncio.wait_for(run(), 30))
    first, second, third = (heard.sender_id for heard in bot.heard)
    assert first == third != second and len(first) == 64 and int(first, 16)
    logged = " ".join(f"{r.getMessage()} {getattr(r, 'request', '')}" for r in caplog.records)
    assert "/webhooks/wechat/webhook?…" in logged
    assert not [w for w in ("oTestCitizen", "signature=", "私密", "挂断", TOKEN) if w in logged]


def test_another_process_knows_the_citizen_by_another_name() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        await platform.says(OPENID, "问")

    assert play(scene).heard[0].sender_id != play(scene).heard[0].sender_id


def test_credentials() -> None:
    given = {"token": "abc", "reply_seconds": "3.5", "max_chars": 200}
    assert WeChatInput.from_credentials(given)._settings == WeChatSettings(
        token="abc", reply_seconds=3.5, keep_seconds=600, clock_skew_seconds=300, max_chars=200
    )
    assert WeChatInput.name() == "wechat"
    assert "abc" not in repr(WeChatSettings("abc"))


@pytest.mark.parametrize(
    "given",
    [None, {}, {"token": ""}, {"token": " "}, {"token": None}, {"token": "${YG_WECHAT_TOKEN}"}],
)
def test_it_does_not_start_without_a_token(given: dict[str, Any] | None) -> None:
    with pytest.raises(RasaException, match="token 是空的"):
        WeChatInput.from_credentials(given)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("reply_seconds", 5),
        ("reply_seconds", 0),
        ("keep_seconds", "often"),
        ("max_chars", 501),
        ("clock_skew_seconds", float("nan")),
    ],
)
def test_it_does_not_start_with_an_odd_number(name: str, value: object) -> None:
    with pytest.raises(RasaException, match=f"{name} 要写"):
        WeChatInput.from_credentials({"token": "abc", name: value})


def test_cards_arrive_as_text_with_numbers() -> None:
    async def answers(message: UserMessage) -> None:
        card = {
            "type": "answer",
            "id": "a1b2c3d4e5f60718",
            "text": "有规定。",
            "quotes": [{"text": "第一条　甲。", "title": "办法"}],
            "buttons": [{"title": "有帮助", "payload": "有帮助"}],
        }
        await said(message, custom=card)

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "问") == (
            "有规定。\n\n【文件原文】\n第一条　甲。\n出处：《办法》\n\n回复数字选择：\n1. 有帮助"
        )

    play(scene, Bot(answers))
