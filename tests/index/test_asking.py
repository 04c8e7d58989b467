"""How much each part of a question tells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analysis, QueryTerm
from index.asking import asked, idf, pairs, plain, share, weigh

WORDS = ("公积金", "提取", "租房", "停车", "养犬", "津贴", "补助", "材料")
TERMS = tuple(QueryTerm(w) for w in WORDS)


@given(st.integers(0, 10**6), st.data())
def test_a_rarer_word_tells_more(passages: int, data: st.DataObject) -> None:
    rare = data.draw(st.integers(0, passages))
    common = data.draw(st.integers(rare, passages))
    assert idf(rare, passages) >= idf(common, passages) > 0


@given(
    st.lists(st.sampled_from(TERMS), unique=True),
    st.dictionaries(st.sampled_from(WORDS), st.integers(0, 500)),
)
def test_terms_are_weighed_in_their_order(
    terms: list[QueryTerm], frequencies: dict[str, int]
) -> None:
    told = weigh(terms, frequencies, 500)
    assert [t for t, _ in told] == terms
    weight = {t.text: w for t, w in told}
    assert all(w > 0 for w in weight.values())
    for one in weight:
        for other in weight:
            if 0 < frequencies.get(one, 0) <= frequencies.get(other, 0):
                assert weight[one] >= weight[other]


def test_a_long_story_is_judged_by_its_most_telling_words() -> None:
    terms = [QueryTerm(f"词{n}") for n in range(60)]
    frequencies = {t.text: n + 1 for n, t in enumerate(reversed(terms))}
    kept = [t.text for t, _ in weigh(terms, frequencies, 1000)]
    assert kept == [f"词{n}" for n in range(36, 60)]


def test_an_unknown_word_weighs_no_more_than_a_rare_one() -> None:
    known, unknown = QueryTerm("提取"), QueryTerm("没有的词")
    told = dict(weigh([known, unknown], {"提取": 1}, 10_000))
    assert 0 < told[unknown] <= idf(1, 10_000)


def test_one_character_alone_tells_little() -> None:
    told = dict(weigh([QueryTerm("收"), QueryTerm("收费")], {"收": 3, "收费": 3}, 100))
    assert told[QueryTerm("收")] < told[QueryTerm("收费")] / 2


def test_at_most_500_characters_count(analysis: Analysis) -> None:
    found = asked("停车" * 250 + "养犬", analysis, lambda terms: {}, 10)
    assert len(found.text) == 500
    assert "养犬" not in found.weights


def test_numbers_and_places_of_a_question(analysis: Analysis) -> None:
    found = asked("上海市2021年八十岁老人有补贴吗", analysis, lambda terms: {}, 10)
    assert found.numerals == {"2021", "80"}
    assert found.places == {"上海市"} & analysis.places


def test_pairs_are_neighbours_once_each() -> None:
    assert pairs("停车停车费") == ("停车", "车停", "车费")
    assert pairs("停") == ()


def test_plain_has_no_marks() -> None:
    assert plain("ＡＢ，公积金（租房）_提取？") == "ab公积金租房提取"


def test_a_term_is_had_in_any_form_or_in_part() -> None:
    term = QueryTerm("公积金贷款", alternatives=("住房贷款",), parts=("公积金", "贷款"))
    assert share(term, frozenset(["住房贷款"])) == 1.0
    assert 0 < share(term, frozenset(["贷款"])) < share(term, frozenset(["贷款", "公积金"])) < 1
    assert share(term, frozenset(["停车"])) == 0.0
