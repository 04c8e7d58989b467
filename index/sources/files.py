"""Which files are read, in which order, and how one is opened without trusting it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from index.sources.limits import FOLDER_DEPTH, MEGABYTE
from index.sources.refusal import Refused, Unreadable

READ = (".md", ".markdown", ".html", ".htm", ".jsonl", ".json", ".docx", ".pdf")
# Catalogues; in folders such tables are datasets, so one is only read when it is named itself.
TABLE = ".tsv"
# Documents in forms that cannot be read: left out aloud even inside folders.
UNREAD = (".doc", ".wps", ".ofd", ".rtf", ".odt")
_LEADS_OUT = "链接已失效或指向文件夹之外，请把文件本身复制进来"
_SIDECARS = (".yml", ".yaml")


@dataclass(frozen=True)
class Found:
    """A file to read. ``root`` is the folder it must not lead out of; None if named itself."""

    path: Path
    name: str
    root: Path | None = None


def find(given: Path) -> Iterator[Found | Refused]:
    """The file itself, or the readable files of a folder and its folders by name."""
    if not given.is_dir():
        yield Found(given, _shown(given.name))
        return
    found = False
    for entry in _walk(given, given.resolve(), "", 0):
        found = True
        yield entry
    if not found:
        kinds = "、".join(READ)
        yield Refused(_shown(given.name), f"这个文件夹里没有可读的文件，请放入 {kinds} 文件")


def open_safely(path: Path, root: Path | None, limit: int) -> BinaryIO:
    """An ordinary file of at most ``limit`` bytes, opened to read; else Unreadable.

    Without waiting: a pipe with the name of a document would block for ever.
    """
    if root is not None and _leads_out(path, root):
        raise Unreadable(_LEADS_OUT)
    try:
        stream = os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb")
    except FileNotFoundError as error:
        raise Unreadable("找不到这个文件，请检查路径") from error
    except PermissionError as error:
        raise Unreadable("没有读取权限，请管理员放开这个文件的读取权限") from error
    except (OSError, ValueError) as error:  # a name with a zero byte is a ValueError
        raise Unreadable("打不开这个文件，请检查它是否为普通文件") from error
    state = os.fstat(stream.fileno())
    problem = _problem(state, limit)
    if problem:
        stream.close()
        raise Unreadable(problem)
    return stream


def sidecar_of(path: Path) -> Path | None:
    """``办法.yml`` or ``办法.docx.yml`` beside ``办法.docx``."""
    names = [path.with_suffix(s) for s in _SIDECARS]
    names += [path.with_name(path.name + s) for s in _SIDECARS]
    return next((name for name in names if os.path.lexists(name)), None)


def _problem(state: os.stat_result, limit: int) -> str:
    if not stat.S_ISREG(state.st_mode):
        return "不是普通文件，请换成文档文件"
    if state.st_size == 0:
        return "文件是空的，请检查是否上传完整"
    if state.st_size > limit:
        return f"文件超过 {limit // MEGABYTE or 1} MB，请拆成几个文件或压缩其中的图片"
    return ""


def _walk(folder: Path, root: Path, above: str, depth: int) -> Iterator[Found | Refused]:
    if depth > FOLDER_DEPTH:
        yield Refused(_shown(above), f"文件夹嵌套超过 {FOLDER_DEPTH} 层，请减少层级")
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield Refused(_shown(above or folder.name), "打不开这个文件夹，请检查读取权限")
        return
    for entry in entries:
        name = f"{above}/{entry.name}" if above else entry.name
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, root, name, depth + 1)
        elif entry.is_symlink() and _leads_out(path, root):
            if path.is_dir() or _is_document(path):
                yield Refused(_shown(name), _LEADS_OUT)
        elif not path.is_dir() and _is_document(path):
            yield Found(path, _shown(name), root)


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in (*READ, *UNREAD) and path.stem.lower() != "readme"


def _leads_out(path: Path, root: Path) -> bool:
    try:
        return not path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return True


def _shown(name: str) -> str:
    """A name that can be printed: file systems allow bytes that are no text."""
    readable = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() else "?" for c in readable)
