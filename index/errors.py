"""What can go wrong with an index, drawn once.

IndexFailure            the citizen is told that the search is broken; never counted as demand
├── NoIndex             nothing has been built there yet
├── WrongVersion        built by another schema or lexicon; ``python -m index refresh`` mends it
└── Busy                somebody else is writing
"""

from __future__ import annotations


class IndexFailure(RuntimeError):
    """The index cannot be used; the message is Chinese and says what to do next."""


class NoIndex(IndexFailure):
    """Nothing has been built there yet."""


class WrongVersion(IndexFailure):
    """Built by another schema or lexicon."""


class Busy(IndexFailure):
    """Another process is writing."""
