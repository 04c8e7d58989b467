"""Which passage comes first, and that one text published twice is shown once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.analysis import Analysis
from index.evidence import weigh_evidence
from index.ranking import missing, ranked, without_places
from tests.index.evidence import hit, question

RENT = "租房提取公积金的，每人每月可以提取一千五百元。"
PARKING = "路边停车半小时以内免费，超过的每小时收费五元。"


def order(analysis: Analysis, asked_text: str, *texts: str) -> list[str]:
    found = [hit(analysis, text, id=f"lz-{n}") for n, text in enumerate(texts)]
    asked_for = question(analysis, asked_text)
    return [r.hit.passage.text for r in ranked(asked_for, weigh_evidence(asked_for, found, {}))]


def test_what_speaks_of_the_question_comes_first(analysis: Analysis) -> None:
    assert order(analysis, "租房怎么提取公积金", PARKING, RENT)[0] == RENT
    assert order(analysis, "路边停车收费吗", RENT, PARKING)[0] == PARKING


def test_no_candidates_no_order(analysis: Analysis) -> None:
    assert order(analysis, "租房怎么提取公积金") == []


def test_the_shape_asked_for_decides_between_equals(analysis: Analysis) -> None:
    plain = "租房提取公积金，向管理中心申请。"
    amount = "租房提取公积金，每月1500元。"
    assert order(analysis, "租房提取公积金多少钱", plain, amount)[0] == amount


def test_nearness_in_meaning_counts(analysis: Analysis) -> None:
    found = [hit(analysis, text, id=f"lz-{n}") for n, text in enumerate((RENT, PARKING))]
    asked_for = question(analysis, "搬家")
    near = {found[1].digest: 0.9, found[0].digest: 0.7}
    assert ranked(asked_for, weigh_evidence(asked_for, found, near))[0].hit is found[1]


def test_a_passage_without_a_vector_counts_as_an_ordinary_one(analysis: Analysis) -> None:
    texts = (RENT, PARKING, "养犬应当登记。")
    found = [hit(analysis, text, id=f"lz-{n}") for n, text in enumerate(texts)]
    asked_for = question(analysis, "搬家")
    near = {found[0].digest: 0.9, found[1].digest: 0.5}
    names = [r.hit.disclosure.id for r in ranked(asked_for, weigh_evidence(asked_for, found, near))]
    assert names == ["lz-0", "lz-2", "lz-1"]


@pytest.mark.parametrize(
    "formal",
    [
        "第一条　为了规范租房提取公积金，制定本办法。",
        "第二十条　租房提取公积金的规定自2024年5月1日起施行。",
    ],
)
def test_formal_clauses_stand_behind(analysis: Analysis, formal: str) -> None:
    rule = "第五条　租房的可以提取公积金。"
    assert order(analysis, "租房提取公积金怎么办", formal, rule)[0] == rule


def test_who_asks_when_it_takes_effect_gets_the_formal_clause(analysis: Analysis) -> None:
    formal = "第二十条　租房提取公积金的规定自2024年5月1日起施行。"
    rule = "第五条　租房的可以提取公积金。"
    assert order(analysis, "租房提取公积金的规定什么时候施行", rule, formal)[0] == formal


def test_a_districts_rule_stands_behind_unless_it_is_named(analysis: Analysis) -> None:
    city = hit(analysis, RENT + "市。", id="city", region="临澜市", level="市")
    own = hit(analysis, RENT + "区。", id="own", region="南湖区", level="区县")
    for text, first in (("租房提取公积金", "city"), ("南湖租房提取公积金", "own")):
        asked_for = question(analysis, text)
        found = ranked(asked_for, weigh_evidence(asked_for, [own, city], {}))
        if text.startswith("南湖"):
            assert {r.hit.disclosure.id for r in found} == {"city", "own"}
        else:
            assert found[0].hit.disclosure.id == first


def test_a_law_stands_above_an_equal_rule(analysis: Analysis) -> None:
    law = hit(analysis, RENT + "甲", id="law", kind="法律")
    rule = hit(analysis, RENT + "乙" * 40, id="rule", kind="办法")
    asked_for = question(analysis, "租房提取公积金")
    assert ranked(asked_for, weigh_evidence(asked_for, [rule, law], {}))[0].hit is law


def test_one_text_published_twice_is_shown_once(analysis: Analysis) -> None:
    one, other = hit(analysis, RENT, id="one"), hit(analysis, RENT, id="other")
    asked_for = question(analysis, "租房提取公积金")
    (first,) = ranked(asked_for, weigh_evidence(asked_for, [one, other], {}))
    assert {first.hit.disclosure.id, *first.mirrors} == {"one", "other"}


def test_two_places_with_the_same_words_are_two_rules(analysis: Analysis) -> None:
    one = hit(analysis, RENT, id="one", region="南湖区")
    other = hit(analysis, RENT, id="other", region="东桥区")
    asked_for = question(analysis, "租房提取公积金")
    assert len(ranked(asked_for, weigh_evidence(asked_for, [one, other], {}))) == 2


def test_missing_terms_rarest_first(analysis: Analysis) -> None:
    asked_for = question(analysis, "租房养犬")
    assert missing(asked_for, hit(analysis, RENT)) == ("养犬",)


def test_places_published_here_count_for_little(analysis: Analysis) -> None:
    asked_for = question(analysis, "临澜市租房")
    there = [hit(analysis, RENT, region="临澜市")]
    before = {t.text: w for t, w in asked_for.terms}
    after = {t.text: w for t, w in without_places(asked_for, there).terms}
    assert after["临澜市"] < before["临澜市"]
    assert after["租房"] == before["租房"]
    elsewhere = [replace(there[0], disclosure=replace(there[0].disclosure, region="别处市"))]
    assert without_places(asked_for, elsewhere).terms == asked_for.terms
