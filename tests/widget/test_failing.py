"""When no answer comes: what is said, and that trying again works."""

import pytest
from playwright.sync_api import expect

from .channel import WEBHOOK, Channel
from .visit import Visit

pytestmark = pytest.mark.browser

UNREACHABLE = "没有连上问答服务。请检查网络，再点“重试”。"
BROKEN = "问答服务暂时不能回答。请过一会儿点“重试”。"


def failure_of(visit: Visit) -> str:
    """The sentence shown; waits for it."""
    return visit.window.locator(".failure p").inner_text()


def test_an_error_is_shown_and_retried_without_asking_twice(visit: Visit, channel: Channel) -> None:
    visit.open()
    channel.fails(503, "问答服务正在启动，请过一分钟再试。")
    visit.ask("落户要什么条件？")
    assert failure_of(visit) == "问答服务正在启动，请过一分钟再试。"
    expect(visit.status).to_have_text("问答服务正在启动，请过一分钟再试。")
    visit.button("重试").click()
    expect(visit.answers).to_have_count(1)
    expect(visit.window.locator(".failure")).to_have_count(0)
    expect(visit.log.locator(".citizen")).to_have_count(1)
    assert [question["message"] for question in channel.asked] == ["落户要什么条件？"] * 2
    assert visit.focused()["name"] == "log"


def test_each_refusal_of_the_channel_is_said_in_its_words(visit: Visit, channel: Channel) -> None:
    visit.open()
    for status in (400, 413, 422, 429, 500):
        channel.fails(status, f"请这样做（{status}）。")
        visit.ask("落户要什么条件？")
        expect(visit.window.locator(".failure p")).to_have_text(f"请这样做（{status}）。")


def test_answers_that_make_no_sense_are_a_failure(visit: Visit, channel: Channel) -> None:
    visit.open()
    for reply in ([], {"text": "不是列表"}, [{"custom": {"type": "answer"}}], "", None):
        channel.replies.append((200, reply))
        visit.ask("落户要什么条件？")
        expect(visit.window.locator(".failure p")).to_have_text(BROKEN)
        visit.button("重试").click()
        expect(visit.window.locator(".failure")).to_have_count(0)
        expect(visit.button("发送")).to_be_enabled()


def test_an_unreachable_channel_can_be_retried(visit: Visit, channel: Channel) -> None:
    visit.open()
    visit.page.route(f"**{WEBHOOK}", lambda route: route.abort("connectionrefused"))
    visit.ask("落户要什么条件？")
    assert failure_of(visit) == UNREACHABLE
    visit.page.unroute(f"**{WEBHOOK}")
    visit.button("重试").click()
    expect(visit.answers).to_have_count(1)


def test_fifteen_seconds_without_an_answer_is_long_enough(visit: Visit, channel: Channel) -> None:
    visit.page.clock.install()
    visit.open()
    channel.gate.clear()
    visit.ask("落户要什么条件？")
    visit.page.clock.run_for(14_000)
    expect(visit.window.locator(".waiting")).to_be_visible()
    expect(visit.window.locator(".failure")).to_have_count(0)
    visit.page.clock.run_for(1_500)
    assert failure_of(visit) == "等了15秒还没有收到回答。请点“重试”再问一次。"
    channel.gate.set()
    visit.button("重试").click()
    expect(visit.answers).to_have_count(1)


def test_being_offline_is_said_and_passes(visit: Visit) -> None:
    visit.open()
    visit.page.context.set_offline(True)
    expect(visit.window.locator(".offline")).to_have_text("网络已断开，连上后再提问。")
    visit.ask("落户要什么条件？")
    assert failure_of(visit) == "现在没有网络。请连上网络后，再点“重试”。"
    visit.page.context.set_offline(False)
    expect(visit.window.locator(".offline")).to_have_count(0)
    visit.button("重试").click()
    expect(visit.answers).to_have_count(1)
