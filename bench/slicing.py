"""The first documents of a corpus, laid out as files of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path


def first_documents(corpus: Sequence[Path], most: int, folder: Path) -> int:
    """Put the first ``most`` documents of ``corpus`` into ``folder``; how many there were.

    A line of a .jsonl file is a document, and so is any other file. Raises SystemExit where a
    path does not exist or nothing is found.
    """
    folder.mkdir(parents=True)
    held = 0
    for n, path in enumerate(_files(corpus)):
        if held >= most:
            break
        if path.suffix == ".jsonl":
            with path.open("rb") as lines, (folder / f"{n}.jsonl").open("wb") as kept:
                for line in islice(filter(bytes.strip, lines), most - held):
                    kept.write(line)
                    held += 1
        else:
            (folder / f"{n}{path.suffix}").write_bytes(path.read_bytes())
            held += 1
    if not held:
        raise SystemExit("资料里没有文件，请检查 --corpus。")
    return held


def _files(corpus: Sequence[Path]) -> Iterator[Path]:
    for path in corpus:
        if not path.exists():
            raise SystemExit(f"找不到资料 {path}。")
        yield from sorted(f for f in path.rglob("*") if f.is_file()) if path.is_dir() else (path,)
