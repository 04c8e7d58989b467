"""The sentences of a passage that a reply shows: verbatim, in order, never cut inside one."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST = 560  # characters a reader takes in at once on a phone
_UNIT = re.compile(r"[^。！？；\n]*[。！？；]+[”’」』）)]*|[^。！？；\n]+|\n+")
_BESIDE = 0.5  # a sentence between two that match is likelier meant than one that stands alone
_LEAD_IN = re.compile(r"[：:]\s*$")
_LEFT_OUT = "……"


def excerpt(text: str, wanted: tuple[str, ...], most: int = _MOST) -> str:
    """The sentence richest in ``wanted`` words with those around it, ``most`` characters at most.

    Rules answer after they name what they are about, so twice as much is shown after the sentence
    as before it. A list keeps the line that opens it. Short texts come back whole, and so does
    one sentence longer than ``most``; "……" stands where something was left out.
    """
    if len(text) <= most:
        return text
    units = _UNIT.findall(text)
    start, end = _around(units, _richest(units, wanted), most)
    shown = "".join(units[start:end]).strip("\n")
    before = _LEFT_OUT if "".join(units[:start]).strip() else ""
    after = _LEFT_OUT if "".join(units[end:]).strip() else ""
    return f"{before}{shown}{after}"


def _richest(units: Sequence[str], wanted: Sequence[str]) -> int:
    """The sentence with the words that few sentences have; of equal ones the first."""
    spread = {word: sum(word in unit for unit in units) for word in wanted}
    told = {word: 1 / count for word, count in spread.items() if count}
    own = [sum(w for word, w in told.items() if word in unit) for unit in units]
    padded = [0.0, *own, 0.0]
    near = [
        own[n] + _BESIDE * (padded[n] + padded[n + 2]) if units[n].strip() else -1.0
        for n in range(len(units))
    ]
    return max(range(len(units)), key=lambda n: (near[n], -n))


def _around(units: Sequence[str], centre: int, most: int) -> tuple[int, int]:
    """The range of sentences around one that fits, grown twice as fast forwards."""
    start, end, size = centre, centre + 1, len(units[centre])
    while True:
        forward = end < len(units) and size + len(units[end]) <= most
        back = start > 0 and size + len(units[start - 1]) <= most
        if forward and (not back or end - centre - 1 <= 2 * (centre - start)):
            size += len(units[end])
            end += 1
        elif back:
            start -= 1
            size += len(units[start])
        else:
            break
    while start > 0 and not units[start - 1].strip():
        start -= 1
    if start > 0 and _LEAD_IN.search(units[start - 1]):
        start -= 1
    return start, end
