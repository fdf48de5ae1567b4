"""One dataset in every store: what goes in comes out, to the letter."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from reportgen.dataset import check, read, write_folder
from reportgen.dataset.exporting import export_dataset
from reportgen.dataset.stores import Wanted, store_at
from reportgen.errors import DatasetError
from reportgen.language import say
from tests.builders import dataset

ROOT = Path(__file__).parents[2]
CASES = os.environ.get("REPORTGEN_CASES", "")
FOLDERS = [
    ROOT / "data",
    ROOT / "data" / "customs-2024",
    *(sorted(Path(CASES, "statistics").iterdir()) if CASES else ()),
]
EACH = pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
FORMS = ("xlsx", "sqlite", "parquet")
ODD = {
    "value": ["32.20", "0032", "-0.50", "1e3"],
    "note": ['=HYPERLINK("http://x")', "+86 23", "@home", "- a, “b”\n'c'"],
    "extra": ["01", "", "'=x", "汉字"],
}


def texts(location):
    """Every table as it is read: its head, and its rows under it."""
    contents = store_at(location).read()
    return {
        name: (
            table.head,
            [[row.cells.get(column.lower(), "") for column in table.head] for row in table.rows],
        )
        for name, table in contents.tables.items()
    }, contents.about


@pytest.fixture
def odd_folder(tmp_path):
    """Values, notes and a column of somebody's own that programs like to change."""
    folder = tmp_path / "odd"
    write_folder(dataset("trade CN 2020=1e9 2021=2e9 2022=3e9 2023=4e9"), folder)
    lines = (folder / "observations.csv").read_text("utf-8").splitlines()
    columns = lines[0].split(",")
    made = [",".join((*columns, "note", "Extra"))]
    for number, line in enumerate(lines[1:]):
        cells = dict(zip(columns, line.split(","), strict=True)) | {
            "value": ODD["value"][number],
            "obs_id": "",
        }
        quoted = ['"' + ODD[name][number].replace('"', '""') + '"' for name in ("note", "extra")]
        made.append(",".join((*cells.values(), *quoted)))
    (folder / "observations.csv").write_text("\n".join(made), encoding="utf-8")
    (folder / "citations.csv").write_text("subject,source,statement,role\n", encoding="utf-8")
    return folder


@EACH
@pytest.mark.parametrize("form", FORMS)
def test_a_dataset_comes_back_to_the_letter(folder, form, tmp_path):
    kept = tmp_path / f"kept.{form}"
    export_dataset(folder, kept)
    assert texts(kept)[0] == texts(folder)[0]
    export_dataset(kept, tmp_path / "back")
    for file in folder.glob("*.csv"):
        if file.name != "left_out.csv":  # no table of a dataset
            assert (tmp_path / "back" / file.name).read_text("utf-8") == file.read_text("utf-8-sig").replace(
                "\r\n", "\n"
            )
    assert texts(tmp_path / "back")[1].items() >= texts(folder)[1].items()


@pytest.mark.parametrize("form", FORMS)
def test_a_dataset_is_one_and_the_same_in_every_store(form, tmp_path):
    kept = tmp_path / f"kept.{form}"
    export_dataset(ROOT / "data", kept)
    (plain, found), (other, found_there) = read(ROOT / "data"), read(kept)
    assert found == found_there == ()
    assert other.observations.keys() == plain.observations.keys()
    assert [item.quantity.text for item in other.observations.values()] == [
        item.quantity.text for item in plain.observations.values()
    ]
    assert {item.code for item in check(other)} == {item.code for item in check(plain)}
    assert other.name == plain.name


@pytest.mark.parametrize("form", [*FORMS, "csv"])
def test_what_programs_like_to_change_stays(odd_folder, form, tmp_path):
    kept = tmp_path / (f"kept.{form}" if form != "csv" else "kept")
    export_dataset(odd_folder, kept)
    head, rows = texts(kept)[0]["observations"]
    assert head[-2:] == ("note", "Extra")
    assert [row[head.index("value")] for row in rows] == ODD["value"]
    assert [row[head.index("note")] for row in rows] == ODD["note"]
    assert [row[head.index("Extra")] for row in rows][1:] == ["", "=x", "汉字"]
    assert {row[head.index("obs_id")] for row in rows} == {""}


