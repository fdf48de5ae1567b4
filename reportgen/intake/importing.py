"""``reportgen import`` from beginning to end: read every table, check, merge, and write the dataset all or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter
from pathlib import Path

from reportgen.dataset.stores import Location
from reportgen.findings import Finding, Place, Severity, error_count, has_errors
from reportgen.intake.cell_checks import check_cells
from reportgen.intake.grid import Grid
from reportgen.intake.new_observations import Holdings, MergedNumber, MergeStatus, holdings_of, merge
from reportgen.intake.opening import open_grids
from reportgen.intake.patterns import first_match
from reportgen.intake.recipe import Recipe, TableLayout
from reportgen.intake.record_tables import RecordTables
from reportgen.intake.rows_to_add import add_rows, labels_of, unknown_codes
from reportgen.intake.size_checks import check_sizes
from reportgen.intake.stored_files import finish, stored_dataset
from reportgen.intake.table_checks import check_table
from reportgen.intake.table_reading import CrossedTables
from reportgen.intake.taken import TakenTable
from reportgen.many_records import uncollected
from reportgen.messages import Announce, Bilingual
from reportgen.record import Record, field, replace


class Imported(Record):
    """What an import did, or would do. Where a finding is an error nothing was written."""

    readings: tuple[TakenTable, ...]
    merged: tuple[tuple[TakenTable, MergedNumber], ...]
    findings: tuple[Finding, ...]
    files: tuple[Path, ...] = ()
    """The files that were written."""
    labels: Mapping[tuple[str, str], Bilingual] = field(default_factory=dict)
    """What the dataset or the recipe calls indicators and areas, by table and code."""

    @property
    def is_refused(self) -> bool:
        return has_errors(self.findings)

    @property
    def counts(self) -> Counter[MergeStatus]:
        """How many numbers are new, the same, revised."""
        return Counter(one.change for _, one in self.merged)

    @property
    def errors(self) -> int:
        return error_count(self.findings)

    @property
    def refused(self) -> int:
        """Cells that the recipe should read and could not."""
        return len({(finding.place.file, finding.place.sheet, finding.place.row, finding.place.column)
                    for finding in self.findings if finding.severity is Severity.ERROR})  # fmt: skip


@uncollected()
def import_tables(
    tables: Sequence[Path],
    recipe: Recipe,
    into: Location | None,
    *,
    dry_run: bool = False,
    step: Announce = lambda _: None,
) -> Imported:
    """Read the tables by the recipe into the dataset at ``into``, which is made where it is missing.
    ``into`` may be ``None`` in a dry run: then every number is new.

    Raises ``ReportgenError`` where a file or the dataset cannot be opened at all. Everything else is a finding; with an error
    among them, or with ``dry_run``, nothing is written.
    """
    if into is not None and not dry_run:
        finish(into)
    dataset = stored_dataset(into)
    held = holdings_of(dataset)
    readings = [_checked(path, reading, recipe, held) for path, reading in _read_all(tables, recipe, step)]
    findings = [finding for reading in readings for finding in reading.findings]
    findings += unknown_codes(dataset, readings, recipe)
    merged, undecided = _merge_all(readings, held) if not has_errors(findings) else ([], [])
    findings += undecided
    labels = labels_of(dataset, readings, recipe)
    done = Imported(tuple(readings), tuple(merged), tuple(findings), labels=labels)
    if done.is_refused:
        return done
    add_rows(dataset, held, merged, recipe, readings)
    if dry_run or dataset.root is None or not (merged and dataset.changed):
        return done
    step(str(into))
    return replace(done, files=dataset.write())


def _read_all(tables: Sequence[Path], recipe: Recipe, step: Announce) -> list[tuple[Path, TakenTable]]:
    """Every table, the earliest period first: what came later is held against what came before."""
    reader = RecordTables(recipe) if recipe.table.form is TableLayout.RECORDS else CrossedTables(recipe)
    readings = []
    for path in tables:
        step(path.name)
        readings += [(path, reading) for reading in _read_file(path, recipe, reader)]
    return sorted(readings, key=lambda one: _latest(one[1]))


def _read_file(path: Path, recipe: Recipe, reader: CrossedTables | RecordTables) -> list[TakenTable]:
    grids = sorted((grid for grid in open_grids(path) if grid.rows), key=attrgetter("is_hidden"))
    wanted = recipe.table.sheet
    chosen = [
        grid for grid in grids if not wanted or not grid.sheet or first_match(wanted, grid.sheet) is not None
    ]
    if not chosen:
        names = tuple(grid.sheet for grid in grids)
        finding = Finding("table-sheet-missing", Severity.ERROR, place=Place(path.name),
                          wanted=wanted[0].text if wanted else "", sheets=names)  # fmt: skip
        return [TakenTable(Grid(path.name, "", ()), findings=(finding,))]
    readings = [reader.read(grid, path.stem) for grid in chosen]
    if wanted:
        return readings
    found = [reading for reading in readings if reading.columns or reading.taken]
    if len(found) > 1:
        sheets = tuple(reading.grid.sheet for reading in found[1:])
        more = Finding(
            "table-on-more-sheets",
            Severity.WARNING,
            place=found[0].grid.place(),
            sheet=found[0].grid.sheet,
            sheets=sheets,
        )
        found[0] = replace(found[0], findings=(*found[0].findings, more))
    return found[:1] or readings[:1]  # without a name the first sheet on which the table is


def _checked(path: Path, reading: TakenTable, recipe: Recipe, held: Holdings) -> TakenTable:
    """The reading with what is found when it is held against its workbook, the recipe and what is known."""
    findings, vouched = check_table(reading, recipe, path.stem)
    findings = [
        *check_cells(reading, path, vouched),
        *findings,
        *check_sizes(reading, held.levels, vouched),
    ]
    return replace(reading, findings=(*reading.findings, *findings))


def _latest(reading: TakenTable) -> tuple[int, int]:
    latest = reading.source.latest if reading.source else None
    return (latest.last, -latest.first) if latest else (0, 0)


def _merge_all(
    readings: Sequence[TakenTable], held: Holdings
) -> tuple[list[tuple[TakenTable, MergedNumber]], list[Finding]]:
    merged: list[tuple[TakenTable, MergedNumber]] = []
    findings: list[Finding] = []
    for reading in readings:
        of_table, undecided = merge(reading, held)
        merged += [(reading, one) for one in of_table]
        findings += undecided
    return merged, findings
