"""Rows and columns of a finished workbook put in and taken out: what refers to them follows as Excel has it follow."""

import pytest

from reportgen.excel.moved_lines import Lines, SheetLines, move_lines
from reportgen.ooxml import Package
from tests.excel.books import opened, part, template

CELLS = {
    "A4": "Year", "B4": "Level", "C4": "Share",
    "A5": "2020", "B5": 1, "C5": "=B5/B$8", "A6": "2021", "B6": 3, "C6": "=B6/B$8", "A7": "{{ 2022 }}", "B7": 5, "C7": "=B7/B$8",
    "A8": "Sum", "B8": "=SUM(B5:B7)", "C8": "=SUM(B7:C7)", "D8": "=B7",
}  # fmt: skip


def design(workbook, sheet):
    sheet.conditional_format(
        "B5:B7", {"type": "cell", "criteria": ">", "value": 2, "format": workbook.add_format({"bold": 1})}
    )
    sheet.write_comment("A7", "the last year")
    workbook.define_name("last", "=Data!$B$7")
    workbook.define_name("levels", "=Data!$B$5:$B$7")
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"categories": "=Data!$A$5:$A$7", "values": "=Data!$B$5:$B$7"})
    sheet.insert_chart("F12", chart)
    sheet.merge_range("E10:F11", "merged")
    sheet.set_column("B:B", 17)


def changed(rows=None, columns=None, other=None):
    book = Package.open(template(CELLS, design, Other=other or {"A1": "=Data!B7", "A2": "=SUM(Data!B5:B7)"}))
    package, maps = move_lines(book, {"Data": SheetLines(rows or Lines(), columns or Lines())})
    return package.save(), maps


def formulas(data, *addresses, sheet="Data"):
    return [opened(data)[sheet][address].value for address in addresses]


def test_a_row_behind_the_last_is_covered_by_what_covered_the_last():
    data, maps = changed(Lines(after={7: 1}))
    assert formulas(data, "B9", "C7", "C8") == ["=SUM(B5:B8)", "=B7/B$9", "=B8/B$9"]
    assert formulas(data, "A2", sheet="Other") == ["=SUM(Data!B5:B8)"]
    assert [str(rule.sqref) for rule in opened(data)["Data"].conditional_formatting] == ["B5:B8"]
    assert "Data!$B$5:$B$8" in part(data, "xl/charts/chart1.xml")
    assert opened(data).defined_names["levels"].attr_text == "Data!$B$5:$B$8"
    assert maps["Data"].rows.first_image(8) == 9


def test_what_names_one_row_follows_that_row_alone():
    data, _ = changed(Lines(before={7: 1}))
    assert formulas(data, "C9", "D9") == ["=SUM(B8:C8)", "=B8"]
    assert formulas(data, "A1", sheet="Other") == ["=Data!B8"]
    assert opened(data).defined_names["last"].attr_text == "Data!$B$8"
    sheet = opened(data)["Data"]
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment] == ["A8"]
    assert [str(area) for area in sheet.merged_cells.ranges] == ["E11:F12"]


def test_rows_that_go_take_their_references_along():
    data, _ = changed(Lines(gone=frozenset({6})))
    assert formulas(data, "B7", "C5", "C6") == ["=SUM(B5:B6)", "=B5/B$7", "=B6/B$7"]
    assert "Data!$B$5:$B$6" in part(data, "xl/charts/chart1.xml")


def test_braces_are_text():
    data, _ = changed(Lines(after={7: 1}))
    assert formulas(data, "A7") == ["{{ 2022 }}"]


def test_a_column_is_covered_by_what_covered_both_sides():
    data, _ = changed(columns=Lines(after={2: 1}))
    assert formulas(data, "B8", "D8", "C8") == ["=SUM(B5:B7)", "=SUM(B7:D7)", None]
    assert formulas(data, "D5") == ["=B5/B$8"]
    assert "Data!$B$5:$B$7" in part(data, "xl/charts/chart1.xml")
    assert part(data, "xl/worksheets/sheet1.xml").count('width="17.7109375"') == 2


def test_a_column_that_goes():
    data, _ = changed(columns=Lines(gone=frozenset({1})))
    assert formulas(data, "A8", "B5") == ["=SUM(A5:A7)", "=A5/A$8"]


@pytest.mark.validator
def test_a_table_with_rows_and_columns_more_is_valid(ooxml_validator):
    from reportgen.excel.moved_lines import name_heads

    def table(workbook, sheet):
        sheet.add_table("A4:C7", {"columns": [{"header": "Year"}, {"header": "Level"}, {"header": "Share"}]})

    cells = {address: value for address, value in CELLS.items() if address[1:] in "567"}
    book = Package.open(template(cells, table))
    package, maps = move_lines(book, {"Data": SheetLines(Lines(after={7: 2}), Lines(after={2: 1}))})
    xml = package.read("xl/worksheets/sheet1.xml").decode()
    package.write(
        "xl/worksheets/sheet1.xml",
        xml.replace('<c r="C4"/>', '<c r="C4" t="inlineStr"><is><t>New</t></is></c>').encode(),
    )
    name_heads(package, maps)
    data = package.save()
    assert opened(data)["Data"].tables["Table1"].ref == "A4:D9"
    assert [column.name for column in opened(data)["Data"].tables["Table1"].tableColumns] == [
        "Year",
        "Level",
        "New",
        "Share",
    ]
    assert ooxml_validator(data, "book.xlsx") == []
