"""What is in force on a day, and the words that say so."""

from __future__ import annotations

from datetime import date

import pytest

from index.disclosure import Disclosure, Status, Validity
from index.repeals import Repeal, repeals_in
from index.validity import judge, with_own_dates
from tests.index.corpus import TODAY, WITHDRAWAL_2024, WITHDRAWAL_TOLD, like

PLAIN = Disclosure(id="lz-a", title="临澜市绿地办法", text="", number="临城管发〔2022〕5号")


def ends(text: str, **changes: object) -> list[str]:
    return [r.target for r in repeals_in(like(PLAIN, text=text, **changes))]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("《旧的办法》（临政发〔2018〕7号）同时废止。", ["临政发〔2018〕7号"]),
        (
            "《甲办法》（临政发〔2018〕7号）、《乙规定试行》同时废止。",
            ["临政发〔2018〕7号", "乙规定试行"],
        ),
        (
            "原临政发〔2018〕7号、临政发〔2019〕8号同时废止。",
            ["临政发〔2018〕7号", "临政发〔2019〕8号"],
        ),
        ("《关于印发〈甲办法〉的通知》予以废止。", ["关于印发〈甲办法〉的通知"]),
        ("根据《省条例》（省令第9号），《旧的办法》停止执行。", ["旧的办法"]),
        ("依据国发〔2020〕1号，临政发〔2018〕7号自2026年1月1日起废止。", ["临政发〔2018〕7号"]),
        ("《旧的办法》（临政发〔2018〕7号）第十条停止执行，其余条款继续有效。", []),
        ("《旧的办法》（临政发〔2018〕7号）中关于补贴的规定停止执行。", []),
        ("补贴政策到期后停止执行。", []),
        ("《旧的办法》（临政发〔2018〕7号）继续有效。", []),
        ("本办法（临城管发〔2022〕5号）自行废止。", []),
    ],
)
def test_what_a_sentence_ends(sentence: str, targets: list[str]) -> None:
    assert ends(sentence) == targets


def test_an_older_version_of_the_same_title_is_ended_by_title() -> None:
    assert ends("原《临澜市绿地办法》同时废止。") == ["临澜市绿地办法"]


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "政策解读"},
        {"interprets": "lz-b"},
        {"kind": "意见征集"},
        {"title": "临澜市绿地办法（征求意见稿）"},
    ],
)
def test_drafts_and_interpretations_end_nothing(changes: dict[str, object]) -> None:
    assert ends("《旧的办法》（临政发〔2018〕7号）同时废止。", **changes) == []


CLEAN_UP = Disclosure(
    id="lz-qingli",
    title="临澜市人民政府关于公布继续有效、废止和失效的文件目录的公告",
    kind="清理目录",
    number="临政发〔2025〕31号",
    text=(
        "一、继续有效的文件\n"
        "1.《甲管理办法》（临政发〔2020〕1号），有效期至2028年8月31日。\n"
        "二、部分条款停止执行的文件\n"
        "《乙管理办法》（临政规〔2022〕6号）第十条，依据《决定》（临政规〔2025〕4号）停止执行。\n"
        "三、废止的文件\n"
        "1.《丙管理办法》（临科发〔2019〕12号），由临科发〔2024〕9号替代，自2026年12月1日起废止。\n"
        "四、失效的文件\n"
        "1.《丁管理办法》（临政发〔2017〕19号），新的范围见临政发〔2025〕26号。\n"
        "五、查询方式\n"
        "《戊管理办法》（临政发〔2017〕20号）可以上网查。"
    ),
)


def test_a_clean_up_list_ends_the_first_document_of_each_row() -> None:
    third = "《丙管理办法》（临科发〔2019〕12号），由临科发〔2024〕9号替代，自2026年12月1日起废止。"
    fourth = "《丁管理办法》（临政发〔2017〕19号），新的范围见临政发〔2025〕26号。"
    found = {r.target: r for r in repeals_in(CLEAN_UP)}
    assert found == {
        "临科发〔2019〕12号": Repeal(
            "lz-qingli",
            "临科发〔2019〕12号",
            third,
            Status.REPEALED,
            date(2026, 12, 1),
            "临科发〔2024〕9号",
        ),
        "临政发〔2017〕19号": Repeal(
            "lz-qingli", "临政发〔2017〕19号", fourth, Status.EXPIRED, None, ""
        ),
    }


def test_headings_of_other_documents_list_nothing() -> None:
    ordinary = like(CLEAN_UP, kind="办法", title="临澜市证件管理办法")
    assert repeals_in(ordinary)[:1] == (
        Repeal(
            "lz-qingli",
            "临科发〔2019〕12号",
            "1.《丙管理办法》（临科发〔2019〕12号），由临科发〔2024〕9号替代，自2026年12月1日起废止。",
            starts=date(2026, 12, 1),
            replaced_by="临科发〔2024〕9号",
        ),
    )
    assert len(repeals_in(ordinary)) == 1


def test_metadata_ends_documents_too_and_each_once() -> None:
    newer = like(WITHDRAWAL_2024, repeals=("临公积金[2018]7号", "临公积金2016年2号"), text="甲。")
    assert repeals_in(newer) == (
        Repeal(
            "lz-tiqu-2024",
            "临公积金〔2018〕7号",
            "已被《临澜市住房公积金提取管理办法》临公积金〔2024〕3号废止",
            replaced_by="lz-tiqu-2024",
        ),
        Repeal(
            "lz-tiqu-2024",
            "临公积金〔2016〕2号",
            "已被《临澜市住房公积金提取管理办法》临公积金〔2024〕3号废止",
            replaced_by="lz-tiqu-2024",
        ),
    )


