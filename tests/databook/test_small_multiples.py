"""Series over time: a small chart for each, all drawn from one table."""

import pytest

from reportgen.ooxml import Package
from tests.databook.books import book, cell_at, opened, rows_of

SHEET = "Series over time"
LINES = """
exports CN-CQ 2021=400e8 2022=520.5e8 2023=>480e8
exports CN 2021=21e12 2023=23e12
imports CN-CQ 2021=280e8 2022=290e8
trade CN-CQ 2022-01--2022-05=20e9 2023=70e9
"""


def charts(data):
    package = Package.open(data)
    return [package.read(name).decode() for name in package.names() if name.startswith("xl/charts/chart")]


def test_each_series_over_several_years_has_a_column_and_a_chart_of_its_own():
    data = book("en", LINES)
    assert list(rows_of(data, SHEET)[0]) == [
        "Period",
        "exports, CN-CQ (billion yuan)",
        "exports, CN (trillion yuan)",
        "imports, CN-CQ (billion yuan)",
    ]
    assert [list(row.values()) for row in rows_of(data, SHEET)] == [
        ["2021", 40, 21, 28],
        ["2022", 52.05, None, 29],
        ["2023", 48, 23, None],
    ]
    drawn = [f"'{SHEET}'!${letter}$6:${letter}$8" for letter in "BCD"]
    assert [next(cells for cells in drawn if cells in chart) for chart in charts(data)] == drawn
    assert all(f"'{SHEET}'!$A$6:$A$8" in chart for chart in charts(data))


def test_the_charts_stand_apart_and_say_their_numbers_to_who_cannot_see_them():
    package = Package.open(book("en", LINES))
    (drawing,) = [package.read(name).decode() for name in package.names() if "drawings/drawing" in name]
    assert 'descr="exports, CN-CQ (billion yuan): 2021 40.0, 2022 52.05, 2023 &gt;48.0"' in drawing
    starts = [piece.partition("</xdr:from>")[0] for piece in drawing.split("<xdr:from>")[1:]]
    assert len(set(starts)) == 3


def test_columns_stand_on_zero_and_a_qualifier_is_part_of_the_format():
    data = book("en", LINES)
    assert all('<c:min val="0"/>' in chart for chart in charts(data))
    cell = cell_at(data, SHEET, "exports, CN-CQ (billion yuan)", 3)
    assert cell.number_format == '">"#,##0.0'


def test_a_break_is_said_and_every_panel_has_a_scale_of_its_own():
    data = book("en", LINES + "exports CN-CQ 2022:break")
    notes = [cell.value for cell in opened(data)[SHEET]["A"] if cell.value and cell.row in (4, 5)]
    said = " ".join(notes)
    assert (
        "From 2022 on, figures for CN-CQ’s exports appear to be defined differently and cannot be compared"
        in said
    )
    assert "its own unit and scale" in said


def test_one_series_alone_has_no_sheet_of_small_charts():
    assert SHEET not in opened(book("en", "exports CN-CQ 2021=4e10 2022=5e10")).sheetnames


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_validator_finds_nothing(language, ooxml_validator):
    assert ooxml_validator(book(language, LINES), "book.xlsx") == []
