"""Evidence becomes confidence: what must hold whatever the curves are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analysis, shared_analysis
from index.calibration import FEATURES, VECTOR_FEATURES, Curve, calibration, features
from index.evidence import weigh_evidence
from index.ranking import ranked
from tests.index.evidence import hit, question

RENT = "租房提取公积金的，每人每月可以提取一千五百元。"


def told(analysis: Analysis, text: str, near: float | None = None) -> dict[str, float]:
    found = hit(analysis, RENT, region="临澜市")
    asked_for = question(analysis, text)
    similarities = {} if near is None else {found.digest: near}
    order = ranked(asked_for, weigh_evidence(asked_for, [found], similarities))
    return features(asked_for, order[0], order, order)


@given(st.lists(st.floats(-9, 9), min_size=2, max_size=6, unique=True), st.data())
def test_a_curve_goes_through_its_points_and_stays_level_beyond(
    at: list[float], data: st.DataObject
) -> None:
    at = sorted(at)
    gives = [data.draw(st.floats(-5, 5)) for _ in at]
    curve = Curve(tuple(at), tuple(gives))
    assert [curve(x) for x in at] == pytest.approx(gives)
    assert curve(at[0] - 1) == gives[0]
    assert curve(at[-1] + 1) == gives[-1]
    value = data.draw(st.floats(-20, 20))
    assert min(gives) - 1e-9 <= curve(value) <= max(gives) + 1e-9


def test_the_reviewed_file_uses_known_features_and_carries_its_report() -> None:
    path = Path(calibration.__wrapped__.__code__.co_filename).with_name("calibration.json")
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert set(kept["words"]["curves"]) <= set(FEATURES)
    assert set(kept["vectors"]["curves"]) <= {*FEATURES, *VECTOR_FEATURES}
    for model in (kept["words"], kept["vectors"]):
        for report in model["cross_validated"].values():
            assert 0.5 < report["auroc_right"] <= 1


@pytest.mark.parametrize("missing", ["numbers_missing", "places_missing", "worst_missing"])
def test_what_is_missing_never_adds_confidence(missing: str) -> None:
    for model in (calibration().words, calibration().vectors):
        curve = model.curves.get(missing)
        assert curve is None or max(curve.gives[1:]) <= curve.gives[0]


@pytest.mark.parametrize(
    ("asked_text", "feature"),
    [
        ("上海市租房能提取公积金多少", "places_missing"),
        ("2019年租房提取公积金多少", "numbers_missing"),
    ],
)
def test_a_place_or_year_that_is_not_there_costs(asked_text: str, feature: str) -> None:
    analysis = shared_analysis()
    plain = told(analysis, "租房能提取公积金多少")
    asked_for = told(analysis, asked_text)
    assert (plain[feature], asked_for[feature]) == (0.0, 1.0)
    assert calibration().probability(asked_for) < calibration().probability(plain)


def test_without_a_vector_the_words_model_judges(analysis: Analysis) -> None:
    assert set(told(analysis, "租房提取公积金")) == set(FEATURES)
    assert set(told(analysis, "租房提取公积金", 0.9)) == {*FEATURES, *VECTOR_FEATURES}


@given(st.dictionaries(st.sampled_from([*FEATURES, *VECTOR_FEATURES]), st.floats(-100, 100)))
def test_a_probability_is_one_whatever_comes_in(values: dict[str, float]) -> None:
    full = dict.fromkeys([*FEATURES, *VECTOR_FEATURES], 0.0) | values
    assert 0 <= calibration().probability(full) <= 1


def test_a_broken_file_says_what_to_do(tmp_path: Path) -> None:
    broken = tmp_path / "calibration.json"
    broken.write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match="make calibrate"):
        calibration.__wrapped__(broken)
