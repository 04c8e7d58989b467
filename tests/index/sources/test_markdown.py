from __future__ import annotations

from datetime import date
from pathlib import Path

from index.disclosure import Disclosure
from tests.index.sources.writing import BODY, HEADER, one, refused

WHOLE = """---
标识: lz-gjj-tiqu-2024
标题: 关于提取：条件与额度的通知   # 写给编辑看
体裁: 通知
文号: 临公积金〔2024〕3号
索引号: 11330900MB1F2345XK/2024-00012
发文机关: 甲局、乙局
成文日期: 2024年3月1日
发布日期: 2024/3/5
施行日期: 20240401
有效期至: 二〇二九年三月三十一日
截止日期: 2026-12-31
主题: 住房保障
地区: 临澜市
层级: 市
有效性: 现行有效
废止文件: 临公积金〔2018〕7号；《甲、乙暂行办法》
被替代: 临公积金〔2026〕1号
解读对象: lz-a
网址: https://linlan.example/a.html
虚构: 是
---
> 本文件为软件演示而虚构，临澜市不存在，内容不具有任何效力。

# 关于提取：条件与额度的通知

## 一、条件

连续缴存**三个月**，见[说明](https://linlan.example/b)。

| 档次 | 额度 |
| --- | --- |
| 单身 | 1500元 |

- 身份证
"""


def test_header_and_body(tmp_path: Path) -> None:
    path = tmp_path / "tiqu.md"
    path.write_text(WHOLE, encoding="utf-8")
    assert one(path) == Disclosure(
        id="lz-gjj-tiqu-2024",
        title="关于提取：条件与额度的通知",
        text="一、条件\n连续缴存三个月，见说明。\n档次｜额度\n单身｜1500元\n身份证",
        kind="通知",
        number="临公积金〔2024〕3号",
        index_number="11330900MB1F2345XK/2024-00012",
        issuers=("甲局", "乙局"),
        written=date(2024, 3, 1),
        published=date(2024, 3, 5),
        effective=date(2024, 4, 1),
        expires=date(2029, 3, 31),
        closes=date(2026, 12, 31),
        topic="住房保障",
        region="临澜市",
        level="市",
        declared_status="现行有效",
        repeals=("临公积金〔2018〕7号", "《甲、乙暂行办法》"),
        replaced_by="临公积金〔2026〕1号",
        interprets="lz-a",
        url="https://linlan.example/a.html",
        fictional=True,
        source="tiqu.md",
    )


def test_heading_is_title_where_no_header_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 临澜市养犬条例\n\n第一条　遛狗要牵绳。\n", encoding="utf-8")
    disclosure = one(path)
    assert (disclosure.title, disclosure.kind) == ("临澜市养犬条例", "条例")
    assert (disclosure.text, disclosure.fictional) == ("第一条　遛狗要牵绳。", False)


def test_lists_in_header(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    header = "---\n标题: 通知\n发文机关:\n  - 甲局\n  - 乙局\n废止文件: [一号, 二号]\n---\n"
    path.write_text(header + BODY, encoding="utf-8")
    disclosure = one(path)
    assert disclosure.issuers == ("甲局", "乙局")
    assert disclosure.repeals == ("一号", "二号")


def test_forms_keep_their_blanks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(HEADER + "申请日期：__年__月__日\n<!-- 备注 -->", encoding="utf-8")
    assert one(path).text == "申请日期：__年__月__日"


def test_line_that_is_no_field(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\n标题: 通知\n有效期至 2029\n---\n" + BODY, encoding="utf-8")
    refusal = refused(path)
    assert refusal.name == "a.md"
    assert refusal.line == 3
    assert refusal.reason == "文件头这一行看不懂：有效期至 2029；请写成“名称: 内容”"


def test_header_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\n标题: 通知\n正文", encoding="utf-8")
    assert refused(path).reason == "文件头没有结束，请在最后一个字段下面加一行“---”"


def test_binding_date_nobody_can_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n标题: 通知\n有效期至: 五年\n---\n{BODY}", encoding="utf-8")
    assert refused(path).reason == "日期“五年”看不懂，请写成 2024-03-01 这样的形式"


def test_no_title_and_no_body(tmp_path: Path) -> None:
    untitled, bodiless = tmp_path / "a.md", tmp_path / "b.md"
    untitled.write_text("只有正文", encoding="utf-8")
    bodiless.write_text(HEADER, encoding="utf-8")
    assert refused(untitled).reason == "没有标题，请在文件头或同名 .yml 里写明“标题: …”"
    assert refused(bodiless).reason == "没有正文，请检查文件内容是否完整"
