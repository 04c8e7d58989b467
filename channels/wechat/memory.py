"""What is remembered for minutes, of a bounded number of things."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class ShortMemory(Generic[Value]):
    """Values by key for ``seconds`` after they were put; of more than ``most`` the oldest go."""

    def __init__(
        self, seconds: float, most: int = 10_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seconds, self._most, self._clock = seconds, most, clock
        self._kept: OrderedDict[str, tuple[float, Value]] = OrderedDict()

    def put(self, key: str, value: Value) -> None:
        """Remember ``value`` anew, in place of an earlier one."""
        self._kept.pop(key, None)
        self._kept[key] = (self._clock() + self._seconds, value)
        self._forget()

    def get(self, key: str) -> Value | None:
        """The value, or None if it was never put, is dropped, too old or crowded out."""
        self._forget()
        entry = self._kept.get(key)
        return entry[1] if entry else None

    def drop(self, key: str) -> None:
        """Forget the value, if any."""
        self._kept.pop(key, None)

    def __len__(self) -> int:
        self._forget()
        return len(self._kept)

    def _forget(self) -> None:
        now = self._clock()
        while self._kept:
            oldest, (until, _) = next(iter(self._kept.items()))
            if until > now and len(self._kept) <= self._most:
                return
            del self._kept[oldest]
