"""The part of an address that points at one home: house, building, unit and room numbers.

The street and the estate stay, because staff need them to know which place is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int, str]

_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,4})"
_BUILDING = rf"(?:[A-Za-z]|{_NUMBER})(?:栋|幢|座|号楼)"
_UNIT = rf"{_NUMBER}(?:单元|门|梯)"
# A bare number after the building is a room unless it counts floors, households, people, money.
_ROOM = (
    r"(?:[A-Za-z]?\d{1,4}(?:室|号|房(?![屋产])|户(?!数))"
    r"|\d{3,4}(?![\d层户套人平㎡万元个间年月日栋幢台.]))"
)
_SKIP = r"[ ,，\-]{0,2}"
_NOT_PAPER = r"(?!令|文(?![化明])|公告|公报|线|决定|通告|通知|号)"

_DOOR_PATTERNS = (
    # 3栋2单元501, 5幢301室, 12号楼1203
    rf"{_BUILDING}{_SKIP}(?:{_UNIT}(?:{_SKIP}{_ROOM})?|{_ROOM})",
    rf"{_UNIT}{_SKIP}{_ROOM}",
    # 建设路88号, 人民路甲88-2号; 令, 文 or 线 after 号 makes it a document or a bus line
    rf"(?<=[路街巷弄同道段])[甲乙丙丁]?\d{{1,5}}(?:[\-之]\d{{1,4}})?号{_NOT_PAPER}"
    rf"(?:{_SKIP}(?:附\d{{1,3}}号|院))?",
    rf"(?<=[路街巷])\d{{1,4}}弄(?:{_SKIP}\d{{1,4}}号)?",
    # 锦绣小区8号, 锦绣小区3栋, 锦绣小区3-2-501
    rf"(?<=小区|花园|家园|嘉园|公寓|新村|新苑|华庭|名苑|大院)"
    rf"(?:{_BUILDING}|\d{{1,4}}(?:-\d{{1,4}}){{1,3}}(?:号|室)?|\d{{1,5}}号{_NOT_PAPER})",
    # 李家村45号: up to 31 it may be a day of the month
    rf"(?<=[村屯庄])(?:3[2-9]|[4-9]\d|\d{{3,4}})号{_NOT_PAPER}",
    rf"(?<=[组队])\d{{1,4}}号{_NOT_PAPER}",
    # 501室, but not 3室1厅
    r"(?<![\d第])\d{3,4}室(?!\d?厅)",
)
_DOOR = re.compile("|".join(f"(?:{pattern})" for pattern in _DOOR_PATTERNS))


def doors(text: str) -> Iterator[Span]:
    """House, building, unit and room numbers."""
    for match in _DOOR.finditer(text):
        yield *match.span(), "〔门牌〕"
