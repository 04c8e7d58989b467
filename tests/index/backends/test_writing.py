"""Build, add, replace, withdraw."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.analysis import Analysis
from index.backends import Only
from index.schema import Entry
from index.search import Index
from tests.index.backends.conftest import Open
from tests.index.backends.looks import found, ids
from tests.index.corpus import ALL, ALLOWANCE, DOGS, PARKING, entries, ignore, like


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


def test_what_was_withdrawn_can_be_published_again(make: Open, analysis: Analysis) -> None:
    make().create(entries(ALL, analysis), ignore)
    running = make()
    for _ in range(3):
        make().change((), ["lz-gaoling-2023"], ignore)
        assert found(running, "高龄津贴") == []
        make().change(entries([ALLOWANCE], analysis), (), ignore)
        assert found(running, "高龄津贴")[0].startswith("lz-gaoling-2023#")
    assert running.reading().disclosure_count == len(ALL)


def test_long_texts_and_long_metadata_come_back_whole(make: Open, analysis: Analysis) -> None:
    text = "\n".join(f"第{n}条 补助标准为每月{n}元。" for n in range(4_000))
    long = like(ALLOWANCE, text=text, repeals=tuple(f"《第{n}号文件》" for n in range(9_000)))
    make().create(entries([long], analysis), ignore)
    reading = make().reading()
    assert reading.text(long.id) == text
    (held,) = reading.disclosures()
    assert held.repeals == long.repeals
    assert "\n".join(p.text for p in reading.passages(long.id)) == text


@pytest.mark.parametrize("odd", ['a"b', "a'b", "a\\b", "a%_b", "甲 乙", "x" * 200])
def test_ids_may_hold_any_character(make: Open, analysis: Analysis, odd: str) -> None:
    make().create(entries([like(ALLOWANCE, id=odd), DOGS], analysis), ignore)
    reading = make().reading()
    assert [d.id for d in reading.by_key("id", odd)] == [odd]
    assert len(reading.passages(odd)) == 5
    assert reading.text(odd) == ALLOWANCE.text
    assert {h.disclosure.id for h in reading.search({"高龄": 1.0}, 9, Only(ids=(odd,)))} <= {odd}
    make().change((), [odd], ignore)
    assert ids(make()) == {"lz-yangquan-2026"}


def test_ten_thousand_adds(make: Open, analysis: Analysis) -> None:
    """What a province publishes in years, in batches; 25 s, so that growth would be seen."""
    (one,) = entries([like(ALLOWANCE, text="每月一百元。")], analysis)
    (row,) = one.rows

    def numbered(n: int) -> Entry:
        passage = replace(row.passage, disclosure_id=f"d-{n}")
        disclosure = replace(one.disclosure, id=f"d-{n}")
        return replace(one, disclosure=disclosure, rows=(replace(row, passage=passage),))

    make().create([], ignore)
    running = make()
    for start in range(0, 10_000, 500):
        make().change([numbered(n) for n in range(start, start + 500)], (), ignore)
        assert running.reading().disclosure_count == start + 500
    reading = running.reading()
    assert [p.text for p in reading.passages("d-9999")] == ["每月一百元。"]
    assert len(reading.search({row.body_terms[0]: 1.0}, 300)) == 300
    assert sum(1 for _ in reading.disclosures()) == 10_000
