"""What could not be taken in, and what the officer can do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Refused:
    """A file, or one line of it, that was left out.

    ``name`` is the file as the officer knows it (relative to the folder given), ``reason`` a
    Chinese sentence saying what to do, ``line`` the 1-based line where that is known.
    """

    name: str
    reason: str
    line: int | None = None


class Unreadable(ValueError):
    """Raised inside a reader; carries the Chinese reason and, where known, the line."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
