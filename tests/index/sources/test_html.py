from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.disclosure import Disclosure
from tests.index.sources.writing import one, page, refused

METAS = (
    '<meta name="SiteName" content="临澜市人民政府门户网站">'
    '<meta name="ColumnName" content="政策解读"><meta name="ContentSource" content="临澜日报">'
    '<meta name="ArticleTitle" content="停车新规问答">'
    '<meta name="PubDate" content="2024-03-05 09:30">'
    '<meta name="Url" content="https://linlan.example/1.html">'
)
TABLE = (
    "<table><tr><td>索 引 号：</td><td>11330900MB1F2345XK/2024-00012</td><td>发布机构</td>"
    "<td>市城管局</td></tr><tr><td>名　　称</td><td colspan=3>停车收费办法</td></tr>"
    "<tr><td>文　　号</td><td>临城管发〔2024〕 3号</td><td>时　效</td><td>有效</td></tr>"
    "<tr><td>生成日期</td><td>2024年03月01日</td><td>公开日期</td><td>2024-03-05</td></tr></table>"
)
BODY = (
    "<p>　　第一条　首小时<b>免</b>费，<br>之后每小时 5 元，当天最高不超过三十元。</p>"
    "<table><tr><th>路段</th><th>每小时</th></tr><tr><td><p>一类</p><p>柳荫</p></td><td>5元</td></tr></table>"
    "<script>var a=1</script><!-- 批注 --><p style='display:none'>看不见</p><p>打印 关闭</p>"
    "<p>打印申请表后到窗口办理</p>"
)
LINES = (
    "第一条　首小时免费，\n之后每小时 5 元，当天最高不超过三十元。\n路段｜每小时\n一类 柳荫｜5元"
    "\n打印申请表后到窗口办理"
)
CONTAINERS = [
    '<div id="UCAP-CONTENT">',
    '<div id="zoom">',
    '<div class="c article-content x">',
    '<div class="TRS_Editor">',
    '<div class="pages_content">',
]


