"""python -m bot run as an operator meets it: busy ports, dead parts, stopping."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.stack import ROOT, Stack

pytestmark = pytest.mark.rasa


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(c) for c in listed]


def test_a_busy_port_is_named(tmp_path: Path) -> None:
    stack = Stack(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", stack.page_port))
        taken.listen()
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "bot", "run"],
            cwd=ROOT,
            env=stack.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert f"端口 {stack.page_port} 已被占用" in done.stderr
    assert "YG_PAGE_PORT" in done.stderr


@pytest.mark.parametrize(
    "setting", ["YG_BOT_PORT=70000", "YG_ANSWER_THRESHOLD=2", "YG_TURN_SECONDS=x"]
)
def test_a_wrong_setting_is_named(tmp_path: Path, setting: str) -> None:
    name, value = setting.split("=")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bot", "run"],
        cwd=ROOT,
        env={**Stack(tmp_path).environment, name: value},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2 and name in done.stderr and not done.stdout


def test_when_a_part_dies_the_rest_stops_with_the_reason(trained: None, tmp_path: Path) -> None:
    stack = Stack(tmp_path).start()
    assert stack.process is not None
    bot, page, *_ = children(stack.process.pid)
    page_process = Path(f"/proc/{page}")
    subprocess.run(["kill", "-KILL", str(bot)], check=True)
    assert stack.process.wait(40) == 1
    told = stack.log.read_text(encoding="utf-8")
    assert "机器人意外停止（退出码 -9）" in told
    assert not page_process.exists()


def test_demo_makes_a_login_and_sigterm_stops_everything(trained: None, tmp_path: Path) -> None:
    stack = Stack(tmp_path, more={"DEMO": "1"}).start()
    assert stack.process is not None
    parts = children(stack.process.pid)
    deadline = time.monotonic() + 30
    while "demo-" not in stack.log.read_text(encoding="utf-8") and time.monotonic() < deadline:
        time.sleep(0.3)
    assert "demo-" in stack.log.read_text(encoding="utf-8")
    with urllib.request.urlopen(f"{stack.page}/", timeout=10) as reply:
        assert f'src="{stack.bot}/widget.js"' in reply.read().decode()
    assert stack.stop(signal.SIGTERM) == 0
    assert [p for p in parts if Path(f"/proc/{p}").exists()] == []


def test_the_same_actions_run_under_rasas_own_action_server(trained: None, tmp_path: Path) -> None:
    """`rasa run actions` in a process of its own, the bot pointed at it by setting."""
    from tests.stack import free_port

    port = free_port()
    stack = Stack(tmp_path, more={"YG_ACTIONS_URL": f"http://127.0.0.1:{port}/webhook"})
    server = subprocess.Popen(
        [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "rasa",
            "run",
            "actions",
            "--actions",
            "actions",
            "-p",
            str(port),
        ],
        cwd=ROOT,
        env={**stack.environment, "SANIC_HOST": "127.0.0.1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        stack.start()
        _, said = stack.ask("公积金租房提取一个月最多能提多少")
        assert said[0]["custom"]["quotes"][0]["number"] == "临公积金〔2024〕3号"
        server.terminate()
        server.wait(20)
        _, said = stack.ask("公积金租房提取一个月最多能提多少")
        assert said and "故障" in said[0]["text"]  # down is said aloud, never an empty list
    finally:
        server.kill()
        server.wait()
        assert stack.stop() == 0
