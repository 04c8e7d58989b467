"""What a citizen typed in WeChat, on one line and without characters nobody sees."""

from __future__ import annotations

import unicodedata

from channels.inbound import TooLong, readable

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def typed(text: str, most: int) -> str:
    """``text`` fit for a turn: no control characters, no leading slash, at most ``most`` long.

    Raises TooLong or Empty.
    """
    seen = (c for c in _spaced(text) if unicodedata.category(c) not in _UNSEEN)
    cleaned = "".join(seen).strip()
    if len(cleaned) > most:
        raise TooLong
    return readable(cleaned)


def _spaced(text: str) -> str:
    return "".join(" " if c.isspace() else c for c in text)
