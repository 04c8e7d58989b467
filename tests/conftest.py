"""Fixtures that several suites share: the trained model, the running product, a browser."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import ARGUMENTS
from tests.stack import ROOT, WECHAT_TOKEN, Stack

# The same examples in every run, and no time limit: a busy machine must not fail a property.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session")
def trained() -> None:
    """The model of the present files, trained if need be."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "train"], cwd=ROOT, timeout=900, check=False
    )
    assert done.returncode == 0


@pytest.fixture(scope="session")
def stack(trained: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Bot, console and pages of one installation; the same for the whole test run."""
    own = {"YG_WECHAT_TOKEN": WECHAT_TOKEN}
    running = Stack(tmp_path_factory.mktemp("installation"), more=own).start()
    running.add_staff()
    yield running
    assert running.stop() == 0, running.log.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium; ended with each module, because its loop occupies the thread."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.fail("没有找到 Chromium。请先运行：sudo apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()
