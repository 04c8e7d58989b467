"""From an answer to the card that every channel shows: three layers and plain words around them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from bot.question import Answer, Clarification, Fact, Near, NoAnswer, Quote
from bot.wording import Wording
from index.disclosure import Citation, Status

Card = dict[str, Any]
_WORTH_READING = 0.1  # below it a near document only wastes a citizen's time; staff see them all
_LEVEL_WORDS = {"国家": "国家规定", "省": "省级规定", "市": "市级规定"}
_TRIAL = re.compile("[（(](试行|暂行)[)）]|(试行|暂行)(?:办法|规定|条例|细则|标准|意见)")
_BUTTON = 28  # characters of a button
HELPFUL, UNHELPFUL, ME_TOO, NONE_OF_THESE = "有帮助", "没帮助", "我也想问", "都不是"


def answer_card(found: Answer, say: Wording, card_id: str) -> Card:
    """The card of an answer: quotes, their interpretations, and two feedback buttons."""
    text = _opening(found, say)
    newer = found.replacement
    if newer:
        text += "\n" + say("utter_replaced_by", title=f"《{newer.title}》", number=newer.number)
    return _card(
        card_id,
        "answer",
        "answered",
        text,
        near=[_near(Near(newer, "", 1.0, (), "replacement"), say)] if newer else [],
        quotes=[_quote(q) for q in found.quotes],
        interpretations=[_interpretation(q) for q in found.interpretations],
        buttons=[_button(HELPFUL), _button(UNHELPFUL)],
        note=say("utter_note"),
    )


def _opening(found: Answer, say: Wording) -> str:
    """What stands above the quotes: the fact asked for, or how to read what follows."""
    if found.fact:
        return _fact(found.fact, say)
    lines = []
    if found.as_of:
        lines.append(say("utter_as_of", day=_written(found.as_of)))
    if found.history or found.conflict or not found.as_of:
        lines.append(say(_lead(found)))
    if found.level:
        of = found.level
        whose = f"{of.place}（{_LEVEL_WORDS[of.level]}）" if of.place else _LEVEL_WORDS[of.level]
        lines.append(say("utter_from_level", asked=of.asked, whose=whose))
    return "\n".join(lines)


def _fact(fact: Fact, say: Wording) -> str:
    return say(f"utter_fact_{fact.kind}", title=fact.title, value=fact.value)


def _lead(found: Answer) -> str:
    if found.history:
        return "utter_as_of_over" if found.as_of else "utter_answered_history"
    if found.conflict:
        return "utter_answered_conflict"
    return "utter_answered_draft" if found.draft else "utter_answered"


def no_answer_card(found: NoAnswer, say: Wording, card_id: str, receipt: str) -> Card:
    """The card of a question nothing answers: its receipt, and what came near and why it fails."""
    unknown = found.reason == "no_such_number"
    text = say("utter_number_unknown" if unknown else "utter_no_answer", receipt=receipt)
    near = [n for n in found.near if n.confidence >= _WORTH_READING]
    if near:
        text += "\n" + say("utter_no_answer_near")
    return _card(
        card_id,
        "no_answer",
        "no_answer",
        text,
        reason=found.reason,
        near=[_near(n, say) for n in near],
        receipt=receipt,
        buttons=[_button(ME_TOO)],
    )


def clarify_card(found: Clarification, say: Wording, card_id: str) -> Card:
    """The card of a half-sure search: the documents that came close, each a button, or none."""
    return _card(
        card_id,
        "notice",
        "clarify",
        say("utter_clarify"),
        near=[_near(option.near, say) for option in found.options],
        buttons=[
            *({"title": _short(o.title), "payload": o.payload} for o in found.options),
            _button(NONE_OF_THESE),
        ],
    )


def _short(title: str) -> str:
    return title if len(title) <= _BUTTON else f"{title[: _BUTTON - 1]}…"


def notice_card(text: str, status: str, card_id: str, receipt: str | None = None) -> Card:
    """A card with the bot's own words only."""
    return _card(card_id, "notice", status, text, receipt=receipt)


def _card(card_id: str, kind: str, status: str, text: str, **parts: Any) -> Card:
    base: Card = {"type": kind, "id": card_id, "status": status, "text": text, "quotes": []}
    base |= {"interpretations": [], "reason": None, "near": [], "receipt": None, "buttons": []}
    return base | {"note": None} | parts


def _button(words: str) -> dict[str, str]:
    return {"title": words, "payload": words}


def _quote(quote: Quote) -> dict[str, Any]:
    cited = quote.citation
    return {
        "text": quote.text,
        "title": cited.title,
        "number": cited.number,
        "article": cited.article,
        "issuer": cited.issuer,
        "published": _day(cited.published),
        "effective": _day(cited.effective),
        "validity": cited.validity.status.value,
        "validity_note": _validity_note(cited),
        "replaced_by": cited.validity.replaced_by or None,
        "url": cited.url,
        "disclosure_id": cited.disclosure_id,
    }


def _interpretation(quote: Quote) -> dict[str, Any]:
    kept = ("text", "title", "issuer", "published", "url", "disclosure_id")
    full = _quote(quote)
    return {name: full[name] for name in kept}


def _near(near: Near, say: Wording) -> dict[str, Any]:
    cited = near.citation
    kept = ("title", "number", "issuer", "published", "validity", "url", "disclosure_id")
    full = _quote(Quote(near.excerpt, cited))
    return {name: full[name] for name in kept} | {"why": why(near, say)}


def why(near: Near, say: Wording) -> str:
    """One sentence: why a near document does not answer."""
    status = near.citation.validity.status.value
    values = {"terms": "”“".join(near.missing), "validity": status, "region": near.citation.region}
    return say(f"utter_why_{near.why}", **values)


def _validity_note(cited: Citation) -> str:
    """The date that matters for a status, as the page's own metadata or text gives it."""
    validity = cited.validity
    if validity.status is Status.PENDING and validity.effective:
        return f"{_written(validity.effective)}起施行"
    if validity.status in (Status.REPEALED, Status.EXPIRED):
        return validity.evidence
    trial = _TRIAL.search(cited.title)
    until = f"有效期至{_written(validity.expires)}" if validity.expires else ""
    return "，".join(filter(None, (trial[1] or trial[2] if trial else "", until)))


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
