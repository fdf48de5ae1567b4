"""Cached values of formulas: right, or absent."""

import pytest

from reportgen.excel import EXCEL
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
        for cell in opened(EXCEL.compile(template(BODY | more)).fill({"rows": ROWS}).data, data_only=True)[
            "Data"
        ][letter]
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
    data = (
        EXCEL.compile(template(BODY, Other={"A1": "=SUM(Data!B3:B3)", "A2": "=A1*2"}))
        .fill({"rows": ROWS})
        .data
    )
    assert [cell.value for cell in opened(data, data_only=True)["Other"]["A"]] == [7.5, 15]


def test_what_changes_with_the_clock_has_no_cached_value():
    assert values(D5="=TODAY()", D6="=D5+1", D7="=SUM(B3:B3)")[4:] == [None, None, 7.5]


def test_an_unknown_function_leaves_no_value_nor_does_what_hangs_on_it():
    found = values(D5="=IFERROR(NOSUCHTHING(1),0)", D6="=IF(D5=0,1,2)", D7="=SUM(B3:B3)")
    assert found[4:] == [None, None, 7.5]


def test_structured_references_are_worked_out():
    def design(workbook, sheet):
        sheet.add_table(
            "A1:B3", {"name": "Trade", "columns": [{"header": "n"}, {"header": "v"}], "total_row": True}
        )
        sheet.write("A2", "{% for r in rows %}{{ r.n }}")
        sheet.write("B2", "{{ r.v }}{% endfor %}")
        sheet.write_formula("D1", "=SUM(Trade[v])")

    data = EXCEL.compile(template(design=design)).fill({"rows": ROWS}).data
    assert opened(data, data_only=True)["Data"]["D1"].value == 7.5


def test_excel_is_asked_to_calculate_all_on_opening():
    assert opened(
        EXCEL.compile(template(BODY | {"B5": "=SUM(B3:B3)"})).fill({"rows": ROWS}).data
    ).calculation.fullCalcOnLoad


FORMULAS = {
    "C3": "=B3*2", "D3": "=B3/SUM(B$3:B$3)", "E3": "=RANK(B3,B$3:B$3)", "F3": "=SUM(B$3:B3)",
    "G3": '=IF(B3>2,"big","small")', "B5": "=SUM(B3:B3)", "C5": "=COUNT(B3)", "D5": "=SUMPRODUCT(B3:B3,C3:C3)",
    "E5": "=MAX(B3:B3)", "F5": "=ROUND(B5/7,1)", "G5": '=TEXT(B5,"0.0")&"亿元"', "H5": "=SUMIF(A3:A3,\"b\",B3:B3)",
}  # fmt: skip


def test_libreoffice_recalculates_to_the_same_values(soffice_many):
    books = {}
    for count in (0, 1, 30):
        rows = [{"n": "abc"[n % 3], "v": n * 1.25} for n in range(count)]
        data = EXCEL.compile(template(BODY | FORMULAS, Other={"A1": "=Data!B5*2"})).fill({"rows": rows}).data
        books[f"{count} rows.xlsx"] = data
    for name, recalculated in soffice_many(books).items():
        ours = values_of_formulas(books[name], books[name])
        theirs = values_of_formulas(books[name], recalculated.read_bytes())
        assert len(ours) >= 8
        assert ours == pytest.approx(theirs), name


def values_of_formulas(formulas, values):
    """The values that the second workbook has in the first one's formula cells."""
    shown = opened(values, data_only=True)
    return {
        f"{sheet.title}!{cell.coordinate} {cell.value}": shown[sheet.title][cell.coordinate].value
        for sheet in opened(formulas)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
