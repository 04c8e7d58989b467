"""Search by words, keys and texts of one commit."""

from __future__ import annotations

import pytest

from index.analysis import Analysis
from index.backends import Only
from tests.index.backends.conftest import Open
from tests.index.corpus import ALL, ALLOWANCE, DOGS, WITHDRAWAL_2018, entries, ignore, like


def test_search_weighs_terms_and_stays_within(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    reading = make().reading()
    hits = reading.search({"租房": 1.0}, 10, only=Only(ids=("lz-tiqu-2018",)))
    assert [h.passage.id for h in hits] == ["lz-tiqu-2018#p2"]
    assert hits[0].disclosure == like(WITHDRAWAL_2018, text="")
    assert "租房" in hits[0].body_terms
    assert "临澜市" in hits[0].head_terms
    assert hits[0].score > 0
    assert reading.search({"租房": 1.0}, 10, only=Only(ids=("unknown",))) == []
    assert len(reading.search({"临澜市": 1.0}, 2)) == 2


def test_scores_fall(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    scores = [h.score for h in make().reading().search({"提取": 1.0, "租房": 1.0}, 10)]
    assert len(scores) > 3
    assert scores == sorted(scores, reverse=True)


def test_keys_give_the_newest_first(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    found = make().reading().by_key("names", "临澜市住房公积金提取管理办法")
    assert [d.id for d in found] == ["lz-tiqu-2024", "lz-tiqu-2018"]
    assert make().reading().by_key("names", "") == []


def test_a_reading_stays_as_it_was(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    before = make().reading()
    make().create(entries([DOGS], analysis), ignore)
    assert before.text("lz-gaoling-2023") == ALLOWANCE.text
    assert len(list(before.disclosures())) == 6


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("id", "lz-tiqu-2024", ["lz-tiqu-2024"]),
        ("id", "lz-tiqu", []),
        ("numbers", "临公积金〔2024〕3号", ["lz-tiqu-2024"]),
        ("numbers", "11330900MB1F2345XK/2024-00012", ["lz-tiqu-2024"]),
        ("numbers", "临公积金〔2024〕", []),
        ("names", "临澜市高龄津贴发放办法", ["lz-gaoling-2023"]),
        ("ends", "临公积金〔2018〕7号", ["lz-tiqu-2024"]),
        ("explains", "lz-tiqu-2024", ["lz-tiqu-2024-jiedu"]),
        ("numbers", "lz-tiqu-2024", []),
        ("numbers", '"] or 1 == 1 or key in ["', []),
    ],
)
def test_keys_match_exactly(
    make: Open, analysis: Analysis, field: str, value: str, expected: list[str]
) -> None:
    make().create(entries(ALL, analysis), ignore)
    assert [d.id for d in make().reading().by_key(field, value)] == expected


def test_frequencies_count_passages(make: Open, analysis: Analysis) -> None:
    made = entries(ALL, analysis)
    make().create(made, ignore)
    rows = [row for entry in made for row in entry.rows]
    terms = {t for row in rows for t in row.body_terms} | {"没有的词"}
    expected = {t: sum(t in row.body_terms for row in rows) for t in terms}
    assert make().reading().frequencies(terms) == expected


def test_asking_for_nothing_finds_nothing(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    reading = make().reading()
    assert reading.search({}, 10) == []
    assert reading.search({"没有的词": 1.0}, 10) == []
    assert reading.text("unknown") == ""
    assert reading.passages("unknown") == ()
