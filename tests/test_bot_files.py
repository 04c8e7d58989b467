"""domain.yml, rules and training files agree with each other and with the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
LEAST_EXAMPLES = 25


def load(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / name).read_text(encoding="utf-8")))


def intents() -> set[str]:
    return {next(iter(i)) if isinstance(i, dict) else i for i in load("domain.yml")["intents"]}


def examples(path: Path) -> list[str]:
    (block,) = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    return [line[2:].strip() for line in block["examples"].splitlines() if line.startswith("- ")]


def test_one_training_file_an_intent_named_after_it() -> None:
    files = {p.stem for p in (ROOT / "data" / "nlu").glob("*.yml")}
    assert files == intents()
    for path in (ROOT / "data" / "nlu").glob("*.yml"):
        blocks = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        assert [b["intent"] for b in blocks] == [path.stem]


def test_every_intent_has_enough_different_examples() -> None:
    assert len(intents()) >= 14
    for path in (ROOT / "data" / "nlu").glob("*.yml"):
        found = examples(path)
        assert len(set(found)) == len(found), path.stem
        assert len(found) >= LEAST_EXAMPLES, path.stem


def test_no_example_belongs_to_two_intents() -> None:
    seen: dict[str, str] = {}
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for text in examples(path):
            assert seen.setdefault(text, path.stem) == path.stem, text


def test_every_intent_has_one_rule_and_every_rule_an_action() -> None:
    domain = load("domain.yml")
    known = set(domain["actions"]) | set(domain["responses"]) | {"action_restart"}
    ruled: list[str] = []
    for rule in load("data/rules.yml")["rules"]:
        first, *rest = rule["steps"]
        ruled.append(first["intent"])
        assert {step["action"] for step in rest} <= known, rule["rule"]
    assert sorted(ruled) == sorted(intents() | {"nlu_fallback"})


def test_every_sentence_the_code_says_stands_in_the_domain() -> None:
    said: set[str] = set()
    for package in ("actions", "bot", "channels"):
        for path in (ROOT / package).rglob("*.py"):
            if "node_modules" not in path.parts:
                said |= set(re.findall(r'"(utter_[a-z_]+)"', path.read_text(encoding="utf-8")))
    whys = {
        f"utter_why_{w}"
        for w in ("missing_terms", "not_current", "draft", "region", "low", "replacement")
    }
    assert (said | whys) - set(load("domain.yml")["responses"]) == set()


def test_data_holds_training_data_only() -> None:
    """Rasa reads every YAML and JSON file under data/ as training data."""
    for path in (ROOT / "data").rglob("*"):
        if path.suffix in (".yml", ".yaml", ".json"):
            assert path.parent.name == "nlu" or path.name == "rules.yml", path


def test_actions_are_registered_under_their_file_names() -> None:
    files = {p.stem for p in (ROOT / "actions").glob("action_*.py")}
    assert files == set(load("domain.yml")["actions"])
