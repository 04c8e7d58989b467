"""Which documents a text ends: 同时废止 sentences and the lists of a clean-up (清理目录)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from index.disclosure import Disclosure, Nature, Status
from index.numbers import canonical, locate_numbers

_VERB = re.compile(r"同时废止|予以废止|即行废止|自行废止|起废止|停止执行|停止施行")
_LISTED = re.compile(
    r"^(?:[〇零一二三四五六七八九十]+、|（[一二三四五六七八九十]+）).*?(废止|失效)[^。：]{0,12}[：:]?$"
)
_LIST_ENDS = re.compile(
    r"^(?:[〇零一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章条])"
)
_REASON = re.compile(r"(?:根据|依据|按照|依照)[^，。；]*|由[^，。；]*?(?:替代|代替|取代)")
_NAME = re.compile(r"《([^《》]{4,100})》\s*(?:[（(]([^（）()]{4,40})[）)])?")
_ROW = re.compile(r"^[（(]?\d{1,3}[)）.．、]\s*")
_PART = re.compile(r"^\s*(?:第[^，。；]{1,8}[章节条款项]|中(?!华)|有关|关于|附件|的部分)")
_FROM = re.compile(r"自(\d{4})年(\d{1,2})月(\d{1,2})日起(?:废止|停止)")
_BY = re.compile(r"由([^，。；]*?)(?:替代|代替|取代)")
_DRAFT = re.compile("征求意见|草案|送审稿")


@dataclass(frozen=True)
class Repeal:
    """One document ends another: by number or title, with the sentence that says so.

    ``starts`` is the day from which it is ended (None: with the document that says so);
    ``replaced_by`` is the id or number of what took its place, empty if nothing did.
    """

    by: str
    target: str
    sentence: str
    status: Status = Status.REPEALED
    starts: date | None = None
    replaced_by: str = ""


def repeals_in(disclosure: Disclosure) -> tuple[Repeal, ...]:
    """Documents that this one ends as a whole, by its metadata and by its own words.

    Articles that alone stop applying end no document, nor does a draft or an interpretation.
    """
    if not binds(disclosure):
        return ()
    newer = f"《{disclosure.title}》{disclosure.number}"
    stated = [
        Repeal(disclosure.id, canonical(n), f"已被{newer}废止", replaced_by=disclosure.id)
        for n in disclosure.repeals
    ]
    own = canonical(disclosure.number)
    told = (*stated, *_listed(disclosure), *_stated(disclosure))
    found: dict[str, Repeal] = {}
    for repeal in told:
        if repeal.target and repeal.target != own:
            found.setdefault(repeal.target, repeal)
    return tuple(found.values())


def nature(disclosure: Disclosure) -> Nature:
    """What a text is: drafts and interpretations only tell what another does or may do."""
    if disclosure.is_interpretation:
        return Nature.INTERPRETATION
    draft = disclosure.kind == "意见征集" or _DRAFT.search(disclosure.title)
    return Nature.DRAFT if draft else Nature.RULE


def binds(disclosure: Disclosure) -> bool:
    """Whether a text rules anything itself."""
    return nature(disclosure) is Nature.RULE


def _stated(disclosure: Disclosure) -> Iterator[Repeal]:
    for sentence in re.findall(r"[^。\n]+。?", disclosure.text):
        verb = _VERB.search(sentence)
        if verb:
            for target in _targets(sentence[: verb.start()]):
                yield Repeal(
                    disclosure.id,
                    target,
                    sentence.strip(),
                    starts=_starts(sentence),
                    replaced_by=_successor(sentence) or _itself(disclosure),
                )


def _listed(disclosure: Disclosure) -> Iterator[Repeal]:
    """Rows under a heading such as 三、废止的文件: the first document named in each."""
    if not _cleans_up(disclosure):
        return
    status: Status | None = None
    for line in (line.strip() for line in disclosure.text.splitlines()):
        heading = _LISTED.match(line)
        if heading and not _NAME.search(line):
            status = Status.REPEALED if heading[1] == "废止" else Status.EXPIRED
        elif _LIST_ENDS.match(line):
            status = None
        elif status:
            line = _ROW.sub("", line)
            for target in _targets(line)[:1]:
                successor = _successor(line)
                yield Repeal(disclosure.id, target, line, status, _starts(line), successor)


def _targets(clause: str) -> list[str]:
    """Documents that are the subject of a clause, each by its number or else its title."""
    subject = _REASON.sub(lambda m: "　" * len(m[0]), clause)
    found: list[tuple[int, str]] = []
    for name in _NAME.finditer(subject):
        if not _PART.match(subject[name.end() :]):
            numbered = locate_numbers(name[2] or "")
            found.append((name.start(), numbered[0].number if numbered else name[1]))
    named = [m.span() for m in _NAME.finditer(subject)]
    for number in locate_numbers(subject):
        inside = any(start <= number.start < end for start, end in named)
        if not inside and not _PART.match(subject[number.end :]):
            found.append((number.start, number.number))
    return [target for _, target in sorted(found)]


def _starts(sentence: str) -> date | None:
    day = _FROM.search(sentence)
    try:
        return date(int(day[1]), int(day[2]), int(day[3])) if day else None
    except ValueError:
        return None


def _successor(sentence: str) -> str:
    by = _BY.search(sentence)
    return next((n.number for n in locate_numbers(by[1] if by else "")), "")


def _itself(disclosure: Disclosure) -> str:
    """A new rule takes the place of what it ends; a clean-up list takes nobody's."""
    return "" if _cleans_up(disclosure) else disclosure.id


def _cleans_up(disclosure: Disclosure) -> bool:
    named = re.search(r"关于.*(?:废止|清理|失效)", disclosure.title)
    return disclosure.kind == "清理目录" or bool(named)
