"""Tables of records: SDMX-CSV 1 and 2, and Comtrade's CSV."""

import shutil
from pathlib import Path

from reportgen.dataset import read as read_dataset
from reportgen.dataset.exporting import export_dataset
from tests.intake.made import CODES, cell_of, codes, csv_bytes, said

HEAD = """
missing = [""]
[source]
id = "sdmx"
title = "External trade"
publisher = "Bureau"
[table]
find = "{find}"
form = "records"
[unit]
from = "recipe"
unit = "USD"
"""
SDMX = (
    HEAD.replace("{find}", "TIME_PERIOD*")
    + """
[[columns]]
head = "REF_AREA*"
gives = "ref_area"
[columns.codes]
"CN" = "CN"
"CQ" = "CN-CQ"
[[columns]]
head = "FLOW*"
gives = "indicator"
only = ["X", "M"]
[columns.codes]
"X" = "exports"
"M" = "imports"
[[columns]]
head = "TIME_PERIOD*"
gives = "period"
[[columns]]
head = "UNIT_MULT*"
gives = "unit_mult"
[[columns]]
head = "OBS_STATUS*"
gives = "status"
optional = true
[[columns]]
head = "OBS_VALUE*"
gives = "value"
[[reference]]
row = "* / X* / 2024-05"
column = "OBS_VALUE*"
value = 12.5
"""
)


def read(desk, recipe, rows, delimiter=","):
    desk.recipe_text = recipe + CODES
    path = desk.folder / "sdmx.csv"
    path.write_bytes(csv_bytes(rows, "utf-8", delimiter))
    return desk.read(path)


def test_every_column_of_values_is_read(desk):
    recipe = (
        HEAD.replace("{find}", "AREA")
        + """
[every]
unit_mult = 8
[[columns]]
head = "AREA"
gives = "ref_area"
[[columns]]
head = "YEAR"
gives = "year"
[[columns]]
head = "OUT"
gives = "value"
indicator = "exports"
[[columns]]
head = "IN"
gives = "value"
indicator = "imports"
"""
    )
    imported = read(desk, recipe, [["AREA", "YEAR", "OUT", "IN"], ["CN-CQ", "2023", "12", "7"]])
    taken = {(one.key.indicator, one.key.period, one.text) for one in imported.readings[0].taken}
    assert taken == {("exports", "2023", "12"), ("imports", "2023", "7")}


