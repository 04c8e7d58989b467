"""One written form for what keyboards and copy-and-paste produce."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.normaliser import TextNormaliser, normalised


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ＧＤＰ　２０２４", "GDP 2024"),
        ("公积金（２０２４）？", "公积金(2024)?"),
        ("公\u200b积\ufeff金", "公积金"),
        ("公积金怎么取？？？！！", "公积金怎么取?!"),
        ("在吗。。。。", "在吗。"),
        ("公 积 金", "公积金"),
        ("公积金 2024", "公积金 2024"),
        ("  公积金\n", "公积金"),
        ("低保\n多少钱", "低保多少钱"),
        ("❤\ufe0f", "❤"),
        ("", ""),
        ("\u200b", ""),
    ],
)
def test_one_form(typed: str, read: str) -> None:
    assert normalised(typed) == read


@given(st.text(max_size=60))
def test_a_normal_form_is_its_own_normal_form(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def component() -> TextNormaliser:
    nothing: Any = None
    return TextNormaliser.create({}, nothing, nothing, nothing)


def test_messages_and_examples_are_read_alike() -> None:
    component().process([message := Message({"text": "公积金？？"}), Message({"text": None})])
    examples = [Message({"text": "公积金？？"})]
    component().process_training_data(TrainingData(examples))
    assert message.get("text") == examples[0].get("text") == "公积金?"
