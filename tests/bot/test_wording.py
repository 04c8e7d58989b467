"""Sentences come from the domain and nowhere else."""

from __future__ import annotations

import re

import pytest

from bot.wording import Wording, wording


def test_values_are_filled_in(say: Wording) -> None:
    assert say("utter_why_missing_terms", terms="电动自行车") == "没有提到“电动自行车”"


def test_the_first_variant_is_said() -> None:
    say = wording({"responses": {"utter_greet": [{"text": "您好。"}, {"text": "你好。"}]}})
    assert say("utter_greet") == "您好。"


def test_an_unknown_sentence_is_an_error(say: Wording) -> None:
    with pytest.raises(KeyError):
        say("utter_nothing_like_it")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("utter_no_answer", {"receipt": "7KQ2-M4XD"}),
        ("utter_me_too", {"receipt": "7KQ2-M4XD"}),
        ("utter_feedback_unhelpful", {"receipt": "7KQ2-M4XD"}),
        ("utter_replaced_by", {"title": "《甲》", "number": "临政发〔2024〕3号"}),
        ("utter_why_missing_terms", {"terms": "电动车"}),
        ("utter_why_region", {"region": "南湖区"}),
        ("utter_why_not_current", {"validity": "废止"}),
    ],
)
def test_no_blank_stays_open(say: Wording, name: str, values: dict[str, str]) -> None:
    said = say(name, **values)
    assert all(value in said for value in values.values())
    assert re.findall(r"[{}]", said) == []
