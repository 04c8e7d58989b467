"""Published disclosures as the public pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from index.disclosure import Disclosure, Passage, Status, Validity
from index.search import Index, open_index

RULES = ("条例", "规定", "办法", "措施", "意见", "通知")
GUIDES = ("办事指南",)
INTERPRETATIONS = ("政策解读",)
NOTICES = ("意见征集", "公告", "清理目录")


@dataclass(frozen=True)
class Part:
    """A passage on the page; ``heading`` only where a new one begins.

    ``inline``: the label opens the first line, as 第三条 does; otherwise it is a line of its own.
    """

    ordinal: int
    heading: str
    label: str
    inline: bool
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """One disclosure with everything its page shows."""

    disclosure: Disclosure
    validity: Validity
    parts: tuple[Part, ...]
    replacement: Disclosure | None
    explains: Disclosure | None
    interpretations: tuple[Disclosure, ...]

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Lines of the header table; what the publisher did not state is left out."""
        of = self.disclosure
        stated = (
            ("文号", of.number),
            ("索引号", of.index_number),
            ("发文机关", of.issuer),
            ("体裁", of.kind),
            ("主题", of.topic),
            ("适用地区", of.region),
            ("成文日期", _day(of.written)),
            ("发布日期", _day(of.published)),
            ("施行日期", _day(self.validity.effective or of.effective)),
            ("有效期至", _day(self.validity.expires or of.expires)),
            ("征集截止", _day(of.closes)),
        )
        return tuple((name, text) for name, text in stated if text)

    @property
    def tone(self) -> str:
        """How the validity is to look: current, pending, ended or unknown."""
        status = self.validity.status
        if status is Status.UNKNOWN:
            return "unknown"
        if status is Status.PENDING:
            return "pending"
        return "current" if status.may_be_cited_as_current else "ended"


def document(disclosure_id: str) -> Document | None:
    """One published document, or None. Raises IndexFailure when the index cannot be read."""
    search = reader()
    found = search.disclosure(disclosure_id)
    if found is None:
        return None
    validity = search.validity(found.id)
    return Document(
        disclosure=found,
        validity=validity,
        parts=_parts(search.passages(found.id)),
        replacement=_replacement(search, found, validity),
        explains=search.explained_by(found) if found.is_interpretation else None,
        interpretations=search.interpretations(found.id),
    )


def newest(kinds: tuple[str, ...], limit: int) -> tuple[Disclosure, ...]:
    """The newest disclosures of these kinds."""
    search = reader()
    found = [d for kind in kinds for d in search.recent(limit=limit, kind=kind)]
    return tuple(sorted(found, key=lambda d: d.published or date.min, reverse=True)[:limit])


def every(kind: str = "") -> tuple[Disclosure, ...]:
    """All disclosures, newest first, of one kind if given."""
    return reader().recent(limit=100_000, kind=kind)


def reader() -> Index:
    """The search over what is published."""
    return _search(settings.INDEX_DIR)


@lru_cache(maxsize=4)
def _search(where: str | Path) -> Index:
    return open_index(where)


def _parts(passages: tuple[Passage, ...]) -> tuple[Part, ...]:
    parts, heading = [], ""
    for passage in passages:
        lines = tuple(line for line in passage.text.splitlines() if line.strip())
        fresh = passage.heading if passage.heading != heading else ""
        heading = passage.heading
        # In an official document the heading is the first line of its own passage.
        if fresh and lines and lines[0].startswith(fresh):
            fresh = ""
        label = passage.article if lines and lines[0].startswith(passage.article) else ""
        rest = lines[0][len(label) :].lstrip("\u3000 ") if label else ""
        body = ((rest, *lines[1:]) if rest else lines[1:]) if label else lines
        parts.append(Part(passage.ordinal, fresh, label, inline=bool(rest), lines=body))
    return tuple(parts)


def _replacement(search: Index, of: Disclosure, validity: Validity) -> Disclosure | None:
    name = validity.replaced_by or of.replaced_by
    if not name:
        return None
    found = search.disclosure(name)
    candidates = (found,) if found else search.named(name)
    return next((d for d in candidates if d.id != of.id), None)


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
