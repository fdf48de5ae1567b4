"""A published table among a dataset's files, or given for one: `check` says that it has to be imported."""

import shutil

from tests.commands import run
from tests.intake.made import RECIPES

WAY = "reportgen import 2024-02.csv --draft -o recipe.toml"


def check(path):
    return run("check", path)


def test_a_table_beside_a_datasets_files_is_named(desk):
    desk.read()
    before = check(desk.data).output
    shutil.copy(desk.table(), desk.data / "2024-02.csv")
    done = check(desk.data)
    assert (
        "warning: 2024-02.csv: 2024-02.csv is no table of the dataset: it looks like one that an office published."
        in done.output
    )
    assert WAY in done.output
    assert "raw-table-in-dataset" not in before


def test_a_table_in_place_of_a_dataset_is_named(desk):
    table = desk.table()
    assert WAY in check(table).output
    folder = desk.folder / "tables"
    folder.mkdir()
    shutil.copy(table, folder)
    done = check(folder)
    assert done.exit_code in (1, 2)
    assert WAY in done.output


def test_what_a_dataset_keeps_beside_its_tables_is_left_alone():
    assert "raw-table-in-dataset" not in check(RECIPES.parent).output
