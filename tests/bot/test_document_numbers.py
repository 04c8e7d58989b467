"""Document numbers in a question; every way of writing one is tested with index.numbers."""

from __future__ import annotations

from bot.nlu.document_numbers import find_document_numbers
from bot.nlu.found import Found


def test_a_number_stands_where_it_is_written() -> None:
    assert find_document_numbers("请看国办发[2019]61号文") == [
        Found("document_number", "国办发〔2019〕61号", 2, 14)
    ]


def test_two_numbers_with_the_same_serial_keep_their_places() -> None:
    text = "临政发〔2023〕3号和南政发〔2023〕3号有什么不同"
    assert [(f.value, text[f.start : f.end]) for f in find_document_numbers(text)] == [
        ("临政发〔2023〕3号", "临政发〔2023〕3号"),
        ("南政发〔2023〕3号", "南政发〔2023〕3号"),
    ]


def test_no_number() -> None:
    assert find_document_numbers("公司2024年50人以下能申请吗") == []
