"""Rules of another day: 2021年怎么规定 is answered by what held at the end of 2021."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.question import Answer, Question, Quote, Search
from index.disclosure import Citation, Match

# The time itself; a year in which somebody was born or a text was issued asks for no old rule.
_TIME = re.compile(
    r"(?:(?:19|20)\d{2}\s*年?(?:度|底|末)?(?:(?:0?[1-9]|1[0-2])月份?)?|大前年|前年|去年|上年)"
    r"(?:那会儿|那时候?|的时候|时|当时)?"
)
_EVENT = re.compile(
    r"^(?:以?[前后来]|[0-9]|\s*[^，。？]{0,6}(?:出生|生的|毕业|入职|退休|参加工作|登记|买的|建的|结婚"
    r"|发布|公布|印发|出台|发的|成立))"
)


def day_asked(question: Question, today: date) -> date | None:
    """The last day of the past year or month that the question speaks of; None for today's rules.

    Who names a document asks for that document, whatever is in force.
    """
    year, _, month = question.period.partition("-")
    told = _TIME.search(question.text)
    if not year.isdecimal() or question.number or question.title or told is None:
        return None
    if _EVENT.match(question.text[told.end() :]):
        return None
    last = int(month or 12)
    day = date(int(year), last, calendar.monthrange(int(year), last)[1])
    return day if day < today else None


def without_time(question: Question) -> Question:
    """The question without the words of its time, which old texts need not repeat."""
    return replace(question, text=_TIME.sub("", question.text, count=1))


def known_by(matches: Sequence[Match], day: date) -> list[Match]:
    """Matches whose documents are known to have been out on ``day``."""
    return [m for m in matches if (since := _since(m.citation)) and since <= day]


def seen_from(found: Answer, day: date, search: Search, today: date) -> Answer:
    """An answer of ``day`` with every quote marked with its validity of ``today``."""
    quotes = tuple(_marked(q, search, today) for q in found.quotes)
    told = tuple(_marked(q, search, today) for q in found.interpretations)
    over = [q.citation.validity for q in quotes]
    past = not over[0].status.may_be_cited_as_current
    newer = search.replacement(over[0]) if past else None
    return replace(
        found, quotes=quotes, interpretations=told, history=past, replacement=newer, as_of=day
    )


def _marked(quote: Quote, search: Search, today: date) -> Quote:
    validity = search.validity(quote.citation.disclosure_id, today)
    return Quote(quote.text, replace(quote.citation, validity=validity))


def _since(cited: Citation) -> date | None:
    return cited.published or cited.effective
