"""The workbook part of a template moved: its sheets, its defined names, the strings that held tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.excel.sheet_list import SheetList
from reportgen.expressions import find_tags
from reportgen.ooxml import Package
from reportgen.ooxml.cell_texts import read_text
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.workbooks import (
    Workbook,
    add_hidden_names,
    ask_for_calculation,
    drop_calculation_chain,
    local_sheet,
)
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element


def drop_tags(package: Package, book: Workbook) -> None:
    """Empty the shared strings that hold tags: what a filled cell says is in the cell, and no tag may linger."""
    part = book.shared_strings
    if part is None or part not in package:
        return
    with package.edited(part) as root:
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
    fill_names: Callable[[_Element], None] = lambda _: None,
    recalculate: bool,
) -> None:
    """Move sheets and defined names, add hidden ones (name to formula), ask for a full calculation, drop its old chain.

    ``fill_names`` puts texts into the workbook's tree before anything is moved.
    """
    sheets = sheets or SheetList()
    with package.edited(book.part) as root:
        fill_names(root)
        sheets.apply(package, book.part, root)
        _move_names(root, book, maps, sheets)
        if hidden_names:
            add_hidden_names(root, dict(hidden_names))
        if recalculate:
            ask_for_calculation(root)
    if recalculate or sheets.changes:
        drop_calculation_chain(package)


def _move_names(root: _Element, book: Workbook, maps: Mapping[str, SheetMap], sheets: SheetList) -> None:
    """A name that is local to a copy of a sheet speaks of that copy."""
    elements = root.find(qn("x:sheets"))
    now = [] if elements is None else [element.get("name") or "" for element in elements]
    template_of = {name: sheet for sheet, name in sheets.names([entry.name for entry in book.sheets])}
    for element in root.iter(qn("x:definedName")):
        if not element.text:
            continue
        local = local_sheet(element)
        name = now[local] if local is not None and local < len(now) else ""
        home = template_of.get(name, name)
        place = maps.get(home.lower())
        own = next((copy for copy in (place, *place.more) if copy.name == name), place) if place else None
        seen = maps if own is None else {**maps, home.lower(): own}
        element.text = moved(parse_formula(element.text), Home(home), seen, spread=True)
