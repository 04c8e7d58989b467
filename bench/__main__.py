"""python -m bench turn | faq"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from bench import faq, turn
from bench.table import as_table


def main(arguments: list[str] | None = None) -> int:
    """Run one suite and print its figures: a table, or one JSON object with --json."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="质量和速度的测量")
    suites = parser.add_subparsers(required=True, metavar="测量")
    timed = suites.add_parser("turn", help="一轮问答要多久：本启动器与 rasa run 对照")
    timed.add_argument("--turns", type=int, default=60, help="每种问题问多少次")
    timed.set_defaults(run=lambda chosen: turn.measure(chosen.turns))
    asked = suites.add_parser("faq", help="有标准答案的问题：答出预期文件的比例")
    asked.add_argument("--corpus", type=Path, required=True, help="文件：.jsonl 或文件夹")
    asked.add_argument(
        "--questions", type=Path, required=True, help="TSV：question、doc_id、answer"
    )
    asked.set_defaults(run=lambda chosen: faq.measure(chosen.corpus, chosen.questions))
    for suite in (timed, asked):
        suite.add_argument("--json", action="store_true", help="只打印一个 JSON 对象")
    chosen = parser.parse_args(arguments)
    figures = chosen.run(chosen)
    print(json.dumps(figures, ensure_ascii=False) if chosen.json else as_table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
