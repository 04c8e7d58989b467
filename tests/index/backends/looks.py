"""What an engine holds, at a glance."""

from __future__ import annotations

from index.backends import Backend


def ids(backend: Backend) -> set[str]:
    return {d.id for d in backend.reading().disclosures()}


def found(backend: Backend, *terms: str) -> list[str]:
    return [h.passage.id for h in backend.reading().search(dict.fromkeys(terms, 1.0), 10)]
