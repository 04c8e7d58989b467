"""A turn's messages as one JSON record (docs/ask.schema.json) or as text for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.reply import Card

SMALLTALK = frozenset(
    [
        "greet",
        "thanks",
        "goodbye",
        "who_are_you",
        "out_of_scope",
        "abuse",
        "restart",
        "helpful",
        "unhelpful",
        "me_too",
    ]
)
REDIRECT = frozenset(
    [
        "request_disclosure",
        "complaint_or_report",
        "personal_account_query",
        "urgent_danger",
        "talk_to_human",
    ]
)


def record(question: str, intent: str, messages: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """``{question, status, intent, text, quotes, interpretations, reason, near, receipt}``."""
    card: Card = next((dict(m["custom"]) for m in messages if m.get("custom")), {})
    said = [str(m["text"]) for m in messages if m.get("text")]
    failed = [str(m["error"]) for m in messages if m.get("error")]
    return {
        "question": question,
        "status": card.get("status") or _status(intent, bool(said) and not failed),
        "intent": intent,
        "text": card.get("text") or "\n".join(said or failed),
        "quotes": card.get("quotes", []),
        "interpretations": card.get("interpretations", []),
        "reason": card.get("reason"),
        "near": card.get("near", []),
        "receipt": card.get("receipt"),
    }


def _status(intent: str, said: bool) -> str:
    if not said:
        return "error"
    return "redirect" if intent in REDIRECT else "smalltalk"


def as_text(result: Mapping[str, Any]) -> str:
    """The record for a person at a terminal."""
    lines = [result["text"]]
    for quote in result["quotes"]:
        where = "　".join(
            filter(None, (f"《{quote['title']}》{quote['number']}", quote["article"]))
        )
        state = "，".join(filter(None, (quote["validity"], quote["validity_note"])))
        lines += ["", quote["text"], f"　—— {where}（{state}）", f"　　 {quote['url']}"]
    for told in result["interpretations"]:
        lines += ["", f"官方解读：{told['text']}", f"　—— 《{told['title']}》 {told['url']}"]
    for near in result["near"]:
        lines.append(f"· 《{near['title']}》{near['number']}：{near['why']}　{near['url']}")
    return "\n".join(lines)
