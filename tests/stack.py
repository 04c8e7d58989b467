"""The whole product, started as an operator starts it, on free ports with data of its own."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
STAFF, PASSWORD = "clerk", "only-for-this-test-run"
WECHAT_TOKEN = "OnlyForThisTestRun"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(var_dir: Path, **more: str) -> dict[str, str]:
    """An installation of its own under ``var_dir`` that shares only the trained model."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("YG_", "DEMO"))}
    return kept | {
        "YG_VAR_DIR": str(var_dir),
        "YG_MODEL_DIR": str(ROOT / "var" / "models"),
        "RASA_TELEMETRY_ENABLED": "false",
        "PYTHONUNBUFFERED": "1",
        **more,
    }


@dataclass
class Stack:
    """A running installation."""

    var_dir: Path
    more: dict[str, str] = field(default_factory=dict)
    bot_port: int = field(default_factory=free_port)
    page_port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def page(self) -> str:
        return f"http://127.0.0.1:{self.page_port}"

    @property
    def bot(self) -> str:
        return f"http://127.0.0.1:{self.bot_port}/webhooks/web"

    @property
    def environment(self) -> dict[str, str]:
        ports = {"YG_BOT_PORT": str(self.bot_port), "YG_PAGE_PORT": str(self.page_port)}
        return environment(self.var_dir, **ports, **self.more)

    @property
    def log(self) -> Path:
        return self.var_dir / "run.log"

    def start(self, limit_s: float = 180) -> Stack:
        self.command("bot", "prepare")
        self.command("console", "migrate", "--verbosity", "0")
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "bot", "run"],
                cwd=ROOT,
                env=self.environment,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + limit_s
        while "已就绪" not in self.log.read_text(encoding="utf-8"):
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            assert time.monotonic() < deadline, self.log.read_text(encoding="utf-8")
            time.sleep(0.3)
        return self

    def stop(self, how: int = signal.SIGINT) -> int:
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(40)

    def command(self, *words: str, limit_s: float = 300) -> subprocess.CompletedProcess[str]:
        """``python -m …`` in this installation; fails the test if the command fails."""
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=limit_s,
            check=False,
        )
        assert done.returncode == 0, f"{words}: {done.stdout}\n{done.stderr}"
        return done

    def add_staff(self) -> None:
        self.more["DJANGO_SUPERUSER_PASSWORD"] = PASSWORD
        self.command(
            "console",
            "createsuperuser",
            "--noinput",
            "--username",
            STAFF,
            "--email",
            "clerk@example.invalid",
        )

    def ask(self, message: Any, sender: str = "", **body: Any) -> tuple[int, Any]:
        """(HTTP status, decoded body) of one question on the web channel."""
        asked = {"sender": sender or secrets.token_hex(16), "message": message, **body}
        return post(f"{self.bot}/webhook", json.dumps(asked).encode())


def post(url: str, body: bytes, **headers: str) -> tuple[int, Any]:
    kind = {"Content-Type": "application/json", **headers}
    request = urllib.request.Request(url, body, kind, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=30) as reply:
            return reply.status, json.loads(reply.read())
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.loads(refused.read() or b"null")
