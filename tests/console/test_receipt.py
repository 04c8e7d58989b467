"""Receipt codes: printed, typed again, mistyped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import receipt


def test_codes_are_eight_unambiguous_characters_and_differ() -> None:
    codes = {receipt.new() for _ in range(500)}
    assert len(codes) == 500
    assert {len(code) for code in codes} == {8}
    assert set("".join(codes)) <= set("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")


@pytest.mark.parametrize(
    "typed", ["22222222", "2222-2222", " 2222 2222 ", "２２２２－２２２２", "2222—2222"]
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert receipt.read(typed) == "22222222"


def test_small_letters_are_read() -> None:
    code = receipt.new()
    assert receipt.read(receipt.shown(code).lower()) == code


@pytest.mark.parametrize(
    "typed", ["", "2222", "22222223", "0000-0000", "公积金怎么提取呢", "2" * 9]
)
def test_what_is_no_code_is_not_read(typed: str) -> None:
    assert receipt.read(typed) == ""


@given(st.integers(0, 7), st.sampled_from(receipt.ALPHABET))
def test_one_wrong_character_is_always_noticed(place: int, character: str) -> None:
    code = receipt.new()
    wrong = code[:place] + character + code[place + 1 :]
    assert receipt.read(wrong) == (code if wrong == code else "")
