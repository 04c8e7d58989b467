"""make screenshots: the pictures of the README, taken from a running installation."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import ARGUMENTS
from tests.stack import PASSWORD, ROOT, STAFF, Stack

_OUT = ROOT / "docs" / "screenshots"
_SIZES = {"desktop": (1280, 800), "mobile": (390, 844)}
_ASKED = "公积金租房提取一个月最多能提多少"
_UNASKED = "鸵鸟养殖有没有专门的补助"


def main() -> None:
    """Widget and console, on a desk and on a phone."""
    _OUT.mkdir(parents=True, exist_ok=True)
    stack = Stack(Path(tempfile.mkdtemp())).start()
    try:
        stack.add_staff()
        for question in (
            _UNASKED,
            "南湖区有没有给独居老人装扶手的补贴",
            "家门口能不能设共享充电桩",
        ):
            stack.ask(question)
        with sync_playwright() as playwright:
            chromium = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            for name, (width, height) in _SIZES.items():
                _citizen(browser, stack, name, width, height)
                _staff(browser, stack, name, width, height)
            browser.close()
    finally:
        stack.stop()


def _page(browser: Browser, width: int, height: int) -> Page:
    size = {"width": width, "height": height}
    return browser.new_context(viewport=size, locale="zh-CN").new_page()  # type: ignore[arg-type]


def _citizen(browser: Browser, stack: Stack, name: str, width: int, height: int) -> None:
    page = _page(browser, width, height)
    page.goto(stack.page)
    page.get_by_role("button", name=re.compile("政策问答")).first.click()
    box = page.get_by_role("textbox", name="请输入您的问题")
    for picture, question, shown in (
        ("answer", _ASKED, "现行有效"),
        ("no-answer", _UNASKED, "查询码"),
    ):
        box.fill(question)
        box.press("Enter")
        page.get_by_role("log").get_by_text(re.compile(shown)).last.wait_for()
        page.wait_for_timeout(600)
        page.screenshot(path=_OUT / f"widget-{picture}-{name}.png")
    page.close()


def _staff(browser: Browser, stack: Stack, name: str, width: int, height: int) -> None:
    page = _page(browser, width, height)
    page.goto(f"{stack.page}/console/")
    page.get_by_label("用户名").fill(STAFF)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.goto(f"{stack.page}/console/console/signal/")
    page.screenshot(path=_OUT / f"console-list-{name}.png")
    page.get_by_role("link", name=re.compile("鸵鸟")).first.click()
    page.wait_for_load_state()
    page.screenshot(path=_OUT / f"console-detail-{name}.png")
    page.close()


if __name__ == "__main__":
    main()
