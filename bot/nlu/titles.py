"""Titles in book marks: 《关于印发〈停车办法〉的通知》, the outermost pair with what is inside."""

from __future__ import annotations

from bot.nlu.found import Found

_OPEN, _CLOSE = "《", "》"
_SHORTEST, _LONGEST = 4, 200


def find_titles(text: str) -> list[Found]:
    """Every title in 《》 of 4 to 200 characters; a pair inside another belongs to it."""
    found, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        if letter == _OPEN:
            start = place if not depth else start
            depth += 1
        elif letter == _CLOSE and depth:
            depth -= 1
            title = text[start + 1 : place]
            if not depth and _SHORTEST <= len(title) <= _LONGEST:
                found.append(Found("document_title", title, start, place + 1))
    return found
