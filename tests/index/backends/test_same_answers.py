"""The two engines agree: on everything that is exact always, on the order of words nearly so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.analysis import LEXICON_DIR, shared_analysis
from index.backends import Backend, Only
from index.backends.milvus import MilvusBackend
from index.backends.whoosh import WhooshBackend
from index.cutting import cut
from index.schema import Entry
from index.search import Index
from index.sources import Refused
from tests.index.backends.conftest import drop
from tests.index.backends.milvus_process import MilvusProcess
from tests.index.corpus import ignore

ROOT = Path(__file__).resolve().parents[3]
Engines = tuple[Backend, Backend]


@pytest.fixture(scope="module")
def samples() -> list[Entry]:
    found = [e for e in cut([ROOT / "samples" / "disclosures"]) if not isinstance(e, Refused)]
    assert len(found) > 50
    return found


@pytest.fixture(scope="module")
def engines(
    samples: list[Entry], milvus: MilvusProcess, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engines]:
    """The samples in both, a third of them replaced once and some withdrawn."""
    version = shared_analysis(LEXICON_DIR).version
    address = f"{milvus.url}/samples"
    both = (
        WhooshBackend(tmp_path_factory.mktemp("samples") / "index", version),
        MilvusBackend(address, version),
    )
    for engine in both:
        engine.create(samples, ignore)
        engine.change(samples[::3], [e.disclosure.id for e in samples[1::7]], ignore)
    yield both
    drop(address)


def test_every_key_finds_the_same(samples: list[Entry], engines: Engines) -> None:
    one, other = (engine.reading() for engine in engines)
    keys = {("id", e.disclosure.id) for e in samples}
    for field in ("numbers", "names", "ends", "explains", "touches"):
        keys |= {(field, key) for e in samples for key in getattr(e, field)}
    found = 0
    for field, key in sorted(keys):
        assert one.by_key(field, key) == other.by_key(field, key), (field, key)
        found += bool(one.by_key(field, key))
    assert found > 100


def test_the_same_is_held(samples: list[Entry], engines: Engines) -> None:
    one, other = (engine.reading() for engine in engines)
    assert list(one.disclosures()) == list(other.disclosures())
    assert one.passage_count == other.passage_count
    assert one.disclosure_count == other.disclosure_count
    for entry in samples:
        assert one.text(entry.disclosure.id) == other.text(entry.disclosure.id)
        assert one.passages(entry.disclosure.id) == other.passages(entry.disclosure.id)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_every_filter_lets_the_same_through(
    data: st.DataObject, samples: list[Entry], engines: Engines
) -> None:
    documents = [e.disclosure for e in samples]
    days = sorted({d for x in documents for d in (x.published, x.effective, x.expires) if d})
    day = st.none() | st.sampled_from(days) | st.dates(days[0], days[-1])

    def some(values: set[str]) -> st.SearchStrategy[tuple[str, ...]]:
        return st.lists(st.sampled_from(sorted(values)), max_size=3).map(tuple)

    only = Only(
        ids=data.draw(some({d.id for d in documents}) | st.just(())),
        regions=data.draw(some({d.region for d in documents})),
        issuers=data.draw(some({i for d in documents for i in d.issuers})),
        published_from=data.draw(day),
        published_to=data.draw(day),
        in_force_on=data.draw(day),
    )
    row = data.draw(st.sampled_from([r for e in samples for r in e.rows]))
    weights = dict.fromkeys(row.body_terms[:6], 1.0)
    one, other = (engine.reading().search(weights, 5_000, only) for engine in engines)
    assert {h.passage.id for h in one} == {h.passage.id for h in other}
    assert {h.passage.id: (h.disclosure, h.body_terms, h.head_terms, h.digest) for h in one} == {
        h.passage.id: (h.disclosure, h.body_terms, h.head_terms, h.digest) for h in other
    }


def test_questions_are_answered_alike(engines: Engines) -> None:
    """Whoosh keeps lengths in one byte, so neighbours may change places; answers hardly do."""
    analysis = shared_analysis(LEXICON_DIR)
    one, other = (Index(engine, analysis) for engine in engines)
    lines = (ROOT / "samples" / "questions" / "a.tsv").read_text(encoding="utf-8").splitlines()
    questions = [line.split("\t")[0] for line in lines[1:]]
    same = [
        [m.passage.id for m in one.find(q, limit=1)]
        == [m.passage.id for m in other.find(q, limit=1)]
        for q in questions
    ]
    assert len(same) > 50
    assert sum(same) >= 0.97 * len(same)
