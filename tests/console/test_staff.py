"""The staff pages through Django's test client."""

from __future__ import annotations

import html
import re

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from console import services
from console.models import Move, Reason
from console.wording import EXPLANATIONS
from tests.console.signals import NOTE, READ, SETTLE, account, recorded, signed_in

pytestmark = pytest.mark.usefixtures("ledger")

LIST = "/console/console/signal/"


def page_of(number: int) -> str:
    return f"{LIST}{number}/change/"


def words(response) -> str:
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(text).split())


def questions(response) -> list[str]:
    body = response.content.decode()
    return re.findall(r'<th class="field-words"><a href="[^"]+">([^<]+)</a>', body)


def test_strangers_are_sent_to_the_login() -> None:
    signal = recorded()
    for url in ("/console/", LIST, page_of(signal.pk)):
        assert Client().get(url).status_code == 302
    refused = Client().post(f"{LIST}{signal.pk}/dismiss/", {"text": "重复", "version": 1})
    assert refused.headers["Location"].startswith("/console/login/")
    assert Move.objects.count() == 0


def test_staff_without_the_permission_see_nothing() -> None:
    signal, browser = recorded(), signed_in(account())
    assert browser.get(LIST).status_code == 403
    assert browser.get(page_of(signal.pk)).status_code == 403


def test_the_list_shows_questions_reasons_and_supporters() -> None:
    signal = recorded("外卖骑手能领示例津贴吗")
    services.join(code=signal.shown_code)
    text = words(signed_in(account(READ)).get(LIST))
    assert "外卖骑手能领示例津贴吗 仅失效文件 网页" in text
    assert "待处理 1" in text
    assert "共 1 条" in text


def test_an_empty_list_says_what_happens_next() -> None:
    browser = signed_in(account(READ))
    assert "台账还是空的。" in words(browser.get(LIST))
    recorded()
    assert "没有符合条件的需求。" in words(browser.get(LIST, {"q": "不存在的词"}))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"status__exact": "dismissed"}, ["加装电梯补贴"]),
        ({"status__exact": "open"}, ["去年出生人口"]),
        ({"reason__exact": "data_gap"}, ["去年出生人口"]),
        ({"channel": "wechat"}, ["去年出生人口"]),
        ({"q": "电梯 补贴"}, ["加装电梯补贴"]),
        ({"q": "没有人问过"}, []),
    ],
)
def test_filters_and_search(query: dict[str, str], shown: list[str]) -> None:
    recorded("去年出生人口", reason="data_gap", channel="wechat")
    dismissed, lin = recorded("加装电梯补贴"), account(READ)
    services.dismiss(signal_id=dismissed.pk, user=lin, reason_text="重复", version=1)
    response = signed_in(lin).get(LIST, query)
    assert questions(response) == shown


def test_search_by_receipt_code() -> None:
    wanted = recorded("去年出生人口")
    recorded("加装电梯补贴")
    response = signed_in(account(READ)).get(LIST, {"q": wanted.shown_code.lower()})
    assert questions(response) == ["去年出生人口"]


def test_the_detail_says_why_and_shows_what_came_close() -> None:
    signal = recorded(confidence=0.33, region="南湖区", period="2025年")
    response = signed_in(account(READ)).get(page_of(signal.pk))
    text = words(response)
    assert "仅失效文件 ：只找到已经废止或失效的文件，不能当作现行规定答复。" in text
    assert "临民发〔2017〕22号 · 第二条 第二条 每月50元。 废止 41% 没有提到“外卖骑手”" in text
    assert "想了解 问政策规定 地区 南湖区 时间 2025年 置信度 33%" in text
    assert signal.shown_code in text
    assert 'href="/documents/demo-rule-2017/"' in response.content.decode()
    assert "<form" not in response.content.decode().split('id="logout-form"')[1].split("</form>")[1]


def test_every_reason_is_explained() -> None:
    assert set(EXPLANATIONS) == set(Reason.values)
    browser = signed_in(account(READ))
    for reason in Reason:
        assert EXPLANATIONS[reason].why in words(
            browser.get(page_of(recorded(reason=reason.value).pk))
        )


def test_citizens_markup_is_shown_as_text() -> None:
    signal = recorded("<script>alert(1)</script>怎么办")
    body = signed_in(account(READ)).get(page_of(signal.pk)).content.decode()
    assert "<script>alert(1)</script>" not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt;怎么办" in body


