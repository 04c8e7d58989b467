"""Files of published disclosures -> Disclosures. One door: ``read``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from index.disclosure import Disclosure
from index.sources import docx, files, header, html, jsonl, markdown, metadata, pdf, tsv
from index.sources.encoding import decode
from index.sources.limits import FILE_BYTES, LINES_BYTES, SIDECAR_BYTES
from index.sources.record import Record
from index.sources.refusal import Refused, Unreadable

__all__ = ["Refused", "read"]

_BESIDE = {".html": html.records, ".htm": html.records, ".docx": docx.records, ".pdf": pdf.records}


def read(paths: Sequence[Path]) -> Iterator[Disclosure | Refused]:
    """Disclosures of files and, by name, of folders; what cannot be read comes out as Refused.

    One file's flaw never stops the next. Of two documents with one id the first stays.
    """
    seen: dict[str, str] = {}
    for path in paths:
        for found in files.find(Path(path)):
            if isinstance(found, Refused):
                yield found
                continue
            for outcome in _guarded(found):
                yield _once(outcome, seen) if isinstance(outcome, Disclosure) else outcome


def _once(disclosure: Disclosure, seen: dict[str, str]) -> Disclosure | Refused:
    if disclosure.id not in seen:
        seen[disclosure.id] = disclosure.source
        return disclosure
    first = seen[disclosure.id]
    reason = f"标识 {disclosure.id} 已在 {first} 中出现，请改用不同的标识，或只保留一份"
    return Refused(disclosure.source, reason)


def _guarded(found: files.Found) -> Iterator[Disclosure | Refused]:
    """The file's documents; any failure of a library on bad content refuses the file."""
    try:
        for record in _records(found):
            yield record if isinstance(record, Refused) else _understood(record, found.name)
    except Unreadable as error:
        yield Refused(found.name, error.reason, error.line)
    except Exception as error:  # parsers of outside formats raise anything on broken content
        reason = f"文件已损坏，读不出来（{type(error).__name__}），请重新导出后再导入"
        yield Refused(found.name, reason)


def _understood(record: Record, name: str) -> Disclosure | Refused:
    try:
        return metadata.disclosure(record, name)
    except Unreadable as error:
        return Refused(name, error.reason, error.line or record.line)


def _records(found: files.Found) -> Iterator[Record | Refused]:
    suffix = found.path.suffix.lower()
    if suffix not in (*files.READ, files.TABLE):
        raise Unreadable(_unknown(suffix))
    limit = LINES_BYTES if suffix in (".jsonl", files.TABLE) else FILE_BYTES
    with files.open_safely(found.path, found.root, limit) as stream:
        if suffix == ".jsonl":
            yield from jsonl.records(stream, found.name)
            return
        if suffix == files.TABLE:
            yield from tsv.records(stream, found.name)
            return
        data = stream.read(limit + 1)
    if suffix == ".json":
        yield from jsonl.listed(data, found.name)
    elif suffix in _BESIDE:
        yield from _BESIDE[suffix](data, _sidecar(found))
    else:
        yield from markdown.records(data)


def _sidecar(found: files.Found) -> dict[str, str]:
    path = files.sidecar_of(found.path)
    if path is None:
        return {}
    with files.open_safely(path, found.root, SIDECAR_BYTES) as stream:
        lines = decode(stream.read(SIDECAR_BYTES)).splitlines()
    try:
        return header.parse(lines)
    except Unreadable as error:
        raise Unreadable(f"同名的 {path.name}：{error.reason}", error.line) from error


def _unknown(suffix: str) -> str:
    if suffix in files.UNREAD:
        return f"不能直接读取 {suffix} 文件，请另存为 .docx 或带文字的 .pdf 后再导入"
    kind = f" {suffix} " if suffix else "没有后缀"
    return f"不支持{kind}的文件，请换成 {'、'.join(files.READ)}"
