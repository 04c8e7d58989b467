"""Policies and interpretations found for each other among everything published."""

from __future__ import annotations

from collections.abc import Iterator

from index.backends import Reading
from index.disclosure import Disclosure
from index.keys import bare_title, key, name_key
from index.numbers import canonical
from index.pairing import Pair, names_explained, pairs, weighed_pair


def interpretations(reading: Reading, policy: Disclosure) -> tuple[Disclosure, ...]:
    """Interpretations of a policy, the surest first; those of another version are not its own."""
    names = (policy.id, canonical(policy.number), policy.title, bare_title(policy.title))
    keys = {k for name in names if name for k in (key(name), name_key(name))}
    told = {d.id: d for k in keys for d in reading.by_key("explains", k)}
    found = [pair for one in told.values() if (pair := weighed_pair(policy, one))]
    found.sort(key=lambda pair: (-pair.score, pair.interpretation.id))
    return tuple(p.interpretation for p in found if _is_best(reading, p))


def _is_best(reading: Reading, pair: Pair) -> bool:
    best = policy_of(reading, pair.interpretation)
    return best is not None and best.policy.id == pair.policy.id


def policy_of(reading: Reading, told: Disclosure) -> Pair | None:
    """The policy that an interpretation explains, with its evidence; None if none is likely."""
    known = {d.id: d for name in names_explained(told) for d in _named(reading, name)}
    return next(iter(pairs(known.values(), [told])), None)


def pairings(reading: Reading) -> Iterator[tuple[Disclosure, Pair | None]]:
    """Every interpretation with the policy it explains."""
    for told in reading.disclosures():
        if told.is_interpretation:
            yield told, policy_of(reading, told)


def _named(reading: Reading, name: str) -> Iterator[Disclosure]:
    for field in ("id", "numbers", "names"):
        yield from reading.by_key(field, name)
