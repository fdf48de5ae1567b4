"""Comments (notes) follow their cells: one for each copy of a repeated row, with the legacy drawing that shows them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import count
from typing import TYPE_CHECKING

from reportgen.excel.moved_areas import moved_point, remarked
from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.ooxml import Package, xml
from reportgen.ooxml.addresses import Range, cell_address
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
from reportgen.ooxml.vml import Shape, last_id, with_shapes
from reportgen.ooxml.xml import qn
from reportgen.record import Record

if TYPE_CHECKING:
    from lxml.etree import _Element


CommentTexts = Mapping[int, Sequence[tuple[int, Sequence[Run]]]]
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
                area = Range.parse(element.get("ref") or "A1")
            text = element.find(qn("x:text"))
            found.append(
                TemplateComment(index, area.top, area.left, CellText(()) if text is None else read_text(text))
            )
    return found


def move_comments(
    package: Package, sheet_part: str, home: str, maps: Mapping[str, SheetMap], texts: CommentTexts
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
                area = Range.parse(element.get("r") or "A1")
                element.set("r", cell_address(*moved_point(area.top, area.left, sheet)))


def _move_list(root: _Element, sheet: SheetMap, texts: CommentTexts) -> None:
    holder = root.find(qn("x:commentList"))
    if holder is None:
        return
    made: list[tuple[int, int, _Element]] = []
    for index, element in enumerate(list(holder)):
        holder.remove(element)
        area = Range.parse(element.get("ref") or "A1")
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


def _become_another(comment: _Element, root: _Element, at: Range) -> None:
    """Give a copy an id of its own; where it stands for a thread, also the author that leads to the thread's copy."""
    from lxml import etree

    guid = comment.attrib.pop(qn("xr:uid"), "")
    authors = root.find(qn("x:authors"))
    author = int(comment.get("authorId") or 0)
    said = authors[author].text or "" if authors is not None and author < len(authors) else ""
    if not guid or authors is None or not said.startswith("tc="):
        return
    fresh = _copied_id(said.removeprefix("tc="), at)
    comment.set(qn("xr:uid"), fresh)
    comment.set("authorId", str(len(authors)))
    etree.SubElement(authors, qn("x:author")).text = f"tc={fresh}"


def _repeat_threads(root: _Element, sheet: SheetMap) -> None:
    """The threads of comments, with their answers, once for each copy of their cell."""
    for element in list(root):
        area = Range.parse(element.get("ref") or "A1")
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


def _copied_id(guid: str, at: Range | str) -> str:
    """The id of the copy that is at a cell, or on a sheet: the same one whenever the template is filled alike."""
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_OID, f"{guid} {at}")).upper() + "}"


def _say(comment: _Element, runs: Sequence[Run]) -> None:
    from lxml import etree

    old = comment.find(qn("x:text"))
    inner = "".join(f"<r>{run.properties}{text_element(run.text)}</r>" for run in runs) or "<t/>"
    new = etree.fromstring(f'<text xmlns="{xml.NAMESPACES["x"]}">{inner}</text>')
    if old is not None:
        comment.replace(old, new)


def _moved_shapes(text: str, home: str, sheet: SheetMap, maps: Mapping[str, SheetMap]) -> str:
    ids = count(last_id(text) + 1)

    def move(shape: Shape) -> Iterator[Shape]:
        if shape.cell is None:  # a form control or a picture: only its box moves
            box = shape.corner and shape.moved(shape.corner, *moved_point(*shape.corner, sheet))
            yield (box or shape).with_formulas(
                lambda formula: xml.escape_text(moved(parse_formula(formula), Home(home), maps))
            )
            return
        for number, copy in enumerate(remarked(Range(*shape.cell, *shape.cell), sheet)):
            twin = shape.moved(shape.cell, copy.top, copy.left)
            yield twin.with_id(next(ids)) if number else twin

    return with_shapes(text, move)
