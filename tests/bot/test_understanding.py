"""From Rasa's parse to a Question, and whether its silence is demand."""

from __future__ import annotations

from typing import Any

import pytest

from bot.question import Question, Wanted
from bot.understanding import intent_of, is_demand, question_of


def parsed(text: str, intent: str = "ask_policy", *guesses: str, **more: Any) -> dict[str, Any]:
    ranking = [{"name": name, "confidence": 0.5} for name in (intent, *guesses)]
    return {"text": text, "intent": {"name": intent}, "intent_ranking": ranking, **more}


def test_everything_understood_is_in_the_question() -> None:
    found = [
        {"entity": "region", "value": "南湖区"},
        {"entity": "region", "value": "东桥区"},
        {"entity": "period", "value": "2025"},
        {"entity": "document_number", "value": "临政发〔2024〕3号"},
        {"entity": "article", "value": "第三条"},
        {"entity": "department", "value": "民政局"},
    ]
    assert question_of(parsed("问题", "ask_validity", entities=found)) == Question(
        text="问题",
        wanted=Wanted.VALIDITY,
        region="南湖区",
        period="2025",
        number="临政发〔2024〕3号",
        article="第三条",
    )


@pytest.mark.parametrize(
    ("intent", "wanted"),
    [
        ("ask_policy", Wanted.RULE),
        ("ask_guide", Wanted.RULE),
        ("nlu_fallback", Wanted.RULE),
        ("", Wanted.RULE),
        ("ask_interpretation", Wanted.INTERPRETATION),
        ("find_document", Wanted.DOCUMENT),
        ("ask_validity", Wanted.VALIDITY),
    ],
)
def test_the_intent_says_what_is_wanted(intent: str, wanted: Wanted) -> None:
    assert question_of(parsed("问题", intent)).wanted is wanted


@pytest.mark.parametrize("message", [{}, {"text": None}, {"text": "", "intent": None}])
def test_an_empty_message_is_an_empty_question(message: dict[str, Any]) -> None:
    assert question_of(message) == Question("")
    assert intent_of(message) == ""
    assert not is_demand(message)


def test_only_500_characters_count() -> None:
    assert len(question_of(parsed("问" * 900)).text) == 500


@pytest.mark.parametrize(
    ("message", "demand"),
    [
        (parsed("高龄津贴多少钱"), True),
        (parsed("高龄津贴多少钱", "nlu_fallback", "ask_policy"), True),
        (parsed("高龄津贴多少钱", "nlu_fallback"), True),
        (parsed("今天天气怎么样", "nlu_fallback", "out_of_scope", "ask_policy"), False),
        (parsed("你好你好你好", "nlu_fallback", "greet"), False),
        (parsed("着火了快来人", "nlu_fallback", "urgent_danger"), False),
        (parsed("哈哈"), False),
        (parsed("   低保  "), False),
        (parsed("低保标准"), True),
    ],
)
def test_what_is_logged_when_nothing_answers(message: dict[str, Any], demand: bool) -> None:
    assert is_demand(message) is demand
