"""Where a part has tags: in its paragraphs, in attributes (alternative texts), in the properties of the document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reportgen.expressions import NearTag, find_tags, may_hold_near_tags, may_hold_tags, near_tags
from reportgen.findings import Finding, Place, Severity
from reportgen.ooxml import relationships
from reportgen.ooxml.xml import NAMESPACES
from reportgen.record import replace
from reportgen.regex import regex
from reportgen.word import wml as n
from reportgen.word.slots import Slot, SlotKind
from reportgen.word.split_tags import MARK, MARK_START, MarkedTag, mark, mark_tags
from reportgen.word.tag_register import TagRegister

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml import Package

_MAY_BELONG = regex("[{}｛｝【«<《\\[［]")
"""What a piece of a tag, or of what was meant as one, holds: they may be torn over runs."""

_PROPERTIES = (f"{{{NAMESPACES['cp']}}}", f"{{{NAMESPACES['ap']}}}", f"{{{NAMESPACES['cup']}}}")


_OFFICE = (
    f"{{{NAMESPACES['w']}}}",
    "{http://schemas.openxmlformats.org/drawingml/2006/",
    "{http://schemas.microsoft.com/office/drawing/",
)
"""Parts whose texts are paragraphs, as far as they have any."""


def search_tags(
    root: _Element,
    register: TagRegister,
    where: Place,
    chart_titles: Mapping[str, str],
    addresses: Mapping[str, str],
) -> None:
    """Replace every tag by its mark and enter it into the register with its place."""
    places = _mark_paragraphs(root, register, where)
    if not str(root.tag).startswith(_OFFICE):
        _mark_texts(root, register, where, only_values=not str(root.tag).startswith(_PROPERTIES))
    _offer_chart_titles(root, chart_titles)
    _mark_attributes(root, register, where, places)
    _mark_addresses(root, register, where, places, addresses)
    _unbind_controls(root)


def _mark_paragraphs(root: _Element, register: TagRegister, where: Place) -> dict[_Element, int]:
    """Mark the tags of all paragraphs; return each paragraph's number, counted through the part."""
    numbers: dict[_Element, int] = {}
    counted: _Places = {}
    for number, paragraph in enumerate(root.iter(n.P, n.DRAWN_PARAGRAPH), start=1):
        if paragraph.tag == n.P:
            numbers[paragraph] = len(numbers) + 1
        if any(map(_MAY_BELONG.search, map(str, paragraph.itertext()))):
            place = _place(where, numbers.get(paragraph, number), paragraph, counted)
            for marked in mark_tags(paragraph, register.next_number):
                register.add(marked, replace(place, text=marked.around))
            register.near += _near_tags(paragraph, place, register)
    return numbers


def _near_tags(paragraph: _Element, place: Place, register: TagRegister) -> list[NearTag]:
    """What looks like a tag in a paragraph whose tags are marked."""
    text = "".join(text.text or "" for text in paragraph.iter(n.T) if n.ancestor(text, n.P) is paragraph)
    if not may_hold_near_tags(text):
        return []
    shown = MARK.sub(lambda found: register.tags[int(found[1])].tag.source, text)
    return near_tags(MARK.sub("\n", text), replace(place, text=shown))


_Places = dict["_Element", dict["_Element", int]]
"""The rows of tables and the cells of rows, by their number."""


def _place(where: Place, number: int, paragraph: _Element, counted: _Places) -> Place:
    """Paragraph counted within the part; inside a table also row and cell, counted within the table."""
    cell, row, table = (n.ancestor(paragraph, name) for name in (n.CELL, n.ROW, n.TABLE))
    if cell is None or row is None or table is None:
        return replace(where, paragraph=number)
    for around, name in ((table, n.ROW), (row, n.CELL)):
        if around not in counted:
            counted[around] = {one: at for at, one in enumerate(around.iter(name), start=1)}
    return replace(where, paragraph=number, row=counted[table][row], column=str(counted[row][cell]))


def _mark_texts(root: _Element, register: TagRegister, where: Place, *, only_values: bool) -> None:
    """Tags in the document's properties (title, subject, author) and in custom XML, where other programs may write what looks like them."""
    for element in root.iter("*"):
        text = element.text or ""
        if only_values and not all(tag.kind == "{{" and tag.closed for tag in find_tags(text)):
            continue
        if may_hold_tags(text) and len(element) == 0:
            element.text = _marked(text, element, SlotKind.PLAIN, register, replace(where, text=text))


