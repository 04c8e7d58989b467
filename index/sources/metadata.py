"""Header fields under any of their usual labels -> Disclosure.

Labels: 政府信息公开目录 headers of national, provincial and city sites, the meta tags of
government websites, and the field names of their open interfaces.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from index.disclosure import Disclosure
from index.sources import dates, kinds
from index.sources.cleaning import body, one_line, squashed
from index.sources.labels import LABELS
from index.sources.limits import FIELD_CHARACTERS, TITLE_CHARACTERS, URL_CHARACTERS
from index.sources.record import Record
from index.sources.refusal import Unreadable

_ID = re.compile(r"^[\w.#-]{1,80}$")
_NOTHING = frozenset(("无", "/", "-", "--", "—", "——", "暂无", "null", "None"))
_LASTING = re.compile(r"长期|永久|无期限|另行通知")
_ON_RELEASE = re.compile(r"(?:发布|公布|印发|下发|发文)之日起(?:施行|实施|执行|生效)?$")
_ISSUERS = re.compile(r"[、，,；;\s]+")
_NAMED = re.compile(r"(?:《[^《》]*》|[^、，,；;\n《])+")


def disclosure(record: Record, source: str) -> Disclosure:
    """The record understood; raises Unreadable with what is missing or cannot be read."""
    fields = fold(record.fields)
    title = _title(fields)
    number, index_number = (squashed(_get(fields, name)) for name in ("number", "index_number"))
    url = _url(fields)
    text, banner = body(record.text, title if record.titled else "", number)
    published, written = _date(fields, "published"), _date(fields, "written")
    return Disclosure(
        id=_id(_get(fields, "id"), title, number, index_number, url),
        title=title,
        text=text,
        kind=_kind(fields, title),
        number=number,
        index_number=index_number,
        issuers=tuple(dict.fromkeys(i for i in _ISSUERS.split(_get(fields, "issuers")) if i)),
        written=written,
        published=published,
        effective=_effective(fields, published or written, record.authored),
        expires=_binding(fields, "expires", record.authored),
        closes=_date(fields, "closes"),
        topic=_get(fields, "topic"),
        region=_get(fields, "region"),
        level=_get(fields, "level"),
        declared_status=_status(fields),
        repeals=tuple(n.strip() for n in _NAMED.findall(_get(fields, "repeals")) if n.strip()),
        replaced_by=_get(fields, "replaced_by"),
        interprets=_get(fields, "interprets"),
        url=url,
        fictional=banner or _get(fields, "fictional") in ("是", "true", "True", "1", "yes"),
        source=source,
    )


def label(written: str) -> str:
    """A label without its blanks, colon and brackets: ``索 引 号：`` is 索引号."""
    flat = unicodedata.normalize("NFKC", written[:60]).lower()
    return re.sub(r"[\s:【】\[\]·*]+", "", flat)


def fold(fields: Mapping[str, str]) -> dict[str, str]:
    """Fields by folded label; the first of two wins, empty ones and dashes do not count."""
    folded: dict[str, str] = {}
    for key, value in fields.items():
        short = one_line(value[: FIELD_CHARACTERS * 4])[:FIELD_CHARACTERS]
        if short and short not in _NOTHING:
            folded.setdefault(label(key), short)
    return folded


def merged(*headers: Mapping[str, str]) -> dict[str, str]:
    """Fields by their own names; of two headers with one field, the earlier header's stays.

    A page prints 发布机构 in its table and 来源 in a meta tag: the sidecar outranks both.
    """
    fields: dict[str, str] = {}
    for header in map(fold, headers):
        for name in LABELS:
            fields[name] = fields.get(name) or _get(header, name)
    return fields


def _get(fields: Mapping[str, str], name: str) -> str:
    return next((fields[key] for key in (name, *LABELS[name]) if key in fields), "")


def _title(fields: Mapping[str, str]) -> str:
    title = _get(fields, "title")
    if not title:
        raise Unreadable("没有标题，请在文件头或同名 .yml 里写明“标题: …”")
    if len(title) > TITLE_CHARACTERS:
        raise Unreadable(f"标题超过 {TITLE_CHARACTERS} 字，请检查是不是把正文写进了标题")
    return title


def _id(declared: str, title: str, number: str, index_number: str, url: str) -> str:
    if _ID.match(declared):
        return declared
    derived = re.sub(r"[^A-Za-z0-9_-]+", "-", index_number).strip("-")
    if len(derived) >= 6 and _ID.match(derived):
        return derived
    return hashlib.sha256("\n".join((title, number, url)).encode()).hexdigest()[:16]


def _kind(fields: Mapping[str, str], title: str) -> str:
    hint = "政策解读" if "解读" in _get(fields, "column") else ""
    return _get(fields, "kind") or kinds.guess(title) or hint


def _url(fields: Mapping[str, str]) -> str:
    """Only what a citation may link to: http or https, of a length people can be shown."""
    url = _get(fields, "url")
    web = re.match(r"^https?://[^\s\"'<>]+$", url)
    return url if web and len(url) <= URL_CHARACTERS else ""


def _status(fields: Mapping[str, str]) -> str:
    for flag, status in (("is_abolished", "废止"), ("is_expired", "失效")):
        if fields.get(flag, "").lower() in ("1", "true"):
            return status
    return _get(fields, "declared_status")


def _date(fields: Mapping[str, str], name: str) -> date | None:
    return dates.parse(_get(fields, name))


def _binding(fields: Mapping[str, str], name: str, authored: bool) -> date | None:
    """A date that decides what is in force: staff must not have theirs dropped in silence."""
    written, found = _get(fields, name), _date(fields, name)
    if found is None and written and authored and not _LASTING.search(written):
        raise Unreadable(f"日期“{written[:30]}”看不懂，请写成 2024-03-01 这样的形式")
    return found


def _effective(fields: Mapping[str, str], released: date | None, authored: bool) -> date | None:
    if _ON_RELEASE.search(_get(fields, "effective")):
        return released
    return _binding(fields, "effective", authored)
