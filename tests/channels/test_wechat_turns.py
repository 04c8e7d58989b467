"""The five seconds: repeats, late answers, numbers and long texts, against a simulated platform."""

from __future__ import annotations

import asyncio
import time

import pytest
from rasa.core.channels.channel import UserMessage

from channels.wechat import reception
from tests.channels.serving import Answering, Bot, Gate, repeating, said
from tests.channels.test_wechat import OPENID, play
from tests.channels.wechat_platform import UNAVAILABLE, Platform, message, other

PENDING = "正在查询，回复 1 取结果。"
STILL = "还没查完，稍后回复 1。"
NOTHING = "没有等待领取的结果。"
ERROR = "查询出了故障，请再问一次。"
BUSY = "上一个问题还在处理。"
MORE = "回复“更多”继续看。"
CHOICES = "回复数字选择：\n1. 有帮助\n2. 没帮助"


def cards(text: str = "有规定。") -> Answering:
    """Answers every question with a card with choices; a choice with what was chosen."""

    async def answer(message: UserMessage) -> None:
        buttons = [{"title": t, "payload": t} for t in ("有帮助", "没帮助")]
        if message.text in ("有帮助", "没帮助"):
            await said(message, text=f"记下了：{message.text}")
        else:
            await said(
                message, custom={"id": f"{len(text):016x}", "text": text, "buttons": buttons}
            )

    return answer


def test_real_seconds_a_late_answer_is_fetched_and_nothing_is_asked_twice() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        began = time.monotonic()
        assert await platform.says(OPENID, "很慢的问题") == PENDING
        assert 4.1 <= time.monotonic() - began <= 4.8
        assert platform.attempts == 1
        assert await platform.says(OPENID, "1") == "答：很慢的问题"
        assert await platform.says(OPENID, "1") == NOTHING

    assert play(scene, Bot(repeating(5.5)), reply_seconds=4.2).texts == ["很慢的问题"]


def test_real_seconds_a_channel_too_slow_for_the_platform_still_asks_once() -> None:
    """The channel would answer after 7 s; the platform hangs up after 5 and repeats."""

    async def scene(platform: Platform, bot: Bot) -> None:
        began = time.monotonic()
        assert await platform.says(OPENID, "问") == "答：问"
        assert platform.attempts == 2 and 5.9 <= time.monotonic() - began <= 7
        assert await platform.says(OPENID, "1") == NOTHING

    assert play(scene, Bot(repeating(6.0)), reply_seconds=30).texts == ["问"]


def test_three_hang_ups_are_one_turn_and_its_answer_waits() -> None:
    gate = Gate()

    async def scene(platform: Platform, bot: Bot) -> None:
        platform.patience = 0.1
        assert await platform.says(OPENID, "问") == UNAVAILABLE
        assert platform.attempts == 3
        await gate.open()
        platform.patience = 5
        assert await platform.says(OPENID, "1") == "答：问"

    assert play(scene, Bot(gate)).texts == ["问"]


def test_repeats_at_once_share_the_running_turn() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        said_ = await asyncio.gather(*(platform.says(OPENID, "问", number=5) for _ in range(3)))
        assert said_ == ["答：问"] * 3
        assert await platform.says(OPENID, "问", number=5) == "答：问"

    assert play(scene, Bot(repeating(0.2))).texts == ["问"]


def test_each_request_has_its_own_seconds() -> None:
    gate = Gate()

    async def scene(platform: Platform, bot: Bot) -> None:
        first = asyncio.create_task(platform.says(OPENID, "问", number=5))
        await asyncio.sleep(0.4)
        repeat = asyncio.create_task(platform.says(OPENID, "问", number=5))
        assert await first == PENDING
        await gate.open()
        assert await repeat == "答：问"

    assert play(scene, Bot(gate), reply_seconds=0.8).texts == ["问"]


def test_the_same_number_of_another_citizen_is_another_message() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "甲", number=5) == "答：甲"
        assert await platform.says("oOther", "乙", number=5) == "答：乙"

    assert play(scene).texts == ["甲", "乙"]


