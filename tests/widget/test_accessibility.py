"""axe-core finds nothing against WCAG 2.0 and 2.1 A and AA, in any state, on desk and phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.axe import violations

from .cards import EVERY_VALIDITY, LONG_ANSWER, NO_ANSWER
from .channel import Channel
from .conftest import DESKTOP, MOBILE, VisitOn
from .visit import Visit

pytestmark = pytest.mark.browser

State = Callable[[Visit, Channel], None]


def shut(visit: Visit, channel: Channel) -> None:
    """Only the launcher."""
    visit.arrive()


def empty(visit: Visit, channel: Channel) -> None:
    """Nothing asked yet."""
    visit.open()


def answered(visit: Visit, channel: Channel) -> None:
    """A folded quote, a repealed one and an official reading."""
    visit.open()
    channel.answers(LONG_ANSWER)
    visit.ask("提取公积金要哪些材料？")
    expect(visit.button("展开全文")).to_be_visible()


def every_badge(visit: Visit, channel: Channel) -> None:
    """Every word a badge can say."""
    visit.open()
    channel.answers(EVERY_VALIDITY)
    visit.ask("效力")
    expect(visit.answers).to_have_count(1)


def unanswered(visit: Visit, channel: Channel) -> None:
    """Near disclosures and a receipt."""
    visit.open()
    channel.answers(NO_ANSWER)
    visit.ask("小区里电动自行车能在哪里停？")
    expect(visit.answers).to_have_count(1)


def opinion_given(visit: Visit, channel: Channel) -> None:
    """A pressed button and its closed neighbour."""
    visit.open()
    visit.ask("租房一个月能提多少公积金？")
    visit.button("有帮助").click()
    expect(visit.answers).to_have_count(2)


def waiting(visit: Visit, channel: Channel) -> None:
    """An answer still on its way."""
    visit.open()
    channel.gate.clear()
    visit.ask("落户要什么条件？")
    expect(visit.window.locator(".waiting")).to_be_visible()


def failed(visit: Visit, channel: Channel) -> None:
    """An error with its retry."""
    visit.open()
    channel.fails(503, "问答服务正在启动，请过一分钟再试。")
    visit.ask("落户要什么条件？")
    expect(visit.button("重试")).to_be_visible()


def offline(visit: Visit, channel: Channel) -> None:
    """The line that says the network is gone."""
    visit.open()
    visit.page.context.set_offline(True)
    expect(visit.window.locator(".offline")).to_be_visible()


def clearing(visit: Visit, channel: Channel) -> None:
    """The question before everything is thrown away."""
    answered(visit, channel)
    visit.button("清空").click()


def too_long(visit: Visit, channel: Channel) -> None:
    """A question over the limit."""
    visit.open()
    visit.question.fill("问" * 512)


def big(visit: Visit, channel: Channel) -> None:
    """大字版."""
    unanswered(visit, channel)
    visit.button("大字版").click()


def contrast(visit: Visit, channel: Channel) -> None:
    """High contrast."""
    every_badge(visit, channel)
    visit.button("高对比度").click()


def contrast_failed(visit: Visit, channel: Channel) -> None:
    """High contrast with an error and big letters."""
    failed(visit, channel)
    visit.button("高对比度").click()
    visit.button("大字版").click()


STATES: list[State] = [
    shut,
    empty,
    answered,
    every_badge,
    unanswered,
    opinion_given,
    waiting,
    failed,
    offline,
    clearing,
    too_long,
    big,
    contrast,
    contrast_failed,
]


@pytest.mark.parametrize("size", [DESKTOP, MOBILE], ids=["desktop", "mobile"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_violation(
    visit_on: VisitOn, channel: Channel, size: dict[str, int], state: State
) -> None:
    visit = visit_on(size)
    visit.page.emulate_media(reduced_motion="reduce")
    state(visit, channel)
    assert violations(visit.page) == []


def test_the_rules_do_look_inside_the_window(visit: Visit, channel: Channel) -> None:
    empty(visit, channel)
    visit.question.evaluate(
        """node => {
          node.getRootNode().querySelector("label").remove();
          node.removeAttribute("placeholder");
        }"""
    )
    found = violations(visit.page)
    assert [line.split(":")[0] for line in found] == ["label"]
