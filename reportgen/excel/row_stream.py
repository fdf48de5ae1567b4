"""The rows of a sheet streamed out: each row a string made in one go, formulas put in once the whole map is known."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from reportgen.excel.attached_texts import AttachedText
from reportgen.excel.axis import AxisMap, Strip
from reportgen.excel.bands import FixedWriter
from reportgen.excel.calculator import CachedValue
from reportgen.excel.cell_styles import CellStyles
from reportgen.excel.cell_tags import PlacedCell
from reportgen.excel.cell_writer import CellWriter, Ledger
from reportgen.excel.formula_patterns import in_row
from reportgen.excel.moved_formulas import Home, SheetMap, moved
from reportgen.excel.problems import CellPlace
from reportgen.excel.repeated_formulas import WaitingFormula, by_row, escaped_pattern, formula_xml
from reportgen.excel.row_functions import NUMBER, RowPieces, ValueSlot, Write, repeated_row
from reportgen.excel.row_heights import RowHeights, SheetLooks
from reportgen.excel.row_plan import RowPlan, StripRow, ValueCell
from reportgen.excel.template_sheet import TemplateCell
from reportgen.excel.text_expressions import TextLayout
from reportgen.expressions.budget import budget
from reportgen.ooxml import xml
from reportgen.ooxml.addresses import LAST_ROW, column_letters
from reportgen.ooxml.cell_texts import CellText, Run, escaped
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.sheet_xml import text_in
from reportgen.ooxml.workbooks import EPOCH_1900
from reportgen.record import replace
from reportgen.regex import regex

_FORMULA, _END = "\x01", "\x02"
"""Are in a row's text around the number of a formula that waits for the map, and its row."""
_WAITING = regex(f"{_FORMULA}(\\d+):(\\d+){_END}")
_CHUNK = 2_000
_COUNTED = 1_000_000
"""Characters that may be written before they are counted."""

ReportFailure = Callable[[CellPlace, Exception], None]
WriteFormula = Callable[[int, int], str]
CachedValues = Mapping[tuple[int, int], CachedValue]
"""Values of formula cells by (row, column): the cell's type and the text of its value."""


class RowWriter(Struct):
    """A template row ready to be written: its fixed XML, and who writes the values between."""

    pieces: RowPieces
    writers: list[tuple[CellWriter | FixedWriter, CellPlace]]
    waits: bool
    plain: str
    attached: list[tuple[AttachedText, CellWriter, CellPlace]]
    heights: RowHeights | None = None
    _quick: Write | None = None

    def write(self, item: tuple[Any, ...], row: int) -> str:
        """The row's XML, as tall as it has to be. Raises what the cells raise."""
        text = self._written(item, row)
        return text if self.heights is None else self.heights.fitted(text)

    def _written(self, item: tuple[Any, ...], row: int) -> str:
        if self._quick is not None:
            return self._quick(item, row)
        make = repeated_row(self.pieces)
        if make is not None:
            self._quick = make(*(writer.fragment for writer, _ in self.writers))
            return self._quick(item, row)
        fragments = [writer.fragment(item[number], row) for number, (writer, _) in enumerate(self.writers, 1)]
        return "".join(self._between(fragments)).replace(NUMBER, str(row))

    def _between(self, fragments: Iterable[str]) -> Iterator[str]:
        """The fixed XML with the fragments at their slots."""
        rest = iter(fragments)
        for piece in self.pieces:
            yield piece if isinstance(piece, str) else next(rest)

    def examine(self, item: tuple[Any, ...], row: int, report: ReportFailure) -> bool:
        """Report every cell that cannot be written; return whether there was one."""
        found = False
        for number, (writer, place) in enumerate(self.writers, 1):
            try:
                writer.fragment(item[number], row)
            except Exception as problem:  # whatever a value raises when it is shown
                report(place, problem)
                found = True
        for number, (text, writer, place) in enumerate(self.attached, 1 + len(self.writers)):
            try:
                text.checked(writer.runs_of(item[number], row))
            except Exception as problem:  # whatever a value raises when it is shown
                report(place, problem)
                found = True
        return found

    def attached_texts(self, item: tuple[Any, ...], row: int) -> Iterator[tuple[AttachedText, list[Run]]]:
        """The texts attached to the row's cells."""
        for number, (text, writer, _) in enumerate(self.attached, 1 + len(self.writers)):
            yield text, text.checked(writer.runs_of(item[number], row))


