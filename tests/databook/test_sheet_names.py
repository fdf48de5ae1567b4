"""Names that Excel takes, and texts that break where they may."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.databook.book_cells import Count, Text, fitting_width, number_width
from reportgen.databook.sheet_names import SheetNames, unique_heads
from reportgen.display_width import broken, display_width
from reportgen.ooxml.addresses import quoted


@given(st.lists(st.text(max_size=50), max_size=12))
def test_sheet_names_are_legal_short_and_unique_whatever_is_wanted(wanted):
    names = SheetNames()
    given_names = [names.sheet(text) for text in wanted]
    assert len({name.casefold() for name in given_names}) == len(given_names)
    for name in given_names:
        assert 0 < len(name) <= 31
        assert not set("[]:*?/\\") & set(name)
        assert not name.startswith("'")
        assert name.casefold() != "history"


@pytest.mark.parametrize(
    ("wanted", "given_name"),
    [
        ("Main table", "Main_table"),
        ("2023", "_2023"),
        ("A1", "_A1"),
        ("r1c1", "_r1c1"),
        ("目标表", "目标表"),
        ("", "Table"),
    ],
)
def test_names_of_tables_are_no_cells_and_may_be_chinese(wanted, given_name):
    assert SheetNames().table(wanted) == given_name


def test_heads_are_made_unique_and_never_empty():
    assert unique_heads(["Value", "value", "", "Value"]) == ["Value", "value (2)", "(3)", "Value (3)"]


def test_a_sheet_name_with_an_apostrophe_is_quoted():
    assert quoted("Nan'an") == "'Nan''an'"


@given(st.text(alphabet="ab 中文，。 ", max_size=80), st.integers(4, 30))
def test_broken_lines_fit_and_lose_nothing(text, width):
    lines = broken(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(display_width(line) <= width + 2 for line in lines)  # a closing mark may hang over


def test_a_column_is_wide_enough_for_its_longest_number():
    cells = [Text("short"), Count(2380000000000, '"nearly "#,##0')]
    assert number_width(2380000000000, '"nearly "#,##0') == len("nearly 2,380,000,000,000")
    assert fitting_width("Value", cells, most=12) >= len("nearly 2,380,000,000,000")
