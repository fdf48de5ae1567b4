"""A Table's head that is filled renames its column in every formula that names it."""

import re

from reportgen.excel import EXCEL
from tests.excel.books import opened, part, template

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
    return EXCEL.fill(data, {"rows": ROWS, "year": year}).data


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
