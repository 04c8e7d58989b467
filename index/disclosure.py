"""The types every other room shares: what was published, a piece of it, and how to cite it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Status(str, Enum):
    """Validity of a disclosure or an article, in the words officers use.

    Source of the vocabulary: 立法法 99–104 条 and the clean-up lists that governments publish
    (继续有效、修改、废止、失效).
    """

    CURRENT = "现行有效"
    AMENDED = "已修改"
    PARTLY = "部分失效"
    REPEALED = "废止"
    EXPIRED = "失效"
    PENDING = "尚未施行"
    UNKNOWN = "未知"

    @property
    def may_be_cited_as_current(self) -> bool:
        """Whether text with this status may be offered as the rule of today."""
        return self in (Status.CURRENT, Status.AMENDED, Status.PARTLY, Status.UNKNOWN)


@dataclass(frozen=True)
class Validity:
    """A status with the sentence that proves it and where that sentence stands."""

    status: Status
    evidence: str = ""
    source: str = ""
    effective: date | None = None
    expires: date | None = None
    replaced_by: str = ""


@dataclass(frozen=True)
class Disclosure:
    """One published document with the metadata of its header. Dates are local calendar days."""

    id: str
    title: str
    text: str
    kind: str = ""
    number: str = ""
    index_number: str = ""
    issuers: tuple[str, ...] = ()
    written: date | None = None
    published: date | None = None
    effective: date | None = None
    expires: date | None = None
    closes: date | None = None
    topic: str = ""
    region: str = ""
    level: str = ""
    declared_status: str = ""
    repeals: tuple[str, ...] = ()
    replaced_by: str = ""
    interprets: str = ""
    url: str = ""
    fictional: bool = False
    source: str = ""

    @property
    def issuer(self) -> str:
        """Issuers as they are printed in a citation."""
        return "、".join(self.issuers)

    @property
    def is_interpretation(self) -> bool:
        """Whether this explains another document instead of ruling anything itself."""
        return self.kind == "政策解读" or bool(self.interprets)


@dataclass(frozen=True)
class Passage:
    """A piece small enough to quote: an article, or a section under its headings.

    ``heading`` is the path of headings above it, ``article`` its own label
    (第十二条, 二、申请材料).
    """

    disclosure_id: str
    ordinal: int
    text: str
    heading: str = ""
    article: str = ""

    @property
    def id(self) -> str:
        """Address of the passage: disclosure and ordinal, as in ``lz-1#p3``."""
        return f"{self.disclosure_id}#p{self.ordinal}"


class Nature(str, Enum):
    """What a text is to a reader: it rules, it explains what rules, or it only proposes."""

    RULE = "rule"
    INTERPRETATION = "interpretation"
    DRAFT = "draft"


@dataclass(frozen=True)
class Citation:
    """Everything a reader needs to find the quoted text again."""

    disclosure_id: str
    title: str
    number: str
    article: str
    issuer: str
    published: date | None
    effective: date | None
    validity: Validity
    url: str
    kind: str = ""
    region: str = ""
    nature: Nature = Nature.RULE
    level: str = ""


@dataclass(frozen=True)
class Match:
    """A passage found for a question, with what the ranking knew about it.

    ``score`` is the engine's own number; ``confidence`` (0..1) is the probability that the
    passage answers; ``missing`` are the question's telling terms that the passage lacks;
    ``mirrors`` the ids of other disclosures that publish the same text.
    """

    passage: Passage
    citation: Citation
    score: float
    confidence: float
    missing: tuple[str, ...] = ()
    mirrors: tuple[str, ...] = ()
