"""Tables of a province's bureau and of a central bank, by recipes as people would write them."""

import csv
from decimal import Decimal

from reportgen.intake.importing import import_tables
from reportgen.intake.recipe_file import read_recipe
from tests.intake.made import codes, published_table, said
from tests.intake.test_published_tables import cells_of

ZHEJIANG = """
[source]
id = "hangzhou_customs_{year}_{mm}"
title = "浙江省各地区进出口{year}年{month}月"
publisher = "杭州海关"
[table]
find = "收发货人所在地"
notes = ["单位：*"]
[period]
from = "file"
pattern = "{year}-{month}"
[unit]
from = "recipe"
unit = "CNY"
unit_mult = 0
[[columns]]
head = "当期进出口"
indicator = "trade"
span = "cumulative"
[[columns]]
head = "当期进口"
indicator = "imports"
span = "cumulative"
[[columns]]
head = "当期出口"
indicator = "exports"
span = "cumulative"
[[columns]]
head = "进出口同比"
indicator = "trade"
measure = "growth_yoy"
span = "cumulative"
[[columns]]
head = "进口同比"
indicator = "imports"
measure = "growth_yoy"
span = "cumulative"
[[columns]]
head = "出口同比"
indicator = "exports"
measure = "growth_yoy"
span = "cumulative"
[[rows]]
label = "合计"
ref_area = "CN-ZJ"
[[rows]]
label = "{place}地区"
ref_area = "CN-ZJ-{place}"
parent = "CN-ZJ"
[[sums]]
total = "trade"
parts = ["exports", "imports"]
[[reference]]
period = "2024-06"
row = "杭州地区"
column = "当期出口"
value = 273922056514
[[reference]]
period = "2024-07"
row = "杭州地区"
column = "当期出口"
value = 326072787086
[[areas]]
ref_area = "CN-ZJ"
label_en = "Zhejiang"
label_zh = "浙江省"
kind = "place"
"""
INDICATORS = "".join(
    f'[[indicators]]\nindicator = "{code}"\nname_zh = "{name}"\nlabel_en = "{code}"\nlabel_zh = "{name}"\nunit = "{unit}"\n'
    'round_to = "6"\ndirection = "up"\nkind = "flow"\n'
    for code, name, unit in (
        ("trade", "进出口", "CNY"), ("exports", "出口", "CNY"), ("imports", "进口", "CNY"),
        ("deposits", "各项存款", "USD"), ("household_deposits", "住户存款", "USD"), ("demand_deposits", "活期存款", "USD"),
        ("loans", "各项贷款", "USD"),
    )
)  # fmt: skip


def recipe_of(tmp_path, text):
    path = tmp_path / "R.toml"
    path.write_text(text + INDICATORS, encoding="utf-8")
    return read_recipe(path)


def test_a_provinces_table_whose_amounts_are_in_yuan_though_it_says_otherwise(tmp_path):
    tables = [published_table(f"zhejiang-2024-{month}.csv") for month in ("06", "07")]
    refused = import_tables(tables, recipe_of(tmp_path, ZHEJIANG), tmp_path / "data")
    assert codes(refused) == ["table-unit-contradicted"]
    assert refused.findings[0].place.file == "zhejiang-2024-07.csv"
    assert "“人民币，万元，%”" in said(refused, "table-unit-contradicted")[0]
    known = ZHEJIANG.replace("unit_mult = 0", 'unit_mult = 0\nignore = ["单位：人民币，万元，%"]')
    imported = import_tables(tables, recipe_of(tmp_path, known), tmp_path / "data")
    assert not imported.is_refused, codes(imported)
    with open(tmp_path / "data/observations.csv", encoding="utf-8", newline="") as file:
        values = {row["obs_id"].partition("@")[0]: row["value"] for row in csv.DictReader(file)}
    assert values["trade/CN-ZJ-杭州/2024-01--2024-06/level"] == "406317249994.0"
    assert values["trade/CN-ZJ/2024-01--2024-07/level"] == "3014651610684"  # …84.0005 in the file
    assert values["trade/CN-ZJ/2024-01--2024-06/growth_yoy"] == "7.752870594509556"
    with open(tmp_path / "data/areas.csv", encoding="utf-8", newline="") as file:
        areas = {row["ref_area"]: row["label_zh"] for row in csv.DictReader(file)}
    assert areas["CN-ZJ-宁波"] == "宁波地区"
    # The customs' own table has the province's total in 10,000 yuan: it is the same number.
    province = Decimal(cells_of("2024-06")["浙江省"][1]) * 10_000
    assert abs(province - Decimal(values["trade/CN-ZJ/2024-01--2024-06/level"])) / province < Decimal("0.001")


BANK = """
[source]
id = "pbc_fx_{year}"
title = "金融机构外汇信贷收支表"
publisher = "中国人民银行"
[table]
find = "金融机构外汇信贷收支表"
labels = "项目 Item"
notes = ["注：*", "1.Financial*", "2.*", "3.*"]
[period]
from = "head"
[unit]
from = "title"
unit = "USD"
unit_mult = 8
[every]
ref_area = "CN"
span = "end_of_month"
[[columns]]
head = "{year}-{month}-01"
[[rows]]
label = "一、各项存款*"
indicator = "deposits"
[[rows]]
label = "1.住户存款*"
indicator = "household_deposits"
[[rows]]
label = "（1）活期存款*"
below = "1.住户存款*"
indicator = "demand_deposits"
breakdown = "HOUSEHOLDS"
[[rows]]
label = "（1）活期存款*"
below = "2.非金融企业存款*"
indicator = "demand_deposits"
breakdown = "FIRMS"
[[rows]]
label = "一、各项贷款*"
indicator = "loans"
[[rows]]
label = "*"
skip = true
[[reference]]
row = "（1）活期存款*"
below = "2.非金融企业存款 Deposits of Non-financial Enterprises"
column = "2024-12-01"
value = 2378.83
[[areas]]
ref_area = "CN"
label_en = "China"
label_zh = "全国"
kind = "place"
"""


def test_a_central_banks_workbook_with_merged_titles_and_levels_of_spaces(tmp_path):
    imported = import_tables(
        [published_table("pbc-2024-fx-deposits.xlsx")], recipe_of(tmp_path, BANK), tmp_path / "data"
    )
    assert codes(imported) == []
    with open(tmp_path / "data/observations.csv", encoding="utf-8", newline="") as file:
        values = {
            row["obs_id"].partition("@")[0]: (row["value"], row["unit_mult"]) for row in csv.DictReader(file)
        }
    assert len(values) == 5 * 12
    assert values["deposits/CN/2024-01-31/level"] == ("8273.12", "8")
    assert values["demand_deposits.HOUSEHOLDS/CN/2024-12-31/level"] == ("626.58", "8")
    assert values["demand_deposits.FIRMS/CN/2024-12-31/level"] == ("2378.83", "8")
    assert values["loans/CN/2024-02-29/level"] == ("6625.76", "8")
    with open(tmp_path / "data/citations.csv", encoding="utf-8", newline="") as file:
        cited = next(iter(csv.DictReader(file)))
    assert (cited["table"], cited["unit_label"], cited["cell"]) == (
        "金融机构外汇信贷收支表",
        "单位：亿美元",
        "Sheet1!B10",
    )
