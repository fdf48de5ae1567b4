"""Comments (notes) follow their cells: one for each copy of a repeated row, with the legacy drawing that shows them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.excel.moved_areas import moved_point, remarked
from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.ooxml import Package, xml
from reportgen.ooxml.addresses import Area, cell_address
from reportgen.ooxml.cell_texts import CellText, Run, read_text, text_element
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.guard import naming
from reportgen.ooxml.relationships import (
    COMMENTS,
    CONTROL_PROPERTIES,
    SINGLE_XML_CELLS,
    THREADED_COMMENTS,
    VML_DRAWING,
)
from reportgen.ooxml.xml import qn
from reportgen.record import Record
from reportgen.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element


_SHAPE = regex(r"<v:shape\b(?!type).*?</v:shape>", re.DOTALL)
_SHAPE_ID = regex(r'(<v:shape\b[^>]*?\bid=")([^"]*)(")')
_ANCHOR = regex(r"(<x:Anchor>)([^<]*)(</x:Anchor>)")
_ROW, _COLUMN = (
    regex(r"(<x:Row>)\s*(\d+)\s*(</x:Row>)"),
    regex(r"(<x:Column>)\s*(\d+)\s*(</x:Column>)"),
)
_FORMULA = regex(r"(<x:Fmla(?:Link|Range|Txbx|Pict|Group)>)([^<]*)(</x:Fmla)")

Texts = Mapping[int, Sequence[tuple[int, Sequence[Run]]]]
"""For a comment (by its place in the list) with tags: output row and text of each copy."""


class TemplateComment(Record):
    """A comment of the template: its place in the list, its cell, its text."""

    index: int
    row: int
    column: int
    text: CellText


def read_comments(package: Package, sheet_part: str) -> list[TemplateComment]:
    """The comments of a worksheet part."""
    found = []
    for relationship in package.relationships(sheet_part).by_type(COMMENTS):
        root = xml.parse(package.read(relationship.part), relationship.part).root
        for index, element in enumerate(root.iter(qn("x:comment"))):
            with naming(relationship.part):
                area = Area.parse(element.get("ref") or "A1")
            text = element.find(qn("x:text"))
            found.append(
                TemplateComment(index, area.top, area.left, CellText(()) if text is None else read_text(text))
            )
    return found


def move_comments(
    package: Package, sheet_part: str, home: str, maps: Mapping[str, SheetMap], texts: Texts
) -> None:
    """Move the comments and legacy shapes of a worksheet part; fill in the texts that tags gave."""
    sheet = maps[home.lower()]
    relationships = package.relationships(sheet_part)
    for relationship in relationships.by_type(COMMENTS):
        with naming(relationship.part), package.edited(relationship.part) as root:
            _move_list(root, sheet, texts)
    for relationship in relationships.by_type(VML_DRAWING):
        text = package.read(relationship.part).decode("utf-8")
        with naming(relationship.part):
            fresh = _moved_shapes(text, home, sheet, maps)
        if fresh != text:
            package.write(relationship.part, fresh.encode("utf-8"))
    for relationship in relationships.by_type(THREADED_COMMENTS):
        with naming(relationship.part), package.edited(relationship.part) as root:
            _repeat_threads(root, sheet)
    for relationship in relationships.by_type(CONTROL_PROPERTIES):
        with package.edited(relationship.part) as root:
            for name in ("fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup"):
                formula = root.get(name)
                if formula:
                    root.set(name, moved(parse_formula(formula), Home(home), maps))


def own_threads(package: Package, sheet_part: str) -> None:
    """Give the threads of comments on a copied sheet ids of their own, with the comments that stand for them."""
    relationships = package.relationships(sheet_part)
    for threads in relationships.by_type(THREADED_COMMENTS):
        root = xml.parse(package.read(threads.part), threads.part).root
        ids = [str(named.get("id")) for named in root.iter("*") if named.get("id")]
        fresh = {old.encode(): _copied_id(old, sheet_part).encode() for old in ids}
        for part in (threads, *relationships.by_type(COMMENTS)):
            data = package.read(part.part)
            for old, new in fresh.items():
                data = data.replace(old, new)
            package.write(part.part, data)


def move_single_cells(package: Package, sheet_part: str, sheet: SheetMap) -> None:
    """Move the cells that are mapped to an element of custom XML each."""
    for relationship in package.relationships(sheet_part).by_type(SINGLE_XML_CELLS):
        with naming(relationship.part), package.edited(relationship.part) as root:
            for element in root.iter(qn("x:singleXmlCell")):
                area = Area.parse(element.get("r") or "A1")
                element.set("r", cell_address(*moved_point(area.top, area.left, sheet)))


def _move_list(root: _Element, sheet: SheetMap, texts: Texts) -> None:
    holder = root.find(qn("x:commentList"))
    if holder is None:
        return
    made: list[tuple[int, int, _Element]] = []
    for index, element in enumerate(list(holder)):
        holder.remove(element)
        area = Area.parse(element.get("ref") or "A1")
        said = dict(texts.get(index, ()))
        for number, copy in enumerate(remarked(area, sheet)):
            twin = deepcopy(element)
            twin.set("ref", cell_address(copy.top, copy.left))
            if number:  # a copy of a comment is another comment
                _become_another(twin, root, copy)
            if copy.top in said:
                _say(twin, said[copy.top])
            made.append((copy.top, copy.left, twin))
    holder.extend(twin for _, _, twin in sorted(made, key=lambda item: item[:2]))


_UID = "{http://schemas.microsoft.com/office/spreadsheetml/2014/revision}uid"


def _become_another(comment: _Element, root: _Element, at: Area) -> None:
    """Give a copy an id of its own; where it stands for a thread, also the author that leads to the thread's copy."""
    from lxml import etree

    guid = comment.attrib.pop(_UID, "")
    authors = root.find(qn("x:authors"))
    author = int(comment.get("authorId") or 0)
    said = authors[author].text or "" if authors is not None and author < len(authors) else ""
    if not guid or authors is None or not said.startswith("tc="):
        return
    fresh = _copied_id(said.removeprefix("tc="), at)
    comment.set(_UID, fresh)
    comment.set("authorId", str(len(authors)))
    etree.SubElement(authors, qn("x:author")).text = f"tc={fresh}"


