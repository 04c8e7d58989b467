"""Evidence becomes confidence: what must hold whatever the coefficients are."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.analysis import QueryTerm
from index.backends import Hit
from index.disclosure import Disclosure, Passage
from index.ranking import Asked, asked, by_substance, confidence, features, idf, missing

WORDS = ("公积金", "提取", "租房", "停车", "养犬", "津贴", "补助", "材料")
TERMS = tuple(QueryTerm(w) for w in WORDS)


def hit(body: frozenset[str], score: float, head: frozenset[str] = frozenset()) -> Hit:
    passage = Passage("lz-1", 1, "".join(sorted(body)))
    return Hit(passage, Disclosure("lz-1", "题名", ""), body, head, score)


def sure(question: Asked, found: Hit, runner_up: float) -> float:
    (weighed,) = by_substance("", question, [found])
    return confidence(weighed, runner_up)


def evidence(question: Asked, found: Hit, runner_up: float) -> tuple[float, float]:
    (weighed,) = by_substance("", question, [found])
    return features(weighed, runner_up)


questions = st.dictionaries(st.sampled_from(TERMS), st.floats(0.01, 12), min_size=1).map(
    lambda weights: Asked(tuple(weights.items()))
)
bodies = st.frozensets(st.sampled_from(WORDS))
scores = st.floats(0.01, 200)
runners = st.floats(0, 200)


# --- how much a word tells -----------------------------------------------------------------------


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
    question = asked(terms, frequencies, 500)
    assert [t for t, _ in question.terms] == terms
    assert all(w > 0 for _, w in question.terms)
    weight = {t.text: w for t, w in question.terms}
    for one in weight:
        for other in weight:
            if 0 < frequencies.get(one, 0) <= frequencies.get(other, 0):
                assert weight[one] >= weight[other]


def test_a_long_story_is_judged_by_its_most_telling_words() -> None:
    terms = [QueryTerm(f"词{n}") for n in range(60)]
    frequencies = {t.text: n + 1 for n, t in enumerate(reversed(terms))}
    kept = [t.text for t, _ in asked(terms, frequencies, 1000).terms]
    assert len(kept) == 24
    assert kept == [f"词{n}" for n in range(36, 60)]


def test_an_unknown_word_weighs_no_more_than_a_rare_one() -> None:
    known, unknown = QueryTerm("提取"), QueryTerm("没有的词")
    question = dict(asked([known, unknown], {"提取": 1}, 10_000).terms)
    assert 0 < question[unknown] <= idf(1, 10_000)


def test_an_official_wording_weighs_less_than_the_citizens_own() -> None:
    weights = asked([QueryTerm("养狗", ("养犬",))], {"养犬": 3}, 100).weights
    assert weights["养狗"] > weights["养犬"] > 0


def test_no_words_no_question() -> None:
    assert asked([], {}, 100) == Asked(())
    assert sure(Asked(()), hit(frozenset(), 0.0), 0.0) < 0.5


# --- how likely a passage answers ----------------------------------------------------------------


@given(questions, bodies, scores, runners)
def test_evidence_is_a_share_and_confidence_a_probability(
    question: Asked, body: frozenset[str], score: float, runner_up: float
) -> None:
    found = hit(body, score)
    assert all(0 <= f <= 1 + 1e-9 for f in evidence(question, found, runner_up))
    assert 0 < sure(question, found, runner_up) < 1


@given(questions, bodies, bodies, scores, runners)
def test_more_of_the_question_is_never_less_likely(
    question: Asked, body: frozenset[str], more: frozenset[str], score: float, runner_up: float
) -> None:
    less = sure(question, hit(body, score), runner_up)
    assert sure(question, hit(body | more, score), runner_up) >= less - 1e-12
    assert sure(question, hit(body, score, more), runner_up) >= less - 1e-12


@given(questions, bodies, scores, runners, runners)
def test_a_stronger_rival_is_never_reassuring(
    question: Asked, body: frozenset[str], score: float, one: float, other: float
) -> None:
    weak, strong = sorted((one, other))
    found = hit(body, score)
    assert sure(question, found, weak) >= sure(question, found, strong) - 1e-12


@given(questions, bodies, scores, scores, runners)
def test_a_higher_score_is_never_less_likely(
    question: Asked, body: frozenset[str], one: float, other: float, runner_up: float
) -> None:
    low, high = sorted((one, other))
    before = sure(question, hit(body, low), runner_up)
    assert sure(question, hit(body, high), runner_up) >= before - 1e-12


@given(questions, scores)
def test_everything_asked_beats_nothing_asked(question: Asked, score: float) -> None:
    assume(sum(w for _, w in question.terms) > 0)
    everything = frozenset(t.text for t, _ in question.terms)
    assert sure(question, hit(everything, score), 0.0) > sure(
        question, hit(frozenset(), score), 0.0
    )


# --- what a passage lacks ------------------------------------------------------------------------


@given(questions, bodies, bodies)
def test_missing_are_the_asked_words_it_lacks_rarest_first(
    question: Asked, body: frozenset[str], head: frozenset[str]
) -> None:
    lacking = missing(question, hit(body, 1.0, head))
    weight = {t.text: w for t, w in question.terms}
    assert set(lacking) == set(weight) - body - head
    assert [weight[t] for t in lacking] == sorted((weight[t] for t in lacking), reverse=True)


@pytest.mark.parametrize("word", ["养狗", "养犬", "犬只"])
def test_an_official_wording_is_not_missing(word: str) -> None:
    question = Asked(((QueryTerm("养狗", ("养犬", "犬只")), 3.0),))
    assert missing(question, hit(frozenset([word]), 1.0)) == ()
