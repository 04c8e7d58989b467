"""Long answers in pages that the platform lets through whole."""

from __future__ import annotations

import re

# The platform cuts a text by its UTF-8 bytes, in the middle of a character if it falls so.
MOST_BYTES = 2047
_CLOSERS = "”’」』）》】〉〕"
_SENTENCE = re.compile(rf"[。！？；…\n]+[{_CLOSERS}]*[ \u3000\n]*")
_CLAUSE = re.compile(r"[，、：\s]+")
_LONGEST_ENDING = 16


def pages(text: str, options: str, more: str, most: int = MOST_BYTES) -> tuple[str, ...]:
    """``text`` and then ``options`` in pages of at most ``most`` bytes.

    Every page but the last ends with ``more``. The options stay together, on the last page.
    """
    whole = f"{text}\n\n{options}" if options else text
    if _size(whole) <= most:
        return (whole,)
    room = most - _size(f"\n\n{more}")
    parts = [part.strip() for part in cut(text, room)]
    if options and _size(f"{parts[-1]}\n\n{options}") <= most:
        parts[-1] += f"\n\n{options}"
    elif options:
        parts += [part.strip() for part in cut(options, room)]
    parts = [part for part in parts if part]
    return (*(f"{part}\n\n{more}" for part in parts[:-1]), parts[-1])


def cut(text: str, most: int) -> list[str]:
    """``text`` in parts of at most ``most`` (4 or more) UTF-8 bytes; joined they are ``text``.

    A part ends where a sentence ends; if none ends in it, at a comma or blank; else anywhere
    between two characters.
    """
    if most < 4:
        raise ValueError("a character may need 4 bytes")
    parts: list[str] = []
    start = 0
    while start < len(text):
        end = start + len(_fitting(text[start : start + most], most))
        if end < len(text):
            end = _last(_SENTENCE, text, start, end) or _last(_CLAUSE, text, start, end) or end
        parts.append(text[start:end])
        start = end
    return parts


def _fitting(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore")


def _last(ending: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the last whole ending within ``text[start:end]`` stops; 0 if there is none."""
    # Looking a little further keeps a closing quotation mark with its sentence.
    found = ending.finditer(text, start, min(len(text), end + _LONGEST_ENDING))
    return max((match.end() for match in found if match.end() <= end), default=0)


def _size(text: str) -> int:
    return len(text.encode())
