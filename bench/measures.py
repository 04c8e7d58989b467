"""The figures: ranks, shares, calibration. Plain definitions, each with its source."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SPACE = re.compile(r"\s+")


def bare(text: str) -> str:
    """Without white space: line breaks inside a quoted answer are no difference."""
    return _SPACE.sub("", text)


def ranks(found: Sequence[set[int]], needed: Sequence[int]) -> dict[str, float]:
    """hit@1/3/10, recall@100 and MRR@10 over questions.

    ``found[q]`` holds the ranks (from 1) at which something right stands, ``needed[q]`` how many
    right things there are.
    """
    count = len(found) or 1
    return {
        "hit@1": sum(1 in f for f in found) / count,
        "hit@3": sum(any(r <= 3 for r in f) for f in found) / count,
        "hit@10": sum(any(r <= 10 for r in f) for f in found) / count,
        "recall@100": sum(
            min(1.0, sum(r <= 100 for r in f) / max(1, n))
            for f, n in zip(found, needed, strict=True)
        )
        / count,
        "mrr@10": sum(1 / min(f) for f in found if f and min(f) <= 10) / count,
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` of the values lie (nearest rank); 0 without values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """Probability that a positive's score is above a negative's (ties half): Mann–Whitney U."""
    if not positive or not negative:
        return None
    ordered = sorted([(s, 1) for s in positive] + [(s, 0) for s in negative])
    total, place = 0.0, 0
    while place < len(ordered):
        end = place
        while end < len(ordered) and ordered[end][0] == ordered[place][0]:
            end += 1
        middle = (place + 1 + end) / 2
        total += middle * sum(label for _, label in ordered[place:end])
        place = end
    n = len(positive)
    return (total - n * (n + 1) / 2) / (n * len(negative))


def calibration_error(sure: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error over equal-width bins (Naeini et al., AAAI 2015)."""
    error = 0.0
    for n in range(bins):
        inside = [i for i, s in enumerate(sure) if min(bins - 1, int(s * bins)) == n]
        if inside:
            told = sum(sure[i] for i in inside) / len(inside)
            held = sum(right[i] for i in inside) / len(inside)
            error += len(inside) / len(sure) * abs(told - held)
    return error


def rouge_l(answer: str, quoted: str) -> float:
    """F1 of the longest common subsequence of characters (Lin, 2004), white space apart."""
    a, b = bare(answer)[:2000], bare(quoted)[:2000]
    if not a or not b:
        return 0.0
    row = [0] * (len(b) + 1)
    for letter in a:
        above = row
        row = [0]
        for n, other in enumerate(b):
            row.append(above[n] + 1 if letter == other else max(above[n + 1], row[n]))
    common = row[-1]
    precision, recall = common / len(b), common / len(a)
    return 2 * precision * recall / (precision + recall) if common else 0.0