def _repeat_threads(root: _Element, sheet: SheetMap) -> None:
    """The threads of comments, with their answers, once for each copy of their cell."""
    for element in list(root):
        area = Area.parse(element.get("ref") or "A1")
        after = element
        found = list(remarked(area, sheet))
        for number, copy in enumerate(found):
            twin = deepcopy(element) if number else element
            twin.set("ref", cell_address(copy.top, copy.left))
            for named in twin.iter("*") if number else ():
                for name in ("id", "parentId", "mentionId"):
                    if named.get(name):
                        named.set(name, _copied_id(str(named.get(name)), copy))
            if number:
                after.addnext(twin)
                after = twin
        if not found:
            root.remove(element)


def _copied_id(guid: str, at: Area | str) -> str:
    """The id of the copy that stands at a cell, or on a sheet: the same one whenever the template is filled alike."""
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_OID, f"{guid} {at}")).upper() + "}"


def _say(comment: _Element, runs: Sequence[Run]) -> None:
    from lxml import etree

    old = comment.find(qn("x:text"))
    inner = "".join(f"<r>{run.properties}{text_element(run.text)}</r>" for run in runs) or "<t/>"
    new = etree.fromstring(f'<text xmlns="{xml.NAMESPACES["x"]}">{inner}</text>')
    if old is not None:
        comment.replace(old, new)


def _moved_shapes(text: str, home: str, sheet: SheetMap, maps: Mapping[str, SheetMap]) -> str:
    used = [int(number) for number in re.findall(r'\bid="_x0000_s(\d+)"', text)]
    fresh_id = max(used, default=1024)

    def move(match: re.Match[str]) -> str:
        nonlocal fresh_id
        shape = match[0]
        row, column = _ROW.search(shape), _COLUMN.search(shape)
        if row is None or column is None:  # a form control or a picture: only its anchor moves
            return _with_formulas(_anchored(shape, sheet), home, maps)
        at_row, at_column = int(row[2]) + 1, int(column[2]) + 1
        twins = []
        for number, copy in enumerate(remarked(Area(at_row, at_column, at_row, at_column), sheet)):
            twin = _ROW.sub(rf"\g<1>{copy.top - 1}\3", shape)
            twin = _COLUMN.sub(rf"\g<1>{copy.left - 1}\3", twin)
            twin = _shifted(twin, copy.top - at_row, copy.left - at_column)
            if number:
                fresh_id += 1
                twin = _SHAPE_ID.sub(rf"\g<1>_x0000_s{fresh_id}\3", twin)
            twins.append(twin)
        return "".join(twins)

    return _SHAPE.sub(move, text)


def _anchored(shape: str, sheet: SheetMap) -> str:
    found = _ANCHOR.search(shape)
    numbers = [] if found is None else [int(float(number)) for number in found[2].split(",")]
    if len(numbers) != 8:
        return shape
    row, column = moved_point(numbers[2] + 1, numbers[0] + 1, sheet)
    return _shifted(shape, row - numbers[2] - 1, column - numbers[0] - 1)


def _shifted(shape: str, rows: int, columns: int) -> str:
    def shift(match: re.Match[str]) -> str:
        numbers = [int(float(number)) for number in match[2].split(",")]
        if len(numbers) != 8:
            return match[0]
        for index, by in ((0, columns), (2, rows), (4, columns), (6, rows)):
            numbers[index] = max(numbers[index] + by, 0)
        return f"{match[1]}{', '.join(map(str, numbers))}{match[3]}"

    return shape if not rows and not columns else _ANCHOR.sub(shift, shape)


def _with_formulas(shape: str, home: str, maps: Mapping[str, SheetMap]) -> str:
    return _FORMULA.sub(
        lambda match: (
            f"{match[1]}{xml.escape_text(moved(parse_formula(match[2]), Home(home), maps))}{match[3]}"
        ),
        shape,
    )
