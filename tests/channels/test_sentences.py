"""The channels' sentences come from the domain."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from rasa.shared.core.domain import Domain

from channels.sentences import MissingSentence, sentence
from tests.channels.serving import SENTENCES, domain

ROOT = Path(__file__).resolve().parent.parent.parent


def test_from_a_domain_and_from_an_agent() -> None:
    known = domain({"utter_busy": "请等一等。"})
    assert sentence(known, "utter_busy") == "请等一等。"
    assert sentence(SimpleNamespace(domain=known), "utter_busy") == "请等一等。"


def test_blanks_are_filled() -> None:
    known = domain({"utter_too_long": "请缩短到 {most} 字以内。"})
    assert sentence(known, "utter_too_long", most=500) == "请缩短到 500 字以内。"


@pytest.mark.parametrize("source", [None, SimpleNamespace(domain=None), domain({"utter_a": "甲"})])
def test_a_missing_sentence_is_named(source: object) -> None:
    with pytest.raises(MissingSentence, match="utter_busy"):
        sentence(source, "utter_busy")


def test_an_unfilled_blank_is_named() -> None:
    with pytest.raises(MissingSentence, match=r"utter_a 里有 \{most\}"):
        sentence(domain({"utter_a": "{most} 字"}), "utter_a")


@pytest.mark.parametrize("name", SENTENCES)
def test_the_products_domain_has_every_sentence_of_wechat(name: str) -> None:
    written = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    told = sentence(Domain.from_dict({"responses": written["responses"]}), name)
    assert 0 < len(told.encode()) <= 600
