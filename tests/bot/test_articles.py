"""Article references as statutes print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.articles import find_articles
from index.clauses import chinese_numeral


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("第二十条怎么说", ["第二十条"]),
        ("第20条", ["第二十条"]),
        ("20条", ["第二十条"]),
        ("第 12 条", ["第十二条"]),
        ("第012条", ["第十二条"]),
        ("第一百零五条", ["第一百零五条"]),
        ("第一百〇五条", ["第一百零五条"]),
        ("第二十条之一", ["第二十条之一"]),
        ("第20条之1", ["第二十条之一"]),
        ("第三条和第5条", ["第三条", "第五条"]),
        ("第0条", []),
        ("第1062条", ["第一千零六十二条"]),
        ("第10000条", []),
        ("1.5条", []),
        ("条例", []),
        ("", []),
    ],
)
def test_references(text: str, values: list[str]) -> None:
    assert [f.value for f in find_articles(text)] == values


def test_a_reference_is_located() -> None:
    text = "条例第20条之1和第三条"
    found = find_articles(text)
    assert [text[f.start : f.end] for f in found] == ["第20条之1", "第三条"]
    assert {f.entity for f in found} == {"article"}


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        *[(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
        *[(100, "一百"), (101, "一百零一"), (110, "一百一十"), (999, "九百九十九")],
    ],
)
def test_numerals(number: int, numeral: str) -> None:
    assert chinese_numeral(number) == numeral


@given(st.integers(1, 999))
def test_a_number_and_its_numeral_name_the_same_article(number: int) -> None:
    (digits,), (written,) = (
        find_articles(f"第{number}条"),
        find_articles(f"第{chinese_numeral(number)}条"),
    )
    assert digits.value == written.value
