"""python -m bot run | prepare | serve | train | ask | doctor"""

from __future__ import annotations

import argparse
import os
import sys

from bot.settings import Settings, SettingsError, load
from index.errors import IndexFailure


def main(arguments: list[str] | None = None) -> int:
    """Entry point; the return value is the process's exit code."""
    chosen = _parser().parse_args(arguments)
    os.umask(0o077)  # the ledger and the keys are for this account only
    try:
        settings = load()
    except SettingsError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    try:
        return int(chosen.command(settings, chosen))
    except IndexFailure as failure:
        print(failure, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\n已中断。", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="阳光问答：启动、训练、提问")
    commands = parser.add_subparsers(required=True, metavar="命令")
    run = commands.add_parser("run", help="启动全部：机器人、台账和演示网页（Ctrl-C 一起停下）")
    run.set_defaults(command=_run)
    serve = commands.add_parser("serve", help="只启动机器人（Rasa 和各渠道）")
    serve.set_defaults(command=_serve)
    train = commands.add_parser("train", help="训练模型；没有变化时什么也不做")
    train.add_argument("--force", action="store_true", help="没有变化也重新训练")
    train.set_defaults(command=_train)
    ask = commands.add_parser("ask", help="在命令行里提问，走和网页完全一样的路")
    ask.add_argument("question", nargs="?", help="要问的话（不超过 500 字）")
    ask.add_argument("--json", action="store_true", help="每个回答打印一行 JSON")
    ask.add_argument("--index", metavar="DIR", help="用这个目录里的索引")
    ask.add_argument("--file", metavar="F", help="逐行提问，每行打印一个 JSON")
    ask.set_defaults(command=_ask)
    ask.add_argument("--record", action="store_true", help="答不上的问题记入台账（默认不记）")
    prepare = commands.add_parser("prepare", help="训练模型、建示例索引、建数据库；已有的不重做")
    prepare.set_defaults(command=_prepare)
    fill = commands.add_parser("fill", help="给还没有句向量的段落补上（可随时中断，下次接着算）")
    fill.add_argument("--watch", action="store_true", help="补完后继续等新公布的文件")
    fill.set_defaults(command=_fill)
    doctor = commands.add_parser("doctor", help="检查环境、模型、索引、数据库和端口")
    doctor.set_defaults(command=_doctor)
    return parser


def _run(settings: Settings, chosen: argparse.Namespace) -> int:
    from bot.running import run

    return run(settings)


def _prepare(settings: Settings, chosen: argparse.Namespace) -> int:
    from bot.preparing import prepare

    return 0 if prepare(settings) else 2


def _serve(settings: Settings, chosen: argparse.Namespace) -> int:
    from bot.engine.quiet import import_rasa
    from bot.engine.training import current_model

    model = current_model(settings)
    if not model.exists():
        print("还没有模型。请先运行：python -m bot train", file=sys.stderr)
        return 2
    settings.export()
    import_rasa(settings.root)
    from bot.engine.serving import serve

    serve(settings, model)
    return 0


def _train(settings: Settings, chosen: argparse.Namespace) -> int:
    from bot.engine.training import current_model
    from bot.preparing import train_in_child

    if current_model(settings).exists() and not chosen.force:
        print("模型是最新的，不用训练。")
        return 0
    return 0 if train_in_child(settings) else 1


def _ask(settings: Settings, chosen: argparse.Namespace) -> int:
    from bot.asking import ask

    return ask(settings, chosen)


def _fill(settings: Settings, chosen: argparse.Namespace) -> int:
    from bot.filling import fill_vectors

    return fill_vectors(settings, watch=chosen.watch)


def _doctor(settings: Settings, chosen: argparse.Namespace) -> int:
    from bot.doctor import examine

    return examine(settings)


if __name__ == "__main__":
    sys.exit(main())
