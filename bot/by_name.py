"""A document asked for by its number or title: the document itself, or what is known of it."""

from __future__ import annotations

import re
from datetime import date

from bot.clarifying import is_choice
from bot.question import Answer, Fact, Near, NoAnswer, Question, Quote, Search, Wanted
from index.disclosure import Citation, Disclosure, Passage

_FACTS = (
    ("number", re.compile(r"文号|发文字号|发文号|字号")),
    (
        "written",
        re.compile(
            r"(?:什么时候|何时|哪天|哪一天|哪年|几号|多会儿|时间).{0,4}(?:成文|印发|出台|制定|发的|写的)|成文日期|成文时间|印发日期"
        ),
    ),
    (
        "published",
        re.compile(
            r"(?:什么时候|何时|哪天|哪一天|哪年|几号).{0,4}(?:发布|公布|公开)|发布日期|发布时间|公布日期"
        ),
    ),
    (
        "title",
        re.compile(
            r"(?:是|叫)(?:一份|一个)?(?:什么|啥|哪个|哪份|哪一个)(?:文件|通知|文|名|办法|规定)?"
        ),
    ),
)
_BETWEEN = "；"  # several documents may bear one title: all of them are told, newest first


def document_of(question: Question, search: Search) -> Disclosure | None:
    """The document that a question names; a number counts before a title that it stands beside.

    Before an article the title needs no 《》: 住房公积金管理条例第三条.
    """
    inside = question.number in question.title
    for name in (question.title,) if inside else (question.number, question.title):
        for found in search.named(name) if name else ():
            return found
    return search.law_named(question.text) if question.article else None


def asked_fact(question: Question) -> str | None:
    """Which field of the catalogue is asked for; None if the question is about the matter."""
    rest = question.text.replace(question.title, "") if question.title else question.text
    kinds = [kind for kind, asked in _FACTS if asked.search(rest)]
    if question.number and not question.title:
        kinds = [k for k in kinds if k != "number"]  # who writes a number knows it
    return kinds[0] if kinds else None


def fact_of(question: Question, document: Disclosure, search: Search) -> Fact | None:
    """What the catalogue says to the question; None if it says nothing or is not asked."""
    other = _disagreement(question, document, search)
    if other:
        return Fact("disagrees", other.title, other.number)
    kind = asked_fact(question)
    alike = [d for d in search.named(document.title) if d.title == document.title]
    several = alike if question.title and not question.number else [document]
    values = [_field(kind, d) for d in several] if kind else []
    value = _BETWEEN.join(dict.fromkeys(v for v in values if v))
    return Fact(kind, document.title, value) if kind and value else None


def _field(kind: str, document: Disclosure) -> str:
    values = {"written": _day(document.written), "published": _day(document.published)}
    return values.get(kind, document.number)


def unknown_number(question: Question, search: Search) -> NoAnswer:
    """A number that is not published, with the published ones nearest to it."""
    near = tuple(
        Near(_whole(d, search), d.title, 0.5, (), "other_number")
        for d in search.nearest_numbers(question.number)
    )
    return NoAnswer("no_such_number", near)


def is_meant_itself(question: Question) -> bool:
    """Whether the document is asked for, not something that another text may tell as well."""
    named = question.number or question.article or asked_fact(question) or is_choice(question)
    return bool(named) or question.wanted in (Wanted.DOCUMENT, Wanted.VALIDITY)


def catalogue_answer(
    document: Disclosure, fact: Fact | None, search: Search, today: date
) -> Answer:
    """A document known by its catalogue entry alone: its title, cited."""
    citation = search.citation(Passage(document.id, 1, ""), document, today)
    history = not citation.validity.status.may_be_cited_as_current
    newer = search.replacement(citation.validity) if history else None
    quote = Quote(document.title, citation)
    return Answer((quote,), (), 1.0, history=history, replacement=newer, fact=fact)


def _disagreement(question: Question, document: Disclosure, search: Search) -> Disclosure | None:
    """The document that the title names, where the number written beside it is another one's."""
    if not (question.number and question.title):
        return None
    titled = search.named(question.title)
    if not titled or document.id in {d.id for d in titled}:
        return None
    return titled[0]


def _whole(document: Disclosure, search: Search) -> Citation:
    return search.citation(Passage(document.id, 1, ""), document)


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
