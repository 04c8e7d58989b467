"""Takes personal data out of a citizen's words before they are kept.

Document numbers, amounts, dates and public short numbers such as 12345 stay, because staff need
them to understand the question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from console import masking_names, masking_numbers, masking_places

Span = tuple[int, int, str]

# Order matters: the first rule that recognises a run of characters names it.
_RULES: tuple[Callable[[str], Iterator[Span]], ...] = (
    masking_numbers.emails,
    masking_numbers.identity_cards,
    masking_numbers.mobiles,
    masking_numbers.bank_cards,
    masking_numbers.landlines,
    masking_numbers.passports,
    masking_numbers.accounts,
    masking_numbers.plates,
    masking_places.doors,
    masking_names.names,
)

# Same length for same length: spans found in the narrow text are valid in the original.
_NARROW = {point: point - 0xFEE0 for point in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0xA0: " ",
    0x2010: "-",
    0x2011: "-",
    0x2012: "-",
    0x2013: "-",
    0x2014: "-",
    0x2212: "-",
}
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD))


def mask(text: str) -> str:
    """The text with each piece of personal data replaced by its kind, like 〔手机号〕.

    Masking masked text changes nothing.
    """
    text = text.translate(_INVISIBLE)
    while True:
        masked = _once(text)
        # A replacement can bare a neighbour that a rule could not delimit before.
        if masked == text:
            return text
        text = masked


def _once(text: str) -> str:
    for rule in _RULES:
        pieces, end = [], 0
        for start, stop, label in rule(text.translate(_NARROW)):
            if start >= end:
                pieces += [text[end:start], label]
                end = stop
        text = "".join(pieces) + text[end:]
    return text
