"""Formulas of figures become formulas of Excel, and say nothing that is not there."""

import re

import pytest
from openpyxl.utils import range_boundaries

from reportgen.databook.live_formulas import NotAFormulaError, excel_formula, is_live, looked_up
from tests.databook.books import opened, real_book
from tests.databook.recalculation import formulas_in

CELLS = {"a": "$H5", "b": "$J5", "c": "$L5"}


@pytest.mark.parametrize(
    ("formula", "excel"),
    [
        ("(a − b) ÷ b × 100", "=($H5-$J5)/$J5*100"),
        ("a ÷ (1 + b ÷ 100)", "=$H5/(1+$J5/100)"),
        ("((b ÷ a)^(1 ÷ 4) − 1) × 100", "=(($J5/$H5)^(1/4)-1)*100"),
        ("0 ÷ 4 × 100", "=0/4*100"),
        ("a ≥ b × c ÷ 100", "=$H5>=$J5*$L5/100"),
    ],
)
def test_the_signs_of_print_become_those_of_excel(formula, excel):
    assert excel_formula(formula, CELLS) == excel


@pytest.mark.parametrize("formula", ["", "a + d", "SUM(a)", "a ÷ b; b", "=a", "ab"])
def test_what_is_no_formula_over_the_inputs_is_refused(formula):
    with pytest.raises(NotAFormulaError):
        excel_formula(formula, CELLS)


def test_words_are_not_live():
    assert is_live("a ÷ b × 100")
    assert not is_live("as stated")


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
