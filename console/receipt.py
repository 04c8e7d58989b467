"""Receipt codes: what a citizen keeps to find their question again."""

from __future__ import annotations

import secrets

# No 0/O and no 1/I: the code is read aloud and copied by hand.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_LENGTH = 8
_HALF = _LENGTH // 2


def new() -> str:
    """A fresh unguessable code of eight characters (35 random bits and one check character)."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(_LENGTH - 1))
    return body + _check(body)


def shown(code: str) -> str:
    """The code as it is printed: ``7KQ2M4XD`` becomes ``7KQ2-M4XD``."""
    return f"{code[:_HALF]}-{code[_HALF:]}"


def read(text: str) -> str:
    """The stored form of what somebody typed, or "" when it cannot be a receipt code."""
    code = "".join(_narrow(character) for character in text[:40] if character.isalnum()).upper()
    if len(code) != _LENGTH or any(character not in ALPHABET for character in code):
        return ""
    return code if _check(code[:-1]) == code[-1] else ""


def _narrow(character: str) -> str:
    """Full-width letters and digits come from Chinese keyboards."""
    point = ord(character)
    return chr(point - 0xFEE0) if 0xFF01 <= point <= 0xFF5E else character


def _check(body: str) -> str:
    """Luhn's sum in base 32: finds every single wrong character and most swapped neighbours."""
    base, total = len(ALPHABET), 0
    for place, character in enumerate(reversed(body)):
        value = ALPHABET.index(character) * (2 if place % 2 == 0 else 1)
        total += value // base + value % base
    return ALPHABET[-total % base]
