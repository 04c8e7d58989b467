"""axe-core over a page: WCAG 2.0 and 2.1, levels A and AA."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.stack import ROOT

_AXE = ROOT / "channels" / "widget" / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


def violations(page: Page) -> list[str]:
    """Rule and place of every violation. The script goes in by the debugger, past the CSP."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    run = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"
    found: dict[str, Any] = page.evaluate(run, _TAGS)
    return [f"{v['id']}: {n['target']}" for v in found["violations"] for n in v["nodes"]]
