"""answer(question, search) -> Answer | NoAnswer: validity first, quotes only, no guessing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.question import Answer, Near, NoAnswer, Question, Quote, Search, Wanted
from bot.quoting import excerpt
from index.disclosure import Disclosure, Match, Passage

_MOST_QUOTES = 3
_MOST_NEAR = 3
_COMPANION = 0.9  # a second quote must score nearly as high as the first, or it only distracts


def answer(
    question: Question, search: Search, *, threshold: float, today: date | None = None
) -> Answer | NoAnswer:
    """What the published documents reply on the day ``today`` (default: now).

    ``threshold`` (0..1) is the least confidence that is answered. Raises what ``search`` raises:
    a broken search is not a missing answer.
    """
    today = today or date.today()
    if question.number:
        return _by_number(question, search, threshold, today)
    matches = search.find(question.text, limit=20, today=today)
    return _from_matches(question, matches, search, threshold, today)


def _from_matches(
    question: Question, matches: Sequence[Match], search: Search, threshold: float, today: date
) -> Answer | NoAnswer:
    sure = [m for m in matches if m.confidence >= threshold]
    current = [m for m in sure if m.citation.validity.status.may_be_cited_as_current]
    if not current:
        return _no_answer(matches, old=bool(sure))
    binding = [m for m in current if not _explains(m)]
    if not binding:
        return _from_interpretation(question, current[0], search, today)
    best = binding[0]
    chosen = [m for m in binding if m.score >= best.score * _COMPANION][:_MOST_QUOTES]
    quotes = tuple(_quote(m, question) for m in _one_a_passage(chosen))
    explained = tuple(dict.fromkeys(q.citation.disclosure_id for q in quotes))
    told = _interpretations(question, explained, search, today)
    return Answer(quotes, told, best.confidence)


def _from_interpretation(question: Question, match: Match, search: Search, today: date) -> Answer:
    """Only an interpretation matched: it is shown, over the binding text that it explains."""
    told = (_quote(match, question),)
    source = search.disclosure(match.citation.disclosure_id)
    policy = search.explained_by(source) if source else None
    if policy is None:
        return Answer((), told, match.confidence)
    inside = search.find(question.text, limit=1, within=[policy.id], today=today)
    ruled = [m for m in inside if m.citation.validity.status.may_be_cited_as_current]
    return Answer(tuple(_quote(m, question) for m in ruled), told, match.confidence)


def _by_number(
    question: Question, search: Search, threshold: float, today: date
) -> Answer | NoAnswer:
    """A document asked for by number: its fitting passages, marked as history if not in force."""
    named = search.named(question.number)
    if not named:
        near = search.find(question.text, limit=_MOST_NEAR, today=today)
        return NoAnswer("no_match", tuple(_near(m) for m in near))
    document = named[0]
    passage = _asked_passage(question, document, search, today)
    if passage is None:
        return NoAnswer("no_match", ())
    citation = search.citation(passage, document, today)
    quote = Quote(excerpt(passage.text, ()), citation)
    told = _interpretations(question, (document.id,), search, today)
    if citation.validity.status.may_be_cited_as_current:
        return Answer((quote,), told, 1.0)
    newer = search.replacement(citation.validity)
    return Answer((quote,), told, 1.0, history=True, replacement=newer)


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


def _explains(match: Match) -> bool:
    return match.citation.kind == "政策解读"


def _quote(match: Match, question: Question) -> Quote:
    words = tuple(dict.fromkeys(re.findall(r"[\u4e00-\u9fff]{2}|[0-9]+", question.text)))
    pairs = tuple(question.text[i : i + 2] for i in range(len(question.text) - 1))
    return Quote(excerpt(match.passage.text, words + pairs), match.citation)


def _one_a_passage(matches: Sequence[Match]) -> list[Match]:
    seen: dict[str, Match] = {}
    for match in matches:
        seen.setdefault(match.passage.text, match)  # mirrored texts are quoted once
    return list(seen.values())


def _no_answer(matches: Sequence[Match], *, old: bool) -> NoAnswer:
    near = tuple(_near(m) for m in _one_a_document(matches)[:_MOST_NEAR])
    top = matches[0].confidence if matches else 0.0
    reason = "old_only" if old else ("low_confidence" if matches else "no_match")
    return NoAnswer(reason, near, top)


def _one_a_document(matches: Sequence[Match]) -> list[Match]:
    seen: dict[str, Match] = {}
    for match in matches:
        seen.setdefault(match.citation.disclosure_id, match)
    return list(seen.values())


def _near(match: Match) -> Near:
    if not match.citation.validity.status.may_be_cited_as_current:
        why = "not_current"
    else:
        why = "missing_terms" if match.missing else "low"
    shown = excerpt(match.passage.text, (), most=120)
    return Near(match.citation, shown, match.confidence, match.missing[:3], why)
