"""What speaks for one passage: everything that can be seen of it beside the question."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.asking import Asked, idf, plain, share
from index.backends import Hit
from index.shapes import fits

_K1, _B, _HEAD = 1.2, 0.75, 0.2  # BM25F; a title stands above all its passages, so it tells less
_SENTENCE = re.compile(r"(?<=[。！？；\n])")
_NEIGHBOURS = 1  # an answer often spills into the sentence before or after
_PAIR_TEXTS = 8192


@dataclass(frozen=True)
class Evidence:
    """Signals of one candidate passage, each the higher the better.

    ``words`` BM25F of the question's terms; ``run`` characters of the longest part of the question
    found word for word; ``similarity`` the vectors' cosine (None without vectors); ``shape`` 1 if
    what matches has what is asked for (an amount, a term …), 0 if not or nothing such is asked.
    The rest are shares (0..1) of the question's information: ``covered`` by words and ``paired``
    by character pairs in the passage and what stands above it, ``…_in_document`` in all candidates
    of its document, ``title_paired`` above it alone, ``sentence`` in neighbouring sentences.
    """

    hit: Hit
    words: float
    sentence: float
    run: float
    similarity: float | None
    shape: float
    covered: float
    covered_in_document: float
    paired: float
    paired_in_document: float
    title_paired: float


@dataclass(frozen=True)
class _Letters:
    """A passage's characters: plain text, its sentences (as written and plain), what is above."""

    text: str
    written: tuple[str, ...]
    sentences: tuple[str, ...]
    above: str


def weigh_evidence(
    question: Asked, hits: Sequence[Hit], similarities: Mapping[str, float]
) -> list[Evidence]:
    """Evidence for every candidate, in the same order.

    Rarity of character pairs is counted among the candidates themselves, so no engine has to
    index them (pairs everywhere in the corpus are everywhere among its candidates too).
    """
    if not hits:
        return []
    letters = [_letters(h.passage.text, h.disclosure.title, h.passage.heading) for h in hits]
    weight = _pair_weights(question.pairs, [item.text for item in letters])
    total = sum(weight.values()) or 1.0
    held = [{p for p in weight if p in item.text} for item in letters]
    above = [{p for p in weight if p in item.above} for item in letters]
    terms = [frozenset(h.body_terms + h.head_terms) for h in hits]
    together: dict[str, set[str]] = {}
    said: dict[str, set[str]] = {}
    for hit, own, head, words in zip(hits, held, above, terms, strict=True):
        together.setdefault(hit.disclosure.id, set()).update(own, head)
        said.setdefault(hit.disclosure.id, set()).update(words)
    in_document = {i: _covered(question, frozenset(found)) for i, found in said.items()}
    places = [_best_place(item, weight) for item in letters]
    scores = _engine_scores(hits, _bm25(question, hits))
    return [
        Evidence(
            hit=hit,
            words=score,
            sentence=place[0] / total,
            run=float(_longest_run(question.plain, item.text)),
            similarity=similarities.get(hit.digest),
            shape=_shape(question.text, place[1], hit.passage.text),
            covered=_covered(question, found),
            covered_in_document=in_document[hit.disclosure.id],
            paired=_sum(weight, own | head) / total,
            paired_in_document=_sum(weight, together[hit.disclosure.id]) / total,
            title_paired=_sum(weight, head) / total,
        )
        for hit, place, item, own, head, found, score in zip(
            hits, places, letters, held, above, terms, scores, strict=True
        )
    ]


@lru_cache(maxsize=_PAIR_TEXTS)
def _letters(text: str, title: str, heading: str) -> _Letters:
    written = tuple(s for s in _SENTENCE.split(text) if s.strip())
    sentences = tuple(map(plain, written))
    return _Letters("".join(sentences), written, sentences, plain(title + heading))


def _pair_weights(asked: Sequence[str], texts: Sequence[str]) -> dict[str, float]:
    return {p: idf(sum(p in text for text in texts), len(texts)) for p in asked}


def _sum(weight: Mapping[str, float], found: set[str]) -> float:
    return math.fsum(weight[p] for p in found)


def _best_place(item: _Letters, weight: Mapping[str, float]) -> tuple[float, str]:
    """Information of the pairs in a sentence and its neighbours, at the best place; its words."""
    held = [{p for p in weight if p in sentence} for sentence in item.sentences]
    best, place = 0.0, slice(0, 1)
    for n in range(len(held)):
        around = slice(max(0, n - _NEIGHBOURS), n + 1 + _NEIGHBOURS)
        told = _sum(weight, set().union(*held[around]))
        if told > best:
            best, place = told, around
    return best, "".join(item.written[place])


def _shape(question: str, place: str, passage: str) -> float:
    """1 where what matches also has the asked shape, half that where only the passage has it."""
    if fits(question, place):
        return 1.0
    return 0.5 if fits(question, passage) else 0.0


def _longest_run(question: str, text: str) -> int:
    """Length of the longest part of the question that stands in the text."""
    best = 0
    for start in range(len(question)):
        while start + best < len(question) and question[start : start + best + 1] in text:
            best += 1
    return best


def _engine_scores(hits: Sequence[Hit], own: Sequence[float]) -> list[float]:
    """The engine's score of what it found by words; for the rest ours, on the engine's scale.

    The engine knows the lengths of the whole corpus and puts laws above other rules.
    """
    both = [(h.score, o) for h, o in zip(hits, own, strict=True) if h.by_words and o > 0]
    scale = math.fsum(s for s, _ in both) / math.fsum(o for _, o in both) if both else 1.0
    return [h.score if h.by_words else o * scale for h, o in zip(hits, own, strict=True)]


def _bm25(question: Asked, hits: Sequence[Hit]) -> list[float]:
    """BM25F over body and head with the candidates' lengths, for hits by meaning."""
    weights = question.weights
    mean = max(1.0, sum(len(h.body_terms) for h in hits) / len(hits))
    return [
        sum(
            weights[t]
            * question.idf.get(t, 0.0)
            * (_saturated(count, len(h.body_terms) / mean) + _HEAD * (t in head))
            for t, count in counts.items()
        )
        for h in hits
        for head, counts in [_counts(h, weights)]
    ]


def _counts(hit: Hit, weights: Mapping[str, float]) -> tuple[frozenset[str], dict[str, int]]:
    """The asked wordings above a passage, and how often each stands in it (0 if only above)."""
    head = frozenset(hit.head_terms)
    inside = Counter(t for t in hit.body_terms if t in weights)
    return head, {t: inside[t] for t in weights if inside[t] or t in head}


def _saturated(count: int, length: float) -> float:
    return count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length)) if count else 0.0


def _covered(question: Asked, found: frozenset[str]) -> float:
    total = sum(w for _, w in question.terms) or 1.0
    return sum(w * share(t, found) for t, w in question.terms) / total
