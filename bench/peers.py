"""Other engines under the same terms: what they need to index passages and find the hundred best.

They are development dependencies and measured only; nothing in the product uses them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

Terms = Sequence[str]
Find = Callable[[Terms], int]
Peer = Callable[[Iterable[Terms], Path], Find]
DEEP = 100


def bm25s(passages: Iterable[Terms], folder: Path) -> Find:
    """Scores worked out when the index is built (Lù, 2024), in memory."""
    import bm25s as engine

    index = engine.BM25()
    index.index([list(p) for p in passages], show_progress=False)
    known = frozenset(index.vocab_dict)
    most = min(DEEP, int(index.scores["num_docs"]))

    def find(terms: Terms) -> int:
        inside = [t for t in terms if t in known]
        if not inside:
            return 0
        found, _ = index.retrieve([inside], k=most, show_progress=False, n_threads=1)
        return int(found.shape[1])

    return find


def tantivy(passages: Iterable[Terms], folder: Path) -> Find:
    """The Rust engine, its files in ``folder``, one writing thread as ours has."""
    import tantivy as engine

    build = engine.SchemaBuilder()
    build.add_text_field("body", stored=False, tokenizer_name="whitespace")
    schema = build.build()
    folder.mkdir(parents=True)
    index = engine.Index(schema, path=str(folder))
    writer = index.writer(heap_size=256_000_000, num_threads=1)
    for passage in passages:
        writer.add_document(engine.Document(body=" ".join(passage)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(terms: Terms) -> int:
        one = [engine.Query.term_query(schema, "body", t) for t in terms]
        asked = engine.Query.boolean_query([(engine.Occur.Should, q) for q in one])
        return len(searcher.search(asked, DEEP).hits)

    return find


def fts5(passages: Iterable[Terms], folder: Path) -> Find:
    """SQLite's full-text index in a file, ranked by its own BM25."""
    folder.mkdir(parents=True)
    base = sqlite3.connect(folder / "fts5.db")
    base.execute("create virtual table passages using fts5(body, tokenize='unicode61')")
    rows = ((" ".join(p),) for p in passages)
    base.executemany("insert into passages(body) values (?)", rows)
    base.commit()
    asked = f"select rowid from passages where body match ? order by rank limit {DEEP}"

    def find(terms: Terms) -> int:
        words = [f'"{t}"' for t in terms if '"' not in t]
        return len(base.execute(asked, (" OR ".join(words),)).fetchall()) if words else 0

    return find


PEERS: dict[str, Peer] = {"bm25s": bm25s, "tantivy": tantivy, "fts5": fts5}
