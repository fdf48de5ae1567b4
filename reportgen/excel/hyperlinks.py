"""Hyperlinks: the designer's own, which follow their cells, and those that values bring along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen import content
from reportgen.excel.attached_texts import LINK_ATTRIBUTES, TARGET
from reportgen.excel.cell_writer import Ledger
from reportgen.excel.moved_areas import remarked
from reportgen.excel.moved_formulas import SheetMap
from reportgen.ooxml import Package
from reportgen.ooxml.addresses import Range, cell_address
from reportgen.ooxml.cell_texts import Run
from reportgen.ooxml.child_order import child_of
from reportgen.ooxml.relationships import HYPERLINK
from reportgen.ooxml.xml import clean, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

TextsByCopy = Mapping[tuple[str, int], Sequence[tuple[int, Sequence[Run]]]]
"""What tags beside cells gave: by kind and place in its list, the output row and text of each copy."""


def fill_links(package: Package, part: str, root: _Element, home: SheetMap, filled: TextsByCopy) -> None:
    """Repeat the designer's links with their rows, and put in what the tags in them gave."""
    holder = root.find(qn("x:hyperlinks"))
    if holder is None:
        return
    relationships = package.relationships(part)
    for index, link in enumerate(list(holder)):
        texts = {kind: dict(filled.get((kind, index), ())) for kind in (*LINK_ATTRIBUTES, TARGET)}
        after = link
        found = list(remarked(Range.parse(link.get("ref") or "A1"), home))
        for number, copy in enumerate(found):
            twin = deepcopy(link) if number else link
            twin.set("ref", str(copy))
            for kind in LINK_ATTRIBUTES:
                if copy.top in texts[kind]:
                    twin.set(kind, _text(texts[kind][copy.top]))
            if copy.top in texts[TARGET]:
                twin.set(
                    qn("r:id"), relationships.add(HYPERLINK, _text(texts[TARGET][copy.top]), external=True)
                )
            if number:
                after.addnext(twin)
                after = twin
        if not found:
            holder.remove(link)
    if not len(holder):
        root.remove(holder)


def _text(runs: Sequence[Run]) -> str:
    return clean("".join(run.text for run in runs)).text


def add_links(package: Package, part: str, root: _Element, ledger: Ledger) -> None:
    """Add the links of a sheet's values. A cell has one link: the first of its text."""
    from lxml import etree

    links = [
        (link, row, column)
        for link, row, column in ledger.links
        if isinstance(link, content.Link) and link.url
    ]
    if not links:
        return
    holder = child_of(root, "hyperlinks")
    taken = {str(link.get("ref")) for link in holder}
    relationships = package.relationships(part)
    ids: dict[str, str] = {}
    for link, row, column in links:
        cell = cell_address(row, column)
        if cell in taken or not isinstance(link, content.Link):
            continue
        taken.add(cell)
        url = clean(link.url).text
        if url not in ids:
            ids[url] = relationships.add(HYPERLINK, url, external=True)
        etree.SubElement(holder, qn("x:hyperlink"), {"ref": cell, qn("r:id"): ids[url]})
