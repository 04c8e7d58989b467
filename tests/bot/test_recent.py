"""What a conversation remembers of its last replies."""

from __future__ import annotations

from typing import Any

import pytest

from actions.recent import remember, spoken_of


def reply(card: str, **more: Any) -> dict[str, Any]:
    return {"id": card, "question": f"问{card}", "receipt": None, **more}


def test_the_newest_comes_last_and_eight_are_kept() -> None:
    kept: list[Any] = []
    for n in range(10):
        kept = remember(kept, reply(str(n)))
    assert [r["id"] for r in kept] == list("23456789")


def test_a_card_is_remembered_once_in_its_latest_state() -> None:
    kept = remember([reply("a"), reply("b")], reply("a", receipt="7KQ2-M4XD"))
    assert kept == [reply("b"), reply("a", receipt="7KQ2-M4XD")]


def test_what_was_kept_is_not_changed() -> None:
    before = [reply("a")]
    remember(before, reply("b"))
    assert before == [reply("a")]


KEPT = [reply("a"), reply("b")]


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ({"metadata": {"about": "a"}}, "a"),
        ({"metadata": {"about": ""}}, "b"),
        ({"metadata": {}}, "b"),
        ({"metadata": None}, "b"),
        ({}, "b"),
    ],
)
def test_feedback_is_about_the_named_card_or_else_the_newest(
    message: dict[str, Any], card: str
) -> None:
    assert spoken_of(KEPT, message) == reply(card)


def test_feedback_about_a_forgotten_card_is_about_nothing() -> None:
    assert spoken_of(KEPT, {"metadata": {"about": "z"}}) is None
    assert spoken_of(None, {}) is None
    assert remember(None, reply("a")) == [reply("a")]
