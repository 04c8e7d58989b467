"""Every write to the ledger. Functions are synchronous; call them from a thread in async code."""

from __future__ import annotations

import re

from django.contrib.auth.models import AbstractBaseUser
from django.db import close_old_connections, transaction
from django.db.models import F

from console import masking, receipt
from console.demand import DemandSignal, NearMatch
from console.models import Move, Near, Reason, Signal, SignalStatus, What

MAX_WORDS = 500
_MAX_HEARD = 2000
_MAX_NEAR = 10


class LedgerRefusal(Exception):
    """A write that cannot be done; the message is a Chinese sentence for the member of staff."""


class ConcurrentChange(LedgerRefusal):
    """Somebody else changed the signal after this member of staff had opened it."""


class UnknownSignal(LedgerRefusal):
    """There is no such signal."""


def record(*, signal: DemandSignal) -> str:
    """Keep a question nothing answers and return its receipt code, like ``7KQ2-M4XD``.

    Masks the words before anything is stored; raises ValueError for an empty question or an
    unknown reason code.
    """
    if signal.reason not in Reason.values:
        raise ValueError(f"unknown reason code {signal.reason!r}")
    words = _kept_words(signal.question)
    if not words:
        raise ValueError("a demand signal needs the question's words")
    _fresh_connection()
    with transaction.atomic():
        row = Signal.objects.create(
            code=_unused_code(),
            question=words,
            reason=signal.reason,
            intent=signal.intent[:64],
            channel=signal.channel[:32],
            region=signal.region[:40],
            period=signal.period[:40],
            confidence=_share(signal.confidence),
            answer_id=signal.answer_id[:32],
        )
        Near.objects.bulk_create(
            _near_row(row, place, near, _kept_why(near.why, signal.question, words))
            for place, near in enumerate(signal.near[:_MAX_NEAR], 1)
        )
    _fresh_connection()
    return row.shown_code


def join(*, code: str) -> bool:
    """Count one more person who asks the same; False when no signal has this receipt code."""
    stored = receipt.read(code)
    if not stored:
        return False
    _fresh_connection()
    found = Signal.objects.filter(code=stored).update(supporters=F("supporters") + 1)
    _fresh_connection()
    return bool(found)


def dismiss(*, signal_id: int, user: AbstractBaseUser, reason_text: str, version: int) -> None:
    """Say that a signal will not be worked on any more, and why.

    Raises ConcurrentChange when ``version`` is not the stored one, LedgerRefusal without a reason.
    """
    if not reason_text.strip():
        raise LedgerRefusal("请写明不再处理的理由，方便以后查对。")
    _turn(signal_id, user, version, What.DISMISSED, SignalStatus.DISMISSED, reason_text)


def reopen(*, signal_id: int, user: AbstractBaseUser, version: int, text: str = "") -> None:
    """Take a dismissed signal up again. Raises ConcurrentChange as dismiss does."""
    _turn(signal_id, user, version, What.REOPENED, SignalStatus.OPEN, text)


def add_note(*, signal_id: int, user: AbstractBaseUser, text: str) -> None:
    """Add a remark to the history; the status stays. Raises LedgerRefusal for an empty one."""
    if not text.strip():
        raise LedgerRefusal("备注是空的，请写几个字再保存。")
    with transaction.atomic():
        status = _status(signal_id)
        _write_move(signal_id, user, What.NOTED, status, status, text)


def _turn(
    signal_id: int, user: AbstractBaseUser, version: int, what: What, after: str, text: str
) -> None:
    with transaction.atomic():
        before = _status(signal_id)
        # The version stands in the condition itself, so of two simultaneous writers one loses.
        turned = (
            Signal.objects.filter(pk=signal_id, version=version)
            .exclude(status=after)
            .update(status=after, version=F("version") + 1)
        )
        if not turned:
            raise ConcurrentChange("这条需求刚刚被别人处理过，请看过最新情况后再操作。")
        _write_move(signal_id, user, what, before, after, text)


def _status(signal_id: int) -> str:
    status = Signal.objects.filter(pk=signal_id).values_list("status", flat=True).first()
    if status is None:
        raise UnknownSignal("没有找到这条需求，请回到列表重新选择。")
    return status


def _write_move(
    signal_id: int, user: AbstractBaseUser, what: What, before: str, after: str, text: str
) -> None:
    Move.objects.create(
        signal_id=signal_id,
        user_id=user.pk,
        who=user.get_username(),
        what=what,
        before=before,
        after=after,
        text=masking.mask(text.strip())[:MAX_WORDS],
    )


def _kept_words(question: str) -> str:
    return " ".join(masking.mask(question[:_MAX_HEARD]).split())[:MAX_WORDS]


def _kept_why(why: str, question: str, words: str) -> str:
    """The sentence quotes terms of the question: what was masked there must not return here."""
    if masking.mask(question[:_MAX_HEARD]) == question[:_MAX_HEARD]:
        return why

    def kept(quoted: re.Match[str]) -> str:
        return quoted[0] if quoted[1] in words else "“〔已隐去〕”"

    return re.sub(r"“([^”]*)”", kept, why)


def _near_row(signal: Signal, place: int, near: NearMatch, why: str) -> Near:
    return Near(
        signal=signal,
        place=place,
        disclosure_id=near.disclosure_id[:120],
        title=near.title[:300],
        number=near.number[:80],
        article=near.article[:80],
        validity=near.validity[:16],
        confidence=_share(near.confidence),
        why=why[:200],
        excerpt=near.excerpt[:400],
        url=near.url[:500],
    )


def _unused_code() -> str:
    code = receipt.new()
    while Signal.objects.filter(code=code).exists():
        code = receipt.new()
    return code


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))


def _fresh_connection() -> None:
    """The conversation calls from threads that no web request ever cleans up."""
    close_old_connections()
