"""The hidden names of figure cells: a cell that shows another figure today gets that figure's name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from reportgen.excel.cell_marks import MARKS_ITEM, Mark, attach_marks, hidden_names, key_of
from reportgen.ooxml import customxml
from reportgen.ooxml.addresses import SheetArea
from reportgen.ooxml.workbooks import add_hidden_names
from reportgen.ooxml.xml import qn
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.ooxml import Package

_KEY_IN_MARKS = regex(r'name="([^"]*)" key="[^"]*"')
_OURS = "_rg_"
_SET_ASIDE = 900


def remove_marks(package: Package) -> None:
    """Take every mark off a workbook: its hidden names, and the part that lists them."""
    customxml.detach(package, MARKS_ITEM)
    _drop(package, lambda name: name.startswith(_OURS))


def drop_marks(package: Package, names: Collection[str]) -> None:
    """Take some hidden names out: their cells show those figures no longer."""
    if names:
        _drop(package, names.__contains__)


def _drop(package: Package, is_meant: Callable[[str], bool]) -> None:
    with package.edited(package.main_part) as root:
        for holder in root.findall(qn("x:definedNames")):
            for element in holder.findall(qn("x:definedName")):
                if is_meant(element.get("name") or ""):
                    holder.remove(element)
            if not len(holder):  # the schema has no empty list
                root.remove(holder)


def add_marks(package: Package, places: Mapping[str, tuple[str, int, int]]) -> None:
    """Give cells (sheet, row, column) their hidden names, and list all of them anew."""
    if not places:
        return
    with package.edited(package.main_part) as root:
        there = {element.get("name") for element in root.iter(qn("x:definedName"))}
        marks = [Mark(name, key_of(name), "", *place) for name, place in places.items() if name not in there]
        add_hidden_names(root, dict(hidden_names(marks)))
        areas = {
            element.get("name") or "": SheetArea.of_reference(element.text or "")
            for element in root.iter(qn("x:definedName"))
        }
    attach_marks(
        package,
        [
            Mark(name, key_of(name), "", area.sheet, area.top, area.left)
            for name, area in areas.items()
            if key_of(name) and area is not None
        ],
    )


def rename_marks(edited: Package, names: Mapping[str, str]) -> None:
    """Rename hidden names all at once; one that would then be there twice gets a free number."""
    changed = {old: new for old, new in names.items() if old != new}
    if not changed:
        return
    taken = {name.lower() for name in names.values()}

    def renamed(name: str) -> str:
        if name in names:
            return names[name]
        if not key_of(name) or name.lower() not in taken:
            return name
        head, _, number = name.rpartition("_")
        return f"{head}_{_SET_ASIDE + int(number)}"

    with edited.edited(edited.main_part) as root:
        for element in root.iter(qn("x:definedName")):
            element.set("name", renamed(element.get("name") or ""))
    marks = customxml.read(edited, MARKS_ITEM)
    if marks is not None:
        customxml.attach(
            edited,
            _KEY_IN_MARKS.sub(lambda found: _mark(renamed(found[1])), marks.decode()).encode(),
            MARKS_ITEM,
        )


def _mark(name: str) -> str:
    return f'name="{name}" key="{key_of(name)}"'
