"""python -m index build | add | withdraw | refresh | find | check"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from index import writing
from index.backends.opening import is_milvus
from index.errors import IndexFailure
from index.search import open_index

_DEFAULT = Path(__file__).resolve().parent.parent / "var" / "index"


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 done, 1 some files were refused (the rest is in), 2 nothing could be done."""
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.command(chosen))
    except IndexFailure as failure:
        print(failure, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\n已中断，原来的索引没有变。", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m index", description="已公布文件的索引")
    commands = parser.add_subparsers(required=True, metavar="命令")
    for name, command, told in (
        ("build", _write, "用这些文件重建整个索引（建好之前旧索引照常服务）"),
        ("add", _write, "加入或更新这些文件"),
    ):
        sub = _command(commands, name, command, told)
        sub.add_argument(
            "paths",
            nargs="+",
            type=Path,
            metavar="PATH",
            help="文件或文件夹：.md .html .jsonl .json .docx .pdf",
        )
        sub.set_defaults(write=getattr(writing, name))
    withdraw = _command(commands, "withdraw", _withdraw, "撤下文件，之后不再出现在回答里")
    withdraw.add_argument("ids", nargs="+", metavar="标识")
    _command(commands, "refresh", _refresh, "程序或词表更新后，用已存的正文重新切分")
    find = _command(commands, "find", _find, "查一句话，看找到哪些段落")
    find.add_argument("text")
    find.add_argument("--limit", type=int, default=5)
    _command(commands, "check", _check, "检查索引能不能用，有多少文件")
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    command: object,
    told: str,
) -> argparse.ArgumentParser:
    sub = commands.add_parser(name, help=told, description=told)
    sub.add_argument(
        "--index",
        type=_place,
        default=_DEFAULT,
        metavar="DIR",
        help="索引目录，或 Milvus 的地址（http://主机:19530）",
    )
    sub.set_defaults(command=command)
    return sub


def _place(text: str) -> str | Path:
    return text if is_milvus(text) else Path(text)


def _write(chosen: argparse.Namespace) -> int:
    missing = [p for p in chosen.paths if not p.exists()]
    if missing:
        print(f"找不到 {missing[0]}，什么也没有改。", file=sys.stderr)
        return 2
    done = chosen.write(chosen.paths, chosen.index, progress=_progress)
    _clear_progress()
    for refused in done.refused:
        line = f" 第 {refused.line} 行" if refused.line else ""
        print(f"没有收入 {refused.name}{line}：{refused.reason}", file=sys.stderr)
    print(f"收入 {done.disclosures} 份文件、{done.passages} 个段落；拒收 {len(done.refused)} 份。")
    return 1 if done.refused else 0


def _withdraw(chosen: argparse.Namespace) -> int:
    done = writing.withdraw(chosen.ids, chosen.index)
    print(f"撤下 {done.withdrawn} 份文件（共要求 {len(chosen.ids)} 份）。")
    if done.withdrawn < len(chosen.ids):
        print("有的标识不在索引里，请用 python -m index find 查对。", file=sys.stderr)
    return 0 if done.withdrawn == len(chosen.ids) else 1


def _refresh(chosen: argparse.Namespace) -> int:
    done = writing.refresh(chosen.index, progress=_progress)
    _clear_progress()
    print(f"重新切分 {done.disclosures} 份文件、{done.passages} 个段落。")
    return 0


def _find(chosen: argparse.Namespace) -> int:
    for match in open_index(chosen.index).find(chosen.text, limit=chosen.limit):
        cited = match.citation
        state = cited.validity.status.value
        print(f"{match.confidence:.2f} 《{cited.title}》{cited.number} {cited.article}（{state}）")
        print(f"     {match.passage.text[:120]}")
    return 0


def _check(chosen: argparse.Namespace) -> int:
    count = open_index(chosen.index).disclosure_count
    due = "；程序或词表已更新，请运行 refresh" if writing.is_stale(chosen.index) else ""
    print(f"索引可用：{count} 份文件{due}。")
    return 0


def _progress(count: int) -> None:
    if sys.stderr.isatty() and count % 20 == 0:
        print(f"\r已处理 {count} 份……", end="", file=sys.stderr, flush=True)


def _clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r" + " " * 30 + "\r", end="", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
