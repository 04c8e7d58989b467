"""How long a turn takes behind our launcher and behind stock ``rasa run``, with the same model."""

from __future__ import annotations

import json
import os
import resource
import secrets
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.engine.training import current_model
from bot.settings import Settings, load

_QUESTIONS = {
    "trivial": ["你好", "谢谢", "再见"],
    "searched": [
        "公积金怎么提取",
        "高龄津贴多少钱",
        "居民医保门诊能报多少",
        "电动自行车怎么上牌",
        "公租房要什么条件",
        "创业担保贷款最多贷多少",
    ],
}
_START_LIMIT_S = 180


@dataclass(frozen=True)
class Server:
    """One way of serving: its processes, in the order to start them, and where to ask."""

    commands: tuple[tuple[str, ...], ...]
    ask_url: str
    ready_url: str


def measure(turns: int) -> dict[str, Any]:
    """For each server: seconds to start, MB, and per kind of question p50, p95 (ms) and rate."""
    settings = load()
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, server in _servers(settings, Path(folder)).items():
            with _running(server, settings) as (seconds, processes):
                figures: dict[str, Any] = {"start_s": round(seconds, 1)}
                for kind, questions in _QUESTIONS.items():
                    figures[kind] = _timed(server.ask_url, questions, turns)
                figures["memory_mb"] = round(sum(map(_memory_mb, processes)))
            results[name] = figures
    ours, stock = results["launcher"], results["rasa_run"]
    results["ratio_stock_to_ours"] = {
        kind: round(stock[kind]["p50_ms"] / ours[kind]["p50_ms"], 2) for kind in _QUESTIONS
    } | {"start": round(stock["start_s"] / ours["start_s"], 2)}
    results["machine"] = {"processors": os.cpu_count(), "load_1min": os.getloadavg()[0]}
    return results


def _servers(settings: Settings, folder: Path) -> dict[str, Server]:
    bot, stock, actions = _free_port(), _free_port(), _free_port()
    python, model = sys.executable, str(current_model(settings))
    endpoints = folder / "endpoints.yml"
    endpoints.write_text(f"action_endpoint:\n  url: http://127.0.0.1:{actions}/webhook\n")
    credentials = folder / "credentials.yml"
    credentials.write_text("rest:\n")
    os.environ["YG_BOT_PORT"] = str(bot)
    rasa = (python, "-m", "rasa")
    base, rest = f"http://127.0.0.1:{bot}/webhooks/web", f"http://127.0.0.1:{stock}/webhooks/rest"
    serve = (
        *rasa,
        "run",
        "-m",
        model,
        "-i",
        "127.0.0.1",
        "-p",
        str(stock),
        "--endpoints",
        str(endpoints),
        "--credentials",
        str(credentials),
    )
    act = (*rasa, "run", "actions", "--actions", "actions", "-p", str(actions))
    return {
        "launcher": Server(((python, "-m", "bot", "serve"),), f"{base}/webhook", f"{base}/health"),
        "rasa_run": Server((act, serve), f"{rest}/webhook", f"{rest}/"),
    }


@contextmanager
def _running(server: Server, settings: Settings) -> Iterator[tuple[float, list[int]]]:
    started = time.monotonic()
    env = {
        **os.environ,
        "RASA_TELEMETRY_ENABLED": "false",
        "SANIC_HOST": "127.0.0.1",
        "OMP_NUM_THREADS": "2",
    }
    processes = [
        subprocess.Popen(
            c, cwd=settings.root, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for c in server.commands
    ]
    try:
        while not _answers(server.ready_url):
            if any(p.poll() is not None for p in processes):
                raise RuntimeError("有一个服务没有启动起来，请先运行 python -m bot prepare")
            if time.monotonic() - started > _START_LIMIT_S:
                raise TimeoutError(f"{server.ready_url} 没有就绪")
            time.sleep(0.2)
        yield time.monotonic() - started, [p.pid for p in processes]
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            process.wait(30)


def _timed(url: str, questions: list[str], turns: int) -> dict[str, float]:
    for question in questions:  # warm: caches and connections of neither side are measured
        _ask(url, question, secrets.token_hex(16))
    times, sender = [], ""
    begun = time.monotonic()
    for n in range(turns):
        if n % 6 == 0:
            sender = secrets.token_hex(16)  # six turns a conversation
        start = time.perf_counter()
        if not _ask(url, questions[n % len(questions)], sender):
            raise RuntimeError(f"{url} 没有答复")
        times.append((time.perf_counter() - start) * 1000)
    rate = turns / (time.monotonic() - begun)
    ordered = sorted(times)
    return {
        "p50_ms": round(statistics.median(times), 1),
        "p95_ms": round(ordered[int(len(ordered) * 0.95) - 1], 1),
        "messages_per_s": round(rate, 1),
    }


def _ask(url: str, message: str, sender: str) -> list[Any]:
    body = json.dumps({"sender": sender, "message": message}).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as reply:
        return list(json.loads(reply.read()))


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _memory_mb(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
