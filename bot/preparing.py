"""Everything a start needs that is not there yet: model, sample index, database. Safe to repeat."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
import time
from pathlib import Path

from bot.engine.training import current_model
from bot.settings import Settings
from index import writing
from index.errors import NoIndex

_TRAIN_LIMIT_S = 900
_MIGRATE_LIMIT_S = 120


def prepare(settings: Settings, *, samples: bool = True) -> bool:
    """Train, index the samples, migrate; each only if due. False if a step failed (it said why)."""
    if not current_model(settings).exists() and not train_in_child(settings):
        return False
    written = prepare_index(settings) if samples else False
    return _console(settings, "migrate", "--verbosity", "0") and (
        not written or _console(settings, "apply-pairs")
    )


def train_in_child(settings: Settings) -> bool:
    """Train in a process of its own, so that its memory and warnings go with it."""
    started = time.monotonic()
    log = settings.var_dir / "train.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as kept:
        child = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "bot.engine.train_child"],
            cwd=settings.root,
            stdout=kept,
            stderr=subprocess.STDOUT,
        )
        _show_progress(child, "正在训练模型（约 1 分钟）", started)
    if child.returncode != 0:
        tail = log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:]
        print("\n".join(tail), file=sys.stderr)
        print(f"训练没有成功，全部输出在 {log}。", file=sys.stderr)
        return False
    print(f"模型已训练好（{time.monotonic() - started:.0f} 秒）。", file=sys.stderr)
    return True


def prepare_index(settings: Settings) -> bool:
    """Index the samples where there is nothing; bring their changes in; cut again if due.

    True if files were read in, which undoes what staff corrected in the index.
    """
    mark = settings.index_dir / "samples.sha256"
    folder = settings.samples_dir / "disclosures"
    digest = _digest(folder)
    try:
        stale = writing.is_stale(settings.index_place)
    except NoIndex:
        print("正在建立示例文件的索引……", file=sys.stderr)
        done = writing.build([folder], settings.index_place)
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.write_text(digest, encoding="ascii")
        print(f"索引已建好：{done.disclosures} 份文件、{done.passages} 个段落。", file=sys.stderr)
        return True
    if stale:
        print("词表或索引格式有更新，正在重新切分……", file=sys.stderr)
        writing.refresh(settings.index_place)
    if mark.exists() and mark.read_text(encoding="ascii") != digest:
        writing.add([folder], settings.index_place)
        mark.write_text(digest, encoding="ascii")
        return True
    return False


def _console(settings: Settings, *command: str) -> bool:
    """Run one of the console's commands; False if it failed (then its words were printed)."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "console", *command],
        cwd=settings.root,
        capture_output=True,
        text=True,
        timeout=_MIGRATE_LIMIT_S,
        check=False,
    )
    if done.returncode != 0:
        print(done.stderr[-2000:], file=sys.stderr)
        print("数据库没有准备好，请检查 YG_DATABASE_URL 和磁盘空间。", file=sys.stderr)
    return done.returncode == 0


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _show_progress(child: subprocess.Popen[bytes], what: str, started: float) -> None:
    """A line that moves on a terminal; one line otherwise. Ctrl-C ends the child too."""
    moving = sys.stderr.isatty()
    print(what + "……", end="" if moving else "\n", file=sys.stderr, flush=True)
    done = threading.Event()
    try:
        while child.poll() is None and not done.wait(1.0):
            if moving:
                print(
                    f"\r{what}……已用 {time.monotonic() - started:.0f} 秒",
                    end="",
                    file=sys.stderr,
                    flush=True,
                )
            if time.monotonic() - started > _TRAIN_LIMIT_S:
                child.kill()
    except KeyboardInterrupt:
        child.terminate()
        child.wait(10)
        raise
    finally:
        if moving:
            print(file=sys.stderr)
