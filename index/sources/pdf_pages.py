"""Text of the pages of one PDF, read in a process of its own.

A hostile PDF can make any reader loop or fill the memory; only a process can be stopped from
outside. Standard input: the file. Arguments: the most pages, characters, seconds and bytes of
memory. Standard output: one JSON object with ``pages`` or with ``problem``.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import resource
import sys


def read(data: bytes, most_pages: int, most_characters: int) -> dict[str, object]:
    """``pages`` as a list of texts, or ``problem``: encrypted, pages, characters, broken."""
    import pypdf  # after the limits of this process stand

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"problem": "encrypted"}
        if len(reader.pages) > most_pages:
            return {"problem": "pages"}
        pages: list[str] = []
        size = 0
        for page in reader.pages:
            pages.append(page.extract_text())
            size += len(pages[-1])
            if size > most_characters:
                return {"problem": "characters"}
        return {"pages": pages}
    except Exception:  # pypdf lets every kind of error of a broken file through
        return {"problem": "broken"}


def main() -> None:
    """Set this process its limits, read standard input, answer on standard output."""
    pages, characters, seconds, memory = map(int, sys.argv[1:5])
    for kind, amount in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory)):
        with contextlib.suppress(ValueError, OSError):  # a stricter limit already stands
            resource.setrlimit(kind, (amount, amount))
    logging.disable(logging.CRITICAL)
    found = read(sys.stdin.buffer.read(), pages, characters)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
