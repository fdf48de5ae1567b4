"""What cached values are vouched for agrees with LibreOffice; everything else has none."""

import datetime as dt
import io
from random import Random

import pytest
import xlsxwriter

from reportgen.excel import EXCEL
from reportgen.excel.formula_checks import checks_of
from reportgen.excel.vouched_functions import (
    FORMATS,
    OVER_RANGES,
    OVER_VALUES,
    calls_of,
    read_uses,
)
from reportgen.ooxml.sheet_cells import read_cells
from tests.excel.books import opened, parts
from tests.excel.composed_formulas import COLUMNS, ROWS, Composer, value_of
from tests.excel.function_cases import DATA, calls

FIRST = 20
"""The row before the first call."""


def book_of_calls(texts):
    """A template with the data, a tag, and a call a row."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, "use_future_functions": True})
    sheet = workbook.add_worksheet("Data")
    for column, values in enumerate(DATA.values()):
        for row, value in enumerate(values):
            if value is not None:
                sheet.write(row, column, value)
    sheet.write("J1", "{{ x }}")
    for row, text in enumerate(texts, FIRST):
        sheet.write_formula(row, 8, f"={text}")
    workbook.close()
    return buffer.getvalue()


def cached(data, count):
    """Kind and text of each call's value; ``None`` where it has none."""
    cells = {
        cell.row: (cell.kind, cell.text)
        for cell in read_cells(parts(data)["xl/worksheets/sheet1.xml"], [])
        if cell.column == 9 and cell.kind != "empty"
    }
    return [cells.get(FIRST + 1 + number) for number in range(count)]


def _agree(ours, theirs):
    if {ours[0], theirs[0]} <= {"number", "boolean"}:  # LibreOffice counts truths among numbers
        return float(ours[1]) == pytest.approx(float(theirs[1]), rel=1e-11, abs=1e-14)
    return ours == theirs


def test_every_function_on_the_lists_is_called_and_so_is_every_format():
    names = set(calls())
    assert (OVER_RANGES | OVER_VALUES) - {"TEXT"} <= names
    assert {f"TEXT {form}" for form in FORMATS} <= names


@pytest.mark.long
def test_libreoffice_gives_every_value_that_is_cached_and_most_calls_have_one(soffice_many):
    texts = list(dict.fromkeys(text for found in calls().values() for text in found))
    data = EXCEL.compile(book_of_calls(texts)).fill({"x": 1}).data
    recalculated = soffice_many({"calls.xlsx": data})["calls.xlsx"].read_bytes()
    ours, theirs = cached(data, len(texts)), cached(recalculated, len(texts))
    pairs = [
        (text, one, other) for text, one, other in zip(texts, ours, theirs, strict=True) if one is not None
    ]
    assert [pair for pair in pairs if not _agree(*pair[1:])] == []
    proved = [text for text in texts if read_uses(text).is_proved]
    functions = {name for text, _, _ in pairs for name, _ in calls_of(text)}
    assert len(pairs) >= 0.9 * len(proved)
    assert len(functions) >= 150
    print(f"{len(texts)} formulas, {len(proved)} proved, {len(pairs)} cached, {len(functions)} functions")


def book_of_compositions(seed, texts):
    """A template with cells of every kind on two sheets, every other one filled by a tag, and a formula a row."""
    random, context, buffer = Random(seed), {}, io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, "use_future_functions": True})
    date = workbook.add_format({"num_format": "yyyy-mm-dd"})
    for sheet in (workbook.add_worksheet("Data"), workbook.add_worksheet("Other")):
        for column, kind in enumerate(COLUMNS):
            look = date if kind in ("date", "moment") else None
            for row in range(ROWS):
                found = value_of(kind, random)
                if row % 2 and kind not in ("any", "code"):
                    name = f"v{len(context)}"
                    context[name] = found
                    sheet.write_string(row, column, f"{{{{ {name} }}}}", look)
                elif isinstance(found, dt.datetime):
                    sheet.write_datetime(row, column, found, date)
                elif found is not None:
                    sheet.write(row, column, found, look)
    sheet = workbook.get_worksheet_by_name("Data")
    for row, text in enumerate(texts, FIRST):
        sheet.write_formula(row, 8, f"={text}")
    workbook.close()
    return buffer.getvalue(), context


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 8))])
def test_libreoffice_gives_every_value_of_formulas_put_together_at_random(seed, soffice_many):
    composer = Composer(seed)
    texts = [composer.formula() for _ in range(2_000)]
    template, context = book_of_compositions(seed, texts)
    data = EXCEL.compile(template).fill(context).data
    recalculated = soffice_many({"composed.xlsx": data})["composed.xlsx"].read_bytes()
    found = zip(texts, cached(data, len(texts)), cached(recalculated, len(texts)), strict=True)
    values = [
        (text, ours, theirs) for text, ours, theirs in found if theirs is not None and theirs[0] != "error"
    ]
    assert [one for one in values if one[1] is not None and not _agree(*one[1:])] == []
    assert sum(ours is not None for _, ours, _ in values) >= 0.9 * len(values)


@pytest.mark.parametrize(
    "text",
    [
        "NOW()", "RAND()", "RANDBETWEEN(1,9)", "TODAY()+1", "INDIRECT(\"A1\")", "OFFSET(A1,1,1)", "CEILING(A1,0)", "XLOOKUP(A1,B1:B9,C1:C9)",
        "MATCH(A1,B1:B9)", "MATCH(A1,B1:B9,1)", "VLOOKUP(A1,B1:C9,2)", 'TEXT(A1,"# ?/?")', "TEXT(A1,B1)", "LARGE({1,2},1)",
        "SUMPRODUCT((A1:A9>1)*B1:B9)", "A1:A9*2", "ABS(A1:A9)", "A:A+1", "SUBTOTAL(108,A1:A9)", "SUMIF(A1:A9,1,B1:B3)", "[1]Other!A1",
        'AVERAGEIFS(B2:B9,D1:D14,">10")', 'COUNTIFS(A1:A3,1,B1:B4,2)', "SUMPRODUCT(A1:A3,B1:C3)", "CORREL(A1:A9,B:B)", "INDEX(A1:B9,2)", 'DATEDIF(A1,B1,"md")', "MATCH(1,A1:A9,FALSE)",
    ],
)  # fmt: skip
def test_what_is_not_proved_is_left_to_excel(text):
    assert not read_uses(text).is_proved


@pytest.mark.parametrize(
    "text",
    [
        "SUMIF(A:A,1,B:B)",
        'SUMIFS(amounts,A1:A9,1,B1:B9,">2")',
        "COUNTIFS(A:A,1,B:B,2)",
        "SUMPRODUCT(A1:A3,C5:C7)",
    ],
)
def test_ranges_of_one_shape_are_proved(text):
    assert read_uses(text).is_proved


def test_both_sides_of_comparisons_and_what_may_hide_a_failure_are_looked_at():
    parts = {check.parts for check in checks_of('IF(A1/B1>C1,"x",IFERROR(VALUE(D1),0))')}
    assert parts == {("A1/B1", "C1"), ("VALUE(D1)",), ("D1",)}
    assert (
        opened(
            EXCEL.compile(book_of_calls(["0.1+0.2=0.3", "0.1+0.2>0.4"])).fill({"x": 1}).data, data_only=True
        )["Data"]["I21"].value
        is None
    )
