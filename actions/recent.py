"""The last few replies of a conversation, so that 没帮助 and 我也想问 know what they speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

SLOT = "recent_answers"
_KEPT = 8


def remember(kept: Sequence[Mapping[str, Any]] | None, reply: Mapping[str, Any]) -> list[Any]:
    """``kept`` with ``reply`` as the newest, in place of an older state of the same card."""
    others = [dict(r) for r in kept or () if r["id"] != reply["id"]]
    return [*others, dict(reply)][-_KEPT:]


def spoken_of(
    kept: Sequence[Mapping[str, Any]] | None, message: Mapping[str, Any]
) -> dict[str, Any] | None:
    """The reply that a feedback message is about: the named card, else the newest."""
    about = (message.get("metadata") or {}).get("about")
    for reply in reversed(kept or ()):
        if not about or reply["id"] == about:
            return dict(reply)
    return None
