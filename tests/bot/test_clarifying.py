"""Half sure: the asker chooses among the documents that came close, and the choice answers."""

from __future__ import annotations

import pytest

from bot.answering import answer
from bot.clarifying import asked_words
from bot.nlu.extracting import find_entities
from bot.question import Answer, Clarification, NoAnswer, Question
from bot.reply import NONE_OF_THESE, clarify_card
from bot.understanding import question_of
from bot.wording import Wording
from channels.plain import plain
from index.analysis import Analysis
from index.search import Index
from tests.index.corpus import ALL, TODAY, opened

RENT = "租房提取公积金每月多少钱"


@pytest.fixture(scope="module")
def search(analysis: Analysis, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return opened(tmp_path_factory.mktemp("index"), ALL, analysis)


def understood(text: str) -> Question:
    found = [{"entity": f.entity, "value": f.value} for f in find_entities(text, TODAY)]
    return question_of({"text": text, "entities": found, "intent": {"name": "ask_policy"}})


def offered(search: Index, text: str = RENT) -> Clarification:
    found = answer(understood(text), search, threshold=1.1, clarify=0.0, today=TODAY)
    assert isinstance(found, Clarification)
    return found


def test_between_the_thresholds_the_asker_chooses(search: Index) -> None:
    best = offered(search).confidence
    sure = answer(understood(RENT), search, threshold=best, clarify=0.0, today=TODAY)
    below = answer(understood(RENT), search, threshold=1.1, clarify=best + 0.01, today=TODAY)
    assert isinstance(sure, Answer)
    assert isinstance(below, NoAnswer)


def test_only_rules_in_force_are_offered_each_once(search: Index) -> None:
    options = offered(search).options
    ids = [o.near.citation.disclosure_id for o in options]
    assert ids[0] == "lz-tiqu-2024"
    assert len(set(ids)) == len(ids) <= 3
    assert not {"lz-tiqu-2018", "lz-tiqu-2024-jiedu", "lz-yangquan-2026"} & set(ids)


def test_the_choice_is_answered_from_its_document(search: Index) -> None:
    chosen = understood(offered(search).options[0].payload)
    found = answer(chosen, search, threshold=1.1, clarify=0.0, today=TODAY)
    assert isinstance(found, Answer)
    assert found.quotes[0].text.startswith("第二条　租房提取的，每月不超过一千五百元")
    assert asked_words(chosen) == RENT


def test_a_choice_of_a_document_that_is_gone_is_not_offered_again(search: Index) -> None:
    chosen = understood(f"《临澜市已经撤下的办法》：{RENT}")
    found = answer(chosen, search, threshold=1.1, clarify=0.0, today=TODAY)
    assert isinstance(found, NoAnswer)


def test_a_long_question_stays_a_question(search: Index) -> None:
    long = RENT + "。" + "我在这里住了很多年" * 60
    payload = offered(search, long[:500]).options[0].payload
    assert len(payload) <= 500


def test_an_old_rule_alone_is_no_choice(search: Index) -> None:
    found = answer(
        understood("携带犬只外出用多长的犬绳牵引"), search, threshold=0.0, clarify=0.0, today=TODAY
    )
    assert isinstance(found, NoAnswer)
    assert found.reason == "old_only"


def test_the_card_has_a_button_a_document_and_one_for_none(search: Index, say: Wording) -> None:
    card = clarify_card(offered(search), say, "a1b2c3d4")
    assert (card["type"], card["status"], card["receipt"]) == ("notice", "clarify", None)
    assert [b["title"] for b in card["buttons"]][-1] == NONE_OF_THESE
    assert len(card["near"]) == len(card["buttons"]) - 1
    assert all(len(b["title"]) <= 28 for b in card["buttons"])


def test_a_messaging_channel_chooses_by_number(search: Index, say: Wording) -> None:
    card = clarify_card(offered(search), say, "a1b2c3d4")
    told = plain([{"custom": card}])
    assert told.options[0].payload == card["buttons"][0]["payload"]
    assert "【相近文件】" in told.text
