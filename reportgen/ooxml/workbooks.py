"""The workbook part: which sheets there are, which names are defined, its shared strings, how it is calculated."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.ooxml.cell_texts import CellText, read_shared_strings
from reportgen.ooxml.child_order import child_of
from reportgen.ooxml.relationships import CALC_CHAIN, SHARED_STRINGS, STYLES, WORKSHEET
from reportgen.ooxml.xml import is_on, parse, qn
from reportgen.record import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.package import Package


EPOCH_1900, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


class SheetEntry(Record):
    """A worksheet as the workbook lists it; ``index`` counts all sheets, chart sheets too, from 0."""

    name: str
    part: str
    index: int
    is_hidden: bool = False


class Calculation(Record):
    """How Excel calculates the workbook (``calcPr``)."""

    iterates: bool = False
    at_full_precision: bool = True
    on_load: bool = False
    """The workbook asks to be calculated when it is opened: what is saved in it need not be right."""


class Workbook(Record):
    """What the workbook part says."""

    part: str
    sheets: tuple[SheetEntry, ...]
    names: tuple[tuple[str, str, int | None], ...]
    """(name, formula, index of the sheet it is local to)"""
    is_1904: bool
    calculation: Calculation
    shared_strings: str | None
    styles: str | None

    @property
    def epoch(self) -> datetime:
        """The day from which the workbook counts days."""
        return EPOCH_1904 if self.is_1904 else EPOCH_1900

    def date_of(self, serial: Decimal) -> datetime:
        """The date and time of a number. Raises ``OverflowError`` for one that is none."""
        never = 0 < serial < 60 and not self.is_1904  # Excel counts a 29 February 1900 that never was
        return self.epoch + timedelta(days=float(serial) + never)


def read_workbook(package: Package) -> Workbook:
    """Read the workbook part of a package."""
    part = package.main_part
    root = parse(package.read(part), part).root
    relationships = {found.id: found for found in package.relationships(part)}
    sheets = []
    for index, element in enumerate(root.iter(qn("x:sheet"))):
        found = relationships.get(element.get(qn("r:id")) or "")
        if found is not None and found.type == WORKSHEET:
            is_hidden = element.get("state") in ("hidden", "veryHidden")
            sheets.append(SheetEntry(element.get("name") or "", found.part, index, is_hidden))
    names = tuple(
        (element.get("name") or "", element.text or "", local_sheet(element))
        for element in root.iter(qn("x:definedName"))
    )
    properties = root.find(qn("x:workbookPr"))
    is_1904 = properties is not None and is_on(properties.get("date1904"))
    by_type = {found.type: found.part for found in relationships.values()}
    return Workbook(
        part,
        tuple(sheets),
        names,
        is_1904,
        _calculation(root),
        by_type.get(SHARED_STRINGS),
        by_type.get(STYLES),
    )


def _calculation(root: _Element) -> Calculation:
    found = root.find(qn("x:calcPr"))
    if found is None:
        return Calculation()
    return Calculation(
        is_on(found.get("iterate")),
        is_on(found.get("fullPrecision"), True),
        is_on(found.get("fullCalcOnLoad")),
    )


def whole_number(text: str | None, default: int = 0) -> int:
    """A number of an attribute; what is none, or is out of all bounds, is as if it was not said."""
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else default


def read_strings(package: Package, book: Workbook) -> list[CellText]:
    """The workbook's shared strings."""
    if book.shared_strings is None or book.shared_strings not in package:
        return []
    return read_shared_strings(package.read(book.shared_strings), book.shared_strings)


def local_sheet(name: _Element) -> int | None:
    """The index of the sheet that a ``definedName`` is local to."""
    index = name.get("localSheetId")
    return None if index is None else whole_number(index, -1)


def add_hidden_names(root: _Element, names: dict[str, str]) -> None:
    """Give cells names (name to formula) that people do not see and that Excel moves along with the cells."""
    from lxml import etree

    holder = child_of(root, "definedNames")
    for name, formula in names.items():
        etree.SubElement(holder, qn("x:definedName"), name=name, hidden="1").text = formula
    holder[:] = sorted(holder, key=lambda element: (element.get("name") or "").lower())


def ask_for_calculation(root: _Element) -> None:
    """Let Excel calculate everything when it opens the workbook (``calcPr``)."""
    child_of(root, "calcPr").set("fullCalcOnLoad", "1")


def drop_calculation_chain(package: Package) -> None:
    """Take out the order in which Excel calculated the cells last: it names cells that may have moved."""
    relationships = package.relationships(package.main_part)
    for chain in relationships.by_type(CALC_CHAIN):
        package.remove(chain.part)
        relationships.remove(chain.id)
