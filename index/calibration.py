"""How likely the first passage answers: an additive model over the evidence, kept as JSON.

Two models: with sentence vectors and with words alone (vectors off, or not filled in yet). The
file is written by ``make calibrate`` from questions whose answer is known, and reviewed like code.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from index.asking import Asked, plain, share
from index.ranking import Ranked

CALIBRATION_FILE = Path(__file__).with_name("calibration.json")
_LONGEST_RUN = 15.0  # characters; a longer quotation proves no more
_BACKGROUND = 20  # candidates by similarity that show how near anything at all is
FEATURES = (
    "covered",
    "covered_in_document",
    "paired",
    "paired_in_document",
    "title_paired",
    "sentence",
    "ideal",
    "lead",
    "fused_lead",
    "run_share",
    "run",
    "worst_missing",
    "numbers_missing",
    "places_missing",
    "length",
)
VECTOR_FEATURES = ("similarity", "similarity_lead", "background")


@dataclass(frozen=True)
class Curve:
    """What one feature adds (log-odds): straight lines between points, level beyond the ends."""

    at: tuple[float, ...]
    gives: tuple[float, ...]

    def __call__(self, value: float) -> float:
        """The curve's height at ``value``."""
        right = bisect_right(self.at, value)
        if right == 0 or right == len(self.at):
            return self.gives[0 if right == 0 else -1]
        left = right - 1
        share = (value - self.at[left]) / (self.at[right] - self.at[left])
        return self.gives[left] + share * (self.gives[right] - self.gives[left])


@dataclass(frozen=True)
class Model:
    """A generalised additive model: p = 1/(1+exp(-(bias + Σ curve(feature)))).

    Hastie and Tibshirani, 1986: as easy to review as a linear model, since every feature's part
    is one curve, and a question in everyday words is no longer held to the measure of formal ones.
    """

    bias: float
    curves: Mapping[str, Curve]

    def probability(self, features: Mapping[str, float]) -> float:
        """Probability (0..1) for one question's features."""
        total = self.bias + math.fsum(curve(features[n]) for n, curve in self.curves.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True)
class Calibration:
    """The two models of one file."""

    words: Model
    vectors: Model

    def probability(self, features: Mapping[str, float]) -> float:
        """By the model that the features allow."""
        model = self.vectors if "similarity" in features else self.words
        return model.probability(features)


UNKNOWING = Calibration(Model(0.0, {}), Model(0.0, {}))  # before anything was fitted


@lru_cache(maxsize=1)
def calibration(path: Path = CALIBRATION_FILE) -> Calibration:
    """The models in ``path``. Raises ValueError where the file is not what ``calibrate`` writes."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        models = {n: model_of(kept[n]) for n in ("words", "vectors")}
    except (OSError, KeyError, TypeError, ValueError) as broken:
        raise ValueError(f"{path.name} 读不出来，请恢复文件或运行 make calibrate") from broken
    return Calibration(**models)


def model_of(kept: Mapping[str, Any]) -> Model:
    """One model from its part of the file. Raises KeyError, TypeError, ValueError."""
    curves = {n: Curve(tuple(c["at"]), tuple(c["gives"])) for n, c in kept["curves"].items()}
    return Model(float(kept["bias"]), curves)


def features(
    question: Asked, found: Ranked, rivals: Sequence[Ranked], all_found: Sequence[Ranked]
) -> dict[str, float]:
    """What the model sees of ``found``; ``rivals`` are documents that could answer instead.

    The vectors' features are there only if the passage has a vector.
    """
    own, evidence = found.hit.disclosure.id, found.evidence
    others = [r for r in rivals if r.hit.disclosure.id != own and own not in r.mirrors]
    ideal = math.fsum(w * question.idf.get(t, 0.0) * 2.2 for t, w in question.weights.items())
    length = max(1, len(question.plain))
    told = {
        "covered": evidence.covered,
        "covered_in_document": evidence.covered_in_document,
        "paired": evidence.paired,
        "paired_in_document": evidence.paired_in_document,
        "title_paired": evidence.title_paired,
        "sentence": evidence.sentence,
        "ideal": evidence.words / ideal if ideal else 0.0,
        "lead": _lead(evidence.words, [r.evidence.words for r in others]),
        "fused_lead": min(12.0, found.score - max((r.score for r in others), default=found.score)),
        "run_share": evidence.run / length,
        "run": min(evidence.run, _LONGEST_RUN) / _LONGEST_RUN,
        "worst_missing": _worst_missing(question, found),
        "numbers_missing": min(2.0, len(_numbers_missing(question, found))),
        "places_missing": float(_places_missing(question, found)),
        "length": len(question.terms) / 10,
    }
    if evidence.similarity is None:
        return told
    near = sorted(
        (r.evidence.similarity for r in all_found if r.evidence.similarity is not None),
        reverse=True,
    )[:_BACKGROUND]
    background = math.fsum(near) / len(near)
    lead = evidence.similarity - background
    return told | {
        "similarity": evidence.similarity,
        "similarity_lead": lead,
        "background": background,
    }


def _lead(score: float, others: Sequence[float]) -> float:
    """By how large a share a score is ahead of the best other one (0..1)."""
    return max(0.0, score - max(others, default=0.0)) / score if score > 0 else 0.0


def _worst_missing(question: Asked, found: Ranked) -> float:
    """Information of the most telling term that the passage lacks, as a share of all."""
    total = math.fsum(w for _, w in question.terms) or 1.0
    words = frozenset(found.hit.body_terms + found.hit.head_terms)
    return max((w * (1 - share(t, words)) for t, w in question.terms), default=0.0) / total


def _numbers_missing(question: Asked, found: Ranked) -> frozenset[str]:
    """Numbers of the question (years, amounts, ages) that neither passage nor title has."""
    return frozenset(n for n in question.numerals if n not in _shown(found))


def _places_missing(question: Asked, found: Ranked) -> bool:
    """Whether a place is asked for that neither the passage nor its document names.

    A district is inside the city whose rule it is: that rule need not name it.
    """
    shown = _shown(found) + plain(found.hit.disclosure.region + found.hit.disclosure.issuer)
    roots = {place.rstrip("省市区县") for place in question.places}
    return bool(roots) and not any(root in shown for root in roots)


def _shown(found: Ranked) -> str:
    hit = found.hit
    return plain(f"{hit.disclosure.title}{hit.disclosure.number}{hit.passage.heading}") + plain(
        hit.passage.text
    )