class SheetStream(Struct):
    """One sheet being written: the text of its rows, the map of where they went, what its cells noted."""

    sheet: str
    strips: list[Strip]
    loops: int
    writers: list[RowWriter | None]
    kept: list[tuple[int, int, int]]
    waiting: list[WaitingFormula]
    ledger: Ledger
    chunks: list[str] = field(default_factory=list)
    unfinished: set[int] = field(default_factory=set)
    """Chunks in which formulas wait."""
    attached: dict[tuple[str, int], list[tuple[int, list[Run]]]] = field(default_factory=dict)
    """Texts beside cells, by kind and place in its list: output row and text."""
    _by_row: dict[int, str | None] = field(default_factory=dict)

    def run(self, program: Iterable[Any], report: ReportFailure) -> AxisMap:
        """Take what the program yields; give the map of the rows. Problems are reported, and the work goes on."""
        passes = {loop: array("l") for loop in range(1, self.loops + 1)}
        strips, writers, chunks = self.strips, self.writers, self.chunks
        gathered: list[str] = []
        row, size, waits, uncounted = 1, 0, False, 0
        written = budget().written
        for item in program:
            if item.__class__ is int:
                if item > 0:
                    passes[item].append(row)
                    continue
                left = self._left_behind(-item)
                if left is None:
                    continue
                number, text = left[0], left[1].replace(NUMBER, str(row))
            else:
                number = item[0]
                writer = writers[number]
                if writer is None:
                    strip = strips[number]
                    strip.images.append(row)
                    row += strip.length
                    continue
                try:
                    text = writer.write(item, row)
                    if writer.attached:
                        for attached, runs in writer.attached_texts(item, row):
                            self.attached.setdefault((attached.kind, attached.index), []).append((row, runs))
                except Exception:
                    if not writer.examine(item, row, report):
                        raise  # no cell of the row explains it: an error of our own, and never an empty row
                    text = ""
                uncounted += len(text)
                if uncounted > _COUNTED:
                    written(uncounted)
                    uncounted = 0
                waits = waits or writer.waits
            gathered.append(text)
            size += 1
            strips[number].images.append(row)
            row += 1
            if size == _CHUNK:
                if waits:
                    self.unfinished.add(len(chunks))
                chunks.append("".join(gathered))
                gathered, size, waits = [], 0, False
        written(uncounted)
        if waits:
            self.unfinished.add(len(chunks))
        chunks.append("".join(gathered))
        return AxisMap(strips, LAST_ROW, passes)

    def finished(self, maps: Mapping[str, SheetMap], cached: CachedValues | None = None) -> Iterator[bytes]:
        """The rows as UTF-8, formulas moved. ``cached`` are the values of formula cells, where they are known."""
        return self.rows(self._formulas_with(maps, cached or {}))

    def rows(self, write: WriteFormula) -> Iterator[bytes]:
        """The rows as UTF-8. ``write`` gives the rest of a formula's cell, by the formula's number and its row."""
        for index, chunk in enumerate(self.chunks):
            if index in self.unfinished:
                pieces = _WAITING.split(chunk)  # text, number, row, text, number, row, …
                pieces[1::3] = map(write, map(int, pieces[1::3]), map(int, pieces[2::3]))
                del pieces[2::3]
                chunk = "".join(pieces)
            yield chunk.encode()

    def patterns(self, maps: Mapping[str, SheetMap]) -> Iterator[tuple[int, int, str]]:
        """Number, row and pattern of every formula that came out."""
        for index in sorted(self.unfinished):
            for number, row in _WAITING.findall(self.chunks[index]):
                yield int(number), int(row), self._pattern(int(number), int(row), maps)

    def _pattern(self, number: int, row: int, maps: Mapping[str, SheetMap]) -> str:
        """A formula as all rows share it, where they do; else as it reads in ``row``."""
        if number not in self._by_row:
            self._by_row[number] = by_row(self.waiting[number].formula, self._home(number, row), maps)
        shared = self._by_row[number]
        return (
            moved(self.waiting[number].formula, self._home(number, row), maps) if shared is None else shared
        )

    def _home(self, number: int, row: int) -> Home:
        waiting = self.waiting[number]
        return Home(self.sheet, waiting.row, waiting.column, row, waiting.output_column)

    def _formulas_with(self, maps: Mapping[str, SheetMap], cached: CachedValues) -> WriteFormula:
        """What writes each formula with its value."""
        shared: dict[int, tuple[str, int]] = {}

        def write(number: int, row: int) -> str:
            if number not in shared:
                waiting, pattern = self.waiting[number], self._pattern(number, row, maps)
                if waiting.text.kind or not pattern or self._by_row[number] is None:
                    value = cached.get((row, waiting.output_column))
                    return formula_xml(waiting, in_row(pattern, row), self._home(number, row), maps, value)
                shared[number] = f"><f>{escaped_pattern(pattern)}</f>", waiting.output_column
            formula, column = shared[number]
            value = cached.get((row, column))
            if value is None:
                return f"{in_row(formula, row)}</c>"
            kind, shown = value
            typed = f' t="{kind}"' if kind and kind != "n" else ""
            return f"{typed}{in_row(formula, row)}<v>{escaped(shown)}</v></c>"

        return write

    def text_at(self, row: int, column: int) -> str | None:
        """The text that was put into a cell; ``None`` where it holds none."""
        found = (text_in(chunk, column, row) for chunk in self.chunks)
        return next((text for text in found if text is not None), None)

    def says_the_same(self, maps: Mapping[str, SheetMap], cached: CachedValues) -> bool:
        """Whether every formula of a sheet without tags reads as in the template, with the value it had there."""
        for waiting in self.waiting:
            home = Home(self.sheet, waiting.row, waiting.column, waiting.row, waiting.output_column)
            value = cached.get((waiting.row, waiting.output_column))
            if moved(waiting.formula, home, maps) != waiting.text.text or value != waiting.cached:
                return False
        return True

    def _left_behind(self, number: int) -> tuple[int, str] | None:
        """The strip and the empty row that a Table is left with when none of its rows came out."""
        first, last, strip = self.kept[number - 1]
        came_out = any(
            other.images for other in self.strips if first <= other.first <= last and other.last <= last
        )
        writer = self.writers[strip]
        return None if came_out or writer is None else (strip, writer.plain)


