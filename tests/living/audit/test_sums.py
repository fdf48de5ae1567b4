"""Numbers in cells as tables print them: whatever is a number to a table's reader is one to the audit's sums."""

from decimal import Decimal

import pytest

from reportgen.findings import Place
from reportgen.living.audit.sums import GridCell, GridRow, check_sums, table_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234.5", "1234.5"),
        ("1 234", "1234"),
        ("(12)", "-12"),
        ("8273.1①", "8273.1"),
        ("－3.1", "-3.1"),
        ("−3.1", "-3.1"),
        ("+5", "5"),
    ],
)
def test_a_cell_that_prints_a_number_is_that_number(text, number):
    assert table_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "—", "…", ">12", "5.3%", "12 firms", "1,2"])
def test_a_missing_or_qualified_number_and_a_percentage_are_none(text):
    assert table_number(text) is None


@pytest.mark.parametrize(("total", "codes"), [("8285.1", []), ("8273.1", ["sum-of-parts"])])
def test_parts_with_a_footnote_mark_and_in_brackets_are_summed(total, codes):
    rows = [("Exports", "8273.1①"), ("Imports", "1 012"), ("Returns", "(1,000)"), ("Total", total)]
    table = [
        GridRow(label, {1: GridCell(text, table_number(text), Place(row=at))})
        for at, (label, text) in enumerate(rows)
    ]

    assert [finding.code for finding in check_sums(table)] == codes
