"""What Rasa is joined to: its actions here or elsewhere, conversations in short memory."""

from __future__ import annotations

from rasa.core.utils import AvailableEndpoints
from rasa.utils.endpoints import EndpointConfig

from bot.engine.inprocess import InProcessActions
from bot.settings import Settings


def endpoints(settings: Settings) -> AvailableEndpoints:
    """endpoints.yml, with in-process actions unless an action server's address is set."""
    known = AvailableEndpoints.read_endpoints(str(settings.root / "endpoints.yml"))
    if settings.actions_url:
        known.action = EndpointConfig(url=settings.actions_url)
    else:
        known.action = InProcessActions("actions")
    return known
