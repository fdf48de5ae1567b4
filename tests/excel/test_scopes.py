"""Columns and sheets that repeat, and tags outside of cells."""

from decimal import Decimal

import pytest

from reportgen.content import Number
from reportgen.errors import TemplateError
from reportgen.excel import EXCEL
from reportgen.language import language
from tests.excel.books import found, opened, part, template, with_part

MONTHS = [{"name": "Jan", "v": 1}, {"name": "Feb", "v": 2}, {"name": "Mar", "v": 4}]
AREAS = [{"name": "重庆", "rows": [1, 2]}, {"name": "成都", "rows": [3]}]
COLUMNS = {"A1": "area", "B1": "{%col for m in months %}{{ m.name }}{%col endfor %}", "C1": "total", "A2": "x",
           "B2": "{{ m.v }}", "C2": "=SUM(B2:B2)", "B3": "=B2*2", "C3": "=B2"}  # fmt: skip
SHEETS = {
    "A1": "{%sheet for a in areas %}",
    "A2": "{{ a.name }}",
    "A3": "{% for r in a.rows %}",
    "B4": "{{ r }}",
    "A5": "{% endfor %}",
    "B6": "=SUM(B4:B4)",
}


def rows(data, sheet="Data"):
    return [[cell.value for cell in row] for row in opened(data)[sheet].iter_rows()]


def by_area(other=None):
    """A template whose second sheet repeats for each area."""
    return with_part(
        template({"A1": "=SUM(Area!B6)", "A2": "=Area!B6"} | (other or {}), Area=SHEETS),
        "xl/workbook.xml",
        lambda xml: xml.replace('name="Area"', 'name="{{ a.name }}"'),
    )


def test_a_column_repeats_and_formulas_follow():
    made = rows(EXCEL.compile(template(COLUMNS)).fill({"months": MONTHS}).data)
    assert made == [
        ["area", "Jan", "Feb", "Mar", "total"],
        ["x", 1, 2, 4, "=SUM(B2:D2)"],
        [None, "=B2*2", "=C2*2", "=D2*2", "=B2"],
    ]


def test_no_columns_leave_none():
    assert rows(EXCEL.compile(template(COLUMNS)).fill({"months": []}).data)[0] == ["area", "total"]


def test_column_marks_may_have_a_row_of_their_own():
    cells = {
        "B1": "{%col for m in months %}",
        "C1": "{%col endfor %}",
        "B2": "{{ m.name }}",
        "C2": "{{ m.v }}",
        "D2": "end",
    }
    assert rows(EXCEL.compile(template(cells)).fill({"months": MONTHS[:2]}).data) == [
        [None, "Jan", 1, "Feb", 2, "end"]
    ]


def test_column_marks_may_have_columns_of_their_own():
    cells = {"A1": "area", "B1": "{%col for m in months %}", "C1": "{{ m.name }}", "D1": "{%col endfor %}", "E1": "sum",
             "A2": "x", "C2": "{{ m.v }}", "E2": "=SUM(C2:C2)"}  # fmt: skip
    assert rows(EXCEL.compile(template(cells)).fill({"months": MONTHS[:2]}).data) == [
        ["area", "Jan", "Feb", "sum"],
        ["x", 1, 2, "=SUM(B2:C2)"],
    ]
    assert rows(EXCEL.compile(template(cells)).fill({"months": []}).data)[0] == ["area", "sum"]


def test_a_number_beside_column_marks_stays():
    cells = {
        "A1": 2024,
        "B1": "{%col for m in months %}",
        "C1": "{%col endfor %}",
        "B2": "{{ m.name }}",
        "C3": 7,
    }
    assert rows(EXCEL.compile(template(cells)).fill({"months": MONTHS[:2]}).data) == [
        [2024, None, None, None, None],
        [None, "Jan", None, "Feb", None],
        [None, None, 7, None, 7],
    ]


