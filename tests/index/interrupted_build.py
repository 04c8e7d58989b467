"""A build that stops half way and waits to be killed: ``python -m tests.index.interrupted_build``.

Arguments: index folder or address, lexicon folder, ``create`` or ``change``. Prints ``half`` when
one disclosure is written and the next is not.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from index.analysis import Analysis
from index.backends.opening import open_backend
from index.schema import Entry
from tests.index import corpus


def main() -> None:
    where, lexicon, how = sys.argv[1:]
    analysis = Analysis(Path(lexicon))
    backend = open_backend(where, analysis.version)
    if how == "create":
        backend.create(half(analysis), corpus.ignore)
    else:
        backend.change(half(analysis), ["lz-gaoling-2023"], corpus.ignore)


def half(analysis: Analysis) -> Iterator[Entry]:
    yield corpus.entries([corpus.DOGS], analysis)[0]
    print("half", flush=True)
    time.sleep(60)


if __name__ == "__main__":
    main()
