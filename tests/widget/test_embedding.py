"""One script tag is all a page needs, and all it gets."""

import re

import pytest
from playwright.sync_api import expect

from .channel import Channel
from .visit import Visit

pytestmark = pytest.mark.browser


def test_one_tag_embeds_the_window(visit: Visit, channel: Channel) -> None:
    visit.arrive()
    expect(visit.launcher).to_have_text("政策问答")
    expect(visit.window).to_have_count(0)
    visit.launcher.click()
    expect(visit.window).to_have_accessible_name("政策问答")
    expect(visit.question).to_be_focused()
    expect(visit.log).to_contain_text("从已公布的政府文件中查找原文，并注明出处")
    assert channel.asked == []


def test_the_address_asked_is_where_the_script_came_from(visit: Visit, channel: Channel) -> None:
    visit.open()
    with visit.page.expect_request(f"{channel.origin}/webhooks/web/webhook") as asked:
        visit.ask("租房能提多少公积金")
    assert asked.value.method == "POST"
    assert asked.value.headers["content-type"] == "application/json"
    assert "cookie" not in asked.value.headers
    assert asked.value.headers.get("referer", "") == ""
    expect(visit.answers).to_have_count(1)
    question = channel.asked[0]
    assert question.keys() == {"sender", "message"}
    assert question["message"] == "租房能提多少公积金"
    assert re.fullmatch("[0-9a-f]{32}", question["sender"])


def test_attributes_open_and_name_it(visit: Visit) -> None:
    visit.arrive("/open")
    expect(visit.window).to_have_accessible_name("问政策")
    expect(visit.window.locator(".starter")).to_have_text(["居住证怎么办？", "落户要什么条件？"])
    assert visit.focused()["inside"] is False


def test_starters_are_asked_and_then_gone(visit: Visit, channel: Channel) -> None:
    visit.open()
    expect(visit.window.locator(".starter")).to_have_text(
        ["租房怎么提取公积金？", "老人高龄津贴多少钱？", "开办营业执照要收费吗？"]
    )
    visit.button("老人高龄津贴多少钱？").click()
    expect(visit.answers).to_have_count(1)
    expect(visit.window.locator(".starter")).to_have_count(0)
    assert channel.asked[0]["message"] == "老人高龄津贴多少钱？"
    assert visit.focused()["name"] == "log"


def test_page_styles_stay_out(visit: Visit) -> None:
    visit.arrive()
    visit.page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("* { font-size: 3px; color: red; } button { display: none; }");
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }"""
    )
    expect(visit.launcher).to_be_visible()
    expect(visit.launcher).to_have_css("color", "rgb(255, 255, 255)")
