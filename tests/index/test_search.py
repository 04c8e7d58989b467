"""The door to the index: found, named, judged, cited, paired."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.analysis import Analysis
from index.disclosure import Citation, Disclosure, Passage, Status, Validity
from index.errors import NoIndex
from index.search import Index, open_index
from tests.index.corpus import (
    ALL,
    ALLOWANCE,
    DOGS,
    LEXICON,
    PARKING,
    TODAY,
    WITHDRAWAL_2018,
    WITHDRAWAL_2024,
    WITHDRAWAL_TOLD,
    lexicon,
    like,
    opened,
)

PAGE = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def door(analysis: Analysis, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return opened(tmp_path_factory.mktemp("index"), ALL, analysis)


def only(analysis: Analysis, folder: Path, *disclosures: Disclosure) -> Index:
    return opened(folder / "index", disclosures, analysis)


def state(door: Index, disclosure_id: str, today: date = TODAY) -> Status:
    return door.validity(disclosure_id, today).status


# --- finding -------------------------------------------------------------------------------------


def test_the_best_passage_comes_first_with_its_citation(door: Index) -> None:
    best = door.find("九十岁高龄津贴每月三百元", limit=1, today=date(2026, 6, 30))[0]
    assert best.passage == Passage(
        "lz-gaoling-2023",
        3,
        "第三条　年满九十周岁的老年人，每月发放高龄津贴三百元。",
        "",
        "第三条",
    )
    assert best.citation == Citation(
        disclosure_id="lz-gaoling-2023",
        title="临澜市高龄津贴发放办法",
        number="临民发〔2023〕16号",
        article="第三条",
        issuer="临澜市民政局",
        published=date(2023, 6, 1),
        effective=date(2023, 7, 1),
        validity=Validity(Status.UNKNOWN, "", "", date(2023, 7, 1), date(2026, 6, 30)),
        url=f"{PAGE}/documents/lz-gaoling-2023/#p3",
        kind="办法",
        region="临澜市",
    )


def test_likelier_answers_come_first_and_confidence_is_a_probability(door: Index) -> None:
    found = door.find("租房提取公积金每月多少", today=TODAY)
    assert all(0 <= m.confidence <= 1 for m in found)
    assert found[0].citation.title.startswith(("临澜市住房公积金", "《临澜市住房公积金"))


def test_an_official_wording_is_found_by_the_citizens_own(door: Index) -> None:
    assert door.find("养狗", limit=1)[0].citation.disclosure_id == "lz-yangquan-2026"


def test_missing_names_what_a_passage_lacks(door: Index) -> None:
    best = door.find("道路停车费无人机", limit=1)[0]
    assert best.citation.disclosure_id == "nh-tingche-2025"
    assert "停车费" not in best.missing
    assert any("无人" in term or "人机" in term for term in best.missing)


@pytest.mark.parametrize("text", ["", "？？？", "的了吗", "zzqqxx", "\x00", "🐶"])
def test_a_question_without_words_finds_nothing(door: Index, text: str) -> None:
    assert door.find(text) == ()


def test_only_500_characters_count(door: Index) -> None:
    assert door.find("。" * 500 + "高龄津贴") == ()
    assert door.find("高龄津贴" + "。" * 5000) != ()


def test_limits(door: Index) -> None:
    assert len(door.find("临澜市", limit=3)) == 3
    assert len(door.find("临澜市", limit=100)) > 3
    within = door.find("提取", within=["lz-tiqu-2018"], today=TODAY)
    assert {m.citation.disclosure_id for m in within} == {"lz-tiqu-2018"}


def test_an_address_of_its_own_is_cited(analysis: Analysis, tmp_path: Path) -> None:
    there = like(PARKING, url="https://nanhu.example/1.html")
    door = only(analysis, tmp_path, there)
    assert door.find("停车费", limit=1)[0].citation.url == "https://nanhu.example/1.html"


# --- validity ------------------------------------------------------------------------------------


def test_a_document_repealed_by_number_is_history_with_its_replacement(door: Index) -> None:
    assert door.validity("lz-tiqu-2018", TODAY) == Validity(
        Status.REPEALED,
        "《临澜市住房公积金提取管理办法》（临公积金〔2018〕7号）同时废止。",
        "lz-tiqu-2024",
        effective=date(2018, 4, 1),
        replaced_by="lz-tiqu-2024",
    )
    newer = door.replacement(door.validity("lz-tiqu-2018", TODAY))
    assert newer is not None
    assert (newer.disclosure_id, newer.number) == ("lz-tiqu-2024", "临公积金〔2024〕3号")


def test_the_same_title_old_and_new_keep_their_own_states(door: Index) -> None:
    found = door.find("租房提取每月不超过", limit=10, today=TODAY)
    states = {m.citation.disclosure_id: m.citation.validity.status for m in found}
    assert states["lz-tiqu-2018"] is Status.REPEALED
    assert states["lz-tiqu-2024"] is Status.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "一、标准\n《临澜市住房公积金提取管理办法》（临公积金[2018]7号）同时废止。",
        "一、标准\n临公积金2018年7号同时废止。",
        "一、标准\n原《临澜市住房公积金提取管理办法》同时废止。",
        "一、标准\n《关于印发〈临澜市住房公积金提取管理办法〉的通知》（临公积金〔2018〕第7号）予以废止。",
    ],
)
def test_a_repeal_in_any_words_reaches_the_old_document(
    analysis: Analysis, tmp_path: Path, text: str
) -> None:
    door = only(
        analysis,
        tmp_path,
        WITHDRAWAL_2018,
        like(WITHDRAWAL_2024, text=text, title="关于提取公积金的通知"),
    )
    assert state(door, "lz-tiqu-2018") is Status.REPEALED
    assert state(door, "lz-tiqu-2024").may_be_cited_as_current


def test_a_repeal_by_the_title_of_a_covering_notice(analysis: Analysis, tmp_path: Path) -> None:
    notice = like(
        WITHDRAWAL_2018, number="", title="关于印发《临澜市住房公积金提取管理办法》的通知"
    )
    text = "一、标准\n《关于印发〈临澜市住房公积金提取管理办法〉的通知》同时废止。"
    door = only(
        analysis, tmp_path, notice, like(WITHDRAWAL_2024, text=text, title="关于提取公积金的通知")
    )
    assert state(door, "lz-tiqu-2018") is Status.REPEALED


def test_a_repeal_by_metadata(analysis: Analysis, tmp_path: Path) -> None:
    newer = like(WITHDRAWAL_2024, text="一、标准", repeals=("临公积金〔2018〕7号",))
    door = only(analysis, tmp_path, WITHDRAWAL_2018, newer)
    assert door.validity("lz-tiqu-2018", TODAY).evidence == (
        "已被《临澜市住房公积金提取管理办法》临公积金〔2024〕3号废止"
    )


def test_a_repeal_waits_for_the_day_of_the_new_document(analysis: Analysis, tmp_path: Path) -> None:
    door = only(analysis, tmp_path, WITHDRAWAL_2018, WITHDRAWAL_2024)
    assert state(door, "lz-tiqu-2018", date(2024, 3, 31)) is Status.UNKNOWN
    assert state(door, "lz-tiqu-2018", date(2024, 4, 1)) is Status.REPEALED


def test_an_interpretation_repeals_nothing(analysis: Analysis, tmp_path: Path) -> None:
    door = only(analysis, tmp_path, WITHDRAWAL_2018, WITHDRAWAL_TOLD)
    assert state(door, "lz-tiqu-2018").may_be_cited_as_current


def test_a_draft_repeals_nothing(analysis: Analysis, tmp_path: Path) -> None:
    draft = like(WITHDRAWAL_2024, kind="意见征集", effective=None)
    door = only(analysis, tmp_path, WITHDRAWAL_2018, draft)
    assert state(door, "lz-tiqu-2018").may_be_cited_as_current


def test_some_articles_that_end_do_not_end_the_document(analysis: Analysis, tmp_path: Path) -> None:
    text = "一、标准\n《临澜市住房公积金提取管理办法》（临公积金〔2018〕7号）第三条停止执行。"
    door = only(
        analysis,
        tmp_path,
        WITHDRAWAL_2018,
        like(WITHDRAWAL_2024, text=text, title="关于提取公积金的通知"),
    )
    assert state(door, "lz-tiqu-2018").may_be_cited_as_current


def test_an_older_document_cannot_end_a_newer_one(analysis: Analysis, tmp_path: Path) -> None:
    older = like(PARKING, published=date(2017, 1, 1), repeals=("临公积金〔2018〕7号",))
    door = only(analysis, tmp_path, WITHDRAWAL_2018, older)
    assert state(door, "lz-tiqu-2018").may_be_cited_as_current


def test_a_withdrawn_repeal_ends_nothing(analysis: Analysis, tmp_path: Path) -> None:
    door = only(analysis, tmp_path, WITHDRAWAL_2018, WITHDRAWAL_2024)
    assert state(door, "lz-tiqu-2018") is Status.REPEALED
    door._backend.change((), ["lz-tiqu-2024"], lambda e: None)
    assert state(door, "lz-tiqu-2018") is Status.UNKNOWN


def test_a_term_of_three_years_ends_on_its_last_day(door: Index) -> None:
    """The text alone says 自2023年7月1日起施行，有效期三年; there is no field."""
    assert state(door, "lz-gaoling-2023", date(2023, 6, 30)) is Status.PENDING
    assert state(door, "lz-gaoling-2023", date(2026, 6, 30)) is Status.UNKNOWN
    assert state(door, "lz-gaoling-2023", date(2026, 7, 1)) is Status.EXPIRED
    assert door.validity("lz-gaoling-2023", TODAY).evidence == "有效期至2026年6月30日"


def test_what_is_not_yet_in_force_is_pending(door: Index) -> None:
    assert state(door, "lz-yangquan-2026", date(2026, 12, 31)) is Status.PENDING
    assert state(door, "lz-yangquan-2026", date(2027, 1, 1)) is Status.CURRENT
    found = door.find("犬绳", limit=1, today=TODAY)[0]
    assert found.citation.validity.status is Status.PENDING


def test_a_clean_up_list_names_the_successor(analysis: Analysis, tmp_path: Path) -> None:
    cleaning = Disclosure(
        id="lz-qingli",
        title="关于公布废止文件目录的公告",
        kind="清理目录",
        published=date(2025, 1, 1),
        text="一、废止的文件\n1.《临澜市住房公积金提取管理办法》（临公积金〔2018〕7号），"
        "由临公积金〔2024〕3号替代。",
    )
    door = only(
        analysis, tmp_path, WITHDRAWAL_2018, like(WITHDRAWAL_2024, text="一、标准"), cleaning
    )
    ended = door.validity("lz-tiqu-2018", TODAY)
    assert (ended.status, ended.source) == (Status.REPEALED, "lz-qingli")
    newer = door.replacement(ended)
    assert newer is not None
    assert newer.disclosure_id == "lz-tiqu-2024"


def test_validity_of_what_is_not_published(door: Index) -> None:
    with pytest.raises(KeyError):
        door.validity("unknown")


def test_no_replacement_where_none_is_published(door: Index) -> None:
    assert door.replacement(Validity(Status.EXPIRED)) is None
    assert door.replacement(Validity(Status.REPEALED, replaced_by="临政发〔1999〕1号")) is None


# --- by name -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "asked",
    [
        "临公积金〔2024〕3号",
        "临公积金[2024]3号",
        "临公积金（2024）3号",
        "临公积金2024年3号",
        "临公积金〔2024〕第3号",
        "临公积金〔20243号",
        "临公积金 〔２０２４〕 ３ 号",
        "請看臨公積金〔2024〕3號",
        "11330900MB1F2345XK/2024-00012",
    ],
)
def test_a_document_is_found_by_its_number_however_written(door: Index, asked: str) -> None:
    assert [d.id for d in door.named(asked)] == ["lz-tiqu-2024"]


def test_a_document_is_found_by_the_number_of_a_congress_announcement(door: Index) -> None:
    assert [d.id for d in door.named("临澜市人民代表大会常务委员会公告第41号")] == [
        "lz-yangquan-2026"
    ]


@pytest.mark.parametrize(
    "title", ["临澜市住房公积金提取管理办法", "《临澜市住房公积金提取管理办法》"]
)
def test_a_title_gives_all_its_versions_newest_first_and_no_interpretation(
    door: Index, title: str
) -> None:
    assert [d.id for d in door.named(title)] == ["lz-tiqu-2024", "lz-tiqu-2018"]


@pytest.mark.parametrize("asked", ["临公积金〔2024〕33号", "", "，", "没有这个办法"])
def test_an_unknown_name_gives_nothing(door: Index, asked: str) -> None:
    assert door.named(asked) == ()


# --- interpretations -----------------------------------------------------------------------------


def test_an_interpretation_and_its_policy_are_paired_by_id(door: Index) -> None:
    assert [d.id for d in door.interpretations("lz-tiqu-2024")] == ["lz-tiqu-2024-jiedu"]
    assert door.interpretations("lz-tiqu-2018") == ()
    policy = door.explained_by(WITHDRAWAL_TOLD)
    assert policy is not None
    assert policy.id == "lz-tiqu-2024"


@pytest.mark.parametrize(
    ("title", "interprets"),
    [
        ("《临澜市住房公积金提取管理办法》解读", ""),
        ("临公积金〔2024〕3号政策解读", ""),
        ("一图读懂公积金提取新规", "临公积金〔2024〕3号"),
        ("一图读懂公积金提取新规", "临澜市住房公积金提取管理办法"),
    ],
)
def test_an_interpretation_is_paired_by_title_or_number(
    analysis: Analysis, tmp_path: Path, title: str, interprets: str
) -> None:
    told = like(WITHDRAWAL_TOLD, title=title, interprets=interprets)
    door = only(analysis, tmp_path, WITHDRAWAL_2024, told)
    assert [d.id for d in door.interpretations("lz-tiqu-2024")] == ["lz-tiqu-2024-jiedu"]


def test_an_interpretation_by_title_belongs_to_the_newest_version(
    analysis: Analysis, tmp_path: Path
) -> None:
    told = like(WITHDRAWAL_TOLD, interprets="临澜市住房公积金提取管理办法")
    door = only(analysis, tmp_path, WITHDRAWAL_2018, WITHDRAWAL_2024, told)
    policy = door.explained_by(told)
    assert policy is not None
    assert policy.id == "lz-tiqu-2024"


def test_no_policy_no_pair(door: Index) -> None:
    assert door.interpretations("unknown") == ()
    assert door.explained_by(like(WITHDRAWAL_TOLD, interprets="lz-gone")) is None
    assert door.explained_by(like(WITHDRAWAL_TOLD, interprets="", title="答记者问")) is None


def test_a_title_alone_pairs_too(door: Index) -> None:
    policy = door.explained_by(like(WITHDRAWAL_TOLD, interprets=""))
    assert policy is not None
    assert policy.id == "lz-tiqu-2024"


def test_every_interpretation_with_its_evidence(door: Index) -> None:
    ((told, pair),) = door.pairings()
    assert told.id == "lz-tiqu-2024-jiedu"
    assert pair is not None
    assert (pair.policy.id, pair.score, pair.why) == ("lz-tiqu-2024", 1.0, ("页面注明",))


# --- the rest ------------------------------------------------------------------------------------


def test_recent_comes_newest_first_without_text(door: Index) -> None:
    assert door.recent(limit=2) == (like(DOGS, text=""), like(PARKING, text=""))
    assert [d.id for d in door.recent(kind="办法")] == [
        "lz-tiqu-2024",
        "lz-gaoling-2023",
        "lz-tiqu-2018",
    ]
    assert door.recent(kind="没有") == ()


def test_a_disclosure_comes_with_its_text(door: Index) -> None:
    found = door.disclosure("lz-gaoling-2023")
    assert found == like(ALLOWANCE, effective=date(2023, 7, 1), expires=date(2026, 6, 30))
    assert door.disclosure("unknown") is None


def test_passages_come_in_order(door: Index) -> None:
    assert [p.article for p in door.passages("nh-tingche-2025")] == [
        "一、收费标准",
        "二、申请材料",
        "三、咨询电话",
    ]
    assert door.passages("unknown") == ()


def test_count(door: Index) -> None:
    assert door.disclosure_count == 6


def test_opening_touches_nothing(tmp_path: Path) -> None:
    door = open_index(tmp_path / "nothing", lexicon_dir=lexicon(tmp_path / "lexicon"))
    with pytest.raises(NoIndex):
        door.find("公积金")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["lexicon"]
    assert sorted(p.name for p in (tmp_path / "lexicon").iterdir()) == sorted(LEXICON)


def test_an_empty_index_answers_nothing(analysis: Analysis, tmp_path: Path) -> None:
    door = only(analysis, tmp_path)
    assert door.find("公积金") == ()
    assert door.recent() == ()
    assert door.disclosure_count == 0
