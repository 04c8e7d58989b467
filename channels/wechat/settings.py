"""What an operator may set for WeChat, checked before the door opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rasa.shared.exceptions import RasaException

# The platform hangs up after 5 s; the way back needs its part of them.
_MOST_REPLY_SECONDS = 4.8
_MOST_CHARACTERS = 500


@dataclass(frozen=True)
class WeChatSettings:
    """``token`` is the one typed into the account's console; times are seconds."""

    token: str = field(repr=False)
    reply_seconds: float = 4.2
    keep_seconds: float = 600
    clock_skew_seconds: float = 300
    max_chars: int = _MOST_CHARACTERS


def read_settings(credentials: Mapping[str, Any] | None) -> WeChatSettings:
    """Settings from credentials.yml. Raises RasaException, in Chinese, naming what is wrong."""
    given = {name: value for name, value in (credentials or {}).items() if value not in (None, "")}
    token = str(given.get("token", "")).strip()
    if not token or token.startswith("${"):
        raise RasaException(
            "微信渠道没有启动：credentials.yml 里 channels.wechat.WeChatInput 的 token 是空的。"
            "请填上公众号后台“服务器配置”里的 Token；不用微信就删掉这一段。"
        )
    return WeChatSettings(
        token=token,
        reply_seconds=_number(given, "reply_seconds", 4.2, 0.1, _MOST_REPLY_SECONDS),
        keep_seconds=_number(given, "keep_seconds", 600, 60, 86_400),
        clock_skew_seconds=_number(given, "clock_skew_seconds", 300, 5, 3_600),
        max_chars=int(_number(given, "max_chars", _MOST_CHARACTERS, 1, _MOST_CHARACTERS)),
    )


def _number(given: Mapping[str, Any], name: str, usual: float, least: float, most: float) -> float:
    try:
        value = float(given.get(name, usual))
    except (TypeError, ValueError):
        value = float("nan")
    if not least <= value <= most:
        raise RasaException(
            f"微信渠道没有启动：credentials.yml 里的 {name} 要写 {least:g} 到 {most:g} 之间的数。"
        )
    return value
