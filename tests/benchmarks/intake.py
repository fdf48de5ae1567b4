"""Twelve tables of 340 places (4,069 rows x 9 columns) imported into a new dataset. The bars: 4 times what the csv module and a
dict a row take, and for the same as .xlsx 3 times what calamine and a dict a row take.

With ``REPORTGEN_TABLES`` the tables are the customs' own, else made ones of the same shape.
"""

import csv
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.intake.importing import import_tables
from reportgen.intake.recipe_file import read_recipe
from tests.benchmarks.timing import CPU, compare
from tests.intake.made import CODES, RECIPE, RECIPES, csv_bytes, customs_grid

PLACES = 339
BARS = {"csv": 4, "xlsx": 3}
ROUNDS = 15


def rows() -> Iterator[str]:
    yield "| twelve tables into a dataset | seconds | ratio | bar |"
    yield "|---|---|---|---|"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tables, recipe = _tables(folder)
        sheets = [_as_workbook(table) for table in tables]
        for kind, paths, floor in (("csv", tables, _csv_rows), ("xlsx", sheets, _calamine_rows)):
            found = compare(
                lambda paths=paths: _imported(paths, recipe),
                lambda paths=paths, floor=floor: [floor(path) for path in paths],
                rounds=ROUNDS,
                clock=CPU,
            )
            yield f"| .{kind} | {found.ours:.3f} | **{found.ratio:.1f}** | {BARS[kind]} |"
            yield f"| {floor.__doc__} | {found.theirs:.3f} | 1 | |"


def _imported(tables: Sequence[Path], recipe: Path) -> None:
    with tempfile.TemporaryDirectory() as into:
        done = import_tables(tables, read_recipe(recipe), Path(into) / "data")
        assert done.files, [finding.code for finding in done.findings]


def _csv_rows(path: Path) -> list[dict[str, str]]:
    """csv module and a dict a row"""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _calamine_rows(path: Path) -> list[dict[str, object]]:
    """calamine and a dict a row"""
    import python_calamine

    lines = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]


def _tables(folder: Path) -> tuple[list[Path], Path]:
    if own := os.environ.get("REPORTGEN_TABLES"):
        return sorted((Path(own) / "customs-2024").glob("*.csv")), RECIPES / "customs-by-place.toml"
    for month in range(1, 13):
        grid = customs_grid(month)
        other = grid[-2]
        grid[-1:-1] = [[f"其他地区{number}", *other[1:]] for number in range(PLACES - len(grid) + 4)]
        folder.joinpath(f"2024-{month:02d}.csv").write_bytes(csv_bytes(grid))
    recipe = folder / "customs.toml"
    recipe.write_text(RECIPE + CODES, encoding="utf-8")
    return sorted(folder.glob("*.csv")), recipe


def _as_workbook(table: Path) -> Path:
    import xlsxwriter

    with table.open(encoding="utf-8-sig", newline="") as file:
        grid = list(csv.reader(file))
    path = Path(tempfile.mkdtemp()) / f"{table.stem}.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for row, cells in enumerate(grid):
        for column, text in enumerate(cells):
            if row > 2 and text.lstrip("-").replace(".", "", 1).isdigit():
                sheet.write_number(row, column, float(text))
            else:
                sheet.write_string(row, column, text)
    book.close()
    return path
