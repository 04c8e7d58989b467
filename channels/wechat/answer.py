"""A finished turn, as a citizen leafs through it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from channels.plain import Option, option_lines, plain
from channels.wechat.cutting import pages


@dataclass(frozen=True)
class Answer:
    """Pages in reading order (at least one), and the choices printed on the last of them."""

    pages: tuple[str, ...]
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Reading:
    """An answer of which the first ``seen`` pages were sent."""

    answer: Answer
    seen: int = 1

    @property
    def has_more(self) -> bool:
        """True if a page is left to send."""
        return self.seen < len(self.answer.pages)

    def next(self) -> tuple[str, Reading]:
        """The next page, and the reading after it. Only if ``has_more``."""
        return self.answer.pages[self.seen], replace(self, seen=self.seen + 1)

    def chosen(self, text: str) -> Option | None:
        """The choice that ``text`` names by number or title; none before it was printed."""
        if self.has_more:
            return None
        named = bare(text)
        for number, option in enumerate(self.answer.options, 1):
            if named in (str(number), bare(option.title)):
                return option
        return None


def composed(messages: Iterable[dict[str, Any]], more: str) -> Answer | None:
    """The answer that Rasa's collected messages make, or None if they say nothing."""
    said = plain(messages)
    if not said.text:
        return None
    return Answer(pages(said.text, option_lines(said.options), more), said.options)


def bare(text: str) -> str:
    """``text`` as a citizen means it: "１。", " 1." and "1" are one."""
    return unicodedata.normalize("NFKC", text).strip(" 。.、,()“”\"'")
