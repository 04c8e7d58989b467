"""A browser, the two servers and a visit; every visit ends with the promises every page gets."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from .channel import Channel, bot_handler, page_handler, serving
from .visit import Visit

DESKTOP = {"width": 1280, "height": 800}
MOBILE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def servers() -> Iterator[Channel]:
    """Bot and page, each on its own port for the whole run."""
    channel = Channel()
    with serving(bot_handler(channel)) as bot, serving(page_handler(channel)) as page:
        channel.origin, channel.page_origin = bot, page
        yield channel


@pytest.fixture
def channel(servers: Channel) -> Iterator[Channel]:
    """The bot with nothing asked and nothing queued."""
    servers.replies.clear()
    servers.asked.clear()
    servers.gate.set()
    yield servers
    servers.gate.set()


VisitOn = Callable[[dict[str, int]], Visit]


@pytest.fixture
def visit_on(browser: Browser, channel: Channel) -> Iterator[VisitOn]:
    """Starts visits on screens of a given size and checks each one's promises at the end."""
    visits: list[Visit] = []

    def start(size: dict[str, int]) -> Visit:
        context = browser.new_context(
            viewport={"width": size["width"], "height": size["height"]},
            has_touch=size["width"] < 600,
            locale="zh-CN",
        )
        context.set_default_timeout(5_000)
        visit = Visit(context.new_page(), channel.page_origin)
        visit.watch()
        visits.append(visit)
        return visit

    yield start
    for visit in visits:
        violations = visit.violations()
        visit.page.context.close()
        assert violations == []
        assert visit.broken == []
        assert visit.origins <= {channel.origin, channel.page_origin}


@pytest.fixture
def visit(visit_on: VisitOn) -> Visit:
    """A visit on an office screen."""
    return visit_on(DESKTOP)


@pytest.fixture
def mobile(visit_on: VisitOn) -> Visit:
    """A visit on a phone."""
    return visit_on(MOBILE)
