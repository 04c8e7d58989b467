"""Whose rule answers, and rules that say different things (立法法 98–103 条)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answering import answer
from bot.levels import from_above, level_of
from bot.question import Answer, Level, Question
from index.analysis import Analysis
from index.disclosure import Citation, Disclosure, Status, Validity
from tests.index.corpus import ALLOWANCE, PARKING, like, opened

IN_FORCE = date(2026, 6, 1)
ASKED = "九十周岁的老年人每月发放高龄津贴多少元"
OTHERS = like(
    ALLOWANCE,
    id="lz-xize-2024",
    title="临澜市老年人高龄津贴实施细则",
    number="临财发〔2024〕9号",
    issuers=("临澜市财政局",),
    level="市",
    published=date(2024, 1, 8),
    text=(
        "第一条　为了发放高龄津贴，制定本细则。\n"
        "第二条　年满九十周岁的老年人，每月发放高龄津贴二百元。\n"
        "第三条　本细则自2024年2月1日起施行。"
    ),
)


def answered(folder: Path, analysis: Analysis, *documents: Disclosure, region: str = "") -> Answer:
    search = opened(folder, documents, analysis)
    found = answer(Question(ASKED, region=region), search, threshold=0.0, today=IN_FORCE)
    assert isinstance(found, Answer)
    return found


def cited(**changes: object) -> Citation:
    fields: dict[str, object] = {
        "disclosure_id": "d",
        "title": "办法",
        "number": "",
        "article": "",
        "issuer": "",
        "published": None,
        "effective": None,
        "validity": Validity(Status.CURRENT),
        "url": "",
    }
    return Citation(**{**fields, **changes})  # type: ignore[arg-type]


def ids(found: Answer) -> list[str]:
    return list(dict.fromkeys(q.citation.disclosure_id for q in found.quotes))


def test_two_offices_of_one_city_that_differ_are_both_shown(
    tmp_path: Path, analysis: Analysis
) -> None:
    found = answered(tmp_path, analysis, ALLOWANCE, OTHERS)
    assert found.conflict
    assert set(ids(found)) == {ALLOWANCE.id, OTHERS.id}


def test_of_one_office_the_newer_rule_holds(tmp_path: Path, analysis: Analysis) -> None:
    newer = like(OTHERS, issuers=ALLOWANCE.issuers)
    found = answered(tmp_path, analysis, ALLOWANCE, newer)
    assert not found.conflict
    assert ids(found) == [newer.id]


def test_the_higher_level_goes_before_the_lower(tmp_path: Path, analysis: Analysis) -> None:
    above = like(OTHERS, region="清江省", level="省", issuers=("清江省财政厅",))
    found = answered(tmp_path, analysis, ALLOWANCE, above)
    assert not found.conflict
    assert ids(found)[0] == above.id


def test_equal_figures_are_no_conflict(tmp_path: Path, analysis: Analysis) -> None:
    same = like(OTHERS, text=OTHERS.text.replace("二百元", "300元"))
    assert not answered(tmp_path, analysis, ALLOWANCE, same).conflict


def test_two_districts_rule_for_themselves(tmp_path: Path, analysis: Analysis) -> None:
    south = like(ALLOWANCE, region="南湖区", level="区县", id="nh")
    east = like(OTHERS, region="东桥区", level="区县")
    assert not answered(tmp_path, analysis, south, east).conflict


def test_the_city_answers_where_the_district_has_nothing(
    tmp_path: Path, analysis: Analysis
) -> None:
    found = answered(tmp_path, analysis, ALLOWANCE, PARKING, region="南湖区")
    assert found.level == Level("南湖区", "市", "临澜市")


@pytest.mark.parametrize(
    ("asked", "places", "level"),
    [
        ("南湖区", ["南湖区"], None),
        ("南湖区", ["临澜市"], Level("南湖区", "市", "临澜市")),
        ("南湖区", ["临澜市", "南湖区"], None),
        ("临澜市", ["临澜市"], None),
        ("南湖区", ["清江省"], Level("南湖区", "省", "清江省")),
        ("", ["临澜市"], None),
        ("南湖区", [], None),
        ("南湖区", [""], None),
    ],
)
def test_the_level_is_told_only_for_a_district(
    asked: str, places: list[str], level: Level | None
) -> None:
    assert from_above(Question("q", region=asked), [cited(region=p) for p in places]) == level


@pytest.mark.parametrize(
    ("citation", "level"),
    [
        (cited(region="临澜市"), "市"),
        (cited(region="南湖区"), "区县"),
        (cited(region="安禾县"), "区县"),
        (cited(region="清江省"), "省"),
        (cited(region="某某自治区"), "省"),
        (cited(region="临澜市", level="省"), "省"),
        (cited(kind="法律"), "国家"),
        (cited(issuer="国务院办公厅"), "国家"),
        (cited(), ""),
    ],
)
def test_the_level_of_a_rule(citation: Citation, level: str) -> None:
    assert level_of(citation) == level
