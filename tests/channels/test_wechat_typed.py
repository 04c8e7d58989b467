"""What a citizen types, before Rasa sees it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.inbound import Empty, TooLong
from channels.wechat.typed import typed


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("公积金怎么取？", "公积金怎么取？"),
        (" 高龄\u200b津贴\u0000多少\x85钱\ufeff ", "高龄津贴多少 钱"),
        ("一\n二\t三", "一 二 三"),
        ("\u202e/restart", "restart"),
        ("／restart", "restart"),
        (" / /restart", "restart"),
        ("\u2066/\u2069/\u3000session_start", "session_start"),
        ("租房/买房", "租房/买房"),
    ],
)
def test_cleaned(text: str, read: str) -> None:
    assert typed(text, 500) == read


@pytest.mark.parametrize("text", ["", "  ", "/", "／ /", "\u200b\u0007", "\n"])
def test_nothing_left(text: str) -> None:
    with pytest.raises(Empty):
        typed(text, 500)


def test_the_limit_counts_what_is_left() -> None:
    assert typed("问" * 500 + "\u200b\n", 500) == "问" * 500
    with pytest.raises(TooLong):
        typed("问" * 501, 500)
    with pytest.raises(TooLong):
        typed("问" * 21, 20)


@given(st.text(max_size=60))
def test_never_a_command_nor_a_control_character(text: str) -> None:
    try:
        read = typed(text, 500)
    except Empty:
        return
    assert unicodedata.normalize("NFKC", read)[0] != "/"
    assert not {unicodedata.category(c) for c in read} & {"Cc", "Cf", "Cs"}
