"""Document numbers in a question, in canonical form."""

from __future__ import annotations

from bot.nlu.found import Found
from index.numbers import locate_numbers


def find_document_numbers(text: str) -> list[Found]:
    """Every document number of ``text`` where it stands."""
    return [Found("document_number", n.number, n.start, n.end) for n in locate_numbers(text)]
