"""One fill of a workbook: run the sheets with tags, move everything else by their maps, work out formulas, save."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from reportgen.content import MarkStyle
from reportgen.excel.attached_texts import COMMENT, validations_of
from reportgen.excel.axis import AxisMap
from reportgen.excel.calculator import Calculated, is_available
from reportgen.excel.cell_marks import Mark, attach_marks, hidden_names, named_marks, shown_figures
from reportgen.excel.cell_pictures import add_pictures, make_room
from reportgen.excel.cell_styles import CellStyles
from reportgen.excel.cell_writer import CellProblem, Ledger, Unknown
from reportgen.excel.comments import move_comments, move_single_cells, own_threads
from reportgen.excel.data_validations import fill_validations
from reportgen.excel.drawings import drawing_parts, move_drawing
from reportgen.excel.formula_values import formula_values, tables_now
from reportgen.excel.hyperlinks import add_links, fill_links
from reportgen.excel.lint import lint_workbook, names_in_workbook, unknown_names_in
from reportgen.excel.moved_formulas import SheetMap
from reportgen.excel.pivot_tables import move_pivot_sources, move_pivot_table
from reportgen.excel.problems import CellPlace, PlanMistakes, Problems
from reportgen.excel.ranges_over_heads import report_names_over_heads, report_ranges_over_heads
from reportgen.excel.row_stream import CachedValues
from reportgen.excel.sheet_charts import WrittenCells, chart_parts, move_chart
from reportgen.excel.sheet_copies import copy_sheet, own_tables
from reportgen.excel.sheet_filling import Ending, FilledSheet, run_sheet
from reportgen.excel.sheet_frame import SheetFrame
from reportgen.excel.sheet_list import SheetList, check_names
from reportgen.excel.sheet_tables import move_table
from reportgen.excel.sheet_texts import FilledTexts, fill_around, fill_drawings, fill_headers, fill_names
from reportgen.excel.stale_sheets import stale_sheets
from reportgen.excel.structured_references import TableArea
from reportgen.excel.template_sheet import split_frame
from reportgen.excel.value_program import compiled, run, shown_value, with_waiting
from reportgen.excel.workbook_part import move_workbook
from reportgen.excel.workbook_template import CompiledSheet, CompiledWorkbook
from reportgen.expressions import UsedName, near_tag_findings
from reportgen.expressions.budget import spending
from reportgen.expressions.not_shown import unknown_shown
from reportgen.findings import Finding, Severity
from reportgen.ooxml import Package
from reportgen.ooxml.addresses import LAST_COLUMN, LAST_ROW
from reportgen.ooxml.excel_tables import read_tables
from reportgen.ooxml.guard import naming
from reportgen.ooxml.properties import Properties, set_properties
from reportgen.ooxml.sheet_cells import WorkbookCells
from reportgen.ooxml.sheet_xml import with_dimension
from reportgen.ooxml.xml import qn
from reportgen.record import replace
from reportgen.rendered import Rendered


class ExcelTemplate(CompiledWorkbook):
    """A template read once, filled as often as there are contexts."""

    def lint(self, context: Mapping[str, Any] | None = None) -> list[Finding]:
        """Every mistake that can be seen without filling: tags, blocks, names that ``context`` lacks, charts nothing feeds."""
        return lint_workbook(self, context)

    def names(self) -> list[UsedName]:
        """The names of the context that it uses, each with its places."""
        return names_in_workbook(self)

    def fill(
        self,
        context: Mapping[str, Any],
        *,
        properties: Properties | None = None,
        marks: MarkStyle = "controls",
        cached_values: bool = True,
    ) -> Rendered:
        """Fill the template. Nothing is given back where anything is wrong: ``TemplateError`` lists all of it.

        ``marks="none"`` leaves out the hidden names and lists that let audit and refresh find each figure's cell;
        ``cached_values=False`` leaves the values of formulas to Excel.
        """
        with spending():
            return Filling(self, context, cached_values).make(properties, marks != "none")

    def mentions(self, _name: str) -> bool:
        """No cell shows a table or chart as a whole, whose notes could hang on what the text says."""
        return False


@dataclass(slots=True)
class Filling:
    """One fill: the package being edited and what is known so far."""

    template: CompiledWorkbook
    context: Mapping[str, Any]
    cached_values: bool = True
    package: Package = field(init=False)
    styles: CellStyles = field(init=False)
    problems: Problems = field(default_factory=Problems)
    maps: dict[str, SheetMap] = field(default_factory=dict)
    filled: list[FilledSheet] = field(default_factory=list)
    sheets: SheetList = field(default_factory=SheetList)
    book_texts: FilledTexts = field(default_factory=dict)
    """What tags in defined names, properties and custom XML gave."""
    ledger: Ledger = field(default_factory=Ledger)
    held: list[list[Any]] = field(default_factory=list)
    """The values of sheets in which something waits."""

    def __post_init__(self) -> None:
        self.package = self.template.package.copy()
        self.styles = self.template.styles.fresh()

    def make(self, properties: Properties | None, marks: bool) -> Rendered:
        """Run every sheet, then move everything else by the maps, then save."""
        self.problems.extend(self.template.problems.findings)
        self.problems.extend(near_tag_findings(self.template.near_tags, self.context))
        self.problems.extend(self.template.unfilled)
        self.problems.raise_errors()
        texts = self.template.book_texts
        said = list(map(shown_value, texts.run(self.context)))
        endings = [
            (sheet, self._run(sheet)) for sheet in self.template.sheets if sheet.has_tags or sheet.passes
        ]
        for held in (said, *self.held):
            held[:] = (with_waiting(item, shows=True) for item in held)
        self.book_texts = texts.written(said, self.styles, self.ledger, self._report)
        for sheet, ending in endings:
            self._end(sheet, [copy for one in ending if (copy := one()) is not None])
        self._complain()
        self._name_heads()
        self._run_dependents()
        for filled in self.filled:
            report_ranges_over_heads(filled.name, filled.stream.waiting, self._maps_of(filled), self.problems)
        report_names_over_heads(self.template.book.names, self.maps, self.problems)
        self.problems.raise_errors()
        values = self._calculated()
        for filled in self.filled:
            with naming(filled.part):
                self._write(filled, values.get(filled.map.name, {}))
        shown = self._marks()
        self._write_workbook(shown if marks else [])
        self.problems.raise_errors()
        if self.styles.is_changed and self.styles.part in self.package:
            with naming(self.styles.part):
                self.package.write(self.styles.part, self.styles.to_bytes())
        if marks:
            attach_marks(self.package, shown)
        fill_around(self.package, self.book_texts)
        if properties is not None:
            set_properties(self.package, properties)
        return Rendered(self.package, shown_figures(shown), tuple(self.problems.findings))

    # ---- running ------------------------------------------------------------------------------------------

    def _run(self, sheet: CompiledSheet) -> list[Ending]:
        """Run a sheet that has tags: once, or once for each of its copies."""
        if sheet.passes is None:
            return [self._run_once(sheet, self.context)]
        context = cast(dict[str, Any], self.context)
        return [self._run_once(sheet, ChainMap(dict(bindings), context)) for bindings in self._passes(sheet)]

    def _end(self, sheet: CompiledSheet, copies: list[FilledSheet]) -> None:
        """Put the copies of a sheet into the workbook."""
        self.filled += copies
        name = sheet.sheet.name.lower()
        if sheet.passes is None:
            for filled in copies:
                self.maps[name] = filled.map
                self.sheets.rename(sheet.sheet.name, filled.map.name)
            return
        if not copies:
            self.maps[name] = SheetMap(
                AxisMap([], LAST_ROW), AxisMap([], LAST_COLUMN), sheet.sheet.name, is_gone=True
            )
            self.sheets.remove(sheet.sheet.name)
            return
        for number, copy in enumerate(copies[1:], 2):
            copy.part, copy.is_copy = copy_sheet(self.package, sheet.sheet.part), True
            own_threads(self.package, copy.part)
            tables = own_tables(self.package, copy.part, number)
            copy.map = replace(copy.map, tables=tables)
            copy.tables = read_tables(self.package, sheet.sheet.name, copy.part)
        self.maps[name] = replace(copies[0].map, more=tuple(copy.map for copy in copies[1:]))
        self.sheets.repeat(sheet.sheet.name, [(copy.map.name, copy.part) for copy in copies])

    def _run_once(self, sheet: CompiledSheet, context: Mapping[str, Any]) -> Ending:
        return run_sheet(self.template, sheet, context, self.styles, self._report, self.held)

    def _passes(self, sheet: CompiledSheet) -> list[Mapping[str, Any]]:
        """The variables of each copy of a repeated sheet."""
        assert sheet.passes is not None
        try:
            template = compiled(sheet.passes, self.template.sandbox)
            return [item[1] for item in run(template, self.context, 1)]
        except Exception as error:
            self._report(next(iter(sheet.passes.places.values()), CellPlace(sheet.sheet.name)), error)
            return []

    def _complain(self) -> None:
        """Raise everything that went wrong so far, unknown names among it."""
        check_names(self.sheets.names([entry.name for entry in self.template.book.sheets]), self.problems)
        if self.problems.findings:
            self.problems.explain(unknown_names_in(self.template, self.context))
            self.problems.raise_errors()

    def _name_heads(self) -> None:
        """Filled heads of Tables rename their columns in every formula."""
        for filled in self.filled:
            heads = filled.heads()
            if not heads:
                continue
            name = filled.name.lower()
            filled.map = replace(filled.map, heads=heads)
            if self.maps[name].name == filled.map.name:
                self.maps[name] = replace(self.maps[name], heads=heads)

    def _run_dependents(self) -> None:
        """Sheets without tags whose formulas depend on one with tags are written anew, without their old values."""
        sheets = {sheet.sheet.name.lower(): sheet for sheet in self.template.sheets}
        done = set(self.maps)
        if len(done) == len(sheets):
            return
        stale = stale_sheets(
            [sheet.sheet for sheet in sheets.values()],
            self.template.book.names,
            done,
            has_tables=any(sheet.tables for sheet in sheets.values()),
        )
        for name in [name for name in sheets if name in stale and name not in done]:
            filled = self._run_once(sheets[name], self.context)()
            if filled is not None:
                self.filled.append(filled)

    # ---- writing ------------------------------------------------------------------------------------------

    def _maps_of(self, filled: FilledSheet) -> Mapping[str, SheetMap]:
        """The maps as seen from a sheet: for a copy, its template's name means itself."""
        return (
            self.maps | {filled.name.lower(): filled.map} if filled.name.lower() in self.maps else self.maps
        )

    def _write(self, filled: FilledSheet, values: CachedValues) -> None:
        maps = self._maps_of(filled)
        if not filled.compiled.has_tags and filled.stream.says_the_same(maps, values):
            return
        head, tail = self._frame(filled, maps)
        chunks = filled.stream.finished(maps, values)
        self.package.write(filled.part, (piece for part in ((head,), chunks, (tail,)) for piece in part))
        if filled.compiled.has_relations:
            self._move_related(filled, maps)
        add_pictures(self.package, filled.part, filled.stream.ledger.pictures)

    def _move_related(self, filled: FilledSheet, maps: Mapping[str, SheetMap]) -> None:
        """Move what a sheet keeps in other parts: comments, drawings, pivot tables."""
        sheet = filled.compiled.sheet
        comments = {
            index: texts for (kind, index), texts in filled.stream.attached.items() if kind == COMMENT
        }
        move_comments(
            self.package, filled.part, sheet.name, {**maps, sheet.name.lower(): filled.map}, comments
        )
        move_single_cells(self.package, filled.part, filled.map)
        move_pivot_table(self.package, filled.part, filled.map)
        for part in drawing_parts(self.package, filled.part):
            with naming(part):
                move_drawing(self.package, part, sheet.name, filled.map, maps)
        fill_drawings(self.package, filled.part, filled.texts)

    def _frame(self, filled: FilledSheet, maps: Mapping[str, SheetMap]) -> tuple[bytes, bytes]:
        """The XML before and after a sheet's rows, moved and filled in."""
        compiled, used = filled.compiled, filled.used
        last = compiled.last_row_named
        is_still = (
            last is not None
            and compiled.columns is None
            and not filled.is_copy
            and not filled.stream.ledger.links
            and not filled.stream.ledger.pictures
            and filled.map.rows.is_unmoved(last)
        )
        if is_still and compiled.moved_frame is not None:
            head, tail = compiled.moved_frame
            return with_dimension(head, used), tail
        frame = compiled.sheet.frame()
        rules = validations_of(frame.root)
        SheetFrame(frame.root, filled.name, {**maps, filled.name.lower(): filled.map}).move(used)
        fill_validations(rules, filled.map, filled.stream.attached)
        fill_headers(frame.root, filled.texts)
        fill_links(self.package, filled.part, frame.root, filled.map, filled.stream.attached)
        add_links(self.package, filled.part, frame.root, filled.stream.ledger)
        make_room(self.package, filled.part, frame.root, filled.stream.ledger.pictures)
        if filled.is_copy:
            _deselect(frame.root)
        head, tail = split_frame(frame)
        if is_still:
            compiled.moved_frame = head, tail
        return head, tail

    def _calculated(self) -> Calculated:
        if not self.cached_values or not any(filled.stream.waiting for filled in self.filled):
            return {}
        if not is_available():
            self.problems.add("values-left-out", CellPlace(""), Severity.NOTE)
            return {}
        book = self.package.copy()
        self._move_workbook(book, {}, recalculate=False)
        there = {sheet.name.lower() for sheet in self.filled}
        others = [
            TableArea(table.name, table.sheet, table.area, table.columns, table.head_rows, table.totals_rows)
            for sheet in self.template.sheets
            for table in sheet.tables
            if sheet.sheet.name.lower() not in there
        ]
        unfilled = [sheet for sheet in self.template.sheets if sheet.sheet.name.lower() not in there]
        tables = tables_now(self.filled, others)
        return formula_values(book, self.filled, unfilled, self._maps_of, tables, self.template.doubted)

    def _move_workbook(self, package: Package, names: Mapping[str, str], *, recalculate: bool) -> None:
        if not (names or recalculate or self.sheets.changes or self.template.book.names):
            return
        move_workbook(
            package, self.template.book, self.maps, names, self.sheets,
            fill_names=lambda root: fill_names(root, self.book_texts), recalculate=recalculate,
        )  # fmt: skip

    def _write_workbook(self, marks: list[Mark]) -> None:
        names = hidden_names(marks)
        has_formulas = bool(self.filled) and any(sheet.has_formulas for sheet in self.template.sheets)
        self._move_workbook(self.package, names, recalculate=has_formulas)
        parts = {entry.name.lower(): entry.part for entry in self.template.book.sheets}
        parts |= {sheet.map.name.lower(): sheet.part for sheet in self.filled}
        changed = frozenset(sheet.map.name.lower() for sheet in self.filled)
        written = WrittenCells(WorkbookCells(self.package, parts, self.template.strings), changed)
        owners: dict[str, FilledSheet] = {}
        for filled in self.filled:
            for table in filled.tables:
                maps = {**self._maps_of(filled), filled.name.lower(): filled.map}
                with naming(table.part):
                    move_table(self.package, table, maps, written.cells, self.problems)
            for drawing in drawing_parts(self.package, filled.part) if filled.compiled.has_relations else ():
                owners |= {found.part: filled for found in self.package.relationships(drawing)}
        for part in list(chart_parts(self.package)) if self.template.has_charts else ():
            owner = owners.get(part)
            with naming(part):
                seen = self.maps if owner is None else self._maps_of(owner)
                move_chart(self.package, part, seen, written, self.problems)
        if self.template.has_pivots:
            move_pivot_sources(self.package, self.maps, tables_now(self.filled, []), written.cells)

    def _marks(self) -> list[Mark]:
        return named_marks(
            [
                (key, text, filled.map.name, row, column)
                for filled in self.filled
                for key, text, row, column in filled.stream.ledger.figures
            ]
            + [(key, text, "", 0, 0) for key, text, _, _ in self.ledger.figures]
        )

    # ---- problems -----------------------------------------------------------------------------------------

    def _report(self, place: CellPlace, problem: Exception) -> None:
        if isinstance(problem, Unknown):
            self.problems.put(unknown_shown(problem.value, self.context), place)
        elif isinstance(problem, PlanMistakes):
            self.problems.extend(problem.findings)
        elif isinstance(problem, CellProblem):
            self.problems.add(problem.code, place, variant=problem.variant, **problem.parameters)
        else:
            self.problems.failed(place, problem, self.context)


def _deselect(root: Any) -> None:
    """Only one sheet of a workbook may be the selected one: copies are not."""
    for view in root.iter(qn("x:sheetView")):
        view.attrib.pop("tabSelected", None)
