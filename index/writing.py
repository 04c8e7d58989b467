"""Build, add, withdraw, refresh: the only code that may create or delete."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.analysis import LEXICON_DIR, shared_analysis
from index.backends import Backend, Reading
from index.backends.opening import open_backend
from index.cutting import cut
from index.disclosure import Disclosure
from index.errors import NoIndex
from index.schema import Entry, entry
from index.sources import Refused

Progress = Callable[[int], None]


@dataclass
class Written:
    """What one run did: counts, and every refused file with its reason."""

    disclosures: int = 0
    passages: int = 0
    withdrawn: int = 0
    refused: list[Refused] = field(default_factory=list)


def build(
    paths: Sequence[Path], where: str | Path, *, progress: Progress = lambda n: None
) -> Written:
    """Replace the whole index with what ``paths`` hold; until it is complete the old one serves."""
    done = Written()
    _backend(where).create(_entries(paths, done), _counting(done, progress))
    return done


def add(
    paths: Sequence[Path], where: str | Path, *, progress: Progress = lambda n: None
) -> Written:
    """Add what ``paths`` hold, or replace it where the id is known; makes the index if needed."""
    done = Written()
    backend = _backend(where)
    try:
        backend.reading()
    except NoIndex:
        return build(paths, where, progress=progress)
    backend.change(_entries(paths, done), (), _counting(done, progress))
    return done


def withdraw(ids: Sequence[str], where: str | Path) -> Written:
    """Take disclosures out; ids that are not published are ignored (the count says so)."""
    backend = _backend(where)
    known = [i for i in ids if backend.reading().by_key("id", i)]
    backend.change((), known, lambda entry: None)
    return Written(withdrawn=len(known))


def pair(interpretation: str, policy: str, where: str | Path) -> bool:
    """Say which policy (id, number or title) an interpretation explains; False if it is gone.

    It is published again with that said in its header; its text stays.
    """
    backend = _backend(where)
    reading = backend.reading()
    for found in reading.by_key("id", interpretation):
        said = replace(found, interprets=policy, text=reading.text(found.id))
        backend.change((entry(said, shared_analysis(LEXICON_DIR)),), (), lambda written: None)
        return True
    return False


def refresh(where: str | Path, *, progress: Progress = lambda n: None) -> Written:
    """Cut all stored texts again, after the schema or the lexicon changed; nothing is lost."""
    backend = _backend(where)
    done = Written()
    entries = _again(backend.reading_any_version())
    backend.create(entries, _counting(done, progress))
    return done


def is_stale(where: str | Path) -> bool:
    """Whether ``refresh`` is due. Raises NoIndex where there is nothing yet."""
    return _backend(where).stale()


def _backend(where: str | Path) -> Backend:
    return open_backend(where, shared_analysis(LEXICON_DIR).version)


def _entries(paths: Sequence[Path], done: Written) -> Iterator[Entry]:
    for found in cut(paths):
        if isinstance(found, Refused):
            done.refused.append(found)
        else:
            yield found


def _again(reading: Reading) -> Iterator[Entry]:
    analysis = shared_analysis(LEXICON_DIR)
    stored: Iterable[Disclosure] = list(reading.disclosures())
    for disclosure in stored:
        yield entry(replace(disclosure, text=reading.text(disclosure.id)), analysis)


def _counting(done: Written, progress: Progress) -> Callable[[Entry], None]:
    def count(written: Entry) -> None:
        done.disclosures += 1
        done.passages += len(written.rows)
        progress(done.disclosures)

    return count
