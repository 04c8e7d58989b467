"""Words and a search for the bot's tests: the real sentences, a real index."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.wording import Wording, wording
from index.analysis import Analysis
from tests.index import corpus

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def say() -> Wording:
    """The sentences of domain.yml."""
    return wording(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    return Analysis(corpus.lexicon(tmp_path_factory.mktemp("lexicon")))
