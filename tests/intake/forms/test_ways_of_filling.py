"""A form filled in by openpyxl in a hundred ways: each cell is understood, or named."""

import json
from datetime import date, datetime

import pytest

from tests.intake.forms.desk import FIRMS, GROWTH, HEADS, TRADE

# What stands in the cell for trade (亿元), and the number in 亿元 with its qualifier.
UNDERSTOOD = {
    "a number": (12.5, "12.5", "eq"), "an integer": (13, "13", "eq"), "zero": (0, "0", "eq"),
    "text": ("12.5", "12.5", "eq"), "spaces": ("  12.5 ", "12.5", "eq"), "wide spaces": ("\u3000 12.5\xa0", "12.5", "eq"),
    "zero width": ("12.5\u200b", "12.5", "eq"), "apostrophe": ("'12.5", "12.5", "eq"),
    "grouped": ("1,034.5", "1034.5", "eq"), "grouped by spaces": ("1 034.5", "1034.5", "eq"),
    "grouped by Chinese commas": ("1，034.5", "1034.5", "eq"), "grouped by thin spaces": ("1\u2009034.5", "1034.5", "eq"),
    "grouped the Swiss way": ("1'034.5", "1034.5", "eq"), "full-width": ("１２．５", "12.5", "eq"),
    "full-width grouped": ("１，０３４．５", "1034.5", "eq"), "plus": ("+12.5", "12.5", "eq"),
    "minus": ("-12.5", "-12.5", "eq"), "true minus": ("−12.5", "-12.5", "eq"), "full-width minus": ("－12.5", "-12.5", "eq"),
    "accountant's minus": ("(12.5)", "-12.5", "eq"), "full-width brackets": ("（12.5）", "-12.5", "eq"),
    "scientific": ("1.25e1", "12.5", "eq"), "its unit": ("12.5亿元", "12.5", "eq"),
    "its unit after a space": ("12.5 亿元", "12.5", "eq"), "its multiplier": ("12.5亿", "12.5", "eq"),
    "a smaller multiplier with unit": ("125000万元", "12.5", "eq"), "yuan": ("1250000000元", "12.5", "eq"),
    "grouped yuan": ("1,250,000,000元", "12.5", "eq"), "million": ("1250 million yuan", "12.5", "eq"),
    "billion": ("1.25 billion yuan", "12.5", "eq"), "a sign before": ("¥12.5亿", "12.5", "eq"), "ISO before": ("CNY 1.25 billion", "12.5", "eq"),
    "two multipliers": ("12亿5000万元", "12.5", "eq"), "numerals": ("十二亿元", "12", "eq"), "a full stop": ("12.5亿元。", "12.5", "eq"),
    "about": ("约12.5", "12.5", "about"), "about, with unit": ("约12.5亿元", "12.5", "about"),
    "or so": ("12.5亿元左右", "12.5", "about"), "more than": ("超过12.5亿元", "12.5", "gt"), "and over": ("12.5亿元以上", "12.5", "ge"),
    "nearly": ("近12.5亿元", "12.5", "almost"), "sign gt": (">12.5", "12.5", "gt"), "sign ge": ("≥12.5", "12.5", "ge"),
    "sign le": ("<=12.5", "12.5", "le"), "sign about": ("≈12.5", "12.5", "about"), "English about": ("about 12.5", "12.5", "about"),
    "ring": ("12.5①", "12.5", "eq"), "star": ("12.5*", "12.5", "eq"), "raised": ("12.5¹", "12.5", "eq"), "dagger": ("12.5†", "12.5", "eq"),
    "numbered mark": ("12.5[1]", "12.5", "eq"), "star after unit": ("12.5亿元*", "12.5", "eq"),
    "remark": ("12.5（含保税区）", "12.5", "eq"), "English remark": ("12.5 (with zones)", "12.5", "eq"),
    "mark and remark": ("12.5①（含保税区）", "12.5", "eq"),
}  # fmt: skip


@pytest.mark.parametrize("way", UNDERSTOOD)
def test_a_number_is_understood(forms, way):
    written, meant, qualifier = UNDERSTOOD[way]
    note = "核实过" if meant in ("0", "1034.5") else None

    def fill(sheet, _):
        sheet.cell(TRADE, HEADS["value"], written)
        sheet.cell(TRADE, HEADS["note"], note)

    done = forms.collect(forms.filled(fill), "--json")
    assert done.exit_code == 0, done.output
    (one,) = json.loads(done.output)["numbers"]
    assert (one["value"], one["qualifier"], one["change"]) == (
        str(int(float(meant) * 10**8)),
        qualifier,
        "new",
    )
    assert one["obs_id"].startswith("trade/CN-CQ/2024-05/level@form_")
    assert forms.cells_at_odds() == []


NO_NUMBER = ["", " ", "-", "—", "——", "/", "…", "暂无", "无", "n/a", "N/A", "TBD", "未公布"]


@pytest.mark.parametrize("written", NO_NUMBER)
def test_a_cell_that_says_there_is_no_number_is_empty(forms, written):
    done = forms.collect(forms.filled(lambda sheet, _: sheet.cell(TRADE, HEADS["value"], written)))
    assert done.exit_code == 0
    assert "新增0个，相同0个，修订0个，冲突0个，留空4个，无法识别0个" in done.output