def test_a_repeated_event_is_one_event() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        event = other(OPENID, "event", event="subscribe")
        told = {(await platform.posts(event, OPENID))[1].count("您好") for _ in range(2)}
        assert told == {1}

    assert play(scene).heard == []


def test_still_pending_then_kept_then_nothing() -> None:
    gate = Gate()

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "1") == NOTHING
        assert await platform.says(OPENID, "问") == PENDING
        assert await platform.says(OPENID, "1") == STILL
        assert await platform.says(OPENID, "更多") == STILL
        assert await platform.says("oOther", "1") == NOTHING
        await gate.open()
        assert await platform.says(OPENID, "１。") == "答：问"
        assert await platform.says(OPENID, "1") == NOTHING

    assert play(scene, Bot(gate), reply_seconds=0.1).texts == ["问"]


def test_a_1_that_is_still_waiting_brings_the_answer() -> None:
    gate = Gate()

    async def scene(platform: Platform, bot: Bot) -> None:
        platform.patience, platform.tries = 0.1, 1
        assert await platform.says(OPENID, "问") == UNAVAILABLE
        platform.patience = 5
        fetching = asyncio.create_task(platform.says(OPENID, "1"))
        await asyncio.sleep(0.1)
        await gate.open()
        assert await fetching == "答：问"
        assert await platform.says(OPENID, "1") == NOTHING

    play(scene, Bot(gate))


def test_a_repeat_of_the_fetching_1_gets_the_same_answer() -> None:
    gate = Gate()

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "问") == PENDING
        await gate.open()
        assert await platform.says(OPENID, "1", number=9) == "答：问"
        assert await platform.says(OPENID, "1", number=9) == "答：问"

    play(scene, Bot(gate), reply_seconds=0.1)


def test_another_question_while_one_runs_has_to_wait() -> None:
    gate = Gate()

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "甲") == PENDING
        assert await platform.says(OPENID, "乙") == BUSY
        assert await platform.says(OPENID, "甲") == PENDING
        assert await platform.says("oOther", "丙") == PENDING
        await gate.open()
        assert await platform.says(OPENID, "1") == "答：甲"
        assert await platform.says("oOther", "1") == "答：丙"
        gate.close()
        assert await platform.says(OPENID, "乙") == PENDING
        await gate.open()

    assert play(scene, Bot(gate), reply_seconds=0.1).texts == ["甲", "丙", "乙"]


def test_an_answer_nobody_fetched_gives_way_to_the_next_question() -> None:
    gate = Gate()

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "甲") == PENDING
        await gate.open()
        gate.close()
        assert await platform.says(OPENID, "乙") == PENDING
        assert await platform.says(OPENID, "1") == STILL
        await gate.open()
        assert await platform.says(OPENID, "1") == "答：乙"

    play(scene, Bot(gate), reply_seconds=0.1)


def test_a_late_failure_is_told_too() -> None:
    async def fails(message: UserMessage) -> None:
        raise RuntimeError

    gate = Gate(fails)

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "问") == PENDING
        await gate.open()
        assert await platform.says(OPENID, "1") == ERROR

    play(scene, Bot(gate), reply_seconds=0.1)


def test_a_turn_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reception, "_MOST_TURN_SECONDS", 0.1)

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "甲") == ERROR
        assert await platform.says(OPENID, "乙") == ERROR

    assert play(scene, Bot(Gate())).texts == ["甲", "乙"]


def test_turns_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reception, "MOST_KEPT", 1)
    gate = Gate()

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "甲") == PENDING
        assert await platform.says("oOther", "乙") == BUSY
        await gate.open()
        assert await platform.says("oOther", "乙") == "答：乙"

    assert play(scene, Bot(gate), reply_seconds=0.2).texts == ["甲", "乙"]


def test_kept_answers_are_forgotten() -> None:
    gate = Gate()

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "问") == PENDING
        await gate.open()
        await asyncio.sleep(0.4)
        assert await platform.says(OPENID, "1") == NOTHING

    play(scene, Bot(gate), reply_seconds=0.1, keep_seconds=0.3)


