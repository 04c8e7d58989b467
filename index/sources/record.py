"""What every reader hands on: the header as written and the body as plain lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Record:
    """One document before its header is understood.

    ``fields`` keeps the publisher's own labels; ``authored`` says that staff wrote the header
    themselves, so that a date nobody can read is refused instead of dropped. ``titled`` is False
    where the title was taken from the body, which then keeps it.
    """

    fields: Mapping[str, str]
    text: str
    line: int | None = None
    authored: bool = False
    titled: bool = True
