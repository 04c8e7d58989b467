"""A turn as one record, and as text for a terminal."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.transcript import as_text, record

QUOTE = {
    "text": "第三条　每月三百元。",
    "title": "临澜市高龄津贴发放办法",
    "number": "临民发〔2023〕16号",
    "article": "第三条",
    "validity": "现行有效",
    "validity_note": "有效期至2026年6月30日",
    "url": "http://127.0.0.1:8000/documents/lz-gaoling-2023/#p3",
}
CARD = {
    "status": "answered",
    "text": "已公布的文件是这样规定的：",
    "quotes": [QUOTE],
    "interpretations": [{"text": "涨了。", "title": "高龄津贴解读", "url": "http://a/1"}],
    "reason": None,
    "near": [],
    "receipt": None,
}


def test_a_card_is_recorded_whole() -> None:
    assert record("多少钱", "ask_policy", [{"custom": CARD}]) == {
        "question": "多少钱",
        "intent": "ask_policy",
        **CARD,
    }


@pytest.mark.parametrize(
    ("intent", "messages", "status", "text"),
    [
        ("greet", [{"text": "您好。"}], "smalltalk", "您好。"),
        ("greet", [{"text": "您好。"}, {"text": "请问。"}], "smalltalk", "您好。\n请问。"),
        ("urgent_danger", [{"text": "请打 119。"}], "redirect", "请打 119。"),
        ("request_disclosure", [{"text": "可以申请。"}], "redirect", "可以申请。"),
        ("ask_policy", [], "error", ""),
        ("", [{"error": "问题太长。"}], "error", "问题太长。"),
    ],
)
def test_plain_messages(
    intent: str, messages: list[dict[str, Any]], status: str, text: str
) -> None:
    assert record("问", intent, messages) == {
        "question": "问",
        "status": status,
        "intent": intent,
        "text": text,
        "quotes": [],
        "interpretations": [],
        "reason": None,
        "near": [],
        "receipt": None,
    }


def test_a_record_is_json() -> None:
    written = json.dumps(record("多少钱", "ask_policy", [{"custom": CARD}]), ensure_ascii=False)
    assert json.loads(written)["quotes"] == [QUOTE]


def test_as_text() -> None:
    assert as_text(record("多少钱", "ask_policy", [{"custom": CARD}])) == (
        "已公布的文件是这样规定的：\n"
        "\n"
        "第三条　每月三百元。\n"
        "　—— 《临澜市高龄津贴发放办法》临民发〔2023〕16号　第三条"
        "（现行有效，有效期至2026年6月30日）\n"
        "　　 http://127.0.0.1:8000/documents/lz-gaoling-2023/#p3\n"
        "\n"
        "官方解读：涨了。\n"
        "　—— 《高龄津贴解读》 http://a/1"
    )


def test_near_documents_as_text() -> None:
    near = {"title": "停车办法", "number": "", "why": "只有部分内容相关", "url": "http://a/2"}
    card = {"status": "no_answer", "text": "没有找到答案。", "near": [near]}
    assert as_text(record("问", "ask_policy", [{"custom": card}])) == (
        "没有找到答案。\n· 《停车办法》：只有部分内容相关　http://a/2"
    )
