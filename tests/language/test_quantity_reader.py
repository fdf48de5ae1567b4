"""Quantities in running text, told from dates, numbering and codes."""

from decimal import Decimal

import pytest

from reportgen.language.quantity_reader import stated_quantities


def stated(text):
    return [(one.value, one.unit) for one in stated_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It reached 32.21 billion yuan.", "32210000000", "CNY"),
        ("It reached 322.1亿元。", "32210000000", "CNY"),
        ("worth US$32.9 billion", "32900000000", "USD"),
        ("RMB 5.6 bn", "5600000000", "CNY"),
        ("1.74亿美元", "174000000", "USD"),
        ("up 63.3%", "63.3", "percent"),
        ("63.3 per cent", "63.3", "percent"),
        ("44.7个百分点", "44.7", "percentage_points"),
        ("44.7 percentage points", "44.7", "percentage_points"),
        ("35 basis points", "35", "basis_points"),
        ("增长2.7倍", "2.7", "times"),
        ("同比增长百分之六点一", "6.1", "percent"),
        ("规模达二十亿元", "2000000000", "CNY"),
        ("占三成左右", "30", "percent"),
        ("two hundred million yuan", "200000000", "CNY"),
        ("3,412 firms", "3412", "count"),
        ("企业3412家", "3412", "count"),
        ("居全国第7位", "7", "rank"),
        ("ranked 7th in the country", "7", "rank"),
        ("fell by -3.2%", "-3.2", "percent"),
        ("增长６３.３％", "63.3", "percent"),
    ],
)
def test_a_quantity_is_read_with_its_unit(text, value, unit):
    assert stated(text) == [(Decimal(value), unit)]


def test_the_first_number_of_a_range_takes_the_unit_of_the_second():
    assert stated("between 5–7%") == [(Decimal(5), "percent"), (Decimal(7), "percent")]


@pytest.mark.parametrize(
    "text",
    [
        "On 12 March 2024 at 9:30",
        "2022年1—5月",
        "国办发〔2022〕12号",
        "under Article 12(3) and Annex 2",
        "第十二条第3款",
        "（一）1.2.3",
        "see pages 12–15, Table 3",
        "tel. +86 23 6789 0123",
        "电话：023—67890123",
        "https://www.example.org/form/2024/7",
        "version 2.1",
        "GB/T 9704—2012",
        "within 20 working days",
        "“1+3+N”工作机制",
        "88 Jinkai Avenue, Room 1205",
        "B2C and 5G",
        "source [1-3]",
    ],
)
def test_dates_numbering_and_codes_are_no_quantities(text):
    assert stated(text) == []
