"""Vectors for what has none yet: behind a usable index, a few at a time, safe to stop anywhere."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from index.backends import Backend
from index.embedding import Embedder

_BATCH = 8  # passages between two writes: about two seconds of one processor


def fill(
    backend: Backend, embedder: Embedder, progress: Callable[[int], None] = lambda done: None
) -> int:
    """Embed every passage without a vector; returns how many. Raises IndexFailure.

    What was done stays when it is interrupted, and texts already embedded are never done again.
    """
    done = 0
    waiting = backend.without_vector()
    while batch := list(islice(waiting, _BATCH)):
        vectors = embedder.passages([text for _, text in batch])
        backend.put_vectors({d: v for (d, _), v in zip(batch, vectors, strict=True)})
        done += len(batch)
        progress(done)
    return done
