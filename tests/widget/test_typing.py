"""Typing a question: input methods, length, and waiting for the answer before."""

import pytest
from playwright.sync_api import expect

from .channel import Channel
from .visit import Visit

pytestmark = pytest.mark.browser


def test_enter_belongs_to_the_input_method_while_it_composes(
    visit: Visit, channel: Channel
) -> None:
    visit.open()
    keyboard = visit.page.context.new_cdp_session(visit.page)
    keyboard.send(
        "Input.imeSetComposition", {"text": "gongjijin", "selectionStart": 9, "selectionEnd": 9}
    )
    expect(visit.question).to_have_value("gongjijin")
    # A key as an input method lets it through: the page sees it, the field gets no character.
    keyboard.send(
        "Input.dispatchKeyEvent",
        {"type": "rawKeyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13},
    )
    expect(visit.question).to_have_value("gongjijin")
    assert channel.asked == []
    keyboard.send("Input.insertText", {"text": "公积金"})
    expect(visit.question).to_have_value("公积金")
    assert channel.asked == []
    visit.question.press("Enter")
    expect(visit.answers).to_have_count(1)
    assert [question["message"] for question in channel.asked] == ["公积金"]


def test_a_key_the_input_method_still_handles_does_not_send(visit: Visit, channel: Channel) -> None:
    visit.open()
    visit.question.fill("公积金")
    visit.question.evaluate(
        """node => node.dispatchEvent(new KeyboardEvent("keydown",
          { key: "Enter", keyCode: 229, bubbles: true, cancelable: true }))"""
    )
    expect(visit.question).to_have_value("公积金")
    assert channel.asked == []


def test_shift_enter_makes_a_line_and_blanks_are_not_sent(visit: Visit, channel: Channel) -> None:
    visit.open()
    visit.question.press("Enter")
    visit.question.fill("   ")
    visit.button("发送").click()
    assert channel.asked == []
    visit.question.fill("公积金")
    visit.question.press("Shift+Enter")
    visit.question.press_sequentially("怎么提取")
    visit.button("发送").click()
    expect(visit.answers).to_have_count(1)
    assert channel.asked[0]["message"] == "公积金\n怎么提取"


def test_the_limit_is_told_before_and_held_after(visit: Visit, channel: Channel) -> None:
    visit.open()
    count = visit.window.locator("#count")
    visit.question.fill("问" * 399)
    expect(count).to_have_text("")
    visit.question.fill("问" * 480)
    expect(count).to_have_text("还可以输入20个字")
    visit.question.fill("问" * 512)
    expect(count).to_have_text("超出12个字，请删减后再发送")
    expect(count).to_have_attribute("role", "alert")
    expect(visit.question).to_have_attribute("aria-invalid", "true")
    expect(visit.button("发送")).to_be_disabled()
    visit.question.press("Enter")
    assert channel.asked == []
    expect(visit.question).to_have_value("问" * 512)
    visit.question.fill("𠮷" * 500)
    expect(count).to_have_text("还可以输入0个字")
    visit.question.press("Enter")
    expect(visit.answers).to_have_count(1)
    assert channel.asked[0]["message"] == "𠮷" * 500


def test_while_an_answer_is_awaited_one_can_type_but_not_send(
    visit: Visit, channel: Channel
) -> None:
    visit.open()
    channel.gate.clear()
    visit.ask("落户要什么条件？")
    expect(visit.window.locator(".waiting")).to_be_visible()
    expect(visit.status).to_have_text("正在查找已公布的文件，请稍候。")
    visit.question.fill("还有居住证")
    visit.question.press("Enter")
    expect(visit.button("发送")).to_be_disabled()
    expect(visit.question).to_have_value("还有居住证")
    channel.gate.set()
    expect(visit.answers).to_have_count(1)
    expect(visit.window.locator(".waiting")).to_have_count(0)
    visit.question.press("Enter")
    expect(visit.answers).to_have_count(2)
    assert [question["message"] for question in channel.asked] == ["落户要什么条件？", "还有居住证"]


def test_a_double_click_asks_once(visit: Visit, channel: Channel) -> None:
    visit.open()
    visit.button("租房怎么提取公积金？").evaluate("node => { node.click(); node.click(); }")
    visit.button("有帮助").evaluate("node => { node.click(); node.click(); }")
    expect(visit.answers).to_have_count(2)
    expect(visit.button("发送")).to_be_enabled()
    assert [question["message"] for question in channel.asked] == ["租房怎么提取公积金？", "有帮助"]


def test_a_quick_answer_is_announced_once_and_shows_no_waiting(
    visit: Visit, channel: Channel
) -> None:
    visit.open()
    visit.status.evaluate(
        """node => {
          window.spoken = [];
          new MutationObserver(() => window.spoken.push(node.textContent))
            .observe(node, { childList: true, characterData: true, subtree: true });
        }"""
    )
    visit.ask("租房一个月能提多少公积金？")
    expect(visit.answers).to_have_count(1)
    expect(visit.log).to_have_attribute("aria-live", "off")
    assert visit.page.evaluate("window.spoken") == [
        "收到回答：已公布的文件是这样规定的：引用文件原文1处。"
    ]
