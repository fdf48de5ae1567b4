"""Every starter pack, with its data in a folder and in a workbook: it checks, it builds, and it takes what `check` takes."""

import csv
import re

import frictionless
import openpyxl
import pytest

from reportgen.build.starter_pack import MODELS
from reportgen.dataset import read
from reportgen.dataset.tables import TABLES
from tests.commands import run


@pytest.mark.parametrize("workbook", [False, True], ids=["folder", "workbook"])
@pytest.mark.parametrize("template", MODELS)
def test_a_starter_pack_checks_at_once(template, workbook, tmp_path):
    folder = tmp_path / "mine"
    done = run("init", folder, "--template", template, *(["--workbook"] if workbook else []))
    assert done.exit_code == 0, done.output
    assert (folder / "data.xlsx").is_file() == workbook
    assert (folder / "data").is_dir() != workbook
    definition = (folder / "pack.toml").read_text(encoding="utf-8")
    assert "../" not in definition
    for option in ("recipe", "into"):  # in the commands that its comments give
        for path in re.findall(rf"--{option} (\S+)", definition):
            assert (folder / path).exists(), path
    checked = run("check", folder)
    assert checked.exit_code == 0, checked.output
    assert "error: " not in checked.output


@pytest.mark.parametrize("template", ["empty", "monthly"])
def test_a_starter_pack_builds_from_its_workbook(template, tmp_path):
    run("init", tmp_path / "mine", "--template", template, "--workbook")
    done = run("build", tmp_path / "mine", "-o", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert sorted(tmp_path.glob("out/*-en.docx"))


def test_an_empty_pack_takes_the_first_number(tmp_path):
    run("init", tmp_path / "mine", "--template", "empty", "--workbook")
    book = openpyxl.load_workbook(tmp_path / "mine" / "data.xlsx")
    assert set(TABLES) <= set(book.sheetnames)
    for sheet, cells in {
        "indicators": {"indicator": "trade", "name_zh": "进出口", "label_en": "Foreign trade", "label_zh": "进出口额", "unit": "CNY",
                       "round_to": 7, "direction": "up", "kind": "flow"},
        "sources": {"source": "bureau", "title": "Monthly figures"},
        "observations": {"indicator": "trade", "ref_area": "CN-CQ", "period": "2024", "measure": "level", "value": "32.20", "unit_mult": 9,
                         "source": "bureau"},
    }.items():  # fmt: skip
        head = [cell.value for cell in book[sheet][1]]
        for name, value in cells.items():
            book[sheet].cell(2, head.index(name) + 1, value)
    book.save(tmp_path / "mine" / "data.xlsx")
    done = run("figures", tmp_path / "mine", "--id", "trade/CN-CQ/2024/level")
    assert "32.20 billion" in done.output
    checked = run("check", tmp_path / "mine")
    assert "Nothing was found." in checked.output, checked.output


@pytest.mark.parametrize("template", ["plan", "monthly", "empty"])
def test_the_description_takes_what_check_takes(template, tmp_path):
    """An empty obs_id, a citation in the row, and columns that nobody had filled before."""
    folder = tmp_path / "mine" / "data"
    run("init", folder.parent, "--template", template)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["message"])[:5]
    path = folder / "observations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    assert set(TABLES["observations"].columns) <= set(head)
    indicator = next(iter(read(folder)[0].indicators), "trade")
    row = {"indicator": indicator, "ref_area": "CN-CQ", "period": "1999-01--1999-05", "measure": "level", "value": "1.50", "unit_mult": "9",
           "prices": "current", "status": "P", "note": "x"}  # fmt: skip
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow([row.get(name, "") for name in head])
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["message"])[:5]
