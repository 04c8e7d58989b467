"""Every read of the ledger."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, PermissionsMixin
from django.db import connection
from django.db.models import Count, Q, QuerySet

from console import receipt
from console.models import Move, Near, Reason, Signal, SignalStatus

Reader = AbstractBaseUser | AnonymousUser | PermissionsMixin


@dataclass(frozen=True)
class Tally:
    """How many signals stand where: open ones, dismissed ones, and the open ones by reason."""

    open: int
    dismissed: int
    by_reason: tuple[tuple[str, str, int], ...]


def visible_to(user: Reader) -> QuerySet[Signal]:
    """The signals this person may see; every list, page and move starts from here."""
    if getattr(user, "is_active", False) and user.has_perm("console.view_signal"):
        return Signal.objects.all()
    return Signal.objects.none()


def found(signals: QuerySet[Signal], words: str) -> QuerySet[Signal]:
    """Those with all the words in the question, or with the receipt code that was typed."""
    code = receipt.read(words)
    if code:
        return signals.filter(code=code)
    wanted = Q()
    for word in words.split()[:10]:
        wanted &= Q(question__icontains=word)
    return signals.filter(wanted)


def signal(user: Reader, signal_id: int) -> Signal | None:
    """One signal this person may see."""
    return visible_to(user).filter(pk=signal_id).first()


def near_of(signal: Signal) -> QuerySet[Near]:
    """The closest disclosures, best first."""
    return signal.near.order_by("place")


def history_of(signal: Signal) -> QuerySet[Move]:
    """What staff did, oldest first."""
    return signal.moves.order_by("at", "id")


def tally(user: Reader) -> Tally:
    """Counts for the first page of the staff site."""
    rows = visible_to(user).order_by().values("status", "reason").annotate(count=Count("id"))
    by_status = dict.fromkeys(SignalStatus.values, 0)
    by_reason = dict.fromkeys(Reason.values, 0)
    for row in rows:
        by_status[row["status"]] += row["count"]
        if row["status"] == SignalStatus.OPEN:
            by_reason[row["reason"]] += row["count"]
    return Tally(
        open=by_status[SignalStatus.OPEN],
        dismissed=by_status[SignalStatus.DISMISSED],
        by_reason=tuple(
            (reason.value, reason.label, by_reason[reason])
            for reason in Reason
            if by_reason[reason]
        ),
    )


def check_store() -> None:
    """Touch the ledger's table. Raises django.db.Error when it cannot be read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM console_signal LIMIT 1")
        cursor.fetchone()
