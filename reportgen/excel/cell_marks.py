"""Figure marks: which cell shows which figure, kept in the workbook so that audit and refresh find it again.

Each filled cell gets a hidden defined name, which Excel moves along when people insert rows, and one custom XML part lists
name, sheet, address and figure key.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reportgen.ooxml import Package, customxml, xml
from reportgen.ooxml.addresses import cell_address, column_letters, quoted
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.rendered import ShownFigure

NAMESPACE = "urn:reportgen:workbook-marks:1"
MARKS_ITEM = customxml.item_id(NAMESPACE)
_NAME = regex(r"_rg_(?P<key>f[a-z2-7]{9})_(?P<number>\d+)", re.IGNORECASE)
_BLOCK = regex(r"_rg_(?P<kind>formulas|numbers)_\d+", re.IGNORECASE)


class Mark(Record):
    """A cell that shows a figure, under its hidden name. Row 0: a text of the sheet outside its cells."""

    name: str
    key: str
    text: str
    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        return cell_address(self.row, self.column) if self.row else ""

    @property
    def formula(self) -> str:
        return f"{quoted(self.sheet)}!${column_letters(self.column)}${self.row}"


def named_marks(figures: Sequence[tuple[str, str, str, int, int]]) -> list[Mark]:
    """Name the cells of (key, text, sheet, row, column): ``_rg_KEY_1``, ``_rg_KEY_2``, …"""
    times: Counter[str] = Counter()
    marks = []
    for key, text, sheet, row, column in figures:
        times[key] += 1
        marks.append(Mark(f"_rg_{key}_{times[key]}", key, text, sheet, row, column))
    return marks


def key_of(name: str) -> str:
    """The figure's key in a hidden name, empty for other names."""
    found = _NAME.fullmatch(name)
    return found["key"].lower() if found else ""


def block_name(kind: str, number: int) -> str:
    """The hidden name of a block of cells; ``kind`` is ``formulas`` or ``numbers``."""
    return f"_rg_{kind}_{number}"


def block_kind(name: str) -> str:
    """Which kind of block a hidden name covers, empty for other names."""
    found = _BLOCK.fullmatch(name)
    return found["kind"].lower() if found else ""


def hidden_names(marks: Sequence[Mark]) -> Mapping[str, str]:
    """The defined names of the marks, by name."""
    return {mark.name: mark.formula for mark in marks if mark.row}


def shown_figures(marks: Sequence[Mark]) -> tuple[ShownFigure, ...]:
    """The figures shown, in the order of sheets and cells."""
    return tuple(ShownFigure(mark.key, mark.text, mark.sheet, mark.address) for mark in marks)


def attach_marks(package: Package, marks: Sequence[Mark]) -> None:
    """Put the list of marks into the workbook."""
    if not marks:
        return
    customxml.attach(package, _marks_xml(marks), MARKS_ITEM)


def _marks_xml(marks: Sequence[Mark]) -> bytes:
    cells = "".join(
        f'<cell name="{xml.escape_attribute(mark.name)}" key="{xml.escape_attribute(mark.key)}"'
        f' sheet="{xml.escape_attribute(mark.sheet)}" ref="{mark.address}"/>'
        for mark in marks
        if mark.row
    )
    return xml.DECLARATION + f'<marks xmlns="{NAMESPACE}">{cells}</marks>'.encode()
