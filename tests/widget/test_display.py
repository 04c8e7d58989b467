"""大字版, high contrast, small screens, and the media features a browser may ask for."""

import pytest
from playwright.sync_api import expect

from .cards import LONG_ANSWER, NO_ANSWER
from .channel import Channel
from .conftest import VisitOn
from .visit import Visit

pytestmark = pytest.mark.browser

SMALL_TARGETS = """node => [...node.querySelectorAll("button, a, textarea")]
  .filter((target) => {
    const box = target.getBoundingClientRect();
    return box.width > 0 && (box.height < 43.9 || box.width < 43.9);
  }).map((target) => target.textContent.trim())"""

SIDEWAYS = """node => [node, ...node.querySelectorAll("*")]
  .filter((part) => part.clientWidth > 1 && part.scrollWidth > part.clientWidth + 1)
  .map((part) => part.className || part.tagName)"""


def test_big_letters_are_bigger_and_remembered(visit: Visit) -> None:
    visit.open()
    visit.ask("租房一个月能提多少公积金？")
    says = visit.answers.locator(".says")
    expect(says).to_have_css("font-size", "16px")
    visit.button("大字版").click()
    expect(says).to_have_css("font-size", "22.4px")
    expect(visit.button("大字版")).to_have_attribute("aria-pressed", "true")
    visit.open()
    expect(visit.answers.locator(".says")).to_have_css("font-size", "22.4px")
    visit.button("大字版").click()
    expect(visit.answers.locator(".says")).to_have_css("font-size", "16px")


def test_lines_are_wide_enough_apart(visit: Visit, channel: Channel) -> None:
    visit.open()
    channel.answers(LONG_ANSWER)
    visit.ask("提取公积金要哪些材料？")
    expect(visit.answers).to_have_count(1)
    tight = visit.window.evaluate(
        """node => [...node.querySelectorAll("p, span, button, h2, h3, textarea")]
          .filter((part) => {
            const style = getComputedStyle(part);
            return parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.5;
          }).map((part) => part.textContent.trim())"""
    )
    assert tight == []


def test_high_contrast_is_seven_to_one_and_remembered(visit: Visit, channel: Channel) -> None:
    visit.open()
    visit.button("高对比度").click()
    channel.answers(NO_ANSWER)
    visit.ask("小区里电动自行车能在哪里停？")
    expect(visit.answers).to_have_count(1)
    low = visit.window.evaluate(LOW_CONTRAST, 7)
    assert low == []
    visit.open()
    expect(visit.button("高对比度")).to_have_attribute("aria-pressed", "true")
    expect(visit.log).to_have_css("background-color", "rgb(0, 0, 0)")


@pytest.mark.parametrize("letters", ["普通", "大字版"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844), (320, 640), (320, 200)])
def test_everything_fits_and_can_be_touched(
    visit_on: VisitOn, channel: Channel, width: int, height: int, letters: str
) -> None:
    visit = visit_on({"width": width, "height": height})
    visit.open()
    if letters == "大字版":
        visit.button("大字版").click()
    channel.answers(LONG_ANSWER, NO_ANSWER)
    visit.ask("提取公积金要哪些材料？")
    expect(visit.answers).to_have_count(2)
    assert visit.window.evaluate(SMALL_TARGETS) == []
    assert visit.window.evaluate(SIDEWAYS) == []
    box = visit.window.bounding_box()
    assert box is not None
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert box["y"] >= 0 and box["y"] + box["height"] <= height


def test_at_four_hundred_percent_one_can_still_ask(visit_on: VisitOn) -> None:
    visit = visit_on({"width": 320, "height": 200})
    visit.open()
    visit.question.scroll_into_view_if_needed()
    expect(visit.question).to_be_in_viewport(ratio=1)
    visit.ask("落户要什么条件？")
    expect(visit.answers.locator(".says")).to_be_in_viewport(ratio=1)


def test_the_phone_keyboard_does_not_cover_the_input(mobile: Visit) -> None:
    mobile.page.add_init_script(
        """const seen = new EventTarget();
        Object.assign(seen, { height: 844, width: 390, scale: 1, offsetTop: 0, offsetLeft: 0 });
        Object.defineProperty(window, "visualViewport", { value: seen });"""
    )
    mobile.open()
    mobile.page.evaluate(
        """() => {
          Object.assign(window.visualViewport, { height: 480, offsetTop: 60 });
          window.visualViewport.dispatchEvent(new Event("resize"));
        }"""
    )
    expect(mobile.window).to_have_css("height", "480px")
    expect(mobile.window).to_have_css("top", "60px")
    box = mobile.question.bounding_box()
    assert box is not None
    assert box["y"] >= 60 and box["y"] + box["height"] <= 540


def test_still_for_those_who_asked_for_no_motion(visit: Visit, channel: Channel) -> None:
    visit.page.emulate_media(reduced_motion="reduce")
    visit.open()
    channel.gate.clear()
    visit.ask("落户要什么条件？")
    expect(visit.window).to_have_css("animation-name", "none")
    expect(visit.window.locator(".dots i").first).to_have_css("animation-name", "none")
    channel.gate.set()
    expect(visit.answers).to_have_count(1)


def test_forced_colours_keep_borders(visit: Visit) -> None:
    visit.page.emulate_media(forced_colors="active")
    visit.open()
    visit.ask("租房一个月能提多少公积金？")
    for part in (visit.window, visit.answers.locator(".card"), visit.button("发送")):
        expect(part).to_have_css("border-top-style", "solid")
        expect(part).to_have_css("border-top-width", "1px")


# WCAG 2.1's own formula; every ground is a plain colour, so the nearest painted one counts.
LOW_CONTRAST = """(node, wanted) => {
  const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const up = (part) => part.parentElement || part.getRootNode().host;
  const ground = (part) => {
    for (let at = part; at; at = up(at)) {
      const colour = getComputedStyle(at).backgroundColor;
      if (numbers(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const low = [];
  for (const part of node.querySelectorAll("p, span, button, a, h2, h3, strong, textarea")) {
    const [ink, paper] = [light(getComputedStyle(part).color), light(ground(part))];
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (part.textContent.trim() && ratio < wanted) low.push([part.textContent.trim(), ratio]);
  }
  return low;
}"""
