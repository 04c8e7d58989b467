"""The whole journey without a mouse, and a phone's screen that holds the focus."""

import pytest
from playwright.sync_api import expect

from .cards import LONG_ANSWER
from .channel import Channel
from .visit import Visit

pytestmark = pytest.mark.browser


def tab_until(visit: Visit, name: str) -> None:
    """Presses Tab until what is focused has this class or id."""
    for _ in range(30):
        visit.page.keyboard.press("Tab")
        focused = visit.focused()
        if name in (focused["id"], *focused["name"].split()):
            return
    raise AssertionError(f"Tab never reached {name}")


def test_the_whole_journey_by_keyboard(visit: Visit, channel: Channel) -> None:
    visit.arrive()
    tab_until(visit, "launcher")
    visit.page.keyboard.press("Enter")
    expect(visit.question).to_be_focused()
    channel.answers(LONG_ANSWER)
    visit.page.keyboard.type("提取公积金要哪些材料？")
    visit.page.keyboard.press("Enter")
    expect(visit.answers).to_have_count(1)
    expect(visit.question).to_be_focused()
    tab_until(visit, "send")
    for _ in range(3):
        visit.page.keyboard.press("Shift+Tab")
    assert visit.focused()["name"] == "choice"
    visit.page.keyboard.press("Space")
    expect(visit.answers).to_have_count(2)
    assert channel.asked[1]["message"] == "有帮助"
    visit.page.keyboard.press("Escape")
    expect(visit.window).to_have_count(0)
    expect(visit.launcher).to_be_focused()


def test_on_a_desk_the_page_stays_reachable(visit: Visit) -> None:
    visit.open()
    assert visit.window.get_attribute("aria-modal") is None
    visit.page.locator("#behind").click()
    expect(visit.page.locator("#behind")).to_be_focused()
    expect(visit.window).to_be_visible()


def test_on_a_phone_it_fills_the_screen_and_holds_the_focus(mobile: Visit) -> None:
    mobile.open()
    assert mobile.window.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    expect(mobile.window).to_have_attribute("aria-modal", "true")
    expect(mobile.button("关闭")).to_be_focused()
    assert mobile.page.locator("main").evaluate("node => node.inert") is True
    expect(mobile.page.locator("html")).to_have_css("overflow", "hidden")
    for key in ["Tab"] * 12 + ["Shift+Tab"] * 12:
        mobile.page.keyboard.press(key)
        assert mobile.focused()["inside"] is True


def test_the_focus_turns_round_at_both_ends(mobile: Visit) -> None:
    mobile.open()
    mobile.button("发送").focus()
    mobile.page.keyboard.press("Tab")
    expect(mobile.button("大字版")).to_be_focused()
    mobile.page.keyboard.press("Shift+Tab")
    expect(mobile.button("发送")).to_be_focused()


def test_shutting_gives_the_page_back(mobile: Visit) -> None:
    mobile.open()
    mobile.button("清空").click()
    mobile.page.keyboard.press("Escape")
    expect(mobile.button("清空")).to_be_focused()
    mobile.page.keyboard.press("Escape")
    expect(mobile.launcher).to_be_focused()
    assert mobile.page.locator("main").evaluate("node => node.inert") is False
    expect(mobile.page.locator("html")).to_have_css("overflow", "visible")


def test_a_long_answer_is_read_from_its_question(visit: Visit, channel: Channel) -> None:
    visit.open()
    for question in ("第一问", "第二问"):
        channel.answers(LONG_ANSWER)
        visit.ask(question)
        expect(visit.answers.get_by_text("官方解读").last).to_be_attached()
        expect(visit.button("发送")).to_be_enabled()
        newest = visit.log.locator(".citizen").last
        expect(newest).to_contain_text(question)
        visit.page.wait_for_function(
            """() => {
              const root = document.querySelector("sunshine-ask").shadowRoot;
              const log = root.querySelector(".log").getBoundingClientRect();
              const last = [...root.querySelectorAll(".citizen")].pop().getBoundingClientRect();
              return Math.abs(last.top - log.top - 12) < 2;
            }"""
        )