def test_columns_and_rows_repeat_together():
    cells = {
        "A1": "{%col for m in months %}{{ m.name }}{%col endfor %}",
        "A2": "{% for r in rows %}",
        "A3": "{{ r * m.v }}",
        "A4": "{% endfor %}",
        "A5": "=SUM(A3:A3)",
    }
    assert rows(EXCEL.compile(template(cells)).fill({"months": MONTHS, "rows": [1, 10]}).data) == [
        ["Jan", "Feb", "Mar"],
        [1, 2, 4],
        [10, 20, 40],
        ["=SUM(A2:A3)", "=SUM(B2:B3)", "=SUM(C2:C3)"],
    ]


def test_a_column_may_be_left_out():
    cells = {"A1": "a", "B1": "{%col if yes %}b{%col endif %}", "C1": "=A1"}
    assert rows(EXCEL.compile(template(cells)).fill({"yes": False}).data) == [["a", "=A1"]]


def test_widths_and_merges_go_with_the_columns():
    def design(workbook, sheet):
        for address, value in COLUMNS.items():
            sheet.write(address, value)
        sheet.set_column("B:B", 20)
        sheet.merge_range("A5:C5", "over all")

    data = EXCEL.compile(template(design=design)).fill({"months": MONTHS}).data
    xml = part(data, "xl/worksheets/sheet1.xml")
    assert found(r'<col min="(\d+)"', xml) == ["2"]
    assert found(r'<col [^>]*max="(\d+)"', xml) == ["4"]
    assert found(r'<mergeCell ref="([^"]+)"', xml) == ["A5:E5"]


def test_a_sheet_repeats_and_others_sum_over_its_copies():
    data = EXCEL.compile(by_area()).fill({"areas": AREAS}).data
    book = opened(data)
    assert book.sheetnames == ["Data", "重庆", "成都"]
    assert [cell.value for cell in book["重庆"]["B"]] == [None, 1, 2, "=SUM(B2:B3)"]
    assert [cell.value for cell in book["成都"]["B"]] == [None, 3, "=SUM(B2:B2)"]


def test_formulas_name_the_copies():
    template_bytes = with_part(
        by_area(), "xl/worksheets/sheet1.xml", lambda xml: xml.replace("Area!", "'{{ a.name }}'!")
    )
    book = opened(EXCEL.compile(template_bytes).fill({"areas": AREAS}).data)
    assert [cell.value for cell in book["Data"]["A"]] == ["=SUM('重庆'!B4,'成都'!B3)", "='重庆'!B4"]
    values = opened(EXCEL.compile(template_bytes).fill({"areas": AREAS}).data, data_only=True)
    assert [cell.value for cell in values["Data"]["A"]] == [6, 3]


def test_a_repeated_sheet_takes_its_chart_table_and_comment_along(ooxml_validator):
    def design(workbook, sheet):
        sheet.write("A1", "first")
        area = workbook.add_worksheet("Area")
        area.write("A1", "{%sheet for a in areas %}")
        area.add_table("A3:B4", {"name": "Trade", "columns": [{"header": "n"}, {"header": "v"}]})
        area.write("A4", "{% for r in a.rows %}{{ a.name }}")
        area.write("B4", "{{ r }}{% endfor %}")
        area.write_formula("D1", "=SUM(Trade[v])")
        area.write_comment("A3", "about {{ a.name }}")
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "=Area!$B$4:$B$4"})
        chart.set_title({"name": "Trade of {{ a.name }}"})
        area.insert_chart("F2", chart)
        area.print_area("A1:D9")

    data = (
        EXCEL.compile(
            with_part(
                with_part(
                    template(design=design),
                    "xl/workbook.xml",
                    lambda xml: xml.replace('name="Area"', 'name="{{ a.name }}"').replace(
                        "Area!", "'{{ a.name }}'!"
                    ),
                ),
                "xl/charts/chart1.xml",
                lambda xml: xml.replace("Area!", "'{{ a.name }}'!"),
            )
        )
        .fill(
            {"areas": AREAS},
        )
        .data
    )
    book = opened(data)
    assert {name: list(book[name].tables) for name in book.sheetnames} == {
        "Data": [],
        "重庆": ["Trade"],
        "成都": ["Trade_2"],
    }
    assert "SUM(Trade_2[v])" in part(data, "xl/worksheets/sheet3.xml")
    assert "'成都'!$B$4:$B$4" in part(data, "xl/charts/chart2.xml")
    assert "Trade of 成都" in part(data, "xl/charts/chart2.xml")
    assert "about 成都" in part(data, "xl/comments2.xml")
    assert book["成都"].print_area == "'成都'!$A$1:$D$9"
    assert ooxml_validator(data, "book.xlsx") == []


