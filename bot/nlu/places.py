"""Places in a question, by the lexicon's list: the longest name wins."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from bot.nlu.found import Found
from index.analysis import LEXICON_DIR, read_words


@lru_cache(maxsize=4)
def place_pattern(lexicon_dir: Path = LEXICON_DIR) -> re.Pattern[str]:
    """A pattern of all place names of ``places.txt``, longest first."""
    path = lexicon_dir / "places.txt"
    names = {word for word, _ in read_words(path)} if path.exists() else set()
    ordered = sorted((n for n in names if len(n) > 1), key=lambda n: (-len(n), n))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")


def find_places(text: str) -> list[Found]:
    """Every known place in ``text``."""
    return [Found("region", m[0], m.start(), m.end()) for m in place_pattern().finditer(text)]
