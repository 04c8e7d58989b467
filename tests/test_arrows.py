"""Who may import whom. A failure here is a question about the design, not about the test."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("index", "bot", "actions", "channels", "console", "bench")
RASA = {"rasa", "rasa_sdk"}
RASA_ROOMS = ("bot/nlu/", "bot/engine/", "actions/", "channels/", "bench/")
ENGINES = {"whoosh", "pymilvus", "milvus_lite"}


def modules() -> list[Path]:
    found = [p for name in PACKAGES for p in sorted((ROOT / name).rglob("*.py"))]
    return [p for p in found if "node_modules" not in p.parts and "migrations" not in p.parts]


def imports(path: Path) -> set[str]:
    """Every imported module of a file, in full, wherever in the file it is imported."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def ours(path: Path) -> set[str]:
    return {name for name in imports(path) if name.split(".")[0] in PACKAGES}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_nothing_imports_actions(path: Path) -> None:
    if not name_of(path).startswith("actions/"):
        assert [m for m in ours(path) if m.split(".")[0] == "actions"] == []


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_rasa_stays_in_its_rooms(path: Path) -> None:
    if not name_of(path).startswith(RASA_ROOMS):
        assert [m for m in imports(path) if m.split(".")[0] in RASA] == []


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_engines_stay_behind_the_backends(path: Path) -> None:
    if not name_of(path).startswith("index/backends/"):
        assert [m for m in imports(path) if m.split(".")[0] in ENGINES] == []


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_index_imports_nothing_else_of_ours(path: Path) -> None:
    if name_of(path).startswith("index/"):
        assert [m for m in ours(path) if m.split(".")[0] != "index"] == []


PURE = ["answering", "as_of", "by_name", "clarifying", "clauses", "levels", "question", "quoting"]


@pytest.mark.parametrize("name", PURE)
def test_answering_is_pure(name: str) -> None:
    path = ROOT / "bot" / f"{name}.py"
    texts = ("index.disclosure", "index.clause", "index.asking", "index.analysis")
    allowed = texts + tuple(f"bot.{room}" for room in PURE)
    assert [m for m in ours(path) if not m.startswith(allowed)] == []
    side_effects = {"os", "requests", "sqlite3", "subprocess", "socket", "pathlib", "django"}
    assert [m for m in imports(path) if m.split(".")[0] in side_effects] == []


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_channels_know_only_channels(path: Path) -> None:
    if name_of(path).startswith("channels/"):
        assert [m for m in ours(path) if m.split(".")[0] != "channels"] == []


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_console_reads_the_index_by_its_door(path: Path) -> None:
    if name_of(path).startswith("console/"):
        allowed = ("console", "index.search", "index.disclosure", "index.errors")
        # Staff's pairings are written into the index, in one place.
        more = {"settings.py": ("bot.settings",), "pairing.py": ("index.pairing", "index.writing")}
        allowed_here = (*allowed, *more.get(path.name, ()))
        assert [m for m in ours(path) if not m.startswith(allowed_here)] == []


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_only_settings_read_the_environment(path: Path) -> None:
    if name_of(path) in ("bot/settings.py",):
        return
    source = path.read_text(encoding="utf-8")
    reads = [n for n in ast.walk(ast.parse(source)) if _reads_environment(n)]
    assert [ast.unparse(n) for n in reads] == []


def _reads_environment(node: ast.AST) -> bool:
    """``os.environ.get``, ``os.getenv`` and ``os.environ[...]`` that is not assigned to."""
    if isinstance(node, ast.Call):
        called = ast.unparse(node.func)
        return called in ("os.getenv", "os.environ.get")
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        return ast.unparse(node.value) == "os.environ"
    return False


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_modules_are_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_actions_are_one_a_file_and_short() -> None:
    for path in sorted((ROOT / "actions").glob("action_*.py")):
        classes = [n for n in ast.parse(path.read_text()).body if isinstance(n, ast.ClassDef)]
        assert len(classes) == 1, path.name
        assert path.stem in path.read_text(encoding="utf-8")
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 70, path.name
