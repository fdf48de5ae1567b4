"""Addresses of cells, and references in formulas: found where they are, left alone where they are none."""

import pytest

from reportgen.ooxml.addresses import Range, column_letters, column_number, quoted
from reportgen.ooxml.formulas import parse_formula, shifted_formula


def references(text):
    return [str(found) for found in parse_formula(text).references]


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("SUM(B5:B5)+C$6*$D7", ["B5:B5", "C$6", "$D7"]),
        ("B4:INDEX(C:C,3)", ["B4", "C:C"]),
        ("A1#", ["A1"]),
        ("SUM(3:5,$7:$7)", ["3:5", "$7:$7"]),
        ("'My ''own'' sheet'!$B$5:C6", ["'My ''own'' sheet'!$B$5:C6"]),
        ("数据!B2*2", ["数据!B2"]),
        ("Sheet1:Sheet3!A1", ["Sheet1:Sheet3!A1"]),
        ('IF(A1="B2",LOG10(5),ZTAX2)', ["A1"]),
        ("Sales[[#This Row],[A1]]*2", []),
        ("1E5+rate1+XFE1+A1048577", []),
        ("#REF!+Sheet1!#REF!", []),
    ],
)
def test_references_are_found_and_nothing_else(formula, found):
    assert references(formula) == found


def test_a_formula_joins_to_what_it_was():
    text = 'IF(ISNUMBER(\'a b\'!$A$1:B2),"x""A1",Sales[@[a]] &[1]Other!C3)'
    assert str(parse_formula(text)) == text


def test_a_sheet_named_twice_in_a_range_is_named_once():
    assert references("Sheet1!B4:Sheet1!C5") == ["Sheet1!B4:C5"]


def test_an_argument_knows_its_function_and_an_operand_does_not():
    functions = [
        found.function for found in parse_formula("SUM(B5)+AVERAGE( C5 ,D5*2)+ROUND(SUM(E5),2)").references
    ]
    assert functions == ["SUM", "AVERAGE", "", "SUM"]


def test_another_workbook_is_left_alone():
    assert [found.external for found in parse_formula("[1]Sheet1!A1+'[2]a b'!A1").references] == [True, True]


def test_copying_shifts_what_is_relative_only():
    assert shifted_formula(parse_formula("A1+$B1+C$1+$D$1+B:B"), 2, 1) == "B3+$B3+D$1+$D$1+C:C"


def test_copying_off_the_sheet_is_no_formula():
    assert shifted_formula(parse_formula("A1"), -1, 0) is None


def test_columns_count_from_a():
    assert [column_letters(number) for number in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
    assert column_number("XFD") == 16_384


def test_areas_are_written_as_excel_writes_them():
    assert [str(Range.parse(text)) for text in ("B5:B5", "A1:C3", "B:D", "3:5")] == [
        "B5",
        "A1:C3",
        "B:D",
        "3:5",
    ]


def test_names_of_sheets_are_quoted_when_they_must_be():
    assert [quoted(name) for name in ("Data", "数据", "my data", "A1", "it's")] == [
        "Data",
        "'数据'",
        "'my data'",
        "'A1'",
        "'it''s'",
    ]
