"""Saved web pages of government sites: meta tags, the printed header, the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from lxml import html as markup

from index.sources import html_body, html_header
from index.sources.cleaning import clean
from index.sources.encoding import decode
from index.sources.limits import HTML_ELEMENTS
from index.sources.metadata import merged
from index.sources.record import Record
from index.sources.refusal import Unreadable

_METAS = (
    "sitename",
    "articletitle",
    "pubdate",
    "contentsource",
    "columnname",
    "firstpublishedtime",
)
# "标题 - 某市人民政府" and "标题_某某网": the page's own title ends before the site's name.
_SITE = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{0,30}(?:网|网站|政府|门户|局|委员会|中心)\s*$")
_HUGE = re.compile(r"huge", re.IGNORECASE)


def records(data: bytes, beside: Mapping[str, str]) -> Iterator[Record]:
    """The one document of a page; fields ``beside`` it (its sidecar) win over what it prints."""
    tree = parse(decode(data))
    metas = _metas(tree)
    html_body.prune(tree)
    printed = html_header.take_blocks(tree)
    container = html_body.container(tree)
    printed = printed | html_header.fields(tree, container, printed)
    lines = html_body.lines(container)
    yield Record(merged(beside, printed, metas), "\n".join(lines), authored=bool(beside))


def parse(text: str) -> Any:
    """Tree of a page. The parser never fetches anything; nesting over 256 levels is refused."""
    safe = clean(text).strip()
    if not safe:
        raise Unreadable("网页是空的，请重新保存后再导入")
    parser = markup.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = markup.document_fromstring(safe.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:  # a text that holds no element
        raise Unreadable("网页结构已损坏，请用浏览器打开后重新保存") from error
    if any(_HUGE.search(entry.message or "") for entry in parser.error_log):
        raise Unreadable("网页嵌套过深或单段过大，请用浏览器打开，把正文另存后再导入")
    if sum(1 for _ in tree.iter()) > HTML_ELEMENTS:
        raise Unreadable(f"网页元素超过 {HTML_ELEMENTS // 10_000} 万个，请只保存正文后再导入")
    return tree


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name in (*_METAS, "og:title", "url") and meta.get("content"):
            found.setdefault(name, meta.get("content").strip())
    links = (link for link in tree.iter("link") if link.get("rel", "").lower() == "canonical")
    found.setdefault("url", next((link.get("href", "") for link in links), ""))
    found["网页标题"] = found.pop("og:title", "") or _heading(tree) or _page_title(tree)
    site = re.sub(r"(?:门户网站|官方网站|政府网站|网站)$", "", found.get("sitename", ""))
    return found | {"sitename": site}


def _heading(tree: Any) -> str:
    """The page's h1, unless several compete."""
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    named = [heading for heading in headings if heading]
    return named[0] if len(named) == 1 else ""


def _page_title(tree: Any) -> str:
    title = " ".join((tree.findtext(".//title") or "").split())
    while _SITE.search(title):
        title = _SITE.sub("", title)
    return title
