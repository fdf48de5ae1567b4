"""How far the cells of a sheet reach, told before any library makes room for them."""

import pytest

from reportgen.errors import PackageError
from reportgen.ooxml.extents import Extent, extent_of, refuse_scattered


def sheet(rows: str) -> bytes:
    return f"<worksheet><cols><col/></cols><sheetData>{rows}</sheetData></worksheet>".encode()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('<row r="1"><c r="A1"/><c r="C1"/></row><row r="7"><c r="B7"/></row>', (7, 3, 3)),
        ("<row><c/><c></c></row><row><c><v>1</v></c></row>", (2, 2, 3)),
        ('<row r="3"><c/><c r="D3"/><c/></row>', (3, 5, 3)),
        ("<row r = '9'><c r = 'AA9'/></row>", (9, 27, 1)),
        ('<row r="1"><c r="A1"/><c\tr="C40"/></row>', (40, 3, 2)),
        ("", (0, 0, 0)),
    ],
)
def test_the_extent_of_a_sheet(rows, expected):
    for data in (sheet(rows), sheet(rows).decode().encode("utf-16")):
        assert extent_of("x.xml", data) == Extent("x.xml", *expected)
    prefixed = sheet(rows).replace(b"</", b"</x:").replace(b"<", b"<x:").replace(b"<x:/x:", b"</x:")
    assert extent_of("x.xml", prefixed) == Extent("x.xml", *expected)


def test_a_part_without_cells_has_none():
    assert extent_of("c.xml", b'<calcChain><c r="XFD1048576"/></calcChain>') == Extent("c.xml")


@pytest.mark.parametrize("cell", ['r="&#88;FD1"', 'r="ABCD1"', 'r="A12345678"', 'r="AAAA99999999"'])
def test_an_address_beyond_all_sheets_is_refused(cell):
    with pytest.raises(PackageError, match="too far apart"):
        extent_of("x.xml", sheet(f"<row><c {cell}/></row>"))


@pytest.mark.parametrize(
    ("sheets", "is_refused"),
    [
        ([(100_000, 20, 2_000_000)], False),
        ([(1_000_000, 20, 20_000_000)], False),
        ([(1_000_000, 30, 30_000_000)], True),
        ([(65_536, 256, 2)], True),
        ([(10_000, 500, 1)], False),
        ([(10_000, 500, 1)] * 2, True),
        ([(1_000_000, 20, 20_000_000)] * 2, True),
    ],
)
def test_sheets_that_reach_too_far_or_hold_too_little_are_refused(sheets, is_refused):
    extents = [Extent("x.xml", *sheet) for sheet in sheets]
    if is_refused:
        with pytest.raises(PackageError, match="too far apart"):
            refuse_scattered(extents)
    else:
        refuse_scattered(extents)
