"""A template with its mistakes written into it: a note on every cell that has a finding, for the person who designs it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportgen.display_width import line_count
from reportgen.findings import Finding
from reportgen.language import say_remedy, say_what
from reportgen.ooxml import Package, xml
from reportgen.ooxml.addresses import cell_address, column_number
from reportgen.ooxml.cell_texts import text_element
from reportgen.ooxml.content_types import PART as CONTENT_TYPES
from reportgen.ooxml.relationships import COMMENTS, VML_DRAWING
from reportgen.ooxml.workbooks import read_workbook
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "reportgen"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_MAIN = xml.NAMESPACES["x"]
_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_BOX_COLUMNS, _LEAST_LINES = 4, 5
_BOX_WIDTH = 32
"""Digits that a line holds over four columns as Excel makes them."""
_AFTER_LEGACY = {
    qn(f"x:{name}")
    for name in (
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    )
}  # fmt: skip


def annotate_template(template: bytes, findings: Iterable[Finding], language: str = "en") -> bytes:
    """The template with a note on each cell that ``findings`` name. Findings without a cell are left to the list."""
    package = Package.open(template)
    by_sheet: dict[str, dict[tuple[int, int], list[str]]] = {}
    for finding in findings:
        place = finding.place
        if place.sheet and place.row and place.column and place.column.isupper():
            cell = (place.row, column_number(place.column))
            said = f"{say_what(finding, language)}\n{say_remedy(finding, language)}".strip()
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
    text = package.read(drawing).decode("utf-8")
    shapes = "".join(_shape(number, cell, notes[cell]) for number, cell in enumerate(fresh, 1))
    end = text.rindex("</xml>")
    package.write(drawing, (text[:end] + shapes + text[end:]).encode("utf-8"))


def _comments_part(package: Package, sheet: str) -> str:
    for found in package.relationships(sheet).by_type(COMMENTS):
        return found.part
    name = package.free_name("xl/comments{}.xml")
    empty = f'<comments xmlns="{_MAIN}"><authors/><commentList/></comments>'
    package.add(name, xml.DECLARATION + empty.encode(), _COMMENTS_TYPE)
    package.relationships(sheet).add(COMMENTS, name)
    return name


def _drawing_part(package: Package, sheet: str) -> str:
    """The legacy drawing that shows notes; one is added where the sheet has none."""
    from lxml import etree

    relationships = package.relationships(sheet)
    document = xml.parse(package.read(sheet), sheet)
    element = document.root.find(qn("x:legacyDrawing"))
    if element is not None:
        return relationships.get(element.get(qn("r:id")) or "").part
    name = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.write(name, _VML.encode())
    _declare_vml(package)
    relationship = relationships.add(VML_DRAWING, name)
    element = etree.Element(qn("x:legacyDrawing"), {qn("r:id"): relationship})
    for index, child in enumerate(document.root):
        if child.tag in _AFTER_LEGACY:
            document.root.insert(index, element)
            break
    else:
        document.root.append(element)
    package.write(sheet, document.to_bytes())
    return name


def _declare_vml(package: Package) -> None:
    from lxml import etree

    with package.edited(CONTENT_TYPES) as root:
        known = {(element.get("Extension") or "").lower() for element in root}
        if "vml" not in known:
            kind = "application/vnd.openxmlformats-officedocument.vmlDrawing"
            root.insert(0, etree.Element(qn("ct:Default"), Extension="vml", ContentType=kind))


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


def _shape(number: int, cell: tuple[int, int], said: Sequence[str]) -> str:
    """The box of a note, as tall as what it says needs over the columns that it stands on."""
    row, column = cell
    first, lines = max(row - 2, 0), sum(line_count(text, _BOX_WIDTH) for text in said)
    anchor = (
        f"{column}, 15, {first}, 10, {column + _BOX_COLUMNS}, 15, {first + max(lines + 1, _LEAST_LINES)}, 4"
    )
    return (
        f'<v:shape id="_x0000_s9{number:04d}" type="#_x0000_t202" style="position:absolute;visibility:hidden"'
        ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox/>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )
