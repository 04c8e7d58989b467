"""Years and months in a question, and what only looks like one."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.found import Found
from bot.nlu.periods import find_periods

TODAY = date(2026, 11, 23)


def values(text: str) -> list[str]:
    return [f.value for f in find_periods(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年的补助", ["2025"]),
        ("2025年度预算", ["2025"]),
        ("2025养老金涨多少", ["2025"]),
        ("2025年3月的水价", ["2025-03"]),
        ("2025年03月份的水价", ["2025-03"]),
        ("2025年12月", ["2025-12"]),
        ("2025年13月", ["2025"]),
        ("2024年3月5日", ["2024-03"]),
        ("2024 年", ["2024"]),
        ("去年和前年", ["2025", "2024"]),
        ("大前年", ["2023"]),
        ("我今年满60岁", ["2026"]),
        ("本年", ["2026"]),
        ("上年度决算", ["2025"]),
        ("明年起", ["2027"]),
        ("后年", ["2028"]),
        ("去年和2020年比", ["2025", "2020"]),
    ],
)
def test_periods(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "补贴2000元",
        "补贴12000元",
        "一共2000块",
        "1999人参加",
        "编号20191234",
        "国办发〔2019〕61号",
        "国办发〔201961号",
        "国办发2019年61号",
        "国办发[2019]第61号",
        "11330900MB1F2345XK/2024-00012",
        "60岁以上年龄",
        "目前年龄多大",
        "以前年度的社保能补缴吗",
        "证明年满六十",
        "说明年限",
        "成本年均增长",
        "如今年轻人",
        "过去年份",
        "以后年度",
        "",
    ],
)
def test_no_periods(text: str) -> None:
    assert values(text) == []


def test_a_period_is_located() -> None:
    assert find_periods("问2025年3月", TODAY) == [Found("period", "2025-03", 1, 8)]


@given(st.text(alphabet="前去上今本明后大年度月份以证0123459〔〕号岁", max_size=30), st.dates())
def test_found_periods_are_in_order_and_apart(text: str, today: date) -> None:
    found = find_periods(text, today)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
