"""The bot's commands where something they need is not there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import ROOT


@pytest.mark.usefixtures("trained")
@pytest.mark.parametrize("command", [["prepare"], ["ask", "租房怎么提取公积金？"]])
def test_an_index_out_of_reach_is_said_in_one_sentence(command: list[str], tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: nobody answers there
        place = f"http://127.0.0.1:{taken.getsockname()[1]}"
        done = subprocess.run(
            [sys.executable, "-m", "bot", *command],
            cwd=ROOT,
            env={**os.environ, "YG_SEARCH_URL": place, "YG_VAR_DIR": str(tmp_path)}
            | {"YG_MODEL_DIR": str(ROOT / "var" / "models")},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert done.returncode == 2
    assert "连不上搜索服务 Milvus" in done.stderr
    assert "Traceback" not in done.stderr