class RowCompiler(Struct):
    """Turns the rows of a plan into writers."""

    sheet: str
    styles: CellStyles
    ledger: Ledger
    epoch: dt.datetime = EPOCH_1900
    looks: SheetLooks | None = None
    """What the heights of filled rows are fitted by; without it they stay as they are."""
    waiting: list[WaitingFormula] = field(default_factory=list)

    def stream(self, plan: RowPlan) -> SheetStream:
        """A fresh stream over the plan."""
        writers = [None if row is None else self._writer(row) for row in plan.rows]
        strips = [replace(strip, images=array("l")) for strip in plan.strips]
        return SheetStream(self.sheet, strips, plan.loops, writers, plan.kept, self.waiting, self.ledger)

    def _writer(self, strip: StripRow) -> RowWriter:
        head = f'<row r="{NUMBER}"{strip.row.attributes}>'
        pieces: list[str | ValueSlot] = [head]
        blank = []
        writers: list[tuple[CellWriter | FixedWriter, CellPlace]] = []
        waits = False
        for cell in strip.cells:
            placed = cell.placed if isinstance(cell, ValueCell) else cell
            start = f'<c r="{column_letters(placed.column)}{NUMBER}"'
            style = f' s="{placed.cell.style}"' if placed.cell.style else ""
            blank.append(f"{start}{style}/>")
            if isinstance(cell, ValueCell) and cell.is_fixed:
                body, is_waiting = self._fixed(placed, strip.row.number)
                waits = waits or is_waiting
                pieces += (f"{start}{placed.cell.metadata}", ValueSlot("", False))
                fixed_at = CellPlace(self.sheet, strip.row.number, placed.cell.column)
                writers.append((FixedWriter(style + body, style), fixed_at))
                continue
            if isinstance(cell, ValueCell):
                is_alone = cell.layout is None and not self.styles.is_text(placed.cell.style)
                pieces += (start, ValueSlot(style, is_alone))
                text = placed.cell.text or CellText((Run(""),))
                place = CellPlace(self.sheet, strip.row.number, placed.cell.column, text.text)
                writers.append(
                    (
                        CellWriter(
                            placed.cell.style,
                            placed.column,
                            self.styles,
                            self.ledger,
                            text,
                            cell.layout,
                            self.epoch,
                        ),
                        place,
                    )
                )
                continue
            body, is_waiting = self._fixed(placed, strip.row.number)
            waits = waits or is_waiting
            pieces.append(f"{start}{placed.cell.metadata}{style}{body}")
        pieces.append("</row>")
        attached = [
            (text, *self._writer_beside(text, layout, strip.row.number)) for text, layout in strip.attached
        ]
        plain = head + "".join(blank) + "</row>"
        return RowWriter(tuple(pieces), writers, waits, plain, attached, self._heights(strip))

    def _heights(self, strip: StripRow) -> RowHeights | None:
        if self.looks is None:
            return None
        filled = [cell.placed for cell in strip.cells if isinstance(cell, ValueCell) and not cell.is_fixed]
        cells = [(placed.cell.column, placed.column, placed.cell.style) for placed in filled]
        return self.looks.heights(strip.row.attributes, strip.row.number, cells)

    def _writer_beside(
        self, text: AttachedText, layout: TextLayout | None, row: int
    ) -> tuple[CellWriter, CellPlace]:
        place = CellPlace(self.sheet, row, text.column, text.text.text)
        return CellWriter(0, text.column, self.styles, self.ledger, text.text, layout, self.epoch), place

    def _fixed(self, placed: PlacedCell, row: int) -> tuple[str, bool]:
        """The rest of a cell that yields nothing, and whether its formula waits for the map."""
        cell = placed.cell
        if cell.formula is None:
            return _fixed_value(cell), False
        formula = parse_formula(cell.formula.text)
        waiting = WaitingFormula(formula, cell.formula, row, cell.column, placed.column, _cached(cell))
        self.waiting.append(waiting)
        return f"{_FORMULA}{len(self.waiting) - 1}:{NUMBER}{_END}", True


def _cached(cell: TemplateCell) -> CachedValue | None:
    return None if cell.value is None else (cell.type, cell.value)


def _fixed_value(cell: TemplateCell) -> str:
    if cell.value is None and cell.text is None:
        return "/>"
    if cell.type == "inlineStr" and cell.text is not None:
        inner = "".join(
            f'<r>{run.properties}<t xml:space="preserve">{escaped(run.text)}</t></r>'
            if cell.text.is_rich
            else f'<t xml:space="preserve">{escaped(run.text)}</t>'
            for run in cell.text.runs
        )
        return f' t="inlineStr"><is>{inner}</is></c>'
    kind = "" if cell.type == "n" else f' t="{cell.type}"'
    return f"{kind}><v>{xml.escape_text(cell.value or '')}</v></c>"
