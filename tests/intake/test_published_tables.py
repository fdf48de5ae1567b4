"""The tables that offices really publish: every value of Chongqing equals the file's, and each table's traps are met.

The tables are not in this repository; `REPORTGEN_TABLES` names their folder. The files are read here by the csv module alone.
"""

import csv
import re

import pytest

from reportgen.intake.draft import draft_recipe
from reportgen.intake.importing import import_tables
from reportgen.intake.new_observations import MergeStatus
from reportgen.intake.recipe_file import read_recipe
from tests.intake.made import RECIPES, codes, csv_bytes, published_table

MONTHS = [f"2024-{month:02d}" for month in range(1, 13)]
COLUMNS = [
    ("trade", "month", "level"), ("trade", "cumulative", "level"), ("exports", "month", "level"),
    ("exports", "cumulative", "level"), ("imports", "month", "level"), ("imports", "cumulative", "level"),
    ("trade", "cumulative", "growth_yoy"), ("exports", "cumulative", "growth_yoy"), ("imports", "cumulative", "growth_yoy"),
]  # fmt: skip
PLACES = {
    "总值": "CN", "重庆市": "CN-CQ", "重庆高新技术产业开发区": "CN-CQ-GAOXIN", "重庆两江新区": "CN-CQ-LIANGJIANG",
    "万州经济技术开发区": "CN-CQ-WANZHOU-ETDZ", "重庆经济技术开发区": "CN-CQ-ETDZ", "长寿经济技术开发区": "CN-CQ-CHANGSHOU-ETDZ",
}  # fmt: skip
CUMULATIVE = {"01": "2024-01", "03": "2024-Q1", "12": "2024"}


def cells_of(month):
    with open(published_table(f"customs-2024/{month}.csv"), encoding="utf-8-sig", newline="") as file:
        return {row[0]: row[1:] for row in csv.reader(file)}


@pytest.fixture(scope="module")
def customs(tmp_path_factory):
    """All twelve months in one dataset."""
    tables = [published_table(f"customs-2024/{month}.csv") for month in MONTHS]
    into = tmp_path_factory.mktemp("customs") / "data"
    imported = import_tables(tables, read_recipe(RECIPES / "customs-by-place.toml"), into)
    assert codes(imported) == []
    with open(into / "observations.csv", encoding="utf-8", newline="") as file:
        observations = {row["obs_id"].partition("@")[0]: row for row in csv.DictReader(file)}
    with open(into / "citations.csv", encoding="utf-8", newline="") as file:
        citations = list(csv.DictReader(file))
    return into, observations, citations


def test_every_value_of_every_month_equals_the_files(customs):
    _, observations, _ = customs
    checked = 0
    for month in MONTHS:
        number = month[-2:]
        cells = cells_of(month)
        for place, area in PLACES.items():
            for column, (indicator, span, measure) in enumerate(COLUMNS):
                period = month if span == "month" else CUMULATIVE.get(number, f"2024-01--{month}")
                row = observations[f"{indicator}/{area}/{period}/{measure}"]
                assert row["value"] == cells[place][column], (month, place, column)
                assert row["unit_mult"] == ("4" if measure == "level" else "0")
                checked += 1
    assert checked == 12 * 7 * 9
    assert len(observations) == checked - 7 * 3  # January's month and January's total are one figure


def test_every_citation_leads_to_its_cell(customs):
    _, _, citations = customs
    assert len(citations) == 12 * 7 * 9
    for month in MONTHS:
        with open(published_table(f"customs-2024/{month}.csv"), encoding="utf-8-sig", newline="") as file:
            grid = list(csv.reader(file))
        of_month = [row for row in citations if row["source"] == f"gacc_by_place_{month.replace('-', '_')}"]
        assert len(of_month) == 63
        for row in of_month:
            column, number = ord(row["cell"][0]) - 65, int(row["cell"][1:])
            assert grid[number - 1][column] == row["statement"]
            assert grid[number - 1][0] == row["row_label"]


def test_the_twelve_months_again_are_all_the_same(customs):
    into, _, _ = customs
    tables = [published_table(f"customs-2024/{month}.csv") for month in MONTHS]
    again = import_tables(tables, read_recipe(RECIPES / "customs-by-place.toml"), into)
    assert again.counts == {MergeStatus.SAME: 756}
    assert again.files == ()


def drifted(tmp_path, month, change):
    with open(published_table(f"customs-2024/{month}.csv"), encoding="utf-8-sig", newline="") as file:
        grid = list(csv.reader(file))
    change(grid, next(at for at, row in enumerate(grid) if row[0] == "重庆市"))
    path = tmp_path / f"{month}.csv"
    path.write_bytes(csv_bytes(grid))
    return import_tables(
        [path], read_recipe(RECIPES / "customs-by-place.toml"), tmp_path / "data", dry_run=True
    )


def row_added(grid, at):
    grid.insert(at + 3, ["重庆西永综合保税区", *grid[at + 1][1:]])


def label_spaced(grid, at):
    grid[at][0] = "重庆 市"


