"""The order of rows says nothing: whichever row comes first, the same documents byte for byte, the same findings one after another."""

import csv
import json
import random
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from reportgen.build.build import build
from reportgen.dataset import read, write_folder
from reportgen.dataset.part import read_areas
from reportgen.dataset.stores import new_store, store_at
from reportgen.language import language
from tests.builders import dataset
from tests.commands import run

ROOT = Path(__file__).parents[2]
PACKS = ("plan-2025", "trade-2023", "ecommerce-2020", "trade-monthly")


def change_rows(file, change):
    """Put the rows of a CSV file below its head as ``change`` leaves them."""
    with file.open(encoding="utf-8-sig", newline="") as text:
        head, *rows = csv.reader(text)
    change(rows)
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([head, *rows])


def shuffle(folder, seed):
    """Shuffle the rows of every CSV file in a folder and those below it."""
    for file in sorted(folder.rglob("*.csv")):
        change_rows(file, random.Random(seed).shuffle)


def findings(folder):
    """What a check finds, in its order, without the numbers of rows."""
    found = json.loads(run("check", folder, "--json", language="").output)
    said = json.dumps(found, ensure_ascii=False, indent=1)
    return re.sub(r"rows? [\d, ]+\d|row \d+|第[\d、]+行|\"row\": \d+", "a row", said).splitlines()


def built(pack, output):
    """The bytes of each document of a pack, and its ``pack.json`` but for the sums of the tables, which are other files."""
    build(pack, output=output)
    documents = [file for file in output.iterdir() if file.suffix in (".docx", ".xlsx")]
    made = json.loads((output / "pack.json").read_text("utf-8"))
    for item in made["inputs"]:
        if item["path"].endswith(".csv"):
            del item["sha256"]
    return {file.name: file.read_bytes() for file in documents}, json.dumps(
        made, ensure_ascii=False, indent=1
    )


@pytest.fixture(scope="module")
def as_it_lies(tmp_path_factory):
    """What the examples give, and where it was built."""
    folder = tmp_path_factory.mktemp("built")
    return folder, cache(lambda pack: built(ROOT / "examples" / pack, folder / pack))


@pytest.fixture
def folders(tmp_path):
    """Two folders with the data of the examples."""
    for name in ("one", "other"):
        shutil.copytree(ROOT / "data", tmp_path / name / "data")
    return tmp_path / "one", tmp_path / "other"


def same_documents(pack, as_it_lies, folder, seed):
    shuffle(folder / "data", seed)
    shutil.copytree(ROOT / "examples" / pack, folder / "examples" / pack)
    shutil.copytree(ROOT / "templates", folder / "templates")
    expected = as_it_lies[1](pack)
    assert len(expected[0]) == 6
    assert built(folder / "examples" / pack, folder / "built") == expected


@pytest.mark.long
def test_documents_are_the_same(as_it_lies, folders):
    same_documents("plan-2025", as_it_lies, folders[1], seed=1)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 7))
@pytest.mark.parametrize("pack", PACKS)
def test_every_example_is_the_same_however_often_rows_are_shuffled(as_it_lies, folders, pack, seed):
    same_documents(pack, as_it_lies, folders[1], seed)


@pytest.mark.parametrize("seed", [1, 2])
def test_findings_come_in_one_order(folders, seed):
    shuffle(folders[1] / "data", seed)
    for data in ("data", "data/customs-2024"):
        assert findings(folders[1] / data) == findings(folders[0] / data)


def test_findings_about_damaged_rows_come_in_one_order(folders):
    """Which of two rows with one id counts comes from what they say; so does the order of what cannot be read at all."""

    def damage(rows):
        for number, row in enumerate(rows):
            if number % 9 == 0:
                rows.append([*row[:-1], f"{row[-1]} again"])  # the same id beside other words
            if number % 9 == 4:
                row[-1] = f"{row[-1]}\x07"
            if number % 9 == 6:
                row.append("a cell beyond the head")
            if number > 60:
                break

    for table in ("observations", "citations", "areas", "targets", "codes", "breaks"):
        change_rows(folders[0] / f"data/{table}.csv", damage)
        shutil.copy(folders[0] / f"data/{table}.csv", folders[1] / "data")
    shuffle(folders[1] / "data", 3)
    expected = findings(folders[0] / "data")
    assert sum('"code": "duplicate-id"' in line for line in expected) > 5
    assert sum('"code": "control-character-in-cell"' in line for line in expected) > 5
    assert findings(folders[1] / "data") == expected


