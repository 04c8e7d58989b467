"""The channels' sentences: they live in the loaded domain, not in code."""

from __future__ import annotations

import re
from typing import Any

_BLANK = re.compile(r"\{(\w+)\}")


class MissingSentence(LookupError):
    """domain.yml lacks a sentence, or a sentence has a blank that nobody fills."""


def sentence(agent_or_domain: Any, name: str, **values: object) -> str:
    """The first text of response ``name``, its ``{blanks}`` filled from ``values``.

    Takes a Rasa agent or its domain. Raises MissingSentence, whose message names the response.
    """
    domain = getattr(agent_or_domain, "domain", agent_or_domain)
    responses = getattr(domain, "responses", None) or {}
    texts = [variant["text"] for variant in responses.get(name, ()) if variant.get("text")]
    if not texts:
        raise MissingSentence(f"domain.yml 的 responses 里没有 {name}，请补上这句话后重新训练。")
    return _BLANK.sub(lambda blank: _filled(name, blank[1], values), str(texts[0]))


def _filled(name: str, blank: str, values: dict[str, object]) -> str:
    if blank not in values:
        raise MissingSentence(f"domain.yml 的 {name} 里有 {{{blank}}}，但这里没有可填的内容。")
    return str(values[blank])
