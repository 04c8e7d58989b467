"""Header lines (名称: 内容) as staff type them, in a Markdown file or in a sidecar.

Read by a grammar of our own instead of YAML: a colon inside a title must not break the file, and
nothing here can nest, refer or expand.
"""

from __future__ import annotations

from collections.abc import Iterable

from index.sources.limits import HEADER_CHARACTERS
from index.sources.refusal import Unreadable

_QUOTES = ('"', "'")


def parse(lines: Iterable[str], first: int = 1) -> dict[str, str]:
    """Fields of consecutive lines; ``first`` is the number of the first in its file.

    An indented line continues the one above; ``- 甲`` and ``[甲, 乙]`` become 甲、乙. Raises
    Unreadable with the line that is no field, and for a field that stands twice.
    """
    fields: dict[str, str] = {}
    size = 0
    key = ""
    for number, raw in enumerate(lines, start=first):
        size += len(raw)
        if size > HEADER_CHARACTERS:
            raise Unreadable("文件头太长，请检查是不是把正文写进了文件头", number)
        line = raw.strip()
        if not line or line.startswith("#") or line in ("---", "..."):
            continue
        if key and (line.startswith("- ") or raw[0] in " \t\u3000"):
            fields[key] = _continued(fields[key], line)
            continue
        key, value = _pair(line, number)
        if key in fields:
            raise Unreadable(f"“{key}”写了两次，请只保留一行", number)
        fields[key] = _value(value)
    return fields


def _pair(line: str, number: int) -> tuple[str, str]:
    cuts = [at for at in (line.find(":"), line.find("：")) if at > 0]
    if not cuts:
        raise Unreadable(f"文件头这一行看不懂：{line[:30]}；请写成“名称: 内容”", number)
    at = min(cuts)
    return line[:at].strip(" \t\"'"), line[at + 1 :]


def _value(written: str) -> str:
    value = written.strip()
    if value[:1] in _QUOTES and value.endswith(value[:1]) and len(value) > 1:
        return value[1:-1]
    value = value.split(" #", 1)[0].rstrip()
    if value.startswith("[") and value.endswith("]"):
        return "、".join(_value(item) for item in value[1:-1].split(","))
    return "" if value in ("|", ">", "~", "null") else value


def _continued(held: str, line: str) -> str:
    if line.startswith("- "):
        item = _value(line[2:])
        return f"{held}、{item}" if held else item
    return f"{held} {line}" if held else line
