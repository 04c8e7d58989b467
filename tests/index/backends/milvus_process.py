"""A real Milvus for tests: milvus-lite's server on a port, so that other processes can join in."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import milvus_lite

_START_S = 20.0
_ROOM = Path(milvus_lite.__file__).parent / "lib"


class MilvusProcess:
    """A server that keeps its data in ``file`` and can be killed and started again."""

    def __init__(self, file: Path) -> None:
        self._file, self._log = file, file.with_suffix(".log")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until its port answers."""
        command = [str(_ROOM / "milvus"), str(self._file), f"127.0.0.1:{self.port}", "ERROR"]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                env={**os.environ, "LD_LIBRARY_PATH": str(_ROOM)},
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + _START_S
        while not self._answers():
            assert self._process.poll() is None, self._log.read_text()
            assert time.monotonic() < deadline, "Milvus did not start"
            time.sleep(0.05)

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process:
            self._process.kill()
            self._process.wait(10)
            self._process = None

    def freeze(self) -> None:
        """Let it hang: connections stay open and nothing is answered."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)

    def _answers(self) -> bool:
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", self.port)) == 0
