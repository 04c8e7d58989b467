"""Which policy an official interpretation explains: evidence weighed, a score, and why.

Interpretations are published with or after their policy by the office that drafted it
(国务院办公厅关于全面推进政务公开工作的意见实施细则, 国办发〔2016〕80号); sites name the policy by a
link, by its number, or only in the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from index.disclosure import Disclosure
from index.keys import bare_title, key, name_key
from index.numbers import canonical, find_numbers

NOTHING = "无"  # as ``interprets``: staff found that it explains no published policy
_LEAST = 0.5
_SHORTEST = 4  # characters; 公积金 alone names no policy
_LINK, _NUMBER, _MARKED, _NAMED = 1.0, 0.9, 0.8, 0.6
_SAME_OFFICE, _OTHER_OFFICE, _EARLIER, _LATE = 0.1, -0.2, -0.4, -0.1
_BEFORE_DAYS, _AFTER_DAYS = 10, 400
_MARKED_TITLE = re.compile(r"《([^《》]{4,100})》")
_ABOUT = re.compile(
    r"^(?:一图读懂|图解|关于|解读)?[:：]?|(?:的|有关)?(?:政策)?(?:解读|图解|问答|说明|解读材料|起草说明)$"
)


@dataclass(frozen=True)
class Pair:
    """A policy and an interpretation (both without text), how likely (0..1), and the evidence."""

    policy: Disclosure
    interpretation: Disclosure
    score: float
    why: tuple[str, ...]


def names_explained(interpretation: Disclosure) -> tuple[str, ...]:
    """Keys (of ids, numbers and titles) of the policy that an interpretation may explain."""
    title = interpretation.title
    told = [*find_numbers(title), *_MARKED_TITLE.findall(title)] or [_about(title)]
    names = [interpretation.interprets] if interpretation.interprets else told
    keys = (k for n in names if len(n) >= _SHORTEST for k in (key(canonical(n)), name_key(n)))
    return tuple(dict.fromkeys(keys))


def pairs(
    policies: Iterable[Disclosure], interpretations: Iterable[Disclosure]
) -> tuple[Pair, ...]:
    """Every likely pair, the surest first; an interpretation goes to its best policy alone."""
    known = list(policies)
    found = []
    for told in interpretations:
        weighed = [pair for policy in known if (pair := weighed_pair(policy, told))]
        if weighed:
            found.append(max(weighed, key=lambda p: (p.score, p.policy.published or date.min)))
    return tuple(sorted(found, key=lambda p: -p.score))


def weighed_pair(policy: Disclosure, told: Disclosure) -> Pair | None:
    """The pair with its evidence; None if less than half sure."""
    if policy.id == told.id or policy.is_interpretation:
        return None
    score, why = _named(policy, told)
    if not why:
        return None
    if score < _LINK:
        for change, reason in _around(policy, told):
            score += change
            why.append(reason)
    score = max(0.0, min(1.0, score))
    return Pair(policy, told, round(score, 2), tuple(why)) if score >= _LEAST else None


def _named(policy: Disclosure, told: Disclosure) -> tuple[float, list[str]]:
    """How the interpretation names the policy: the strongest way counts."""
    number, titles = canonical(policy.number), (policy.title, bare_title(policy.title))
    if told.interprets:
        if key(told.interprets) == key(policy.id):
            return _LINK, ["页面注明"]
        if number and canonical(told.interprets) == number:
            return _NUMBER, ["注明文号"]
        named = name_key(told.interprets) in map(name_key, titles)
        return (_MARKED, ["注明标题"]) if named else (0.0, [])
    if number and number in find_numbers(told.title):
        return _NUMBER, ["标题里有文号"]
    marked = {name_key(name) for name in _MARKED_TITLE.findall(told.title)}
    if marked & set(map(name_key, titles)):
        return _MARKED, ["标题里有书名"]
    if not marked and name_key(_about(told.title)) in map(name_key, titles):
        return _NAMED, ["标题相同"]
    return 0.0, []


def _around(policy: Disclosure, told: Disclosure) -> Iterable[tuple[float, str]]:
    """What office and day add or take."""
    if policy.issuers and told.issuers:
        same = set(policy.issuers) & set(told.issuers)
        yield (_SAME_OFFICE, "同一机关") if same else (_OTHER_OFFICE, "机关不同")
    since, its = policy.published or policy.written, told.published or told.written
    if since and its:
        days = (its - since).days
        if days < -_BEFORE_DAYS:
            yield _EARLIER, "早于文件"
        elif days > _AFTER_DAYS:
            yield _LATE, "晚于文件一年以上"


def _about(title: str) -> str:
    """The title without what says that it is an interpretation."""
    shorter = _ABOUT.sub("", title)
    return shorter if shorter != title else ""
