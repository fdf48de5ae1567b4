"""Moving by pattern and moving one by one give the same formula, whatever the template."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from reportgen.excel.axis import AxisMap, Strip, unmoved
from reportgen.excel.formula_patterns import in_row
from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.excel.repeated_formulas import by_row
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW
from reportgen.ooxml.formulas import parse_formula


def sheet_with_loop(before, body, passes):
    """A sheet whose rows ``before + 1`` to ``before + body`` repeat ``passes`` times."""
    first = before + 1
    starts = [first + body * number for number in range(passes)]
    strips = [Strip(1, before, images=array("l", [1]))] if before else []
    strips += [
        Strip(first + offset, first + offset, (1,), array("l", [start + offset for start in starts]))
        for offset in range(body)
    ]
    rest = first + body
    strips.append(Strip(rest, LAST_ROW, images=array("l", [first + body * passes])))
    return SheetMap(AxisMap(strips, LAST_ROW, {1: array("l", starts)}), unmoved(LAST_COLUMN), "Data")


dollar = st.sampled_from(["", "$"])
cells = st.builds(
    lambda a, c, b, r: f"{a}{c}{b}{r}", dollar, st.sampled_from("ABC"), dollar, st.integers(1, 9)
)
ranges = st.builds(
    lambda a, b, c, d, top, more: f"{a}A{b}{top}:{c}C{d}{top + more}",
    dollar, dollar, dollar, dollar, st.integers(1, 6), st.integers(0, 3),
)  # fmt: skip
references = st.one_of(cells, ranges, st.sampled_from(["Data!B3", "B:B", "2:4"]))
formulas = st.builds(
    lambda one, two, name: f"{name}({one})+{two}",
    references,
    references,
    st.sampled_from(["SUM", "ROUND", "RANK"]),
)


@given(formulas, st.integers(0, 4), st.integers(1, 3), st.integers(1, 4), st.data())
def test_a_pattern_reads_the_same_in_every_row(text, before, body, passes, data):
    sheet = sheet_with_loop(before, body, passes)
    maps = {"data": sheet}
    home_row = before + data.draw(st.integers(1, body))
    pattern = by_row(parse_formula(text), Home("Data", home_row, 5, home_row, 5), maps)
    if pattern is None:
        return
    home = next(strip for strip in sheet.rows.strips if strip.first == home_row)
    for row in home.images:
        one_by_one = moved(parse_formula(text), Home("Data", home_row, 5, row, 5), maps)
        assert in_row(pattern, row) == one_by_one


@given(formulas, st.integers(0, 4), st.integers(1, 3))
def test_one_pass_leaves_every_formula_as_it_was(text, before, body):
    maps = {"data": sheet_with_loop(before, body, 1)}
    assert moved(parse_formula(text), Home("Data"), maps) == text
