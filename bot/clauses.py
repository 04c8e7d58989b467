"""The clause that a question names, quoted exactly and cited 第X条第X款第（X）项."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.question import Fact, Question, Quote
from bot.quoting import excerpt
from index.clause_text import Missing, words_of
from index.clauses import chinese_numeral
from index.disclosure import Citation, Disclosure, Passage

_WHOLE = 2_000  # characters of an article that was asked for by its number


def clause_quote(passage: Passage, citation: Citation, question: Question) -> Quote | None:
    """The named clause of ``passage``; the whole article where it has no such part.

    None if the question names no article, or another one.
    """
    clause = question.clause
    if clause is None or passage.article != clause.article:
        return None
    words = words_of(clause, passage.text)
    if isinstance(words, Missing):
        return Quote(excerpt(passage.text, (), _WHOLE), citation)
    return Quote(excerpt(words, (), _WHOLE), replace(citation, article=clause.label))


def missing_clause(
    question: Question, document: Disclosure, passages: Sequence[Passage]
) -> Fact | None:
    """What the named document lacks of the named clause: the article, its 款 or its 项."""
    clause = question.clause
    labels = [p.article for p in passages if p.article.startswith("第")]
    if clause is None or not labels:
        return None
    for passage in passages:
        if passage.article == clause.article:
            found = words_of(clause, passage.text)
            if not isinstance(found, Missing):
                return None
            count = "两" if found.held == 2 else chinese_numeral(found.held)
            held = f"只有{count}{found.part}" if found.held else f"不分{found.part}"
            return Fact("no_part", f"《{document.title}》{clause.article}", held)
    return Fact("no_article", document.title, f"{clause.article}，最后一条是{labels[-1]}")