def test_dismiss_note_and_reopen_by_form() -> None:
    signal = recorded()
    browser = signed_in(account(READ, SETTLE, NOTE))
    url = f"{LIST}{signal.pk}/"
    form = {"text": "属于信访事项", "version": 1}
    assert "已标为不再处理" in words(browser.post(f"{url}dismiss/", form, follow=True))
    assert "备注已保存。" in words(browser.post(f"{url}note/", {"text": "已核实"}, follow=True))
    text = words(browser.post(f"{url}reopen/", {"text": "", "version": 2}, follow=True))
    assert "已重新打开" in text
    assert re.search(
        r"系统 登记 .* lin 标为不再处理 （待处理 → 不再处理） 属于信访事项 .* lin 添加备注 已核实 "
        r".* lin 重新打开 （不再处理 → 待处理）",
        text,
    )


def test_refusals_are_shown_as_sentences() -> None:
    signal = recorded()
    browser = signed_in(account(READ, SETTLE, NOTE))
    url = f"{LIST}{signal.pk}/"
    empty = browser.post(f"{url}dismiss/", {"text": " ", "version": 1}, follow=True)
    assert "请写明不再处理的理由" in words(empty)
    for version in ("7", "", "x", "９", "9" * 40):
        outdated = browser.post(f"{url}dismiss/", {"text": "重复", "version": version}, follow=True)
        assert "这条需求刚刚被别人处理过，请看过最新情况后再操作。" in words(outdated)
    assert Move.objects.count() == 0


@pytest.mark.parametrize(
    ("move", "needed"), [("dismiss", SETTLE), ("reopen", SETTLE), ("note", NOTE)]
)
def test_each_move_needs_its_own_permission(move: str, needed: str) -> None:
    signal = recorded()
    others = {READ, SETTLE, NOTE} - {needed}
    form = {"text": "文字", "version": 1}
    refused = signed_in(account(*others)).post(f"{LIST}{signal.pk}/{move}/", form)
    assert refused.status_code == 403
    blind = signed_in(account(needed, name="blind")).post(f"{LIST}{signal.pk}/{move}/", form)
    assert blind.status_code == 403
    assert Move.objects.count() == 0


@pytest.mark.parametrize("move", ["dismiss", "reopen", "note"])
def test_moves_are_posts_with_a_token(move: str) -> None:
    signal, lin = recorded(), account(READ, SETTLE, NOTE)
    url = f"{LIST}{signal.pk}/{move}/"
    assert signed_in(lin).get(url).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(lin, backend="django.contrib.auth.backends.ModelBackend")
    forged = strict.post(url, {"text": "文字", "version": 1})
    assert forged.status_code == 403
    assert "页面已过期" in words(forged)
    assert Move.objects.count() == 0


def test_words_can_be_neither_edited_added_nor_deleted() -> None:
    signal = recorded("原来的话")
    User.objects.create_superuser("root", password="only-for-tests-1")
    browser = signed_in(User.objects.get(username="root"))
    assert browser.post(page_of(signal.pk), {"question": "改过的话"}).status_code == 405
    assert browser.get(f"{LIST}add/").status_code == 403
    assert browser.post(f"{LIST}{signal.pk}/delete/", {"post": "yes"}).status_code == 403
    signal.refresh_from_db()
    assert signal.question == "原来的话"


@pytest.mark.parametrize("number", ["999999", "abc", "1' or 1"])
def test_an_unknown_signal_is_a_404(number: str) -> None:
    response = signed_in(account(READ)).get(f"{LIST}{number}/change/")
    assert response.status_code == 404


def test_the_first_page_counts_what_waits() -> None:
    recorded(reason="data_gap")
    recorded()
    text = words(signed_in(account(READ)).get("/console/"))
    assert "2 条待处理 0 条不再处理" in text
    assert "仅失效文件 1 条 数据缺口 1 条" in text


def test_repeated_wrong_passwords_lock_the_name_at_this_address() -> None:
    account(READ)
    account(READ, name="zhou")
    browser = Client()
    for _ in range(5):
        browser.post("/console/login/", {"username": "lin", "password": "wrong"})
    right = {"username": "lin", "password": "only-for-tests-1"}
    locked = browser.post("/console/login/", right)
    assert locked.status_code == 429
    assert "这个账号已暂停登录 15 分钟。" in words(locked)
    assert browser.post("/console/login/", right, REMOTE_ADDR="10.0.0.9").status_code == 302
    assert browser.post("/console/login/", {**right, "username": "zhou"}).status_code == 302


def test_demo_staff_gets_a_fresh_password_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    passwords = []
    for _ in range(2):
        call_command("demo_staff")
        passwords += re.findall(r"密码：(demo-[a-z2-9]{8})", capsys.readouterr().out)
    demo = User.objects.get(username="demo")
    assert [demo.check_password(password) for password in passwords] == [False, True]
    assert (demo.is_superuser, len(demo.get_all_permissions())) == (False, 4)


@override_settings(DEMO=False)
def test_demo_staff_is_refused_outside_a_demonstration() -> None:
    with pytest.raises(CommandError, match="请先设置 DEMO=1"):
        call_command("demo_staff")
    assert not User.objects.filter(username="demo").exists()
