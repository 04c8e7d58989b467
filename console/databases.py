"""Turns the database setting into Django's DATABASES."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


def databases(url: str, var_dir: Path) -> dict[str, dict[str, Any]]:
    """DATABASES for ``postgresql://…`` or ``sqlite:///…``; "" is SQLite inside ``var_dir``.

    Raises ValueError with a Chinese sentence for any other scheme.
    """
    if not url:
        return {"default": _sqlite(var_dir / "console.sqlite3")}
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {"default": _sqlite(Path(unquote(parts.path[1:])))}
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "default": {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": unquote(parts.path.lstrip("/")),
                "USER": unquote(parts.username or ""),
                "PASSWORD": unquote(parts.password or ""),
                "HOST": parts.hostname or "",
                "PORT": str(parts.port or ""),
                "OPTIONS": {"connect_timeout": 5, **dict(parse_qsl(parts.query))},
            }
        }
    raise ValueError(
        "YG_DATABASE_URL 应以 postgresql:// 或 sqlite:/// 开头；留空则使用 SQLite 文件。"
    )


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # The conversation and the console write at once: WAL lets readers pass, IMMEDIATE makes
        # writers queue from the start of a transaction instead of failing in the middle.
        "OPTIONS": {
            "timeout": 10,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
        },
    }
