"""Fit the confidence model to questions with known answers, and report how well it holds.

Additive logistic regression (L2, straight lines between five points a feature) on the evidence of
the first rule in force; the label is whether the reply that the bot would give from there is right
(its document, and the answer's words in its quotes). The report is cross-validated: no question is
judged by a model that has seen it or another question on the same document.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.answer import judge
from bench.corpus import opened
from bench.measures import auroc, calibration_error
from bench.questions import Known, read_questions
from bot.settings import load
from index.calibration import CALIBRATION_FILE, FEATURES, UNKNOWING, VECTOR_FEATURES, model_of
from index.disclosure import Match, Nature
from index.search import Index

_FOLDS, _KNOTS, _STRENGTH, _SEED = 10, 5, 0.01, 7
_NEVER_ABOVE = ("numbers_missing", "places_missing", "worst_missing")  # absence never adds
_DEEP = 20  # matches among which the bot looks for a rule in force
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """The evidence of one question's first passage, whether it answers, and whether any could."""

    features: Mapping[str, float]
    right: bool
    answerable: bool
    group: str
    of: str
    weight: float


def measure(
    sets: Sequence[tuple[Path, Path, float]], *, cache: Path | None, out: Path = CALIBRATION_FILE
) -> dict[str, Any]:
    """Fit both models to (corpus, questions, weight of each), write ``out``, return the report."""
    kept: dict[str, Any] = {"note": "由 make calibrate 写成；改动要连同报告一起审阅。"}
    for name, dense in (("words", False), ("vectors", True)):
        examples = [e for c, q, weight in sets for e in _examples(c, q, weight, cache, dense)]
        names = FEATURES + (VECTOR_FEATURES if dense else ())
        kept[name] = _fitted(examples, names)
    out.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return kept


def _examples(
    corpus: Path, asked: Path, weight: float, cache: Path | None, dense: bool
) -> list[Example]:
    with opened([corpus], cache, dense=dense, sureness=UNKNOWING) as index:
        known = [k for k in read_questions(asked) if k.expected in ("answerable", "unanswerable")]
        return [e for k in known for e in _example(index, k, asked.parent.name, weight)]


def _example(index: Index, known: Known, of: str, weight: float) -> list[Example]:
    found = [pair for pair in index.explain(known.text, limit=_DEEP) if pair[1]]
    ruling = [pair for pair in found if _may_answer(pair[0])]
    for _, told in (ruling or found)[:1]:
        reply = judge(index, known, 0.0)
        group = min(known.gold, default=known.text)
        return [Example(told, reply.right, known.expected == "answerable", group, of, weight)]
    return []


def _may_answer(match: Match) -> bool:
    """Whether the bot would quote it as a rule of today."""
    cited = match.citation
    return cited.nature is Nature.RULE and cited.validity.status.may_be_cited_as_current


def _fitted(examples: Sequence[Example], names: Sequence[str]) -> dict[str, Any]:
    from sklearn.model_selection import GroupKFold

    table = np.array([[e.features[n] for n in names] for e in examples])
    right = np.array([e.right for e in examples])
    weight = np.array([e.weight for e in examples])
    sure = np.zeros(len(examples))
    folds = GroupKFold(_FOLDS).split(table, right, [e.group for e in examples])
    for learnt, held in folds:
        model = _additive(table[learnt], right[learnt], weight[learnt], names)
        sure[held] = [
            _probability(model, dict(zip(names, row, strict=True))) for row in table[held]
        ]
    kept = _additive(table, right, weight, names)
    sets = sorted({e.of for e in examples})
    told = {
        name: _report([(e, s) for e, s in zip(examples, sure, strict=True) if e.of == name])
        for name in sets
    }
    return {**kept, "cross_validated": told}


def _probability(kept: Mapping[str, Any], features: Mapping[str, float]) -> float:
    return model_of(kept).probability(features)


def _additive(table: Numbers, right: Any, weight: Numbers, names: Sequence[str]) -> dict[str, Any]:
    """Bias and curves; a feature of what is missing is left out if it would raise confidence."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import SplineTransformer, StandardScaler

    used = list(range(len(names)))
    while True:
        bends = SplineTransformer(n_knots=_KNOTS, degree=1, extrapolation="constant")
        scale = StandardScaler()
        wide = scale.fit_transform(bends.fit_transform(table[:, used]))
        fitted = LogisticRegression(C=_STRENGTH, max_iter=4000, random_state=_SEED)
        fitted.fit(wide, right, sample_weight=weight)
        height = (fitted.coef_[0] / scale.scale_).reshape(len(used), -1)
        offset = float(fitted.intercept_[0] - fitted.coef_[0] @ (scale.mean_ / scale.scale_))
        curves = {}
        for row, column in zip(height, used, strict=True):
            at = np.linspace(table[:, column].min(), table[:, column].max(), _KNOTS)
            curves[names[column]] = {
                "at": [round(float(x), 4) for x in at],
                "gives": [round(float(y), 4) for y in row],
            }
        rising = [i for i in used if names[i] in _NEVER_ABOVE and _rises(curves[names[i]])]
        if not rising:
            return {"bias": round(offset, 4), "curves": curves}
        used = [i for i in used if i not in rising]


def _rises(curve: Mapping[str, Sequence[float]]) -> bool:
    return max(curve["gives"][1:]) > curve["gives"][0]


def _report(judged: Sequence[tuple[Example, float]]) -> dict[str, float | int | None]:
    yes = [s for e, s in judged if e.answerable]
    no = [s for e, s in judged if not e.answerable]
    bar = load().answer_threshold
    told = [e for e, s in judged if s >= bar]
    report = {
        "auroc_answerable": auroc(yes, no),
        "auroc_right": auroc(
            [s for e, s in judged if e.right], [s for e, s in judged if not e.right]
        ),
        "ece": calibration_error([s for _, s in judged], [e.right for e, _ in judged]),
        "threshold": bar,
        "precision": sum(e.right for e in told) / max(1, len(told)),
        "refused": sum(s < bar for s in no) / max(1, len(no)),
        "coverage": sum(s >= bar for s in yes) / max(1, len(yes)),
    }
    rounded = {n: None if v is None else round(float(v), 3) for n, v in report.items()}
    return {"questions": len(judged), "answerable": len(yes), **rounded}
