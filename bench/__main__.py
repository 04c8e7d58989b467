"""python -m bench SUITE: quality and speed, measured on any file in the documented formats."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from bench import answer, calibrate, faq, numbers, retrieval, speed, turn, validity
from bench.table import as_table
from index.calibration import CALIBRATION_FILE


def main(arguments: list[str] | None = None) -> int:
    """Run one suite and print its figures: a table, or one JSON object with --json."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="质量和速度的测量")
    suites = parser.add_subparsers(required=True, metavar="测量")
    _found(_suite(suites, "retrieval", "找得到吗：文件、段落、条文的名次，检索用时"))
    _answered(_suite(suites, "answer", "答得对吗：回答、拒答、把握、引用"))
    named = _suite(suites, "numbers", "按文号、标题查文件：文号、标题、日期答得对不对")
    named.add_argument("--catalogue", type=Path, required=True, help="目录：带表头的 .tsv")
    named.add_argument("--questions", type=Path, required=True, help="问题：.tsv 或 .jsonl")
    named.add_argument("--cache", type=Path, metavar="DIR", help="索引留在这里，下次再用")
    named.set_defaults(run=lambda c: numbers.measure(c.catalogue, c.questions, cache=c.cache))
    judged = _suite(suites, "validity", "被新版本替代的条文会不会当作现行规定")
    judged.add_argument("--latest", type=Path, required=True, help="现行版本的条文：.jsonl")
    judged.add_argument("--superseded", type=Path, required=True, help="旧版本的条文：.jsonl")
    judged.add_argument("--meta", type=Path, required=True, help="各版本的日期：.tsv")
    judged.add_argument("--limit", type=int, default=500, metavar="N", help="抽查多少条")
    judged.add_argument("--cache", type=Path, metavar="DIR", help="索引留在这里，下次再用")
    judged.set_defaults(
        run=lambda c: validity.measure(c.latest, c.superseded, c.meta, cache=c.cache, limit=c.limit)
    )
    fitted = _suite(
        suites, "calibrate", "用已知答案的问题重新拟合把握模型，写入 index/calibration.json"
    )
    fitted.add_argument(
        "--set",
        nargs=3,
        action="append",
        required=True,
        metavar=("CORPUS", "QUESTIONS", "WEIGHT"),
        help="一组资料、问题和每个问题的分量（如 1 或 0.3）；可以给几组",
    )
    fitted.add_argument("--cache", type=Path, metavar="DIR", help="索引和句向量留在这里，下次再用")
    fitted.add_argument("--out", type=Path, default=CALIBRATION_FILE, help="写到哪里")
    fitted.set_defaults(run=lambda c: calibrate.measure(_sets(c.set), cache=c.cache, out=c.out))
    _timed(_suite(suites, "speed", "建索引、公布、检索有多快，与另外三种引擎对照"))
    timed = _suite(suites, "turn", "一轮问答要多久：本启动器与 rasa run 对照")
    timed.add_argument("--turns", type=int, default=60, help="每种问题问多少次")
    timed.set_defaults(run=lambda chosen: turn.measure(chosen.turns))
    asked = _suite(suites, "faq", "有标准答案的问题：经 bot ask 答出预期文件的比例")
    asked.add_argument("--corpus", type=Path, required=True, help="文件：.jsonl 或文件夹")
    asked.add_argument(
        "--questions", type=Path, required=True, help="TSV：question、doc_id、answer"
    )
    asked.set_defaults(run=lambda chosen: faq.measure(chosen.corpus, chosen.questions))
    chosen = parser.parse_args(arguments)
    figures = chosen.run(chosen)
    print(json.dumps(figures, ensure_ascii=False) if chosen.json else as_table(figures))
    return 0


Suites = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _suite(suites: Suites, name: str, told: str) -> argparse.ArgumentParser:
    suite = suites.add_parser(name, help=told, description=told)
    suite.add_argument("--json", action="store_true", help="只打印一个 JSON 对象")
    return suite


def _found(suite: argparse.ArgumentParser) -> None:
    _measured_on(suite)
    suite.set_defaults(run=lambda c: retrieval.measure(c.corpus, c.questions, **_common(c)))


def _answered(suite: argparse.ArgumentParser) -> None:
    _measured_on(suite)
    suite.add_argument("--threshold", type=float, help="不用设置里的回答门槛，改用这个（0–1）")
    suite.set_defaults(
        run=lambda c: answer.measure(c.corpus, c.questions, threshold=c.threshold, **_common(c))
    )


def _timed(suite: argparse.ArgumentParser) -> None:
    suite.add_argument(
        "--corpus", type=Path, required=True, nargs="+", metavar="F", help="资料：.jsonl 或文件夹"
    )
    suite.add_argument("--questions", type=Path, metavar="F", help="问题；不给就从资料里抽")
    suite.add_argument(
        "--sizes", type=int, nargs="+", default=speed.SIZES, metavar="N", help="各量前多少份文件"
    )
    suite.add_argument("--limit", type=int, metavar="N", help="只问前 N 个问题")
    suite.set_defaults(
        run=lambda c: speed.measure(c.corpus, c.questions, sizes=c.sizes, limit=c.limit)
    )


def _measured_on(suite: argparse.ArgumentParser) -> None:
    suite.add_argument(
        "--corpus", type=Path, required=True, nargs="+", metavar="F", help="资料：.jsonl 或文件夹"
    )
    suite.add_argument(
        "--questions", type=Path, required=True, metavar="F", help="问题：.tsv 或 .jsonl"
    )
    suite.add_argument("--cache", type=Path, metavar="DIR", help="索引和句向量留在这里，下次再用")
    suite.add_argument("--no-dense", action="store_true", help="只按词语检索，不用句向量")
    suite.add_argument("--backend", default="", metavar="URL", help="Milvus 地址或 .db 文件")
    suite.add_argument("--limit", type=int, metavar="N", help="只问前 N 个问题")


def _sets(given: list[list[str]]) -> list[tuple[Path, Path, float]]:
    try:
        return [(Path(corpus), Path(asked), float(weight)) for corpus, asked, weight in given]
    except ValueError:
        raise SystemExit("--set 的第三项是分量，应为数字，例如 1 或 0.3。") from None


def _common(chosen: argparse.Namespace) -> dict[str, object]:
    return {
        "cache": chosen.cache,
        "dense": not chosen.no_dense,
        "backend": chosen.backend,
        "limit": chosen.limit,
    }


if __name__ == "__main__":
    sys.exit(main())
