"""Blocks of cells that repeat downwards side by side: ``{%block for … %}`` … ``{%block endfor %}``.

The marks are in the first and the last cell of a block. Blocks in the same rows are a *band*: its rows come out as often as the
longest list wants, and where a shorter one has ended its cells stay empty. Cells beside the blocks come out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from jinja2 import Environment

from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.row_functions import NUMBER
from reportgen.excel.scopes import ScopeMark, as_mapping, bound_names
from reportgen.excel.value_program import Program
from reportgen.expressions import Tag
from reportgen.record import Record

PASS = "rg__pass"
"""The variable that counts the rows of a band from 0."""


class BandBlock(Record):
    """The columns of a block, the statement that opens it, and the variables it sets."""

    left: int
    right: int
    tag: Tag
    place: CellPlace
    names: tuple[str, ...]
    list_name: str
    """The variable that holds what its loop gives."""


class Band(Record):
    """Blocks in the same rows of the template."""

    top: int
    bottom: int
    blocks: tuple[BandBlock, ...]

    def block_at(self, column: int) -> BandBlock | None:
        return next((block for block in self.blocks if block.left <= column <= block.right), None)


class FixedWriter:
    """Writes a cell that says the same in every row: itself where it is wanted, an empty one in its format elsewhere."""

    __slots__ = ("_blank", "_body")

    def __init__(self, body: str, style: str) -> None:
        self._body, self._blank = body, f"{style}/>"

    def fragment(self, value: Any, row: int) -> str:
        """The rest of the cell's XML after its address."""
        return self._body.replace(NUMBER, str(row)) if value else self._blank


def plan_bands(marks: Sequence[ScopeMark], sandbox: Environment, problems: Problems) -> tuple[Band, ...]:
    """The bands of a sheet, from its block marks. Marks without a partner and blocks in each other's way are findings."""
    ordered = sorted(marks, key=lambda mark: (mark.place.row, mark.place.column))
    closes = [mark for mark in ordered if mark.tag.keyword == "endfor"]
    areas: dict[tuple[int, int], list[BandBlock]] = {}
    for mark in ordered:
        if mark.tag.keyword == "endfor":
            continue
        end = next((close for close in closes if _is_end(mark, close)), None)
        if mark.tag.keyword != "for" or end is None:
            problems.add("open-block", mark.place, variant="cells")
            continue
        closes.remove(end)
        rows, names = (mark.place.row, end.place.row), tuple(bound_names(mark.tag, sandbox))
        list_name = f"rg__block_{mark.place.row}_{mark.place.column}"
        block = BandBlock(mark.place.column, end.place.column, mark.tag, mark.place, names, list_name)
        for (top, bottom), others in areas.items():
            apart = rows[1] < top or bottom < rows[0]
            beside = rows == (top, bottom) and not any(_overlap(block, other) for other in others)
            if not apart and not beside:
                problems.add("blocks-overlap", mark.place)
        areas.setdefault(rows, []).append(block)
    for mark in closes:
        problems.add("open-block", mark.place, variant="cells")
    return tuple(Band(top, bottom, tuple(blocks)) for (top, bottom), blocks in sorted(areas.items()))


def _is_end(start: ScopeMark, end: ScopeMark) -> bool:
    return end.place.row >= start.place.row and end.place.column >= start.place.column


def _overlap(one: BandBlock, other: BandBlock) -> bool:
    return one.left <= other.right and other.left <= one.right


# ---- in the program --------------------------------------------------------------------------------------


def open_band(program: Program, band: Band, loop: int) -> None:
    """Gather what each block's loop gives, then begin the loop over the rows of the longest. All of it is one scope."""
    program.statement("with")
    for block in band.blocks:
        program.statement(f"set {block.list_name} = rg__list()")
        program.statement(block.tag.body, block.place)
        said = as_mapping(block.names)
        program.statement(f"set rg__ignored = rg__gather({block.list_name}, {said}, loop)", block.place)
        program.statement("endfor")
    lists = ", ".join(block.list_name for block in band.blocks)
    program.statement(f"for {PASS} in rg__passes({lists})")
    program.value(str(loop))


@contextmanager
def within(program: Program, block: BandBlock | None, place: CellPlace) -> Iterator[str]:
    """What is written meanwhile counts only in rows that the block has; gives the condition for it.

    ``None``: cells beside the blocks, which the first row has.
    """
    condition = f"{PASS} == 0" if block is None else f"{PASS} < {block.list_name}|length"
    program.statement(f"if {condition}", place)
    if block is None:
        yield condition
    else:  # not "set": Jinja refuses to set "loop"
        now = f"{block.list_name}[{PASS}]"
        program.statement(
            "with " + ", ".join(f"{name} = {now}['{name}']" for name in (*block.names, "loop")), place
        )
        yield condition
        program.statement("endwith")
    program.statement("endif")


def _gather(items: list[Mapping[str, Any]], variables: Mapping[str, Any], loop: Any) -> None:
    now = {name: getattr(loop, name) for name in ("index", "index0", "first", "last", "length", "revindex")}
    items.append({**variables, "loop": now})


def _fresh() -> list[Any]:
    return []  # the sandbox refuses calls of types


def _kept(kept: list[Any]) -> Any:
    return kept[0] if kept else ""


def _keep(kept: list[Any], value: Any) -> None:
    kept.append(value)


HELPERS: Mapping[str, Any] = {
    "rg__list": _fresh,
    "rg__gather": _gather,
    "rg__keep": _keep,
    "rg__kept": _kept,
    "rg__passes": lambda *lists: range(max(map(len, lists), default=0)),
}
"""What the programs of bands call."""
