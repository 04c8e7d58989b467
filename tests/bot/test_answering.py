"""Answers from a real index: quoted, in force, explained; or a reason why not.

Confidence depends on a fitted model, so these tests ask at the two ends of the scale: SURE takes
everything that was found for an answer, NEVER nothing.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answering import answer
from bot.question import Answer, Fact, NoAnswer, Question, Wanted
from index.analysis import Analysis
from index.disclosure import Disclosure, Status
from index.errors import NoIndex
from index.search import Index, open_index
from tests.index.corpus import (
    ALL,
    ALLOWANCE,
    DOGS,
    PARKING,
    TODAY,
    WITHDRAWAL_2018,
    WITHDRAWAL_2024,
    WITHDRAWAL_TOLD,
    like,
    opened,
)

SURE, NEVER = 0.0, 1.1
IN_FORCE = date(2026, 6, 30)  # the last day of the allowance


@pytest.fixture(scope="module")
def search(analysis: Analysis, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return opened(tmp_path_factory.mktemp("index"), ALL, analysis)


def asked(
    text: str, search: Index, threshold: float = SURE, today: date = TODAY
) -> Answer | NoAnswer:
    return answer(Question(text), search, threshold=threshold, today=today)


def answered(text: str, search: Index, today: date = TODAY) -> Answer:
    found = asked(text, search, SURE, today)
    assert isinstance(found, Answer)
    return found


def unanswered(text: str, search: Index, threshold: float, today: date = TODAY) -> NoAnswer:
    found = asked(text, search, threshold, today)
    assert isinstance(found, NoAnswer)
    return found


def by_number(search: Index, text: str, number: str, **more: str) -> Answer | NoAnswer:
    wanted = Question(text, number=number, **more)  # type: ignore[arg-type]
    return answer(wanted, search, threshold=NEVER, today=TODAY)


# --- answered ------------------------------------------------------------------------------------


def test_the_rule_is_quoted_with_its_citation(search: Index) -> None:
    found = answered("九十岁高龄津贴每月三百元", search, IN_FORCE)
    first = found.quotes[0]
    assert first.text == "第三条　年满九十周岁的老年人，每月发放高龄津贴三百元。"
    assert (first.citation.title, first.citation.number, first.citation.article) == (
        "临澜市高龄津贴发放办法",
        "临民发〔2023〕16号",
        "第三条",
    )
    assert first.citation.url == "http://127.0.0.1:8000/documents/lz-gaoling-2023/#p3"
    assert not found.history
    assert 0 < found.confidence <= 1


def test_the_official_interpretation_stands_beside_the_rule(search: Index) -> None:
    found = answered("租房提取每月不超过多少", search)
    assert {q.citation.disclosure_id for q in found.quotes} == {"lz-tiqu-2024"}
    assert [q.citation.disclosure_id for q in found.interpretations] == ["lz-tiqu-2024-jiedu"]
    assert "每月一千五百元" in found.interpretations[0].text


def test_an_interpretation_alone_brings_the_rule_it_explains(
    analysis: Analysis, tmp_path: Path
) -> None:
    told = like(WITHDRAWAL_TOLD, text="一、背景\n之前租房提取的额度偏低，群众反映强烈。")
    search = opened(tmp_path / "index", [WITHDRAWAL_2024, told], analysis)
    found = answered("租房提取额度群众反映强烈", search)
    assert [q.citation.disclosure_id for q in found.interpretations] == ["lz-tiqu-2024-jiedu"]
    assert {q.citation.disclosure_id for q in found.quotes} == {"lz-tiqu-2024"}


def test_mirrored_texts_are_quoted_once(analysis: Analysis, tmp_path: Path) -> None:
    search = opened(tmp_path / "index", [PARKING, like(PARKING, id="nh-copy")], analysis)
    texts = [q.text for q in answered("道路停车费每小时", search).quotes]
    assert texts.count("一、收费标准\n道路停车费每小时四元，首三十分钟免费。") == 1


@pytest.mark.parametrize(
    "text",
    ["租房提取", "高龄津贴", "养狗", "停车费每小时", "申请材料", "本办法自", "临澜市", "身份证"],
)
@pytest.mark.parametrize("today", [TODAY, IN_FORCE, date(2024, 1, 1), date(2027, 2, 1)])
def test_every_quote_is_verbatim_and_in_force_on_the_day(
    search: Index, text: str, today: date
) -> None:
    found = asked(text, search, today=today)
    if isinstance(found, NoAnswer):
        assert found.reason in ("old_only", "no_match", "low_confidence")
        return
    assert found.quotes or found.interpretations
    for quote in (*found.quotes, *found.interpretations):
        source = search.disclosure(quote.citation.disclosure_id)
        assert source is not None
        pieces = [piece for piece in quote.text.split("……") if piece]
        assert all(line in source.text for piece in pieces for line in piece.splitlines())
        assert quote.citation.validity.status.may_be_cited_as_current
        assert search.validity(source.id, today) == quote.citation.validity
    assert len(found.quotes) <= 3


# --- validity first ------------------------------------------------------------------------------


def test_a_repealed_text_is_never_an_answer(search: Index) -> None:
    found = asked("封存满二年", search)
    ids = {q.citation.disclosure_id for q in found.quotes} if isinstance(found, Answer) else set()
    assert "lz-tiqu-2018" not in ids


def test_only_old_rules_is_said_as_such(analysis: Analysis, tmp_path: Path) -> None:
    newer = like(WITHDRAWAL_2024, text="一、废止\n临公积金〔2018〕7号同时废止。")
    search = opened(tmp_path / "index", [WITHDRAWAL_2018, newer], analysis)
    found = unanswered("租房每月八百元", search, SURE)
    assert found.reason == "old_only"
    assert [(n.citation.disclosure_id, n.why) for n in found.near[:1]] == [
        ("lz-tiqu-2018", "not_current")
    ]
    assert found.near[0].citation.validity.status is Status.REPEALED


def test_an_expired_rule_answers_until_its_last_day(analysis: Analysis, tmp_path: Path) -> None:
    search = opened(tmp_path / "index", [ALLOWANCE], analysis)
    assert isinstance(asked("高龄津贴每月多少", search, today=IN_FORCE), Answer)
    assert unanswered("高龄津贴每月多少", search, SURE, date(2026, 7, 1)).reason == "old_only"


def test_a_rule_not_yet_in_force_does_not_answer(analysis: Analysis, tmp_path: Path) -> None:
    search = opened(tmp_path / "index", [DOGS], analysis)
    found = unanswered("犬绳多长", search, SURE)
    assert found.near[0].citation.validity.status is Status.PENDING
    assert isinstance(asked("犬绳多长", search, today=date(2027, 1, 1)), Answer)


# --- asked by number -----------------------------------------------------------------------------


def test_a_document_in_force_asked_by_number(search: Index) -> None:
    found = by_number(search, "离职提取封存多久", "临公积金〔2024〕3号")
    assert isinstance(found, Answer)
    assert [q.text for q in found.quotes] == ["第三条　离职提取的，应当在封存满半年后办理。"]
    assert (found.confidence, found.history, found.replacement) == (1.0, False, None)


def test_the_article_asked_for(search: Index) -> None:
    found = by_number(search, "临公积金〔2024〕3号第二条", "临公积金〔2024〕3号", article="第二条")
    assert isinstance(found, Answer)
    assert [q.citation.article for q in found.quotes] == ["第二条"]


def test_an_old_document_asked_by_number_is_history_with_its_replacement(search: Index) -> None:
    found = by_number(search, "临公积金〔2018〕7号还有效吗", "临公积金〔2018〕7号")
    assert isinstance(found, Answer)
    assert found.history
    assert found.quotes[0].citation.validity.status is Status.REPEALED
    assert found.replacement is not None
    assert found.replacement.disclosure_id == "lz-tiqu-2024"


def test_a_document_asked_for_as_such_shows_its_first_article(search: Index) -> None:
    found = answer(
        Question("找一下", wanted=Wanted.DOCUMENT, number="临民发〔2023〕16号"),
        search,
        threshold=NEVER,
        today=IN_FORCE,
    )
    assert isinstance(found, Answer)
    assert found.quotes[0].citation.article == "第一条"


def test_an_unknown_number_is_not_guessed(search: Index) -> None:
    found = by_number(search, "临公积金〔2024〕33号说了什么", "临公积金〔2024〕33号")
    assert isinstance(found, NoAnswer)
    assert found.reason == "no_such_number"
    assert [n.why for n in found.near] == ["other_number"] * len(found.near)
    assert "临公积金〔2024〕3号" not in {n.citation.number for n in found.near[1:]}


def test_the_nearest_published_number_is_offered(search: Index) -> None:
    found = by_number(search, "临公积金〔2024〕5号是什么文件", "临公积金〔2024〕5号")
    assert isinstance(found, NoAnswer)
    assert found.near[0].citation.number == "临公积金〔2024〕3号"


def test_a_document_without_text_is_told_by_its_catalogue_entry(
    analysis: Analysis, tmp_path: Path
) -> None:
    empty = like(ALLOWANCE, text="")
    search = opened(tmp_path / "index", [empty], analysis)
    found = by_number(search, "临民发〔2023〕16号是什么文件", "临民发〔2023〕16号")
    assert isinstance(found, Answer)
    assert found.fact == Fact("title", ALLOWANCE.title, "临民发〔2023〕16号")
    assert [q.text for q in found.quotes] == [ALLOWANCE.title]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("的发文字号是什么", ("number", "临民发〔2023〕16号")),
        ("的文号", ("number", "临民发〔2023〕16号")),
        ("是什么时候发布的", ("published", None)),
    ],
)
def test_the_catalogue_is_asked_by_title(
    search: Index, text: str, fact: tuple[str, str | None]
) -> None:
    title = ALLOWANCE.title
    found = answer(
        Question(f"《{title}》{text}？", title=title), search, threshold=NEVER, today=IN_FORCE
    )
    assert isinstance(found, Answer) and found.fact is not None
    assert (found.fact.kind, found.fact.title) == (fact[0], title)
    assert found.fact.value == (fact[1] or found.fact.value)


def test_a_number_that_disagrees_with_its_title_is_pointed_out(search: Index) -> None:
    found = answer(
        Question(
            f"《{ALLOWANCE.title}》（临公积金〔2024〕3号）还有效吗",
            title=ALLOWANCE.title,
            number="临公积金〔2024〕3号",
        ),
        search,
        threshold=NEVER,
        today=IN_FORCE,
    )
    assert isinstance(found, Answer)
    assert found.fact == Fact("disagrees", ALLOWANCE.title, "临民发〔2023〕16号")


# --- not answered --------------------------------------------------------------------------------


def test_what_is_not_sure_is_not_answered(search: Index) -> None:
    found = unanswered("道路停车费每小时", search, NEVER)
    assert found.reason == "low_confidence"
    ids = [n.citation.disclosure_id for n in found.near]
    assert ids[0] == "nh-tingche-2025"
    assert len(ids) == len(set(ids)) <= 3
    assert all(n.excerpt for n in found.near)


def test_missing_words_are_named(search: Index) -> None:
    found = unanswered("道路停车费无人机", search, NEVER)
    assert found.near[0].why == "missing_terms"
    assert found.near[0].missing != ()


def test_nothing_found(search: Index) -> None:
    assert unanswered("zzqqxx", search, SURE) == NoAnswer("no_match", ())


def test_a_broken_search_is_no_missing_answer(tmp_path: Path) -> None:
    with pytest.raises(NoIndex):
        asked("公积金", open_index(tmp_path / "nothing"))


# --- open points: see the reasons ----------------------------------------------------------------


def test_an_interpretation_of_a_repealed_policy_is_no_answer(
    analysis: Analysis, tmp_path: Path
) -> None:
    told = like(WITHDRAWAL_TOLD, interprets="lz-tiqu-2018", text="一、要点\n每月最多提取八百元。")
    newer = like(WITHDRAWAL_2024, text="一、废止\n临公积金〔2018〕7号同时废止。")
    search = opened(tmp_path / "index", [WITHDRAWAL_2018, newer, told], analysis)
    assert isinstance(asked("每月最多八百元", search), NoAnswer)


def test_a_draft_is_not_quoted_as_a_rule(analysis: Analysis, tmp_path: Path) -> None:
    draft = Disclosure(
        id="lz-caogao",
        title="临澜市电动车停放办法（征求意见稿）",
        kind="意见征集",
        published=date(2026, 11, 1),
        closes=date(2026, 12, 1),
        text="一、罚则\n在楼道充电的，罚款五百元。",
    )
    search = opened(tmp_path / "index", [draft], analysis)
    found = asked("楼道充电罚款", search)
    assert isinstance(found, NoAnswer) or found.quotes == ()


def test_the_number_in_the_question_does_not_choose_the_passage(search: Index) -> None:
    found = by_number(search, "临公积金〔2024〕3号离职提取封存多久", "临公积金〔2024〕3号")
    assert isinstance(found, Answer)
    assert [q.text for q in found.quotes] == ["第三条　离职提取的，应当在封存满半年后办理。"]


def test_a_rule_of_another_district_does_not_answer(analysis: Analysis, tmp_path: Path) -> None:
    search = opened(tmp_path / "index", [PARKING], analysis)
    question = Question("东桥区道路停车费每小时多少", region="东桥区")
    found = answer(question, search, threshold=SURE, today=TODAY)
    assert isinstance(found, NoAnswer)
    assert found.near[0].why == "region"
