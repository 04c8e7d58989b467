"""Figures as lines for a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def as_table(figures: Mapping[str, Any], indent: str = "") -> str:
    """Nested figures, one a line, three digits behind the point."""
    lines = []
    for name, value in figures.items():
        if isinstance(value, Mapping):
            lines += [f"{indent}{name}", as_table(value, indent + "  ")]
        elif isinstance(value, list):
            lines += [f"{indent}{name}", *(f"{indent}  {row}" for row in value)]
        else:
            shown = f"{value:.3f}" if isinstance(value, float) else str(value)
            lines.append(f"{indent}{name:<27} {shown}")
    return "\n".join(lines)
