"""What every engine promises: the same tests for each, today for Whoosh."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.analysis import Analysis
from index.backends import Backend, Only
from index.backends.whoosh import WhooshBackend
from index.disclosure import Disclosure
from index.errors import Busy, IndexFailure, NoIndex, WrongVersion
from index.schema import Entry
from index.search import Index
from tests.index.corpus import (
    ALL,
    ALLOWANCE,
    DOGS,
    PARKING,
    WITHDRAWAL_2018,
    WITHDRAWAL_2024,
    entries,
    ignore,
    lexicon,
    like,
)

ROOT = Path(__file__).resolve().parents[2]
Open = Callable[..., Backend]


@pytest.fixture(params=["whoosh"])
def make(request: pytest.FixtureRequest, tmp_path: Path, analysis: Analysis) -> Open:
    """``make()`` opens the same place once more, as another process would."""
    engines = {"whoosh": WhooshBackend}

    def opened(**options: float) -> Backend:
        return engines[request.param](tmp_path / "index", analysis.version, **options)

    return opened


def ids(backend: Backend) -> set[str]:
    return {d.id for d in backend.reading().disclosures()}


def found(backend: Backend, *terms: str) -> list[str]:
    return [h.passage.id for h in backend.reading().search(dict.fromkeys(terms, 1.0), 10)]


# --- build, add, replace, withdraw ----------------------------------------------------------


def test_a_build_holds_everything_it_was_given(make: Open, analysis: Analysis) -> None:
    counted: list[str] = []
    make().create(entries(ALL, analysis), lambda e: counted.append(e.disclosure.id))
    reading = make().reading()
    assert counted == [d.id for d in ALL]
    assert (reading.disclosure_count, reading.passage_count) == (6, 4 + 5 + 2 + 5 + 3 + 3)
    assert [d.id for d in reading.disclosures()] == [
        "lz-yangquan-2026",
        "nh-tingche-2025",
        "lz-tiqu-2024-jiedu",
        "lz-tiqu-2024",
        "lz-gaoling-2023",
        "lz-tiqu-2018",
    ]
    assert reading.text("lz-gaoling-2023") == ALLOWANCE.text
    assert [p.article for p in reading.passages("lz-gaoling-2023")] == [
        "第一条",
        "第二条",
        "第三条",
        "第四条",
        "第五条",
    ]


def test_a_build_replaces_all_that_was_there(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    make().create(entries([DOGS], analysis), ignore)
    assert ids(make()) == {"lz-yangquan-2026"}


def test_an_index_of_nothing_is_an_index(make: Open) -> None:
    make().create([], ignore)
    reading = make().reading()
    assert (reading.disclosure_count, reading.passage_count) == (0, 0)
    assert reading.search({"公积金": 1.0}, 10) == []
    assert reading.frequencies(["公积金"]) == {"公积金": 0}
    assert list(reading.disclosures()) == []


def test_adding_keeps_what_was_there(make: Open, analysis: Analysis) -> None:
    make().create(entries([DOGS], analysis), ignore)
    make().change(entries([PARKING], analysis), (), ignore)
    assert ids(make()) == {"lz-yangquan-2026", "nh-tingche-2025"}


def test_adding_the_same_id_replaces_it_whole(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    shorter = like(ALLOWANCE, text="一、标准\n每月五百元。", title="临澜市高龄补助办法")
    make().change(entries([shorter], analysis), (), ignore)
    reading = make().reading()
    assert reading.text("lz-gaoling-2023") == "一、标准\n每月五百元。"
    assert [p.text for p in reading.passages("lz-gaoling-2023")] == ["一、标准\n每月五百元。"]
    assert reading.by_key("names", "临澜市高龄津贴发放办法") == []
    assert (reading.disclosure_count, reading.passage_count) == (6, 4 + 5 + 2 + 1 + 3 + 3)


def test_withdrawn_text_is_gone_for_every_way_of_asking(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    make().change((), ["lz-gaoling-2023", "unknown"], ignore)
    reading = make().reading()
    assert found(make(), "高龄津贴") == []
    assert reading.text("lz-gaoling-2023") == ""
    assert reading.passages("lz-gaoling-2023") == ()
    assert reading.by_key("id", "lz-gaoling-2023") == []
    assert reading.by_key("numbers", "临民发〔2023〕16号") == []
    assert (reading.disclosure_count, reading.passage_count) == (5, 4 + 5 + 2 + 3 + 3)


def test_withdrawn_text_never_comes_back_to_a_door_that_stays_open(
    make: Open, analysis: Analysis
) -> None:
    make().create(entries(ALL, analysis), ignore)
    door = Index(make(), analysis)
    assert [m.citation.disclosure_id for m in door.find("高龄津贴一百元", limit=1)] == [
        "lz-gaoling-2023"
    ]
    make().change((), ["lz-gaoling-2023"], ignore)
    for n in range(6):  # later commits merge segments; none may revive it
        assert all(
            m.citation.disclosure_id != "lz-gaoling-2023" for m in door.find("高龄津贴一百元")
        )
        assert door.disclosure("lz-gaoling-2023") is None
        assert door.named("临民发〔2023〕16号") == ()
        make().change(entries([like(PARKING, id=f"more-{n}")], analysis), (), ignore)


def test_counts_stay_true_however_much_is_withdrawn(make: Open, analysis: Analysis) -> None:
    many = [like(PARKING, id=f"p-{n}") for n in range(60)]
    make().create(entries(many, analysis), ignore)
    make().change((), [d.id for d in many[1:]], ignore)
    reading = make().reading()
    assert (reading.disclosure_count, reading.passage_count) == (1, 3)
    frequencies = reading.frequencies(["身份证", "没有的词"])
    assert frequencies["没有的词"] == 0
    assert 1 <= frequencies["身份证"] <= 3  # never more than there are passages


def test_one_transaction_withdraws_and_adds(make: Open, analysis: Analysis) -> None:
    make().create(entries([DOGS, PARKING], analysis), ignore)
    make().change(entries([ALLOWANCE], analysis), ["lz-yangquan-2026"], ignore)
    assert ids(make()) == {"nh-tingche-2025", "lz-gaoling-2023"}


# --- reading ------------------------------------------------------------------------------------


def test_search_weighs_terms_and_stays_within(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    reading = make().reading()
    hits = reading.search({"租房": 1.0}, 10, only=Only(ids=("lz-tiqu-2018",)))
    assert [h.passage.id for h in hits] == ["lz-tiqu-2018#p2"]
    assert hits[0].disclosure == like(WITHDRAWAL_2018, text="")
    assert "租房" in hits[0].body_terms
    assert "临澜市" in hits[0].head_terms
    assert hits[0].score > 0
    assert reading.search({"租房": 1.0}, 10, only=Only(ids=("unknown",))) == []
    assert len(reading.search({"临澜市": 1.0}, 2)) == 2


def test_scores_fall(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    scores = [h.score for h in make().reading().search({"提取": 1.0, "租房": 1.0}, 10)]
    assert len(scores) > 3
    assert scores == sorted(scores, reverse=True)


def test_keys_give_the_newest_first(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    found = make().reading().by_key("names", "临澜市住房公积金提取管理办法")
    assert [d.id for d in found] == ["lz-tiqu-2024", "lz-tiqu-2018"]
    assert make().reading().by_key("names", "") == []


def test_a_reading_stays_as_it_was(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    before = make().reading()
    make().create(entries([DOGS], analysis), ignore)
    assert before.text("lz-gaoling-2023") == ALLOWANCE.text
    assert len(list(before.disclosures())) == 6


# --- interrupted writing -----------------------------------------------------------------------


def half(analysis: Analysis, failure: BaseException) -> Iterator[Entry]:
    yield from entries([like(ALLOWANCE, text="第一条 改过的文字。"), PARKING], analysis)
    raise failure


@pytest.mark.parametrize("failure", [RuntimeError("broken file"), KeyboardInterrupt()])
def test_an_interrupted_build_leaves_the_old_index(
    make: Open, analysis: Analysis, tmp_path: Path, failure: BaseException
) -> None:
    make().create(entries([ALLOWANCE], analysis), ignore)
    before = sorted(p.name for p in (tmp_path / "index").iterdir())
    with pytest.raises(type(failure)):
        make().create(half(analysis, failure), ignore)
    assert make().reading().text("lz-gaoling-2023") == ALLOWANCE.text
    assert sorted(p.name for p in (tmp_path / "index").iterdir()) == before
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
    make: Open, analysis: Analysis, tmp_path: Path, how: str
) -> None:
    make().create(entries([ALLOWANCE], analysis), ignore)
    command = [sys.executable, "-W", "ignore", "-m", "tests.index.interrupted_build"]
    arguments = [str(tmp_path / "index"), str(lexicon(tmp_path / "lexicon")), how]
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
    assert len(list((tmp_path / "index").glob("gen-*"))) == 1


# --- several at once -----------------------------------------------------------------------------


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


# --- what is no index ---------------------------------------------------------------------------


def test_nothing_built_is_said_and_nothing_is_made(make: Open, tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match="还没有索引。请先运行：python -m index build"):
        make().reading()
    with pytest.raises(NoIndex):
        make().change((), ["lz-1"], ignore)
    assert not (tmp_path / "index").exists()


def test_a_file_in_the_place_of_the_folder(make: Open, tmp_path: Path) -> None:
    (tmp_path / "index").write_text("")
    with pytest.raises(NoIndex):
        make().reading()
    with pytest.raises(IndexFailure, match="索引写不进"):
        make().create([], ignore)


def pointer(folder: Path) -> Path:
    return folder / "index" / "CURRENT"


def test_another_schema_is_refused_until_refreshed(
    make: Open, analysis: Analysis, tmp_path: Path
) -> None:
    make().create(entries([ALLOWANCE], analysis), ignore)
    record = json.loads(pointer(tmp_path).read_text())
    pointer(tmp_path).write_text(json.dumps(record | {"schema": 0}))
    with pytest.raises(WrongVersion, match="python -m index refresh"):
        make().reading()
    with pytest.raises(WrongVersion):
        make().change(entries([DOGS], analysis), (), ignore)
    kept = WhooshBackend(tmp_path / "index", analysis.version)
    assert kept.stale()
    assert kept.reading_any_version().text("lz-gaoling-2023") == ALLOWANCE.text


def test_terms_of_two_lexicons_are_not_mixed_but_withdrawing_always_works(
    make: Open, analysis: Analysis, tmp_path: Path
) -> None:
    make().create(entries([ALLOWANCE, DOGS], analysis), ignore)
    other = WhooshBackend(tmp_path / "index", "another lexicon")
    with pytest.raises(WrongVersion, match="python -m index refresh"):
        other.change(entries([PARKING], analysis), (), ignore)
    other.change((), ["lz-yangquan-2026"], ignore)
    assert ids(make()) == {"lz-gaoling-2023"}


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
