"""A few made-up disclosures of 临澜市, small enough to know by heart; all of it fictional."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from index.analysis import Analysis
from index.backends.whoosh import WhooshBackend
from index.disclosure import Disclosure
from index.schema import Entry, entry
from index.search import Index

TODAY = date(2026, 11, 23)

LEXICON = {
    "words.txt": (
        "公积金 900\n住房公积金 900\n提取 900\n高龄津贴 900\n停车费 500\n养犬 500\n犬只 500\n"
    ),
    "plain_words.tsv": "养狗\t养犬、犬只\n老人钱\t高龄津贴\n",
    "places.txt": "临澜市 900\n临澜 900\n南湖区 900\n东桥区 900\n安禾县 900\n南湖 900\n",
}

WITHDRAWAL_2018 = Disclosure(
    id="lz-tiqu-2018",
    title="临澜市住房公积金提取管理办法",
    kind="办法",
    number="临公积金〔2018〕7号",
    issuers=("临澜市住房公积金管理中心",),
    published=date(2018, 3, 20),
    effective=date(2018, 4, 1),
    region="临澜市",
    text=(
        "第一条　为了规范住房公积金提取，制定本办法。\n"
        "第二条　租房提取的，每月不超过八百元。\n"
        "第三条　离职提取的，应当在封存满二年后办理。\n"
        "第四条　本办法自2018年4月1日起施行。"
    ),
)
WITHDRAWAL_2024 = Disclosure(
    id="lz-tiqu-2024",
    title="临澜市住房公积金提取管理办法",
    kind="办法",
    number="临公积金〔2024〕3号",
    index_number="11330900MB1F2345XK/2024-00012",
    issuers=("临澜市住房公积金管理中心", "临澜市住房和城乡建设局"),
    published=date(2024, 3, 5),
    effective=date(2024, 4, 1),
    expires=date(2029, 3, 31),
    region="临澜市",
    text=(
        "第一章　总　则\n"
        "第一条　为了规范住房公积金提取，维护缴存人权益，制定本办法。\n"
        "第二章　提　取\n"
        "第二条　租房提取的，每月不超过一千五百元，每季度提取一次。\n"
        "第三条　离职提取的，应当在封存满半年后办理。\n"
        "第四条　提取住房公积金，应当提交下列材料：\n"
        "（一）身份证件；\n"
        "（二）租赁合同或者离职证明。\n"
        "第五条　本办法自2024年4月1日起施行。"
        "《临澜市住房公积金提取管理办法》（临公积金〔2018〕7号）同时废止。"
    ),
)
WITHDRAWAL_TOLD = Disclosure(
    id="lz-tiqu-2024-jiedu",
    title="《临澜市住房公积金提取管理办法》政策解读",
    kind="政策解读",
    issuers=("临澜市住房公积金管理中心",),
    published=date(2024, 3, 6),
    interprets="lz-tiqu-2024",
    region="临澜市",
    text=(
        "一、起草背景\n"
        "旧办法的租房提取额度偏低，《临澜市住房公积金提取管理办法》（临公积金〔2018〕7号）同时废止。\n"
        "二、主要内容\n"
        "租房提取额度提高到每月一千五百元，一年最多可以提取一万八千元。"
    ),
)
ALLOWANCE = Disclosure(
    id="lz-gaoling-2023",
    title="临澜市高龄津贴发放办法",
    kind="办法",
    number="临民发〔2023〕16号",
    issuers=("临澜市民政局",),
    published=date(2023, 6, 1),
    region="临澜市",
    text=(
        "第一条　为了做好高龄津贴发放工作，制定本办法。\n"
        "第二条　年满八十周岁的老年人，每月发放高龄津贴一百元。\n"
        "第三条　年满九十周岁的老年人，每月发放高龄津贴三百元。\n"
        "第四条　高龄津贴由户籍所在地街道办事处受理。\n"
        "第五条　本办法自2023年7月1日起施行，有效期三年。"
    ),
)
DOGS = Disclosure(
    id="lz-yangquan-2026",
    title="临澜市养犬管理条例",
    kind="条例",
    number="临澜市人民代表大会常务委员会公告第41号",
    issuers=("临澜市人民代表大会常务委员会",),
    published=date(2026, 10, 12),
    effective=date(2027, 1, 1),
    region="临澜市",
    declared_status="尚未施行",
    text=(
        "第一条　为了规范养犬行为，制定本条例。\n"
        "第二条　携带犬只外出的，应当用长度不超过一点五米的犬绳牵引。\n"
        "第三条　本条例自2027年1月1日起施行。"
    ),
)
PARKING = Disclosure(
    id="nh-tingche-2025",
    title="南湖区道路停车收费办事指南",
    kind="办事指南",
    index_number="11330902002560001A/2025-00077",
    issuers=("南湖区城市管理局",),
    published=date(2025, 5, 8),
    region="南湖区",
    text=(
        "一、收费标准\n道路停车费每小时四元，首三十分钟免费。\n"
        "二、申请材料\n（一）身份证；\n（二）行驶证。\n"
        "三、咨询电话\n0599-5550123"
    ),
)
ALL = (WITHDRAWAL_2018, WITHDRAWAL_2024, WITHDRAWAL_TOLD, ALLOWANCE, DOGS, PARKING)


def lexicon(folder: Path) -> Path:
    """The small lexicon, written to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in LEXICON.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def entries(disclosures: Iterable[Disclosure], analysis: Analysis) -> list[Entry]:
    """Disclosures ready to be written."""
    return [entry(d, analysis) for d in disclosures]


def ignore(written: Entry) -> None:
    """Count nothing."""


def built(folder: Path, disclosures: Iterable[Disclosure], analysis: Analysis) -> WhooshBackend:
    """A real index of ``disclosures`` in ``folder``."""
    backend = WhooshBackend(folder, analysis.version)
    backend.create(entries(disclosures, analysis), ignore)
    return backend


def opened(folder: Path, disclosures: Iterable[Disclosure], analysis: Analysis) -> Index:
    """The door to a real index of ``disclosures``."""
    return Index(built(folder, disclosures, analysis), analysis, "http://127.0.0.1:8000")


def like(original: Disclosure, **changes: object) -> Disclosure:
    """A disclosure as another one, but for ``changes``."""
    return replace(original, **changes)  # type: ignore[arg-type]