def status(today: date = TODAY, **changes: object) -> Status:
    return judge(like(PLAIN, **changes), None, today).status


def test_nothing_known_is_said_to_be_unknown() -> None:
    assert judge(PLAIN, None, TODAY) == Validity(Status.UNKNOWN)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("现行有效", Status.CURRENT),
        (" 有效 ", Status.CURRENT),
        ("继续有效", Status.CURRENT),
        ("已修改", Status.AMENDED),
        ("已修订", Status.AMENDED),
        ("部分失效", Status.PARTLY),
        ("部分有效", Status.PARTLY),
        ("废止", Status.REPEALED),
        ("已废止", Status.REPEALED),
        ("失效", Status.EXPIRED),
        ("已失效", Status.EXPIRED),
        ("无效", Status.EXPIRED),
        ("尚未施行", Status.PENDING),
        ("待核实", Status.UNKNOWN),
    ],
)
def test_declared_status(declared: str, expected: Status) -> None:
    assert status(declared_status=declared) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2023, 12, 31), Status.PENDING),
        (date(2024, 1, 1), Status.CURRENT),
        (date(2025, 12, 31), Status.CURRENT),
        (date(2026, 1, 1), Status.EXPIRED),
    ],
)
def test_first_and_last_day_count(day: date, expected: Status) -> None:
    days: dict[str, object] = {"effective": date(2024, 1, 1), "expires": date(2025, 12, 31)}
    assert status(day, declared_status="现行有效", **days) is expected


def test_the_evidence_is_written_for_people() -> None:
    assert judge(like(PLAIN, expires=date(2025, 6, 30)), None, TODAY) == Validity(
        Status.EXPIRED, "有效期至2025年6月30日", "元数据", expires=date(2025, 6, 30)
    )
    assert judge(like(PLAIN, effective=date(2027, 1, 1)), None, TODAY) == Validity(
        Status.PENDING, "自2027年1月1日起施行", "元数据", effective=date(2027, 1, 1)
    )


def test_a_pending_status_ends_when_its_day_has_come() -> None:
    assert status(declared_status="尚未施行", effective=date(2026, 11, 23)) is Status.CURRENT


def test_replaced_by_metadata_is_repealed() -> None:
    assert judge(like(PLAIN, replaced_by="临政发〔2025〕1号"), None, TODAY) == Validity(
        Status.REPEALED, "被替代：临政发〔2025〕1号", "元数据", replaced_by="临政发〔2025〕1号"
    )


def test_a_repeal_overrules_what_the_page_declares() -> None:
    repeal = Repeal(
        "lz-b", "临城管发〔2022〕5号", "《临澜市绿地办法》同时废止。", replaced_by="lz-b"
    )
    assert judge(like(PLAIN, declared_status="现行有效"), repeal, TODAY) == Validity(
        Status.REPEALED, "《临澜市绿地办法》同时废止。", "lz-b", replaced_by="lz-b"
    )


def test_a_repeal_counts_from_its_day() -> None:
    repeal = Repeal(
        "lz-b", "临城管发〔2022〕5号", "自2026年12月1日起废止。", starts=date(2026, 12, 1)
    )
    current = like(PLAIN, declared_status="现行有效")
    assert judge(current, repeal, date(2026, 11, 30)).status is Status.CURRENT
    assert judge(current, repeal, date(2026, 12, 1)).status is Status.REPEALED


@pytest.mark.parametrize(
    ("text", "effective", "expires"),
    [
        ("本办法自2024年4月1日起施行，有效期五年。", date(2024, 4, 1), date(2029, 3, 31)),
        ("本办法自2024年4月1日起施行。有效期5年。", date(2024, 4, 1), date(2029, 3, 31)),
        (
            "本办法自2024年4月1日起施行，有效期至2027年12月31日。",
            date(2024, 4, 1),
            date(2027, 12, 31),
        ),
        ("本实施细则自发布之日起施行，有效期两年。", date(2024, 3, 5), date(2026, 3, 4)),
        ("本通知自印发之日起执行。", date(2024, 3, 5), None),
        ("本通知从2025年1月1日起实施。", date(2025, 1, 1), None),
        ("省条例自2020年1月1日起施行。\n本办法自2024年4月1日起施行。", date(2024, 4, 1), None),
        ("收费标准自2025年1月1日起执行。", None, None),
        ("申请表有效期三年。", None, None),
        ("本办法自2024年13月41日起施行。", None, None),
    ],
)
def test_days_that_a_text_sets_for_itself(
    text: str, effective: date | None, expires: date | None
) -> None:
    found = with_own_dates(like(PLAIN, text=text, published=date(2024, 3, 5)))
    assert (found.effective, found.expires) == (effective, expires)


def test_the_header_goes_before_the_text() -> None:
    told = like(PLAIN, text="本办法自2024年4月1日起施行，有效期五年。", effective=date(2024, 5, 1))
    assert with_own_dates(told).effective == date(2024, 5, 1)


@pytest.mark.parametrize("changes", [{"kind": "意见征集"}, {"kind": "政策解读"}])
def test_a_draft_and_an_interpretation_set_no_days(changes: dict[str, object]) -> None:
    text = "本办法自2027年1月1日起施行。"
    assert with_own_dates(like(PLAIN, text=text, **changes)).effective is None


def test_an_interpretation_of_the_sample_repeals_nothing() -> None:
    assert repeals_in(WITHDRAWAL_TOLD) == ()
