"""What is stored of a disclosure, and the keys it is found by."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analysis
from index.disclosure import Disclosure
from index.keys import bare_title, key
from index.schema import entry, from_json, to_json
from tests.index.corpus import (
    ALLOWANCE,
    PARKING,
    WITHDRAWAL_2018,
    WITHDRAWAL_2024,
    WITHDRAWAL_TOLD,
    like,
)


def test_a_policys_keys(analysis: Analysis) -> None:
    found = entry(WITHDRAWAL_2024, analysis)
    assert found.numbers == ("临公积金〔2024〕3号", "11330900MB1F2345XK/2024-00012")
    assert set(found.names) == {"临澜市住房公积金提取管理办法"}
    assert found.ends == ("临公积金〔2018〕7号",)
    assert found.explains == ()


def test_an_interpretations_keys(analysis: Analysis) -> None:
    told = entry(WITHDRAWAL_TOLD, analysis)
    assert (told.numbers, told.ends, told.explains) == ((), (), ("lz-tiqu-2024", "lztiqu2024"))
    unlinked = entry(like(WITHDRAWAL_TOLD, interprets=""), analysis)
    assert unlinked.explains == ("临澜市住房公积金提取管理办法",)


def test_a_documents_number_is_kept_in_canonical_form(analysis: Analysis) -> None:
    written = entry(like(WITHDRAWAL_2018, number="临公积金[2018]第07号"), analysis)
    assert written.numbers == ("临公积金〔2018〕7号",)
    assert written.disclosure.number == "临公积金[2018]第07号"


def test_no_number_is_no_key(analysis: Analysis) -> None:
    assert entry(PARKING, analysis).numbers == ("11330902002560001A/2025-00077",)


def test_days_of_the_text_are_stored(analysis: Analysis) -> None:
    stored = entry(ALLOWANCE, analysis).disclosure
    assert (stored.effective, stored.expires) == (date(2023, 7, 1), date(2026, 6, 30))


def test_terms_stand_with_the_passage_and_above_it(analysis: Analysis) -> None:
    row = entry(WITHDRAWAL_2024, analysis).rows[1]
    assert row.passage.article == "第二条"
    assert "租房" in row.body_terms
    assert "租房" not in row.head_terms
    assert {"住房公积金", "临澜市"} <= set(row.head_terms)


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("关于印发《临澜市绿地办法》的通知", "临澜市绿地办法"),
        ("临澜市人民政府关于印发临澜市绿地办法的通知", "临澜市绿地办法"),
        ("关于公布《临澜市绿地办法》的通知", "临澜市绿地办法"),
        ("《临澜市绿地办法》", "临澜市绿地办法"),
        ("临澜市绿地办法", "临澜市绿地办法"),
        ("《临澜市绿地办法》政策解读", "《临澜市绿地办法》政策解读"),
        ("关于废止《临澜市绿地办法》的通知", "关于废止《临澜市绿地办法》的通知"),
        ("关于修改《临澜市绿地办法》的决定", "关于修改《临澜市绿地办法》的决定"),
        ("关于做好停水工作的通知", "关于做好停水工作的通知"),
    ],
)
def test_bare_title(title: str, bare: str) -> None:
    assert bare_title(title) == bare


def test_keys_ignore_blanks_commas_and_kinds_of_brackets() -> None:
    assert key(" 甲 办法,\n(2024〈修订〉) ") == "甲办法（2024《修订》）"
    assert len(key("长" * 500)) == 200


DAYS = st.none() | st.dates()
WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
DISCLOSURES = st.builds(
    Disclosure,
    id=WORDS,
    title=WORDS,
    text=WORDS,
    kind=WORDS,
    number=WORDS,
    issuers=st.lists(WORDS, max_size=3).map(tuple),
    written=DAYS,
    published=DAYS,
    effective=DAYS,
    expires=DAYS,
    closes=DAYS,
    declared_status=WORDS,
    repeals=st.lists(WORDS, max_size=3).map(tuple),
    interprets=WORDS,
    fictional=st.booleans(),
)


@given(DISCLOSURES)
def test_what_is_stored_comes_back(disclosure: Disclosure) -> None:
    assert from_json(to_json(disclosure), disclosure.text) == disclosure


def test_a_field_of_another_version_is_passed_over() -> None:
    assert from_json('{"id": "a", "title": "b", "colour": "red"}') == Disclosure("a", "b", "")
