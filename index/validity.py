"""Whether a disclosure is in force on a day, and which sentence or field says so."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from index.disclosure import Disclosure, Status, Validity
from index.repeals import Repeal, binds, repeals_in

__all__ = ["Repeal", "judge", "repeals_in", "with_own_dates"]

_DECLARED = {
    "现行有效": Status.CURRENT,
    "有效": Status.CURRENT,
    "继续有效": Status.CURRENT,
    "已修改": Status.AMENDED,
    "已修订": Status.AMENDED,
    "部分失效": Status.PARTLY,
    "部分有效": Status.PARTLY,
    "废止": Status.REPEALED,
    "已废止": Status.REPEALED,
    "失效": Status.EXPIRED,
    "已失效": Status.EXPIRED,
    "无效": Status.EXPIRED,
    "尚未施行": Status.PENDING,
}
_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_KINDS = "条例|办法|规定|细则|规则|通知|意见|措施|方案|决定|公告|通告|标准|规程|政策"
_STARTS = re.compile(
    rf"本(?:[\u4e00-\u9fff]{{0,4}}(?:{_KINDS}))?(?:从|自)"
    rf"(?:{_DAY}|(?:发布|公布|印发|下发)之日)起(?:施行|实施|执行|生效)"
)
_LASTS = re.compile(rf"(?:有效期|施行期|实施期)?(?:限)?(?:截止到|截至|截止|至|到){_DAY}")
_YEARS = re.compile(r"有效期(?:限)?(?:为)?([1-9]\d?|[一二两三四五六七八九十])年")
_NUMERALS = {c: n for n, c in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}


def judge(disclosure: Disclosure, ended: Repeal | None, today: date) -> Validity:
    """Validity on ``today``. Dates and repeals overrule a declared status: few sites update it."""
    base = Validity(Status.UNKNOWN, effective=disclosure.effective, expires=disclosure.expires)
    if ended and not (ended.starts and ended.starts > today):
        newer = ended.replaced_by or disclosure.replaced_by
        return replace(
            base, status=ended.status, evidence=ended.sentence, source=ended.by, replaced_by=newer
        )
    status, evidence = _by_metadata(disclosure, today)
    over = status in (Status.REPEALED, Status.EXPIRED)
    return replace(
        base,
        status=status,
        evidence=evidence,
        source="元数据" if evidence else "",
        replaced_by=disclosure.replaced_by if over else "",
    )


def _by_metadata(disclosure: Disclosure, today: date) -> tuple[Status, str]:
    """Status by the header's own fields, with the field that says so."""
    declared = _DECLARED.get(disclosure.declared_status.strip())
    shown = f"有效性：{disclosure.declared_status}"
    if declared in (Status.REPEALED, Status.EXPIRED):
        return declared, shown
    if disclosure.replaced_by:
        return Status.REPEALED, f"被替代：{disclosure.replaced_by}"
    if disclosure.expires and disclosure.expires < today:
        return Status.EXPIRED, f"有效期至{_written(disclosure.expires)}"
    if disclosure.effective and disclosure.effective > today:
        return Status.PENDING, f"自{_written(disclosure.effective)}起施行"
    if declared is Status.PENDING and disclosure.effective:  # its day has come
        return Status.CURRENT, f"施行日期：{_written(disclosure.effective)}"
    return (declared, shown) if declared else (Status.UNKNOWN, "")


def with_own_dates(disclosure: Disclosure) -> Disclosure:
    """The disclosure with the days that its text sets for itself, where its header has none.

    本办法自…起施行，有效期5年 is what most sites publish instead of a field. A draft's days bind
    nobody and an interpretation's belong to another document: both stay as they are.
    """
    if not binds(disclosure):
        return disclosure
    for sentence in reversed(re.findall(r"[^。\n]+", disclosure.text)):
        starts = _STARTS.search(sentence)
        if starts:
            effective = _first_day(starts.groups(), disclosure.published or disclosure.written)
            after = disclosure.text.split(sentence, 1)[1][:30]  # 有效期 may be the next sentence
            expires = _last_day(sentence[starts.end() :] + after, effective)
            return replace(
                disclosure,
                effective=disclosure.effective or effective,
                expires=disclosure.expires or expires,
            )
    return disclosure


def _first_day(parts: tuple[str | None, ...], released: date | None) -> date | None:
    year, month, day = parts
    return _day(year, month, day) if year else released


def _last_day(text: str, effective: date | None) -> date | None:
    until, years = _LASTS.search(text), _YEARS.search(text)
    if until:
        return _day(*until.groups())
    if years and effective:
        count = int(years[1]) if years[1].isdecimal() else _NUMERALS[years[1]]
        ends = _day(str(effective.year + count), str(effective.month), str(effective.day))
        return ends - timedelta(days=1) if ends else None
    return None


def _day(year: str | None, month: str | None, day: str | None) -> date | None:
    try:
        return date(int(year or 0), int(month or 0), int(day or 0))
    except ValueError:
        return None


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
