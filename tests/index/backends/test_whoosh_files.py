"""The files of the embedded engine: pointer, generations, damage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.analysis import Analysis
from index.backends import Backend
from index.backends.whoosh import WhooshBackend
from index.errors import IndexFailure, NoIndex
from index.schema import Entry
from tests.index.backends.looks import ids
from tests.index.corpus import ALL, ALLOWANCE, DOGS, entries, ignore

Open = Callable[..., Backend]


@pytest.fixture
def make(tmp_path: Path, analysis: Analysis) -> Open:
    return lambda **options: WhooshBackend(tmp_path / "index", analysis.version, **options)


def test_a_file_in_the_place_of_the_folder(make: Open, tmp_path: Path) -> None:
    (tmp_path / "index").write_text("")
    with pytest.raises(NoIndex):
        make().reading()
    with pytest.raises(IndexFailure, match="索引写不进"):
        make().create([], ignore)


def pointer(folder: Path) -> Path:
    return folder / "index" / "CURRENT"


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "3", "null", "{}", '{"schema": 2}', '"CURRENT"', "\x00\x00"]
)
def test_a_damaged_pointer_is_said(
    make: Open, analysis: Analysis, tmp_path: Path, content: str
) -> None:
    make().create(entries([ALLOWANCE], analysis), ignore)
    pointer(tmp_path).write_text(content)
    with pytest.raises(IndexFailure, match="请重新 build"):
        make().reading()
    make().create(entries([DOGS], analysis), ignore)
    assert ids(make()) == {"lz-yangquan-2026"}


# Whoosh leaves the damaged file open until its exception is forgotten.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("damage", ["gone", "emptied", "cut short", "without table"])
def test_damaged_files_are_said(
    make: Open, analysis: Analysis, tmp_path: Path, damage: str
) -> None:
    make().create(entries(ALL, analysis), ignore)
    (generation,) = (tmp_path / "index").glob("gen-*")
    for path in generation.iterdir():
        whole = path.read_bytes()
        if damage == "gone" or (damage == "without table" and path.suffix == ".toc"):
            path.unlink()
        elif damage in ("emptied", "cut short"):
            path.write_bytes(whole[: 0 if damage == "emptied" else len(whole) // 2])
    with pytest.raises(IndexFailure, match="请重新 build"):
        make().reading()


@pytest.mark.parametrize("failure", [RuntimeError("broken file"), KeyboardInterrupt()])
def test_an_interrupted_build_leaves_no_files(
    make: Open, analysis: Analysis, tmp_path: Path, failure: BaseException
) -> None:
    make().create(entries([ALLOWANCE], analysis), ignore)
    before = sorted(p.name for p in (tmp_path / "index").iterdir())

    def half() -> Iterator[Entry]:
        yield from entries([DOGS], analysis)
        raise failure

    with pytest.raises(type(failure)):
        make().create(half(), ignore)
    assert sorted(p.name for p in (tmp_path / "index").iterdir()) == before


def test_the_next_build_clears_away_what_a_killed_one_left(
    make: Open, analysis: Analysis, tmp_path: Path
) -> None:
    make().create(entries([ALLOWANCE], analysis), ignore)
    (tmp_path / "index" / "gen-1").mkdir()
    make().create(entries([DOGS], analysis), ignore)
    assert len(list((tmp_path / "index").glob("gen-*"))) == 1
