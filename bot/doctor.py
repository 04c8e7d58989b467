"""python -m bot doctor: what is there, what is missing, and what to do about it."""

from __future__ import annotations

import shutil
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass

from bot.engine.training import current_model
from bot.settings import Settings
from index import writing
from index.backends.opening import is_milvus
from index.errors import IndexFailure
from index.search import open_index

_LEAST_DISK = 1 << 30  # bytes


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is well, and a sentence."""

    well: bool
    told: str


def examine(settings: Settings) -> int:
    """Print every finding; 0 if all is well, 1 otherwise."""
    looks: tuple[Callable[[Settings], Finding], ...] = (_python, _disk, _model, _index, _ports)
    findings = [look(settings) for look in looks]
    for finding in findings:
        print(("[好] " if finding.well else "[要处理] ") + finding.told)
    return 0 if all(f.well for f in findings) else 1


def _python(settings: Settings) -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    well = sys.version_info[:2] == (3, 10)
    return Finding(
        well, f"Python {version}" + ("" if well else "；Rasa 3.6 只能用 3.10，请运行 make setup")
    )


def _disk(settings: Settings) -> Finding:
    free = shutil.disk_usage(settings.root).free
    told = f"磁盘剩余 {free / (1 << 30):.0f} GB"
    return Finding(
        free > _LEAST_DISK, told + ("" if free > _LEAST_DISK else "，请清理到 1 GB 以上")
    )


def _model(settings: Settings) -> Finding:
    if current_model(settings).exists():
        return Finding(True, "模型是最新的")
    return Finding(False, "没有当前文件的模型，请运行：python -m bot train")


def _index(settings: Settings) -> Finding:
    try:
        count = open_index(settings.index_place).disclosure_count
        if writing.is_stale(settings.index_place):
            return Finding(False, "索引是旧词表切的，请运行：python -m index refresh")
    except IndexFailure as failure:
        return Finding(False, str(failure))
    engine = "Milvus" if is_milvus(settings.index_place) else "内置引擎 Whoosh"
    told = f"索引（{engine}）里有 {count} 份文件"
    return Finding(count > 0, told + ("" if count else "，请用 python -m index add 加入"))


def _ports(settings: Settings) -> Finding:
    busy = [p for p in (settings.bot_port, settings.page_port) if _answers(settings.host, p)]
    told = "、".join(map(str, busy))
    return Finding(True, f"端口 {told} 上已有程序在运行" if busy else "端口空闲")


def _answers(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0
