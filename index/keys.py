"""Names and numbers as exact-match keys."""

from __future__ import annotations

import re
import unicodedata

_BRINGS = re.compile(
    r"^《([^《》]{2,100})》$|关于(?:印发|发布|公布|下发|转发|批转)(?:《([^《》]{4,100})》|([^《》]{4,100}?))的通知$"
)
_BRACKETS = str.maketrans("〈〉()[]", "《》（）〔〕")


def key(text: str) -> str:
    """A value as an exact-match key: no spaces or commas, one kind of brackets, 200 characters."""
    return re.sub(r"[\s,]+", "", text).translate(_BRACKETS)[:200]


def name_key(title: str) -> str:
    """A title as an exact-match key: its letters and digits, without any mark or space."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", title)).lower()[:200]


def bare_title(title: str) -> str:
    """The name of what a title brings: 关于印发《X办法》的通知 and 《X办法》 -> X办法.

    What is about X办法 (《X办法》解读, 关于修改《X办法》的决定) is not X办法 and keeps its title.
    """
    brought = _BRINGS.search(title)
    return next((name for name in (brought.groups() if brought else ()) if name), title)
