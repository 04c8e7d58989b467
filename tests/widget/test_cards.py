"""What a citizen sees of each kind of card."""

import pytest
from playwright.sync_api import expect

from .cards import ANSWER, EVERY_VALIDITY, LONG_ANSWER, LONG_ARTICLE, NO_ANSWER, card, quote
from .channel import Channel
from .visit import Visit

pytestmark = pytest.mark.browser

HOSTILE = '<img src=x onerror="document.title=1"><b>粗体</b> [链接](javascript:alert(1)) &amp;'


def test_an_answer_shows_quote_citation_and_where_to_read_on(
    visit: Visit, channel: Channel
) -> None:
    visit.open()
    channel.answers(ANSWER)
    visit.ask("租房一个月能提多少公积金？")
    answer = visit.answers
    expect(answer.locator(".says")).to_have_text("已公布的文件是这样规定的：")
    expect(answer.locator(".quote sunshine-quote p")).to_have_text(
        "第十二条　无房职工租住住房的，每月可以提取不超过一千五百元的住房公积金。"
    )
    expect(answer.locator(".cite")).to_have_text(
        "《临澜市住房公积金提取管理办法》 临公积金〔2024〕3号 第十二条"
    )
    expect(answer.locator(".meta")).to_have_text(
        "临澜市住房公积金管理中心 · 2024年3月5日发布，2024年4月1日起施行"
    )
    expect(answer.locator(".standing-note")).to_have_text("有效期至2029年3月31日")
    expect(answer.locator(".note")).to_have_text("以上内容由系统自动检索摘录，以文件原文为准。")


def test_the_link_opens_the_passage_elsewhere(visit: Visit) -> None:
    visit.open()
    visit.ask("租房一个月能提多少公积金？")
    link = visit.answers.get_by_role("link")
    expect(link).to_have_accessible_name("查看原文 《临澜市住房公积金提取管理办法》，在新窗口打开")
    expect(link).to_have_attribute("href", "http://127.0.0.1:9/documents/lz-gjj-tiqu-2024/#p3")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_a_long_quote_folds_and_unfolds(visit: Visit, channel: Channel) -> None:
    visit.open()
    channel.answers(LONG_ANSWER)
    visit.ask("提取公积金要哪些材料？")
    first = visit.answers.locator("sunshine-quote").first
    text = first.locator("p")
    expect(first.get_by_role("button")).to_have_attribute("aria-expanded", "false")
    folded = text.evaluate("node => node.clientHeight")
    line = text.evaluate("node => parseFloat(getComputedStyle(node).lineHeight)")
    assert round(folded / line) == 6
    first.get_by_role("button", name="展开全文").click()
    expect(first.get_by_role("button", name="收起")).to_have_attribute("aria-expanded", "true")
    assert text.evaluate("node => node.scrollHeight === node.clientHeight")
    assert text.text_content() == LONG_ARTICLE
    first.get_by_role("button", name="收起").click()
    assert text.evaluate("node => node.clientHeight") == folded


def test_a_short_quote_has_nothing_to_unfold(visit: Visit) -> None:
    visit.open()
    visit.ask("租房一个月能提多少公积金？")
    expect(visit.answers.locator("sunshine-quote p")).to_be_visible()
    expect(visit.answers.locator("sunshine-quote button")).to_have_count(0)


def test_every_validity_is_said_in_words_and_drawn(visit: Visit, channel: Channel) -> None:
    visit.open()
    channel.answers(EVERY_VALIDITY)
    visit.ask("效力")
    badges = visit.answers.locator(".badge")
    expect(badges).to_have_text(
        ["现行有效", "已修改", "部分失效", "废止", "失效", "尚未施行", "效力未知"]
    )
    expect(badges.locator("svg")).to_have_count(7)
    tones = badges.evaluate_all("nodes => nodes.map((node) => node.classList[1])")
    assert tones == [
        "valid",
        "caution",
        "caution",
        "invalid",
        "invalid",
        "caution",
        "caution",
    ]


def test_the_repealed_says_what_replaced_it(visit: Visit, channel: Channel) -> None:
    visit.open()
    by_title = quote(validity="废止", replaced_by="临澜市住房公积金提取管理办法")
    channel.answers(card(quotes=[LONG_ANSWER["quotes"][1], by_title]))
    visit.ask("2018年的规定")
    expect(visit.answers.locator(".replaced")).to_have_text(
        ["已由临公积金〔2024〕3号替代", "已由《临澜市住房公积金提取管理办法》替代"]
    )


def test_the_official_reading_is_a_layer_of_its_own(visit: Visit, channel: Channel) -> None:
    visit.open()
    channel.answers(LONG_ANSWER)
    visit.ask("提取公积金要哪些材料？")
    layers = visit.answers.locator("section")
    expect(layers.locator("h3")).to_have_text(["文件原文", "官方解读（帮助理解，不作为依据）"])
    reading = visit.answers.get_by_role("region", name="官方解读（帮助理解，不作为依据）")
    expect(reading.locator(".cite")).to_have_text("《〈临澜市住房公积金提取管理办法〉政策解读》")
    expect(reading.locator(".interpretation")).to_have_css("border-style", "dashed")
    expect(visit.answers.locator(".quote").first).to_have_css("border-left-style", "solid")


