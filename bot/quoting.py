"""The sentences of a passage that a reply shows: verbatim, in order, never cut inside one."""

from __future__ import annotations

import re

_MOST = 420  # characters a reader takes in at once on a phone
_UNIT = re.compile(r"[^。！？；\n]*[。！？；]+[”’」』）)]*|[^。！？；\n]+|\n+")


def excerpt(text: str, wanted: tuple[str, ...], most: int = _MOST) -> str:
    """The run of whole sentences richest in ``wanted`` words, ``most`` characters at most.

    Short texts come back whole, and so does one sentence that is longer than that; "……" stands
    before or after where something was left out. Of equal runs the earliest is shown.
    """
    if len(text) <= most:
        return text
    units = _UNIT.findall(text)
    best = max(_windows(units, most), key=lambda w: (_richness(units[w[0] : w[1]], wanted), -w[0]))
    shown = "".join(units[best[0] : best[1]]).strip("\n")
    before = "" if best[0] == 0 else "……"
    after = "" if best[1] >= len(units) else "……"
    return f"{before}{shown}{after}"


def _windows(units: list[str], most: int) -> list[tuple[int, int]]:
    """For each starting sentence, the longest run that fits (at least that sentence)."""
    found = []
    for start in range(len(units)):
        end, size = start + 1, len(units[start])
        while end < len(units) and size + len(units[end]) <= most:
            size += len(units[end])
            end += 1
        found.append((start, end))
    return found


def _richness(units: list[str], wanted: tuple[str, ...]) -> int:
    shown = "".join(units)
    return sum(len(word) for word in wanted if word in shown)
