"""The engine's one Protocol; its own types never leave this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from index.disclosure import Disclosure, Passage
from index.schema import Entry
from index.vectors import Vector


@dataclass(frozen=True)
class Only:
    """Which passages may be found. An empty field restricts nothing; days are inclusive.

    ``in_force_on`` leaves out what its own days or its header say is not in force on that day
    (what other documents ended is judged later). What is unknown passes where it may well be
    true (a region, a first or last day in force) and fails where nothing speaks for it (an
    issuer, a day of publication).
    """

    ids: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    published_from: date | None = None
    published_to: date | None = None
    in_force_on: date | None = None


EVERYTHING = Only()


@dataclass(frozen=True)
class Hit:
    """A passage as the engine found it, with its disclosure's metadata (no text) and terms.

    ``body_terms`` are in the order of the text. ``score`` is BM25 from ``search`` and cosine
    similarity (-1..1) from ``nearest``, which also clears ``by_words``.
    ``digest`` names the passage's vector.
    """

    passage: Passage
    disclosure: Disclosure
    body_terms: tuple[str, ...]
    head_terms: tuple[str, ...]
    digest: str
    score: float
    by_words: bool = True


class Reading(Protocol):
    """One consistent view of the index; never creates, repairs or deletes anything."""

    def search(
        self, weights: Mapping[str, float], limit: int, only: Only = EVERYTHING
    ) -> list[Hit]:
        """Best passages for weighted terms (BM25F over body and head), best first."""

    def nearest(self, vector: Vector, limit: int, only: Only = EVERYTHING) -> list[Hit]:
        """Passages whose vectors are nearest to ``vector``; none while no vectors are there."""

    def similarities(self, vector: Vector, digests: Iterable[str]) -> dict[str, float]:
        """Cosine similarity to each of these passages' vectors that is there already."""

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages each term stands."""

    def by_key(self, field: str, value: str) -> list[Disclosure]:
        """Disclosures whose ``id``, ``numbers``, ``names``, ``ends`` or ``explains`` has the value.

        Newest first.
        """

    def text(self, disclosure_id: str) -> str:
        """The whole body as it was added; empty if unknown."""

    def passages(self, disclosure_id: str) -> tuple[Passage, ...]:
        """All passages of one disclosure in order."""

    def disclosures(self) -> Iterator[Disclosure]:
        """Metadata of everything published, newest first."""

    @property
    def passage_count(self) -> int:
        """How many passages the index holds."""

    @property
    def disclosure_count(self) -> int:
        """How many disclosures the index holds."""


class Backend(Protocol):
    """A place where entries are kept: embedded files or a cluster.

    Of the entries of one call each has an id of its own.
    """

    def reading(self) -> Reading:
        """The newest committed view. Raises IndexFailure."""

    def create(self, entries: Iterable[Entry], written: Callable[[Entry], None]) -> None:
        """Replace everything, atomically: readers see the old index until this returns."""

    def change(
        self, entries: Iterable[Entry], withdraw: Sequence[str], written: Callable[[Entry], None]
    ) -> None:
        """Add or replace entries and withdraw ids in one transaction."""

    def without_vector(self) -> Iterator[tuple[str, str]]:
        """(digest, text to embed) of every passage that has no vector yet, each digest once."""

    def put_vectors(self, vectors: Mapping[str, Vector]) -> None:
        """Keep vectors by digest; safe to repeat, and readers see them at their next question."""

    def stale(self) -> bool:
        """Whether it was cut by another schema or lexicon than today's. Raises NoIndex."""

    def reading_any_version(self) -> Reading:
        """A view of an older schema, for ``refresh``, which only needs the stored texts."""
