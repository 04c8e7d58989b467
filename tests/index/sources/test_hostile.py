"""Whatever bytes come, only disclosures and refusals come out, and soon."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.disclosure import Disclosure
from index.sources import Refused, read
from tests.index.sources.test_html import BODY, TABLE
from tests.index.sources.writing import BODY as RULES
from tests.index.sources.writing import HEADER, page, printed, word

FUZZ = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LINE = '{"id":"a","title":"甲通知","text":"一","publish_date":"2024-01-02","issuer":["甲","乙"]}\n'


def samples(folder: Path) -> dict[str, bytes]:
    return {
        ".md": (HEADER + RULES).encode(),
        ".html": page(f"{TABLE}<div id='zoom'>{BODY}</div>").encode(),
        ".jsonl": (LINE * 3).encode(),
        ".json": f"[{LINE},{LINE}]".encode(),
        ".docx": word(folder / "s.docx", ["办法", "正文"], [["甲", "乙"]]).read_bytes(),
        ".pdf": printed(folder / "s.pdf", [["Water is 2 yuan a ton."]]).read_bytes(),
    }


def check(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    for outcome in read([path]):
        assert isinstance(outcome, (Disclosure, Refused))
        if isinstance(outcome, Refused):
            assert outcome.reason
            assert outcome.name == path.name
        else:
            assert outcome.title and outcome.text
            f"{outcome.title}{outcome.text}{outcome.issuer}".encode()


def wound(data: bytes, chance: random.Random) -> bytes:
    """Cut short, bytes flipped, a piece repeated or taken out."""
    wounded = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(wounded) or 1)
        kind = chance.randrange(4)
        if kind == 0:
            wounded = wounded[:at]
        elif kind == 1 and wounded:
            wounded[at] = chance.randrange(256)
        elif kind == 2:
            wounded[at:at] = wounded[at : at + chance.randint(1, 400)]
        else:
            del wounded[at : at + chance.randint(1, 60)]
    return bytes(wounded)


@pytest.mark.parametrize("suffix", [".md", ".html", ".jsonl", ".json", ".docx", ".pdf"])
def test_wounded_files(tmp_path: Path, suffix: str) -> None:
    data = samples(tmp_path)[suffix]
    chance = random.Random(suffix)
    for _ in range(15 if suffix == ".pdf" else 150):  # each PDF starts a process
        check(tmp_path / f"a{suffix}", wound(data, chance))


@FUZZ
@given(
    data=st.binary(min_size=1, max_size=300),
    suffix=st.sampled_from([".md", ".html", ".jsonl", ".json", ".docx"]),
)
def test_any_bytes(tmp_path: Path, data: bytes, suffix: str) -> None:
    check(tmp_path / f"a{suffix}", data)


@FUZZ
@given(
    text=st.text(
        alphabet=st.sampled_from("-:：#|>*[]()<!\\\n \t标题一、“”\u200b\x00a12`_~"),
        min_size=1,
        max_size=200,
    ),
    header=st.booleans(),
)
def test_any_marks(tmp_path: Path, text: str, header: bool) -> None:
    check(tmp_path / "a.md", ((HEADER if header else "---\n") + text).encode())
    check(tmp_path / "a.html", page(f"<h1>标题</h1><div id='zoom'>{text}</div>").encode())
    (tmp_path / "b.yml").write_text(text, encoding="utf-8")
    check(tmp_path / "b.html", page(f"<h1>标题</h1><p>{text}</p>").encode())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@FUZZ
@given(
    record=st.dictionaries(
        st.sampled_from(
            [
                "id",
                "title",
                "text",
                "issuer",
                "doc_no",
                "publish_date",
                "url",
                "law_id",
                "article",
                "no",
                "passages",
                "施行日期",
                "is_expired",
            ]
        ),
        JSON,
    )
)
def test_any_record(tmp_path: Path, record: dict[str, object]) -> None:
    check(tmp_path / "a.jsonl", json.dumps(record).encode())


MEGA = 1_000_000
SLOW = {
    "comments.md": b"# a\n" + b"<!--" * MEGA,
    "closers.md": b"# a\n" + b"--><!--" * (MEGA // 2),
    "links.md": b"# a\n" + b"[a](" * MEGA + b"\n" + b"[" * MEGA,
    "strong.md": b"# a\n" + b"**a" * MEGA + b"\n**" + b"a" * MEGA,
    "tags.md": b"# a\n" + b"<a" * MEGA,
    "divider.md": b"# a\n" + b"|-" * MEGA + b"x",
    "quotes.md": b"# a\n" + b"> " * MEGA,
    "blanks.md": b"# a\n" + b" \t" * MEGA + b"x",
    "header.md": b"---\na: " + b"x" * 10 * MEGA + b"\n  b" * 100_000 + b"\n---\nc",
    "scripts.html": b"<h1>a</h1>" + b"a<script></script>" * 90_000,
    "frames.html": b"<h1>a</h1>" + b"<div>" * 200 + b"<b></b>" * 150_000,
    "labels.html": ("<h1>a</h1>" + "<p>索引号：a 文号：b 发布机构：c " * 60_000).encode(),
    "blanks.html": b"<h1>a</h1><title>" + b" - " * MEGA + b"x</title><p>" + b" \n" * MEGA,
    "tables.html": b"<h1>a</h1>" + b"<table><tr><td>a<td>" * 60 + b"a<p>" * 50_000,
    "one.html": b"<h1>a</h1><p>" + "中".encode() * 600_000,
    "nested.json": b"[" * 10 * MEGA,
    "tags.jsonl": b'{"id":"a","title":"' + b"<a" * 2 * MEGA + b'","text":"b"}',
}


@pytest.mark.parametrize("name", sorted(SLOW))
def test_patterns_made_to_be_slow(tmp_path: Path, name: str) -> None:
    start = time.process_time()
    check(tmp_path / name, SLOW[name])
    assert time.process_time() - start < 30
