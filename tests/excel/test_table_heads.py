"""A Table's head that is filled renames its column in every formula that names it."""

import re

import pytest

from reportgen.errors import TemplateError
from reportgen.excel import EXCEL
from tests.excel.books import opened, part, template, with_part

ROWS = [{"n": "a", "v": 1}, {"n": "b", "v": 4}]


def filled(year):
    def design(workbook, sheet):
        sheet.add_table(
            "A1:B3",
            {
                "name": "Trade", "total_row": True,
                "columns": [{"header": "n", "total_string": "Total"}, {"header": "{{ year }}", "total_function": "sum"}],
            },
        )  # fmt: skip
        sheet.write("A2", "{% for r in rows %}{{ r.n }}")
        sheet.write("B2", "{{ r.v }}{% endfor %}")
        sheet.write_formula("E1", "=SUM(Trade[{{ year }}])")

    data = template({}, design=design, Other={"A1": "=SUM(Trade[[#Data],[{{ year }}]])"})
    return EXCEL.compile(data).fill({"rows": ROWS, "year": year}).data


def test_formulas_totals_and_the_table_go_by_the_filled_head():
    data = filled("2024年")
    sheets = opened(data)
    assert sheets["Data"]["E1"].value == "=SUM(Trade[2024年])"
    assert sheets["Data"]["B4"].value == "=SUBTOTAL(109,[2024年])"
    assert sheets["Other"]["A1"].value == "=SUM(Trade[[#Data],[2024年]])"
    assert re.findall('tableColumn id="2" name="([^"]*)"', part(data, "xl/tables/table1.xml")) == ["2024年"]
    values = opened(data, data_only=True)
    assert (values["Data"]["E1"].value, values["Other"]["A1"].value) == (5, 5)


def test_brackets_in_a_head_are_escaped_in_formulas():
    assert opened(filled("a [b] #1"))["Data"]["E1"].value == "=SUM(Trade[a '[b'] '#1])"


def months(**changes):
    def design(workbook, sheet):
        total = "=SUM(T[[#This Row],[{{ m }}]])"
        columns = [
            {"header": "n"},
            {"header": "{{ m }}"},
            {"header": "double"},
            {"header": "sum", "formula": total},
        ]
        sheet.add_table("A2:D3", {"name": "T", "columns": columns})
        cells = {
            "B1": "{%col for m in months %}", "C1": "{%col endfor %}", "A3": "{% for r in rows %}{{ r.n }}", "B3": "{{ r.v }}",
            "C3": "=T[[#This Row],[{{ m }}]]*2", "D3": total, "E3": "{% endfor %}", "H6": "=SUM(T[{{ m }}])",
            "H7": "=SUM(T[sum])", "H8": "=COUNTA(T[[#Headers],[{{ m }}]:[sum]])", "C2": "x {{ m }}",
        }  # fmt: skip
        for address, value in cells.items():
            sheet.write(address, value)

    data = with_part(
        template(design=design),
        "xl/tables/table1.xml",
        lambda xml: xml.replace('name="double"', 'name="x {{ m }}"'),
    )
    context = {"months": ["Jan", "Feb"], "rows": [{"n": "a", "v": 1}, {"n": "b", "v": 2}]}
    return EXCEL.compile(data).fill(context | changes).data


def test_heads_in_repeated_columns_name_all_their_copies_from_outside_and_their_own_from_within():
    data = months()
    sheet, values = opened(data)["Data"], opened(data, data_only=True)["Data"]
    assert [cell.value for cell in sheet[1]][:6] == ["n", "Jan", "x Jan", "Feb", "x Feb", "sum"]
    assert [sheet[cell].value for cell in ("C2", "E2", "F2")] == [
        "=T[[#This Row],[Jan]]*2", "=T[[#This Row],[Feb]]*2", "=SUM(T[[#This Row],[Jan]:[Feb]])",
    ]  # fmt: skip
    assert [values[cell].value for cell in ("C2", "E2", "F2")] == [2, 2, 4]
    found = {cell.value: values[cell.coordinate].value for cell in sheet["J"] if cell.value}
    assert found == {"=SUM(T[[Jan]:[Feb]])": 12, "=SUM(T[sum])": 12, "=COUNTA(T[[#Headers],[Jan]:[sum]])": 5}


def test_a_column_that_went_is_a_reference_error_in_formulas():
    def design(workbook, sheet):
        sheet.add_table(
            "A2:C3", {"name": "T", "columns": [{"header": "n"}, {"header": "v"}, {"header": "w"}]}
        )
        cells = {"B1": "{%col if wanted %}{%col endif %}", "A3": "{{ x }}", "B3": 5, "C3": 6}
        for address, value in (cells | {"F5": "=SUM(T[v])", "F6": "=SUM(T[w])"}).items():
            sheet.write(address, value)

    data = EXCEL.compile(template(design=design)).fill({"x": 1, "wanted": False}).data
    sheet, values = opened(data)["Data"], opened(data, data_only=True)["Data"]
    assert [(cell.value, values[cell.coordinate].value) for cell in sheet["E"] if cell.value] == [
        ("=SUM(#REF!)", None), ("=SUM(T[w])", 6),
    ]  # fmt: skip


def test_a_row_of_marks_in_a_table_goes_with_the_formula_that_excel_filled_in():
    def design(workbook, sheet):
        double = {"header": "double", "formula": "=T[[#This Row],[v]]*2", "total_function": "sum"}
        sheet.add_table("A1:B5", {"name": "T", "columns": [{"header": "v"}, double], "total_row": True})
        for address, value in {"A2": "{% for r in rows %}", "A3": "{{ r.v }}", "A4": "{% endfor %}"}.items():
            sheet.write(address, value)

    data = EXCEL.compile(template(design=design)).fill({"rows": [{"v": 3}, {"v": 4}]}).data
    values = opened(data, data_only=True)["Data"]
    assert [[cell.value for cell in row] for row in values.iter_rows()] == [
        ["v", "double"], [3, 6], [4, 8], [None, 14],
    ]  # fmt: skip
    assert values.tables["T"].ref == "A1:B4"


def test_a_loop_that_lost_its_mark_with_a_column_is_a_finding():
    cells = {
        "A1": "{%col if wanted %}{%col endif %}",
        "A3": "{% for r in rows %}",
        "B3": "{{ r }}{% endfor %}",
    }
    compiled = EXCEL.compile(template(cells))
    with pytest.raises(TemplateError) as caught:
        compiled.fill({"rows": [1], "wanted": False})
    assert [finding.code for finding in caught.value.findings] == ["stray-block-end"]
    assert opened(compiled.fill({"rows": [7], "wanted": True}).data)["Data"]["B2"].value == 7


def test_a_head_whose_cell_says_something_else_than_its_column_renames_it_too():
    def design(workbook, sheet):
        sheet.add_table("A1:B2", {"name": "T", "columns": [{"header": "n"}, {"header": "value"}]})
        for address, value in {
            "A2": "x",
            "B2": "{{ v }}",
            "D1": "=SUM(T[value])",
            "D2": "=COUNTA(T[n])",
        }.items():
            sheet.write(address, value)
        sheet.write("B1", "{{ year }}")

    data = with_part(
        template(design=design), "xl/sharedStrings.xml", lambda xml: xml.replace("<t>n</t>", "<t>name</t>")
    )
    data = EXCEL.compile(data).fill({"v": 3, "year": 2024}).data
    assert [cell.value for cell in opened(data)["Data"]["D"]] == ["=SUM(T[2024])", "=COUNTA(T[name])"]
    assert [cell.value for cell in opened(data, data_only=True)["Data"]["D"]] == [3, 1]
