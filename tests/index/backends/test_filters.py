"""Filters reach the engine: what is let through is found however much else scores higher."""

from __future__ import annotations

from datetime import date

from index.analysis import Analysis
from index.backends import Backend, Hit, Only
from index.disclosure import Disclosure
from index.filling import fill
from tests.index.backends.conftest import Open
from tests.index.backends.embedder import Small
from tests.index.corpus import entries, ignore, like

# Every document matches the question as well as the others; only its header differs.
_PLAIN = Disclosure(id="plain", title="补助办法", text="补助标准。")
_DOCUMENTS = (
    _PLAIN,
    like(_PLAIN, id="city", region="临澜市", issuers=("临澜市民政局",), published=date(2020, 1, 1)),
    like(
        _PLAIN,
        id="district",
        region="南湖区",
        issuers=("南湖区民政局", "南湖区财政局"),
        published=date(2022, 6, 30),
    ),
    like(_PLAIN, id="odd", region="50%_区", issuers=("甲,乙 局",), published=date(2022, 7, 1)),
    like(_PLAIN, id="old", effective=date(2015, 1, 1), expires=date(2019, 12, 31)),
    like(_PLAIN, id="now", effective=date(2020, 1, 1), expires=date(2029, 12, 31)),
    like(_PLAIN, id="soon", effective=date(2027, 1, 1)),
    like(_PLAIN, id="repealed", declared_status="废止"),
    like(_PLAIN, id="pending", declared_status="尚未施行"),
    like(_PLAIN, id="begun", declared_status="尚未施行", effective=date(2026, 1, 1)),
)
_EVERY = {d.id for d in _DOCUMENTS}
_NO_REGION = _EVERY - {"city", "district", "odd"}
_UNDATED = {"plain", "city", "district", "odd"}
CASES = [
    (Only(ids=("city", "now", "unknown")), {"city", "now"}),
    (Only(regions=("临澜市",)), _NO_REGION | {"city"}),
    (Only(regions=("南湖区", "50%_区")), _NO_REGION | {"district", "odd"}),
    (Only(regions=("区",)), _NO_REGION),
    (Only(regions=("5000区",)), _NO_REGION),
    (Only(issuers=("南湖区财政局",)), {"district"}),
    (Only(issuers=("临澜市民政局", "甲,乙 局")), {"city", "odd"}),
    (Only(issuers=("民政局",)), set()),
    (Only(issuers=("%",)), set()),
    (Only(published_from=date(2022, 6, 30)), {"district", "odd"}),
    (Only(published_to=date(2022, 6, 30)), {"city", "district"}),
    (Only(published_from=date(2022, 7, 1), published_to=date(2022, 7, 1)), {"odd"}),
    (Only(in_force_on=date(2019, 12, 31)), _UNDATED | {"old"}),
    (Only(in_force_on=date(2020, 1, 1)), _UNDATED | {"now"}),
    (Only(in_force_on=date(2026, 11, 24)), _UNDATED | {"now", "begun"}),
    (Only(in_force_on=date(2030, 1, 1)), _UNDATED | {"soon", "begun"}),
    (
        Only(regions=("南湖区",), issuers=("南湖区民政局",), in_force_on=date(2023, 1, 1)),
        {"district"},
    ),
    (Only(ids=("city",), regions=("南湖区",)), set()),
]


_LOUDER = [
    like(
        _PLAIN,
        id=f"loud-{n}",
        text="补助补助补助标准。",
        region="外省",
        issuers=("外省局",),
        expires=date(1991, 1, 1),
    )
    for n in range(80)
]


def among_others(make: Open, analysis: Analysis, embedder: Small | None = None) -> Backend:
    """An index of these documents among more that score higher, written in two steps."""
    made = make(embedder=embedder)
    made.create(entries([*_LOUDER[:40], *_DOCUMENTS[:4]], analysis), ignore)
    made.change(entries([*_DOCUMENTS[4:], *_LOUDER[40:]], analysis), ["loud-3"], ignore)
    return made


def quiet(hits: list[Hit]) -> list[str]:
    return [h.disclosure.id for h in hits if not h.disclosure.id.startswith("loud-")]


def test_words_find_what_the_filter_lets_through(make: Open, analysis: Analysis) -> None:
    reading = among_others(make, analysis).reading()
    assert quiet(reading.search({"补助": 1.0}, 10)) == []
    for only, expected in CASES:
        hits = reading.search({"补助": 1.0}, 10, only)
        assert sorted(h.disclosure.id for h in hits) == sorted(expected), only


def test_vectors_find_what_the_filter_lets_through(make: Open, analysis: Analysis) -> None:
    embedder = Small()
    backend = among_others(make, analysis, embedder)
    fill(backend, embedder)
    (text,) = {"补助办法\n补助补助补助标准。"} & set(embedder.given)
    reading = backend.reading()
    assert quiet(reading.nearest(embedder.query(text), 10)) == []
    for only, expected in CASES:
        hits = reading.nearest(embedder.query(text), 10, only)
        assert sorted(h.disclosure.id for h in hits) == sorted(expected), only


def test_a_filter_follows_a_corrected_header(make: Open, analysis: Analysis) -> None:
    embedder = Small()
    backend = among_others(make, analysis, embedder)
    fill(backend, embedder)
    moved = like(_DOCUMENTS[1], region="东桥区")
    backend.change(entries([moved], analysis), (), ignore)
    assert fill(backend, embedder) == 0  # the words are the same
    reading = backend.reading()
    vector = embedder.query("补助办法\n补助标准。")
    for only, there in ((Only(("city",), ("东桥区",)), 1), (Only(("city",), ("临澜市",)), 0)):
        assert len(reading.search({"补助": 1.0}, 10, only)) == there
        assert len(reading.nearest(vector, 10, only)) == there
