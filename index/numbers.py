"""Document numbers (发文字号): found in any of the ways people write them, in one written form.

Grammar: GB/T 9704-2012 (机关代字 + 〔年份〕 + 序号 + 号); variants observed on published pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_HAN = "\u4e00-\u9fff"
_OPEN, _CLOSE = r"[〔\[(【〖]", r"[〕\])】〗]"
_YEAR = r"(?:19|20)\d{2}"
# (2024)50人 counts people and numbers no document.
_COUNTED = "年月日期个条人名岁元次届批页款项户套天家米度时分版"
_MARK = r"号(?![楼线院房门幢车])"
_LETTERED = re.compile(
    rf"([{_HAN}]{{2,40}}?)(?<!令)\s*"
    rf"(?:{_OPEN}\s*(?P<a>{_YEAR})\s*年?\s*{_CLOSE}?|(?P<b>{_YEAR})\s*{_CLOSE})"
    rf"\s*第?\s*0*(\d{{1,5}})(?:\s*{_MARK}|(?!\s*[\d号{_COUNTED}]))"
)
# Without brackets only a written 号 tells a number from an amount or a day.
_LOOSE = re.compile(
    rf"([{_HAN}]{{2,40}}?)(?<!令)\s*({_YEAR})\s*(?:年\s*第?|第|[-—]|\s)\s*0*(\d{{1,5}})\s*{_MARK}"
)
_ORDER = re.compile(
    rf"([{_HAN}]{{0,40}}?(?:政府|国务院|[国部委局署会行席])令|[{_HAN}]{{2,40}}?[府会局委厅院]公告)"
    rf"\s*(?:{_OPEN}?{_YEAR}年?{_CLOSE}?)?\s*第\s*0*(\d{{1,5}})\s*{_MARK}"
)
_YEARLY = re.compile("[府会局委厅院部署行](?:公告|通告)$")  # a full name is numbered 2019年第5号
_USUAL = re.compile(
    rf"[{_HAN}](?:政|府|党|委|民|人社|医保|公积金|住?建|教|交|城管|水|市监|科|环|农|数|发改|财|税|卫|文旅|商|司|应急)"
    r"办?(?:发|规|函|字|办|文|通|告|批|复|电)$"
)
_LONGEST = 6  # letters; a longer code has prose before it that the word list does not know
# A letter code ends where prose begins (根据国办发 -> 国办发): cut after the last of these.
_PROSE = re.compile(
    "根据|依据|按照|依照|遵照|参照|关于|对于|查询|查看|搜索|请看|请问|请查|想问|想看|想找|想查|问下|看下|查下|找下"
    "|一下|下文|问问|看看|解释|了解|知道|听说|看到|找到|收到|帮我|给我|告诉|麻烦|有没有|有无|还有|以及|或者|或是|同时"
    "|废止|代替|替代|取代|执行|印发|转发|下发|发布|公布|文件|文号|编号|字号|通知|办法|细则|方案|之前|以前|原来|现行"
    "|最新|这个|那个|这份|那份|这项|那项|什么|哪个|名为|叫做|就是|而是|不是|还是|是不是|你好|您好|我们|你们|咱们"
    "|违反|属于|符合|结合|落实|贯彻|补贴|政策|的|是|叫"
)
_VERBS = "请查看找问搜有见按据依以被由对在用把到给要想我你您他她它这该与及或跟即至"
# Prose or the first letter of a real code (和县, 大同, 原平, 从化, 将乐, 那曲, 如东).
_MAYBE = "和同原从将那如"
_ORGANS = "政府办委党人教卫民建农水交科财环规发审医司住城文商税市区县公"
_PLACE_END = re.compile("[省市区县州局厅委院处会心府室]")
_OF_PLACE = re.compile(rf"[{_HAN}]+?([省市区县])人民政府令第(\d+)号")
_WHOSE = ("政府", "人民政府")
_SIMPLIFIED = str.maketrans(
    "國辦發開號懷東滬粵臨區縣財稅環農業醫規會務總關衛廣黨證電築監與質應資產運興漢鄭貴陝蘇贛遼寧瓊雲陽灣貿設據積請",
    "国办发开号怀东沪粤临区县财税环农业医规会务总关卫广党证电筑监与质应资产运兴汉郑贵陕苏赣辽宁琼云阳湾贸设据积请",
)


@dataclass(frozen=True)
class Located:
    """``text[start:end]`` is a document number whose canonical form is ``number``."""

    number: str
    start: int
    end: int


def find_numbers(text: str) -> tuple[str, ...]:
    """Every document number in ``text``, canonical (国办发〔2019〕61号), in order, once each."""
    return tuple(dict.fromkeys(found.number for found in locate_numbers(text)))


def locate_numbers(text: str) -> tuple[Located, ...]:
    """Every document number where it stands, in order; no two overlap."""
    flat = _flat(text)
    kept: list[Located] = []
    for found in sorted(_all(flat), key=lambda f: (f.end, f.start)):
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return tuple(kept)


def canonical(number: str) -> str:
    """One number in canonical form; what is no known form comes back trimmed and unchanged."""
    found = find_numbers(number)
    return found[0] if found else number.strip()


def short_forms(number: str) -> tuple[str, ...]:
    """What its own city calls a numbered order: 临澜市人民政府令第12号 is 市政府令第12号 there."""
    found = _OF_PLACE.fullmatch(number)
    return tuple(f"{found[1]}{whose}令第{found[2]}号" for whose in _WHOSE) if found else ()


def _flat(text: str) -> str:
    """Half width, simplified, character for character, so that places in the text stay."""
    forms = (unicodedata.normalize("NFKC", c) for c in text)
    same = "".join(f if len(f) == 1 else c for f, c in zip(forms, text, strict=True))
    return same.translate(_SIMPLIFIED)


def _all(flat: str) -> Iterator[Located]:
    for m in _LETTERED.finditer(flat):
        start, code = _code(flat, m)
        yield Located(_written(code, m["a"] or m["b"], int(m[4])), start, m.end())
    for m in _LOOSE.finditer(flat):
        start, code = _code(flat, m)
        yield Located(_written(code, m[2], int(m[3])), start, m.end())
    for m in _ORDER.finditer(flat):
        start, code = _code(flat, m)
        if code not in ("国令", "中华人民共和国国务院令"):
            yield Located(f"{code}第{int(m[2])}号", start, m.end())
        else:  # three names of one series
            yield Located(f"国务院令第{int(m[2])}号", start, m.end())


def _written(code: str, year: str, serial: int) -> str:
    if _YEARLY.search(code):
        return f"{code}{year}年第{serial}号"
    return f"{code}〔{year}〕{serial}号"


def _code(flat: str, match: re.Match[str]) -> tuple[int, str]:
    """Where the letter code of a match begins, and the code: its letters without the prose."""
    letters, start = match[1], match.start(1)
    dated = letters[0] in "日年月" and flat[start - 1 : start].isdecimal()  # 7月22日临政规〔…
    cut = max(int(dated), _after_prose(letters))
    cut = _after_issuer(letters, cut)
    connected = start + cut > 0 and flat[start + cut - 1] in "号》)〕"
    cut += _connective(letters[cut:], connected)
    usual = _USUAL.search(letters, cut) if len(letters) - cut > _LONGEST else None
    cut = usual.start() if usual else cut
    return start + cut, letters[cut:]


def _after_prose(letters: str) -> int:
    ends = [m.end() for m in _PROSE.finditer(letters) if len(letters) - m.end() >= 2]
    return max(ends, default=0)


def _after_issuer(letters: str, cut: int) -> int:
    """Past a place or office named in full before its own code: 南湖区南政办发, 人社局临人社发."""
    for m in _PLACE_END.finditer(letters, cut):
        rest = letters[m.end() :]
        if len(rest) >= 3 and rest[0] in letters[cut : m.end()] and not _YEARLY.search(rest):
            cut = m.end()
    return cut


def _connective(letters: str, connected: bool) -> int:
    """How many single words of prose stand before the code."""
    cut = 0
    while len(letters) - cut > 2:
        first, second = letters[cut], letters[cut + 1]
        if first in _VERBS or (first in _MAYBE and (connected or second not in _ORGANS)):
            cut += 1
        else:
            break
    return cut
