from __future__ import annotations

import hashlib
from datetime import date

import pytest

from index.sources import dates, kinds
from index.sources.metadata import disclosure, label, merged
from index.sources.record import Record
from index.sources.refusal import Unreadable


@pytest.mark.parametrize(
    "written",
    [
        "2024年3月1日",
        "2024-03-01",
        "2024/3/1",
        "2024.3.1",
        "20240301",
        "2024-03-01 09:30",
        "2024-03-01T09:30:00+08:00",
        "２０２４年３月１日",
        "2024 年 3 月 1 日",
        "二〇二四年三月一日",
        "1709222400",
        "1709222400000",
    ],
)
def test_dates(written: str) -> None:
    assert dates.parse(written) == date(2024, 3, 1)


@pytest.mark.parametrize(
    "written", ["", "2024年13月1日", "2023-02-29", "2024年3月", "长期有效", "9" * 13]
)
def test_no_dates(written: str) -> None:
    assert dates.parse(written) is None


def test_written_days_beyond_ten() -> None:
    assert dates.parse("二○一九年十二月三十一日") == date(2019, 12, 31)
    assert dates.parse("二零二零年十月二十日") == date(2020, 10, 20)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("临澜市养犬管理条例", "条例"),
        ("临澜市停车收费管理办法（试行）", "办法"),
        ("关于印发《临澜市停车管理办法》的通知", "通知"),
        ("《临澜市停车管理办法》政策解读", "政策解读"),
        ("一图读懂停车新规", "政策解读"),
        ("临澜市停车管理办法（征求意见稿）", "意见征集"),
        ("关于公开征求停车收费意见的公告", "意见征集"),
        ("居住证办事指南", "办事指南"),
        ("关于废止部分文件的目录", "清理目录"),
        ("若干措施", "措施"),
        ("中华人民共和国民法典", "法律"),
        ("中华人民共和国刑法", "法律"),
        ("统计工作方法", ""),
        ("今日要闻", ""),
    ],
)
def test_kinds(title: str, kind: str) -> None:
    assert kinds.guess(title) == kind


def test_labels_fold() -> None:
    assert label("【索 引 号】：") == "索引号"
    assert label("ArticleTitle") == "articletitle"


def test_declared_id_then_index_number_then_digest() -> None:
    index = {"标题": "通知", "索引号": "0142768-8/2022-00185"}
    assert disclosure(Record({**index, "标识": "lz_1-A"}, "正文"), "a").id == "lz_1-A"
    assert disclosure(Record({**index, "标识": "中文"}, "正文"), "a").id == "中文"
    assert disclosure(Record({**index, "标识": "a/b c"}, "正文"), "a").id == "0142768-8-2022-00185"
    bare = disclosure(Record({"标题": "通知", "文号": "甲〔2024〕1号"}, "正文"), "a")
    assert bare.id == hashlib.sha256("通知\n甲〔2024〕1号\n".encode()).hexdigest()[:16]


def test_aliases_and_issuers() -> None:
    made = disclosure(
        Record(
            {
                "信息名称": "关于水价的公告",
                "发布文号": "甲〔2024〕1号",
                "信息索引": "无",
                "发布单位": "甲局，乙局;丙局 甲局",
                "时效": "有效",
                "生成日期": "2024年1月2日",
            },
            "正文",
        ),
        "a.html",
    )
    assert made.issuers == ("甲局", "乙局", "丙局")
    assert (made.number, made.index_number, made.declared_status) == ("甲〔2024〕1号", "", "有效")
    assert (made.written, made.kind) == (date(2024, 1, 2), "公告")
    assert (made.region, made.level) == ("", "")


def test_earlier_header_wins_whatever_it_calls_the_field() -> None:
    fields = merged({"发布单位": "甲局"}, {"发文机关": "乙局", "标题": "通知"})
    made = disclosure(Record(fields, "正文"), "a")
    assert (made.issuers, made.title) == (("甲局",), "通知")


def test_unseen_marks_and_forms() -> None:
    made = disclosure(
        Record({"标题": "通\u200b知\ufeff"}, "e\u0301\u202e⽂件\ud800\x00\r\n第\u00a0二\u2028三"),
        "a",
    )
    assert made.title == "通知"
    assert made.text == "\u00e9文件\n第 二\n三"


def test_title_repeated_over_lines_with_its_number() -> None:
    fields = {"标题": "临澜市人民政府关于水价的公告", "文号": "临政发〔2024〕1号"}
    text = "临政发〔2024〕1号\n临澜市人民政府\n关于水价的公告\n一、水价\n每吨2元"
    assert disclosure(Record(fields, text), "a").text == "一、水价\n每吨2元"


def test_effective_on_release_and_unreadable() -> None:
    fields = {"标题": "通知", "发布日期": "2024-01-02", "施行日期": "自发布之日起施行"}
    assert disclosure(Record(fields, "正文", authored=True), "a").effective == date(2024, 1, 2)
    dropped = disclosure(Record({"标题": "通知", "施行日期": "见正文"}, "正文"), "a")
    assert dropped.effective is None
    with pytest.raises(Unreadable, match="日期“见正文”看不懂"):
        disclosure(Record({"标题": "通知", "施行日期": "见正文"}, "正文", authored=True), "a")
    lasting = Record({"标题": "通知", "有效期至": "长期有效"}, "正文", authored=True)
    assert disclosure(lasting, "a").expires is None


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//a.example", "https://a b", "ftp://a"])
def test_links_nobody_may_follow(url: str) -> None:
    assert disclosure(Record({"标题": "通知", "网址": url}, "正文"), "a").url == ""


def test_title_too_long() -> None:
    with pytest.raises(Unreadable, match="标题超过 300 字"):
        disclosure(Record({"标题": "长" * 301}, "正文"), "a")
