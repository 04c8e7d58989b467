"""python -m bot fill: sentence vectors for what was published, behind the serving index."""

from __future__ import annotations

import os
import sys
import time

from bot.settings import Settings
from index.analysis import LEXICON_DIR, shared_analysis
from index.backends.opening import open_backend
from index.embedding import open_embedder
from index.errors import IndexFailure
from index.filling import fill

_LOOK_AGAIN_S = 3.0
_POLITENESS = 10  # so that answering always comes first
_SHOWN_EVERY = 40


def fill_vectors(settings: Settings, *, watch: bool) -> int:
    """Embed what has no vector yet; with ``watch`` go on as documents are published.

    0 done or switched off, 2 the index or the embedder cannot be used. Safe to stop anywhere.
    """
    embedder = open_embedder(
        settings.embeddings, settings.embeddings_model, settings.embeddings_key
    )
    if embedder is None:
        print("设置 YG_EMBEDDINGS=off：只按词语检索，不算句向量。")
        return 0
    if watch:
        os.nice(_POLITENESS)
    backend = open_backend(settings.index_place, shared_analysis(LEXICON_DIR).version, embedder)
    while True:
        try:
            done = fill(backend, embedder, _progress)
            if done or not watch:
                print(f"\r句向量已补齐：新算 {done} 段。", file=sys.stderr)
        except IndexFailure as failure:
            if not watch:
                raise
            print(failure, file=sys.stderr)
        if not watch:
            return 0
        time.sleep(_LOOK_AGAIN_S)


def _progress(done: int) -> None:
    if sys.stderr.isatty() and done % _SHOWN_EVERY == 0:
        print(f"\r正在算句向量：{done} 段……", end="", file=sys.stderr, flush=True)
