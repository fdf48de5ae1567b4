"""Which paragraph, table, row or cell of one text is which of another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from reportgen.finished.tokens import HEADS, bag_of, likeness_of
from reportgen.word.located import Block, Cell, Paragraph, Row, Table, paragraphs_of

Item = TypeVar("Item")

ALIKE = 0.35
"""Neighbours in order are taken for the same from this likeness on."""

MOVED = 0.6
"""Out of order more is asked for."""

_LARGEST_GAP = 40_000


def aligned(
    old: Sequence[Item],
    new: Sequence[Item],
    bag: Callable[[Item], dict[str, int]],
    kind: Callable[[Item], str] = lambda _: "",
    *,
    may_move: bool = False,
) -> dict[int, int]:
    """Places in ``old`` to places in ``new``: equal ones first, then the most alike in order, then what moved.

    ``bag`` gives an item's tokens with their number, ``kind`` what it must share with its counterpart.
    """
    old_bags, new_bags = [bag(item) for item in old], [bag(item) for item in new]
    old_kinds, new_kinds = [kind(item) for item in old], [kind(item) for item in new]
    signatures = [
        [(one, tuple(sorted(held.items()))) for one, held in zip(kinds, bags, strict=True)]
        for kinds, bags in ((old_kinds, old_bags), (new_kinds, new_bags))
    ]
    found: dict[int, int] = {}
    matcher = SequenceMatcher(None, signatures[0], signatures[1], autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            found.update(zip(range(old_from, old_to), range(new_from, new_to), strict=True))
        elif tag == "replace":

            def score(one: int, other: int) -> float:
                same_kind = old_kinds[one] == new_kinds[other]
                return likeness_of(old_bags[one], new_bags[other]) if same_kind else 0.0

            found.update(_most_alike(range(old_from, old_to), range(new_from, new_to), score))
    if may_move:
        _add_moved(found, old_bags, new_bags, old_kinds, new_kinds)
    return found


def _most_alike(old: range, new: range, score: Callable[[int, int], float]) -> dict[int, int]:
    """The pairs, in order in both, whose likeness adds up to the most."""
    if len(old) * len(new) > _LARGEST_GAP:
        return {one: other for one, other in zip(old, new, strict=False) if score(one, other) >= ALIKE}
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    scores = [[score(one, other) for other in new] for one in old]
    for at in range(len(old) - 1, -1, -1):
        for to in range(len(new) - 1, -1, -1):
            paired = scores[at][to] + best[at + 1][to + 1] if scores[at][to] >= ALIKE else 0.0
            best[at][to] = max(best[at + 1][to], best[at][to + 1], paired)
    pairs: dict[int, int] = {}
    at = to = 0
    while at < len(old) and to < len(new):
        if scores[at][to] >= ALIKE and best[at][to] == scores[at][to] + best[at + 1][to + 1]:
            pairs[old[at]] = new[to]
            at, to = at + 1, to + 1
        elif best[at][to] == best[at + 1][to]:
            at += 1
        else:
            to += 1
    return pairs


def _add_moved(
    found: dict[int, int],
    old_bags: list[dict[str, int]],
    new_bags: list[dict[str, int]],
    old_kinds: list[str],
    new_kinds: list[str],
) -> None:
    taken = set(found.values())
    left_old = [at for at in range(len(old_bags)) if at not in found and old_bags[at]]
    left_new = [at for at in range(len(new_bags)) if at not in taken and new_bags[at]]
    candidates = sorted(
        (-likeness_of(old_bags[one], new_bags[other]), one, other)
        for one in left_old
        for other in left_new
        if old_kinds[one] == new_kinds[other]
    )
    for score, one, other in candidates:
        if -score >= MOVED and one not in found and other not in taken:
            found[one] = other
            taken.add(other)


def align_blocks(old: Sequence[Block], new: Sequence[Block], *, may_move: bool = False) -> dict[int, int]:
    return aligned(old, new, _bag_of_block, lambda block: type(block).__name__, may_move=may_move)


def align_rows(old: Table, new: Table) -> dict[int, int]:
    return aligned(old.rows, new.rows, _bag_of_row, may_move=True)


def align_cells(old: Row, new: Row) -> dict[int, int]:
    """By their place where there are as many, else by what they say."""
    if len(old.cells) == len(new.cells):
        return {at: at for at in range(len(old.cells))}
    return aligned(old.cells, new.cells, lambda cell: bag_of(paragraphs_of(cell.blocks)))


def align_columns(old: Table, new: Table) -> dict[int, int] | None:
    """Columns by their heads, where some were taken out or put in; ``None`` where the heads do not tell."""
    if not old.rows or not new.rows:
        return None
    heads = align_cells(old.rows[0], new.rows[0])
    return heads if len(heads) >= min(len(old.rows[0].cells), len(new.rows[0].cells)) / 2 else None


def first_text(row: Row) -> str:
    """What a row is about: the text of its first cell."""
    return " ".join(paragraph.text for paragraph in paragraphs_of(row.cells[0].blocks)) if row.cells else ""


def text_of_cell(cell: Cell) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs_of(cell.blocks))


def _bag_of_block(block: Block) -> dict[str, int]:
    if isinstance(block, Paragraph):
        return bag_of([block])
    counted = bag_of(paragraphs_of([block]))
    if block.rows:  # a table is known by its heads, however many rows come and go
        heads = " ".join(text_of_cell(cell) for cell in block.rows[0].cells)
        counted[f"{HEADS}{heads}"] = 12
    return counted


def _bag_of_row(row: Row) -> dict[str, int]:
    """A row is known by its first cell above all."""
    counted = bag_of([found for cell in row.cells for found in paragraphs_of(cell.blocks)])
    label = first_text(row).strip()
    if label:
        counted[f"\0label {label}"] = 12
    return counted
