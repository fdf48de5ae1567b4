"""docxtpl's four statements about table cells: ``colspan``, ``cellbg``, ``vm`` (merge down) and ``hm`` (merge across).

They are in a cell's text and act on the cell's properties; here they become expressions in those properties.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reportgen.word import wml as n
from reportgen.word.slots import SlotKind
from reportgen.word.split_tags import MarkedTag, mark
from reportgen.word.statement_places import instruction
from reportgen.word.tag_register import TagRegister

if TYPE_CHECKING:
    from lxml.etree import _Element

# The order of a cell's properties up to the shading (ECMA-376 part 1, 17.4.66).
_ORDER = ["cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd"]


MERGES_DOWN = "'restart' if loop.first else 'continue'"
MERGES_ACROSS = " * loop.length"
"""The expressions that ``vm`` and ``hm`` become."""


def settle_cell_statements(register: TagRegister) -> None:
    """Let every cell statement act on its cell; the statements themselves write nothing."""
    for number, marked in list(register.tags.items()):
        step = _STEPS.get(marked.tag.keyword)
        if step is None or not marked.tag.closed:
            continue
        register.silent.add(number)
        cell = n.ancestor(marked.element, n.CELL)
        if cell is None:
            register.find_misplaced(number, "tc")
        else:
            step(register, cell, marked)


def _span(register: TagRegister, cell: _Element, marked: MarkedTag) -> None:
    """``{% colspan n %}``: the cell goes over ``n`` columns."""
    number = register.add_attribute(_operand(marked), marked, SlotKind.SPAN)
    _property(cell, "gridSpan").set(n.VAL, mark(number))


def _shade(register: TagRegister, cell: _Element, marked: MarkedTag) -> None:
    """``{% cellbg colour %}``: the cell's background, six hexadecimal digits or a usual name."""
    shading = _property(cell, "shd")
    shading.set(n.VAL, "clear")
    shading.set(f"{{{n.W}}}color", "auto")
    shading.set(f"{{{n.W}}}fill", mark(register.add_attribute(_operand(marked), marked, SlotKind.COLOUR)))


def _merge_down(register: TagRegister, cell: _Element, marked: MarkedTag) -> None:
    """``{% vm %}`` in a loop of rows: the first turn's cell goes down over the others, which show nothing."""
    number = register.add_attribute(MERGES_DOWN, marked)
    _property(cell, "vMerge").set(n.VAL, mark(number))
    for paragraph in cell.iterchildren(n.P):
        first = register.add_statement("if loop.first", marked)
        last = register.add_statement("endif", marked)
        paragraph.insert(0 if paragraph.find(n.PPR) is None else 1, instruction(first))
        paragraph.append(instruction(last))


def _merge_across(register: TagRegister, cell: _Element, marked: MarkedTag) -> None:
    """``{% hm %}`` in a loop of cells: one cell over as many columns as the loop has turns."""
    span = _property(cell, "gridSpan")
    columns = span.get(n.VAL) or "1"
    span.set(n.VAL, mark(register.add_attribute(columns + MERGES_ACROSS, marked)))
    cell.addprevious(instruction(register.add_statement("if loop.first", marked)))
    cell.addnext(instruction(register.add_statement("endif", marked)))


_STEPS: dict[str, Callable[[TagRegister, _Element, MarkedTag], None]] = {
    "colspan": _span,
    "cellbg": _shade,
    "vm": _merge_down,
    "hm": _merge_across,
}
CELL_STATEMENTS = frozenset(_STEPS)


def _operand(marked: MarkedTag) -> str:
    """The expression after the keyword: ``{% colspan n + 1 %}`` gives ``n + 1``."""
    return marked.tag.body.removeprefix(marked.tag.keyword).strip()


def _property(cell: _Element, name: str) -> _Element:
    """The cell's property ``name``, put where the schema wants it if it is not there yet."""
    from lxml import etree

    properties = cell.find(n.CELL_PROPERTIES)
    if properties is None:
        properties = etree.Element(n.CELL_PROPERTIES)
        cell.insert(0, properties)
    found = properties.find(f"{{{n.W}}}{name}")
    if found is not None:
        return found
    earlier = {f"{{{n.W}}}{other}" for other in _ORDER[: _ORDER.index(name)]}
    new = etree.Element(f"{{{n.W}}}{name}")
    properties.insert(sum(1 for child in properties if child.tag in earlier), new)
    return new
