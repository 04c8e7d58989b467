"""Words that explain the ledger's codes to staff."""

from __future__ import annotations

from dataclasses import dataclass

from console.models import Reason


@dataclass(frozen=True)
class Explanation:
    """Why the bot did not answer, and what a department can do about it; one sentence each."""

    why: str
    next_step: str


EXPLANATIONS: dict[str, Explanation] = {
    Reason.NO_MATCH: Explanation(
        "已公布的文件里没有找到与这个问题有关的内容。",
        "如属主动公开范围，请公布有关文件；已经公布的，请确认是否已收录。",
    ),
    Reason.OLD_ONLY: Explanation(
        "只找到已经废止或失效的文件，不能当作现行规定答复。",
        "请公布替代文件，或者说明该事项现在按什么规定执行。",
    ),
    Reason.LOW_CONFIDENCE: Explanation(
        "找到了相近的内容，但没有把握它回答的就是这个问题。",
        "请看下面最接近的文件：确有规定的，可补充解读或群众常用的说法。",
    ),
    Reason.NO_INTERPRETATION: Explanation(
        "找到了文件原文，但没有公布对应的官方解读。",
        "请补充公布政策解读，把群众问到的地方讲清楚。",
    ),
    Reason.NO_LOCAL_RULE: Explanation(
        "上级有规定，但没有找到本级的实施细则。",
        "如有本级细则，请公布；没有的，请说明直接按上级规定执行。",
    ),
    Reason.DATA_GAP: Explanation(
        "没有找到所问时间、地区或口径的数据。",
        "请补充公布数据，或者说明公布时间和查询渠道。",
    ),
    Reason.UNHELPFUL: Explanation(
        "已经给出答复，但提问的人反馈没有帮助。",
        "请核对答复引用的条款是否对题，必要时补充解读。",
    ),
}

CHANNELS = {
    "web": "网页",
    "wechat": "微信公众号",
    "wecom": "企业微信",
    "cmdline": "命令行",
}

INTENTS = {
    "ask_policy": "问政策规定",
    "ask_guide": "问怎么办理",
    "ask_interpretation": "问政策解读",
    "ask_figure": "查数据",
    "find_document": "找文件",
    "ask_validity": "问文件是否有效",
    "ask_department": "问归哪个部门管",
    "ask_contact": "问联系方式",
    "list_consultations": "问意见征集",
    "request_disclosure": "申请公开信息",
    "unhelpful": "反馈没帮助",
}


def channel_label(code: str) -> str:
    """A channel as staff call it; an unknown code is shown as it is."""
    return CHANNELS.get(code, code) or "未记录"


def intent_label(code: str) -> str:
    """What the question wants, as staff would say it."""
    return INTENTS.get(code, code)
