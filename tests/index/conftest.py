"""One analysis with a small lexicon for all tests of the index: loading jieba takes a second."""

from __future__ import annotations

import pytest

from index.analysis import Analysis
from tests.index import corpus


@pytest.fixture(scope="session")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    return Analysis(corpus.lexicon(tmp_path_factory.mktemp("lexicon")))
