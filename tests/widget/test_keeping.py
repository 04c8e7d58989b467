"""What the browser keeps of a conversation, for how long, and how it is thrown away."""

import pytest
from playwright.sync_api import expect

from .channel import Channel
from .visit import Visit

pytestmark = pytest.mark.browser

AGE_EVERYTHING = """hours => {
  for (const key of Object.keys(localStorage)) {
    const kept = JSON.parse(localStorage.getItem(key));
    if (kept.saved) kept.saved -= hours * 3600 * 1000;
    localStorage.setItem(key, JSON.stringify(kept));
  }
}"""


def test_a_reload_keeps_the_conversation_and_the_sender(visit: Visit, channel: Channel) -> None:
    visit.open()
    visit.ask("租房一个月能提多少公积金？")
    visit.button("有帮助").click()
    expect(visit.answers).to_have_count(2)
    visit.open()
    expect(visit.answers).to_have_count(2)
    expect(visit.answers.first.locator(".cite")).to_have_text(
        "《临澜市住房公积金提取管理办法》 临公积金〔2024〕3号 第十二条"
    )
    expect(visit.answers.first.locator(".standing-note")).to_have_text("有效期至2029年3月31日")
    expect(visit.button("有帮助").first).to_have_attribute("aria-pressed", "true")
    visit.ask("再问一句")
    expect(visit.answers).to_have_count(3)
    assert len({question["sender"] for question in channel.asked}) == 1


def test_after_a_day_a_new_conversation_begins(visit: Visit, channel: Channel) -> None:
    visit.open()
    visit.ask("第一天")
    expect(visit.answers).to_have_count(1)
    visit.page.evaluate(AGE_EVERYTHING, 23)
    visit.open()
    expect(visit.answers).to_have_count(1)
    visit.page.evaluate(AGE_EVERYTHING, 2)
    visit.open()
    expect(visit.window.locator(".starter")).to_have_count(3)
    expect(visit.answers).to_have_count(0)
    visit.ask("第二天")
    expect(visit.answers).to_have_count(1)
    assert channel.asked[0]["sender"] != channel.asked[1]["sender"]


def test_clearing_asks_first_then_forgets_and_renews_the_sender(
    visit: Visit, channel: Channel
) -> None:
    visit.open()
    visit.ask("我家的事")
    expect(visit.answers).to_have_count(1)
    visit.button("清空").click()
    expect(visit.button("取消")).to_be_focused()
    visit.button("取消").click()
    expect(visit.answers).to_have_count(1)
    expect(visit.button("清空")).to_be_focused()
    visit.button("清空").click()
    visit.button("确定清空").click()
    expect(visit.answers).to_have_count(0)
    expect(visit.question).to_be_focused()
    expect(visit.status).to_have_text("对话已清空。")
    assert "我家的事" not in visit.page.evaluate("JSON.stringify(localStorage)")
    visit.ask("新的问题")
    expect(visit.answers).to_have_count(1)
    assert channel.asked[0]["sender"] != channel.asked[1]["sender"]


def test_clearing_drops_the_answer_still_on_its_way(visit: Visit, channel: Channel) -> None:
    visit.open()
    channel.gate.clear()
    visit.ask("我家的事")
    visit.button("清空").click()
    visit.button("确定清空").click()
    channel.gate.set()
    visit.ask("新的问题")
    expect(visit.answers).to_have_count(1)
    expect(visit.log.locator(".citizen")).to_have_text(["您问：新的问题"])


def test_a_question_cut_off_by_a_reload_can_be_asked_again(visit: Visit, channel: Channel) -> None:
    visit.open()
    channel.gate.clear()
    visit.ask("落户要什么条件？")
    expect(visit.window.locator(".waiting")).to_be_visible()
    visit.open()
    expect(visit.window.locator(".failure p")).to_have_text(
        "上次的提问没有收到回答。请点“重试”再问一次。"
    )
    channel.gate.set()
    visit.button("重试").click()
    expect(visit.answers).to_have_count(1)


def test_clearing_in_one_tab_clears_the_other(visit: Visit) -> None:
    visit.open()
    visit.ask("我家的事")
    expect(visit.answers).to_have_count(1)
    other = Visit(visit.page.context.new_page(), visit.page_origin)
    other.open()
    other.button("清空").click()
    other.button("确定清空").click()
    expect(visit.answers).to_have_count(0)


def test_clearing_in_one_tab_drops_what_the_other_awaits(visit: Visit, channel: Channel) -> None:
    visit.open()
    channel.gate.clear()
    visit.ask("我家的事")
    expect(visit.window.locator(".waiting")).to_be_visible()
    other = Visit(visit.page.context.new_page(), visit.page_origin)
    other.open()
    other.button("清空").click()
    other.button("确定清空").click()
    expect(visit.window.locator(".starter")).to_have_count(3)
    channel.gate.set()
    visit.ask("新的问题")
    expect(visit.answers).to_have_count(1)
    assert "我家的事" not in visit.page.evaluate("JSON.stringify(localStorage)")


def test_without_storage_it_still_answers(visit: Visit, channel: Channel) -> None:
    visit.page.add_init_script(
        """Object.defineProperty(window, "localStorage", {
          get() { throw new DOMException("refused", "SecurityError"); } })"""
    )
    visit.open()
    visit.ask("第一问")
    expect(visit.answers).to_have_count(1)
    visit.ask("第二问")
    expect(visit.answers).to_have_count(2)
    assert channel.asked[0]["sender"] == channel.asked[1]["sender"]


def test_spoilt_storage_is_ignored(visit: Visit) -> None:
    visit.open()
    visit.ask("第一问")
    expect(visit.answers).to_have_count(1)
    for spoilt in ("{", "[]", "7", '{"saved": 9e15, "sender": "x", "entries": [1]}'):
        visit.page.evaluate(
            "spoilt => Object.keys(localStorage).forEach((k) => localStorage.setItem(k, spoilt))",
            spoilt,
        )
        visit.open()
        expect(visit.window.locator(".starter")).to_have_count(3)


def test_an_answer_that_comes_while_shut_is_shown_on_the_launcher(
    visit: Visit, channel: Channel
) -> None:
    visit.open()
    channel.gate.clear()
    visit.ask("落户要什么条件？")
    visit.button("关闭").click()
    expect(visit.launcher).to_have_text("政策问答")
    channel.gate.set()
    expect(visit.launcher).to_have_accessible_name("政策问答 有新回答")
    visit.launcher.click()
    expect(visit.answers).to_have_count(1)
