"""PDF files with a text layer; scans are sent to be recognised first."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from index.sources.cleaning import clean, squashed
from index.sources.limits import PDF_MEMORY_BYTES, PDF_PAGES, PDF_SECONDS, TEXT_CHARACTERS
from index.sources.metadata import merged
from index.sources.pdf_lines import first_title, joined
from index.sources.record import Record
from index.sources.refusal import Unreadable

_READER = Path(__file__).with_name("pdf_pages.py")
_HEAD = 1024  # bytes in which %PDF- must stand (PDF 1.7, appendix H)
_TAIL = 4096  # bytes; what mail and web servers append stays below
_PER_PAGE = 10  # characters; stamps and page numbers over a scan come to less
_SCANNED = "没有可用的文字，多半是扫描件，请先做文字识别（OCR）再导入"
_PROBLEMS = {
    "encrypted": "文件加了密码，请去掉密码后再导入",
    "pages": f"超过 {PDF_PAGES} 页，请拆成几个文件",
    "characters": f"正文超过 {TEXT_CHARACTERS // 10_000} 万字，请拆成几个文件",
    "broken": "PDF 已损坏或不完整，请重新导出",
}


def records(data: bytes, beside: Mapping[str, str]) -> Iterator[Record]:
    """The one document of a PDF; without a title ``beside`` it, its first line is one."""
    if b"%PDF-" not in data[:_HEAD]:
        raise Unreadable("不是 PDF 文件，请检查文件后缀或重新导出")
    if b"%%EOF" not in data[-_TAIL:]:
        raise Unreadable("PDF 不完整（结尾缺失），请重新下载或导出")
    pages = [clean(page) for page in _pages(data)]
    letters = squashed("".join(pages))
    if len(letters) < min(_PER_PAGE * len(pages), 200) or _is_garbled(letters):
        raise Unreadable(_SCANNED)
    lines = joined(pages)
    yield Record(merged(beside, first_title(lines)), "\n".join(lines), authored=bool(beside))


def _pages(data: bytes) -> list[str]:
    limits = (PDF_PAGES, TEXT_CHARACTERS, PDF_SECONDS, PDF_MEMORY_BYTES)
    command = [sys.executable, "-I", str(_READER), *map(str, limits)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PDF_SECONDS + 10)
        found = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"{PDF_SECONDS} 秒内读不完，请拆成几个文件或重新导出") from error
    except ValueError as error:  # the process was stopped by one of its limits
        raise Unreadable("PDF 读取时占用过多，多半已损坏，请重新导出或拆成几个文件") from error
    if "problem" in found:
        raise Unreadable(_PROBLEMS[found["problem"]])
    return [str(page) for page in found["pages"]]


def _is_garbled(letters: str) -> bool:
    """Fonts without a code table give placeholders and private characters instead of words."""
    lost = sum(1 for c in letters if c == "\ufffd" or "\ue000" <= c <= "\uf8ff")
    return lost * 5 > len(letters)
