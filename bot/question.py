"""What a citizen asked, and what the bot may reply: the types of one turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Protocol

from index.clause_text import Clause, clause_in
from index.disclosure import Citation, Disclosure, Match, Passage, Validity

MOST_CHARACTERS = 500


class Wanted(str, Enum):
    """What kind of reply a question is after."""

    RULE = "rule"
    INTERPRETATION = "interpretation"
    DOCUMENT = "document"
    VALIDITY = "validity"
    CONSULTATION = "consultation"


@dataclass(frozen=True)
class Question:
    """A question with what was understood of it; ``text`` holds at most 500 characters."""

    text: str
    wanted: Wanted = Wanted.RULE
    region: str = ""
    period: str = ""
    number: str = ""
    article: str = ""
    title: str = ""

    @property
    def clause(self) -> Clause | None:
        """The clause that the words name, down to its 款 and 项."""
        return clause_in(self.text) if self.article else None


@dataclass(frozen=True)
class Fact:
    """What the catalogue says of one document: kind is number, written, published, title,
    disagrees (the number asked with is another document's), no_article or no_part (it has no
    such clause); ``value`` as it is shown."""

    kind: str
    title: str
    value: str


@dataclass(frozen=True)
class Level:
    """That an answer is another level's rule: the place asked about, and whose rule it is."""

    asked: str
    level: str
    place: str


@dataclass(frozen=True)
class Quote:
    """Verbatim text with the citation it resolves to."""

    text: str
    citation: Citation


@dataclass(frozen=True)
class Near:
    """A document that came close, with why it does not answer."""

    citation: Citation
    excerpt: str
    confidence: float
    missing: tuple[str, ...]
    why: str  # missing_terms | not_current | draft | region | low | replacement | other_number


@dataclass(frozen=True)
class Answer:
    """Quotes that answer, their official interpretations, and how sure the search is (0..1).

    ``history`` says that nothing quoted is in force, and the reply must say so first;
    ``draft`` that it is only proposed; ``replacement`` is, for history, the document that took
    its place, where one is known. ``fact`` is what was asked of the document itself. ``as_of``
    is the past day whose rules were asked for; ``level`` says that another level's rule answers;
    ``conflict`` that the quotes' figures differ and no order of rules settles it.
    """

    quotes: tuple[Quote, ...]
    interpretations: tuple[Quote, ...]
    confidence: float
    history: bool = False
    draft: bool = False
    replacement: Citation | None = None
    fact: Fact | None = None
    as_of: date | None = None
    level: Level | None = None
    conflict: bool = False


@dataclass(frozen=True)
class NoAnswer:
    """Nothing published answers: the reason code, and what came nearest."""

    reason: str
    near: tuple[Near, ...]
    confidence: float = 0.0


@dataclass(frozen=True)
class Option:
    """A document that may be meant: how it is shown, what choosing it says, and why it may fail."""

    title: str
    payload: str
    near: Near


@dataclass(frozen=True)
class Clarification:
    """Half sure: the asker is shown what came close and chooses; ``confidence`` is the best's."""

    options: tuple[Option, ...]
    confidence: float


class Search(Protocol):
    """What answering needs of the index; ``index.search.Index`` has it."""

    def find(
        self, text: str, *, limit: int = 10, within: Sequence[str] = (), today: date | None = None
    ) -> tuple[Match, ...]:
        """Matches, likeliest first."""

    def named(self, number_or_title: str) -> tuple[Disclosure, ...]:
        """Disclosures with this number or title."""

    def law_named(self, text: str) -> Disclosure | None:
        """The document whose name stands before an article in ``text``, if it has articles."""

    def nearest_numbers(self, number: str) -> tuple[Disclosure, ...]:
        """Documents whose number is nearest to one that is not published."""

    def passages(self, disclosure_id: str) -> tuple[Passage, ...]:
        """Passages of one disclosure in order."""

    def citation(self, passage: Passage, of: Disclosure, today: date | None = None) -> Citation:
        """How a passage is cited."""

    def interpretations(self, disclosure_id: str) -> tuple[Disclosure, ...]:
        """Interpretations of one disclosure."""

    def disclosure(self, disclosure_id: str) -> Disclosure | None:
        """One disclosure."""

    def replacement(self, validity: Validity) -> Citation | None:
        """The document that replaced one with this validity."""

    def validity(self, disclosure_id: str, today: date | None = None) -> Validity:
        """Validity of one disclosure on a day."""

    def explained_by(self, interpretation: Disclosure) -> Disclosure | None:
        """The policy an interpretation explains."""
