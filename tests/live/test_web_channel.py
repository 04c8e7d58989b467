"""The web channel over HTTP, against the real model, index and ledger."""

from __future__ import annotations

import json
import secrets
import threading
import urllib.request

import pytest

from tests.stack import Stack, post

pytestmark = pytest.mark.rasa


def card(messages: object) -> dict[str, object]:
    assert isinstance(messages, list) and len(messages) == 1, messages
    return dict(messages[0]["custom"])


def test_answer_is_quoted_with_its_citation(stack: Stack) -> None:
    status, said = stack.ask("公积金租房提取一个月最多能提多少")
    assert status == 200
    shown = card(said)
    assert shown["type"] == "answer" and shown["status"] == "answered"
    quote = shown["quotes"][0]  # type: ignore[index]
    assert quote["title"] == "临澜市住房公积金提取管理办法"
    assert quote["number"] == "临公积金〔2024〕3号"
    assert quote["validity"] == "现行有效"
    assert quote["url"].startswith(f"{stack.page}/documents/b-gjj-tiqu-2024/#p")


def test_no_answer_gives_a_receipt_and_me_too_joins_it(stack: Stack) -> None:
    sender = secrets.token_hex(16)
    _, said = stack.ask("养鸵鸟的农户有没有专门的保险补贴", sender)
    shown = card(said)
    assert shown["type"] == "no_answer"
    assert shown["buttons"] == [{"title": "我也想问", "payload": "我也想问"}]
    receipt = str(shown["receipt"])
    assert len(receipt) == 9 and receipt[4] == "-"
    _, said = stack.ask("我也想问", sender, about=shown["id"])
    joined = card(said)
    assert joined["receipt"] == receipt and receipt in str(joined["text"])


@pytest.mark.parametrize(
    "text", ["/restart", "／restart", "//session_start", '/ask_policy{"a":"b"}']
)
def test_commands_are_words_only(stack: Stack, text: str) -> None:
    """A typed command must not be obeyed: the conversation survives it."""
    sender = secrets.token_hex(16)
    _, said = stack.ask("养鸵鸟的农户有没有专门的保险补贴", sender)
    about = card(said)["id"]
    status, _ = stack.ask(text, sender)
    assert status == 200
    _, said = stack.ask("我也想问", sender, about=about)
    assert card(said)["receipt"] == card_receipt(stack, sender, str(about))


def card_receipt(stack: Stack, sender: str, about: str) -> object:
    _, said = stack.ask("我也想问", sender, about=about)
    return card(said)["receipt"]


@pytest.mark.parametrize(
    ("message", "status"),
    [("", 400), ("   ", 400), (None, 400), (7, 400), ([], 400), ("/", 400), ("问" * 501, 422)],
)
def test_unusable_messages_are_refused_in_chinese(
    stack: Stack, message: object, status: int
) -> None:
    answered, body = stack.ask(message)
    assert answered == status
    assert set(body) == {"error"} and any("\u4e00" <= c <= "\u9fff" for c in body["error"])


@pytest.mark.parametrize("sender", ["", "default", "A" * 32, "0" * 31, "../" * 10, 5])
def test_senders_must_be_128_random_bits(stack: Stack, sender: object) -> None:
    body = json.dumps({"sender": sender, "message": "你好"}).encode()
    status, told = post(f"{stack.bot}/webhook", body)
    assert status == 400 and "刷新" in told["error"]


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff\xfe", b'"x"', b"{" * 9000])
def test_malformed_bodies_are_refused(stack: Stack, body: bytes) -> None:
    status, told = post(f"{stack.bot}/webhook", body)
    assert status == 400 and told["error"]


def test_a_huge_body_is_refused(stack: Stack) -> None:
    body = json.dumps({"sender": "0" * 32, "message": "问" * 3000}).encode()
    status, _ = post(f"{stack.bot}/webhook", body)
    assert status in (400, 413)


def test_one_pending_turn_a_conversation(stack: Stack) -> None:
    sender = secrets.token_hex(16)
    got: list[int] = []

    def asked() -> None:
        got.append(stack.ask("老人高龄津贴多少钱", sender)[0])

    threads = [threading.Thread(target=asked) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(got) <= {200, 429} and 200 in got


def test_foreign_pages_are_refused(stack: Stack) -> None:
    body = json.dumps({"sender": secrets.token_hex(16), "message": "你好"}).encode()
    status, told = post(f"{stack.bot}/webhook", body, Origin="https://elsewhere.example")
    assert status == 403 and told["error"]
    status, _ = post(f"{stack.bot}/webhook", body, Origin=stack.page)
    assert status == 200


def test_health_and_widget(stack: Stack) -> None:
    with urllib.request.urlopen(f"{stack.bot}/health", timeout=10) as reply:
        assert json.loads(reply.read()) == {"status": "ok"}
    with urllib.request.urlopen(f"{stack.bot}/widget.js", timeout=10) as reply:
        assert reply.headers["Content-Type"].startswith("text/javascript")
        assert len(reply.read()) > 10_000


def test_rasas_own_doors_are_closed(stack: Stack) -> None:
    base = stack.bot.removesuffix("/webhooks/web")
    for path in ("/webhooks/rest/webhook", "/model/parse", "/conversations/x/tracker"):
        status, _ = post_any(f"{base}{path}")
        assert status in (404, 405), path


def post_any(url: str) -> tuple[int, bytes]:
    request = urllib.request.Request(url, b"{}", {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=10) as reply:
            return reply.status, reply.read()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read()


def test_words_stay_out_of_the_log(stack: Stack) -> None:
    secret = "请问霞光路鸵鸟蛋补贴怎么领"
    stack.ask(secret)
    log = stack.log.read_text(encoding="utf-8")
    assert "鸵鸟蛋" not in log
