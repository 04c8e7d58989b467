"""answer(question, search) -> Answer | NoAnswer: validity first, quotes only, no guessing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.as_of import day_asked, known_by, seen_from, without_time
from bot.by_name import (
    catalogue_answer,
    document_of,
    fact_of,
    is_meant_itself,
    unknown_number,
)
from bot.clarifying import clarification
from bot.clauses import clause_quote, missing_clause
from bot.levels import differ, from_above, settled
from bot.question import Answer, Clarification, Near, NoAnswer, Question, Quote, Search, Wanted
from bot.quoting import excerpt
from index.disclosure import Citation, Disclosure, Match, Nature, Passage

# Digits and brackets of a document number: they say which document, not what is asked of it.
_NUMBER_PARTS = re.compile(
    r"[\u4e00-\u9fff]{0,8}[〔\[(（【]?(?:19|20)\d{2}年?[〕\])）】]?第?\d{1,5}号?"
)
_MOST_QUOTES = 3
_MOST_NEAR = 3
_DISTRICT, _CITY = ("区", "县", "街道", "镇", "乡"), ("市", "省")
# Standard deviations by which a further quote may score lower: of the same document, of another.
# A document that says another figure is shown from further away.
_COMPANION, _STRANGER, _RIVAL = 8.0, 0.5, 2.0


def answer(
    question: Question,
    search: Search,
    *,
    threshold: float,
    clarify: float = 1.0,
    today: date | None = None,
) -> Answer | Clarification | NoAnswer:
    """What the published documents reply on the day ``today`` (default: now).

    Who asks about a past year gets the rules of its end, marked with what they are worth today.
    ``threshold`` (0..1) is the least confidence that is answered, ``clarify`` the least at which
    the asker is shown a choice instead. Raises what ``search`` raises:
    a broken search is not a missing answer.
    """
    today = today or date.today()
    document = document_of(question, search)
    if document and is_meant_itself(question):
        return _by_name(question, document, search, today)
    then = _of_then(question, search, threshold, today)
    if then:
        return then
    matches = search.find(question.text, limit=20, today=today)
    found = _from_matches(question, matches, search, threshold, today)
    if question.number and not document and not _tells_of(question.number, found):
        return unknown_number(question, search)
    if isinstance(found, NoAnswer) and found.reason != "old_only":
        may = [m for m in _usable(question, matches) if _is_wanted(question, m)]
        near = [_near(m, question) for m in _one_a_document(may)]
        return clarification(question, may, near, clarify) or found
    return found


def _of_then(question: Question, search: Search, threshold: float, today: date) -> Answer | None:
    """The rules of the past day that is asked about; None if none is, or nothing is known of it."""
    day = day_asked(question, today)
    if day is None:
        return None
    timeless = without_time(question)
    matches = known_by(search.find(timeless.text, limit=20, today=day), day)
    found = _from_matches(timeless, matches, search, threshold, day)
    return seen_from(found, day, search, today) if isinstance(found, Answer) else None


def _tells_of(number: str, found: Answer | NoAnswer) -> bool:
    """Whether what is quoted names a document that is not published here itself."""
    return isinstance(found, Answer) and any(
        number in q.text or number in q.citation.number for q in found.quotes
    )


def _from_matches(
    question: Question, matches: Sequence[Match], search: Search, threshold: float, today: date
) -> Answer | NoAnswer:
    sure = [m for m in matches if m.confidence >= threshold]
    may = _usable(question, matches)
    current = [m for m in may if m.confidence >= threshold]
    ruling = [m for m in current if _is_wanted(question, m)]
    if ruling:
        return _from_rules(question, ruling, may, search, today)
    for match in current:
        told = _from_interpretation(question, match, search, today)
        if told:
            return told
    return _no_answer(question, matches, old=any(not _in_force(m) for m in sure))


def _from_rules(
    question: Question, sure: Sequence[Match], may: Sequence[Match], search: Search, today: date
) -> Answer:
    best = sure[0]
    of_its_kind = [m for m in may if m.citation.nature is best.citation.nature]
    close = [m for m in of_its_kind if 0 <= best.score - m.score <= _may_trail(m, best)]
    others = [m for m in sure if best.score - m.score <= _RIVAL and differ(question, best, m)]
    chosen = dict.fromkeys((best, *_one_a_document(others), *close))
    kept, conflict = settled(question, _one_a_passage(list(chosen)))
    quotes = tuple(_quote(m, question) for m in kept[:_MOST_QUOTES])
    explained = tuple(dict.fromkeys(q.citation.disclosure_id for q in quotes))
    told = _interpretations(question, explained, search, today)
    return Answer(
        quotes,
        told,
        best.confidence,
        draft=best.citation.nature is Nature.DRAFT,
        level=from_above(question, [q.citation for q in quotes]),
        conflict=conflict,
    )


def _may_trail(match: Match, best: Match) -> float:
    """A rule is often spread over neighbouring passages; another document mostly distracts."""
    same = match.citation.disclosure_id == best.citation.disclosure_id
    return _COMPANION if same else _STRANGER


def _from_interpretation(
    question: Question, match: Match, search: Search, today: date
) -> Answer | None:
    """An interpretation is shown with the text that it explains, if that is in force."""
    if match.citation.nature is not Nature.INTERPRETATION:
        return None
    told = (_quote(match, question),)
    source = search.disclosure(match.citation.disclosure_id)
    policy = search.explained_by(source) if source else None
    if policy is None:
        return None  # an explanation without the rule it explains proves nothing
    validity = search.validity(policy.id, today)
    if not validity.status.may_be_cited_as_current:
        return None
    inside = search.find(question.text, limit=1, within=[policy.id], today=today)
    ruled = tuple(_quote(m, question) for m in inside)
    return Answer(ruled, told, match.confidence) if ruled else None


def _in_force(match: Match) -> bool:
    return match.citation.validity.status.may_be_cited_as_current


def _usable(question: Question, matches: Sequence[Match]) -> list[Match]:
    """What is in force where the question asks."""
    return [m for m in matches if _in_force(m) and not elsewhere(question.region, m.citation)]


def _is_wanted(question: Question, match: Match) -> bool:
    """Drafts are quoted only to those who ask what is under consultation."""
    drafts = question.wanted is Wanted.CONSULTATION
    return match.citation.nature is (Nature.DRAFT if drafts else Nature.RULE)


def elsewhere(asked: str, cited: Citation) -> bool:
    """Whether a document rules another place than the one asked about.

    A city's rules hold in its districts, a district's only there. Which district belongs to which
    city is not known here, so a district's name never rules out a city's document.
    """
    place = cited.region
    if not asked or not place or asked in place or place in asked:
        return False
    if place.endswith(_DISTRICT):
        return not asked.endswith(_CITY)
    return not asked.endswith(_DISTRICT)


def _by_name(question: Question, document: Disclosure, search: Search, today: date) -> Answer:
    """A document that was named: its fitting passage, marked as history if not in force."""
    lacking = missing_clause(question, document, search.passages(document.id))
    fact = lacking or fact_of(question, document, search)
    text = _NUMBER_PARTS.sub("", question.text.replace(question.title, ""))
    words = replace(question, text=text)
    passage = _asked_passage(words, document, search, today)
    if passage is None:
        return catalogue_answer(document, fact, search, today)
    citation = search.citation(passage, document, today)
    quotes = (_shown(passage, citation, words),)
    told = _interpretations(words, (document.id,), search, today)
    if citation.validity.status.may_be_cited_as_current:
        draft = citation.nature is Nature.DRAFT
        return Answer(quotes, told, 1.0, draft=draft, fact=fact)
    newer = search.replacement(citation.validity)
    return Answer(quotes, told, 1.0, history=True, replacement=newer, fact=fact)


def _asked_passage(
    question: Question, document: Disclosure, search: Search, today: date
) -> Passage | None:
    passages = search.passages(document.id)
    for passage in passages:
        if question.article and passage.article == question.article:
            return passage
    if question.wanted is Wanted.RULE:
        for match in search.find(question.text, limit=1, within=[document.id], today=today):
            return match.passage
    return next((p for p in passages if p.article), passages[0] if passages else None)


def _interpretations(
    question: Question, explained: Sequence[str], search: Search, today: date
) -> tuple[Quote, ...]:
    """The best passage of each official interpretation of the quoted documents."""
    found = {d.id: d for i in explained for d in search.interpretations(i)}
    if not found:
        return ()
    best: dict[str, Match] = {}
    for match in search.find(question.text, limit=10, within=list(found), today=today):
        best.setdefault(match.citation.disclosure_id, match)
    return tuple(_quote(m, question) for m in best.values())[:2]


def _quote(match: Match, question: Question) -> Quote:
    return _shown(match.passage, match.citation, question)


def _shown(passage: Passage, citation: Citation, question: Question) -> Quote:
    exact = clause_quote(passage, citation, question)
    return exact or Quote(excerpt(passage.text, _pairs(question)), citation)


def _pairs(question: Question) -> tuple[str, ...]:
    """Neighbouring characters of the question: which sentences speak of the same things."""
    text = question.text
    return tuple(dict.fromkeys(text[i : i + 2] for i in range(len(text) - 1)))


def _one_a_passage(matches: Sequence[Match]) -> list[Match]:
    seen: dict[str, Match] = {}
    for match in matches:
        seen.setdefault(match.passage.text, match)  # mirrored texts are quoted once
    return list(seen.values())


def _no_answer(question: Question, matches: Sequence[Match], *, old: bool) -> NoAnswer:
    near = tuple(_near(m, question) for m in _one_a_document(matches)[:_MOST_NEAR])
    top = matches[0].confidence if matches else 0.0
    reason = "old_only" if old else ("low_confidence" if matches else "no_match")
    return NoAnswer(reason, near, top)


def _one_a_document(matches: Sequence[Match]) -> list[Match]:
    seen: dict[str, Match] = {}
    for match in matches:
        seen.setdefault(match.citation.disclosure_id, match)
    return list(seen.values())


def _near(match: Match, question: Question) -> Near:
    shown = excerpt(match.passage.text, (), most=120)
    why = _why(match, question)
    return Near(match.citation, shown, match.confidence, match.missing[:3], why)


def _why(match: Match, question: Question) -> str:
    """The first thing that keeps a near document from answering."""
    if not _in_force(match):
        return "not_current"
    if elsewhere(question.region, match.citation):
        return "region"
    if match.citation.nature is Nature.DRAFT:
        return "draft"
    return "missing_terms" if match.missing else "low"
