"""Cards as plain text, written out whole."""

from __future__ import annotations

from typing import Any

from channels.plain import Option, Plain, card_text, option_lines, plain

QUOTE = {
    "text": "第十二条　租房提取每月不超过一千元。",
    "title": "临澜市住房公积金提取管理办法",
    "number": "临公积金〔2024〕3号",
    "article": "第十二条",
    "issuer": "临澜市住房公积金管理中心",
    "published": "2024-03-05",
    "effective": "2024-04-01",
    "validity": "现行有效",
    "validity_note": "有效期至2029年3月31日",
    "replaced_by": None,
    "url": "http://127.0.0.1:8000/documents/lz-gjj-tiqu-2024/#p3",
    "disclosure_id": "lz-gjj-tiqu-2024",
}
BUTTONS = [{"title": "有帮助", "payload": "有帮助"}, {"title": "没帮助", "payload": "没帮助"}]


def card(**parts: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "type": "answer",
        "id": "a1b2c3d4e5f60718",
        "status": "answered",
        "text": "",
        "quotes": [],
        "interpretations": [],
        "reason": None,
        "near": [],
        "receipt": None,
        "buttons": [],
        "note": None,
    }
    return empty | parts


def test_an_answer_in_three_layers() -> None:
    interpretation = {
        "text": "每月上限按家庭计算。",
        "title": "《临澜市住房公积金提取管理办法》解读",
        "issuer": "临澜市住房公积金管理中心",
        "published": "2024-03-06",
        "url": "http://127.0.0.1:8000/documents/lz-gjj-jiedu/",
        "disclosure_id": "lz-gjj-jiedu",
    }
    shown = card(
        text="已公布的文件是这样规定的：",
        quotes=[QUOTE],
        interpretations=[interpretation],
        note="以文件原文为准。",
        buttons=BUTTONS,
    )
    assert card_text(shown) == (
        "已公布的文件是这样规定的：\n\n"
        "【文件原文】\n"
        "第十二条　租房提取每月不超过一千元。\n"
        "出处：《临澜市住房公积金提取管理办法》（临公积金〔2024〕3号）第十二条\n"
        "临澜市住房公积金管理中心，2024年3月5日发布，2024年4月1日起施行\n"
        "效力：现行有效（有效期至2029年3月31日）\n"
        "原文：http://127.0.0.1:8000/documents/lz-gjj-tiqu-2024/#p3\n\n"
        "【官方解读】\n"
        "每月上限按家庭计算。\n"
        "出处：《〈临澜市住房公积金提取管理办法〉解读》\n"
        "临澜市住房公积金管理中心，2024年3月6日发布\n"
        "原文：http://127.0.0.1:8000/documents/lz-gjj-jiedu/\n\n"
        "以文件原文为准。"
    )


def test_repealed_text_says_so_before_its_words() -> None:
    old = {
        **QUOTE,
        "validity": "废止",
        "validity_note": "",
        "effective": None,
        "replaced_by": "临公积金〔2025〕1号",
    }
    assert card_text(card(text="只找到过去的规定：", quotes=[old])) == (
        "只找到过去的规定：\n\n"
        "【文件原文】\n"
        "【效力：废止】\n"
        "第十二条　租房提取每月不超过一千元。\n"
        "出处：《临澜市住房公积金提取管理办法》（临公积金〔2024〕3号）第十二条\n"
        "临澜市住房公积金管理中心，2024年3月5日发布\n"
        "效力：废止，已由临公积金〔2025〕1号替代\n"
        "原文：http://127.0.0.1:8000/documents/lz-gjj-tiqu-2024/#p3"
    )


def test_a_successor_named_by_title_gets_marks() -> None:
    old = {**QUOTE, "validity": "失效", "replaced_by": "临澜市租房提取办法"}
    assert "，已由《临澜市租房提取办法》替代\n" in card_text(card(quotes=[old]))


def test_no_answer_with_its_receipt_and_what_came_near() -> None:
    near = {
        **{k: QUOTE[k] for k in ("title", "number", "issuer", "published", "validity", "url")},
        "why": "没有提到“电动自行车”",
    }
    shown = card(type="no_answer", text="没有找到答案，已登记。", receipt="7KQ2-M4XD", near=[near])
    assert card_text(shown) == (
        "没有找到答案，已登记。\n\n"
        "查询码：7KQ2-M4XD\n\n"
        "【相近文件】\n"
        "· 《临澜市住房公积金提取管理办法》（临公积金〔2024〕3号）\n"
        "没有提到“电动自行车”\n"
        "临澜市住房公积金管理中心，2024年3月5日发布\n"
        "效力：现行有效\n"
        "原文：http://127.0.0.1:8000/documents/lz-gjj-tiqu-2024/#p3"
    )


def test_a_receipt_already_told_is_not_told_twice() -> None:
    shown = card(type="notice", text="已登记，查询码：7KQ2-M4XD。", receipt="7KQ2-M4XD")
    assert card_text(shown) == "已登记，查询码：7KQ2-M4XD。"


def test_only_web_links_are_printed() -> None:
    assert "原文" not in card_text(card(near=[{"title": "甲", "url": "javascript:alert(1)"}]))


def test_missing_parts_leave_no_holes() -> None:
    assert card_text({"quotes": [{"text": "条文。", "title": "甲"}]}) == (
        "【文件原文】\n条文。\n出处：《甲》"
    )
    assert card_text({}) == ""


def test_messages_join_and_the_last_choices_count() -> None:
    first = {"text": "请选择：", "buttons": [{"title": "甲", "payload": "问甲"}]}
    second = {"custom": card(text="答案。", buttons=BUTTONS)}
    third = {"text": "还有想问的请接着说。"}
    assert plain([first, second, third]) == Plain(
        "请选择：\n\n答案。\n\n还有想问的请接着说。",
        (
            Option("有帮助", "有帮助", "a1b2c3d4e5f60718"),
            Option("没帮助", "没帮助", "a1b2c3d4e5f60718"),
        ),
    )
    assert plain([first]).options == (Option("甲", "问甲", None),)


def test_a_turn_that_says_nothing() -> None:
    assert plain([]) == Plain("")
    assert (
        plain([{"text": " "}, {"custom": {}}, {"image": "http://example.invalid/a.png"}]).text == ""
    )


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert plain([{"text": "甲\x00\x0b乙\ud800\ufffe😀\n丙"}]).text == "甲乙😀\n丙"


def test_option_lines() -> None:
    options = (Option("有帮助", "有帮助"), Option("没帮助", "没帮助"))
    assert option_lines(options) == "回复数字选择：\n1. 有帮助\n2. 没帮助"
    assert option_lines(()) == ""
