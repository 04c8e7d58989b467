"""Texts cut into passages: every line once, articles whole, sections under their labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.disclosure import Disclosure, Passage
from index.passages import split


def cut(text: str, title: str = "题名") -> tuple[Passage, ...]:
    return split(Disclosure(id="lz-1", title=title, text=text))


def labels(text: str) -> list[tuple[str, str]]:
    return [(p.heading, p.article) for p in cut(text)]


STATUTE = (
    "临澜市犬类办法\n"
    "第一章　总　则\n"
    "第一条　为了管犬，制定本办法。\n"
    "第二条　本办法适用于南湖区。\n"
    "附近有学校的，从严管理。\n"
    "第二章 登记\n"
    "第三条　登记时提交：\n"
    "（一）身份证；\n"
    "（二）免疫证明。\n"
    "第三条规定的材料可以是复印件。\n"
    "第三条之一　登记不收费。\n"
    "附件1：登记表\n"
    "姓名、住址。\n"
    "附件2\n"
    "收费表。"
)


def test_a_statute_is_cut_by_its_articles() -> None:
    assert [(p.id, p.heading, p.article, p.text) for p in cut(STATUTE, "临澜市犬类办法")] == [
        ("lz-1#p1", "第一章　总　则", "第一条", "第一条　为了管犬，制定本办法。"),
        (
            "lz-1#p2",
            "第一章　总　则",
            "第二条",
            "第二条　本办法适用于南湖区。\n附近有学校的，从严管理。",
        ),
        (
            "lz-1#p3",
            "第二章 登记",
            "第三条",
            "第三条　登记时提交：\n（一）身份证；\n（二）免疫证明。\n"
            "第三条规定的材料可以是复印件。",
        ),
        ("lz-1#p4", "第二章 登记", "第三条之一", "第三条之一　登记不收费。"),
        ("lz-1#p5", "附件1：登记表", "", "附件1：登记表\n姓名、住址。"),
        ("lz-1#p6", "附件2", "", "附件2\n收费表。"),
    ]


def test_parts_chapters_and_sections_stand_above_an_article_in_order() -> None:
    text = (
        "第一编 通则\n第一章 总则\n第一节 范围\n第一条　甲。\n第二章 分则\n第二条　乙。\n"
        "第二编 附则\n第三条　丙。"
    )
    assert labels(text) == [
        ("第一编 通则 第一章 总则 第一节 范围", "第一条"),
        ("第一编 通则 第二章 分则", "第二条"),
        ("第二编 附则", "第三条"),
    ]


@pytest.mark.parametrize("gap", ["　", " ", "", "\n"])
def test_articles_begin_however_the_page_spaces_them(gap: str) -> None:
    text = "\n".join(f"第{n}条{gap}为了第{n}件事，写明此事。" for n in "一二三")
    assert [p.article for p in cut(text)] == ["第一条", "第二条", "第三条"]


@pytest.mark.parametrize(
    "line",
    [
        "第一条规定的人员除外。",
        "第一条所称家庭，是指共同生活的人。",
        "第一条第二款适用于单位。",
        "第一条、第二条的期限不变。",
        "第一条和第二条同时适用。",
        "第一章规定的期限不变。",
    ],
)
def test_a_line_that_refers_to_an_article_begins_none(line: str) -> None:
    text = f"第一条　甲。\n第二条　乙。\n第三条　丙。\n{line}"
    assert cut(text)[-1].text == f"第三条　丙。\n{line}"


def test_an_article_is_never_divided() -> None:
    long = "第二条　" + "居民可以申请。" * 200
    assert cut(f"第一条　甲。\n{long}\n第三条　丙。")[1].text == long


GUIDE = (
    "各区人民政府：\n"
    "一、受理条件\n"
    "住在东桥区。\n"
    "二、申请材料\n"
    "（一）身份证；\n"
    "（二）户口簿。\n"
    "三、办理流程：\n"
    "（一）网上填表。\n"
    "（二）窗口核对。\n"
    "四、标准\n"
    "（一）提高补助。每人每月二百元。\n"
    "1.按月发放。\n"
    "（二）扩大范围。新增外来人员。\n"
    "临澜市民政局\n"
    "附件\n"
    "一、表样\n"
    "填写说明。"
)


def test_an_official_document_is_cut_by_its_headings() -> None:
    assert [(p.heading, p.article, p.text) for p in cut(GUIDE)] == [
        ("", "", "各区人民政府："),
        ("一、受理条件", "一、受理条件", "一、受理条件\n住在东桥区。"),
        ("二、申请材料", "二、申请材料", "二、申请材料\n（一）身份证；\n（二）户口簿。"),
        ("三、办理流程：", "三、办理流程：", "三、办理流程：\n（一）网上填表。\n（二）窗口核对。"),
        (
            "四、标准",
            "四、标准",
            "四、标准\n（一）提高补助。每人每月二百元。\n1.按月发放。\n"
            "（二）扩大范围。新增外来人员。\n临澜市民政局",
        ),
        ("附件", "", "附件"),
        ("附件 一、表样", "一、表样", "一、表样\n填写说明。"),
    ]


def test_a_section_too_long_to_quote_is_cut_by_its_parts() -> None:
    long = "每人每月二百元，按月发放到本人账户。" * 20
    text = f"一、标准\n（一）{long}\n（二）材料：\n1.甲；\n2.乙。\n（三）{long}"
    assert [(p.heading, p.article, p.text) for p in cut(text)] == [
        ("一、标准", "一、标准（一）", f"一、标准\n（一）{long}"),
        ("一、标准", "一、标准（二）", "（二）材料：\n1.甲；\n2.乙。"),
        ("一、标准", "一、标准（三）", f"（三）{long}"),
    ]


def test_parts_without_a_section_are_passages_of_their_own() -> None:
    assert labels("各单位：\n现通知如下。\n（一）提高补助。\n（二）扩大范围。") == [
        ("", ""),
        ("", "（一）"),
        ("", "（二）"),
    ]


def test_an_enumeration_inside_a_sentence_is_no_heading() -> None:
    assert labels("一、标准\n一、二类地区每月二百元。\n二、三级医院起付线八百元。") == [
        ("一、标准", "一、标准")
    ]


def test_a_long_section_is_divided_at_sentence_ends_and_keeps_its_label() -> None:
    sentences = [f"第{n:03d}户居民每月可以领取补助三百元，逐户核对后发放。" for n in range(60)]
    found = cut("一、标准\n" + "".join(sentences))
    assert {p.article for p in found} == {"一、标准"}
    assert all(len(p.text) <= 600 and p.text.endswith("。") for p in found[1:])
    assert "".join(p.text for p in found) == "一、标准\n" + "".join(sentences)


def test_a_quoted_sentence_keeps_its_closing_mark() -> None:
    found = cut("一、标准\n" + "他说：“今天就能领。”" * 60)
    assert all(p.text.endswith("”") for p in found[1:])


def test_nothing_comes_of_an_empty_text() -> None:
    assert cut(" \n　\n") == ()


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("第一章　总则", "第一条　为了便民。", "第二条　甲。", "第三条　乙；"),
                *("第三条规定的", "（一）甲；", "（二）乙。", "一、标准", "二、材料：", "1.甲"),
                *("附件1", "附：名单", "附近居民可以申请。", "题名"),
            ]
        ),
        st.text(alphabet="居民可以申请。；：“”（）一、二第条章附件\u3000 ", max_size=30),
        st.builds(lambda n: "每月三百元。" * n, st.integers(60, 150)),
    ),
    max_size=25,
)


@given(LINES)
def test_every_line_of_the_body_stands_in_one_passage_once(lines: list[str]) -> None:
    found = cut("\n".join(lines))
    kept = "".join(line for p in found for line in p.text.splitlines())
    above = "".join(p.heading for p in found)
    missing = 0
    for line in (line.strip() for line in lines):
        if not line or line == "题名":
            continue
        at = kept.find(line, missing)
        if at < 0:  # a division stands above passages, or above none if nothing follows it
            assert line.startswith("第") and len(line) <= 45
            assert not line.endswith("。")
        else:
            missing = at + len(line)
    assert [p.ordinal for p in found] == list(range(1, len(found) + 1))
    assert above == "" or found


@given(LINES)
def test_passages_are_verbatim(lines: list[str]) -> None:
    text = "\n".join(line.strip() for line in lines if line.strip() and line.strip() != "题名")
    assert all(p.text in text for p in cut(text) if not p.heading)
    for passage in cut(text):
        assert all(line in text for line in passage.text.splitlines())
