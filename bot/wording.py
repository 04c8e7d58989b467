"""Sentences of domain.yml, filled in: the bot has no others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Wording = Callable[..., str]


def wording(domain: Mapping[str, Any]) -> Wording:
    """``say(name, **values)`` over a domain's responses. Raises KeyError for an unknown name."""
    responses = domain["responses"]

    def say(name: str, **values: str) -> str:
        text = str(responses[name][0]["text"])
        for key, value in values.items():
            text = text.replace("{" + key + "}", value)
        return text

    return say
