"""Recipes drafted from tables of many layouts: every number comes by its draft once the questions are answered."""

import itertools
import re

import pytest
from openpyxl import Workbook

from reportgen.intake.draft import draft_recipe
from reportgen.intake.importing import import_tables
from reportgen.intake.recipe_file import read_recipe
from tests.intake.made import codes

LAYOUTS = {
    "signs in the first row": (
        [
            ["2024年6月进口主要商品量值表（人民币值）"],
            ["", "", "", "", "", "单位：万元人民币"],
            ["商品名称", "计量单位", "6月", "", "1至6月累计", ""],
            ["", "", "数量", "金额", "数量", "金额"],
            ["农产品", "-", "-", 12345, "-", 67890],
            ["大豆", "万吨", 1111, 4444, 5000, 22222],
            ["原油", "万吨", 4645, 19000, 27548, 115000],
        ],
        ["A1:F1", "C3:D3", "E3:F3", "A3:A4", "B3:B4"],
        {"head_rows = 2", 'head = ["1至{month}月累计", "金额"]', 'labels = ["商品名称", "计量单位"]'},
        {("农产品 / -", "2024-06", "12345", "CNY", 4), ("原油 / 万吨", "2024-01--2024-06", "115000", "CNY", 4)},
    ),
    "a unit in each row": (
        [
            ["2024年重庆市主要指标"],
            ["指标", "单位", "1月", "2月", "3月"],
            ["进出口总额", "亿元", 500, 400, 600],
            ["外商直接投资", "万美元", 12000, "11,000", 30123],
            ["失业率", "%", 5.2, 5.1, 5],
        ],
        [],
        {'from = "row"', 'pattern = "{year}年重庆市主要指标"', 'label = "失业率 / %"'},
        {("外商直接投资 / 万美元", "2024-02", "11000", "USD", 4), ("失业率 / %", "2024-03", "5", "percent", 0)},
    ),
    "a unit under each head": (
        [
            ["表5  2024年6月份社会消费品零售总额主要数据"],
            ["指标", "6月", "", "1-6月", ""],
            ["", "绝对量", "同比增长", "绝对量", "同比增长"],
            ["", "（亿元）", "（%）", "（亿元）", "（%）"],
            ["社会消费品零售总额", 40732, 2, 235969, 3.7],
            ["  按经营地分", "", "", "", ""],
            ["  城镇", 35252, 1.7, 204559, 3.6],
            ["注：此表速度均为名义增速"],
        ],
        ["B2:C2", "D2:E2", "A2:A4"],
        {'from = "column"', 'pattern = "表5 {year}年{month}月份社会消费品零售总额主要数据"'},
        {("城镇", "2024-06", "35252", "CNY", 8), ("社会消费品零售总额", "2024-01--2024-06", "3.7", "", 0)},
    ),
    "years down": (
        [
            ["Foreign trade of Chongqing"],
            ["(100 million yuan)"],
            ["Year", "Exports", "Imports", "Growth of exports (%)"],
            [2021, 5168.3, 2832.3, 23.4],
            [2022, 5245.3, 2913, 1.5],
            ["2023(p)", 4782.2, 2355.2, -8.8],
            ["Source: Chongqing Customs"],
        ],
        [],
        {'from = "row"', 'text = "*100 million yuan*"', 'label = ["{year}", "{year}(p)"]'},
        {("2022", "2022", "5245.3", "CNY", 8), ("2023(p)", "2023", "-8.8", "", 0)},
    ),
    "years and months down": (
        [
            ["重庆市进出口情况（单位：万美元）"],
            ["年份", "进出口总额", "出口"],
            ["2021年", 100, 60],
            ["2022年", 110, 66],
            ["2023年1-6月", 60, 36],
        ],
        [],
        {'label = ["{year}年"]', 'label = ["{year}年1-{month}月"]'},
        {("2022年", "2022", "66", "USD", 4), ("2023年1-6月", "2023-01--2023-06", "36", "USD", 4)},
    ),
    "quarters across, places down": (
        [
            ["各省份进出口总额（亿美元）"],
            ["省份", "2023年", "", "2024年", ""],
            ["", "三季度", "四季度", "一季度", "二季度"],
            ["全国", 15200, 15100, 14300, 15500],
            ["重庆", 255, 260, 245, 251],
        ],
        ["A2:A3", "B2:C2", "D2:E2"],
        {'head = ["{year}年", "{quarter}季度"]', 'indicator = "trade"', 'span = "quarter"', "[rows.ref_area]"},
        {("全国", "2023-Q3", "15200", "USD", 8), ("重庆", "2024-Q2", "251", "USD", 8)},
    ),
    "two columns of labels and one of units": (
        [
            ["2024年1-6月主要经济指标完成情况"],
            ["类别", "指标", "单位", "1-6月累计", "累计同比增长"],
            ["外贸", "进出口", "亿元", 345, 1.2],
            ["", "出口", "亿元", 221, 2.2],
            ["投资", "固定资产投资", "亿元", 1234, 3.3],
        ],
        ["A3:A4"],
        {'labels = ["类别", "指标", "单位"]', 'label = "外贸 / 出口 / 亿元"', 'indicator = "exports"'},
        {("外贸 / 出口 / 亿元", "2024-01--2024-06", "221", "CNY", 8), ("投资 / 固定资产投资 / 亿元", "2024-01--2024-06", "3.3", "", 0)},
    ),
    "months and their total across": (
        [
            ["2024年跨境电商进出口（单位：万元）"],
            ["地区", "1月", "2月", "3月", "1-3月"],
            ["全市", 10, 20, 30, 60],
            ["渝中区", 1, 2, 3, 6],
        ],
        [],
        {'head = ["{month}月"]\n# taken for the month: is that so?\nspan = "month"', 'span = "cumulative"', "[rows.ref_area]"},
        {("全市", "2024-02", "20", "CNY", 4), ("渝中区", "2024-Q1", "6", "CNY", 4)},
    ),
    "this month and what it grew by, rows counted": (
        [
            ["2024年1—6月各区县外贸情况"],
            ["", "", "", "单位：亿元、%"],
            ["序号", "地区", "本月进出口", "累计进出口", "同比（%）"],
            ["1", "全市", 612.3, 3450.2, -1.2],
            ["2", "　渝中区", "１２．３", "…", "-"],
        ],
        [],
        {'span = "month"', 'span = "cumulative"', 'measure = "growth_yoy"'},
        {("渝中区", "2024-06", "12.3", "CNY", 8), ("全市", "2024-01--2024-06", "3450.2", "CNY", 8)},
    ),
}  # fmt: skip


