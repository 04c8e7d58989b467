"""Pages that fit the platform's limit, whatever the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.wechat.cutting import cut, pages

LETTERS = st.sampled_from("公积金提取第一条 a1，、。！？；”」》）\n…é😀𠮷")
TEXTS = st.one_of(st.text(LETTERS, max_size=400), st.text(max_size=200))
ROOM = st.integers(min_value=4, max_value=300)
MORE = "回复“更多”继续看。"


@given(TEXTS, ROOM)
@settings(max_examples=300, deadline=None)
def test_parts_fit_and_join_to_the_whole(text: str, room: int) -> None:
    parts = cut(text, room)
    assert "".join(parts) == text
    assert all(0 < len(part.encode()) <= room for part in parts)


@given(st.lists(st.text("公积金提取办法", min_size=1, max_size=15), min_size=1, max_size=30))
@settings(deadline=None)
def test_a_part_ends_with_a_sentence_if_one_ends_in_it(sentences: list[str]) -> None:
    text = "。".join(sentences) + "。"
    for part in cut(text, 60):
        assert part.endswith("。"), part


@given(TEXTS, st.sampled_from(["", "回复数字选择：\n1. 有帮助\n2. 没帮助"]), ROOM)
@settings(max_examples=300, deadline=None)
def test_pages_fit_and_lose_no_letter(text: str, options: str, extra: int) -> None:
    most = 100 + extra
    found = pages(text, options, MORE, most)
    assert all(len(page.encode()) <= most for page in found)
    told = "".join(page.removesuffix(f"\n\n{MORE}") for page in found[:-1]) + found[-1]
    assert re.sub(r"\s", "", told) == re.sub(r"\s", "", text + options)
    assert found[-1].endswith(options)


def test_a_short_text_is_one_page_with_its_options() -> None:
    assert pages("答。", "1. 有帮助", MORE) == ("答。\n\n1. 有帮助",)
    assert pages("答。", "", MORE) == ("答。",)


def test_exactly_2047_bytes_are_one_page_and_one_more_is_two() -> None:
    assert pages("问" * 682 + "a", "", MORE) == ("问" * 682 + "a",)
    first, second = pages("问" * 682 + "ab", "", MORE)
    assert first == "问" * 671 + f"\n\n{MORE}" and second == "问" * 11 + "ab"


def test_options_stay_whole_on_the_last_page() -> None:
    line, options = "甲乙丙丁戊己庚辛。", "1. 租房提取\n2. 买房提取"
    assert pages(line * 4, options, MORE, 120) == (f"{line * 3}\n\n{MORE}", f"{line}\n\n{options}")
    assert pages(line * 4, options, MORE, 86) == (
        f"{line * 2}\n\n{MORE}",
        f"{line * 2}\n\n{MORE}",
        options,
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("他说：“可以。”然后走了。", ["他说：“可以。”", "然后走了。"]),
        (
            "第一条，第二条，第三条没有句号的很长一句",
            ["第一条，第二条，", "第三条没有句号的", "很长一句"],
        ),
        ("第一段\n第二段很长很长很", ["第一段\n", "第二段很长很长很"]),
        ("😀😀😀😀😀😀😀", ["😀😀😀😀😀😀", "😀"]),
    ],
)
def test_where_a_text_of_26_bytes_a_part_is_cut(text: str, parts: list[str]) -> None:
    assert cut(text, 26) == parts


def test_less_than_a_character_of_room_is_refused() -> None:
    with pytest.raises(ValueError, match="4 bytes"):
        cut("字", 3)