def test_a_sheet_for_nothing_is_left_out(ooxml_validator):
    data = EXCEL.compile(by_area()).fill({"areas": []}).data
    assert opened(data).sheetnames == ["Data"]
    assert ooxml_validator(data, "book.xlsx") == []


@pytest.mark.parametrize("name", ["a" * 32, "a/b", ""])
def test_a_name_that_no_sheet_can_have_is_told(name):
    with pytest.raises(TemplateError) as caught:
        EXCEL.compile(by_area()).fill({"areas": [{"name": name, "rows": [1]}]})
    assert caught.value.findings[0].code == "sheet-name"


def test_two_sheets_cannot_share_a_name():
    with pytest.raises(TemplateError, match="Two sheets would be called"):
        EXCEL.compile(by_area()).fill({"areas": [AREAS[0], AREAS[0]]})


def test_headers_text_boxes_and_titles_are_filled():
    def design(workbook, sheet):
        sheet.set_header("&C{{ city }}&RPage &P")
        sheet.insert_textbox("B2", "box of {{ city }}")
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "=Data!$A$1:$A$2"})
        chart.set_title({"name": "{{ city }} chart"})
        sheet.insert_chart("D2", chart)

    data = EXCEL.compile(template(design=design)).fill({"city": "R&D"}).data
    assert found(r"<oddHeader>([^<]*)<", part(data, "xl/worksheets/sheet1.xml")) == [
        "&amp;CR&amp;&amp;D&amp;RPage &amp;P"
    ]
    assert "box of R&amp;D" in part(data, "xl/drawings/drawing1.xml")
    assert "R&amp;D chart" in part(data, "xl/charts/chart1.xml")


def test_a_sheet_is_renamed_with_all_that_name_it():
    data = with_part(
        template({"A1": 1}, Other={"A1": "=Data!A1"}),
        "xl/workbook.xml",
        lambda xml: xml.replace('name="Data"', 'name="{{ city }}"'),
    )
    data = with_part(data, "xl/worksheets/sheet2.xml", lambda xml: xml.replace("Data!", "'{{ city }}'!"))
    book = opened(EXCEL.compile(data).fill({"city": "重庆 2025"}).data)
    assert book.sheetnames == ["重庆 2025", "Other"]
    assert book["Other"]["A1"].value == "='重庆 2025'!A1"


def test_unknown_names_in_marks_are_told():
    cells = {"A1": "{%col for m in mnths %}{{ m.name }}{%col endfor %}"}
    assert [
        language("en").remedy(finding) for finding in EXCEL.compile(template(cells)).lint({"months": MONTHS})
    ] == ["Did you mean “months”?"]


def test_columns_left_open_are_told():
    assert [
        finding.code for finding in EXCEL.compile(template({"A1": "{%col for m in months %}"})).lint({})
    ] == ["open-block"]


def test_a_figure_in_a_title_is_told_without_a_cell(ooxml_validator):
    def design(workbook, sheet):
        sheet.set_footer("{{ x }}")

    level = Number("32.21 billion", "32.21", "billion", Decimal("32.21"), "0.00", "fabc")
    made = EXCEL.compile(template(design=design)).fill({"x": level})
    assert [(shown.part, shown.place) for shown in made.figures] == [("Data", "")]
    assert ooxml_validator(made.data, "book.xlsx") == []
