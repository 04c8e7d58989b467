"""When a document or a quote is the right one: by its id, or as another publication of the same."""

from __future__ import annotations

from collections.abc import Collection

from bench.measures import bare
from bench.questions import Known
from index.search import Index

_LONG_ENOUGH = 4  # characters; a shorter answer stands in many documents by chance
_OVERLAP = 0.5  # share of the answer's character pairs that a quote must have


def gold_titles(index: Index, known: Known) -> frozenset[str]:
    """Titles of the documents that are known to answer."""
    found = (index.disclosure(i) for i in known.gold)
    return frozenset(d.title for d in found if d)


def same_publication(
    known: Known,
    titles: Collection[str],
    cited: Collection[str],
    cited_titles: Collection[str],
    text: str,
) -> bool:
    """Whether a known document is cited, or one that publishes the same words.

    Notices are published on several sites: the answer standing verbatim in another document is
    right too, and so is a short one if that document bears the same title.
    """
    if known.gold & set(cited):
        return True
    answer = bare(known.answer)
    if not answer or answer not in bare(text):
        return False
    return len(answer) >= _LONG_ENOUGH or bool(set(titles) & set(cited_titles))


def overlaps(known: Known, text: str) -> bool:
    """Whether a text has at least half of the answer's neighbouring characters."""
    words = bare(known.answer)
    pairs = {words[i : i + 2] for i in range(len(words) - 1)} or {words}
    shown = bare(text)
    return sum(p in shown for p in pairs) >= _OVERLAP * len(pairs)
