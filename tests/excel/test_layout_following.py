"""What shapes a sheet follows its rows: frozen panes, outlines, page breaks, titles to print; macros stay what they are."""

import io

import pytest

from reportgen.excel import EXCEL
from tests.excel.books import found, opened, part, parts, template, with_part

ROWS = ["a", "b", "c"]
SHEET = "xl/worksheets/sheet1.xml"
LOOP = {"A1": "head", "A2": "{% for r in rows %}{{ r }}", "B2": "{% endfor %}", "A3": "foot"}


def filled(design, rows=ROWS, **context):
    def designed(workbook, sheet):
        for address, value in LOOP.items():
            sheet.write(address, value)
        design(workbook, sheet)

    return EXCEL.compile(template(design=designed)).fill({"rows": rows, **context}).data


def pane(data):
    (found_pane,) = found(r"<pane ([^>]*)/>", part(data, SHEET))
    return dict(pair.replace('"', "").split("=") for pair in found_pane.split() if "=" in pair)


@pytest.mark.parametrize(
    ("frozen", "rows", "held"), [(1, ROWS, "1"), (2, ROWS, "4"), (3, [], "2"), (2, [], "1")]
)
def test_frozen_rows_stay_frozen_repeated_ones_included(frozen, rows, held):
    data = filled(lambda workbook, sheet: sheet.freeze_panes(frozen, 0), rows)
    assert (pane(data)["ySplit"], pane(data)["topLeftCell"]) == (held, f"A{int(held) + 1}")


def test_outline_groups_heights_and_hidden_rows_go_with_each_copy():
    def design(workbook, sheet):
        sheet.set_row(1, 30, None, {"level": 1, "hidden": True})
        sheet.set_row(2, None, None, {"collapsed": True})

    sheet = opened(filled(design))["Data"]
    shape = [
        (sheet.row_dimensions[row].outlineLevel, sheet.row_dimensions[row].hidden) for row in range(1, 6)
    ]
    assert shape == [(0, False), (1, True), (1, True), (1, True), (0, False)]
    assert [sheet.row_dimensions[row].height for row in (2, 3, 4)] == [30, 30, 30]
    assert sheet.row_dimensions[5].collapsed


def test_page_breaks_follow_and_repeat():
    def design(workbook, sheet):
        sheet.set_h_pagebreaks([1, 2, 3])
        sheet.set_v_pagebreaks([2])

    xml = part(filled(design), SHEET)
    rows = xml.partition("<rowBreaks")[2].partition("</rowBreaks>")[0]
    assert found(r'<brk id="(\d+)"', rows) == ["1", "2", "3", "4", "5"]
    assert found(r'<colBreaks.*?<brk id="(\d+)"', xml) == ["2"]


def test_titles_and_areas_to_print_follow_rows_and_columns():
    def design(workbook, sheet):
        sheet.write("C1", "{%col for m in months %}{{ m }}{%col endfor %}")
        sheet.repeat_columns("A:C")
        sheet.repeat_rows(0, 1)
        sheet.print_area("A1:C3")

    sheet = opened(filled(design, months=["Jan", "Feb"]))["Data"]
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$4", "$A:$D")
    assert sheet.print_area == "'Data'!$A$1:$D$5"


def test_a_style_for_a_whole_row_or_column_stays():
    def design(workbook, sheet):
        sheet.set_column("B:B", 22, workbook.add_format({"bold": True}))

    assert found(r"<col ([^>]*)/>", part(filled(design), SHEET)) == found(
        r"<col ([^>]*)/>", part(template(design=design), SHEET)
    )


@pytest.mark.parametrize(
    ("kind", "becomes"),
    [
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        ("application/vnd.ms-excel.template.macroEnabled.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
    ],
)  # fmt: skip
def test_macros_stay_byte_for_byte(kind, becomes):
    macros = bytes(range(256)) * 4

    def design(workbook, sheet):
        workbook.add_vba_project(io.BytesIO(macros), is_stream=True)
        sheet.write("A1", "{{ x }}")

    usual = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    data = with_part(template(design=design), "[Content_Types].xml", lambda xml: xml.replace(usual, kind))
    made = EXCEL.compile(data).fill({"x": 1}).data
    assert parts(made)["xl/vbaProject.bin"] == macros
    assert becomes in part(made, "[Content_Types].xml")