def test_who_leaves_is_forgotten() -> None:
    gate = Gate()

    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "问") == PENDING
        await gate.open()
        assert await platform.delivers(other(OPENID, "event", event="unsubscribe"), OPENID) == ""
        assert await platform.says(OPENID, "1") == NOTHING

    play(scene, Bot(gate), reply_seconds=0.1)


@pytest.mark.parametrize("typed", ["2", "２", "2.", "2。", "没帮助"])
def test_a_number_chooses_and_names_its_card(typed: str) -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        assert await platform.says(OPENID, "问") == f"有规定。\n\n{CHOICES}"
        assert await platform.says(OPENID, typed) == "记下了：没帮助"

    chosen = play(scene, Bot(cards())).heard[1]
    assert (chosen.text, chosen.metadata) == ("没帮助", {"about": "0000000000000004"})


def test_choices_are_gone_with_the_next_answer() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        await platform.says(OPENID, "问")
        assert await platform.says(OPENID, "1") == "记下了：有帮助"
        assert await platform.says(OPENID, "1") == NOTHING
        assert await platform.says("oOther", "2") == f"有规定。\n\n{CHOICES}"

    bot = play(scene, Bot(cards()))
    assert bot.texts == ["问", "有帮助", "2"] and bot.heard[2].metadata == {"about": None}


def test_a_number_that_is_no_choice_is_a_question() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        await platform.says(OPENID, "问")
        await platform.says(OPENID, "3")

    assert play(scene, Bot(cards())).texts == ["问", "3"]


def test_a_waiting_answer_wins_over_choices() -> None:
    gate = Gate(cards())

    async def scene(platform: Platform, bot: Bot) -> None:
        await gate.open()
        assert await platform.says(OPENID, "甲") == f"有规定。\n\n{CHOICES}"
        gate.close()
        assert await platform.says(OPENID, "乙") == PENDING
        await gate.open()
        assert await platform.says(OPENID, "1") == f"有规定。\n\n{CHOICES}"
        assert bot.texts == ["甲", "乙"]
        assert await platform.says(OPENID, "1") == "记下了：有帮助"

    assert play(scene, Bot(gate), reply_seconds=0.5).texts == ["甲", "乙", "有帮助"]


def test_a_long_answer_is_read_page_by_page() -> None:
    text = "\n".join(f"第{n}条　申请人可以提取住房公积金账户内的存储余额。" for n in range(1, 61))

    async def scene(platform: Platform, bot: Bot) -> None:
        told = [await platform.says(OPENID, "问")]
        assert await platform.says(OPENID, "1") == MORE
        while told[-1].endswith(MORE):
            told.append(await platform.says(OPENID, "“更多”"))
        assert len(told) == 3
        parts = [page.removesuffix(f"\n\n{MORE}") for page in told]
        assert "\n".join(parts) == f"{text}\n\n{CHOICES}"
        assert all(part.endswith("。") for part in parts[:-1])
        assert await platform.says(OPENID, "更多") == NOTHING
        assert await platform.says(OPENID, "1") == "记下了：有帮助"

    assert play(scene, Bot(cards(text))).texts == ["问", "有帮助"]


def test_a_repeated_more_is_the_same_page() -> None:
    async def scene(platform: Platform, bot: Bot) -> None:
        await platform.says(OPENID, "问")
        second = await platform.says(OPENID, "更多", number=11)
        assert await platform.says(OPENID, "更多", number=11) == second
        assert await platform.says(OPENID, "更多", number=12) != second

    play(scene, Bot(cards("甲乙丙丁戊。" * 300)))


def test_a_hang_up_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    gate = Gate()

    async def scene(platform: Platform, bot: Bot) -> None:
        platform.patience, platform.tries = 0.1, 1
        body = message(OPENID, content="问", number=1)
        assert await platform.delivers(body, OPENID) == UNAVAILABLE
        await gate.open()

    play(scene, Bot(gate))
    assert [r for r in caplog.records if r.levelname == "ERROR"] == []
