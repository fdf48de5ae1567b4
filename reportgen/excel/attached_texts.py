"""Texts that belong to a cell but are not in it, and may hold tags: comments, hyperlinks, prompts of data validation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reportgen.excel.cell_writer import CellProblem
from reportgen.excel.comments import read_comments
from reportgen.excel.moved_areas import areas_of
from reportgen.ooxml import Package
from reportgen.ooxml.addresses import Range
from reportgen.ooxml.cell_texts import CellText, Run
from reportgen.ooxml.xml import qn
from reportgen.record import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

COMMENT = "comment"
LINK_ATTRIBUTES = ("display", "tooltip", "location")
TARGET = "target"
LONGEST_PROMPT = {"promptTitle": 32, "prompt": 255, "errorTitle": 32, "error": 255}
"""The texts of a data validation, with the characters each may have (ECMA-376 part 1, 18.3.1.32)."""


class AttachedText(Record):
    """A text at a cell. ``kind`` is ``comment``, ``target``, or a link's or validation's attribute; ``index`` its place in its list."""

    kind: str
    index: int
    row: int
    column: int
    text: CellText

    def checked(self, runs: list[Run]) -> list[Run]:
        """What is to be written there. Raises ``CellProblem`` where Excel would not take it."""
        longest, length = LONGEST_PROMPT.get(self.kind), sum(len(run.text) for run in runs)
        if longest is not None and length > longest:
            raise CellProblem("prompt-too-long", length=length, longest=longest)
        return runs


def read_attached_texts(package: Package, sheet_part: str, root: _Element) -> list[AttachedText]:
    """All such texts of a worksheet that hold a tag."""
    found = [
        AttachedText(COMMENT, comment.index, comment.row, comment.column, comment.text)
        for comment in read_comments(package, sheet_part)
    ]
    targets: Mapping[str, str] = {link.id: link.target for link in package.relationships(sheet_part)}
    for index, link in enumerate(root.iter(qn("x:hyperlink"))):
        area = Range.parse(link.get("ref") or "A1")
        said = {name: link.get(name) or "" for name in LINK_ATTRIBUTES}
        said[TARGET] = unquote(targets.get(link.get(qn("r:id")) or "", ""))
        for kind, text in said.items():
            found.append(AttachedText(kind, index, area.top, area.left, CellText((Run(text),))))
    for index, (rule, sqref) in enumerate(validations_of(root)):
        area = areas_of(sqref)[0]
        found += [
            AttachedText(kind, index, area.top, area.left, CellText((Run(rule.get(kind) or ""),)))
            for kind in LONGEST_PROMPT
        ]
    return [text for text in found if "{{" in text.text.text or "{%" in text.text.text]


def validations_of(root: _Element) -> list[tuple[_Element, str]]:
    """The data validations of a sheet, old and new, with the cells they are for."""
    found = []
    for rule in root.iter(qn("x:dataValidation"), qn("x14:dataValidation")):
        sqref = rule.get("sqref") or rule.findtext(qn("xm:sqref")) or ""
        if areas_of(sqref):
            found.append((rule, sqref))
    return found
