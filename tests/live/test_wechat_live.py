"""A WeChat official account end to end: the real bot behind the simulated platform."""

from __future__ import annotations

import asyncio
import re
import sqlite3

import pytest

from tests.channels.wechat_platform import Platform, message
from tests.stack import WECHAT_TOKEN, Stack

pytestmark = pytest.mark.rasa
OPENID = "oAbC1234567890example"


@pytest.fixture
def platform(stack: Stack) -> Platform:
    return Platform(stack.bot_port, WECHAT_TOKEN)


def test_the_address_check_passes_only_with_the_right_token(stack: Stack) -> None:
    right = asyncio.run(Platform(stack.bot_port, WECHAT_TOKEN).checks("echo-1"))
    wrong = asyncio.run(Platform(stack.bot_port, "another").checks("echo-1"))
    assert right == (200, "echo-1")
    assert wrong[0] == 403


def test_a_question_is_answered_within_the_platforms_patience(platform: Platform) -> None:
    told = asyncio.run(platform.says(OPENID, "公积金租房提取一个月最多能提多少"))
    assert "《临澜市住房公积金提取管理办法》" in told and "临公积金〔2024〕3号" in told
    assert len(told.encode()) <= 2047
    assert platform.attempts == 1


def test_no_answer_has_a_receipt_and_me_too_by_number(platform: Platform, stack: Stack) -> None:
    async def talk() -> tuple[str, str]:
        told = await platform.says("oMeToo", "鸵鸟驿站过年期间要不要交卫生费")
        return told, await platform.says("oMeToo", "1")

    told, joined = asyncio.run(talk())
    receipt = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", told)
    assert receipt and "1. 我也想问" in told
    assert receipt[0] in joined
    with sqlite3.connect(stack.var_dir / "console.sqlite3") as ledger:
        row = ledger.execute(
            "select channel, supporters from console_signal where code = ?",
            (receipt[0].replace("-", ""),),
        ).fetchone()
    ledger.close()
    assert row == ("wechat", 1)


def test_repeats_are_processed_once(platform: Platform, stack: Stack) -> None:
    """The platform sends a message again: one signal, the same reply."""
    text = "鸵鸟孵化房过年期间要不要另交卫生费"
    body = message("oRepeat", content=text, number=9_100_001)

    async def thrice() -> list[tuple[int, str]]:
        return list(await asyncio.gather(*(platform.posts(body, "oRepeat") for _ in range(3))))

    replies = asyncio.run(thrice())
    found = {re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}", reply)[0] for _, reply in replies}
    assert len(found) == 1
    with sqlite3.connect(stack.var_dir / "console.sqlite3") as ledger:
        (count,) = ledger.execute(
            "select count(*) from console_signal where question = ?", (text,)
        ).fetchone()
    ledger.close()
    assert count == 1


def test_the_openid_is_stored_nowhere(platform: Platform, stack: Stack) -> None:
    asyncio.run(platform.says(OPENID, "鸵鸟驿站几点开门"))
    for path in stack.var_dir.rglob("*"):
        if path.is_file():
            assert OPENID.encode() not in path.read_bytes(), path.name
