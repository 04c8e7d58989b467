"""Writing the rows of one turn: invisible until their commit stands in the log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from index.backends.milvus_log import Commit
from index.backends.milvus_reading import MilvusReading, Place
from index.backends.milvus_schema import Means, document_rows, passage_rows, words_of
from index.backends.milvus_server import Server, among, slices
from index.schema import Entry

_BATCH = 100  # disclosures


class Writing:
    """What ``turn`` adds to and takes from the build at ``place``, where ``last`` is the newest."""

    def __init__(self, server: Server, place: Place, last: Commit, turn: int) -> None:
        self._server, self._place, self._turn = server, place, turn
        self._seen = MilvusReading(server, place, last)
        self.fresh: Counter[str] = Counter()
        self.commit = replace(last, turn=turn, age=last.age + (turn != last.build))

    def hide(self, ids: Iterable[str]) -> None:
        """Leave what stands under these ids out of the commit."""
        gone = dict(self.commit.gone)
        disclosures, passages = self.commit.disclosures, self.commit.passages
        for some in slices(ids):
            for row in self._seen.documents(
                f'what == "d" and {among("id", some)}', ["unit", "ordinal"]
            ):
                if row["unit"] not in gone:
                    gone[row["unit"]] = self._turn
                    disclosures, passages = disclosures - 1, passages - row["ordinal"]
        self.commit = replace(self.commit, gone=gone, disclosures=disclosures, passages=passages)

    def add(self, entries: Iterable[Entry], written: Callable[[Entry], None]) -> None:
        """Write entries in place of what stood there. A build is measured by its first ones."""
        for batch in _batches(entries):
            if not self.commit.rows:
                self.commit = replace(self.commit, means=Means.of(batch))
            if self._turn != self.commit.build:
                self.hide(e.disclosure.id for e in batch)
            self._write(batch)
            for entry in batch:
                written(entry)

    def _write(self, entries: list[Entry]) -> None:
        commit, units = self.commit, []
        for entry in entries:
            units.append(commit.rows)
            commit = replace(
                commit,
                rows=commit.rows + 1 + len(entry.rows),
                disclosures=commit.disclosures + 1,
                passages=commit.passages + len(entry.rows),
            )
        placed = list(zip(entries, units, strict=True))
        means, turn = commit.means, self._turn
        self._server.put(
            self._place.passages,
            chain.from_iterable(passage_rows(e, u, turn, u + 1, means) for e, u in placed),
        )
        self._server.put(
            self._place.documents,
            chain.from_iterable(document_rows(e, u, turn) for e, u in placed),
        )
        for entry in entries:
            self.fresh.update(words_of(entry))
        self.commit = commit


def delete_units(server: Server, place: Place, units: Iterable[int]) -> None:
    """Take whole disclosures out of the collections."""
    for some in slices(units):
        for collection in (place.passages, place.documents):
            server.delete(collection, among("unit", some))


def delete_unfinished(server: Server, place: Place, commit: Commit) -> None:
    """Take out what a writer left that died or failed before its commit."""
    for collection in (place.passages, place.documents):
        server.delete(collection, f"since > {commit.turn}")


def without_old(server: Server, place: Place, commit: Commit, kept: int) -> Commit:
    """``commit`` without what has been gone since turn ``kept``, which is deleted for good."""
    old = [unit for unit, turn in commit.gone.items() if turn <= kept]
    delete_units(server, place, old)
    left = {unit: turn for unit, turn in commit.gone.items() if turn > kept}
    return replace(commit, gone=left)


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    left = iter(entries)
    while batch := list(islice(left, _BATCH)):
        yield batch
