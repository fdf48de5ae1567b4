"""Texts that belong to a cell but do not stand in it, and may hold tags: comments, and what hyperlinks say and lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reportgen.excel.comments import read_comments
from reportgen.excel.references import Area
from reportgen.excel.strings import CellText, Run
from reportgen.ooxml import Package
from reportgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

COMMENT = "comment"
LINK_ATTRIBUTES = ("display", "tooltip", "location")
TARGET = "target"


@dataclass(frozen=True, slots=True)
class Extra:
    """A text at a cell. ``kind`` is ``comment``, ``target`` or a hyperlink's attribute; ``index`` its place in its list."""

    kind: str
    index: int
    row: int
    column: int
    text: CellText


def read_extras(package: Package, sheet_part: str, root: _Element) -> list[Extra]:
    """All such texts of a worksheet that hold a tag."""
    found = [
        Extra(COMMENT, comment.index, comment.row, comment.column, comment.text)
        for comment in read_comments(package, sheet_part)
    ]
    targets: Mapping[str, str] = {link.id: link.target for link in package.relationships(sheet_part)}
    for index, link in enumerate(root.iter(qn("x:hyperlink"))):
        area = Area.parse(link.get("ref") or "A1")
        said = {name: link.get(name) or "" for name in LINK_ATTRIBUTES}
        said[TARGET] = unquote(targets.get(link.get(qn("r:id")) or "", ""))
        for kind, text in said.items():
            found.append(Extra(kind, index, area.top, area.left, CellText((Run(text),))))
    return [extra for extra in found if "{{" in extra.text.text or "{%" in extra.text.text]
