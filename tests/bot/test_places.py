"""Places by the lexicon's list."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.nlu.places import find_places, place_pattern
from index.analysis import LEXICON_DIR, read_words
from tests.index import corpus


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> re.Pattern[str]:
    return place_pattern(corpus.lexicon(tmp_path_factory.mktemp("lexicon")))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("南湖区的停车费", ["南湖区"]),
        ("南湖停车费", ["南湖"]),
        ("临澜市南湖区和安禾县", ["临澜市", "南湖区", "安禾县"]),
        ("停车费", []),
    ],
)
def test_the_longest_name_wins(pattern: re.Pattern[str], text: str, places: list[str]) -> None:
    assert pattern.findall(text) == places


def test_no_list_no_places(tmp_path: Path) -> None:
    assert place_pattern(tmp_path).findall("南湖区") == []


def test_the_list_of_this_installation_is_used() -> None:
    names = [word for word, _ in read_words(LEXICON_DIR / "places.txt")]
    assert {"临澜市", "南湖区", "东桥区", "北山区", "安禾县"} <= set(names)
    text = "临澜市的公积金"
    assert [(f.entity, f.value, text[f.start : f.end]) for f in find_places(text)] == [
        ("region", "临澜市", "临澜市")
    ]
