"""A clause asked for by its number is quoted exactly, or it is said that there is none."""

from __future__ import annotations

import pytest

from bot.answering import answer
from bot.nlu.extracting import find_entities
from bot.question import Answer, Fact
from bot.understanding import question_of
from index.analysis import Analysis
from index.search import Index
from tests.index.corpus import ALL, TODAY, opened

TITLE = "临澜市住房公积金提取管理办法"


@pytest.fixture(scope="module")
def search(analysis: Analysis, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return opened(tmp_path_factory.mktemp("index"), ALL, analysis)


def answered(search: Index, text: str) -> Answer:
    found = [{"entity": f.entity, "value": f.value} for f in find_entities(text, TODAY)]
    question = question_of({"text": text, "entities": found, "intent": {"name": "ask_policy"}})
    told = answer(question, search, threshold=1.1, today=TODAY)
    assert isinstance(told, Answer)
    return told


@pytest.mark.parametrize(
    "text",
    [
        f"《{TITLE}》第四条第二项怎么说",
        f"{TITLE}第四条第（二）项是什么",
        "临公积金〔2024〕3号第4条第2项",
    ],
)
def test_an_item_is_quoted_with_the_words_above_it(search: Index, text: str) -> None:
    (quote,) = answered(search, text).quotes
    assert quote.citation.article == "第四条第（二）项"
    assert quote.text == "第四条　提取住房公积金，应当提交下列材料：\n（二）租赁合同或者离职证明。"


def test_an_item_that_is_not_there_is_said_with_the_whole_article(search: Index) -> None:
    found = answered(search, f"{TITLE}第四条第三项是什么")
    assert found.fact == Fact("no_part", f"《{TITLE}》第四条", "只有两项")
    assert found.quotes[0].text.endswith("（二）租赁合同或者离职证明。")
    assert found.quotes[0].citation.article == "第四条"


def test_an_article_without_items_says_so(search: Index) -> None:
    found = answered(search, f"《{TITLE}》第二条第一项")
    assert found.fact == Fact("no_part", f"《{TITLE}》第二条", "不分项")


def test_an_article_that_is_not_there_is_said(search: Index) -> None:
    found = answered(search, f"《{TITLE}》第九十条规定了什么")
    assert found.fact == Fact("no_article", TITLE, "第九十条，最后一条是第五条")
