"""The engine's one Protocol; its own types never leave this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.disclosure import Disclosure, Passage
from index.schema import Entry


@dataclass(frozen=True)
class Hit:
    """A passage as the engine found it, with its disclosure's metadata (no text) and terms."""

    passage: Passage
    disclosure: Disclosure
    body_terms: frozenset[str]
    head_terms: frozenset[str]
    score: float


class Reading(Protocol):
    """One consistent view of the index; never creates, repairs or deletes anything."""

    def search(
        self, weights: Mapping[str, float], limit: int, within: Sequence[str] = ()
    ) -> list[Hit]:
        """Best passages for weighted terms, optionally only of the given disclosure ids."""

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
    """A place where entries are kept: embedded files or a cluster."""

    def reading(self) -> Reading:
        """The newest committed view. Raises IndexFailure."""

    def create(self, entries: Iterable[Entry], written: Callable[[Entry], None]) -> None:
        """Replace everything, atomically: readers see the old index until this returns."""

    def change(
        self, entries: Iterable[Entry], withdraw: Sequence[str], written: Callable[[Entry], None]
    ) -> None:
        """Add or replace entries and withdraw ids in one transaction."""
