"""Personal numbers in a text: identity and bank cards, telephones, plates, accounts.

Every rule takes narrow (half-width) text and yields (start, stop, replacement) from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

Span = tuple[int, int, str]

_GAP = r"[ \-]{0,2}"
# An amount written without separators can be as long as a telephone number.
_NOT_AMOUNT = r"(?!\d|\.\d| ?[%‰]| ?[万亿]?元(?!旦))"

_IDENTITY_18 = re.compile(rf"(?<!\d)(?=([1-9](?:{_GAP}\d){{16}}{_GAP}[\dXx])(?![\dA-Za-z]))")
_IDENTITY_15 = re.compile(rf"(?<!\d)(?=([1-9](?:{_GAP}\d){{14}})(?!\d))")
_IDENTITY_CUE = re.compile(r"(?:身份证|身份号|证件号)\D{0,8}$")
_PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91")
_CHECK_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"

_MOBILE = re.compile(rf"(?<![\d.])(?:(?:\+|00)?86{_GAP})?1[3-9](?:{_GAP}\d){{9}}{_NOT_AMOUNT}")
_CARD_PLAIN = re.compile(rf"(?<![\d.])[1-9]\d{{12,18}}(?!/\d){_NOT_AMOUNT}")
# Grouped cards start at 3, so that four years in a row are not taken for one.
_CARD_GROUPED = re.compile(
    rf"(?<![\d.])[3-9]\d{{3}}([ \-])\d{{4}}\1\d{{4}}\1\d{{1,4}}(?:\1\d{{1,3}})?{_NOT_AMOUNT}"
)
_AREA = r"(?:10|2\d|[3-9]\d{2})"
_LANDLINE = re.compile(
    rf"(?<![\d.])(?:(?:\+|00)?86{_GAP}\(?0?|\(?0){_AREA}\)?{_GAP}[2-9](?:{_GAP}\d){{6,7}}"
    rf"(?: ?(?:转|分机|-) ?\d{{1,6}})?{_NOT_AMOUNT}"
)
_LOCAL_LINE = re.compile(
    r"(?:电话|座机|固话|联系方式)(?:号码|号)?[是为: ]{0,3}(?P<kept>[2-9]\d{2,3}[ \-]?\d{4})(?!\d)"
)
_PASSPORT = re.compile(
    r"(?<![0-9A-Za-z])(?:[EGDSPeg]\d{8}|[Ee][A-HJ-NP-Za-hj-np-z]\d{7}|[CWHM]\d{8}|[HM]\d{10})"
    r"(?![0-9A-Za-z])"
)
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}"
    r"(?:\.[A-Za-z0-9\-]{1,63}){0,4}\.[A-Za-z]{2,18}"
)
_ACCOUNT = re.compile(
    r"(?:微信(?:号码|号|ID|id)|(?:微信|[Ww]e[Cc]hat|[Vv][Xx]|[Ww][Xx])(?=[ 是为:])|[Qq][Qq]|扣扣)"
    r"(?:账号|号码|号|群)?[是为叫: ]{0,3}(?P<kept>[A-Za-z][\w\-]{5,19}|\d{5,11})(?![A-Za-z0-9])",
    re.ASCII,
)
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][ ·•\-]?"
    r"(?=[A-Z]{0,3}\d)[A-HJ-NP-Z0-9]{4}(?:[A-HJ-NP-Z0-9]{1,2}|[挂学警港澳])(?![A-Z0-9]|-\d)",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[Span]:
    """E-mail addresses."""
    return _all(_EMAIL, text, "〔邮箱〕")


def identity_cards(text: str) -> Iterator[Span]:
    """Resident identity numbers: 18 characters with the check digit of GB 11643, or 15 digits."""
    found = [*_valid(_IDENTITY_18, text, _is_18), *_valid(_IDENTITY_15, text, _is_15)]
    for start, stop in sorted(found):
        yield start, stop, "〔身份证号〕"


def mobiles(text: str) -> Iterator[Span]:
    """Mobile telephone numbers of the mainland, with or without +86."""
    return _all(_MOBILE, text, "〔手机号〕")


def bank_cards(text: str) -> Iterator[Span]:
    """Bank card numbers: 13 to 19 digits that satisfy Luhn's sum."""
    found = [
        match.span()
        for pattern in (_CARD_PLAIN, _CARD_GROUPED)
        for match in pattern.finditer(text)
        if _luhn(_digits(match.group()))
    ]
    for start, stop in sorted(found):
        yield start, stop, "〔银行卡号〕"


def landlines(text: str) -> Iterator[Span]:
    """Fixed lines: with an area code anywhere, without one only after 电话 and the like."""
    found = [match.span() for match in _LANDLINE.finditer(text)]
    found += [match.span("kept") for match in _LOCAL_LINE.finditer(text)]
    for start, stop in sorted(found):
        yield start, stop, "〔电话〕"


def passports(text: str) -> Iterator[Span]:
    """Passports and the permits for Hong Kong, Macao and Taiwan."""
    return _all(_PASSPORT, text, "〔护照号〕")


def accounts(text: str) -> Iterator[Span]:
    """WeChat and QQ names, recognised by the word before them."""
    return _all(_ACCOUNT, text, "〔账号〕")


def plates(text: str) -> Iterator[Span]:
    """Licence plates, those of new-energy vehicles included."""
    return _all(_PLATE, text, "〔车牌号〕")


def _all(pattern: re.Pattern[str], text: str, label: str) -> Iterator[Span]:
    group = "kept" if "kept" in pattern.groupindex else 0
    for match in pattern.finditer(text):
        yield *match.span(group), label


def _valid(
    pattern: re.Pattern[str], text: str, check: Callable[[str, bool], bool]
) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        start, stop = match.span(1)
        said = _IDENTITY_CUE.search(text[max(0, start - 16) : start]) is not None
        if check(re.sub(r"[ \-]", "", match.group(1)).upper(), said):
            yield start, stop


def _is_18(number: str, said: bool) -> bool:
    if not _born(number[:2], number[6:14]):
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(number[:17], _CHECK_WEIGHTS, strict=True)
    )
    # Somebody who mistypes one digit after saying 身份证 has still told nearly all of it.
    return said or _CHECK_DIGITS[total % 11] == number[17]


def _is_15(number: str, said: bool) -> bool:
    return _born(number[:2], "19" + number[6:12])


def _born(province: str, day: str) -> bool:
    if not _PROVINCE.fullmatch(province) or not "1850" <= day[:4] <= "2099":
        return False
    try:
        date(int(day[:4]), int(day[4:6]), int(day[6:8]))
    except ValueError:
        return False
    return True


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _luhn(digits: str) -> bool:
    if not 13 <= len(digits) <= 19 or len(set(digits)) == 1:
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