NAMED = {
    "a range": ("12-15", "form-several-numbers", "“12-15”中有不止一个数"),
    "two numbers": ("12 15", "form-several-numbers", "不止一个数"),
    "bad groups": ("1,23", "form-no-number", "“1,23”不是可识别的数"),
    "two points": ("1.2.3", "form-no-number", "“1.2.3”不是可识别的数"),
    "continental decimals": ("12,5", "form-no-number", "“12,5”不是可识别的数"),
    "a month": ("2024年5月", "form-several-numbers", "不止一个数"),
    "words": ("很多", "form-no-number", "“很多”不是可识别的数"),
    "a letter for a digit": ("12.5x", "form-no-number", "不是可识别的数"),
    "words before": ("合计12.5", "form-no-number", "不是可识别的数"),
    "true": (True, "form-no-number", "不是可识别的数"),
    "percent": ("12.5%", "form-other-unit", "“12.5%”的单位不是“亿元”"),
    "dollars": ("12.5亿美元", "form-other-unit", "单位不是"),
    "a dollar sign": ("$12.5", "form-other-unit", "单位不是"),
    "tonnes": ("12.5万吨", "form-other-unit", "单位不是"),
    "a multiplier alone": ("1.2万", "form-unclear-multiplier", "是否还要乘以“亿元”"),
    "a date": (datetime(2024, 1, 5), "form-date", "单元格中是日期2024-01-05"),
    "a day": (date(2024, 1, 5), "form-date", "单元格中是日期"),
    "yuan where 亿元 was asked": (1250000000, "form-size", "约为上期数12的104166667倍"),
    "万元 where 亿元 was asked": ("125,000", "form-size", "约为上期数12的10417倍"),
    "far too small": (0.00125, "form-size", "约为上期数12的9600分之一"),
    "a formula without result": ("=12+0.5", "form-formula", "公式=12+0.5没有可读取的结果"),
    "an error": ("#REF!", "form-formula", "#REF!"),
}  # fmt: skip


@pytest.mark.parametrize("way", NAMED)
def test_a_bad_cell_is_named_and_nothing_taken(forms, way):
    written, code, said = NAMED[way]
    before = forms.files()
    done = forms.collect(forms.filled(lambda sheet, _: sheet.cell(TRADE, HEADS["value"], written)))
    assert done.exit_code == 1
    line = next(line for line in done.output.splitlines() if f"[{code}]" in line)
    assert said in line
    assert "back.xlsx" in line
    assert "H5" in line
    assert forms.files() == before


COUNTS = {
    "1.2万": "12000",
    "1.2万家": "12000",
    "900家": "900",
    "900 家": "900",
    "1,200": "1200",
    "九百家": "900",
    900: "900",
}


@pytest.mark.parametrize("written", COUNTS)
def test_a_count_is_understood(forms, written):
    done = forms.collect(forms.filled(lambda sheet, _: sheet.cell(FIRMS, HEADS["value"], written)), "--json")
    assert [one["value"] for one in json.loads(done.output)["numbers"]] == [COUNTS[written]]


RATES = {
    "12.5%": "12.5",
    "12.5": "12.5",
    "-3.1%": "-3.1",
    "１２．５％": "12.5",
    "12.5 %": "12.5",
    0.5: "0.5",
    "约5%": "5",
}


@pytest.mark.parametrize("written", RATES)
def test_a_rate_is_understood(forms, written):
    done = forms.collect(forms.filled(lambda sheet, _: sheet.cell(GROWTH, HEADS["value"], written)), "--json")
    assert [one["value"] for one in json.loads(done.output)["numbers"]] == [RATES[written]]


@pytest.mark.parametrize("written", ["3个百分点", "3万", "3元"])
def test_a_rate_in_another_unit_is_named(forms, written):
    done = forms.collect(forms.filled(lambda sheet, _: sheet.cell(GROWTH, HEADS["value"], written)))
    assert "form-other-unit" in done.output


def test_a_cell_that_excel_shows_as_a_percentage_is_that_percentage(forms):
    def fill(sheet, _):
        sheet.cell(GROWTH, HEADS["value"], 0.125).number_format = "0.00%"

    done = forms.collect(forms.filled(fill), "--json")
    assert json.loads(done.output)["numbers"][0]["value"] == "12.5"
    assert forms.cells_at_odds() == []


def test_a_number_far_off_is_taken_with_a_reason(forms):
    def fill(sheet, _):
        sheet.cell(TRADE, HEADS["value"], 2000)
        sheet.cell(TRADE, HEADS["note"], "新港口投用")

    assert forms.collect(forms.filled(fill)).exit_code == 0
    (one,) = [item for item in forms.observations().values() if str(item.period) == "2024-05"]
    assert one.note.zh == "新港口投用"


CHOICES = {
    ("qualifier", "约"): "about", ("qualifier", "about"): "about", ("qualifier", "More than"): "gt", ("qualifier", "≥"): "ge",
    ("qualifier", "准确数"): "eq", ("qualifier", "大概"): "form-qualifier", ("status", "初步核算"): "P", ("status", "preliminary"): "P",
    ("status", "E"): "E", ("status", "草稿"): "form-status",
}  # fmt: skip


@pytest.mark.parametrize("choice", CHOICES, ids="=".join)
def test_choices_are_understood_or_named(forms, choice):
    column, written = choice

    def fill(sheet, _):
        sheet.cell(TRADE, HEADS["value"], 12.5)
        sheet.cell(TRADE, HEADS[column], written)

    done = forms.collect(forms.filled(fill))
    meant = CHOICES[choice]
    if meant.startswith("form-"):
        assert f"[{meant}]" in done.output
    else:
        (one,) = [item for item in forms.observations().values() if str(item.period) == "2024-05"]
        assert meant == (one.status if column == "status" else one.quantity.qualifier.value)


def test_two_qualifiers_that_differ_are_named(forms):
    def fill(sheet, _):
        sheet.cell(TRADE, HEADS["value"], ">12.5")
        sheet.cell(TRADE, HEADS["qualifier"], "约")

    assert "[form-two-qualifiers]" in forms.collect(forms.filled(fill)).output
