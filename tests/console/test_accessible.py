"""axe-core finds nothing against WCAG 2.1 A and AA on any page, and none scrolls sideways."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from console import services
from tests.console.conftest import CHOSEN
from tests.console.signals import NOTE, READ, SETTLE, account, recorded

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "channels" / "widget" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(found =>
  JSON.stringify(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))))"""
SCREENS = {"desk": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
OPEN, DISMISSED = "open", "dismissed"
LIST = "/console/console/signal/"
PAGES = [
    "/",
    "/documents/",
    "/documents/demo-rule-2024/#p3",
    "/documents/demo-rule-2017/",
    "/nothing-here/",
    "/console/",
    LIST,
    f"{LIST}?q=没有人问过",
    OPEN,
    DISMISSED,
    "/console/password_change/",
]


@pytest.fixture(scope="module")
def site(tables: None, published: None) -> Iterator[dict[str, str]]:
    """Two signals and gunicorn serving them; the addresses of the site and of both signals."""
    clerk = account(READ, SETTLE, NOTE, name="accessible")
    waiting = recorded("住在〔门牌〕附近的外卖骑手能领示例津贴吗？" * 4, region="南湖区")
    done = recorded("外卖骑手能领示例津贴吗", near=())
    services.dismiss(signal_id=done.pk, user=clerk, reason_text="与上一条重复", version=1)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    origin = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        f"{sys.executable} -W ignore -m gunicorn console.wsgi --bind 127.0.0.1:{port}".split(" "),
        cwd=ROOT,
        env={**os.environ, **CHOSEN, "YG_PAGE_ORIGIN": origin, "YG_BOT_PUBLIC_URL": origin},
    )
    _wait(f"{origin}/healthz")
    yield {
        "origin": origin,
        OPEN: f"{LIST}{waiting.pk}/change/",
        DISMISSED: f"{LIST}{done.pk}/change/",
    }
    server.terminate()
    server.wait(20)


@pytest.fixture(scope="module")
def chromium(site: dict[str, str]) -> Iterator[Browser]:
    """The machine's own Chromium; started after the ledger is filled, because Django refuses
    to read a database while Playwright's event loop runs in the same thread."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("没有找到 chromium：请先安装系统的 chromium，再运行测试")
    if not AXE.exists():
        pytest.fail("没有找到 axe-core：请先在 channels/widget 里运行 npm ci，再运行测试")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=SCREENS, ids=str)
def screen(
    request: pytest.FixtureRequest, chromium: Browser, site: dict[str, str]
) -> Iterator[Page]:
    """A logged-in page on one size of screen."""
    context = chromium.new_context(viewport=SCREENS[request.param], locale="zh-CN")
    page = context.new_page()
    page.goto(f"{site['origin']}/console/login/")
    assert violations(page) == []
    page.fill("#id_username", "accessible")
    page.fill("#id_password", "only-for-tests-1")
    page.click("input[type=submit]")
    page.wait_for_url("**/console/")
    yield page
    context.close()


@pytest.mark.parametrize("where", PAGES)
def test_a_page_is_accessible(screen: Page, site: dict[str, str], where: str) -> None:
    refused: list[str] = []
    screen.on("console", lambda said: refused.append(said.text))
    screen.goto(site["origin"] + site.get(where, where))
    assert [text for text in refused if "Content Security Policy" in text] == []
    wider = screen.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0
    assert violations(screen) == []


def violations(page: Page) -> list[str]:
    """Asked over the debugging protocol, since the pages' policy forbids foreign scripts."""
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
    done = session.send(
        "Runtime.evaluate", {"expression": RUN, "awaitPromise": True, "returnByValue": True}
    )
    session.detach()
    found: list[str] = json.loads(done["result"]["value"])
    return found


def _wait(url: str) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2) as reply:
                assert reply.status == 200
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("gunicorn 没有在 30 秒内启动")
