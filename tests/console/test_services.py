"""Writes to the ledger, against a real SQLite file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from django.db import connection

from console import services
from console.demand import DemandSignal
from console.models import Move, Near, Signal
from tests.console.signals import NEAR, account, recorded

pytestmark = pytest.mark.usefixtures("ledger")


def test_a_recorded_question_is_masked_before_it_is_stored() -> None:
    signal = recorded("我叫张三，电话13800138000，\n外卖骑手能领示例津贴吗")
    assert signal.question == "我叫〔姓名〕，电话〔手机号〕， 外卖骑手能领示例津贴吗"
    assert (signal.status, signal.supporters, signal.version) == ("open", 0, 1)


def test_masked_words_do_not_return_in_the_reason_of_a_near_match() -> None:
    near = replace(NEAR, why="没有提到“张三”“外卖骑手”")
    signal = recorded("我叫张三，外卖骑手能领示例津贴吗", near=(near,))
    assert signal.near.get().why == "没有提到“〔已隐去〕”“外卖骑手”"


def test_nothing_of_the_number_is_in_the_database_file() -> None:
    recorded("我的手机是13912345678，什么时候补发", region="南湖区", period="2025年")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM console_signal")
        stored = repr(cursor.fetchall())
        cursor.execute("SELECT * FROM console_near")
        stored += repr(cursor.fetchall())
    assert "〔手机号〕" in stored
    assert "13912345678" not in stored


def test_near_matches_are_kept_in_order_and_bounded() -> None:
    many = tuple(replace(NEAR, disclosure_id=f"d{n}", excerpt="字" * 900) for n in range(30))
    signal = recorded(near=many)
    kept = list(signal.near.order_by("place"))
    assert [near.disclosure_id for near in kept] == [f"d{n}" for n in range(10)]
    assert len(kept[0].excerpt) == 400


def test_long_words_are_cut_after_masking() -> None:
    signal = recorded("字" * 495 + "13800138000" + "字" * 3000)
    assert len(signal.question) == 500
    assert signal.question.endswith("字〔手机号〕")


@pytest.mark.parametrize("question", ["", "   ", "\n"])
def test_a_signal_without_words_is_refused(question: str) -> None:
    with pytest.raises(ValueError, match="question's words"):
        recorded(question)
    assert Signal.objects.count() == 0


def test_an_unknown_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        services.record(signal=DemandSignal("问题", "nonsense", "ask_policy", "web"))


def test_joining_counts_one_more_person() -> None:
    signal = recorded()
    assert services.join(code=signal.shown_code) is True
    assert services.join(code=signal.shown_code.lower()) is True
    signal.refresh_from_db()
    assert signal.supporters == 2


def test_joining_an_unknown_code_says_no() -> None:
    recorded()
    assert services.join(code="2222-2222") is False
    assert services.join(code="不是查询码") is False


def test_dismiss_note_reopen_leave_a_history() -> None:
    signal, lin = recorded(), account()
    services.dismiss(signal_id=signal.pk, user=lin, reason_text=" 属于信访事项 ", version=1)
    services.add_note(signal_id=signal.pk, user=lin, text="已电话核实")
    services.reopen(signal_id=signal.pk, user=lin, version=2)
    signal.refresh_from_db()
    assert (signal.status, signal.version) == ("open", 3)
    history = Move.objects.order_by("id").values_list("who", "what", "before", "after", "text")
    assert list(history) == [
        ("lin", "dismissed", "open", "dismissed", "属于信访事项"),
        ("lin", "noted", "dismissed", "dismissed", "已电话核实"),
        ("lin", "reopened", "dismissed", "open", ""),
    ]


def test_history_outlives_the_account() -> None:
    signal, lin = recorded(), account()
    services.add_note(signal_id=signal.pk, user=lin, text="备注")
    lin.delete()
    assert Move.objects.get().who == "lin"


def test_dismissing_needs_a_reason() -> None:
    signal, lin = recorded(), account()
    with pytest.raises(services.LedgerRefusal, match="请写明不再处理的理由"):
        services.dismiss(signal_id=signal.pk, user=lin, reason_text="  ", version=1)
    signal.refresh_from_db()
    assert signal.status == "open"


def test_an_outdated_form_changes_nothing() -> None:
    signal, lin = recorded(), account()
    services.dismiss(signal_id=signal.pk, user=lin, reason_text="重复", version=1)
    services.reopen(signal_id=signal.pk, user=lin, version=2)
    with pytest.raises(services.ConcurrentChange, match="刚刚被别人处理过"):
        services.dismiss(signal_id=signal.pk, user=lin, reason_text="旧页面", version=1)
    signal.refresh_from_db()
    assert (signal.status, signal.version) == ("open", 3)
    assert Move.objects.count() == 2


def test_an_unknown_signal_is_named() -> None:
    with pytest.raises(services.UnknownSignal, match="没有找到这条需求"):
        services.add_note(signal_id=999_999, user=account(), text="备注")


def test_of_two_people_who_dismiss_at_once_one_wins() -> None:
    signal = recorded()
    people, start = [account(name="lin"), account(name="zhou")], Barrier(2)

    def dismiss(number: int) -> str:
        try:
            start.wait(10)
            services.dismiss(
                signal_id=signal.pk, user=people[number], reason_text="重复", version=1
            )
        except services.ConcurrentChange:
            return "refused"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(dismiss, range(2))) == ["done", "refused"]
    assert Move.objects.count() == 1


def test_many_threads_record_and_join_at_once() -> None:
    first = recorded()

    def ask(number: int) -> str:
        services.join(code=first.shown_code)
        return services.record(
            signal=DemandSignal(f"第{number}个问题", "no_match", "ask_policy", "web", (NEAR,))
        )

    with ThreadPoolExecutor(8) as pool:
        codes = set(pool.map(ask, range(40)))
    first.refresh_from_db()
    assert len(codes) == 40
    assert first.supporters == 40
    assert (Signal.objects.count(), Near.objects.count()) == (41, 41)