def test_no_text_becomes_a_formula(odd_folder, tmp_path):
    export_dataset(odd_folder, tmp_path / "kept.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "kept.xlsx")["observations"]
    assert all(
        cell.data_type in ("s", "n") and (cell.value is None or cell.data_type == "s")
        for row in sheet
        for cell in row
    )
    export_dataset(odd_folder, tmp_path / "kept")
    lines = (tmp_path / "kept" / "observations.csv").read_text("utf-8")
    assert "'=HYPERLINK" in lines
    assert "'@home" in lines
    assert ",-0.50," in lines  # a number is no formula


def test_the_same_dataset_gives_the_same_bytes(tmp_path):
    for form in FORMS[:2]:
        export_dataset(ROOT / "data", tmp_path / f"a.{form}")
        export_dataset(ROOT / "data", tmp_path / f"b.{form}")
        assert (tmp_path / f"a.{form}").read_bytes() == (tmp_path / f"b.{form}").read_bytes()


def test_observations_go_to_sdmx_csv_as_they_are_written(tmp_path):
    done = export_dataset(ROOT / "data", tmp_path / "d.csv")
    assert "citations" in done.left_out
    lines = (tmp_path / "d.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,")
    assert sum(line.startswith("dataflow,REPORTGEN:OBSERVATIONS(1.0),I,") for line in lines) == 94
    assert any("cbec_trade,CN-CQ,_T,_T,level,2021,32.21,9,CNY,A," in line for line in lines)
    with pytest.raises(DatasetError) as refused:
        read(tmp_path / "d.csv")
    assert "one table" in say(refused.value.message, "en")


def test_only_what_is_wanted_is_read(tmp_path):
    for form in FORMS:
        export_dataset(ROOT / "data", tmp_path / f"d.{form}")
    wanted = Wanted(indicators=frozenset({"cbec_trade"}), ref_areas=frozenset({"CN-CQ"}))
    found = {
        form: [row.cells["period"] for row in store_at(path).read(wanted).tables["observations"].rows]
        for form, path in {"csv": ROOT / "data", **{form: tmp_path / f"d.{form}" for form in FORMS}}.items()
    }
    assert found["csv"]
    assert all(periods == found["csv"] for periods in found.values())


@pytest.mark.parametrize(
    ("to", "said"),
    [
        (
            "there.sqlite",
            "There is something at {path} already: choose another name, or replace it with --replace.",
        ),
        ("d.docx", "{path} is no name for a dataset"),
        (
            "mongo://x/y",
            "The database mongo://x/y cannot be used: the driver “mongo” is not installed",
        ),
    ],
)
def test_an_export_that_cannot_be_says_why(to, said, tmp_path):
    (tmp_path / "there.sqlite").write_bytes(b"x")
    place = to if "://" in to else tmp_path / to
    with pytest.raises(DatasetError) as refused:
        export_dataset(ROOT / "data", place)
    assert said.format(path=place) in say(refused.value.message, "en")
    assert say(refused.value.message, "zh") != say(refused.value.message, "en")


def test_what_cannot_be_read_whole_is_not_exported(tmp_path):
    write_folder(dataset("trade CN 2020=1e9"), tmp_path / "d")
    with (tmp_path / "d" / "observations.csv").open("a", encoding="utf-8") as file:
        file.write('"an open quotation mark\n')
    with pytest.raises(DatasetError) as refused:
        export_dataset(tmp_path / "d", tmp_path / "e.xlsx")
    assert "unreadable-row" in {item.code for item in refused.value.findings}
    assert not (tmp_path / "e.xlsx").exists()


def test_a_damaged_or_busy_sqlite_file_is_one_sentence(tmp_path):
    (tmp_path / "d.sqlite").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    with pytest.raises(DatasetError) as refused:
        read(tmp_path / "d.sqlite")
    assert say(refused.value.message, "en").startswith("d.sqlite cannot be read as an SQLite file: ")
    export_dataset(ROOT / "data", tmp_path / "e.sqlite")
    (tmp_path / "e.sqlite-wal").write_bytes(b"x" * 100)
    with pytest.raises(DatasetError) as refused:
        read(tmp_path / "e.sqlite")
    assert "Another program is writing into e.sqlite" in say(refused.value.message, "en")


def test_an_sqlite_file_of_somebody_elses_is_read(tmp_path):
    """Typed columns, NULL, a view, no row numbers."""
    export_dataset(ROOT / "data", tmp_path / "d.sqlite")
    with sqlite3.connect(tmp_path / "d.sqlite") as connection:
        connection.executescript(
            "CREATE TABLE numbers AS SELECT obs_id, indicator, ref_area, period, measure, CAST(value AS REAL) AS value,"
            " CAST(unit_mult AS INTEGER) AS unit_mult, NULL AS unit FROM observations;"
            "DROP TABLE observations; CREATE VIEW observations AS SELECT * FROM numbers WHERE measure = 'level';"
        )
    connection.close()
    data, found = read(tmp_path / "d.sqlite")
    assert found == ()
    assert data.observations["cq_cbec_trade_2021"].quantity.text == "32.21"


@EACH
def test_postgresql_keeps_a_dataset_to_the_letter(folder, postgresql, tmp_path):
    export_dataset(folder, postgresql, replace=True)
    assert texts(postgresql)[0] == texts(folder)[0]
    export_dataset(postgresql, tmp_path / "back")
    assert texts(tmp_path / "back")[0] == texts(folder)[0]
    plain, other = read(folder)[0], read(postgresql)[0]
    assert list(other.observations) == list(plain.observations)


def test_postgresql_keeps_what_programs_like_to_change(odd_folder, postgresql):
    export_dataset(odd_folder, postgresql, replace=True)
    assert texts(postgresql)[0] == texts(odd_folder)[0]
    wanted = Wanted(periods=frozenset({"2021"}))
    assert [row.cells["period"] for row in store_at(postgresql).read(wanted).tables["observations"].rows] == [
        "2021"
    ]


def test_a_database_that_has_a_dataset_is_replaced_only_when_asked(postgresql):
    export_dataset(ROOT / "data", postgresql, replace=True)
    with pytest.raises(DatasetError) as refused:
        export_dataset(ROOT / "data" / "customs-2024", postgresql)
    assert "already" in say(refused.value.message, "en")
    assert len(read(postgresql)[0].observations) == 94


def test_a_database_that_is_not_there_is_one_sentence_without_the_password(postgresql):
    with pytest.raises(DatasetError) as refused:
        read(
            postgresql.replace("://", "://somebody:secret@").replace("@postgres@", "@").rsplit("/", 1)[0]
            + "/nowhere"
        )
    said = say(refused.value.message, "en")
    assert "cannot be used: " in said
    assert "secret" not in said


KILLED = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from reportgen.dataset.exporting import export_dataset
left = int(sys.argv[3])
@event.listens_for(Engine, "after_cursor_execute")
def count(*_):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
export_dataset(sys.argv[1], sys.argv[2], replace=True)
"""


@pytest.mark.parametrize("kind", ["postgresql", "sqlite"])
def test_a_database_gives_the_rows_that_are_wanted_alone(kind, request, tmp_path):
    """Counted, listed and chosen there; each row with its own number."""
    from reportgen.dataset.stores import Wanted, store_at

    url = request.getfixturevalue(kind) if kind == "postgresql" else f"sqlite:///{tmp_path / 'kept.db'}"
    folder = ROOT / "data" / "customs-2024"
    export_dataset(folder, url, replace=True)
    whole, store = read(folder)[0], store_at(url)
    assert store.count() == len(whole.observations)
    assert {row[:2] for row in store.series()} == {
        (item.indicator, item.ref_area) for item in whole.by_series
    }
    some = read(url, Wanted(ref_areas=frozenset({"CN"}), periods=frozenset({"2024-05"})))[0]
    rows = {key: item.place.row for key, item in some.observations.items()}
    assert rows == {
        key: item.place.row
        for key, item in whole.observations.items()
        if item.series.ref_area == "CN" and str(item.period) == "2024-05"
    }


@pytest.mark.long_but_for("postgresql")
@pytest.mark.parametrize("kind", ["postgresql", "sqlite"])
def test_an_export_into_a_database_that_is_killed_leaves_what_was_there(kind, request, tmp_path):
    """After its first, second, ... statement; in between nothing of either is lost."""
    url = request.getfixturevalue(kind) if kind == "postgresql" else f"sqlite:///{tmp_path / 'kept.db'}"
    for name, value in (("old", "1"), ("new", "2")):
        write_folder(dataset(f"trade CN-CQ 2021={value}e9 2022={value}.5e9"), tmp_path / name)
    export_dataset(tmp_path / "old", url, replace=True)
    old, new = texts(tmp_path / "old"), texts(tmp_path / "new")
    killed = 0
    for statement in (2, 6, 12, 18, 90):
        done = subprocess.run([sys.executable, "-c", KILLED, tmp_path / "new", url, str(statement)], cwd=ROOT)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        killed += 1
        assert texts(url) == old, statement
    assert killed >= 3
    assert texts(url) == new
