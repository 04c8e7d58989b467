"""Which of credentials.yml's channels open here."""

from __future__ import annotations

from pathlib import Path

import yaml

from bot.settings import Settings

_NEEDS_TOKEN = "channels.wechat.WeChatInput"


def credentials_file(settings: Settings) -> Path:
    """credentials.yml without the channels that are not set up, as a file for Rasa to read."""
    doors = yaml.safe_load((settings.root / "credentials.yml").read_text(encoding="utf-8"))
    if not settings.wechat_token:
        doors.pop(_NEEDS_TOKEN, None)
    path = settings.var_dir / "credentials.yml"  # the ${...} stay: no secret is written down
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(doors, allow_unicode=True), encoding="utf-8")
    return path
