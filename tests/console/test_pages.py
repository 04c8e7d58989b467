"""The public pages, their headers, and the settings behind them."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings

from console.databases import databases
from tests.console.conftest import BOT
from tests.console.signals import READ, account, signed_in

pytestmark = pytest.mark.usefixtures("ledger", "published")


def words(response) -> str:
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(text).split())


def policy(response) -> dict[str, str]:
    parts = response.headers["Content-Security-Policy"].split(";")
    return {name: rest for name, _, rest in (part.strip().partition(" ") for part in parts)}


STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def test_the_front_page_lists_documents_and_embeds_the_widget_once() -> None:
    response = Client().get("/")
    body = response.content.decode()
    assert response.status_code == 200
    assert "虚构演示 临澜市并不存在" in words(response)
    assert re.findall("<script[^>]*>", body) == [
        f'<script src="{BOT}/webhooks/web/widget.js" defer>'
    ]
    assert 'href="/documents/demo-rule-2024/"' in body
    assert 'href="/documents/demo-jiedu-2024/"' in body
    assert policy(response) == {
        **STRICT,
        "script-src": f"'self' {BOT}",
        "connect-src": BOT,
    }


@pytest.mark.parametrize(
    "url", ["/documents/", "/documents/demo-rule-2024/", "/healthz", "/console/login/", "/nothing"]
)
def test_every_other_page_has_the_strict_policy(url: str) -> None:
    response = Client().get(url)
    assert policy(response) == STRICT
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("url", ["/", "/documents/", "/documents/demo-rule-2024/", "/console/"])
def test_no_page_carries_inline_script_or_style(url: str) -> None:
    body = signed_in(account(READ)).get(url, follow=True).content.decode()
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", body) == []


def test_a_document_shows_its_metadata_and_passages() -> None:
    response = Client().get("/documents/demo-rule-2024/")
    body, text = response.content.decode(), words(response)
    assert "<h1>临澜市示例津贴发放办法</h1>" in body
    assert "本文件为演示软件而虚构" in text
    assert (
        "文号 临民发〔2024〕16号 索引号 11330900002561112Q/2024-00116 "
        "发文机关 临澜市民政局、临澜市财政局 体裁 办法 主题 民政 适用地区 临澜市 "
        "成文日期 2024年5月20日 发布日期 2024年5月24日 施行日期 2024年7月1日 有效期至 2099年6月30日"
    ) in text
    assert '<span class="badge current">现行有效</span>' in body
    assert "官方解读： 《临澜市示例津贴发放办法》政策解读" in text
    assert re.findall(r'<section class="passage" id="(p\d+)">', body) == ["p1", "p2", "p3"]
    assert "<p><strong>第三条</strong>　津贴标准为：</p>" in body
    assert "第二章 标准 第三条 津贴标准为： （一）八十岁以上每月100元；" in text


def test_a_replaced_document_says_so_and_leads_on() -> None:
    response = Client().get("/documents/demo-rule-2017/")
    assert '<span class="badge ended">废止</span>' in response.content.decode()
    assert "这份文件已不再执行，仅供查阅。" in words(response)
    assert '现行文件：<a href="/documents/demo-rule-2024/">' in response.content.decode()


def test_an_interpretation_leads_to_what_it_explains() -> None:
    response = Client().get("/documents/demo-jiedu-2024/")
    assert "官方解读 解读帮助理解文件，以文件原文为准。" in words(response)
    assert '所解读的文件：<a href="/documents/demo-rule-2024/">' in response.content.decode()
    body = re.sub(r"\s+", "", response.content.decode())
    assert "<p><strong>一、背景</strong></p><p>为了让大家看得懂。</p>" in body


def test_the_list_can_be_kept_to_one_kind() -> None:
    everything = Client().get("/documents/").content.decode()
    assert len(re.findall(r'<li><a href="/documents/demo-', everything)) == 3
    rules = Client().get("/documents/", {"kind": "政策解读"}).content.decode()
    assert re.findall(r'<li><a href="/documents/([^"]+)/"', rules) == ["demo-jiedu-2024"]
    assert "没有这类文件。" in words(Client().get("/documents/", {"kind": "<b>"}))


def test_an_unknown_document_is_a_helpful_404() -> None:
    response = Client().get("/documents/never-published/")
    assert response.status_code == 404
    assert "网址可能有误，或者文件已经撤下。" in words(response)


def test_without_an_index_the_pages_say_so(tmp_path: Path) -> None:
    with override_settings(INDEX_DIR=tmp_path / "none"):
        assert "文件还没有准备好，请稍后再来。" in words(Client().get("/"))
        for url in ("/documents/", "/documents/demo-rule-2024/"):
            response = Client().get(url)
            assert response.status_code == 503
            assert "文件暂时打不开" in words(response)


def test_pages_are_read_only() -> None:
    for url in ("/", "/documents/", "/documents/demo-rule-2024/", "/healthz"):
        assert Client().post(url).status_code == 405


def test_health() -> None:
    response = Client().get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_an_unknown_host_is_refused() -> None:
    assert Client().get("/", HTTP_HOST="evil.example").status_code == 400


def test_cookies_are_out_of_reach_of_scripts() -> None:
    account(READ)
    login = {"username": "lin", "password": "only-for-tests-1"}
    cookies = Client().post("/console/login/", login).cookies
    assert cookies["sessionid"]["httponly"] is True
    assert cookies["sessionid"]["samesite"] == "Lax"


def test_static_files_come_from_the_application_itself() -> None:
    response = Client().get("/static/console/page.css")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/css")
    response.close()


def test_sqlite_lets_two_processes_write() -> None:
    options = settings.DATABASES["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)


def test_a_postgresql_address_becomes_settings() -> None:
    made = databases("postgresql://yg:p%40ss@db.example:5433/ledger?sslmode=require", Path("/v"))
    assert made["default"] == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "ledger",
        "USER": "yg",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"connect_timeout": 5, "sslmode": "require"},
    }


def test_a_sqlite_address_and_no_address() -> None:
    assert databases("", Path("/v"))["default"]["NAME"] == Path("/v/console.sqlite3")
    assert databases("sqlite:////srv/l.db", Path("/v"))["default"]["NAME"] == Path("/srv/l.db")


def test_any_other_address_is_refused() -> None:
    with pytest.raises(ValueError, match="YG_DATABASE_URL 应以"):
        databases("mysql://db/ledger", Path("/v"))
