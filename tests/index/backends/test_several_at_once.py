"""Writers take turns, and readers see whole versions only."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from index.analysis import Analysis
from index.backends import Backend
from index.disclosure import Disclosure
from index.errors import Busy
from index.schema import Entry
from tests.index.backends.conftest import Open
from tests.index.backends.looks import ids
from tests.index.corpus import ALLOWANCE, DOGS, PARKING, WITHDRAWAL_2024, entries, ignore, like


class Paused:
    """Entries that wait in the middle until they are told to go on."""

    def __init__(self, given: list[Entry]) -> None:
        self.given, self.begun, self.go_on = given, threading.Event(), threading.Event()

    def __iter__(self) -> Iterator[Entry]:
        yield self.given[0]
        self.begun.set()
        assert self.go_on.wait(20)
        yield from self.given[1:]


@pytest.mark.parametrize("first", ["create", "change"])
@pytest.mark.parametrize("second", ["create", "change"])
def test_a_second_writer_is_told_or_waits(
    make: Open, analysis: Analysis, first: str, second: str
) -> None:
    make().create(entries([ALLOWANCE], analysis), ignore)
    paused = Paused(entries([DOGS, PARKING], analysis))

    def write(how: str, backend: Backend, given: object) -> None:
        if how == "create":
            backend.create(given, ignore)  # type: ignore[arg-type]
        else:
            backend.change(given, (), ignore)  # type: ignore[arg-type]

    writer = threading.Thread(target=write, args=(first, make(), paused))
    writer.start()
    assert paused.begun.wait(20)
    late = entries([like(WITHDRAWAL_2024, id="late")], analysis)
    with pytest.raises(Busy, match="另一个程序正在写入索引"):
        write(second, make(lock_wait=0.1), late)
    waiting = threading.Thread(target=write, args=(second, make(lock_wait=20), late))
    waiting.start()
    assert ids(make()) == {"lz-gaoling-2023"}  # readers see nothing half done
    paused.go_on.set()
    writer.join(20)
    waiting.join(20)
    kept = {"lz-yangquan-2026", "nh-tingche-2025"} | (
        {"lz-gaoling-2023"} if first == "change" else set()
    )
    assert ids(make()) == ({"late"} if second == "create" else kept | {"late"})


def version(n: int) -> list[Disclosure]:
    return [
        Disclosure(id=f"v-{i}", title=f"第{n}版", text=f"一、标准\n第{n}版的补助标准。")
        for i in range(4)
    ]


def test_readers_see_whole_versions_while_writers_write(make: Open, analysis: Analysis) -> None:
    make().create(entries(version(0), analysis), ignore)
    shared, stop = make(), threading.Event()
    failures: list[BaseException] = []
    seen: set[str] = set()

    def read() -> None:
        try:
            while not stop.is_set():
                reading = shared.reading()
                hits = reading.search({"补助": 1.0}, 10)
                titles = {h.disclosure.title for h in hits}
                assert len(hits) == 4
                assert len(titles) == 1
                assert {d.title for d in reading.disclosures()} == titles
                seen.update(titles)
        except BaseException as failure:
            failures.append(failure)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for n in range(1, 13):
        if n % 2:
            make().create(entries(version(n), analysis), ignore)
        else:
            make().change(entries(version(n), analysis), (), ignore)
        time.sleep(0.03)
    stop.set()
    for reader in readers:
        reader.join(20)
    assert failures == []
    assert len(seen) > 2
    assert {d.title for d in shared.reading().disclosures()} == {"第12版"}
