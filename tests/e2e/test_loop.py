"""The whole loop in a real browser: ask, read the quote, follow it; ask in vain, see the signal."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.axe import violations
from tests.stack import PASSWORD, STAFF, Stack

pytestmark = pytest.mark.browser
SIZES = {"desktop": {"width": 1280, "height": 800}, "mobile": {"width": 390, "height": 844}}


@pytest.fixture(params=list(SIZES))
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport=SIZES[request.param], locale="zh-CN")  # type: ignore[arg-type]
    opened.set_default_timeout(15_000)
    yield opened
    opened.close()


def visit(context: BrowserContext, stack: Stack) -> Page:
    page = context.new_page()
    page.goto(stack.page)
    page.get_by_role("button", name=re.compile("政策问答")).first.click()
    return page


def ask(page: Page, question: str) -> None:
    box = page.get_by_role("textbox", name="请输入您的问题")
    box.fill(question)
    box.press("Enter")


def test_a_citizen_reads_the_quote_and_follows_it(context: BrowserContext, stack: Stack) -> None:
    page = visit(context, stack)
    ask(page, "公积金租房提取一个月最多能提多少")
    log = page.get_by_role("log")
    expect(log).to_contain_text("临公积金〔2024〕3号")
    expect(log).to_contain_text("现行有效")
    assert violations(page) == []
    with context.expect_page() as opened:
        log.get_by_role("link", name=re.compile("原文")).first.click()
    document = opened.value
    document.wait_for_load_state()
    expect(document.locator("h1")).to_contain_text("临澜市住房公积金提取管理办法")
    quoted = document.locator(":target")
    expect(quoted).to_be_visible()
    assert violations(document) == []


def test_an_unanswerable_question_reaches_the_staff(context: BrowserContext, stack: Stack) -> None:
    """The words arrive masked, with why the search failed; dismissing and noting work."""
    page = visit(context, stack)
    ask(page, "养鸵鸟的农户有没有专门的保险补贴？我的电话是13812345678")
    log = page.get_by_role("log")
    expect(log).to_contain_text(re.compile("查询码"))
    receipt = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", log.inner_text())
    assert receipt
    log.get_by_role("button", name="我也想问").click()
    expect(log).to_contain_text("已记下您也想问")

    staff = context.new_page()
    staff.goto(f"{stack.page}/console/")
    assert violations(staff) == []
    staff.get_by_label("用户名").fill(STAFF)
    staff.get_by_label("密码").fill(PASSWORD)
    staff.get_by_role("button", name="登录").click()
    staff.goto(f"{stack.page}/console/console/signal/?q={receipt[0]}")
    expect(staff.get_by_role("main")).to_contain_text("共 1 条")
    assert violations(staff) == []
    staff.get_by_role("link", name=re.compile("养鸵鸟")).click()
    main = staff.get_by_role("main")
    expect(main).to_contain_text("〔手机号〕")
    expect(main).not_to_contain_text("13812345678")
    expect(main).to_contain_text(receipt[0])
    assert violations(staff) == []


def test_staff_pages_are_closed_to_strangers(context: BrowserContext, stack: Stack) -> None:
    page = context.new_page()
    page.goto(f"{stack.page}/console/console/signal/")
    assert "/login/" in page.url
