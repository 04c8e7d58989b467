"""How fast: building, publishing and searching by size, beside other engines on the same terms."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from bench.measures import percentile
from bench.peers import DEEP, PEERS, Peer
from bench.questions import read_questions
from bench.slicing import first_documents
from index import writing
from index.analysis import LEXICON_DIR, shared_analysis
from index.asking import asked
from index.backends.opening import open_backend
from index.cutting import cut
from index.schema import Entry
from index.search import Index, open_index
from index.sources import Refused

T = TypeVar("T")
SIZES = (1_000, 10_000, 58_000)
_PUBLISHED = 5  # times one more document is published
_GIVE_UP_S = 60.0
_QUESTIONS, _LENGTH = 300, 30


def measure(
    corpus: Sequence[Path], questions: Path | None, *, sizes: Sequence[int], limit: int | None
) -> dict[str, Any]:
    """Figures of the largest size, and of every size under ``by_size`` (in documents).

    ``build_per_s`` reads, cuts and writes; ``write_per_s`` writes what is cut already, which is
    what the other engines are given. ``p50_ms`` and ``p95_ms`` time whole searches by words,
    ``engine_…`` the engine alone with the hundred best, as is asked of the others. ``ratio_to``
    is ours divided by theirs: for ``write`` more is better, for times less.
    """
    by_size: dict[str, Any] = {}
    for size in sorted(set(sizes)):
        with tempfile.TemporaryDirectory() as aside:
            held = first_documents(corpus, size, Path(aside) / "documents")
            if str(held) not in by_size:  # a corpus may end before the size is reached
                by_size[str(held)] = _at(Path(aside), held, questions, limit)
    largest = by_size[max(by_size, key=int)]
    return {**largest, "by_size": by_size}


def _at(room: Path, size: int, questions: Path | None, limit: int | None) -> dict[str, Any]:
    source = room / "documents"
    started = time.perf_counter()
    writing.build([source], room / "index")
    build = size / (time.perf_counter() - started)
    entries = [e for e in cut([source]) if not isinstance(e, Refused)]
    texts = [k.text for k in read_questions(questions, limit)] if questions else _drawn(entries)
    index = open_index(room / "index")
    whole = _times(lambda text: index.find(text), texts)
    analysis = shared_analysis(LEXICON_DIR)
    reading = open_backend(room / "index", analysis.version).reading()
    weights = [
        asked(text, analysis, reading.frequencies, reading.passage_count).weights for text in texts
    ]
    engine = _times(lambda w: reading.search(w, DEEP), weights)
    write = _write_rate(entries, room)
    published = [_seconds_to_publish(index, room, n) for n in range(_PUBLISHED)]
    passages = [(*r.body_terms, *r.head_terms) for e in entries for r in e.rows]
    beside = {n: _of_peer(p, passages, weights, room / n, len(entries)) for n, p in PEERS.items()}
    ours = {"write": write, **_spread(engine)}
    return {
        "n": len(texts),
        "build_per_s": round(build),
        "publish_to_findable_s": round(statistics.median(published), 3),
        "publish_to_findable_most_s": round(max(published), 3),
        **{f"{name}_ms": value for name, value in _spread(whole).items()},
        "write_per_s": round(write),
        **{f"engine_{name}_ms": value for name, value in _spread(engine).items()},
        "peers": beside,
        "ratio_to": {n: {k: round(ours[k] / of[k], 2) for k in ours} for n, of in beside.items()},
    }


def _drawn(entries: Sequence[Entry]) -> list[str]:
    """Beginnings of passages, evenly drawn: questions for a corpus that none are known for."""
    texts = [row.passage.text[:_LENGTH] for entry in entries for row in entry.rows[-1:]]
    return texts[:: max(1, len(texts) // _QUESTIONS)][:_QUESTIONS]


def _times(ask: Callable[[T], object], questions: Sequence[T]) -> list[float]:
    """Milliseconds of every question, after a first round that warms what is read lazily."""
    for question in questions[:3]:
        ask(question)
    times = []
    for question in questions:
        started = time.perf_counter()
        ask(question)
        times.append((time.perf_counter() - started) * 1000)
    return times


def _spread(times: Sequence[float]) -> dict[str, float]:
    return {f"p{share:.0f}": round(percentile(times, share / 100), 2) for share in (50.0, 95.0)}


def _write_rate(entries: Sequence[Entry], room: Path) -> float:
    """Documents a second of writing alone."""
    backend = open_backend(room / "written", shared_analysis(LEXICON_DIR).version)
    started = time.perf_counter()
    backend.create(iter(entries), lambda entry: None)
    return len(entries) / (time.perf_counter() - started)


def _seconds_to_publish(index: Index, room: Path, n: int) -> float:
    """From the order to publish one more document until a reader opened long before finds it."""
    title, word = f"关于测速样本第{n}次公布的通知", f"测速{n}qxz{n}"
    file = room / f"published-{n}.jsonl"
    record = {"id": f"speed-{n}", "title": title, "text": f"第一条　{word}按月发放。"}
    file.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    started = time.perf_counter()
    writing.add([file], room / "index")
    while not any(m.citation.disclosure_id == record["id"] for m in index.find(word)):
        if time.perf_counter() - started > _GIVE_UP_S:
            raise SystemExit(f"公布的文件过了 {_GIVE_UP_S:.0f} 秒还查不到。")
        time.sleep(0.01)
    return time.perf_counter() - started


def _of_peer(
    peer: Peer,
    passages: Sequence[Sequence[str]],
    weights: Sequence[dict[str, float]],
    folder: Path,
    documents: int,
) -> dict[str, float]:
    started = time.perf_counter()
    find = peer(passages, folder)
    write = documents / (time.perf_counter() - started)
    return {"write": round(write), **_spread(_times(find, [list(w) for w in weights]))}
