"""款 and 项: read from a question, cut from an article, cited the official way."""

from __future__ import annotations

import pytest

from index.clause_text import Clause, Missing, clause_in, words_of

ARTICLE = (
    "第二十条　符合下列条件之一的，可以申请：\n"
    "（一）年满六十周岁的；\n"
    "（二）持有残疾证的：\n"
    "1.一级；\n"
    "2.二级；\n"
    "（三）其他情形。\n"
    "前款规定的申请由街道受理。\n"
    "受理后十日内答复。"
)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("条例第二十条第一款第三项怎么说", Clause("第二十条", 1, 3)),
        ("第20条第1款第(3)项", Clause("第二十条", 1, 3)),
        ("20条1款3项", Clause("第二十条", 1, 3)),
        ("第二十条第（三）项", Clause("第二十条", 0, 3)),
        ("第二十条 第二款", Clause("第二十条", 2, 0)),
        ("第二十条之一第十二项", Clause("第二十条之一", 0, 12)),
        ("第二十条", Clause("第二十条")),
        ("这笔款项怎么算", None),
        ("第三条贷款几项材料", Clause("第三条")),
    ],
)
def test_a_reference_is_read(text: str, clause: Clause | None) -> None:
    assert clause_in(text) == clause


@pytest.mark.parametrize(
    ("clause", "label"),
    [
        (Clause("第二十条", 1, 3), "第二十条第一款第（三）项"),
        (Clause("第二十条", 0, 12), "第二十条第（十二）项"),
        (Clause("第二十条", 2), "第二十条第二款"),
        (Clause("第二十条"), "第二十条"),
    ],
)
def test_the_official_way_of_citing(clause: Clause, label: str) -> None:
    assert clause.label == label
    assert clause_in(label) == clause


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (Clause("第二十条", 2), "前款规定的申请由街道受理。"),
        (Clause("第二十条", 3), "受理后十日内答复。"),
        (
            Clause("第二十条", 1, 2),
            "第二十条　符合下列条件之一的，可以申请：\n（二）持有残疾证的：\n1.一级；\n2.二级；",
        ),
        (Clause("第二十条", 0, 3), "第二十条　符合下列条件之一的，可以申请：\n（三）其他情形。"),
        (Clause("第二十条"), ARTICLE),
    ],
)
def test_its_words(clause: Clause, words: str) -> None:
    assert words_of(clause, ARTICLE) == words


def test_the_first_paragraph_has_its_whole_list() -> None:
    found = words_of(Clause("第二十条", 1), ARTICLE)
    assert found == ARTICLE.split("\n前款")[0]


@pytest.mark.parametrize(
    ("clause", "missing"),
    [
        (Clause("第二十条", 4), Missing("款", 3)),
        (Clause("第二十条", 1, 4), Missing("项", 3)),
        (Clause("第二十条", 2, 1), Missing("项", 0)),
        (Clause("第二十条", 0, 9), Missing("项", 3)),
    ],
)
def test_what_is_not_there_is_said(clause: Clause, missing: Missing) -> None:
    assert words_of(clause, ARTICLE) == missing


def test_a_number_on_its_own_line_is_no_paragraph() -> None:
    text = "第三条\n甲款内容。\n乙款内容。"
    assert words_of(Clause("第三条", 2), text) == "乙款内容。"
    assert words_of(Clause("第三条", 1), text) == "第三条\n甲款内容。"
