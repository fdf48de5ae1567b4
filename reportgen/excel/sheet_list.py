"""The list of sheets as the fill changes it: renamed, repeated, removed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec import Struct, field

from reportgen.excel.problems import CellPlace, Problems
from reportgen.ooxml import Package
from reportgen.ooxml.relationships import WORKSHEET
from reportgen.ooxml.xml import qn
from reportgen.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_NAME = 31
_FORBIDDEN = regex(r"[\[\]:*?/\\]|^'|'$")


class SheetList(Struct):
    """What becomes of each sheet, by its template name: the names and parts it goes by now."""

    changes: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)

    def rename(self, sheet: str, name: str) -> None:
        if name != sheet:
            self.changes[sheet] = [(name, None)]

    def repeat(self, sheet: str, copies: Sequence[tuple[str, str]]) -> None:
        self.changes[sheet] = [(name, part if number else None) for number, (name, part) in enumerate(copies)]

    def remove(self, sheet: str) -> None:
        self.changes[sheet] = []

    def names(self, sheets: Iterable[str]) -> list[tuple[str, str]]:
        """(template name, name now) of every sheet."""
        return [(sheet, name) for sheet in sheets for name, _ in self.changes.get(sheet, [(sheet, None)])]

    def apply(self, package: Package, book_part: str, root: _Element) -> None:
        """Write the list into the workbook's tree. Indexes of sheets elsewhere in it follow."""
        holder = root.find(qn("x:sheets"))
        if holder is None or not self.changes:
            return
        relationships = package.relationships(book_part)
        highest = max((int(sheet.get("sheetId") or 0) for sheet in holder), default=0)
        became: dict[int, list[int]] = {}
        made: list[_Element] = []
        for index, sheet in enumerate(list(holder)):
            became[index] = []
            for name, part in self.changes.get(sheet.get("name") or "", [(sheet.get("name") or "", None)]):
                twin = sheet if part is None else deepcopy(sheet)
                twin.set("name", name)
                if part is not None:
                    highest += 1
                    twin.set("sheetId", str(highest))
                    twin.set(qn("r:id"), relationships.add(WORKSHEET, part))
                became[index].append(len(made))
                made.append(twin)
            if not became[index]:
                relationship = relationships.get(sheet.get(qn("r:id")) or "")
                package.remove(relationship.part)
                relationships.remove(relationship.id)
        holder[:] = made
        _reindex(root, became)


def check_names(names: Sequence[tuple[str, str]], problems: Problems) -> None:
    """Names of sheets that Excel would not take: empty, too long, forbidden characters, the same one twice."""
    seen: set[str] = set()
    for sheet, name in names:
        place = CellPlace(sheet, text=name)
        if not name or len(name) > LONGEST_NAME or _FORBIDDEN.search(name):
            problems.add("sheet-name", place, name=name)
        elif name.lower() in seen:
            problems.add("sheet-name", place, variant="twice", name=name)
        seen.add(name.lower())
    if not names:
        problems.add("no-sheet", CellPlace(""))


def _reindex(root: _Element, became: dict[int, list[int]]) -> None:
    """Names local to a sheet exist once for each of its copies; the active tab stays where it was."""
    names = root.find(qn("x:definedNames"))
    for element in list(names) if names is not None else ():
        index = element.get("localSheetId")
        if index is None or names is None:
            continue
        places = became.get(int(index), [])
        for place in places[1:]:
            twin = deepcopy(element)
            twin.set("localSheetId", str(place))
            names.append(twin)
        if places:
            element.set("localSheetId", str(places[0]))
        else:
            names.remove(element)
    for view in root.iter(qn("x:workbookView")):
        for attribute in ("activeTab", "firstSheet"):
            if view.get(attribute) is not None:
                places = became.get(int(view.get(attribute) or 0), [])
                view.set(attribute, str(places[0] if places else 0))