def unit_changed(grid, _):
    grid[0] = [cell.replace("万人民币", "亿人民币") for cell in grid[0]]


def columns_swapped(grid, at):
    for row in grid[3:-1]:
        row[3:5], row[5:7] = row[5:7], row[3:5]


def columns_swapped_two(grid, at):
    for row in grid[3:-1]:
        row[1:3], row[3:5] = row[3:5], row[1:3]


def in_yuan(grid, at):
    for row in grid[3:-1]:
        row[1:7] = [f"{cell}0000" for cell in row[1:7]]


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [
        (row_added, "table-label-new", ("A", 275)),
        (label_spaced, "table-label-spelt", ("A", 272)),
        (unit_changed, "table-unit-changed", ("H", 1)),
        (columns_swapped, "table-reference-differs", ("D", 272)),
        (columns_swapped_two, "table-sum-differs", ("B", 4)),
        (in_yuan, "table-reference-differs", ("D", 272)),
    ],
)
def test_a_drifted_copy_is_refused_at_its_place(tmp_path, change, code, cell):
    imported = drifted(tmp_path, "2024-05", change)
    found = next(finding for finding in imported.findings if finding.code == code)
    assert (found.place.file, found.place.row) == ("2024-05.csv", cell[1])
    assert found.place.column == cell[0]
    assert imported.merged == ()


def test_an_export_of_the_bureaus_database(tmp_path):
    into = tmp_path / "data"
    imported = import_tables(
        [published_table("nbs-export.csv")], read_recipe(RECIPES / "nbs-export.toml"), into
    )
    assert codes(imported) == []
    with open(published_table("nbs-export.csv"), encoding="utf-8-sig", newline="") as file:
        grid = list(csv.reader(file))
    held = sum(bool(cell) for row in grid[4:8] for cell in row[1:])
    with open(into / "observations.csv", encoding="utf-8", newline="") as file:
        rows = {row["obs_id"].partition("@")[0]: row for row in csv.DictReader(file)}
    assert len(rows) == held == 132
    assert (
        rows["real_estate_investment/CN-NM/2018-Q1/level"]["value"],
        rows["real_estate_investment/CN-NM/2018-Q1/level"]["unit_mult"],
    ) == ("39.61", "8")
    assert rows["residential_investment/CN-NM/2017-01--2017-02/growth_yoy"]["value"] == "11.9"
    with open(into / "citations.csv", encoding="utf-8", newline="") as file:
        cited = next(
            row
            for row in csv.DictReader(file)
            if row["subject"].startswith("real_estate_investment/CN-NM/2018-Q1/level")
        )
    assert (cited["unit_label"], cited["row_label"], cited["column_label"]) == (
        "亿元",
        "房地产投资累计值(亿元)",
        "2018年3月",
    )


def test_the_shipped_dataset_is_what_its_command_makes(customs):
    into, _, _ = customs
    shipped = RECIPES.parent / "customs-2024"
    for path in into.glob("*.csv"):
        assert path.read_bytes() == (shipped / path.name).read_bytes(), path.name


@pytest.mark.parametrize(
    ("name", "questions", "lines"),
    [
        ("pbc-2024-fx-deposits.xlsx", 43, ['below = "1.住户存款 Deposits of Households"', 'from = "title"\ntext = "单位：亿美元"', 'ref_area = "?"\n# ']),
        ("nbs-export.csv", 7, ['pattern = "地区：{area}"', '"内蒙古自治区" = "?"']),
        ("zhejiang-2024-06.csv", 20, ['from = "notes"\ntext = "单位：人民币，元，%"\nunit = "CNY"\nunit_mult = 0']),
    ],
)  # fmt: skip
def test_a_draft_asks_what_the_table_does_not_say_and_no_more(name, questions, lines):
    draft = draft_recipe(published_table(name), "zh")
    assert draft.questions == questions
    assert [line for line in lines if line not in draft.text] == []


def test_labels_that_repeat_are_told_apart_by_a_draft(tmp_path):
    """Every number of the central bank's table comes by its draft once the questions are answered, each under its own code."""
    table = published_table("pbc-2024-fx-deposits.xlsx")
    numbers = iter(range(1, 100))
    text = re.sub(
        r'indicator = "\?"', lambda _: f'indicator = "i{next(numbers)}"', draft_recipe(table, "en").text
    )
    for key, answer in {
        "id": "pbc",
        "publisher": "中国人民银行",
        "ref_area": "CN",
        "span": "end_of_month",
    }.items():
        text = text.replace(f'{key} = "?"', f'{key} = "{answer}"')
    recipe = tmp_path / "pbc.toml"
    recipe.write_text(text, "utf-8")
    imported = import_tables([table], read_recipe(recipe), None, dry_run=True)
    assert set(codes(imported)) == {
        "import-unknown-code",
        "table-reference-none",
    }  # described by no dataset yet
    taken = {
        (item.key.indicator, item.key.period): (item.row, item.text) for item in imported.readings[0].taken
    }
    assert len(taken) == 39 * 12
    assert len({row for row, _ in taken.values()}) == 39
