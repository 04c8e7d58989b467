"""The kind of a document (体裁) as its title gives it away."""

from __future__ import annotations

import re

_ASIDE = re.compile(r"[（(〔\[【][^（）()〔〕\[\]【】]{0,40}[）)〕\]】]\s*$")
# Tried in order: what a text is *about* another text comes before what that other text is.
_TELLING = (
    ("政策解读", re.compile(r"解读(?:材料|稿|问答|之[一二三四五])?$|^(?:一图读懂|图解)|政策问答")),
    ("意见征集", re.compile(r"征求.{0,30}意见|征集意见|意见征集|征集.{0,20}(?:意见|建议)")),
    ("清理目录", re.compile(r"清理(?:目录|结果)|(?:废止|失效|继续有效).{0,20}目录")),
    ("办事指南", re.compile(r"(?:办事|服务|办理|申报|申请|操作)指南$|办理须知$")),
)
_ENDINGS = {
    "条例": "条例",
    "实施办法": "办法",
    "办法": "办法",
    "规定": "规定",
    "实施细则": "细则",
    "细则": "细则",
    "规则": "规则",
    "规程": "规程",
    "措施": "措施",
    "通知": "通知",
    "意见": "意见",
    "公告": "公告",
    "通告": "通告",
    "公示": "公示",
    "决定": "决定",
    "决议": "决议",
    "方案": "方案",
    "批复": "批复",
    "工作报告": "报告",
    "目录": "目录",
    "公报": "公报",
}


def guess(title: str) -> str:
    """Kind told by the title's ending (…办法, …的通知, …解读); "" where it tells nothing."""
    bare = title.strip()
    while _ASIDE.search(bare):
        bare = _ASIDE.sub("", bare).rstrip()
    if "征求意见稿" in title:
        return "意见征集"
    for kind, pattern in _TELLING:
        if pattern.search(bare):
            return kind
    bare = bare.rstrip('》〉”"')
    for ending, kind in _ENDINGS.items():
        if bare.endswith(ending) and bare != ending:
            return kind
    return "法律" if re.match(r"^中华人民共和国.+法典?$", bare) else ""