def test_sdmx_csv_1_is_read(desk):
    imported = read(desk, SDMX, [
        ["DATAFLOW", "REF_AREA", "FLOW", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MULT"],
        ["BUREAU:TRADE(1.0)", "CQ", "X", "2024-05", "12.5", "P", "9"],
        ["BUREAU:TRADE(1.0)", "CQ", "M", "2024-Q1", "30", "A", "9"],
        ["BUREAU:TRADE(1.0)", "CN", "X", "2023", "3.4", "A", "12"],
        ["BUREAU:TRADE(1.0)", "CN", "B", "2023", "9", "A", "12"],
        ["BUREAU:TRADE(1.0)", "CN", "X", "2024-S1", "", "M", "12"],
    ])  # fmt: skip
    assert codes(imported) == []
    rows = {row["obs_id"]: row for row in desk.rows("observations")}
    assert set(rows) == {
        "exports/CN-CQ/2024-05/level@sdmx",
        "imports/CN-CQ/2024-Q1/level@sdmx",
        "exports/CN/2023/level@sdmx",
    }
    assert rows["exports/CN-CQ/2024-05/level@sdmx"] | {"note": ""} == {
        "obs_id": "exports/CN-CQ/2024-05/level@sdmx", "indicator": "exports", "ref_area": "CN-CQ", "period": "2024-05",
        "measure": "level", "value": "12.5", "unit_mult": "9", "unit": "USD", "status": "P", "note": "",
    }  # fmt: skip
    assert desk.rows("citations")[0]["cell"] == "E2"


def test_sdmx_csv_2_with_labels_beside_codes_and_semicolons_is_read(desk):
    imported = read(desk, SDMX, [
        ["STRUCTURE[;]", "STRUCTURE_ID", "ACTION", "REF_AREA: Area", "FLOW: Flow", "TIME_PERIOD: Period", "OBS_VALUE", "UNIT_MULT: Multiplier"],
        ["dataflow", "BUREAU:TRADE(1.0)", "I", "CQ: Chongqing", "X: Exports", "2024-05", "12.5", "9: Billions"],
    ], ";")  # fmt: skip
    assert codes(imported) == []
    assert [row["value"] for row in desk.rows("observations")] == ["12.5"]


def test_a_new_code_is_refused_at_its_place(desk):
    imported = read(desk, SDMX, [
        ["REF_AREA", "FLOW", "TIME_PERIOD", "OBS_VALUE", "UNIT_MULT"],
        ["CQ", "X", "2024-05", "12.5", "9"],
        ["SC", "X", "2024-05", "12.5", "9"],
        ["CQ", "X", "May", "12.5", "9"],
        ["CQ", "X", "2024-04", "much", "9"],
        ["CQ", "X", "2024-03", "1", "x"],
    ])  # fmt: skip
    assert cell_of(imported, "table-label-new") == "sdmx.csv!A3"
    assert cell_of(imported, "table-period-unreadable") == "sdmx.csv!C4"
    assert {
        f"{f.place.column}{f.place.row}" for f in imported.findings if f.code == "table-cell-unreadable"
    } == {"D5", "E6"}
    assert said(imported, "table-period-unreadable")[0].startswith("“May” is no period.")
    assert not desk.data.exists()


def test_comtrade_is_read(desk):
    recipe = (
        HEAD.replace("{find}", "period")
        + """
[[columns]]
head = "period"
gives = "period"
[[columns]]
head = "reporterISO"
gives = "ref_area"
[columns.codes]
"CHN" = "CN"
[[columns]]
head = "partnerISO"
gives = "counterpart_area"
[columns.codes]
"W00" = "_T"
"USA" = "US"
[[columns]]
head = "flowCode"
gives = "indicator"
[columns.codes]
"X" = "exports"
"M" = "imports"
[[columns]]
head = "cmdCode"
gives = "breakdown"
[columns.codes]
"TOTAL" = "_T"
"8703" = "CARS"
[[columns]]
head = "primaryValue"
gives = "value"
[[reference]]
row = "202405 / CHN / X / USA / 8703"
column = "primaryValue"
value = 1234567.8
"""
    )
    imported = read(desk, recipe, [
        ["typeCode", "freqCode", "refYear", "refMonth", "period", "reporterISO", "flowCode", "partnerISO", "cmdCode", "primaryValue"],
        ["C", "M", "2024", "5", "202405", "CHN", "X", "W00", "TOTAL", "302345678901.5"],
        ["C", "M", "2024", "5", "202405", "CHN", "X", "USA", "8703", "1234567.8"],
    ])  # fmt: skip
    assert codes(imported) == []
    assert [row["obs_id"] for row in desk.rows("observations")] == [
        "exports/CN/2024-05/level@sdmx", "exports.CARS~US/CN/2024-05/level@sdmx",
    ]  # fmt: skip


def test_a_percentage_is_no_amount(desk):
    imported = read(desk, SDMX, [
        ["REF_AREA", "FLOW", "TIME_PERIOD", "OBS_VALUE", "UNIT_MULT"], ["CQ", "X", "2024-05", "12.5%", "9"],
    ])  # fmt: skip
    assert "“12.5%” under “OBS_VALUE” is a percentage" in said(imported, "table-cell-unreadable")[0]


OUR_OWN = (
    HEAD.replace("{find}", "TIME_PERIOD*").replace('[unit]\nfrom = "recipe"\nunit = "USD"\n', "")
    + "".join(
        f'[[columns]]\nhead = "{head}"\ngives = "{gives}"\n'
        for head, gives in (
            ("INDICATOR", "indicator"), ("REF_AREA", "ref_area"), ("BREAKDOWN", "breakdown"),
            ("COUNTERPART_AREA", "counterpart_area"), ("MEASURE", "measure"), ("TIME_PERIOD", "period"),
            ("OBS_VALUE", "value"), ("UNIT_MULT", "unit_mult"), ("UNIT_MEASURE", "unit"), ("OBS_STATUS", "status"),
        )
    )
    + '[[reference]]\nrow = "exports / CN-CQ * 2024-05"\ncolumn = "OBS_VALUE"\nvalue = 4225180\n'
)  # fmt: skip


def test_what_export_writes_as_sdmx_csv_is_read_again(desk):
    """Every observation of the customs' tables: months, cumulative spans, levels and growth."""
    exported = desk.folder / "sdmx.csv"
    given = Path(__file__).parents[2] / "data" / "customs-2024"
    export_dataset(given, exported)
    desk.data.mkdir()
    for name in ("indicators", "areas"):
        shutil.copy(given / f"{name}.csv", desk.data)
    for name in ("observations", "sources", "citations"):
        with (given / f"{name}.csv").open(encoding="utf-8-sig") as file:
            (desk.data / f"{name}.csv").write_text(file.readline(), encoding="utf-8")
    desk.recipe_text = OUR_OWN
    assert codes(desk.read(exported)) == []
    before, after = read_dataset(given)[0], read_dataset(desk.data)[0]
    assert numbers(after) == numbers(before)
    assert len(numbers(after)) == 735


def numbers(dataset):
    return {
        (str(one.series), str(one.period), one.measure, one.unit): (one.quantity.text, one.quantity.unit_mult)
        for one in dataset.observations.values()
    }
