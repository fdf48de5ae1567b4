"""An Excel workbook: cells that show figures, numbers and formulas as built, texts, charts, sums."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.finished.places import cell_place
from reportgen.language.number_reader import QuantityInText
from reportgen.language.quantity_reader import stated_quantities
from reportgen.living.audit.backing import Backing
from reportgen.living.audit.changed_words import check_cells_said, check_hidden
from reportgen.living.audit.chart_values import check_charts
from reportgen.living.audit.codes import found, found_of_figure, found_unbacked
from reportgen.living.audit.figure_judgement import FigureText, judge
from reportgen.living.audit.formats import check_formats, format_qualifier
from reportgen.living.audit.heads import check_groups
from reportgen.living.audit.looks import check_looks
from reportgen.living.audit.prose import FigureSpan, Passage, check_passage
from reportgen.living.audit.statements import OwnStatements
from reportgen.living.audit.sums import GridCell, GridRow, check_sums, table_number
from reportgen.living.audit.texts_beside import check_beside
from reportgen.living.figure_values import shows
from reportgen.ooxml.sheet_cells import same_number
from reportgen.values import plain

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import FigureCell, SheetReading, WorkbookReading
    from reportgen.figures.recorded_figures import FigureRecord
    from reportgen.finished.snapshot import PlacedFigure
    from reportgen.finished.workbook_document import FinishedWorkbook
    from reportgen.ooxml.sheet_cells import SheetCell

_YEARS = frozenset(range(1900, 2101))


def check_workbook(document: FinishedWorkbook, backing: Backing) -> Iterator[Finding]:
    """Every finding about a workbook, sheet by sheet for its texts and sums."""
    book, file = document.book, document.name
    yield from _figure_cells(book, backing, file)
    yield from _numbers(book, backing, file)
    yield from _formulas(book, file)
    for sheet in book.sheets:
        yield from _texts(book, sheet, backing, file)
        yield from check_sums(_grid(sheet, file))
    yield from check_cells_said(document)
    yield from check_groups(document)
    yield from check_hidden(document)
    yield from check_formats(document)
    yield from check_beside(document, backing)
    yield from check_looks(document, backing)
    yield from check_charts(document, "chart-against-cells")


# ---- figures -------------------------------------------------------------------------------------------------


def _figure_cells(book: WorkbookReading, backing: Backing, file: str) -> Iterator[Finding]:
    built = {shown.name.lower(): shown for shown in (backing.built.figures if backing.built else ())}
    seen: set[str] = set()
    for one in book.figure_cells:
        seen.add(one.name.lower())
        shown, figure = built.get(one.name.lower()), backing.figure(one.key)
        sheet = book.sheet(one.sheet) if one.sheet else None
        if figure is None:
            continue
        if sheet is None or one.row is None or one.column is None:
            if shown is not None:
                yield _gone(shown, figure, file)
            continue
        yield from _figure_cell(one, sheet.cells.get((one.row, one.column)), shown, figure, backing, file)
    for name, shown in built.items():
        figure = backing.figure(shown.key)
        if name not in seen and figure is not None and shown.sheet:
            yield _gone(shown, figure, file)


def _figure_cell(
    one: FigureCell,
    cell: SheetCell | None,
    shown: PlacedFigure | None,
    figure: FigureRecord,
    backing: Backing,
    file: str,
) -> Iterator[Finding]:
    def finding(code: str, text: str) -> Finding:
        place = cell_place(file, one.sheet, one.row, one.column, text)
        return found_of_figure(code, place, figure, text=text)

    if cell is None or (cell.kind == "empty" and cell.formula is None):
        if shown is not None:
            yield _gone(shown, figure, file, one)
        return
    if cell.number is None:
        verdict = _text_verdict(cell, shown, figure, backing)
    else:
        verdict = _number_verdict(cell.number, shown, figure, backing)
    if verdict is not None:
        yield finding(verdict, cell.text)
    elif (
        shown is not None
        and cell.number is not None
        and format_qualifier(shown.format)
        and not format_qualifier(cell.number_format)
    ):
        yield finding("qualifier-lost", cell.text)
    elif (
        shown is not None
        and shown.kind == "number"
        and cell.kind == "text"
        and table_number(cell.text) is not None
    ):
        yield finding("number-as-text", cell.text)


def _number_verdict(
    number: Decimal, shown: PlacedFigure | None, figure: FigureRecord, backing: Backing
) -> str | None:
    """A number in a cell: its unit is in the head, so it must be what was written, or round to it."""
    if shown is not None and shown.kind == "number" and same_number(number, Decimal(shown.text)):
        return None
    verdict = judge(FigureText(plain(number), "", "", True, shown), figure, backing.style)
    return None if verdict is None or verdict.is_of_qualifier else verdict.code


def _text_verdict(
    cell: SheetCell, shown: PlacedFigure | None, figure: FigureRecord, backing: Backing
) -> str | None:
    """A text in a cell: the figure alone, or a sentence that must still state it."""
    if shown is not None and cell.text == shown.text:
        return None
    if shown is not None and shown.kind == "number":
        verdict = judge(FigureText(cell.text, "", "", True, None), figure, backing.style)
        return None if verdict is None else verdict.code
    if figure.value is None:
        return None
    said = stated_quantities(cell.text)
    return None if any(shows(figure, one) for one in said) else "figure-retyped"


def _gone(shown: PlacedFigure, figure: FigureRecord, file: str, at: FigureCell | None = None) -> Finding:
    sheet, row, column = (
        (shown.sheet, shown.row, shown.column) if at is None else (at.sheet, at.row, at.column)
    )
    place = cell_place(file, sheet, row, column, shown.label)
    return found_of_figure("figure-vanished", place, figure)


# ---- numbers and formulas as built ------------------------------------------------------------------------------


def _numbers(book: WorkbookReading, backing: Backing, file: str) -> Iterator[Finding]:
    held = {name: block.values for name, block in backing.built.numbers.items()} if backing.built else {}
    for block in book.number_blocks:
        built, sheet = held.get(block.name), book.sheet(block.area.sheet)
        places = list(block.area.cells())
        if built is None or sheet is None or len(built) != len(places):
            continue  # rows came or went: the cells can no longer be compared one by one
        for place, value in zip(places, built, strict=True):
            cell = sheet.cells.get(place)
            if cell is not None and cell.formula is not None:
                continue
            now = cell.number if cell is not None else None
            if value is not None and not same_number(now, value):
                text = cell.text if cell is not None else "—"
                yield found(
                    "number-retyped",
                    cell_place(file, sheet.name, *place, text),
                    text=text or "—",
                    expected=value,
                )


def _formulas(book: WorkbookReading, file: str) -> Iterator[Finding]:
    for block in book.formula_blocks:
        sheet = book.sheet(block.area.sheet)
        for place in block.area.cells() if sheet is not None else ():
            cell = sheet.cells.get(place) if sheet is not None else None
            if sheet is not None and cell is not None and cell.formula is None and cell.kind != "empty":
                yield found(
                    "formula-overwritten", cell_place(file, sheet.name, *place, cell.text), text=cell.text
                )


# ---- texts, new numbers, sums --------------------------------------------------------------------------------------


def _texts(book: WorkbookReading, sheet: SheetReading, backing: Backing, file: str) -> Iterator[Finding]:
    known = {(one.row, one.column) for one in book.figure_cells if one.sheet.lower() == sheet.name.lower()}
    figures: dict[tuple[int | None, int | None], list[FigureRecord]] = {}
    for one in book.figure_cells:
        figure = backing.figure(one.key)
        if one.sheet.lower() == sheet.name.lower() and figure is not None:
            figures.setdefault((one.row, one.column), []).append(figure)
    counted = {
        place
        for block in (*book.number_blocks, *book.formula_blocks)
        if block.area.sheet.lower() == sheet.name.lower()
        for place in block.area.cells()
    }
    own, numbered = (
        OwnStatements(backing),
        {row for (row, _), cell in sheet.cells.items() if cell.number is not None},
    )
    built = backing.built.sheets.get(sheet.name, {}) if backing.built else {}
    for place, cell in sorted(sheet.cells.items()):
        where = cell_place(file, sheet.name, *place, cell.text)
        if cell.kind == "text" and cell.formula is None:
            if place not in built:
                yield from own.check(where, cell.text, beside=place[0] in numbered)
            spans = _spans(cell.text, figures.get(place, []), backing)
            yield from check_passage(Passage(where, cell.text, spans, in_table=True), backing)
        elif cell.number is not None and place not in known and place not in counted:
            is_year = cell.number in _YEARS
            stated = QuantityInText(
                0, len(cell.text), cell.text, Decimal(plain(cell.number)), 0, "", len(cell.text)
            )
            if not is_year and backing.lineage is not None and backing.backing(stated, bare=True) is None:
                yield found_unbacked(where, cell.text, backing.alike(stated))


def _spans(text: str, figures: list[FigureRecord], backing: Backing) -> list[FigureSpan]:
    """The figures of a cell's text: those marked there, by their value."""
    spans = []
    for stated in stated_quantities(text):
        own = next((figure for figure in figures if shows(figure, stated)), None)
        spans.append(FigureSpan(stated.start, stated.end, own))
    return spans


def _grid(sheet: SheetReading, file: str) -> list[GridRow]:
    """A sheet as the rows of a table; a row without numbers whose cells are texts is a head."""
    rows: dict[int, dict[int, SheetCell]] = {}
    for (row, column), cell in sheet.cells.items():
        rows.setdefault(row, {})[column] = cell
    grid = []
    for row, cells in sorted(rows.items()):
        texts = [cell for cell in cells.values() if cell.kind == "text"]
        is_head = len(texts) > 1 and len(texts) == len(cells) and not any("…" in cell.text for cell in texts)
        made = {
            column: GridCell(cell.text, cell.number, cell_place(file, sheet.name, row, column, cell.text))
            for column, cell in cells.items()
            if cell.formula is None or cell.kind != "text"
        }
        grid.append(GridRow(_label(cells), made, is_head))
    return grid


def _label(cells: dict[int, SheetCell]) -> str:
    """The first text of a row: what it is about."""
    return next((cell.text.strip() for _, cell in sorted(cells.items()) if cell.kind == "text"), "")