def save(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_meta_tags(tmp_path: Path) -> None:
    rule = "首小时免费，之后每小时五元，当天最高不超过三十元，节假日全天免费。"
    body = f'<div id="zoom"><p>{rule}</p></div>'
    assert one(save(tmp_path / "a.html", page(body, METAS))) == Disclosure(
        id=one(tmp_path / "a.html").id,
        title="停车新规问答",
        kind="政策解读",
        text=rule,
        issuers=("临澜日报",),
        published=date(2024, 3, 5),
        url="https://linlan.example/1.html",
        source="a.html",
    )


@pytest.mark.parametrize("container", CONTAINERS)
def test_header_table_and_known_containers(tmp_path: Path, container: str) -> None:
    menu = "<ul><li>首页</li><li>政策解读</li></ul>"
    text = page(
        f"{menu}{TABLE}<h1>停车收费办法</h1>{container}{BODY}</div><footer>版权</footer>", METAS
    )
    assert one(save(tmp_path / "a.html", text)) == Disclosure(
        id="11330900MB1F2345XK-2024-00012",
        title="停车收费办法",
        text=LINES,
        kind="办法",
        number="临城管发〔2024〕3号",
        index_number="11330900MB1F2345XK/2024-00012",
        issuers=("市城管局",),
        written=date(2024, 3, 1),
        published=date(2024, 3, 5),
        declared_status="有效",
        url="https://linlan.example/1.html",
        source="a.html",
    )


@pytest.mark.parametrize(
    "header",
    [
        "<dl><dt>索引号</dt><dd>A12345/2024-00001</dd><dt>发文机关</dt><dd>市城管局</dd>"
        "<dt>发文字号</dt><dd>临城管发〔2024〕3号</dd></dl>",
        "<ul><li><span>索引号</span><span>A12345/2024-00001</span></li><li><b>发文机关：</b>市城管局</li>"
        "<li>发文字号：临城管发〔2024〕3号</li></ul>",
        "<p>索引号：A12345/2024-00001　发文机关：市城管局　发文字号：临城管发〔2024〕3号</p>",
    ],
)
def test_lists_and_lines_as_headers(tmp_path: Path, header: str) -> None:
    text = page(f"<h1>停车收费办法</h1>{header}<div id='zoom'>{BODY}</div>")
    disclosure = one(save(tmp_path / "a.html", text))
    assert disclosure.id == "A12345-2024-00001"
    assert (disclosure.number, disclosure.issuers) == ("临城管发〔2024〕3号", ("市城管局",))
    assert (disclosure.title, disclosure.text) == ("停车收费办法", LINES)


def test_header_inside_the_container_is_not_quoted(tmp_path: Path) -> None:
    text = page(f'<div class="article-content">{TABLE}{BODY}</div>')
    assert one(save(tmp_path / "a.html", text)).text == LINES


def test_unknown_template_keeps_headings_lists_and_tables(tmp_path: Path) -> None:
    menu = "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(30))
    long = "本市范围内在用人单位连续缴存住房公积金的职工，可以按照规定的程序提出申请。" * 3
    body = (
        f"<div><ul>{menu}</ul></div><div class='k1'><div class='k2'><h2>一、条件</h2><p>{long}</p>"
        f"<h2>二、额度</h2><p>{long}</p><table><tr><td>单身</td><td>1500元</td></tr></table>"
        f"<ul><li>身份证</li></ul><p>{long}</p></div></div><div>版权所有 网站地图</div>"
    )
    text = page(body, "<title>提取办法_住建局_临澜市人民政府网站</title>")
    disclosure = one(save(tmp_path / "a.html", text))
    assert disclosure.title == "提取办法"
    assert disclosure.text.split("\n") == [
        "一、条件",
        long,
        "二、额度",
        long,
        "单身｜1500元",
        "身份证",
        long,
    ]


def test_sidecar_wins(tmp_path: Path) -> None:
    save(tmp_path / "a.yml", "标识: own\n发布单位: 南湖区政府\n地区: 南湖区\n层级: 区县\n")
    text = page(f"{TABLE}<div id='zoom'>{BODY}</div>", METAS)
    disclosure = one(save(tmp_path / "a.html", text))
    assert (disclosure.id, disclosure.issuers) == ("own", ("南湖区政府",))
    assert (disclosure.region, disclosure.level) == ("南湖区", "区县")
    assert disclosure.number == "临城管发〔2024〕3号"


def test_gb2312_page(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    text = f"<html><head><meta charset=gb2312></head>{TABLE}<div id=zoom>{BODY}</div></html>"
    path.write_bytes(text.encode("gb18030"))
    assert one(path).text == LINES


def test_no_entity_is_resolved_and_nothing_fetched(tmp_path: Path) -> None:
    secret = save(tmp_path / "secret.txt", "机密")
    text = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y "爆炸">]>'
        f'<html><head><link rel="stylesheet" href="http://127.0.0.1:9/a.css"></head><body>'
        f"<h1>停车收费办法</h1><div id='zoom'><p>&x;&y;{'首小时免费。' * 10}</p></div></body>"
    )
    disclosure = one(save(tmp_path / "a.html", text))
    assert "机密" not in disclosure.text
    assert "爆炸" not in disclosure.text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<div>" * 5_000 + "深", "网页嵌套过深或单段过大，请用浏览器打开，把正文另存后再导入"),
        ("<p>a</p>" * 200_001, "网页元素超过 20 万个，请只保存正文后再导入"),
        ("<!-- -->", "网页结构已损坏，请用浏览器打开后重新保存"),
        (" \n", "网页是空的，请重新保存后再导入"),
    ],
)
def test_refused_pages(tmp_path: Path, text: str, reason: str) -> None:
    assert refused(save(tmp_path / "a.html", text)).reason == reason
