"""Documents by what people call them: number, index number, title, or law and article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.backends import Reading
from index.clauses import article_references
from index.disclosure import Disclosure
from index.keys import bare_title, key, name_key
from index.numbers import canonical

_STATE = "中华人民共和国"
_LONGEST_NAME = 40
_SERIAL = re.compile(r"^(.*?)(\d+)(号)$")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NEAR_SERIALS, _NEAR_YEARS, _MOST_NEAR = 12, 3, 3
_TRAILING = re.compile(r"[》〉的之中里\s]+$")


def named(text: str, reading: Reading) -> tuple[Disclosure, ...]:
    """Documents with this number, index number or title, newest first; without their text."""
    found = reading.by_key("numbers", key(canonical(text))) or reading.by_key("numbers", key(text))
    if found:
        return tuple(found)
    for name in dict.fromkeys((text, bare_title(text), f"{_STATE}{text}")):
        if titled := reading.by_key("names", name_key(name)):
            return tuple(titled)
    return ()


def named_article(text: str, reading: Reading) -> tuple[Disclosure, str] | None:
    """The law and the article that ``text`` names without book marks, or None.

    民法典第一千零六十二条: the longest published name that stands right before the reference. Where
    every article is a document of its own, that document. Nothing is looked up without a reference.
    """
    for label, start, _ in article_references(text)[:3]:
        before = _TRAILING.sub("", text[max(0, start - _LONGEST_NAME) : start])
        for name in _names(before):
            for full in (name, f"{_STATE}{name}"):
                single = reading.by_key("names", name_key(f"{full}{label}"))
                if single:
                    return single[0], label
                whole = reading.by_key("names", name_key(full))
                if whole:
                    return whole[0], label
    return None


def _names(before: str) -> Iterator[str]:
    """What may be the name, longest first: every ending of the words before the reference."""
    tail = re.split(r"[，。！？、；,!?;\s《〈]", before)[-1]
    yield from (tail[n:] for n in range(max(0, len(tail) - 1)))


def nearest_numbers(number: str, reading: Reading) -> tuple[Disclosure, ...]:
    """Published documents whose number is nearest: the same year's next serials, then years.

    At most three. An unknown form has no neighbours.
    """
    parts = _SERIAL.match(canonical(number))
    if not parts:
        return ()
    found: dict[str, Disclosure] = {}
    for near in _neighbours(parts[1], int(parts[2]), parts[3]):
        for disclosure in reading.by_key("numbers", key(near)):
            found.setdefault(disclosure.id, disclosure)
        if len(found) >= _MOST_NEAR:
            break
    return tuple(found.values())[:_MOST_NEAR]


def _neighbours(head: str, serial: int, mark: str) -> Iterator[str]:
    for away in range(1, _NEAR_SERIALS + 1):
        for other in (serial - away, serial + away):
            if other > 0:
                yield f"{head}{other}{mark}"
    year = _YEAR.search(head)
    for away in range(1, _NEAR_YEARS + 1) if year else ():
        for other in (int(year[0]) + away, int(year[0]) - away):  # type: ignore[index]
            yield f"{head.replace(year[0], str(other))}{serial}{mark}"  # type: ignore[index]
