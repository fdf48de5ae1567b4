"""A document that lost its lineage is adopted again: from the document as it was built it gets lineage, snapshot and the marks of
every figure that still is where it was."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build.pack_folder import MANIFEST
from reportgen.build.pack_json import read_pack_json
from reportgen.errors import ReportgenError
from reportgen.finished.alignment import align_lines, paragraph_pairs
from reportgen.finished.document import FinishedDocument, FinishedText, FinishedWorkbook, open_finished
from reportgen.finished.lineage_part import take_over
from reportgen.finished.matching import paired_parts
from reportgen.finished.snapshot import cell_snapshot
from reportgen.finished.tokens import Token, opcodes, token_text, tokens_of
from reportgen.language.quantity_reader import quantity_in
from reportgen.living.pack_documents import most_alike
from reportgen.living.refresh.applying import apply_change
from reportgen.living.refresh.merging import Change
from reportgen.living.refresh.sheet_match import sheet_names
from reportgen.messages import Message
from reportgen.ooxml.addresses import SheetArea
from reportgen.ooxml.files import read_file
from reportgen.ooxml.workbooks import add_hidden_names
from reportgen.record import replace
from reportgen.word.figure_marks import CARRIERS, carrier_in
from reportgen.word.patching import Patch

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading
    from reportgen.finished.snapshot import Snapshot
    from reportgen.word.located import Paragraph


def original_at(path: Path, document: Path) -> Path:
    """The document as it was built: ``path`` itself, or the one of the same name (else the one most alike) that a ``pack.json``
    lists and that still lies beside it unchanged."""
    if path.name != MANIFEST:
        return path
    try:
        outputs = read_pack_json(path)["outputs"]
        listed = {str(one["path"]): str(one["sha256"]) for one in outputs}
    except (KeyError, TypeError) as error:
        raise ReportgenError(Message("living.not-a-pack-json", file=str(path))) from error
    same_kind = [name for name in listed if Path(name).suffix == document.suffix]
    beside = [
        one for name in same_kind if (one := path.parent / name).is_file() and _sum(one) == listed[name]
    ]
    name = document.name
    if name not in listed:
        found = most_alike(open_finished(document), (open_finished(one) for one in beside))
        name = found.name if found is not None else ""
    original = path.parent / name
    if not name or not original.is_file():
        raise ReportgenError(
            Message("living.no-original", file=document.name, pack=str(path), documents=tuple(same_kind))
        )
    if _sum(original) != listed[name]:
        raise ReportgenError(Message("living.original-changed", file=str(original)))
    return original


def _sum(path: Path) -> str:
    return hashlib.sha256(read_file(path)).hexdigest()


def adopted(edited: FinishedDocument, source: FinishedDocument) -> FinishedDocument:
    """The document with the lineage of ``source``, as it was built. Raises ``ReportgenError`` where that carries none, or is of
    another kind."""
    source.required_lineage()
    if source.built is None or type(source) is not type(edited):
        raise ReportgenError(Message("living.not-its-original", original=source.name, file=edited.name))
    if isinstance(edited, FinishedText):
        carrier = carrier_in(source.package.read(source.package.main_part).decode("utf-8"))
        for part, xml in _marked(edited, source.built, carrier or CARRIERS["bookmarks"]):
            edited.package.write(part, xml.encode("utf-8"))
    else:
        assert isinstance(edited, FinishedWorkbook)
        assert isinstance(source, FinishedWorkbook)
        names = dict(_names(edited, source))
        if names:
            with edited.package.edited(edited.book.book.part) as root:
                add_hidden_names(root, names)
    take_over(edited.package, source.package)
    return open_finished(edited.package.save(), edited.name)


# ---- Word --------------------------------------------------------------------------------------------------


def _marked(edited: FinishedText, built: Snapshot, carrier: object) -> Iterator[tuple[str, str]]:
    """The parts, with the marks of figures that are there as plain words."""
    for name, mine in paired_parts(list(built.parts), list(edited.stories)).items():
        patch = Patch(edited.package.read(mine).decode("utf-8"), None, carrier=carrier)  # type: ignore[arg-type]
        for before, after in paragraph_pairs(built.parts[name], edited.stories[mine], may_move=True):
            tokens = tokens_of(after.spans)
            for change in _lost_marks(before, tokens):
                apply_change(patch, after, tokens, change)
        yield mine, patch.result()


def _lost_marks(before: Paragraph, mine: list[Token]) -> Iterator[Change]:
    """The figures of a built paragraph that are in the edited one without their marks, as they were or typed over."""
    old = tokens_of(before.spans)
    for tag, start, end, first, last in opcodes(old, mine):
        if tag != "replace":
            continue
        figures = [token for token in old[start:end] if token.kind == "figure"]
        kept: dict[int, tuple[int, int]] = {}
        reached = first
        for number, token in enumerate(figures):
            for at, to in _spelled(token.text.strip(), mine, reached, last):
                kept[number] = (at, to)
                reached = to
                break
        for number, token in enumerate(figures):
            if number not in kept:
                low = kept[number - 1][1] if number - 1 in kept else first
                high = next((at for other, (at, _) in sorted(kept.items()) if other > number), last)
                typed = _typed_over(mine, low, high)
                if typed is None:
                    continue
                kept[number] = (first, last) if end - start == 1 else typed
            text = token_text(mine[slice(*kept[number])])
            yield Change(*kept[number], (replace(token, text=text),), text, text)


def _typed_over(mine: list[Token], first: int, last: int) -> tuple[int, int] | None:
    """The tokens from ``first`` to ``last`` that say the first quantity there."""
    if any(token.kind != "text" for token in mine[first:last]):
        return None
    stated = quantity_in(token_text(mine[first:last]))
    if stated is None:
        return None
    ends = list(accumulate((len(token.text) for token in mine[first:last]), initial=0))
    return first + bisect_right(ends, stated.start) - 1, first + bisect_left(ends, stated.end)


def _spelled(text: str, mine: list[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where tokens of plain text spell a text, from ``first`` to ``last``."""
    for at in range(first, last):
        said = ""
        for to in range(at, last):
            if mine[to].kind != "text" or len(said) >= len(text):
                break
            said = token_text(mine[at : to + 1])
            if said == text:
                yield at, to + 1


