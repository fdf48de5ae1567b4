"""A row that comes out many times has a function of its own; what it writes is what the first rows are written with."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.content import Number
from reportgen.errors import TemplateError
from reportgen.excel import EXCEL, row_functions
from reportgen.excel.row_functions import OFTEN
from tests.excel.books import found, opened, part, template

TIMES = OFTEN + 2
BOOK = EXCEL.compile(
    template({"A1": "{% for r in rows %}", "A2": "{{ r.v }}", "B2": "said: {{ r.v }}!", "A3": "{% endfor %}"})
)
VALUES = [
    "plain", "two  spaces", " at the start", "at the end ", "line\nbreak", "R&D <5%", "_x000D_", "", "重庆 跨境", "全角：（）",
    "\u3000indented", "{v}", "'quoted' \"twice\" \\n", "=SUM(A1)", 0, -7, 10**30, 0.1, -0.0, 1e300, True, Decimal("32.20"),
    dt.date(2024, 2, 29), Number("32.21 billion", value=Decimal("32.21"), number_format="0.00"),
]  # fmt: skip


def written(value) -> list[str]:
    """What each of the rows' first cells came out as, without its address."""
    row_functions._times.clear()
    row_functions._made.clear()
    sheet = part(BOOK.fill({"rows": [{"v": value}] * TIMES}).data, "xl/worksheets/sheet1.xml")
    return found(r'(?s)<c r="A\d+"(.*?)(?=<c r="B)', sheet)


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_every_row_says_the_same(value):
    cells = written(value)
    assert len(cells) == TIMES
    assert len(set(cells)) == 1


@given(st.text(max_size=20))
def test_any_text_is_the_same_in_every_row(text):
    assert len(set(written(text))) == 1


def test_later_rows_hold_what_the_data_holds():
    rows = [{"v": value} for value in ("a", 1, 2.5, "x & y", "重庆", True, -3, "end", 7)] * 12
    sheet = opened(BOOK.fill({"rows": rows}).data)["Data"]
    assert [cell.value for cell in sheet["A"]] == [row["v"] for row in rows]
    assert sheet["B5"].value == sheet["B95"].value == "said: 重庆!"


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), "x" * 32_768, None, ["a"]], ids=lambda v: repr(v)[:9]
)
def test_what_cannot_stand_in_a_cell_is_found_in_a_late_row_too(value):
    with pytest.raises(TemplateError) as caught:
        BOOK.fill({"rows": [{"v": 1}] * TIMES + [{"v": value}]})
    assert caught.value.findings[0].place.column == "A"
