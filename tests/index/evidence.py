"""Questions and hits for the tests of ranking, from plain words."""

from __future__ import annotations

from pathlib import Path

from index.analysis import Analysis
from index.asking import Asked, asked
from index.backends import Hit
from index.disclosure import Disclosure, Passage
from index.schema import digest_of


def hit(
    analysis: Analysis,
    text: str,
    *,
    title: str = "临澜市绿地办法",
    id: str = "lz-1",
    ordinal: int = 2,
    **metadata: str,
) -> Hit:
    """A passage as an engine would return it."""
    disclosure = Disclosure(id=id, title=title, text="", **metadata)  # type: ignore[arg-type]
    return Hit(
        passage=Passage(id, ordinal, text),
        disclosure=disclosure,
        body_terms=tuple(analysis.terms(text)),
        head_terms=tuple(analysis.terms(title)),
        digest=digest_of(text),
        score=1.0,
    )


def question(analysis: Analysis, text: str, passages: int = 1000, seen: int = 5) -> Asked:
    """A question whose every word stands in ``seen`` of ``passages`` passages."""
    return asked(text, analysis, lambda terms: dict.fromkeys(terms, seen), passages)


def no_lexicon(folder: Path) -> Analysis:
    """An analysis with jieba's own dictionary only."""
    return Analysis(folder)
