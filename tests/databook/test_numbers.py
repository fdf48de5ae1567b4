"""Numbers stay numbers: as written, in base units, at full precision, and rounded as print rounds them."""

from decimal import Decimal

import pytest

from reportgen.content import Number, Sentence, SourceMark, TableCell, TableColumn, TableRow
from reportgen.databook import make_databook
from reportgen.figures.numbers import IN_CELL, rounded_value, show
from reportgen.kinds import Catalogue
from reportgen.record import replace
from tests.builders import dataset
from tests.databook.books import (
    CREATED,
    about,
    bars_and_line,
    book,
    cell_at,
    opened,
    real_book,
    row_of,
    rows_of,
    small_table,
)


def test_an_observation_keeps_its_written_digits_and_stands_in_base_units_beside():
    data = book("en", "trade CN-CQ 2021=32.20e9#t21 2023=>33e9#t23")
    row = row_of(data, "Data", "Observation id", "t21")
    assert (row["Value as written"], row["Power of ten"], row["Value in base units"]) == (
        32.2,
        9,
        32200000000,
    )
    assert cell_at(data, "Data", "Value as written").number_format == "0.00"
    assert cell_at(data, "Data", "Value in base units", 2).number_format == '">"#,##0'
    assert row_of(data, "Data", "Observation id", "t23")["Qualifier"] == "more than"


def test_a_calculation_is_at_full_precision_and_its_rounded_neighbour_as_printed():
    data = book("en", "trade CN-CQ 2020=7.81e9 2021=32.21e9")
    row = row_of(data, "Growth calculations", "Figure id", "trade/CN-CQ/2021/growth_computed")
    assert row["Result"] == pytest.approx(312.4199743918054, rel=1e-15)
    assert (row["Rounded"], row["As printed"]) == (312.4, "312.4%")


def test_a_calculation_fetches_its_inputs_by_id():
    data = book("en", "trade CN-CQ 2020=7.81e9#t20 2021=32.21e9#t21")
    figure = "trade/CN-CQ/2021/growth_computed"
    formulas = row_of(data, "Growth calculations", "Figure id", figure, values=False)
    assert (formulas["a is"], formulas["b is"]) == ("t21", "t20")
    assert formulas["a"].startswith("=INDEX(Data[Value in base units],MATCH($L5,Data[Observation id],0))")
    assert formulas["Result"] == "=($M5-$O5)/$O5*100"
    assert (formulas["Formula"], formulas["Inputs"]) == (
        "(a − b) ÷ b × 100",
        "a = 32.21; b = 7.81 (billion yuan)",
    )


def test_a_bound_is_part_of_the_number_format():
    data = book("en", "exports CN-CQ 2023=>33e9 2023:yoy=51.9")
    row = row_of(data, "Growth calculations", "Figure id", "exports/CN-CQ/2023/implied_base")
    assert row["Bound"] == "> lower bound"
    cell = cell_at(data, "Growth calculations", "Result")
    assert cell.value == "=$M5/(1+$O5/100)"
    assert cell.number_format.startswith('">"')


def test_a_status_is_sign_and_word_and_holds_as_long_as_its_comparison():
    data = book("en", "trade CN-CQ 2021=30e9 2023=35e9 2025:target:2021=>70e9")
    rows = [
        row
        for row in rows_of(data, "Target calculations", values=False)
        if "target_status" in row["Figure id"]
    ]
    assert any('"▼ behind"' in row["Result"] and row["Result"].startswith("=IF(") for row in rows)
    (card,) = rows_of(data, "Progress to target")
    assert card["Status"] == "▼ behind"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_number_of_a_table_is_the_catalogues_rounding(language):
    figures = [
        figure
        for figure in Catalogue(
            dataset("trade CN-CQ 2020=7.805e9 2021=32.215e9 2022=>33e9 2022:yoy=2.45")
        ).all()
        if figure.value is not None
    ]
    shown = [show(figure, language, style=IN_CELL) for figure in figures]
    columns = (TableColumn("id", "Id"), TableColumn("value", "Value", align="number"))
    rows = tuple(
        TableRow((TableCell(str(figure.id)), TableCell(number)))
        for figure, number in zip(figures, shown, strict=True)
    )
    data = book(language, "trade CN-CQ 2020=1e9", tables=[small_table(language, columns=columns, rows=rows)])
    sheet = opened(data)["Table 1" if language == "en" else "表1"]
    for row, (figure, number) in enumerate(zip(figures, shown, strict=True), start=5):
        cell, rounded = sheet.cell(row, 2), rounded_value(figure)
        assert cell.data_type == "n"
        assert cell.number_format == number.number_format
        assert rounded is not None
        ratio = rounded / Decimal(repr(cell.value))
        assert ratio.normalize().as_tuple().digits == (1,), (
            f"{figure.id}: {cell.value} is no shifting of {rounded}"
        )


