"""Made tables and recipes: the customs table's shape with five places, and ways to change it."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from reportgen.dataset import check, read
from reportgen.intake.importing import Imported, import_tables
from reportgen.intake.recipe import Recipe
from reportgen.intake.recipe_file import read_recipe
from reportgen.language import language
from tests.conftest import do_without

TABLES = os.environ.get("REPORTGEN_TABLES", "")
RECIPES = Path(__file__).parents[2] / "data" / "recipes"

Grid = list[list[str]]


def published_table(name: str) -> Path:
    """One of the offices' own tables; skips where their folder is not named, which in CI is a failure."""
    if not TABLES:
        do_without("REPORTGEN_TABLES does not name the folder of the published tables")
    return Path(TABLES) / name


def customs_grid(month: int = 2) -> Grid:
    """Heads crossed over two rows, the unit over the last columns, places at one level, a note in every column.

    The month's numbers are 100 x month + the place's number and so on; cumulative ones are their sums since January.
    """
    head = ["收发货人所在地"]
    grid = [
        ["", "", "", "", "", "", "", "单位：万人民币", "单位：万人民币", "单位：万人民币"],
        head + ["进出口", "进出口", "出口", "出口", "进口", "进口"] + ["累计比去年同期±％"] * 3,
        head + [f"{month}月", f"1至{month}月"] * 3 + ["进出口", "出口", "进口"],
    ]
    for place, size in (
        ("总值", 90_000),
        ("北京市", 8_000),
        ("重庆市", 5_000),
        ("重庆两江新区", 2_000),
        ("四川省", 4_000),
    ):
        exports = [size + 10 * number for number in range(1, month + 1)]
        imports = [size // 2 + 7 * number for number in range(1, month + 1)]
        both = [one + other for one, other in zip(exports, imports, strict=True)]
        cells = [str(number) for values in (both, exports, imports) for number in (values[-1], sum(values))]
        grid.append([place, *cells, "1.5", "-2.0", "-"])
    grid.append(["注：本表表名已调整。"] * 10)
    return grid


RECIPE = """
missing = ["-", ""]
[source]
id = "gacc_{year}_{mm}"
title = "{year}年{month}月总值表"
publisher = "海关总署"
[table]
find = "收发货人所在地"
head_rows = 2
notes = ["注：*"]
[period]
from = "file"
pattern = "{year}-{month}"
[unit]
from = "head"
text = "单位：万人民币"
unit = "CNY"
unit_mult = 4
[[columns]]
head = ["进出口", "{month}月"]
indicator = "trade"
span = "month"
[[columns]]
head = ["进出口", "1至{month}月"]
indicator = "trade"
span = "cumulative"
[[columns]]
head = ["出口", "{month}月"]
indicator = "exports"
span = "month"
[[columns]]
head = ["出口", "1至{month}月"]
indicator = "exports"
span = "cumulative"
[[columns]]
head = ["进口", "{month}月"]
indicator = "imports"
span = "month"
[[columns]]
head = ["进口", "1至{month}月"]
indicator = "imports"
span = "cumulative"
[[columns]]
head = ["累计比去年同期±％", "进出口"]
indicator = "trade"
measure = "growth_yoy"
span = "cumulative"
[[columns]]
head = ["累计比去年同期±％", "出口"]
indicator = "exports"
measure = "growth_yoy"
span = "cumulative"
[[columns]]
head = ["累计比去年同期±％", "进口"]
indicator = "imports"
measure = "growth_yoy"
span = "cumulative"
[[rows]]
[rows.ref_area]
"总值" = "CN"
"重庆市" = "CN-CQ"
"重庆两江新区" = "CQ-LJ"
[[rows]]
label = "*"
after = "重庆市"
before = "四川省"
ask = true
[[rows]]
label = "*"
skip = true
[[sums]]
total = "trade"
parts = ["exports", "imports"]
[[reference]]
period = "2024-02"
row = "重庆市"
column = "出口 / 1至2月"
value = 10030
"""
CODES = "".join(
    f'[[indicators]]\nindicator = "{code}"\nname_zh = "{name}"\nlabel_en = "{code}"\nlabel_zh = "{name}"\nunit = "CNY"\n'
    f'round_to = "7"\ndirection = "up"\nkind = "flow"\n'
    for code, name in (("trade", "进出口"), ("exports", "出口"), ("imports", "进口"))
) + "".join(
    f'[[areas]]\nref_area = "{code}"\nlabel_en = "{code}"\nlabel_zh = "{name}"\nkind = "place"\n'
    for code, name in (("CN", "全国"), ("CN-CQ", "重庆市"), ("CQ-LJ", "两江新区"))
)


def csv_bytes(grid: Grid, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(grid)
    return text.getvalue().encode(encoding)


class Desk:
    """A folder with tables, a recipe and a dataset, as an official has them before her."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.recipe_text = RECIPE + CODES

    def table(self, grid: Grid | None = None, name: str = "2024-02.csv") -> Path:
        path = self.folder / name
        path.write_bytes(csv_bytes(customs_grid() if grid is None else grid))
        return path

    def recipe(self, *changes: tuple[str, str]) -> Recipe:
        text = self.recipe_text
        for before, after in changes:
            assert before in text, before
            text = text.replace(before, after)
        path = self.folder / "R.toml"
        path.write_text(text, encoding="utf-8")
        return read_recipe(path)

    def read(self, *tables: Path, recipe: Recipe | None = None, dry_run: bool = False) -> Imported:
        imported = import_tables(
            tables or (self.table(),), recipe or self.recipe(), self.data, dry_run=dry_run
        )
        if imported.files:  # whatever was taken holds against the cells that it cites
            found = [one for one in check(read(self.data)[0]) if one.code.endswith("-in-cell")]
            assert not found, [language("en").what(one) for one in found]
        return imported

    def rows(self, table: str) -> list[dict[str, str]]:
        with open(self.data / f"{table}.csv", encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def values(self) -> dict[str, str]:
        """Every observation's value by its id up to the source."""
        return {row["obs_id"].partition("@")[0]: row["value"] for row in self.rows("observations")}


def said(imported: Imported, code: str, spoken: str = "en") -> list[str]:
    """What a person reads of the findings of one code."""
    return [
        f"{language(spoken).what(finding)} {language(spoken).remedy(finding)}"
        for finding in imported.findings
        if finding.code == code
    ]


def codes(imported: Imported) -> list[str]:
    return [finding.code for finding in imported.findings]


def cell_of(imported: Imported, code: str) -> str:
    """The cell of the first finding of a code, such as ``2024-02.csv!C5``."""
    place = next(finding.place for finding in imported.findings if finding.code == code)
    return f"{place.file}!{place.column or ''}{place.row or ''}"
