"""Document numbers as people and pages write them, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.numbers import canonical, find_numbers, locate_numbers, short_forms

VARIANTS = [
    "国办发〔2019〕61号",
    "国办发[2019]61号",
    "国办发(2019)61号",
    "国办发（2019）61号",
    "国办发【2019】61号",
    "国办发﹝2019﹞61号",
    "国办发〖2019〗61号",
    "国办发［2019］61号",
    "国办发〔２０１９〕６１号",
    "国办发2019年61号",
    "国办发2019年第61号",
    "国办发2019第61号",
    "国办发2019-61号",
    "国办发 2019 61号",
    "国办发〔2019〕第61号",
    "国办发〔2019〕61号文",
    "国办发〔2019〕61",
    "国办发〔2019年〕061号",
    "国办发〔201961号",
    "国办发2019〕61号",
    "國辦發〔2019〕61號",
    "国办发 〔2019〕 61 号",
    "请看国办发〔2019〕61号",
    "根据国办发〔2019〕61号",
    "《意见》（国办发〔2019〕61号）",
]


@pytest.mark.parametrize("written", VARIANTS)
def test_one_number_in_every_way_it_is_written(written: str) -> None:
    assert find_numbers(written) == ("国办发〔2019〕61号",)


CODES = [
    *("临公积金", "国办公开办函", "深坪发改规", "国市监稽规", "京政办发", "财税", "临发改公告"),
    *("临政督查", "人社部发", "粤人社规", "和政发", "同政发", "原政发", "从府规", "将政发"),
    *("那政发", "黔南府办发", "内政办发"),
]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "before", ["", "根据", "请问一下", "《办法》（", "依据临政发〔2024〕3号、", "2024年，"]
)
def test_letter_codes_stay_whole_behind_prose(code: str, before: str) -> None:
    assert find_numbers(f"{before}{code}〔2021〕8号")[-1] == f"{code}〔2021〕8号"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "依据临政发〔2024〕3号和南政办发〔2023〕5号",
            ("临政发〔2024〕3号", "南政办发〔2023〕5号"),
        ),
        ("原临政发〔2018〕7号", ("临政发〔2018〕7号",)),
        ("你好我想问一下临政发〔2024〕3号还有效吗", ("临政发〔2024〕3号",)),
        ("有没有临人社发[2024]8号", ("临人社发〔2024〕8号",)),
        ("市政府的临政规〔2025〕5号", ("临政规〔2025〕5号",)),
        ("南湖区南政办发〔2023〕5号", ("南政办发〔2023〕5号",)),
        ("临澜市人社局临人社发〔2025〕12号", ("临人社发〔2025〕12号",)),
        ("咱们这高龄津贴临民发〔2024〕16号", ("临民发〔2024〕16号",)),
        ("（2022年7月22日临政规〔2022〕6号公布）", ("临政规〔2022〕6号",)),
        ("由临科发〔2024〕9号替代", ("临科发〔2024〕9号",)),
        ("皖政办〔201512号", ("皖政办〔2015〕12号",)),
        ("國辦公開辦函〔202130", ("国办公开办函〔2021〕30号",)),
        ("懷政辦發〔2023〕9号", ("怀政办发〔2023〕9号",)),
        ("临政发〔2024〕3号、临政发[2024]3号", ("临政发〔2024〕3号",)),
        ("国务院令第711号", ("国务院令第711号",)),
        ("国令第711号", ("国务院令第711号",)),
        ("依据中华人民共和国国务院令第711号", ("国务院令第711号",)),
        ("根据临澜市人民政府令第58号", ("临澜市人民政府令第58号",)),
        ("上海市人民政府令(2019年)第21号", ("上海市人民政府令第21号",)),
        ("国家税务总局公告2019年第5号", ("国家税务总局公告2019年第5号",)),
        (
            "临澜市人民代表大会常务委员会公告第33号",
            ("临澜市人民代表大会常务委员会公告第33号",),
        ),
    ],
)
def test_numbers_are_cut_out_of_sentences(text: str, found: tuple[str, ...]) -> None:
    assert find_numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "公司2024年50人以下能申请吗",
        "补贴2024年3月15号到账吗",
        "我2024年3号去的",
        "南湖区2024年12个月的补贴",
        "安禾小区2024第3号楼",
        "临澜市公报(2024)12期",
        "〔2017〕47号",
        "责令第3号",
        "电话0599-5550123",
        "",
    ],
)
def test_amounts_and_days_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == ()


def test_numbers_are_located_where_they_stand() -> None:
    text = "请看临政发〔2023〕3号和南政发〔2023〕3号。"
    assert [text[n.start : n.end] for n in locate_numbers(text)] == [
        "临政发〔2023〕3号",
        "南政发〔2023〕3号",
    ]


def test_what_is_no_number_comes_back_trimmed() -> None:
    assert canonical("  HHCR-2023-01005 ") == "HHCR-2023-01005"


@given(st.sampled_from(CODES), st.integers(1949, 2049), st.integers(1, 99999))
def test_canonical_form_is_its_own_canonical_form(code: str, year: int, serial: int) -> None:
    number = f"{code}〔{year}〕{serial}号"
    assert canonical(number) == number


@given(st.text(alphabet="临政发办规〔〕[]（）2019年第3号令公告 国和", max_size=60))
def test_located_numbers_are_in_order_and_apart(text: str) -> None:
    found = locate_numbers(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert find_numbers(text) == tuple(dict.fromkeys(n.number for n in found))


@pytest.mark.parametrize(
    ("number", "shorter"),
    [
        ("临澜市人民政府令第12号", ("市政府令第12号", "市人民政府令第12号")),
        ("清江省人民政府令第3号", ("省政府令第3号", "省人民政府令第3号")),
        ("国务院令第711号", ()),
        ("临政发〔2024〕3号", ()),
        ("", ()),
    ],
)
def test_what_a_city_calls_its_own_orders(number: str, shorter: tuple[str, ...]) -> None:
    assert short_forms(number) == shorter