# ---- Excel -------------------------------------------------------------------------------------------------


def _names(edited: FinishedWorkbook, source: FinishedWorkbook) -> Iterator[tuple[str, str]]:
    """Hidden names for the cells that show figures, and for blocks of numbers and formulas, that have none. A cell with a sentence
    has several."""
    book = edited.book
    assert source.built is not None
    called = sheet_names(source.built, book)
    known = {found.name for found in book.figure_cells}
    known |= {block.name for block in (*book.number_blocks, *book.formula_blocks)}
    areas = {
        found.name: SheetArea(found.row, found.column, found.row, found.column, found.sheet)
        for found in source.book.figure_cells
        if found.row is not None and found.column is not None
    } | {block.name: block.area for block in (*source.book.number_blocks, *source.book.formula_blocks)}
    for sheet in source.book.sheets:
        own = {name: area for name, area in areas.items() if area.sheet == sheet.name and name not in known}
        there = book.sheet(called.get(sheet.name, sheet.name))
        if there is None or not own:
            continue
        rows, columns = _lines(source.built, sheet.name, there)
        for name, area in own.items():
            corners = (rows(area.top), columns(area.left), rows(area.bottom), columns(area.right))
            if all(corners) and corners[:2] in there.cells:
                yield name, str(SheetArea(*corners, there.name))


def _lines(
    built: Snapshot, name: str, there: SheetReading
) -> tuple[Callable[[int], int], Callable[[int], int]]:
    """Where each row and each column of a sheet is now, 0 where it is gone."""
    cells = built.sheets.get(name, {})
    if not built.is_whole:  # of a data book not every cell is kept: lines that moved cannot be made out
        return (lambda row: row), (lambda column: column)
    now = {place: cell_snapshot(cell) for place, cell in there.cells.items()}
    rows, columns = (align_lines(cells, now, by_row=by_row) for by_row in (True, False))
    if {row for row, _ in cells} == {row for row, _ in now}:
        rows = {row: row for row, _ in cells}
    return (lambda row: rows.get(row, 0)), (lambda column: columns.get(column, 0))
