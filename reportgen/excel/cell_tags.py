"""The tags of one cell: which take effect in the cell, and which open or close the rows around it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.template_sheet import TemplateCell
from reportgen.expressions import Tag
from reportgen.expressions.syntax import OPENS, is_block_set
from reportgen.ooxml.cell_texts import CellText
from reportgen.record import Record, field


class PlacedCell(Record):
    """A template cell and the column it comes out in; ``bindings`` are statements that set a column loop's variables."""

    cell: TemplateCell
    column: int
    bindings: tuple[str, ...] = ()


class CellTags(Struct):
    """A cell with tags. ``opens`` and ``closes`` are those that reach beyond it, once :meth:`part` has found them."""

    placed: PlacedCell
    place: CellPlace
    tags: list[Tag]
    opens: list[Tag] = field(default_factory=list)
    closes: list[Tag] = field(default_factory=list)
    text: CellText = field(default_factory=lambda: CellText(()))

    @property
    def only_statements(self) -> bool:
        rest, at = "", 0
        for tag in self.tags:
            rest += self.text.text[at : tag.start]
            at = tag.end
        rest += self.text.text[at:]
        return not rest.strip() and all(tag.kind in ("{%", "{#") for tag in self.tags)

    def part(self, problems: Problems) -> None:
        """Which statements of a cell close or open beyond it: those go after and before the row."""
        depth: list[Tag] = []
        inner: list[Tag] = []
        for tag in self.tags:
            if tag.keyword in OPENS or is_block_set(tag):
                depth.append(tag)
            elif tag.keyword.startswith("end"):
                if depth:
                    inner += [depth.pop(), tag]
                else:
                    self.closes.append(tag)
        self.opens = depth
        text = self.text.text
        for tag in self.opens:
            if text[: tag.start].strip() and any(
                other.end <= tag.start for other in self.tags if other in inner
            ):
                self._misplaced(problems, tag, "start")
        for tag in self.closes:
            if text[tag.end :].strip() and not text[tag.end :].lstrip().startswith("{%"):
                self._misplaced(problems, tag, "end")

    def _misplaced(self, problems: Problems, tag: Tag, where: str) -> None:
        problems.add("misplaced-statement", self.place, variant=where, statement=tag.source)


def check_side_by_side(row: Sequence[CellTags], problems: Problems) -> None:
    """Two loops that open and close one after the other in the same row would multiply each other."""
    closed = False
    for found in row:
        ordered = sorted([*found.opens, *found.closes], key=lambda tag: tag.start)
        for tag in ordered:
            if tag.keyword == "for" and closed:
                problems.add("loops-side-by-side", found.place)
            closed = closed or tag.keyword == "endfor"
