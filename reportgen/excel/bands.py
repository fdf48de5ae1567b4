"""Blocks of cells that repeat downwards side by side: ``{%block for … %}`` … ``{%block endfor %}``.

The marks stand in the first and the last cell of a block. Blocks in the same rows are a *band*: its rows come out as often as the
longest list wants, and where a shorter one has ended its cells stay empty. What stands beside the blocks comes out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.program import Program
from reportgen.excel.scopes import ScopeMark, as_mapping, bound_names
from reportgen.expressions import Tag
from reportgen.messages import Bilingual

PASS = "rg__pass"
"""The variable that counts the rows of a band from 0."""


@dataclass(frozen=True, slots=True)
class Block:
    """The columns of a block, the statement that opens it, and the variables it sets."""

    left: int
    right: int
    tag: Tag
    place: CellPlace
    names: tuple[str, ...]
    list_name: str
    """The variable that holds what its loop gives."""


@dataclass(frozen=True, slots=True)
class Band:
    """Blocks in the same rows of the template."""

    top: int
    bottom: int
    blocks: tuple[Block, ...]

    def block_at(self, column: int) -> Block | None:
        return next((block for block in self.blocks if block.left <= column <= block.right), None)


class FixedWriter:
    """Writes a cell that says the same in every row: itself where it is wanted, an empty one in its format elsewhere."""

    __slots__ = ("_blank", "_body")

    def __init__(self, body: str, style: str) -> None:
        self._body, self._blank = body, f"{style}/>"

    def fragment(self, value: Any, _row: int) -> str:
        """The rest of the cell's XML after its address."""
        return self._body if value else self._blank


def plan_bands(marks: Sequence[ScopeMark], sandbox: Environment, problems: Problems) -> tuple[Band, ...]:
    """The bands of a sheet, from its block marks. Marks without a partner and blocks in each other's way are told."""
    ordered = sorted(marks, key=lambda mark: (mark.place.row, mark.place.column))
    closes = [mark for mark in ordered if mark.tag.keyword == "endfor"]
    areas: dict[tuple[int, int], list[Block]] = {}
    for mark in ordered:
        if mark.tag.keyword == "endfor":
            continue
        end = next((close for close in closes if _is_end(mark, close)), None)
        if mark.tag.keyword != "for" or end is None:
            problems.add("open-block", mark.place, _UNPAIRED, _PAIR)
            continue
        closes.remove(end)
        rows, names = (mark.place.row, end.place.row), tuple(bound_names(mark.tag, sandbox))
        list_name = f"rg__block_{mark.place.row}_{mark.place.column}"
        block = Block(mark.place.column, end.place.column, mark.tag, mark.place, names, list_name)
        for (top, bottom), others in areas.items():
            apart = rows[1] < top or bottom < rows[0]
            beside = rows == (top, bottom) and not any(_overlap(block, other) for other in others)
            if not apart and not beside:
                problems.add("blocks-overlap", mark.place, _OVERLAPPING, _SAME_ROWS)
        areas.setdefault(rows, []).append(block)
    for mark in closes:
        problems.add("open-block", mark.place, _UNPAIRED, _PAIR)
    return tuple(Band(top, bottom, tuple(blocks)) for (top, bottom), blocks in sorted(areas.items()))


def _is_end(start: ScopeMark, end: ScopeMark) -> bool:
    return end.place.row >= start.place.row and end.place.column >= start.place.column


def _overlap(one: Block, other: Block) -> bool:
    return one.left <= other.right and other.left <= one.right


# ---- in the program --------------------------------------------------------------------------------------


def open_band(program: Program, band: Band, loop: int) -> None:
    """Gather what each block's loop gives, then begin the loop over the rows of the longest."""
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
def within(program: Program, block: Block | None, place: CellPlace) -> Iterator[str]:
    """What is written meanwhile counts only in rows that the block has; gives the condition for it.

    ``None`` is what stands beside the blocks: the first row has it.
    """
    condition = f"{PASS} == 0" if block is None else f"{PASS} < {block.list_name}|length"
    program.statement(f"if {condition}", place)
    if block is None:
        yield condition
    else:  # not "set": Jinja lets nobody set "loop"
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
    return []  # the sandbox lets nobody call a type


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

_UNPAIRED = Bilingual(
    "The mark of a block has no partner: {%block for … %} opens it and {%block endfor %} closes it.",
    "区块标记没有配对：{%block for … %} 打开区块，{%block endfor %} 关闭区块。",
)
_PAIR = Bilingual(
    "Put the one into the block's first cell and the other into its last.",
    "请把前者放在区块的第一个单元格，后者放在最后一个单元格。",
)
_OVERLAPPING = Bilingual(
    "Blocks that share a row must begin and end in the same rows and have columns of their own.",
    "处于同一行的区块必须起止行相同，且各占不同的列。",
)
_SAME_ROWS = Bilingual(
    "Give the blocks side by side the same first and last row.", "请让并排的区块首行、末行一致。"
)
SIDE_BY_SIDE = Bilingual(
    "Two loops stand side by side in one row, but a row repeats as a whole.",
    "同一行中并排有两个循环，而行只能整行重复。",
)
USE_BLOCKS = Bilingual(
    "Write {%block for … %} in the first and {%block endfor %} in the last cell of each part.",
    "请在各部分的第一个单元格写 {%block for … %}，最后一个单元格写 {%block endfor %}。",
)
NO_ROWS_HERE = Bilingual("A statement over rows stands within a block.", "区块内出现了针对整行的语句。")
INSIDE_CELLS = Bilingual(
    "Open and close it within one cell, or repeat whole rows instead of a block.",
    "请在同一单元格内打开并关闭该语句，或改为整行循环。",
)
