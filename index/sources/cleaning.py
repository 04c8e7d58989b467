"""Text as it may be quoted: one form for each character, no marks that nobody can see."""

from __future__ import annotations

import re
import unicodedata

from index.sources.limits import TEXT_CHARACTERS
from index.sources.refusal import Unreadable

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters, surrogates and non-characters; zero-width, direction and soft-hyphen marks.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
# PDF writers print ⽂ (a radical) for 文: the eye sees no difference, a search does.
_RADICALS = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6))
}
_SPACES = re.compile(r"[ \t\xa0\u2000-\u200a\u202f\u205f]+")
_BANNER = re.compile(r"^>?\s*本(?:文件|页面|网页)为软件演示而虚构")
_TITLE_LINES = 4  # a centred title wraps over two or three lines


def clean(text: str) -> str:
    """``text`` in NFC without unseen marks, runs of blanks as one; line breaks stay ``\\n``."""
    seen = _UNSEEN.sub("", _BREAKS.sub("\n", text)).translate(_RADICALS)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", seen))


def one_line(text: str) -> str:
    """Cleaned and joined on one line, for titles and header fields."""
    return " ".join(clean(text).split())


def body(text: str, title: str, number: str = "") -> tuple[str, bool]:
    """Body without blank lines, banner, repeated number and title; whether a banner stood there."""
    lines = [line.strip() for line in clean(text).split("\n")]
    kept = [line for line in lines if line and not _BANNER.match(line)]
    fictional = any(_BANNER.match(line) for line in lines)
    joined = "\n".join(kept[_repeated(kept, title, number) :] or kept)
    if not joined:
        raise Unreadable("没有正文，请检查文件内容是否完整")
    if len(joined) > TEXT_CHARACTERS:
        raise Unreadable(f"正文超过 {TEXT_CHARACTERS // 10_000} 万字，请拆成几个文件")
    return joined, fictional


def squashed(text: str) -> str:
    """Without any blanks: what is compared when two printings of one text meet."""
    return "".join(text.split())


def _repeated(lines: list[str], title: str, number: str) -> int:
    """How many first lines only repeat the title, or the number above it or below it."""
    named, numbered = squashed(title), squashed(number)
    wanted = {named, numbered + named, named + numbered}
    for count in range(min(_TITLE_LINES, len(lines)), 0, -1):
        if named and squashed("".join(lines[:count])) in wanted:
            return count
    return 0
