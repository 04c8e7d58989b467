"""Cards of the fictional 临澜市 (no such city; nothing here has any effect)."""

from typing import Any

Card = dict[str, Any]

OPINIONS = [
    {"title": "有帮助", "payload": "有帮助"},
    {"title": "没帮助", "payload": "没帮助"},
]
NOTE = "以上内容由系统自动检索摘录，以文件原文为准。"

LONG_ARTICLE = "第十二条　提取住房公积金，按照下列情形提交材料：\n" + "\n".join(
    f"（{number}）职工因第{number}种情形申请提取的，应当提交本人有效身份证件和相应情形的证明材料，"
    "由管理中心自受理之日起三个工作日内作出准予提取或者不准提取的决定，并告知申请人。"
    for number in "一二三四五六七八九"
)


def quote(**changes: Any) -> dict[str, Any]:
    """A quote of a disclosure in force, with what a test wants different."""
    return {
        "text": "第十二条　无房职工租住住房的，每月可以提取不超过一千五百元的住房公积金。",
        "title": "临澜市住房公积金提取管理办法",
        "number": "临公积金〔2024〕3号",
        "article": "第十二条",
        "issuer": "临澜市住房公积金管理中心",
        "published": "2024-03-05",
        "effective": "2024-04-01",
        "validity": "现行有效",
        "validity_note": "有效期至2029年3月31日",
        "replaced_by": None,
        "url": "http://127.0.0.1:9/documents/lz-gjj-tiqu-2024/#p3",
        "disclosure_id": "lz-gjj-tiqu-2024",
    } | changes


def card(**changes: Any) -> Card:
    """An answer with one quote, with what a test wants different."""
    return {
        "type": "answer",
        "id": "a1b2c3d4e5f60718",
        "status": "answered",
        "text": "已公布的文件是这样规定的：",
        "quotes": [quote()],
        "interpretations": [],
        "reason": None,
        "near": [],
        "receipt": None,
        "buttons": OPINIONS,
        "note": NOTE,
    } | changes


ANSWER = card()

LONG_ANSWER = card(
    id="b1b2c3d4e5f60718",
    quotes=[
        quote(text=LONG_ARTICLE),
        quote(
            text="第八条　租房提取额度每月一千元。",
            title="临澜市住房公积金提取管理暂行规定",
            number="临公积金〔2018〕7号",
            article="第八条",
            validity="废止",
            validity_note=None,
            published="2018-06-01",
            effective="2018-07-01",
            replaced_by="临公积金〔2024〕3号",
            url=None,
        ),
    ],
    interpretations=[
        {
            "text": "新办法把每月额度从一千元提高到一千五百元，每季度可以提取一次。",
            "title": "《临澜市住房公积金提取管理办法》政策解读",
            "issuer": "临澜市住房公积金管理中心",
            "published": "2024-03-06",
            "url": "http://127.0.0.1:9/documents/lz-gjj-tiqu-2024-jiedu/",
            "disclosure_id": "lz-gjj-tiqu-2024-jiedu",
        }
    ],
)

NO_ANSWER = card(
    type="no_answer",
    id="c1b2c3d4e5f60718",
    status="no_answer",
    text="已公布的文件里没有找到能回答这个问题的内容。您的问题已经登记，工作人员会看到。",
    quotes=[],
    reason="not_published",
    near=[
        {
            "title": "临澜市停车场管理办法",
            "number": "临政规〔2024〕5号",
            "issuer": "临澜市人民政府",
            "published": "2024-05-20",
            "validity": "现行有效",
            "url": "http://127.0.0.1:9/documents/lz-tingche-2024/",
            "disclosure_id": "lz-tingche-2024",
            "why": "没有提到“电动自行车”",
        },
        {
            "title": "临澜市停车场管理暂行办法",
            "number": "临政发〔2019〕11号",
            "issuer": "临澜市人民政府",
            "published": "2019-02-11",
            "validity": "失效",
            "url": "http://127.0.0.1:9/documents/lz-tingche-2019/",
            "disclosure_id": "lz-tingche-2019",
            "why": "没有提到“电动自行车”",
        },
    ],
    receipt="7KQ2-M4XD",
    buttons=[{"title": "我也想问", "payload": "我也想问"}],
    note=None,
)

VALIDITIES = ("现行有效", "已修改", "部分失效", "废止", "失效", "尚未施行", "未知")

EVERY_VALIDITY = card(quotes=[quote(validity=validity) for validity in VALIDITIES])
