"""Whose rule it is: levels of government, and rules that say different things.

Order by 立法法 98–103 条: a higher level's rule goes before a lower one's, and of one issuer's
rules the newer before the older.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.question import Level, Question
from index.analysis import normalise
from index.asking import pairs, plain
from index.disclosure import Citation, Match

LEVELS = ("国家", "省", "市", "区县")
_BY_NAME = (("区县", re.compile("(?<!自治)[区县]$|街道$|[镇乡]$")), ("市", re.compile("市$")))
_PROVINCE = re.compile("省$|自治区$")
_STATE = re.compile("国务院|全国人民代表大会|最高人民|中华人民共和国")
_LOCAL = ("区", "县", "街道", "镇", "乡")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*(万元|元|%|个?工作日|天|日|个月|周岁|岁|平方米|倍)")
_SENTENCE = re.compile(r"(?<=[。！？；\n])")
_SPEAKS = 0.4  # share of the question's character pairs in a sentence that speaks of the same


def level_of(cited: Citation) -> str:
    """国家, 省, 市 or 区县; empty if nothing tells."""
    if cited.level in LEVELS:
        return cited.level
    for name, told in _BY_NAME:
        if told.search(cited.region):
            return name
    if _PROVINCE.search(cited.region):
        return "省"
    return "国家" if cited.kind == "法律" or _STATE.search(cited.issuer) else ""


def from_above(question: Question, cited: Sequence[Citation]) -> Level | None:
    """Whose rule answers where the district asked about has none of its own; None if it has."""
    asked = question.region
    if not asked.endswith(_LOCAL) or not cited:
        return None
    if any(c.region and (asked in c.region or c.region in asked) for c in cited):
        return None
    level = level_of(cited[0])
    return Level(asked, level, cited[0].region) if level in LEVELS[:3] else None


def settled(question: Question, matches: Sequence[Match]) -> tuple[list[Match], bool]:
    """Matches in the order of their rank where their figures differ, and whether a doubt is left.

    The first match is compared with the others: of one issuer's rules the older goes, of two
    levels' the higher stands first; two of one level stay as a conflict.
    """
    kept, doubt = list(matches[:1]), False
    for other in matches[1:]:
        best = kept[0]
        if not differ(question, best, other):
            kept.append(other)
        elif set(best.citation.issuer.split("、")) & set(other.citation.issuer.split("、")):
            if _newer(other.citation, best.citation):
                kept[0] = other
        else:
            above = _rank(other.citation) < _rank(best.citation)
            kept.insert(0 if above else 1, other)
            doubt = doubt or _rank(other.citation) == _rank(best.citation)
    return kept, doubt


def differ(question: Question, one: Match, other: Match) -> bool:
    """Whether two documents give different figures of one unit in the sentences that answer."""
    if one.citation.disclosure_id == other.citation.disclosure_id:
        return False
    same_place = one.citation.region == other.citation.region
    if not same_place and _rank(one.citation) == _rank(other.citation):
        return False  # two districts rule for themselves
    mine, its = (_figures(question.text, m.passage.text) for m in (one, other))
    shared = mine.keys() & its.keys()
    unlike = [u for u in shared if mine[u] != its[u]]
    # Who turned 80 and who turned 90 get different amounts: one rule differs in its figure alone.
    return len(unlike) == 1 and len(mine[unlike[0]]) == len(its[unlike[0]]) == 1


def _figures(question: str, text: str) -> dict[str, set[str]]:
    """Units and figures of the sentence that speaks most of the question."""
    wanted = pairs(plain(question))
    if not wanted:
        return {}
    told = [(sum(p in plain(s) for p in wanted) / len(wanted), s) for s in _SENTENCE.split(text)]
    share, sentence = max(told, key=lambda pair: pair[0])
    found: dict[str, set[str]] = {}
    if share >= _SPEAKS:
        for number, unit in _AMOUNT.findall(normalise(sentence)):
            found.setdefault(unit, set()).add(number)
    return found


def _rank(cited: Citation) -> int:
    level = level_of(cited)
    return LEVELS.index(level) if level else len(LEVELS)


def _newer(one: Citation, other: Citation) -> bool:
    mine, its = one.published or one.effective, other.published or other.effective
    return bool(mine and its and mine > its)
