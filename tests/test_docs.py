"""What the documentation says is true: commands, settings, links, figures' places."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(readme: str) -> list[str]:
    """Shell blocks of a README without their quoted questions."""
    blocks = re.findall(r"```sh\n(.*?)```", text(readme), flags=re.S)
    return [line for block in blocks for line in block.splitlines() if line]


def test_both_readmes_give_the_same_commands() -> None:
    assert commands("README.md") == commands("README.zh-CN.md")


@pytest.mark.parametrize("readme", READMES)
def test_make_targets_exist(readme: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), flags=re.M))
    named = set(re.findall(r"make ([a-z-]+)`?", " ".join(commands(readme))))
    assert {"run", "test"} <= named <= targets


@pytest.mark.parametrize("readme", READMES)
def test_links_lead_somewhere(readme: str) -> None:
    for target in re.findall(r"(?:\]\(|src=\")([^)\"]+)", text(readme)):
        if not target.startswith("http"):
            assert (ROOT / target).exists(), target


@pytest.mark.parametrize("readme", READMES)
def test_no_blank_was_left(readme: str) -> None:
    assert "@@" not in text(readme)


def test_every_setting_is_described_and_every_description_is_a_setting() -> None:
    read = set(re.findall(r'"(YG_[A-Z_]+|DEMO)"', text("bot/settings.py")))
    described = set(re.findall(r"^\| `([A-Z_]+)`", text("docs/settings.md"), flags=re.M))
    assert read == described


@pytest.mark.parametrize("package", ["bot", "index", "bench"])
def test_every_command_has_help(package: str) -> None:
    python = ROOT / ".venv" / "bin" / "python"
    told = subprocess.run(
        [python, "-W", "ignore", "-m", package, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout
    named = re.findall(r"^    ([a-z]+) +\S", told, flags=re.M)
    assert named
    for command in named:
        done = subprocess.run(
            [python, "-W", "ignore", "-m", package, command, "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        assert command in done.stdout


def test_the_schema_is_a_schema() -> None:
    schema = json.loads(text("docs/ask.schema.json"))
    assert set(schema["required"]) == set(schema["properties"])


def test_decisions_are_numbered_and_whole() -> None:
    files = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [int(f.name[:4]) for f in files] == list(range(1, len(files) + 1))
    for file in files:
        parts = re.findall(r"^## (.+)$", file.read_text(encoding="utf-8"), flags=re.M)
        assert parts == ["Context", "Decision", "Status", "Consequences"], file.name


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_name_no_address(name: str) -> None:
    assert re.findall(r"^[^#]*https?://.*$", text(name), flags=re.M) == []
    assert "--hash=sha256:" in text(name)


def test_the_npm_lock_names_no_address() -> None:
    lock = json.loads(text("channels/widget/package-lock.json"))
    packages = {k: v for k, v in lock["packages"].items() if k}
    assert all("resolved" not in p for p in packages.values())
    assert all(p.get("integrity") for p in packages.values() if not p.get("link"))


def test_samples_say_that_they_are_fictional() -> None:
    files = [
        p for p in (ROOT / "samples" / "disclosures").iterdir() if p.suffix in (".md", ".html")
    ]
    assert len(files) >= 60
    for file in files:
        assert "虚构" in file.read_text(encoding="utf-8"), file.name
