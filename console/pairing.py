"""Policies and their official interpretations: what the search pairs, and staff's corrections.

A correction is kept in the ledger and written into the index; after a build it is applied again.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from console.models import PairCorrection
from console.published import reader
from console.services import LedgerRefusal
from index.disclosure import Disclosure
from index.errors import IndexFailure
from index.pairing import NOTHING, Pair
from index.writing import pair

_LONGEST = 300


@dataclass(frozen=True)
class Row:
    """An interpretation, the policy it is shown with (or None), and who corrected that."""

    interpretation: Disclosure
    pair: Pair | None
    correction: PairCorrection | None

    @property
    def why(self) -> str:
        """The evidence in words."""
        if self.correction:
            return f"{self.correction.who}已更正"
        return "、".join(self.pair.why) if self.pair else "没有找到对应的文件"


def rows() -> list[Row]:
    """Every interpretation, those without a policy first, then the least sure. IndexFailure."""
    corrected = {c.interpretation: c for c in PairCorrection.objects.all()}
    listed = [Row(told, found, corrected.get(told.id)) for told, found in reader().pairings()]
    return sorted(listed, key=lambda row: row.pair.score if row.pair else -1.0)


def correct(*, interpretation: str, policy: str, user: AbstractBaseUser) -> PairCorrection:
    """Pair an interpretation with the policy of this id, number or title; with none if empty.

    Raises LedgerRefusal with a sentence for the member of staff; then nothing is changed.
    """
    search, name = reader(), policy.strip()[:_LONGEST]
    try:
        told = search.disclosure(interpretation)
        if told is None or not told.is_interpretation:
            raise LedgerRefusal("这份解读已经不在索引里，请刷新页面。")
        chosen = _policy(name) if name else None
        with transaction.atomic():
            kept, _ = PairCorrection.objects.update_or_create(
                interpretation=told.id,
                defaults={
                    "policy": chosen.id if chosen else "",
                    "who": user.get_username(),
                    "user": user,
                },
            )
            _apply(kept)
    except IndexFailure as failure:
        raise LedgerRefusal(f"没有改成，索引现在写不进去：{failure}") from failure
    return kept


def apply_all() -> int:
    """Write every correction into the index again; how many. Raises IndexFailure."""
    kept = list(PairCorrection.objects.all())
    for correction in kept:
        _apply(correction)
    return len(kept)


def _apply(correction: PairCorrection) -> None:
    pair(correction.interpretation, correction.policy or NOTHING, settings.INDEX_DIR)


def _policy(name: str) -> Disclosure:
    search = reader()
    whole = search.disclosure(name)
    found = [whole] if whole else [d for d in search.named(name) if not d.is_interpretation]
    if not found or found[0].is_interpretation:
        raise LedgerRefusal(f"没有找到“{name}”。请填文件的文号、完整标题或编号。")
    if len(found) > 1:
        numbers = "、".join(d.number or d.id for d in found[:5])
        raise LedgerRefusal(f"有 {len(found)} 份文件叫这个名字，请改填文号：{numbers}。")
    return found[0]
