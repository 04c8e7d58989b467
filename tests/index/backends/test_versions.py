"""What is no index, or another version of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.analysis import Analysis
from index.errors import NoIndex, WrongVersion
from tests.index.backends.conftest import Open
from tests.index.backends.looks import ids
from tests.index.corpus import ALLOWANCE, DOGS, PARKING, entries, ignore


def test_nothing_built_is_said_and_nothing_is_made(
    make: Open, analysis: Analysis, tmp_path: Path
) -> None:
    with pytest.raises(NoIndex, match="还没有索引。请先运行：python -m index build"):
        make().reading()
    with pytest.raises(NoIndex):
        make().change((), ["lz-1"], ignore)
    with pytest.raises(NoIndex):
        make().stale()
    assert not (tmp_path / "index").exists()
    make().create(entries([DOGS], analysis), ignore)
    assert not make().stale()


def test_another_schema_is_refused_until_refreshed(
    make: Open, analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as past:
        for engine in ("whoosh", "milvus"):
            past.setattr(f"index.backends.{engine}.SCHEMA_VERSION", 0)
        make().create(entries([ALLOWANCE], analysis), ignore)
    with pytest.raises(WrongVersion, match="python -m index refresh"):
        make().reading()
    with pytest.raises(WrongVersion):
        make().change(entries([DOGS], analysis), (), ignore)
    assert make().stale()
    kept = make().reading_any_version()
    assert kept.text("lz-gaoling-2023") == ALLOWANCE.text
    assert [d.id for d in kept.disclosures()] == ["lz-gaoling-2023"]
    make().create(entries([ALLOWANCE], analysis), ignore)
    assert ids(make()) == {"lz-gaoling-2023"}


def test_terms_of_two_lexicons_are_not_mixed_but_withdrawing_always_works(
    make: Open, analysis: Analysis
) -> None:
    make().create(entries([ALLOWANCE, DOGS], analysis), ignore)
    other = make(lexicon="another lexicon")
    assert other.stale()
    with pytest.raises(WrongVersion, match="python -m index refresh"):
        other.change(entries([PARKING], analysis), (), ignore)
    assert ids(other) == {"lz-gaoling-2023", "lz-yangquan-2026"}
    other.change((), ["lz-yangquan-2026"], ignore)
    assert ids(make()) == {"lz-gaoling-2023"}
