"""A compiled template filled again and again: nothing of one fill shows in the next."""

import pytest

from reportgen.content import Link
from reportgen.excel import EXCEL
from tests.excel.books import template

LOOP = {"A1": "head", "A2": "{% for r in rows %}", "A3": "{{ r }}", "A4": "{% endfor %}", "A5": "{{ x }}"}
CONTEXTS = [
    {"rows": ["a", "b"], "x": 1},
    {"rows": [], "x": "text"},
    {"rows": ["a"] * 9, "x": Link("a link", url="https://example.org/")},
    {"rows": ["a", "b"], "x": 2.5},
]


def plain(workbook, sheet):
    """A head that stays, a frozen pane."""
    sheet.freeze_panes(1, 0)


def looking_below(workbook, sheet):
    """A selection under the repeated row, which moves."""
    sheet.set_selection("B5")


def with_everything(workbook, sheet):
    sheet.freeze_panes(1, 0)
    sheet.merge_range("B5:C5", "merged")
    sheet.autofilter("A1:B3")
    sheet.print_area("A1:C5")
    sheet.write_comment("A5", "of {{ x }}")


@pytest.mark.parametrize("design", [plain, looking_below, with_everything])
def test_each_fill_of_a_batch_is_what_a_fill_alone_would_be(design):
    def designed(workbook, sheet):
        for address, value in LOOP.items():
            sheet.write(address, value)
        design(workbook, sheet)

    data = template(design=designed)
    batch = EXCEL.compile(data)
    assert [batch.fill(context).data for context in CONTEXTS] == [
        EXCEL.compile(data).fill(context).data for context in CONTEXTS
    ]
