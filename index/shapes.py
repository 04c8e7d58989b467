"""The shape an answer must have: who asks how much is not answered by a text without an amount."""

from __future__ import annotations

import re

_NUMBER = r"[0-9一二三四五六七八九十百千万两]+"
_ASKED = (
    (
        re.compile(
            r"多少钱|几块|几元|多少元|补(?:贴)?多少|给多少|发多少|能领多少|收多少|费用|怎么收费|价格|交多少|罚多少|报销多少|报多少|最多能?(?:提|贷|领|拿)"
        ),
        re.compile(rf"{_NUMBER}(?:\.[0-9]+)?\s*(?:元|万元|%|角)|百分之|不收费|免费|免收"),
    ),
    (
        re.compile(r"几天|多久|多长时间|多少天|什么时候|何时|几月|期限|时限|几年|多少年"),
        re.compile(rf"{_NUMBER}\s*(?:个?工作日|日|天|个月|年|小时|分钟)|当场|即时"),
    ),
    (
        re.compile(
            r"多少|最多|最少|最高|最低|多大|多高|多远|多重|封顶|上限|下限|几(?!乎|点|分|率|类|种|项)|"
            r"几[种类项]|百分之几|利率|比例"
        ),
        re.compile(
            rf"[0-9]|百分之|{_NUMBER}(?:元|倍|成|分之|人|次|个|年|月|日|天|岁|周岁|只|户|件|平方|公里)"
        ),
    ),
    (
        re.compile(r"几点|哪天|几号|哪一天|什么日子|哪几天|截止|到哪|啥时候|什么时间"),
        re.compile(
            r"[0-9]{1,2}[:：][0-9]{2}|[0-9一二三四五六七八九十]{1,3}[日时点号]|[0-9]月|周[一二三四五六日末]"
        ),
    ),
    (
        re.compile(r"材料|手续|证件|带什么|准备什么|要什么"),
        re.compile(r"材料|身份证|户口簿|申请表|证明|复印件|原件"),
    ),
    (
        re.compile(r"电话|怎么联系|打哪|热线"),
        re.compile(r"电话|[0-9]{3,4}-[0-9]{7,8}|12[0-9]{3}"),
    ),
    (
        re.compile(r"去哪|在哪|哪里办|什么地方|地址"),
        re.compile(r"窗口|大厅|中心|地点|地址|网上|平台"),
    ),
)


def fits(question: str, passage: str) -> bool | None:
    """Whether a passage has the shape that is asked for; None if no shape is asked for."""
    wanted = [shape for asked, shape in _ASKED if asked.search(question)]
    return any(shape.search(passage) for shape in wanted) if wanted else None
