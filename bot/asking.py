"""python -m bot ask: a turn without a browser, printed for people or as JSON lines."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.engine.quiet import import_rasa
from bot.engine.training import current_model
from bot.preparing import prepare
from bot.reply import Card
from bot.settings import Settings, load
from bot.transcript import as_text, record

_LONGEST_LINE = 500


def ask(settings: Settings, chosen: argparse.Namespace) -> int:
    """Answer one question or every line of a file. 0 if all were asked, 2 if it can't start."""
    if bool(chosen.question) == bool(chosen.file):
        print("请给出一个问题，或用 --file 给出一个每行一问的文件。", file=sys.stderr)
        return 2
    if chosen.file and not Path(chosen.file).is_file():
        print(f"找不到文件 {chosen.file}。", file=sys.stderr)
        return 2
    if chosen.index and not (Path(chosen.index) / "CURRENT").is_file():
        print(
            f"{chosen.index} 里没有索引。请先运行：python -m index add 文件 --index 目录",
            file=sys.stderr,
        )
        return 2
    with tempfile.TemporaryDirectory() as aside:
        if not chosen.record:  # a try at the command line is nobody's demand
            os.environ["YG_DATABASE_URL"] = f"sqlite:///{aside}/ledger.sqlite3"
        return _ask_prepared(load(), chosen)


def _ask_prepared(settings: Settings, chosen: argparse.Namespace) -> int:
    if chosen.index:
        os.environ["YG_INDEX_DIR"] = str(Path(chosen.index).resolve())
        settings = load()
    prepare(settings, samples=not chosen.index)
    questions = list(_lines(Path(chosen.file))) if chosen.file else [chosen.question]
    settings.export()
    import_rasa(settings.root)
    return asyncio.run(_ask_all(settings, current_model(settings), chosen, questions))


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig") as file:
        yield from (line.strip() for line in file if line.strip())


async def _ask_all(
    settings: Settings, model: Path, chosen: argparse.Namespace, questions: list[str]
) -> int:
    from bot.engine.conversation import Conversation

    conversation = Conversation(settings, model)
    for question in questions:
        intent, messages = await _one(conversation, question)
        result = record(question, intent, messages)
        if chosen.json or chosen.file:
            print(json.dumps(result, ensure_ascii=False), flush=True)
        else:
            print(as_text(result))
    return 0


async def _one(conversation: Any, question: str) -> tuple[str, list[Card]]:
    """A line over the limit is refused as a channel would, and the rest goes on."""
    if len(question) > _LONGEST_LINE:
        return "", [{"error": f"问题超过 {_LONGEST_LINE} 字，没有提问。"}]
    intent, messages = await conversation.ask(question.lstrip("/／ ") or " ")
    return intent, messages
