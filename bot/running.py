"""python -m bot run: everything under one parent that stops all parts together.

Exit codes: 0 stopped by the operator, 2 cannot start (a port is busy, a part is missing),
1 a part died (its name and exit code are printed).
"""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from types import FrameType

from bot.settings import Settings
from index.embedding import OFF

_READY_S = 180
_STOP_S = 20


@dataclass(frozen=True)
class Part:
    """A process of ours: what it is called, how it starts, and where it says that it is ready."""

    name: str
    command: tuple[str, ...]
    port: int
    health: str


def parts(settings: Settings) -> tuple[Part, ...]:
    """The bot and the console with the public pages."""
    python = sys.executable
    bind = f"{settings.host}:{settings.page_port}"
    page = (
        python,
        "-W",
        "ignore",
        "-m",
        "gunicorn",
        "--no-control-socket",
        "--bind",
        bind,
        "--workers",
        "1",
        "--threads",
        "4",
        "--timeout",
        "60",
        "--log-level",
        "warning",
        "console.wsgi",
    )
    return (
        Part(
            "机器人",
            (python, "-W", "ignore", "-m", "bot", "serve"),
            settings.bot_port,
            f"http://{_local(settings.host)}:{settings.bot_port}/webhooks/web/health",
        ),
        Part(
            "台账和网页",
            page,
            settings.page_port,
            f"http://{_local(settings.host)}:{settings.page_port}/healthz",
        ),
    )


def run(settings: Settings) -> int:
    """Start all parts, wait until one ends or the operator stops them, stop the rest."""
    wanted = parts(settings)
    busy = [p for p in wanted if not _is_free(settings.host, p.port)]
    for part in busy:
        print(
            f"端口 {part.port} 已被占用，{part.name}无法启动。请停掉占用它的程序，"
            f"或换一个端口：{_port_setting(part, settings)}=… make run",
            file=sys.stderr,
        )
    if busy:
        return 2
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _n, _f: _asked_to_stop(stop, _f))
    running = {p: subprocess.Popen(p.command, start_new_session=True) for p in wanted}
    beside: list[subprocess.Popen[bytes]] = []
    try:
        return _watch(running, settings, stop, beside)
    finally:
        _end([*running.values(), *beside])


def _fill_vectors() -> subprocess.Popen[bytes]:
    """Vectors are filled in behind the serving bot; if this part dies, words still answer."""
    command = (sys.executable, "-W", "ignore", "-m", "bot", "fill", "--watch")
    return subprocess.Popen(command, start_new_session=True)


def _watch(
    running: dict[Part, subprocess.Popen[bytes]],
    settings: Settings,
    stop: threading.Event,
    beside: list[subprocess.Popen[bytes]],
) -> int:
    started, told = time.monotonic(), False
    print("正在启动，大约需要 20 秒……", flush=True)
    while not stop.is_set():
        for part, process in running.items():
            if process.poll() is not None:
                print(
                    f"{part.name}意外停止（退出码 {process.returncode}），其余部分一并停下。",
                    file=sys.stderr,
                )
                return 1
        if not told and all(_is_healthy(p.health) for p in running):
            _tell(settings, time.monotonic() - started)
            told = True
            if settings.embeddings != OFF:
                beside.append(_fill_vectors())
        if not told and time.monotonic() - started > _READY_S:
            print(
                f"{_READY_S} 秒内没有全部就绪，已停下。请运行 python -m bot doctor 查看原因。",
                file=sys.stderr,
            )
            return 1
        stop.wait(0.5)
    print("\n正在停下……", flush=True)
    return 0


def _tell(settings: Settings, seconds: float) -> None:
    where = f"http://{_local(settings.host)}:{settings.page_port}"
    print(f"\n已就绪（{seconds:.0f} 秒）。")
    print(f"  演示网页  {where}/   右下角可以提问")
    print(f"  工作台账  {where}/console/")
    if settings.demo:
        subprocess.run([sys.executable, "-m", "console", "demo-staff"], check=False, timeout=60)
    else:
        print(
            "  工作人员账号：.venv/bin/python -m console createsuperuser"
            "（或用 DEMO=1 make run 得到一个演示账号）"
        )
    print("  按 Ctrl-C 全部停下。", flush=True)


def _end(running: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ask all to stop, wait, and kill what does not."""
    for process in running:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + _STOP_S
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _asked_to_stop(stop: threading.Event, _frame: FrameType | None) -> None:
    stop.set()


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _is_healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _port_setting(part: Part, settings: Settings) -> str:
    return "YG_BOT_PORT" if part.port == settings.bot_port else "YG_PAGE_PORT"


def _local(host: str) -> str:
    return "127.0.0.1" if host in ("0.0.0.0", "::") else host
