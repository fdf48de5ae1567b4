"""The workbook part: which sheets there are, which names are defined, how it is to be calculated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.excel.formulas import Home, SheetMap, moved
from reportgen.excel.parts import edited
from reportgen.excel.strings import CellText, read_shared_strings, read_text
from reportgen.excel.workbook_sheets import SheetList
from reportgen.expressions import find_tags
from reportgen.ooxml import Package, xml
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.relationships import CALC_CHAIN, WORKSHEET
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHARED_STRINGS = f"{_OFFICE}/sharedStrings"
STYLES = f"{_OFFICE}/styles"

_AFTER_CALCULATION = [
    qn(f"x:{name}")
    for name in (
        "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
        "fileRecoveryPr", "webPublishObjects", "extLst",
    )
]  # fmt: skip
_AFTER_NAMES = [qn("x:calcPr"), *_AFTER_CALCULATION]


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A worksheet as the workbook lists it; ``index`` counts all sheets, chart sheets too, from 0."""

    name: str
    part: str
    index: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the workbook part says."""

    part: str
    sheets: tuple[SheetEntry, ...]
    names: tuple[tuple[str, str, int | None], ...]
    """(name, formula, index of the sheet it is local to)"""
    is_1904: bool
    shared_strings: str | None
    styles: str | None


def read_workbook(package: Package) -> Workbook:
    """Read the workbook part of a package."""
    part = package.main_part
    root = xml.parse(package.read(part), part).root
    relationships = {found.id: found for found in package.relationships(part)}
    sheets = []
    for index, element in enumerate(root.iter(qn("x:sheet"))):
        found = relationships.get(element.get(qn("r:id")) or "")
        if found is not None and found.type == WORKSHEET:
            hidden = (element.get("state") or "visible") != "visible"
            sheets.append(SheetEntry(element.get("name") or "", found.part, index, hidden))
    names = tuple(
        (element.get("name") or "", element.text or "", _local(element))
        for element in root.iter(qn("x:definedName"))
    )
    properties = root.find(qn("x:workbookPr"))
    is_1904 = properties is not None and properties.get("date1904") in ("1", "true", "on")
    by_type = {found.type: found.part for found in relationships.values()}
    return Workbook(part, tuple(sheets), names, is_1904, by_type.get(SHARED_STRINGS), by_type.get(STYLES))


def read_strings(package: Package, book: Workbook) -> list[CellText]:
    """The workbook's shared strings."""
    if book.shared_strings is None or book.shared_strings not in package:
        return []
    return read_shared_strings(package.read(book.shared_strings), book.shared_strings)


def drop_tags(package: Package, book: Workbook) -> None:
    """Empty the shared strings that hold tags: what a filled cell says stands in the cell, and no tag may linger."""
    part = book.shared_strings
    if part is None or part not in package:
        return
    with edited(package, part) as root:
        for item in root.iterchildren(qn("x:si")):
            if find_tags(read_text(item).text):
                for child in list(item)[1:]:
                    item.remove(child)
                item[0].tag = qn("x:t")
                item[0][:] = []
                item[0].text = ""


def move_workbook(
    package: Package,
    book: Workbook,
    maps: Mapping[str, SheetMap],
    hidden_names: Mapping[str, str],
    sheets: SheetList | None = None,
    *,
    say: Callable[[_Element], None] = lambda _: None,
    recalculate: bool,
) -> None:
    """Move sheets and defined names, add hidden ones (name to formula), ask for a full calculation, drop its old chain.

    ``say`` puts texts into the workbook's tree before anything is moved.
    """
    sheets = sheets or SheetList()
    with edited(package, book.part) as root:
        say(root)
        sheets.apply(package, book.part, root)
        _move_names(root, book, maps, sheets)
        if hidden_names:
            _add_names(root, hidden_names)
        if recalculate:
            _ask_for_calculation(root)
    relationships = package.relationships(book.part)
    for chain in relationships.by_type(CALC_CHAIN) if recalculate or sheets.changes else ():
        package.remove(chain.part)
        relationships.remove(chain.id)


def add_hidden_names(package: Package, book: Workbook, names: Mapping[str, str]) -> None:
    """Give cells names (name to formula) that people do not see and that Excel moves along with the cells."""
    with edited(package, book.part) as root:
        _add_names(root, names)


def _move_names(root: _Element, book: Workbook, maps: Mapping[str, SheetMap], sheets: SheetList) -> None:
    """A name that is local to a copy of a sheet speaks of that copy."""
    elements = root.find(qn("x:sheets"))
    now = [] if elements is None else [element.get("name") or "" for element in elements]
    template_of = {name: sheet for sheet, name in sheets.names([entry.name for entry in book.sheets])}
    for element in root.iter(qn("x:definedName")):
        if not element.text:
            continue
        local = _local(element)
        name = now[local] if local is not None and local < len(now) else ""
        home = template_of.get(name, name)
        place = maps.get(home.lower())
        own = next((copy for copy in (place, *place.more) if copy.name == name), place) if place else None
        seen = maps if own is None else {**maps, home.lower(): own}
        element.text = moved(parse_formula(element.text), Home(home), seen, spread=True)


def _local(element: _Element) -> int | None:
    index = element.get("localSheetId")
    return None if index is None else int(index)


def _add_names(root: _Element, names: Mapping[str, str]) -> None:
    from lxml import etree

    holder = root.find(qn("x:definedNames"))
    if holder is None:
        holder = etree.Element(qn("x:definedNames"))
        _insert_before(root, holder, _AFTER_NAMES)
    for name, formula in names.items():
        etree.SubElement(holder, qn("x:definedName"), name=name, hidden="1").text = formula
    ordered = sorted(holder, key=lambda element: (element.get("name") or "").lower())
    holder[:] = ordered


def _ask_for_calculation(root: _Element) -> None:
    from lxml import etree

    element = root.find(qn("x:calcPr"))
    if element is None:
        element = etree.Element(qn("x:calcPr"))
        _insert_before(root, element, _AFTER_CALCULATION)
    element.set("fullCalcOnLoad", "1")


def _insert_before(root: _Element, element: _Element, later: list[str]) -> None:
    for index, child in enumerate(root):
        if child.tag in later:
            root.insert(index, element)
            return
    root.append(element)
