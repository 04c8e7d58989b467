"""Bytes -> text in the encodings that Chinese offices produce, without guessing wildly."""

from __future__ import annotations

import codecs
from itertools import islice

from index.sources.refusal import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ADVICE = "请用记事本或 WPS 打开，另存为 UTF-8 编码后再导入"
_SAMPLE = 4_000  # Chinese characters looked at; telling two encodings apart needs about 20
_COMMON = 0.6  # written Chinese has over 0.95 of its characters in GB 2312 level 1, mojibake 0.3


def decode(data: bytes) -> str:
    """Text of UTF-8 (with or without mark), UTF-16 with mark, or GB 18030; else Unreadable."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(data):
            place = f"第 {error.start + 1} 个字节起不是有效文字"
            raise Unreadable(f"文字编码已损坏（{place}），{_ADVICE}") from error
    return _gb18030(data)


def _marked(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise Unreadable(f"文字编码已损坏（标明是 {name}，内容不符），{_ADVICE}") from error


def _is_broken_utf8(data: bytes) -> bool:
    """UTF-8 with a wound: most multi-byte characters are whole. GB 18030 has next to none."""
    text = data.decode("utf-8", "replace")
    wounds = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\u07ff") - wounds
    return whole > wounds


def _gb18030(data: bytes) -> str:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise Unreadable(f"认不出文字编码，{_ADVICE}") from error
    if not _reads_as_chinese(text):
        raise Unreadable(f"认不出文字编码（按 GB 18030 读出来是乱码），{_ADVICE}")
    return text


def _reads_as_chinese(text: str) -> bool:
    """Random bytes and other encodings decode to rare characters; real text to common ones."""
    ideographs = list(islice((c for c in text if "\u3400" <= c <= "\u9fff"), _SAMPLE))
    common = sum(1 for character in ideographs if _is_common(character))
    return bool(ideographs) and common >= _COMMON * len(ideographs)


def _is_common(character: str) -> bool:
    """In level 1 of GB 2312: the 3,755 characters of everyday writing."""
    code = character.encode("gb2312", "ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7
