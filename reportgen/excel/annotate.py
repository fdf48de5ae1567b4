"""A template with its mistakes written into it: a note on every cell that has a finding, for the person who designs it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportgen.display_width import line_count
from reportgen.findings import Finding
from reportgen.language import language
from reportgen.messages import FALLBACK
from reportgen.ooxml import Package, xml
from reportgen.ooxml.addresses import cell_address, column_number
from reportgen.ooxml.cell_texts import text_element
from reportgen.ooxml.child_order import child_of
from reportgen.ooxml.content_types import COMMENTS as COMMENTS_TYPE
from reportgen.ooxml.content_types import VML
from reportgen.ooxml.relationships import COMMENTS, VML_DRAWING
from reportgen.ooxml.vml import BOX_WIDTH, EMPTY, with_notes
from reportgen.ooxml.workbooks import read_workbook
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "reportgen"
_MAIN = xml.NAMESPACES["x"]
_LEAST_LINES = 5


def annotate_template(template: bytes, findings: Iterable[Finding], code: str = FALLBACK) -> bytes:
    """The template with a note on each cell that ``findings`` name. Findings without a cell are left to the list."""
    package = Package.open(template)
    by_sheet: dict[str, dict[tuple[int, int], list[str]]] = {}
    for finding in findings:
        place = finding.place
        if place.sheet and place.row and place.column and place.column.isupper():
            cell = (place.row, column_number(place.column))
            said = f"{language(code).what(finding)}\n{language(code).remedy(finding)}".strip()
            by_sheet.setdefault(place.sheet, {}).setdefault(cell, []).append(said)
    for entry in read_workbook(package).sheets:
        if entry.name in by_sheet:
            _annotate(package, entry.part, by_sheet[entry.name])
    return package.save()


def _annotate(package: Package, part: str, notes: dict[tuple[int, int], list[str]]) -> None:
    comments, drawing = _comments_part(package, part), _drawing_part(package, part)
    fresh: list[tuple[int, int]] = []
    with package.edited(comments) as root:
        author = _author(root)
        holder = root.find(qn("x:commentList"))
        assert holder is not None
        there = {str(comment.get("ref")): comment for comment in holder}
        for (row, column), said in sorted(notes.items()):
            address = cell_address(row, column)
            if address in there:
                _say_more(there[address], said)
            else:
                holder.append(_comment(address, author, said))
                fresh.append((row, column))
    boxes = [(*cell, _lines_of_box(notes[cell])) for cell in fresh]
    package.write(drawing, with_notes(package.read(drawing).decode("utf-8"), boxes).encode("utf-8"))


def _comments_part(package: Package, sheet: str) -> str:
    for found in package.relationships(sheet).by_type(COMMENTS):
        return found.part
    name = package.free_name("xl/comments{}.xml")
    empty = f'<comments xmlns="{_MAIN}"><authors/><commentList/></comments>'
    package.add(name, xml.DECLARATION + empty.encode(), COMMENTS_TYPE)
    package.relationships(sheet).add(COMMENTS, name)
    return name


def _drawing_part(package: Package, sheet: str) -> str:
    """The legacy drawing that shows notes; one is added where the sheet has none."""
    relationships = package.relationships(sheet)
    document = xml.parse(package.read(sheet), sheet)
    element = child_of(document.root, "legacyDrawing")
    if known := element.get(qn("r:id")):
        return relationships.get(known).part
    name = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.add(name, EMPTY, VML)
    element.set(qn("r:id"), relationships.add(VML_DRAWING, name))
    package.write(sheet, document.to_bytes())
    return name


def _author(root: _Element) -> int:
    from lxml import etree

    authors = root.find(qn("x:authors"))
    assert authors is not None
    names = [element.text for element in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, qn("x:author")).text = AUTHOR
        names.append(AUTHOR)
    return names.index(AUTHOR)


def _comment(address: str, author: int, said: Sequence[str]) -> _Element:
    from lxml import etree

    text = "".join(f"<r>{text_element(line)}</r>" for line in _lines(said))
    return etree.fromstring(
        f'<comment xmlns="{_MAIN}" ref="{address}" authorId="{author}"><text>{text}</text></comment>'
    )


def _say_more(comment: _Element, said: Sequence[str]) -> None:
    from lxml import etree

    text = comment.find(qn("x:text"))
    if text is not None:
        for line in _lines(said):
            text.append(etree.fromstring(f'<r xmlns="{_MAIN}">{text_element(chr(10) + line)}</r>'))


def _lines(said: Sequence[str]) -> list[str]:
    return [f"{line}\n" if number < len(said) else line for number, line in enumerate(said, 1)]


def _lines_of_box(said: Sequence[str]) -> int:
    """How many rows a note's box goes over, which is as tall as what it says."""
    return max(sum(line_count(text, BOX_WIDTH) for text in said) + 1, _LEAST_LINES)
