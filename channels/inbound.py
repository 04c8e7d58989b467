"""What a citizen typed, made safe for Rasa: bounded, one written form, no commands."""

from __future__ import annotations

import re
import unicodedata

MOST_CHARACTERS = 500
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


class TooLong(ValueError):
    """More than 500 characters."""


class Empty(ValueError):
    """Nothing left to read."""


def readable(text: object) -> str:
    """``text`` without control and invisible characters or leading slashes.

    Rasa obeys ``/intent`` messages; a citizen's slash must be just a slash, in every width.
    Raises TooLong or Empty.
    """
    if not isinstance(text, str):
        raise Empty
    if len(text) > MOST_CHARACTERS:
        raise TooLong
    cleaned = _NOT_TEXT.sub("", text).strip()
    while cleaned and unicodedata.normalize("NFKC", cleaned[0]) in ("/", " "):
        cleaned = cleaned[1:].lstrip()
    if not cleaned:
        raise Empty
    return cleaned
