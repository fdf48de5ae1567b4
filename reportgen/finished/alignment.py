"""Which paragraph, table, row, cell and figure of one document is which of another, which line of a sheet, and which chart: of the
document as it was built, as people left it, and as it would be built today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from reportgen.finished.snapshot import Cells, ChartSnapshot
from reportgen.finished.tokens import HEADS, Token, bag_of, edits, likeness_of, opcodes, tokens_of
from reportgen.ooxml.sheet_cells import same_number
from reportgen.word.located import Block, Cell, Paragraph, Span, XmlRow, XmlTable, paragraphs_of

Item = TypeVar("Item")

ALIKE = 0.35
"""Neighbours in order are taken for the same from this likeness on."""

MOVED = 0.6
"""Out of order more is asked for."""

_ALIKE_CHARTS = 1
"""Half the values in common, or the same alternative text, where no series is called the same."""
_LARGEST_GAP = 40_000
_LABEL_WEIGHT = 12
"""How much more the words count that say what a row, a table or a line is about."""
_NO_TEXT = "="


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
    for tag, old_from, old_to, new_from, new_to in edits(*signatures):
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
    """The place in ``new`` of each block of ``old`` that is found there, by its own place; paragraphs match paragraphs, tables tables."""
    return aligned(old, new, _bag_of_block, lambda block: type(block).__name__, may_move=may_move)


def align_rows(old: XmlTable, new: XmlTable) -> dict[int, int]:
    """The same for the rows of a table, which may have moved."""
    return aligned(old.rows, new.rows, _bag_of_row, may_move=True)


def align_edited_rows(built: XmlTable, edited: XmlTable) -> dict[int, int]:
    """Rows as built to rows as people left them: one that is alone between the same neighbours is the same, whatever it says."""
    found = align_rows(built, edited)
    last = len(built.rows), len(edited.rows)
    bounded = {-1: -1, last[0]: last[1], **found}
    taken = set(found.values())
    for at in range(last[0]):
        to = bounded.get(at - 1, last[1]) + 1
        if at not in found and to not in taken and bounded.get(at + 1) == to + 1:
            found[at] = bounded[at] = to
            taken.add(to)
    return found


def align_cells(old: XmlRow, new: XmlRow) -> dict[int, int]:
    """By their place where there are as many, else by what they say."""
    if len(old.cells) == len(new.cells):
        return {at: at for at in range(len(old.cells))}
    return aligned(old.cells, new.cells, lambda cell: bag_of(paragraphs_of(cell.blocks)))


def align_columns(old: XmlTable, new: XmlTable) -> dict[int, int] | None:
    """Columns by their heads, where some were taken out or put in; ``None`` where the heads do not show it."""
    if not old.rows or not new.rows:
        return None
    heads = align_cells(old.rows[0], new.rows[0])
    return heads if len(heads) >= min(len(old.rows[0].cells), len(new.rows[0].cells)) / 2 else None


def align_in_cell(old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """The blocks of a cell: by their place, where there are as many and of the same kinds."""
    if [type(block) for block in old] == [type(block) for block in new]:
        return {at: at for at in range(len(old))}
    return align_blocks(old, new)


def cells_of_rows(old: XmlRow, new: XmlRow, columns: dict[int, int] | None) -> dict[int, int]:
    """The cells of two rows; by the ``columns`` of their tables where some were taken out or put in."""
    if len(old.cells) != len(new.cells) and columns is not None:
        return {one: other for one, other in columns.items() if other < len(new.cells)}
    return align_cells(old, new)


def paragraph_pairs(
    old: Sequence[Block], new: Sequence[Block], *, may_move: bool = False
) -> Iterator[tuple[Paragraph, Paragraph]]:
    """The paragraphs that two texts share, those in tables too."""
    found = align_blocks(old, new, may_move=True) if may_move else align_in_cell(old, new)
    for one, other in found.items():
        before, after = old[one], new[other]
        if isinstance(before, Paragraph) and isinstance(after, Paragraph):
            yield before, after
        elif isinstance(before, XmlTable) and isinstance(after, XmlTable):
            columns = align_columns(before, after)
            for at, to in align_edited_rows(before, after).items():
                rows = before.rows[at], after.rows[to]
                for cell, place in cells_of_rows(*rows, columns).items():
                    if cell < len(rows[0].cells):
                        yield from paragraph_pairs(rows[0].cells[cell].blocks, rows[1].cells[place].blocks)


def figure_pairs(old: Paragraph, new: Paragraph) -> Iterator[tuple[Token, Token]]:
    """The figures at the same place in both texts of a paragraph. A mark that lost its key may be any."""
    one, other = tokens_of(old.spans), tokens_of(new.spans)
    if any(token.kind == "figure" and not token.name for token in other):
        matches = [
            ["\0figure" if token.kind == "figure" else token.match for token in tokens]
            for tokens in (one, other)
        ]
        codes = edits(*matches)
    else:
        codes = opcodes(one, other)
    for tag, start, end, to, _ in codes:
        for at in range(start, end if tag == "equal" else start):
            before, after = one[at], other[to + at - start]
            if before.kind == "figure" and (not after.name or after.match == before.match):
                yield before, after


def first_text(row: XmlRow) -> str:
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
        counted[f"{HEADS}{heads}"] = _LABEL_WEIGHT
    return counted


def _bag_of_row(row: XmlRow) -> dict[str, int]:
    """A row is known by its first cell above all."""
    counted = bag_of([found for cell in row.cells for found in paragraphs_of(cell.blocks)])
    label = first_text(row).strip()
    if label:
        counted[f"\0label {label}"] = _LABEL_WEIGHT
    return counted


# ---- sheets ------------------------------------------------------------------------------------------------


def align_lines(old: Cells, new: Cells, *, by_row: bool) -> dict[int, int]:
    """Rows or columns of one sheet to those of another. Columns stay where they are unless one that is known is elsewhere."""
    lines = _lines(old, by_row=by_row), _lines(new, by_row=by_row)
    old_at, new_at = list(lines[0]), list(lines[1])
    found = aligned([lines[0][at] for at in old_at], [lines[1][at] for at in new_at], lambda bag: bag)
    pairs = {old_at[one]: new_at[other] for one, other in found.items()}
    if not by_row and old_at == new_at and all(one == other for one, other in pairs.items()):
        return {at: at for at in old_at}
    return pairs


def _lines(cells: Cells, *, by_row: bool) -> dict[int, dict[str, int]]:
    """The words of each row or column that holds something. Its first text counts most: it says what the line is about."""
    texts: dict[int, list[str]] = {}
    labels: dict[int, str] = {}
    for place, cell in sorted(cells.items()):
        at = place[0] if by_row else place[1]
        texts.setdefault(at, []).append(cell.text if cell.kind == "text" else _NO_TEXT)
        if cell.kind == "text":
            labels.setdefault(at, cell.text)
    found = {}
    for at, held in sorted(texts.items()):
        counted = bag_of([Paragraph(spans=[Span("text", text) for text in held])])
        if at in labels:
            counted[f"\0label {labels[at]}"] = _LABEL_WEIGHT
        found[at] = counted
    return found


# ---- charts ------------------------------------------------------------------------------------------------


def align_charts(
    old: Sequence[ChartSnapshot], new: Sequence[ChartSnapshot], *, in_order: bool = False
) -> dict[int, int]:
    """Charts of one document to those of another, the most alike first. ``in_order``: the rest too, where as many are left of both."""
    found: dict[int, int] = {}
    candidates = sorted(
        (-_likeness_of_charts(one, other), at, to)
        for at, one in enumerate(old)
        for to, other in enumerate(new)
    )
    for score, at, to in candidates:
        if score and at not in found and to not in found.values():
            found[at] = to
    left = [at for at in range(len(old)) if at not in found]
    free = [to for to in range(len(new)) if to not in found.values()]
    if in_order and len(left) == len(free):
        found.update(zip(left, free, strict=True))
    return found


def _likeness_of_charts(one: ChartSnapshot, other: ChartSnapshot) -> float:
    """How much two charts have in common: names of series, values, titles, less the alternative text and categories."""
    names = [{series.name for series in chart.series} for chart in (one, other)]
    categories = [[series.categories for series in chart.series] for chart in (one, other)]
    then, now = (
        [value for series in chart.series for value in series.values if value is not None]
        for chart in (one, other)
    )
    common = sum(any(same_number(value, known) for known in now) for value in then) / max(1, len(then))
    score = 2 * len(names[0] & names[1]) + 2 * common + (one.alt_text == other.alt_text != "")
    if score < _ALIKE_CHARTS:
        return 0
    is_titled_alike = bool(one.texts) and one.texts == other.texts  # what tells panels of one figure apart
    return score + 2 * is_titled_alike + (categories[0] == categories[1])
