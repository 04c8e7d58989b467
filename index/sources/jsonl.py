"""Records of open interfaces and exports: one JSON object a line, or one JSON list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from index.sources import html, html_body, kinds, markdown
from index.sources.encoding import decode
from index.sources.limits import LINE_BYTES, MEGABYTE
from index.sources.record import Record
from index.sources.refusal import Refused, Unreadable

_TEXTS = ("正文", "内容", "text", "content", "body", "passages")
_TITLES = ("标题", "title", "名称", "信息名称")
_LISTS = ("records", "data", "items", "list", "rows", "documents", "listVO")
_TAGGED = re.compile(r"</(?:p|div|span|table|td|ul|li|h[1-6])\s*>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_ROW_OF_FLAWS = 1_000  # so many bad lines one after another: this is no JSON Lines file
_BROKEN = "不是有效的 JSON，请检查引号、逗号和括号"


def records(stream: BinaryIO, name: str) -> Iterator[Record | Refused]:
    """One record a line; a line that cannot be read is refused and the next one goes on."""
    number, flaws = 0, 0
    while line := stream.readline(LINE_BYTES + 1):
        number += 1
        if number == 1 and line[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise Unreadable("JSON Lines 请存为 UTF-8 编码后再导入")
        try:
            if len(line) > LINE_BYTES:
                _skip_rest(stream, line)
                raise Unreadable(f"这一行超过 {LINE_BYTES // MEGABYTE} MB，请拆成几条")
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield record_of(_parsed(decode(line)), number)
                flaws = 0
        except Unreadable as error:
            yield Refused(name, error.reason, number)
            flaws += 1
        if flaws >= _ROW_OF_FLAWS:
            raise Unreadable(f"连续 {flaws} 行读不出来，其余不再读取，请检查文件格式", number)


def listed(data: bytes, name: str) -> Iterator[Record | Refused]:
    """A .json file: a list of records, an object that holds one, or a single record."""
    found = _parsed(decode(data))
    if isinstance(found, dict):
        lists = (found[key] for key in _LISTS if isinstance(found.get(key), list))
        found = next(lists, [found])
    for position, item in enumerate(found if isinstance(found, list) else [found], start=1):
        try:
            yield record_of(item, None)
        except Unreadable as error:
            yield Refused(name, f"第 {position} 条：{error.reason}")


def _skip_rest(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(MEGABYTE)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(_BROKEN) from error


def record_of(item: Any, line: int | None) -> Record:
    """One object as a record. Raises Unreadable."""
    if not isinstance(item, dict):
        raise Unreadable('这一条不是 JSON 对象，请写成 {"title": …, "text": …}')
    fields = {str(key): _scalar(value) for key, value in item.items() if key not in _TEXTS}
    text = next((_text(item[key]) for key in _TEXTS if item.get(key)), "")
    if "law_id" in item:
        fields, text = _article(fields, text)
    named = next((fields[key] for key in _TITLES if fields.get(key)), "")
    fields["title"] = _TAG.sub("", named)  # search interfaces mark the words found
    titled = bool(fields["title"].strip())
    if not titled:
        first = text.lstrip("。，；、！？ \n\u3000").split("\n", 1)[0]
        fields["title"] = first.split("。", 1)[0][:60]
    return Record(fields, text, line, titled=titled)


def _article(fields: Mapping[str, str], text: str) -> tuple[dict[str, str], str]:
    """A line of a statute stands alone: its label goes into its title and before its words."""
    title, label = fields.get("title", ""), fields.get("article", "")
    number = fields.get("no", "")
    derived = f"{fields['law_id']}-{number}" if number else fields["law_id"]
    own = {
        "标识": fields.get("article_id") or derived,
        "title": f"{title}{label}",
        "体裁": kinds.guess(title),
    }
    labelled = f"{label}　{text}" if label and not text.lstrip().startswith(label) else text
    return {**fields, **own}, labelled


def _scalar(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(_scalar(item) for item in value if not isinstance(item, (list, dict)))
    return "" if value is None or isinstance(value, dict) else str(value)


def _text(value: Any) -> str:
    """Body of a record: lines of a list, a piece of a page, or text with Markdown marks."""
    joined = "\n".join(map(_scalar, value)) if isinstance(value, list) else _scalar(value)
    if not _TAGGED.search(joined):
        return markdown.plain(joined)
    tree = html.parse(joined)
    html_body.prune(tree)
    return "\n".join(html_body.lines(tree))
