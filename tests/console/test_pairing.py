"""Staff pair an interpretation with its policy; the index follows, and again after a build."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.test import Client

from console import pairing
from console.models import PairCorrection
from console.published import reader
from console.services import LedgerRefusal
from index import writing
from tests.console.conftest import ROOM
from tests.console.signals import PAIR, READ, account, signed_in
from tests.console.test_staff import words

pytestmark = pytest.mark.usefixtures("ledger", "published", "paired_again")

PAGE = "/console/pairs/"
TOLD, RULE, OLD = "demo-jiedu-2024", "demo-rule-2024", "demo-rule-2017"


@pytest.fixture
def paired_again():
    """The index as it was, whatever a test did to it."""
    yield
    writing.pair(TOLD, RULE, ROOM / "index")


def shown_with(policy: str) -> list[str]:
    return [d.id for d in reader().interpretations(policy)]


def test_the_page_shows_every_pair_with_its_evidence() -> None:
    text = words(signed_in(account(PAIR)).get(PAGE))
    assert (
        "《临澜市示例津贴发放办法》政策解读 临澜市示例津贴发放办法 临民发〔2024〕16号 100% 页面注明"
        in text
    )


def test_only_those_who_may() -> None:
    assert Client().get(PAGE).status_code == 302
    reader_only = signed_in(account(READ))
    assert reader_only.get(PAGE).status_code == 403
    refused = reader_only.post(PAGE, {"interpretation": TOLD, "policy": ""})
    assert refused.status_code == 403
    assert shown_with(RULE) == [TOLD]


@pytest.mark.parametrize(
    "name", [OLD, "临民发〔2017〕22号", "临民发[2017]22号", "临澜市示例津贴暂行办法"]
)
def test_a_correction_is_searched_with_at_once(name: str) -> None:
    browser = signed_in(account(PAIR))
    text = words(browser.post(PAGE, {"interpretation": TOLD, "policy": name}, follow=True))
    assert "配对已更正" in text
    assert "已更正" in text
    assert (shown_with(RULE), shown_with(OLD)) == ([], [TOLD])


def test_an_interpretation_of_nothing_published() -> None:
    user = account(PAIR)
    pairing.correct(interpretation=TOLD, policy=" ", user=user)
    assert (shown_with(RULE), shown_with(OLD)) == ([], [])
    (row,) = pairing.rows()
    assert row.pair is None
    assert row.why == f"{user.get_username()}已更正"


@pytest.mark.parametrize(
    ("interpretation", "policy", "told"),
    [
        (TOLD, "没有这份文件", "没有找到“没有这份文件”"),
        (TOLD, TOLD, "没有找到"),
        ("gone", RULE, "已经不在索引里"),
        (RULE, OLD, "已经不在索引里"),
    ],
)
def test_a_wrong_correction_is_refused_and_changes_nothing(
    interpretation: str, policy: str, told: str
) -> None:
    with pytest.raises(LedgerRefusal, match=told):
        pairing.correct(interpretation=interpretation, policy=policy, user=account(PAIR))
    assert PairCorrection.objects.count() == 0
    assert shown_with(RULE) == [TOLD]


def test_a_correction_outlives_a_build(capsys: pytest.CaptureFixture[str]) -> None:
    pairing.correct(interpretation=TOLD, policy=OLD, user=account(PAIR))
    writing.pair(TOLD, RULE, ROOM / "index")  # as a build from the files would have it
    assert shown_with(RULE) == [TOLD]
    call_command("apply_pairs")
    assert "已恢复 1 个配对" in capsys.readouterr().out
    assert shown_with(OLD) == [TOLD]


def test_correcting_again_keeps_the_last_word() -> None:
    user = account(PAIR)
    pairing.correct(interpretation=TOLD, policy=OLD, user=user)
    pairing.correct(interpretation=TOLD, policy=RULE, user=user)
    assert PairCorrection.objects.get().policy == RULE
    assert shown_with(RULE) == [TOLD]


def test_the_index_page_links_to_it() -> None:
    allowed = signed_in(account(READ, PAIR)).get("/console/")
    assert PAGE in allowed.content.decode()
    other = signed_in(account(READ, name="wu")).get("/console/")
    assert PAGE not in other.content.decode()
