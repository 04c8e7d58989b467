"""A turn's messages as plain text, for channels that show nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Fields = Mapping[str, Any]
_CURRENT = "现行有效"
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
# What XML 1.0 has no character for (section 2.2 Char), lone surrogates included.
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Option:
    """One choice of a card: what is shown, what choosing it says, and the card it stood on."""

    title: str
    payload: str
    about: str | None = None


@dataclass(frozen=True)
class Plain:
    """The words of a turn and the choices of its last message that has any."""

    text: str
    options: tuple[Option, ...] = ()


def plain(messages: Iterable[Fields]) -> Plain:
    """Rasa's collected messages (``text``, ``custom``, ``buttons``) as one text.

    The text is empty if the messages say nothing. Choices are not part of the text.
    """
    texts: list[str] = []
    options: tuple[Option, ...] = ()
    for message in messages:
        card = message.get("custom") or {}
        texts += [str(message.get("text") or "").strip(), card_text(card)]
        options = _options(message, card) or options
    return Plain(_printable("\n\n".join(text for text in texts if text)), options)


def card_text(card: Fields) -> str:
    """A card in its three layers: binding text, official interpretation, the bot's own words."""
    receipt, text = str(card.get("receipt") or ""), str(card.get("text") or "").strip()
    blocks = [
        text,
        f"查询码：{receipt}" if receipt and receipt not in text else "",
        *_titled("【文件原文】", card.get("quotes"), _quote),
        *_titled("【官方解读】", card.get("interpretations"), _interpretation),
        *_titled("【相近文件】", card.get("near"), _near),
        str(card.get("note") or "").strip(),
    ]
    return "\n\n".join(block for block in blocks if block)


def option_lines(options: Sequence[Option]) -> str:
    """One ``1. …`` line a choice under a short heading; empty without choices."""
    lines = [f"{number}. {option.title}" for number, option in enumerate(options, 1)]
    return _printable("\n".join(["回复数字选择：", *lines])) if lines else ""


def _options(message: Fields, card: Fields) -> tuple[Option, ...]:
    about = str(card["id"]) if card.get("id") else None
    buttons = [*(card.get("buttons") or ()), *(message.get("buttons") or ())]
    return tuple(
        Option(str(button["title"]), str(button["payload"]), about)
        for button in buttons
        if button.get("title") and button.get("payload")
    )


def _titled(
    heading: str, items: Sequence[Fields] | None, written: Callable[[Fields], str]
) -> list[str]:
    blocks = [written(item) for item in items or ()]
    return [f"{heading}\n{blocks[0]}", *blocks[1:]] if blocks else []


def _quote(quote: Fields) -> str:
    cited = f"{_title(quote)}{quote.get('article') or ''}"
    return _lines(
        _not_current(quote),
        quote["text"],
        f"出处：{cited}",
        _issued(quote),
        _standing(quote),
        _link(quote),
    )


def _interpretation(quote: Fields) -> str:
    return _lines(quote["text"], f"出处：{_title(quote)}", _issued(quote), _link(quote))


def _near(near: Fields) -> str:
    why = str(near.get("why") or "")
    return _lines(f"· {_title(near)}", why, _issued(near), _standing(near), _link(near))


def _title(source: Fields) -> str:
    named, number = _bookname(str(source["title"])), source.get("number")
    return f"{named}（{number}）" if number else named


def _bookname(title: str) -> str:
    """In 《》; marks already inside become 〈〉 (GB/T 15834, 5.15)."""
    return "《" + title.replace("《", "〈").replace("》", "〉") + "》"


def _issued(source: Fields) -> str:
    published, effective = _day(source.get("published")), _day(source.get("effective"))
    dates = [f"{published}发布" if published else "", f"{effective}起施行" if effective else ""]
    return "，".join(part for part in (str(source.get("issuer") or ""), *dates) if part)


def _not_current(quote: Fields) -> str:
    """Stands above a quote that is not current law: a cut text must not hide it."""
    validity = quote.get("validity")
    return f"【效力：{validity}】" if validity and validity != _CURRENT else ""


def _standing(source: Fields) -> str:
    """Validity and what replaced the document; empty if the card says neither."""
    validity, note = str(source.get("validity") or ""), str(source.get("validity_note") or "")
    words = f"效力：{validity}" + (f"（{note}）" if note else "") if validity else ""
    successor = str(source.get("replaced_by") or "")
    if not successor:
        return words
    named = successor if successor.endswith("号") else _bookname(successor)
    return "，".join(part for part in (words, f"已由{named}替代") if part)


def _link(source: Fields) -> str:
    url = str(source.get("url") or "")
    return f"原文：{url}" if url.startswith(("http://", "https://")) else ""


def _day(written: object) -> str:
    found = _DAY.match(str(written or ""))
    return f"{found[1]}年{int(found[2])}月{int(found[3])}日" if found else ""


def _lines(*lines: object) -> str:
    return "\n".join(str(line).strip() for line in lines if line)


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)
