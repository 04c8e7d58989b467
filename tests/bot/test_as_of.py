"""Questions about another day's rules: 2020年怎么规定."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answering import answer
from bot.as_of import day_asked, without_time
from bot.question import Answer, NoAnswer, Question
from index.analysis import Analysis
from index.disclosure import Status
from index.search import Index
from tests.index.corpus import ALL, TODAY, opened

RENT = "租房提取公积金每月多少钱"


@pytest.fixture(scope="module")
def search(analysis: Analysis, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return opened(tmp_path_factory.mktemp("index"), ALL, analysis)


def asked(search: Index, text: str, period: str) -> Answer | NoAnswer:
    return answer(Question(text, period=period), search, threshold=0.0, today=TODAY)


@pytest.mark.parametrize(
    ("text", "period", "day"),
    [
        ("2020年怎么规定的", "2020", date(2020, 12, 31)),
        ("2020年2月份的标准", "2020-02", date(2020, 2, 29)),
        ("去年的标准是多少", "2025", date(2025, 12, 31)),
        ("2026年的标准", "2026", None),
        ("明年的标准", "2027", None),
        ("2000年出生的能领多少", "2000", None),
        ("2024年退休的怎么领", "2024", None),
        ("2024年发布的办法", "2024", None),
        ("2020年以后怎么规定", "2020", None),
        ("怎么规定的", "", None),
    ],
)
def test_the_day_that_is_asked_about(text: str, period: str, day: date | None) -> None:
    assert day_asked(Question(text, period=period), TODAY) == day


def test_a_named_document_is_asked_for_itself() -> None:
    named = Question("《办法》2020年怎么规定", period="2020", title="办法")
    assert day_asked(named, TODAY) is None


@pytest.mark.parametrize("text", ["2020年那时候租房", "去年租房", "2020年底租房", "2020年3月租房"])
def test_the_words_of_the_time_are_not_searched_for(text: str) -> None:
    assert without_time(Question(text)).text == "租房"


def test_the_old_rule_answers_marked_with_what_replaced_it(search: Index) -> None:
    found = asked(search, f"2020年{RENT}", "2020")
    assert isinstance(found, Answer)
    assert found.quotes[0].text == "第二条　租房提取的，每月不超过八百元。"
    assert found.as_of == date(2020, 12, 31)
    assert found.history
    assert found.quotes[0].citation.validity.status is Status.REPEALED
    assert found.replacement is not None
    assert found.replacement.disclosure_id == "lz-tiqu-2024"


def test_a_rule_that_still_holds_is_no_history(search: Index) -> None:
    found = asked(search, f"去年{RENT}", "2025")
    assert isinstance(found, Answer)
    assert found.quotes[0].citation.disclosure_id == "lz-tiqu-2024"
    assert found.as_of == date(2025, 12, 31)
    assert not found.history


def test_nothing_was_published_then_so_todays_rules_answer(search: Index) -> None:
    found = asked(search, f"2010年{RENT}", "2010")
    assert isinstance(found, Answer)
    assert found.as_of is None
    assert found.quotes[0].citation.disclosure_id == "lz-tiqu-2024"


def test_no_time_no_history(search: Index) -> None:
    found = asked(search, RENT, "")
    assert isinstance(found, Answer)
    assert found.as_of is None
    assert {q.citation.disclosure_id for q in found.quotes} == {"lz-tiqu-2024"}
