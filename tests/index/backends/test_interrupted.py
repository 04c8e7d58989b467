"""Writers that fail or are killed half way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.analysis import Analysis
from index.errors import NoIndex
from index.schema import Entry
from tests.index.backends.conftest import Open
from tests.index.backends.looks import ids
from tests.index.corpus import ALLOWANCE, DOGS, PARKING, entries, ignore, lexicon, like

ROOT = Path(__file__).resolve().parents[3]


def half(analysis: Analysis, failure: BaseException) -> Iterator[Entry]:
    yield from entries([like(ALLOWANCE, text="第一条 改过的文字。"), PARKING], analysis)
    raise failure


@pytest.mark.parametrize("failure", [RuntimeError("broken file"), KeyboardInterrupt()])
def test_an_interrupted_build_leaves_the_old_index(
    make: Open, analysis: Analysis, failure: BaseException
) -> None:
    make().create(entries([ALLOWANCE], analysis), ignore)
    with pytest.raises(type(failure)):
        make().create(half(analysis, failure), ignore)
    assert make().reading().text("lz-gaoling-2023") == ALLOWANCE.text
    make().create(entries([DOGS], analysis), ignore)
    assert ids(make()) == {"lz-yangquan-2026"}


@pytest.mark.parametrize("failure", [RuntimeError("broken file"), KeyboardInterrupt()])
def test_an_interrupted_change_changes_nothing(
    make: Open, analysis: Analysis, failure: BaseException
) -> None:
    make().create(entries([ALLOWANCE, DOGS], analysis), ignore)
    with pytest.raises(type(failure)):
        make().change(half(analysis, failure), ["lz-yangquan-2026"], ignore)
    assert ids(make()) == {"lz-gaoling-2023", "lz-yangquan-2026"}
    assert make().reading().text("lz-gaoling-2023") == ALLOWANCE.text
    make().change(entries([PARKING], analysis), (), ignore)
    assert ids(make()) == {"lz-gaoling-2023", "lz-yangquan-2026", "nh-tingche-2025"}


def test_a_first_build_that_fails_leaves_no_index(make: Open, analysis: Analysis) -> None:
    with pytest.raises(RuntimeError):
        make().create(half(analysis, RuntimeError()), ignore)
    with pytest.raises(NoIndex):
        make().reading()


@pytest.mark.parametrize("how", ["create", "change"])
def test_a_killed_writer_leaves_the_old_index_and_no_lock(
    make: Open, where: str, analysis: Analysis, tmp_path: Path, how: str
) -> None:
    make().create(entries([ALLOWANCE], analysis), ignore)
    command = [sys.executable, "-W", "ignore", "-m", "tests.index.interrupted_build"]
    arguments = [where, str(lexicon(tmp_path / "lexicon")), how]
    with subprocess.Popen([*command, *arguments], cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"half\n"
        child.kill()
    assert child.returncode == -9
    assert ids(make()) == {"lz-gaoling-2023"}
    make(lock_wait=0.0).change(entries([PARKING], analysis), (), ignore)
    assert ids(make()) == {"lz-gaoling-2023", "nh-tingche-2025"}
    make(lock_wait=0.0).create(entries([DOGS], analysis), ignore)
    assert ids(make()) == {"lz-yangquan-2026"}
