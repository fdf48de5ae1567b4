"""Cached values of formulas: right, or absent."""

import pytest

from reportgen.excel import fill
from tests.excel.books import opened, template

ROWS = [{"n": "a", "v": 1.5}, {"n": "b", "v": 2}, {"n": "c", "v": 4}]
BODY = {
    "A1": "n",
    "B1": "v",
    "A2": "{% for r in rows %}",
    "A3": "{{ r.n }}",
    "B3": "{{ r.v }}",
    "A4": "{% endfor %}",
}


def values(letter="D", **more):
    """Cached values of a column of the filled workbook."""
    return [
        cell.value
        for cell in opened(fill(template(BODY | more), {"rows": ROWS}).data, data_only=True)["Data"][letter]
    ]


def test_totals_carry_their_value():
    assert values(D3="=B3/SUM(B$3:B$3)", D5="=SUM(B3:B3)") == [
        None,
        0.2,
        0.26666666666666666,
        0.5333333333333333,
        7.5,
    ]


def test_a_formula_on_another_sheet_is_worked_out_anew():
    data = fill(template(BODY, Other={"A1": "=SUM(Data!B3:B3)", "A2": "=A1*2"}), {"rows": ROWS}).data
    assert [cell.value for cell in opened(data, data_only=True)["Other"]["A"]] == [7.5, 15]


def test_what_changes_with_the_clock_has_no_cached_value():
    assert values(D5="=TODAY()", D6="=D5+1", D7="=SUM(B3:B3)")[4:] == [None, None, 7.5]


def test_an_unknown_function_leaves_no_value_and_none_that_may_hide_it():
    assert values(D5="=IFERROR(NOSUCHTHING(1),0)", D6="=SUM(B3:B3)")[4:] == [None, None]


def test_structured_references_are_worked_out():
    def design(workbook, sheet):
        sheet.add_table(
            "A1:B3", {"name": "Trade", "columns": [{"header": "n"}, {"header": "v"}], "total_row": True}
        )
        sheet.write("A2", "{% for r in rows %}{{ r.n }}")
        sheet.write("B2", "{{ r.v }}{% endfor %}")
        sheet.write_formula("D1", "=SUM(Trade[v])")

    data = fill(template(design=design), {"rows": ROWS}).data
    assert opened(data, data_only=True)["Data"]["D1"].value == 7.5


def test_excel_is_asked_to_calculate_all_on_opening():
    assert opened(
        fill(template(BODY | {"B5": "=SUM(B3:B3)"}), {"rows": ROWS}).data
    ).calculation.fullCalcOnLoad


@pytest.mark.parametrize("count", [0, 1, 30])
def test_libreoffice_recalculates_to_the_same_values(count, soffice):
    formulas = {
        "C3": "=B3*2", "D3": "=B3/SUM(B$3:B$3)", "E3": "=RANK(B3,B$3:B$3)", "F3": "=SUM(B$3:B3)",
        "G3": '=IF(B3>2,"big","small")', "B5": "=SUM(B3:B3)", "C5": "=COUNT(B3)", "D5": "=SUMPRODUCT(B3:B3,C3:C3)",
        "E5": "=MAX(B3:B3)", "F5": "=ROUND(B5/7,1)", "G5": '=TEXT(B5,"0.0")&"亿元"', "H5": "=SUMIF(A3:A3,\"b\",B3:B3)",
    }  # fmt: skip
    rows = [{"n": "abc"[n % 3], "v": n * 1.25} for n in range(count)]
    data = fill(template(BODY | formulas, Other={"A1": "=Data!B5*2"}), {"rows": rows}).data
    ours, theirs = (
        opened(data, data_only=True),
        opened(soffice(data, "xlsx", "book.xlsx").read_bytes(), data_only=True),
    )
    for sheet in opened(data):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    mine, other = (book[sheet.title][cell.coordinate].value for book in (ours, theirs))
                    assert mine == pytest.approx(other), f"{sheet.title}!{cell.coordinate} {cell.value}"
