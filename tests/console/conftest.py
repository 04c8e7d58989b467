"""A ledger of its own: Django on a fresh SQLite file, and a small index of published documents."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest import mock

import django
import pytest
from django.apps import apps

ROOM = Path(tempfile.mkdtemp(prefix="console-tests-"))
BOT = "http://bot.example:5005"
CHOSEN = {
    "DJANGO_SETTINGS_MODULE": "console.settings",
    "YG_VAR_DIR": str(ROOM),
    "YG_BOT_PUBLIC_URL": BOT,
    "YG_CONSOLE_HOSTS": "testserver 127.0.0.1",
    "YG_DATABASE_URL": "",
    "YG_INDEX_DIR": "",
    "YG_SEARCH_URL": "",
    "SEARCH_URL": "",
    "DEMO": "1",
}

# Test modules import models, so Django has to be ready before they are collected; the
# environment itself is put back for the suites that start processes of their own.
if not apps.ready:
    with mock.patch.dict(os.environ, CHOSEN):
        django.setup()


@pytest.fixture(scope="session")
def tables() -> None:
    """The real migrations, run once."""
    from django.conf import settings
    from django.core.management import call_command

    assert settings.DATABASES["default"]["NAME"] == ROOM / "console.sqlite3"
    call_command("migrate", verbosity=0)


@pytest.fixture
def ledger(tables: None) -> Iterator[None]:
    """An empty ledger without accounts."""
    from axes.models import AccessAttempt
    from django.contrib.auth.models import User

    from console.models import Move, PairCorrection, Signal

    for model in (PairCorrection, Move, Signal, User, AccessAttempt):
        model.objects.all().delete()
    yield


@pytest.fixture(scope="session")
def published() -> None:
    """Three fictional documents: a rule in force, the one it replaced, an interpretation."""
    from index.analysis import LEXICON_DIR, shared_analysis
    from index.backends.whoosh import WhooshBackend
    from index.disclosure import Disclosure
    from index.schema import entry

    rule = Disclosure(
        id="demo-rule-2024",
        title="临澜市示例津贴发放办法",
        text=(
            "第一章 总则\n第一条　为了演示，制定本办法。\n第二条　本市居民可以申请示例津贴。\n"
            "第二章 标准\n第三条　津贴标准为：\n（一）八十岁以上每月100元；\n"
            "（二）百岁以上每月500元。"
        ),
        kind="办法",
        number="临民发〔2024〕16号",
        index_number="11330900002561112Q/2024-00116",
        issuers=("临澜市民政局", "临澜市财政局"),
        written=date(2024, 5, 20),
        published=date(2024, 5, 24),
        effective=date(2024, 7, 1),
        expires=date(2099, 6, 30),
        topic="民政",
        region="临澜市",
        declared_status="现行有效",
        repeals=("临民发〔2017〕22号",),
        fictional=True,
    )
    old = Disclosure(
        id="demo-rule-2017",
        title="临澜市示例津贴暂行办法",
        text="第一条　旧的规定。\n第二条　每月50元。\n第三条　自公布之日起施行。",
        kind="办法",
        number="临民发〔2017〕22号",
        published=date(2017, 3, 1),
        fictional=True,
    )
    explained = Disclosure(
        id="demo-jiedu-2024",
        title="《临澜市示例津贴发放办法》政策解读",
        text="一、背景\n为了让大家看得懂。\n二、标准\n按年龄分两档。",
        kind="政策解读",
        published=date(2024, 5, 27),
        interprets="demo-rule-2024",
        fictional=True,
    )
    analysis = shared_analysis(LEXICON_DIR)
    entries = (entry(one, analysis) for one in (rule, old, explained))
    WhooshBackend(ROOM / "index", analysis.version).create(entries, lambda written: None)
