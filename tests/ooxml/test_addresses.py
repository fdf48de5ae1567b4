"""Addresses of cells: what is one, and what is none whatever a damaged file says."""

import pytest

from reportgen.ooxml.addresses import cell_at, column_letters, column_number


def test_columns_count_as_spreadsheets_do():
    assert [column_letters(number) for number in (1, 26, 27, 702, 703, 16_384)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
    assert [column_number(letters) for letters in ("A", "Z", "AA", "zz", "AAA", "XFD")] == [
        1,
        26,
        27,
        702,
        703,
        16_384,
    ]
    assert cell_at("B7") == (7, 2)
    assert cell_at("XFD1048576") == (1_048_576, 16_384)


@pytest.mark.parametrize("address", ["-8", "8", "B", "", "Ä8", "ZZZZ8", "XFE1", "A-1", "B8 ", "@1"])
def test_what_is_no_cell_is_refused(address):
    with pytest.raises(ValueError, match=r"not a cell|invalid literal"):
        cell_at(address)
