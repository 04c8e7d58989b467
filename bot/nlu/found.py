"""An entity as our extractors report it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """``text[start:end]`` names an entity whose resolved form is ``value``."""

    entity: str
    value: str
    start: int
    end: int
