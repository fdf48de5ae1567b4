"""Hyperlinks that values bring along: a link to an address outside, or to a place within the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen import content
from reportgen.excel.cells import Ledger
from reportgen.excel.references import column_letters
from reportgen.ooxml import Package
from reportgen.ooxml.relationships import HYPERLINK
from reportgen.ooxml.xml import clean, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_BEFORE_LINKS = {
    qn(f"x:{name}")
    for name in (
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
        "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
        "phoneticPr", "conditionalFormatting", "dataValidations",
    )
}  # fmt: skip


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
    holder = root.find(qn("x:hyperlinks"))
    if holder is None:
        holder = etree.Element(qn("x:hyperlinks"))
        at = max((index for index, child in enumerate(root) if child.tag in _BEFORE_LINKS), default=-1)
        root.insert(at + 1, holder)
    taken = {str(link.get("ref")) for link in holder}
    relationships = package.relationships(part)
    ids: dict[str, str] = {}
    for link, row, column in links:
        cell = f"{column_letters(column)}{row}"
        if cell in taken or not isinstance(link, content.Link):
            continue
        taken.add(cell)
        url = clean(link.url).text
        if url not in ids:
            ids[url] = relationships.add(HYPERLINK, url, external=True)
        etree.SubElement(holder, qn("x:hyperlink"), {"ref": cell, qn("r:id"): ids[url]})
