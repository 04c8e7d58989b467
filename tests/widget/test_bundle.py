"""The committed bundle is what the sources build, small, and clean of what it must not hold."""

import gzip
import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.node import NODE

from .channel import DIST

WIDGET = DIST.parents[1]
MAX_GZIP = 35_000


def test_the_bundle_is_what_the_sources_build(tmp_path: Path) -> None:
    if not (WIDGET / "node_modules" / "esbuild").exists():
        pytest.fail("没有找到 esbuild：请先在 channels/widget 里运行 npm ci，再运行测试")
    built = tmp_path / "widget.js"
    subprocess.run(
        [str(NODE), str(WIDGET / "build.mjs"), str(built)],
        check=True,
        timeout=60,
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
    )
    assert built.read_bytes() == DIST.read_bytes(), (
        "dist/widget.js 不是最新的：请在 channels/widget 里运行 npm run build"
    )


def test_the_bundle_is_small() -> None:
    assert len(gzip.compress(DIST.read_bytes(), 9, mtime=0)) < MAX_GZIP


def test_licences_are_kept_and_no_address_is_built_in() -> None:
    bundle = DIST.read_text(encoding="utf-8")
    assert bundle.count("SPDX-License-Identifier: BSD-3-Clause") >= 3
    assert bundle.count("@license") >= 3
    words = bundle.replace("http://www.w3.org/", "")
    assert "http://" not in words
    assert "https://" not in words


def test_sources_write_no_markup_and_no_inline_style() -> None:
    sources = {path.name: path.read_text("utf-8") for path in (WIDGET / "src").rglob("*.ts")}
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "unsafeHTML",
        "style=",
        ".style.",
        "eval(",
        "document.write",
    ):
        assert [name for name, text in sources.items() if forbidden in text] == []


def test_the_lock_names_exact_versions_and_no_host() -> None:
    lock = json.loads((WIDGET / "package-lock.json").read_text("utf-8"))
    package = json.loads((WIDGET / "package.json").read_text("utf-8"))
    wanted = package["dependencies"] | package["devDependencies"]
    installed = {
        name.removeprefix("node_modules/"): entry
        for name, entry in lock["packages"].items()
        if name
    }
    assert {name: installed[name]["version"] for name in wanted} == wanted
    assert [name for name, entry in installed.items() if "resolved" in entry] == []
    assert [name for name, entry in installed.items() if "integrity" not in entry] == []
