"""What is shown of a passage is the passage's own text, in whole sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quoting import excerpt

ARTICLE = (
    "第二条　租房提取的，每月不超过一千五百元。"
    "离职提取的，封存满半年后办理；"
    "购房提取的，凭合同办理。\n"
    "材料不全的，一次告知。"
)
ENDS = tuple("。！？；”’」』）)\n")


def test_a_short_text_comes_back_whole() -> None:
    assert excerpt(ARTICLE, ("购房",)) == ARTICLE


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (("租房",), "第二条　租房提取的，每月不超过一千五百元。……"),
        (("离职", "封存"), "……离职提取的，封存满半年后办理；……"),
        (("购房",), "……购房提取的，凭合同办理。……"),
        (("材料",), "……材料不全的，一次告知。"),
        ((), "第二条　租房提取的，每月不超过一千五百元。……"),
    ],
)
def test_the_sentence_asked_for_is_shown(wanted: tuple[str, ...], shown: str) -> None:
    assert excerpt(ARTICLE, wanted, most=21) == shown


def test_as_many_sentences_as_fit() -> None:
    assert excerpt(ARTICLE, ("离职", "购房"), most=30) == (
        "……离职提取的，封存满半年后办理；购房提取的，凭合同办理。……"
    )


def test_a_sentence_longer_than_the_limit_is_not_cut() -> None:
    long = "每月" * 300 + "。"
    assert excerpt(f"先说明。{long}后说明。", ("每月",), most=50) == f"……{long}……"


def test_a_quotation_mark_stays_with_its_sentence() -> None:
    text = "他说：“今天能领。”明天再来。"
    assert excerpt(text, ("今天",), most=10) == "他说：“今天能领。”……"


SENTENCES = st.lists(
    st.text(alphabet="居民每月补助三百元，提取（一）“”。；！？\n 1", min_size=1, max_size=40),
    min_size=1,
    max_size=20,
).map(lambda parts: "".join(parts).strip())
WANTED = st.lists(st.sampled_from(["居民", "补助", "三百元", "提取", "没有"]), max_size=3).map(
    tuple
)


@given(SENTENCES, WANTED, st.integers(1, 120))
def test_what_is_shown_is_a_verbatim_run_of_whole_sentences(
    text: str, wanted: tuple[str, ...], most: int
) -> None:
    shown = excerpt(text, wanted, most)
    body = shown.removeprefix("……").removesuffix("……")
    assert body in text
    starts = [n for n in range(len(text) + 1) if text.startswith(body, n)]
    assert any(_whole(text, n, n + len(body)) for n in starts)
    assert shown.startswith("……") or text.startswith(body)
    assert shown.endswith("……") or text.endswith(body)


@given(SENTENCES, WANTED, st.integers(1, 120))
def test_more_than_the_limit_is_one_sentence(text: str, wanted: tuple[str, ...], most: int) -> None:
    body = excerpt(text, wanted, most).strip("…")
    if len(body) > most and len(text) > most:
        inside = body.rstrip("。！？；”’」』）)")
        assert not any(end in inside for end in "。！？；\n")


def _whole(text: str, start: int, end: int) -> bool:
    begins = start == 0 or text[start - 1] in ENDS
    finishes = end == len(text) or text[end] == "\n" or (end > 0 and text[end - 1] in ENDS)
    return begins and finishes