def _mark_attributes(
    root: _Element, register: TagRegister, where: Place, numbers: dict[_Element, int]
) -> None:
    """Tags in attributes: alternative texts, addresses, titles of controls."""
    for element in root.iter("*"):
        for name, value in element.attrib.items():
            text = str(value)
            if not may_hold_tags(text) or not find_tags(text):
                continue
            paragraph = n.ancestor(element, n.P)
            number = None if paragraph is None else numbers.get(paragraph)
            first = register.next_number
            element.set(
                name,
                _marked(
                    text, element, SlotKind.ATTRIBUTE, register, replace(where, paragraph=number, text=text)
                ),
            )
            made = range(first, register.next_number)
            if element.tag == n.DRAWING_PROPERTIES and len(made) == 1 and register.is_value(first):
                _link_drawn(element, first, register)


def tagged_addresses(package: Package, part: str) -> dict[str, str]:
    """The addresses of a part's links that have tags in them, by relationship; Word writes the braces as %7B."""
    found = {}
    for one in package.relationships(part).by_type(relationships.HYPERLINK):
        address = unquote(one.target)
        if one.external and may_hold_tags(address) and find_tags(address):
            found[one.id] = address
    return found


def _mark_addresses(
    root: _Element,
    register: TagRegister,
    where: Place,
    numbers: dict[_Element, int],
    addresses: Mapping[str, str],
) -> None:
    """Links whose address has tags lead, in each turn of a loop, to the address that these give."""
    for link in root.iter(n.HYPERLINK):
        address = addresses.get(link.get(n.RELATIONSHIP_ID) or "")
        if address is None:
            continue
        paragraph = n.ancestor(link, n.P)
        place = replace(where, paragraph=None if paragraph is None else numbers.get(paragraph), text=address)
        tags = find_tags(address)
        first = MarkedTag(register.next_number, tags[0], link, address)
        register.add(first, place)
        register.silent.add(first.number)
        if any(tag.kind != "{{" or not tag.closed for tag in tags):
            register.find(first.number, Finding("tag-in-address", Severity.ERROR, address=address))
            continue
        pieces, position = [], 0
        for tag in tags:
            pieces += [repr(address[position : tag.start]), f"({tag.body})"]
            position = tag.end
        pieces.append(repr(address[position:]))
        link.set(
            n.RELATIONSHIP_ID, mark(register.add_attribute(f"[{', '.join(pieces)}]", first, SlotKind.ADDRESS))
        )


def _unbind_controls(root: _Element) -> None:
    """A control with tags shows what they give: Word would put the value that it is bound to in its place."""
    for binding in list(root.iter(n.BINDING, n.NEWER_BINDING)):
        control = n.ancestor(binding, n.SDT)
        content = None if control is None else control.find(n.SDT_CONTENT)
        if content is not None and any(MARK_START in str(text) for text in content.itertext()):
            binding.getparent().remove(binding)  # type: ignore[union-attr]


def _marked(text: str, element: _Element, kind: SlotKind, register: TagRegister, place: Place) -> str:
    """``text`` with its tags replaced by register, each with a slot of its own."""
    kept, position = [], 0
    for tag in find_tags(text):
        if not tag.closed:
            register.add(MarkedTag(register.next_number, tag, element, text), place)
            break
        number = register.next_number
        register.add(MarkedTag(number, tag, element, text), place)
        if tag.kind == "{{":
            register.slots[number] = Slot(number, kind, tag, place)
        kept += [text[position : tag.start], mark(number)]
        position = tag.end
    return "".join(kept) + text[position:]


def _offer_chart_titles(root: _Element, titles: Mapping[str, str]) -> None:
    """A chart whose own title is a tag is addressed by it, as if the tag were its alternative text."""
    for chart in root.iter(n.CHART):
        title = titles.get(chart.get(n.RELATIONSHIP_ID) or "", "")
        drawing = next(chart.iterancestors(n.INLINE, n.ANCHORED), None)
        properties = None if drawing is None else drawing.find(n.DRAWING_PROPERTIES)
        if (
            title
            and properties is not None
            and "{{" not in (properties.get("descr") or "") + (properties.get("title") or "")
        ):
            properties.set("descr", title)


def _link_drawn(properties: _Element, number: int, register: TagRegister) -> None:
    """A drawing whose alternative text is a tag, and which shows one chart or picture: that is the template."""
    drawing = properties.getparent()
    shown = [] if drawing is None else [*drawing.iter(n.CHART, n.NEWER_CHART, n.PICTURE_FILL)]
    if len(shown) != 1:
        return
    name = n.EMBEDDED if shown[0].tag == n.PICTURE_FILL else n.RELATIONSHIP_ID
    relationship = shown[0].get(name) or ""
    if relationship:
        register.slots[number] = replace(
            register.slots[number], kind=SlotKind.DRAWN_ALT_TEXT, relationship=relationship
        )
        shown[0].set(name, mark(register.add_drawn_link(relationship, register.tags[number])))
