"""Vectors: what is nearest, what is still to be embedded, what outlives a new build."""

from __future__ import annotations

import pytest

from index.analysis import Analysis
from index.backends import Backend
from index.filling import fill
from index.schema import digest_of
from tests.index.backends.conftest import Open
from tests.index.backends.embedder import Small
from tests.index.corpus import ALL, ALLOWANCE, DOGS, entries, ignore, like


def filled(make: Open, analysis: Analysis, embedder: Small) -> Backend:
    backend = make(embedder=embedder)
    backend.create(entries(ALL, analysis), ignore)
    fill(backend, embedder)
    return backend


def test_the_nearest_come_first(make: Open, analysis: Analysis) -> None:
    embedder = Small()
    reading = filled(make, analysis, embedder).reading()
    rows = [row for entry in entries(ALL, analysis) for row in entry.rows]
    for row in rows[:3]:
        vector = embedder.query(row.meaning)
        hits = reading.nearest(vector, len(rows))
        assert hits[0].passage == row.passage
        assert hits[0].score == pytest.approx(1.0, abs=0.01)
        assert hits[0].digest == row.digest
        assert not hits[0].by_words
        assert len(hits) == len(rows)
        scores = [h.score for h in hits]
        assert scores == sorted(scores, reverse=True)
        assert scores == pytest.approx(
            sorted((float(embedder.query(r.meaning) @ vector) for r in rows), reverse=True),
            abs=0.01,
        )


def test_similarities_are_of_what_has_a_vector(make: Open, analysis: Analysis) -> None:
    embedder = Small()
    backend = make(embedder=embedder)
    made = entries(ALL, analysis)
    backend.create(made, ignore)
    first, second, *_ = [row for entry in made for row in entry.rows]
    backend.put_vectors({first.digest: embedder.query(first.meaning)})
    asked = embedder.query("公积金")
    found = backend.reading().similarities(asked, [first.digest, second.digest, digest_of("")])
    assert found == {
        first.digest: pytest.approx(float(embedder.query(first.meaning) @ asked), abs=0.01)
    }


def test_without_vectors_nothing_is_near(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    vector = Small().query("公积金")
    for backend in (make(), make(embedder=Small())):
        assert backend.reading().nearest(vector, 10) == []
        assert backend.reading().similarities(vector, [digest_of("x")]) == {}
    assert list(make().without_vector()) == []


def test_two_models_do_not_mix(make: Open, analysis: Analysis) -> None:
    one, other = Small(), Small("another-1")
    filled(make, analysis, one)
    backend = make(embedder=other)
    assert backend.reading().nearest(one.query("公积金"), 10) == []
    assert fill(backend, other) == len(one.given)


def test_filling_goes_on_where_it_was_interrupted(make: Open, analysis: Analysis) -> None:
    embedder = Small()
    make().create(entries(ALL, analysis), ignore)
    backend = make(embedder=embedder)
    wanted = dict(backend.without_vector())
    assert len(wanted) == 22
    done = list(wanted)[:9]
    backend.put_vectors({d: embedder.query(wanted[d]) for d in done})
    backend.put_vectors({d: embedder.query(wanted[d]) for d in done})
    later = make(embedder=embedder)
    assert {d for d, _ in later.without_vector()} == set(wanted) - set(done)
    assert fill(later, embedder) == len(wanted) - len(done)
    assert list(make(embedder=embedder).without_vector()) == []


def test_a_running_reader_finds_new_vectors(make: Open, analysis: Analysis) -> None:
    embedder = Small()
    make().create(entries([DOGS], analysis), ignore)
    running = make(embedder=embedder)
    assert running.reading().nearest(embedder.query("养犬"), 10) == []
    fill(make(embedder=embedder), embedder)
    assert len(running.reading().nearest(embedder.query("养犬"), 10)) == 3
    make().change(entries([ALLOWANCE], analysis), (), ignore)
    fill(make(embedder=embedder), embedder)
    assert len(running.reading().nearest(embedder.query("养犬"), 10)) == 8


def test_a_new_build_keeps_the_vectors(make: Open, analysis: Analysis) -> None:
    embedder = Small()
    backend = filled(make, analysis, embedder)
    make().create(entries([ALLOWANCE, DOGS], analysis), ignore)
    hits = backend.reading().nearest(embedder.query("高龄津贴"), 50)
    assert {h.disclosure.id for h in hits} == {ALLOWANCE.id, DOGS.id}
    assert len(hits) == 8
    assert fill(backend, embedder) == 0


def test_what_is_withdrawn_is_near_nothing(make: Open, analysis: Analysis) -> None:
    embedder = Small()
    running = filled(make, analysis, embedder)
    vector = embedder.query("高龄津贴")
    assert ALLOWANCE.id in {h.disclosure.id for h in running.reading().nearest(vector, 22)}
    make().change((), [ALLOWANCE.id], ignore)
    hits = running.reading().nearest(vector, 22)
    assert ALLOWANCE.id not in {h.disclosure.id for h in hits}
    assert len(hits) == 17  # its vectors keep nobody else's place
    fill(running, embedder)
    assert len(running.reading().nearest(vector, 17)) == 17


def test_mirrors_share_a_vector_and_are_both_found(make: Open, analysis: Analysis) -> None:
    embedder = Small()
    backend = make(embedder=embedder)
    backend.create(entries([DOGS, like(DOGS, id="mirror")], analysis), ignore)
    assert fill(backend, embedder) == 3
    hits = backend.reading().nearest(embedder.query(embedder.given[0]), 2)
    assert {h.disclosure.id for h in hits} == {DOGS.id, "mirror"}
