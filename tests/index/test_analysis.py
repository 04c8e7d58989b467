"""Chinese text as search terms, the same for documents and questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import (
    Analysis,
    QueryTerm,
    normalise,
    read_plain_words,
    read_words,
    shared_analysis,
)


def test_one_written_form() -> None:
    assert normalise("ＧＤＰ　２０２４\u200b\ufeff年") == "gdp 2024年"


def test_the_lexicon_keeps_a_compound_and_the_words_inside_it(analysis: Analysis) -> None:
    assert analysis.terms("住房公积金的提取") == [
        "住房",
        "公积",
        "积金",
        "公积金",
        "住房公积金",
        "提取",
    ]


def test_words_that_only_ask_are_left_out(analysis: Analysis) -> None:
    asked = analysis.query_terms("请问公积金怎么提取？")
    assert [t.text for t in asked] == ["公积金", "提取"]


def test_a_term_counts_once(analysis: Analysis) -> None:
    assert [t.text for t in analysis.query_terms("提取，提取，再提取")] == ["提取"]


def test_official_wordings_come_with_the_citizens_own(analysis: Analysis) -> None:
    (term,) = analysis.query_terms("养狗")
    assert term == QueryTerm("养狗", ("养犬", "犬只"), term.parts)
    assert term.forms == ("养狗", "养犬", "犬只")


def test_nothing_comes_of_nothing(analysis: Analysis) -> None:
    assert analysis.query_terms("　？！") == ()
    assert analysis.terms("") == []


def test_words_have_their_places(analysis: Analysis) -> None:
    assert analysis.words("南湖区 公积金") == ["南湖区", "公积金"]


def test_no_lexicon_is_no_error(tmp_path: Path) -> None:
    assert Analysis(tmp_path / "nothing").terms("公积金") != []


def test_the_version_is_the_lexicons_content(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("公积金\n", encoding="utf-8")
    first, again = Analysis(tmp_path).version, Analysis(tmp_path).version
    words.write_text("公积金\n提取\n", encoding="utf-8")
    assert first == again != Analysis(tmp_path).version
    assert len(first) == 16


def test_two_lexicons_do_not_mix(analysis: Analysis, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("公积金怎么 99999\n", encoding="utf-8")
    other = Analysis(tmp_path)
    assert "公积金怎么" in other.words("公积金怎么提取")
    assert "公积金怎么" not in analysis.words("公积金怎么提取")


def test_one_analysis_for_a_folder(tmp_path: Path) -> None:
    assert shared_analysis(tmp_path) is shared_analysis(tmp_path)


def test_word_files_hold_words_weights_and_remarks(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("# 备注\n公积金 900 n\n\n提取\nＧＤＰ 核算\n", encoding="utf-8")
    assert read_words(path) == [("公积金", 900), ("提取", None), ("gdp", None)]


def test_plain_words_hold_one_or_more_official_wordings(tmp_path: Path) -> None:
    path = tmp_path / "plain_words.tsv"
    path.write_text(
        "# 备注\t无\n养狗\t养犬、犬只\n上户口\t出生登记\n没有制表符\n", encoding="utf-8"
    )
    assert read_plain_words(path) == {"养狗": ("养犬", "犬只"), "上户口": ("出生登记",)}
    assert read_plain_words(tmp_path / "nothing.tsv") == {}


WORDS = [
    *("住房公积金", "提取", "高龄津贴", "南湖区", "每月", "一百元", "2024", "年", "GDP", "犬只"),
    *("停车费", "的", "怎么"),
    *"。，１２\u3000",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_a_text_has_every_term_of_a_question_in_its_words(analysis: Analysis, text: str) -> None:
    terms = set(analysis.terms(text))
    assert {t.text for t in analysis.query_terms(text)} <= terms


@given(st.text(max_size=80))
def test_any_text_can_be_cut(analysis: Analysis, text: str) -> None:
    terms = analysis.terms(text)
    assert all(term and term == term.strip() and " " not in term for term in terms)
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize("text", ["\x00", "\u2028", "🐶🐶", "\ud83d\udc36", "a" * 500])
def test_odd_characters_do_no_harm(analysis: Analysis, text: str) -> None:
    assert isinstance(analysis.terms(text), list)