def test_headings_across_a_table_become_a_column_and_source_marks_another():
    number = Number("32.21", "32.21", "", Decimal("32.21"), "0.00")
    rows = (
        TableRow((TableCell("Chongqing"),), "group"),
        TableRow((TableCell("Trade"), TableCell(Sentence((number, SourceMark("[1]", "s1")))))),
        TableRow((TableCell("of which: exports"), TableCell("")), indent=1),
        TableRow((TableCell("imports"), TableCell("")), indent=1, lead="of which: "),
        TableRow((TableCell("Total"), TableCell(number)), "total"),
    )
    data = book("en", tables=[small_table("en", rows=rows, notes=("First.", "Second."), source="s")])
    sheet = opened(data)["Table 1"]
    assert [sheet[f"A{row}"].value for row in (4, 5, 6)] == ["Notes: 1. First.", "2. Second.", "Source: s"]
    assert rows_of(data, "Table 1") == [
        {"Section": "Chongqing", "Indicator": "Trade", "Value (billion yuan)": 32.21, "Source": "[1]"},
        {
            "Section": "Chongqing",
            "Indicator": "of which: exports",
            "Value (billion yuan)": "—",
            "Source": "—",
        },
        {"Section": "Chongqing", "Indicator": "imports", "Value (billion yuan)": "—", "Source": "—"},
        {"Section": "Chongqing", "Indicator": "Total", "Value (billion yuan)": 32.21, "Source": "—"},
    ]
    indents = [cell_at(data, "Table 1", "Indicator", row).alignment.indent for row in (1, 2, 3)]
    assert [indent - indents[0] for indent in indents] == [0, 1, 4]  # ten letters are three levels more
    assert cell_at(data, "Table 1", "Value (billion yuan)", 4).font.bold


def test_columns_hold_every_number_they_show():
    for sheet in opened(real_book("en"), values=True):
        for row in sheet.iter_rows(min_row=5):
            for cell in row:
                if isinstance(cell.value, int | float) and sheet.tables:
                    width = sheet.column_dimensions[cell.column_letter].width
                    assert len(f"{cell.value:,.0f}") + 3 <= width, (sheet.title, cell.coordinate)


def test_the_rounded_column_keeps_the_packs_wish_for_decimals():
    catalogue = Catalogue(dataset("trade CN-CQ 2020=7.81e9 2021=32.21e9"))
    data = make_databook(about("en", percent_decimals=2), CREATED, catalogue)
    row = row_of(data, "Growth calculations", "Figure id", "trade/CN-CQ/2021/growth_computed")
    assert (row["Rounded"], row["As printed"]) == (312.42, "312.42%")


def test_a_charts_sheet_has_its_source_below_its_notes_as_a_tables_has():
    chart = replace(
        bars_and_line("en"), notes=("First.",), source=Sentence(("Customs ", SourceMark("[1]", "s1")))
    )
    sheet = opened(book("en", charts=[chart]))["Chart 1"]
    found = [sheet[f"A{row}"].value for row in (4, 5)]
    assert found == ["Note: First.", "Source: Customs [1]"]
