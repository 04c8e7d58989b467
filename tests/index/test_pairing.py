"""Which policy an interpretation explains, how sure that is, and why."""

from __future__ import annotations

from datetime import date

import pytest

from index.disclosure import Disclosure
from index.pairing import NOTHING, names_explained, pairs, weighed_pair
from tests.index.corpus import WITHDRAWAL_2018, WITHDRAWAL_2024, WITHDRAWAL_TOLD, like

TITLE = WITHDRAWAL_2024.title
UNLINKED = like(WITHDRAWAL_TOLD, interprets="")


@pytest.mark.parametrize(
    ("interpretation", "score", "why"),
    [
        (WITHDRAWAL_TOLD, 1.0, ("页面注明",)),
        (like(WITHDRAWAL_TOLD, interprets="临公积金[2024]3号"), 1.0, ("注明文号", "同一机关")),
        (like(WITHDRAWAL_TOLD, interprets=TITLE), 0.9, ("注明标题", "同一机关")),
        (like(UNLINKED, title="临公积金〔2024〕3号政策解读"), 1.0, ("标题里有文号", "同一机关")),
        (UNLINKED, 0.9, ("标题里有书名", "同一机关")),
        (like(UNLINKED, title=f"{TITLE}的政策解读"), 0.7, ("标题相同", "同一机关")),
        (like(UNLINKED, title=f"一图读懂：{TITLE}"), 0.7, ("标题相同", "同一机关")),
        (like(UNLINKED, issuers=("临澜市民政局",)), 0.6, ("标题里有书名", "机关不同")),
        (
            like(UNLINKED, published=date(2026, 1, 1)),
            0.8,
            ("标题里有书名", "同一机关", "晚于文件一年以上"),
        ),
        (like(UNLINKED, published=date(2018, 4, 1)), 0.5, ("标题里有书名", "同一机关", "早于文件")),
    ],
)
def test_the_evidence_and_its_weight(
    interpretation: Disclosure, score: float, why: tuple[str, ...]
) -> None:
    found = weighed_pair(WITHDRAWAL_2024, interpretation)
    assert found is not None
    assert (found.score, found.why) == (score, why)


@pytest.mark.parametrize(
    "interpretation",
    [
        like(UNLINKED, title="《临澜市养犬管理条例》政策解读"),
        like(UNLINKED, title="公积金政策解读"),
        like(WITHDRAWAL_TOLD, interprets="lz-other"),
        like(WITHDRAWAL_TOLD, interprets=NOTHING),
        like(UNLINKED, issuers=("临澜市民政局",), published=date(2018, 4, 1)),
    ],
)
def test_no_evidence_no_pair(interpretation: Disclosure) -> None:
    assert weighed_pair(WITHDRAWAL_2024, interpretation) is None


def test_of_two_versions_the_day_decides() -> None:
    old_told = like(UNLINKED, id="lz-old-told", published=date(2018, 3, 25))
    found = pairs([WITHDRAWAL_2018, WITHDRAWAL_2024], [UNLINKED, old_told])
    assert {(p.interpretation.id, p.policy.id) for p in found} == {
        (UNLINKED.id, WITHDRAWAL_2024.id),
        ("lz-old-told", WITHDRAWAL_2018.id),
    }


def test_an_interpretation_explains_no_interpretation() -> None:
    other = like(WITHDRAWAL_TOLD, id="other", title=TITLE)
    assert weighed_pair(other, UNLINKED) is None


@pytest.mark.parametrize(
    ("interpretation", "keys"),
    [
        (WITHDRAWAL_TOLD, {"lz-tiqu-2024", "lztiqu2024"}),
        (UNLINKED, {TITLE}),
        (like(UNLINKED, title=f"{TITLE}政策解读"), {TITLE}),
        (like(UNLINKED, title="临公积金[2024]3号解读"), {"临公积金〔2024〕3号", "临公积金20243号"}),
        (like(UNLINKED, title="答记者问"), set()),
    ],
)
def test_the_keys_it_can_be_found_by(interpretation: Disclosure, keys: set[str]) -> None:
    assert set(names_explained(interpretation)) == keys