def test_a_period_in_the_sheets_name(tmp_path):
    book = Workbook()
    book.active.title = "2024年6月"
    for row in (["单位：万元"], ["地区", "进出口"], ["全市", 200], ["甲区", 80]):
        book.active.append(row)
    book.save(table := tmp_path / "table.xlsx")
    assert 'from = "sheet"\npattern = "{year}年{month}月"' in draft_recipe(table, "en").text


def answered(text):
    """What a person makes of a draft: an answer for each question, and the reference values taken as they are."""
    numbers = itertools.count(1)
    text = re.sub(r'^(id|publisher) = "\?"', r'\1 = "bureau"', text, flags=re.MULTILINE)
    text = re.sub(r'^span = "\?"', 'span = "month"', text, flags=re.MULTILINE)
    text = re.sub(r'= "\?"', lambda _: f'= "code_{next(numbers)}"', text)
    return re.sub(r"^# (\[\[reference|row = |column = |value = )", r"\1", text, flags=re.MULTILINE)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_number_comes_by_its_draft(tmp_path, layout):
    rows, merged, lines, numbers = LAYOUTS[layout]
    book = Workbook()
    for row in rows:
        book.active.append([None if cell == "" else cell for cell in row])
    for area in merged:
        book.active.merge_cells(area)
    book.save(table := tmp_path / "table.xlsx")
    text = draft_recipe(table, "en").text
    assert {line for line in lines if line not in text} == set()
    recipe = tmp_path / "r.toml"
    recipe.write_text(answered(text), "utf-8")
    imported = import_tables([table], read_recipe(recipe), None, dry_run=True)
    assert set(codes(imported)) == {"import-unknown-code"}  # described by no dataset yet
    (reading,) = imported.readings
    taken = {(one.row_label, one.key.period, one.text, one.key.unit, one.unit_mult) for one in reading.taken}
    assert numbers - taken == set()
    assert len(reading.taken) == sum(isinstance(cell, int | float) for row in rows for cell in row[1:]) + sum(
        cell in ("11,000", "１２．３") for row in rows for cell in row
    )
