"""Documents by what people call them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.titles import find_titles
from index.analysis import Analysis
from index.disclosure import Disclosure
from tests.index.corpus import like, opened

LAW = Disclosure(
    id="law",
    title="中华人民共和国停车法",
    kind="法律",
    number="国停法〔2020〕7号",
    text="第一条　为了停车，制定本法。\n第二条　停车收费。\n第一千零六十二条　停车免费。",
)
YEARLY = like(LAW, id="yearly", title="中华人民共和国停车法修正案（2018年）第三条", number="")


@pytest.mark.parametrize(
    "name",
    [
        "国停法〔2020〕7号",
        "国停法[2020]7号",
        "国停法(2020)第7号",
        "国停法2020年7号",
        "中华人民共和国停车法",
        "停车法",
    ],
)
def test_a_document_is_found_by_any_of_its_names(
    name: str, analysis: Analysis, tmp_path: Path
) -> None:
    assert [d.id for d in opened(tmp_path / "i", [LAW], analysis).named(name)] == ["law"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("停车法第二条的内容是什么", "第二条　停车收费。"),
        ("中华人民共和国停车法第2条", "第二条　停车收费。"),
        ("请问停车法1062条怎么说的", "第一千零六十二条　停车免费。"),
        ("《停车法》第二条", "第二条　停车收费。"),
    ],
)
def test_a_named_article_comes_first_and_surely(
    question: str, said: str, analysis: Analysis, tmp_path: Path
) -> None:
    first = opened(tmp_path / "i", [LAW, YEARLY], analysis).find(question)[0]
    assert (first.passage.text, first.confidence) == (said, 1.0)


def test_marks_and_years_of_a_name_may_be_missing(analysis: Analysis, tmp_path: Path) -> None:
    index = opened(tmp_path / "i", [LAW, YEARLY], analysis)
    assert index.find("停车法修正案2018年第三条")[0].citation.disclosure_id == "yearly"


def test_an_article_that_is_not_there_is_not_made_up(analysis: Analysis, tmp_path: Path) -> None:
    found = opened(tmp_path / "i", [LAW], analysis).find("停车法第九百条")
    assert all(m.confidence < 1 for m in found)


@pytest.mark.parametrize(
    ("asked", "near"),
    [("国停法〔2020〕9号", ["law"]), ("国停法〔2021〕7号", ["law"]), ("国停法〔2020〕900号", [])],
)
def test_the_nearest_numbers(
    asked: str, near: list[str], analysis: Analysis, tmp_path: Path
) -> None:
    index = opened(tmp_path / "i", [LAW], analysis)
    assert [d.id for d in index.nearest_numbers(asked)] == near


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("《停车收费办法》还有效吗", ["停车收费办法"]),
        ("《关于印发《停车办法》的通知》说了什么", ["关于印发《停车办法》的通知"]),
        ("《停车收费办法》和《养犬管理条例》", ["停车收费办法", "养犬管理条例"]),
        ("《停》太短，《没有关上", []),
    ],
)
def test_titles_in_book_marks(text: str, titles: list[str]) -> None:
    assert [f.value for f in find_titles(text)] == titles
