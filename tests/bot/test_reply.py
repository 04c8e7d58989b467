"""The card that every channel shows, field for field."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from bot.question import Answer, Level, Near, NoAnswer, Quote
from bot.reply import answer_card, no_answer_card, notice_card, why
from bot.wording import Wording
from index.disclosure import Citation, Status, Validity

ID = "a1b2c3d4e5f60718"
RULE = Citation(
    disclosure_id="lz-tiqu-2024",
    title="临澜市住房公积金提取管理办法",
    number="临公积金〔2024〕3号",
    article="第十二条",
    issuer="临澜市住房公积金管理中心",
    published=date(2024, 3, 5),
    effective=date(2024, 4, 1),
    validity=Validity(Status.CURRENT, expires=date(2029, 3, 31)),
    url="http://127.0.0.1:8000/documents/lz-tiqu-2024/#p3",
    kind="办法",
    region="临澜市",
)
TOLD = Citation(
    disclosure_id="lz-tiqu-2024-jiedu",
    title="公积金提取解读",
    number="",
    article="",
    issuer="临澜市住房公积金管理中心",
    published=date(2024, 3, 6),
    effective=None,
    validity=Validity(Status.UNKNOWN),
    url="http://127.0.0.1:8000/documents/lz-tiqu-2024-jiedu/#p1",
)
OLD = Citation(
    disclosure_id="lz-tiqu-2018",
    title="临澜市住房公积金提取管理办法",
    number="临公积金〔2018〕7号",
    article="第二条",
    issuer="临澜市住房公积金管理中心",
    published=date(2018, 3, 20),
    effective=date(2018, 4, 1),
    validity=Validity(Status.REPEALED, "《旧办法》同时废止。", replaced_by="lz-tiqu-2024"),
    url="http://127.0.0.1:8000/documents/lz-tiqu-2018/#p2",
)


def test_an_answer(say: Wording) -> None:
    quotes = (Quote("第十二条　每月一千五百元。\n（一）租房的；", RULE),)
    card = answer_card(Answer(quotes, (Quote("提高了额度。", TOLD),), 0.9), say, ID)
    assert card == {
        "type": "answer",
        "id": ID,
        "status": "answered",
        "text": "已公布的文件是这样规定的：",
        "quotes": [
            {
                "text": "第十二条　每月一千五百元。\n（一）租房的；",
                "title": "临澜市住房公积金提取管理办法",
                "number": "临公积金〔2024〕3号",
                "article": "第十二条",
                "issuer": "临澜市住房公积金管理中心",
                "published": "2024-03-05",
                "effective": "2024-04-01",
                "validity": "现行有效",
                "validity_note": "有效期至2029年3月31日",
                "replaced_by": None,
                "url": "http://127.0.0.1:8000/documents/lz-tiqu-2024/#p3",
                "disclosure_id": "lz-tiqu-2024",
            }
        ],
        "interpretations": [
            {
                "text": "提高了额度。",
                "title": "公积金提取解读",
                "issuer": "临澜市住房公积金管理中心",
                "published": "2024-03-06",
                "url": "http://127.0.0.1:8000/documents/lz-tiqu-2024-jiedu/#p1",
                "disclosure_id": "lz-tiqu-2024-jiedu",
            }
        ],
        "reason": None,
        "near": [],
        "receipt": None,
        "buttons": [
            {"title": "有帮助", "payload": "有帮助"},
            {"title": "没帮助", "payload": "没帮助"},
        ],
        "note": "以上内容由系统自动检索摘录，以文件原文为准。",
    }


def test_history_says_so_first_and_names_the_new_document(say: Wording) -> None:
    found = Answer((Quote("第二条　八百元。", OLD),), (), 1.0, history=True, replacement=RULE)
    card = answer_card(found, say, ID)
    assert card["text"] == (
        say("utter_answered_history")
        + "\n该文件已被《临澜市住房公积金提取管理办法》临公积金〔2024〕3号替代，请以新文件为准。"
    )
    assert card["quotes"][0]["validity"] == "废止"
    assert card["quotes"][0]["validity_note"] == "《旧办法》同时废止。"
    assert card["quotes"][0]["replaced_by"] == "lz-tiqu-2024"
    assert card["near"] == [
        {
            "title": "临澜市住房公积金提取管理办法",
            "number": "临公积金〔2024〕3号",
            "issuer": "临澜市住房公积金管理中心",
            "published": "2024-03-05",
            "validity": "现行有效",
            "url": "http://127.0.0.1:8000/documents/lz-tiqu-2024/#p3",
            "disclosure_id": "lz-tiqu-2024",
            "why": "这是替代它的新文件",
        }
    ]


def test_history_without_a_new_document(say: Wording) -> None:
    card = answer_card(Answer((Quote("八百元。", OLD),), (), 1.0, history=True), say, ID)
    assert card["text"] == say("utter_answered_history")
    assert card["near"] == []


def test_no_answer(say: Wording) -> None:
    near = Near(OLD, "每月八百元。", 0.4, (), "not_current")
    card = no_answer_card(NoAnswer("old_only", (near,), 0.4), say, ID, "7KQ2-M4XD")
    assert card == {
        "type": "no_answer",
        "id": ID,
        "status": "no_answer",
        "text": say("utter_no_answer", receipt="7KQ2-M4XD") + "\n" + say("utter_no_answer_near"),
        "quotes": [],
        "interpretations": [],
        "reason": "old_only",
        "near": [
            {
                "title": "临澜市住房公积金提取管理办法",
                "number": "临公积金〔2018〕7号",
                "issuer": "临澜市住房公积金管理中心",
                "published": "2018-03-20",
                "validity": "废止",
                "url": "http://127.0.0.1:8000/documents/lz-tiqu-2018/#p2",
                "disclosure_id": "lz-tiqu-2018",
                "why": "废止，不再适用",
            }
        ],
        "receipt": "7KQ2-M4XD",
        "buttons": [{"title": "我也想问", "payload": "我也想问"}],
        "note": None,
    }


def test_no_answer_with_nothing_near_promises_nothing_near(say: Wording) -> None:
    card = no_answer_card(NoAnswer("no_match", ()), say, ID, "7KQ2-M4XD")
    assert card["text"] == say("utter_no_answer", receipt="7KQ2-M4XD")
    assert card["near"] == []


def test_a_notice(say: Wording) -> None:
    assert notice_card("您好。", "smalltalk", ID) == {
        "type": "notice",
        "id": ID,
        "status": "smalltalk",
        "text": "您好。",
        "quotes": [],
        "interpretations": [],
        "reason": None,
        "near": [],
        "receipt": None,
        "buttons": [],
        "note": None,
    }
    assert notice_card("已记下。", "smalltalk", ID, "7KQ2-M4XD")["receipt"] == "7KQ2-M4XD"


@pytest.mark.parametrize(
    ("near", "said"),
    [
        (Near(RULE, "", 0.3, ("电动车", "充电"), "missing_terms"), "没有提到“电动车”“充电”"),
        (Near(RULE, "", 0.3, (), "low"), "只有部分内容相关"),
        (Near(RULE, "", 0.3, (), "region"), "适用于临澜市，不是您问的地方"),
        (Near(OLD, "", 0.3, (), "not_current"), "废止，不再适用"),
        (Near(RULE, "", 1.0, (), "replacement"), "这是替代它的新文件"),
    ],
)
def test_why_a_near_document_does_not_answer(near: Near, said: str, say: Wording) -> None:
    assert why(near, say) == said


@pytest.mark.parametrize(
    ("validity", "note"),
    [
        (Validity(Status.PENDING, effective=date(2027, 1, 1)), "2027年1月1日起施行"),
        (Validity(Status.EXPIRED, "有效期至2025年6月30日"), "有效期至2025年6月30日"),
        (Validity(Status.REPEALED, "《旧办法》同时废止。"), "《旧办法》同时废止。"),
        (Validity(Status.CURRENT, "有效性：现行有效"), ""),
        (Validity(Status.UNKNOWN, expires=date(2030, 12, 31)), "有效期至2030年12月31日"),
    ],
)
def test_the_day_that_matters_is_said(validity: Validity, note: str, say: Wording) -> None:
    cited = Citation("a", "题名", "", "", "", None, None, validity, "")
    (quote,) = answer_card(Answer((Quote("甲。", cited),), (), 1.0), say, ID)["quotes"]
    assert quote["validity_note"] == note
    assert quote["published"] is None


def test_a_card_is_json(say: Wording) -> None:
    card = answer_card(Answer((Quote("甲。", RULE),), (), 1.0), say, ID)
    assert json.loads(json.dumps(card)) == card


def test_a_past_days_rule_says_which_day_and_that_it_is_over(say: Wording) -> None:
    found = Answer((Quote("每月八百元。", OLD),), (), 0.9, history=True, as_of=date(2020, 12, 31))
    text = answer_card(found, say, ID)["text"]
    assert "2020年12月31日当时有效" in text
    assert "现在已不再适用" in text


def test_a_past_days_rule_that_holds_says_only_the_day(say: Wording) -> None:
    found = Answer((Quote("每月一千五百元。", RULE),), (), 0.9, as_of=date(2025, 12, 31))
    assert answer_card(found, say, ID)["text"] == "这是2025年12月31日当时有效的规定："


def test_another_levels_rule_says_whose_it_is(say: Wording) -> None:
    level = Level("南湖区", "市", "临澜市")
    text = answer_card(Answer((Quote("每月。", RULE),), (), 0.9, level=level), say, ID)["text"]
    assert text.endswith("没有找到南湖区自己的规定，这是临澜市（市级规定）。")


def test_a_conflict_is_said_first(say: Wording) -> None:
    found = Answer((Quote("每月。", RULE), Quote("每年。", OLD)), (), 0.9, conflict=True)
    assert "说法不一样" in answer_card(found, say, ID)["text"]


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("临澜市积分落户办法（试行）", "试行，有效期至2029年3月31日"),
        ("临澜市暂行办法", "暂行，有效期至2029年3月31日"),
        ("关于试行阶段工作的通知", "有效期至2029年3月31日"),
    ],
)
def test_a_trial_rule_says_so(say: Wording, title: str, note: str) -> None:
    quote = Quote("每月。", replace(RULE, title=title))
    assert answer_card(Answer((quote,), (), 0.9), say, ID)["quotes"][0]["validity_note"] == note
