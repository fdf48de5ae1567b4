"""Formulas of figures become formulas of Excel, and say nothing that is not there."""

import re

import pytest
from openpyxl.utils import range_boundaries

from reportgen.calculations.figure_formula import A, B, C, FormulaSign, FormulaStep, fraction
from reportgen.databook import make_databook
from reportgen.databook.live_formulas import excel_formula, looked_up
from tests.databook.books import CREATED, about, opened, real_book, row_of
from tests.databook.recalculation import formulas_in
from tests.kinds.saying import catalogue

CELLS = ["$H5", "$J5", "$L5"]


@pytest.mark.parametrize(
    ("formula", "excel"),
    [
        ((A - B) / B * 100, "=($H5-$J5)/$J5*100"),
        (A / (1 + B / 100), "=$H5/(1+$J5/100)"),
        (((B / A) ** fraction(1, 4) - 1) * 100, "=(($J5/$H5)^(1/4)-1)*100"),
        (fraction(0, 4) * 100, "=0/4*100"),
        (FormulaStep(FormulaSign.AT_LEAST, (A, B * C / 100)), "=$H5>=$J5*$L5/100"),
    ],
)
def test_the_signs_of_print_become_those_of_excel(formula, excel):
    assert excel_formula(formula, CELLS) == excel


def test_an_id_with_a_wildcard_is_looked_up_as_it_stands():
    assert looked_up("Data", "Value", "Id", "$G5", "cars~US") == (
        '=INDEX(Data[Value],MATCH(SUBSTITUTE($G5,"~","~~"),Data[Id],0))'
    )
    assert "SUBSTITUTE" not in looked_up("Data", "Value", "Id", "$G5", "cars")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_formula_refers_to_cells_and_columns_that_exist(language):
    data = real_book(language)
    workbook = opened(data)
    columns = {
        (table.name, column.name)
        for sheet in workbook
        for table in sheet.tables.values()
        for column in table.tableColumns
    }
    for sheet, cell, formula in formulas_in(data):
        for reference in re.findall(r"\$?[A-Z]{1,2}\$?\d+", re.sub(r'"[^"]*"|\w+\[[^]]*\]', "", formula)):
            assert workbook[sheet][reference.replace("$", "")].value is not None, (sheet, cell, formula)
            assert range_boundaries(workbook[sheet].dimensions)[3] >= workbook[sheet][reference].row
        for table, column in re.findall(r"(\w+)\[([^]]*)\]", formula):
            assert (table, column) in columns, (sheet, cell, formula)


def test_a_sum_of_more_parts_than_there_are_letters_has_a_cell_for_each():
    parts = [f"exports D{number:02d} 2023={number}.0e8" for number in range(1, 31)]
    districts = {f"D{number:02d}": {"parent": "CQ"} for number in range(1, 31)}
    known = catalogue(*parts, indicators={"exports": {"additive": ("areas",)}}, areas={"CQ": {}, **districts})
    identity = "exports/CQ/2023/sum:areas"
    data = make_databook(about("en"), CREATED, known, figures=[identity])
    row = row_of(data, "Other calculations", "Figure id", identity, values=False)

    assert len(set(row["Result"].removeprefix("=").split("+"))) == 30
    assert row["a1 is"]
    assert row["d1 is"]