def test_no_answer_shows_what_is_near_and_a_receipt_to_copy(visit: Visit, channel: Channel) -> None:
    visit.open()
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    channel.answers(NO_ANSWER)
    visit.ask("小区里电动自行车能在哪里停？")
    near = visit.answers.locator(".near")
    expect(near.locator(".cite")).to_have_text(
        [
            "《临澜市停车场管理办法》 临政规〔2024〕5号",
            "《临澜市停车场管理暂行办法》 临政发〔2019〕11号",
        ]
    )
    expect(near.locator(".why")).to_have_text(["没有提到“电动自行车”", "没有提到“电动自行车”"])
    expect(visit.answers.locator(".receipt p")).to_have_text("查询码 7KQ2-M4XD")
    visit.button("复制 查询码").click()
    expect(visit.button("已复制 查询码")).to_be_visible()
    expect(visit.status).to_have_text("查询码已复制。")
    assert visit.page.evaluate("navigator.clipboard.readText()") == "7KQ2-M4XD"


def test_copying_works_without_the_clipboard_interface(visit: Visit, channel: Channel) -> None:
    visit.page.add_init_script("delete Navigator.prototype.clipboard")
    visit.open()
    channel.answers(NO_ANSWER)
    visit.ask("小区里电动自行车能在哪里停？")
    visit.button("复制 查询码").click()
    expect(visit.status).to_have_text("查询码已复制。")
    expect(visit.button("已复制 查询码")).to_be_focused()
    visit.question.press("Control+V")
    expect(visit.question).to_have_value("7KQ2-M4XD")


def test_only_web_addresses_become_links(visit: Visit, channel: Channel) -> None:
    visit.open()
    addresses = [
        "javascript:alert(document.domain)",
        " JavaScript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "/documents/lz/",
        "https://linlan.example/documents/lz/",
    ]
    channel.answers(card(quotes=[quote(url=address) for address in addresses]))
    visit.ask("链接")
    expect(visit.answers.locator(".quote")).to_have_count(6)
    links = visit.answers.get_by_role("link")
    assert links.evaluate_all("nodes => nodes.map((node) => node.href)") == [
        "https://linlan.example/documents/lz/"
    ]


def test_markup_in_texts_is_only_text(visit: Visit, channel: Channel) -> None:
    visit.open()
    hostile = quote(text=HOSTILE, title=HOSTILE, issuer=HOSTILE, validity_note=HOSTILE)
    buttons = [{"title": HOSTILE, "payload": HOSTILE}]
    channel.answers(card(text=HOSTILE, note=HOSTILE, quotes=[hostile], buttons=buttons))
    visit.ask(HOSTILE)
    expect(visit.answers.locator(".says")).to_have_text(HOSTILE)
    expect(visit.answers.locator(".quote sunshine-quote p")).to_have_text(HOSTILE)
    expect(visit.answers.locator(".note")).to_have_text(HOSTILE)
    expect(visit.button(HOSTILE)).to_be_visible()
    expect(visit.log.locator(".citizen")).to_have_text(f"您问：{HOSTILE}")
    expect(visit.window.locator("img, b")).to_have_count(0)
    assert visit.page.title() == "临澜市（虚构）政务服务"


def test_plain_text_messages_and_their_buttons_are_shown(visit: Visit, channel: Channel) -> None:
    visit.open()
    choices = [{"title": "南湖区", "payload": "南湖区的居住证怎么办？"}]
    channel.replies.append((200, [{"text": "您问的是哪个区？", "buttons": choices}]))
    visit.ask("居住证怎么办")
    expect(visit.answers.locator(".says")).to_have_text("您问的是哪个区？")
    visit.button("南湖区").click()
    expect(visit.answers).to_have_count(2)
    asked = [(question["message"], question.get("about")) for question in channel.asked]
    assert asked == [("居住证怎么办", None), ("南湖区的居住证怎么办？", None)]


def test_an_opinion_is_sent_once_and_closes_the_other(visit: Visit, channel: Channel) -> None:
    visit.open()
    channel.answers(ANSWER)
    channel.answers(
        card(type="notice", id="d1d2d3d4e5f60718", text="谢谢。", quotes=[], buttons=[])
    )
    visit.ask("租房一个月能提多少公积金？")
    visit.button("有帮助").click()
    expect(visit.answers).to_have_count(2)
    assert channel.asked[1]["message"] == "有帮助"
    assert channel.asked[1]["about"] == "a1b2c3d4e5f60718"
    for name in ("有帮助", "没帮助"):
        pressed = "true" if name == "有帮助" else "false"
        expect(visit.button(name)).to_have_attribute("aria-pressed", pressed)
        expect(visit.button(name)).to_be_disabled()
        visit.button(name).click(force=True)
    assert len(channel.asked) == 2