def test_forms_ask_in_one_order(folders):
    shuffle(folders[1] / "data", 4)
    made = []
    for folder in folders:
        result = run("form", "export", folder / "data", "-o", folder / "forms", language="")
        assert result.exit_code == 0, result.output
        made.append({file.name: file.read_bytes() for file in (folder / "forms").iterdir()})
    assert made[0] == made[1] != {}


def test_who_states_a_figure_is_cited_before_who_repeats_it(tmp_path):
    line = 'trade CN-CQ 2021=5e9#a "b restated|5 billion yuan in all" "c|came to 5 billion yuan" "b|5 billion yuan"'
    write_folder(dataset(line), tmp_path)
    cited = read(tmp_path)[0].citations_by_subject["a"]
    assert [(item.source, item.role.value) for item in cited] == [
        ("b", "stated"),
        ("c", "stated"),
        ("b", "restated"),
    ]


def test_two_places_in_one_source_follow_one_another_as_there(tmp_path):
    write_folder(dataset('trade CN-CQ 2021=5e9#a "b|one" "b|another" "b|a third"'), tmp_path)

    def locate(rows):
        for row, locator in zip(rows, ("¶12", "¶3", "¶2"), strict=True):
            row.append(locator)

    change_rows(tmp_path / "citations.csv", locate)
    file = tmp_path / "citations.csv"
    file.write_text(file.read_text("utf-8").replace("role", "role,locator", 1), "utf-8")
    cited = read(tmp_path)[0].citations_by_subject["a"]
    assert [item.locator for item in cited] == ["¶2", "¶3", "¶12"]


# The order that an author means


def with_order(folder, **of_codes):
    """A dataset of four districts with a column ``order`` in the table of areas."""
    write_folder(dataset(*(f"trade D{number} 2021={number}e9" for number in range(1, 5))), folder)
    file = folder / "areas.csv"
    change_rows(file, lambda rows: [row.append(of_codes.get(row[0], "")) for row in rows])
    file.write_text(file.read_text("utf-8").replace("kind", "kind,order", 1), "utf-8")
    return read(folder)


def test_lists_go_by_the_column_order_and_then_by_code(tmp_path):
    data, found = with_order(tmp_path, D3="1", D1="2.5", D4="２")
    assert found == ()
    assert list(data.areas) == ["D3", "D4", "D1", "D2"]
    assert [series.ref_area for series in data.by_series] == ["D3", "D4", "D1", "D2"]


def test_a_place_that_is_no_number_is_told(tmp_path):
    _, found = with_order(tmp_path, D3="first")
    assert [(item.code, item.place.column, item.place.text) for item in found] == [
        ("unreadable-number", "order", "first")
    ]
    assert "first" in language("en").what(found[0])


def test_a_part_has_its_series_in_the_same_order(tmp_path):
    with_order(tmp_path / "csv", D3="1", D4="2")
    new_store(tmp_path / "data.sqlite").write(store_at(tmp_path / "csv").read())
    part = read_areas(tmp_path / "data.sqlite", frozenset({"D1"}))
    assert part is not None
    assert [series.ref_area for series in part[0].by_series] == ["D3", "D4", "D1", "D2"]


def test_a_document_names_records_and_not_rows(as_it_lies, tmp_path):
    """A row's number would be wrong as soon as somebody sorts the file."""
    folder, made = as_it_lies
    made("plan-2025")
    brief, page = folder / "plan-2025/plan-2025-brief-en.docx", tmp_path / "page.html"
    result = run("page", brief, "-o", page, language="")
    assert result.exit_code == 0, result.output
    said = page.read_text("utf-8")
    assert "targets.csv, new_forms_trade_2025, column target" in said
    assert not re.search(r"\.csv, row \d", said)
