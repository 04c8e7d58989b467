"""Remembered for a while, and never more than so many."""

from __future__ import annotations

from channels.wechat.memory import ShortMemory


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_value_is_kept_for_its_seconds() -> None:
    clock = Clock()
    memory: ShortMemory[str] = ShortMemory(600, clock=clock)
    memory.put("a", "甲")
    clock.now = 699.9
    assert memory.get("a") == "甲"
    clock.now = 700.0
    assert memory.get("a") is None and len(memory) == 0


def test_putting_again_begins_anew() -> None:
    clock = Clock()
    memory: ShortMemory[str] = ShortMemory(600, clock=clock)
    memory.put("a", "甲")
    clock.now = 400.0
    memory.put("a", "乙")
    clock.now = 900.0
    assert memory.get("a") == "乙"


def test_the_oldest_is_crowded_out() -> None:
    memory: ShortMemory[int] = ShortMemory(600, most=3)
    for number in range(5):
        memory.put(str(number), number)
    assert [memory.get(str(n)) for n in range(5)] == [None, None, 2, 3, 4]
    assert len(memory) == 3


def test_dropping() -> None:
    memory: ShortMemory[int] = ShortMemory(600)
    memory.put("a", 1)
    memory.drop("a")
    memory.drop("never put")
    assert memory.get("a") is None
