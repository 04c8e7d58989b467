"""How Chinese text becomes search terms: one analysis for documents and for questions."""

from __future__ import annotations

import hashlib
import logging
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import jieba

LEXICON_DIR = Path(__file__).resolve().parent.parent / "data" / "lexicon"
_USEFUL = re.compile(r"[0-9a-z\u4e00-\u9fff]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_DIGITS, _UNITS = "零一二三四五六七八九", {"十": 10, "百": 100, "千": 1000}
# Only numerals with a unit inside or before them: 一 alone is rarely a number (一律, 统一).
_NUMERAL = re.compile(
    r"[一二三四五六七八九]?[千百十](?:[零一二三四五六七八九十百]*[一二三四五六七八九十百])?"
)
# Words that carry the asking, not the asked: they match everywhere and prove nothing.
_ASKING_WORDS = """
的 了 是 在 和 与 或 及 等 有 没有 对 为 从 到 以 由 被 把 将 向
于 其 之 这 那 该 此 我 你 您 他 她 它 我们 你们 他们 自己 什么 怎么
怎样 怎么样 如何 哪些 哪个 哪里 哪儿 哪 谁 几 多少 多久 多长 多大 吗 呢
吧 啊 呀 嘛 请问 请 想 想问 问 一下 知道 告诉 能 能不能 可以 可不可以
是否 是不是 有没有 会 要 应该 应当 需要 为什么 为何 咋 咋办 咋整 啥 那个
这个 现在 目前 就 都 也 还 又 再 才 很 太 最 更 不 没 个 些 种 时候
时 办 做 进行 实行 采取 关于 对于 按照 根据 通过 规定 方面 情况 问题
相关 有关 具体 主要 内容 包括 其中 各 这边 那边 这里 那里 多少钱 几天
最多 最少 来得及 好多 咋样 啥时候 算 一 一个 这些 那些 钱 坐 拿 领 到底
岁 以上 以下 以内 上 下 中 里 内 外 后 前 间 去 来 给 让 用 得 着 过 地 么 呗 哦 嗯 哈
"""
_ASKING = frozenset(_ASKING_WORDS.split())


@dataclass(frozen=True)
class QueryTerm:
    """One thing asked about, the official wordings that mean the same, and the words inside it."""

    text: str
    alternatives: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every wording that satisfies the term, the citizen's own first."""
        return (self.text, *self.alternatives)


def normalise(text: str) -> str:
    """One written form: half width, lower case, 八十周岁 as 80岁, no invisible characters."""
    flat = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower()
    return _NUMERAL.sub(lambda m: str(_number(m[0])), flat).replace("周岁", "岁")


def _number(numeral: str) -> int:
    """A Chinese numeral below ten thousand with 十, 百 or 千 in it."""
    total, digit = 0, 0
    for character in numeral:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS.index(character)
    return total + digit


class Analysis:
    """Jieba in search mode with our lexicon, on a dictionary of its own.

    ``lexicon_dir`` holds ``*.txt`` (jieba words) and ``plain_words.tsv``
    (citizen wording, tab, official wordings separated by 、). A missing folder means no lexicon.
    """

    def __init__(self, lexicon_dir: Path = LEXICON_DIR) -> None:
        jieba.setLogLevel(logging.WARNING)
        self._jieba = jieba.Tokenizer()
        digest = hashlib.sha256()
        for path in sorted(lexicon_dir.glob("*.t[xs][tv]")):
            digest.update(path.name.encode() + path.read_bytes())
        self.version = digest.hexdigest()[:16]
        for path in sorted(lexicon_dir.glob("*.txt")):
            for word, weight in read_words(path):
                self._jieba.add_word(word, weight)
        places = lexicon_dir / "places.txt"
        self.places = (
            frozenset(w for w, _ in read_words(places)) if places.exists() else frozenset()
        )
        self._official = read_plain_words(lexicon_dir / "plain_words.tsv")
        for word in self._official:
            self._jieba.add_word(word)

    def terms(self, text: str) -> list[str]:
        """Index terms of ``text`` in order, long words also as the words inside them."""
        found = self._jieba.cut_for_search(normalise(text), HMM=False)
        return [t for t in (w.strip() for w in found) if _USEFUL.search(t) and t not in _ASKING]

    def words(self, text: str) -> list[str]:
        """Words of ``text`` once each way, nothing left out (for tokenizers and typing aids)."""
        return [w for w in self._jieba.cut(text) if w.strip()]

    def query_terms(self, text: str) -> tuple[QueryTerm, ...]:
        """What a question asks about, without the asking; each term once, in order."""
        kept: dict[str, QueryTerm] = {}
        for word in self._jieba.cut(normalise(text), HMM=False):
            if word not in kept and self._tells(word):
                kept[word] = QueryTerm(word, self._alternatives(word), self._parts(word))
        return tuple(kept.values())

    def _tells(self, word: str) -> bool:
        return bool(_USEFUL.search(word)) and word not in _ASKING

    def _parts(self, word: str) -> tuple[str, ...]:
        inside = self._jieba.cut_for_search(word, HMM=False)
        return tuple(p for p in inside if p != word and len(p) > 1 and self._tells(p))

    def _alternatives(self, word: str) -> tuple[str, ...]:
        """Official wordings as index terms; a long one is found by its first two words."""
        found: list[str] = []
        for wording in self._official.get(word, ()):
            cut = [w for w in self._jieba.cut(normalise(wording), HMM=False) if self._tells(w)]
            found += cut if len(cut) == 1 else [w for w in cut if len(w) > 1][:2]
        return tuple(dict.fromkeys(w for w in found if w != word))


def read_words(path: Path) -> list[tuple[str, int | None]]:
    """Words of a jieba dictionary file (``word [frequency [tag]]`` a line) with their weight."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if parts and not parts[0].startswith("#"):
            weight = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else None
            rows.append((normalise(parts[0]), weight))
    return rows


def read_plain_words(path: Path) -> dict[str, tuple[str, ...]]:
    """Citizen wording to official wordings; an absent file is an empty table."""
    if not path.exists():
        return {}
    table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if "\t" in line and not line.startswith("#"):
            plain, official = line.split("\t", 1)
            table[normalise(plain.strip())] = tuple(w for w in official.strip().split("、") if w)
    return table


@lru_cache(maxsize=4)
def shared_analysis(lexicon_dir: Path = LEXICON_DIR) -> Analysis:
    """One analysis a process and lexicon: jieba's dictionary takes half a second to load."""
    return Analysis(lexicon_dir)
