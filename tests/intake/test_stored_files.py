"""Numbers imported and collected into a workbook and into an SQLite file: at the end of its tables, and all else as it was."""

import multiprocessing
import shutil
import sqlite3

import openpyxl
import pytest

from reportgen.dataset import check, read
from reportgen.dataset.exporting import export_dataset
from tests.commands import run
from tests.dataset.test_stores import texts
from tests.intake.forms.desk import HEADS, TRADE, FormDesk
from tests.intake.made import customs_grid

EACH = pytest.mark.parametrize("form", ["xlsx", "sqlite"])


def imported(desk, to, *tables):
    desk.recipe()
    return run("import", *(tables or [desk.table()]), "--recipe", desk.folder / "R.toml", "--into", to)


@EACH
def test_an_import_makes_the_file_and_goes_on_in_it(form, desk):
    to = desk.folder / f"d.{form}"
    assert imported(desk, to).exit_code == 0
    desk.read()
    assert texts(to)[0] == texts(desk.data)[0]
    before = to.read_bytes()
    assert "24 the same" in imported(desk, to).output.replace("0 new, ", "")
    assert to.read_bytes() == before
    march = desk.table(customs_grid(3), "2024-03.csv")
    assert imported(desk, to, march).exit_code == 0
    desk.read(march)
    assert texts(to)[0] == texts(desk.data)[0]
    dataset, found = read(to)
    assert [item.code for item in (*found, *check(dataset)) if item.severity == "error"] == []


def test_what_people_made_of_the_workbook_stays(desk):
    """Widths, a sheet of their own, a formula beside, typed numbers, a Table, rows that are only formatted."""
    to = desk.folder / "d.xlsx"
    imported(desk, to)
    book = openpyxl.load_workbook(to)
    book.create_sheet("mine")["A1"] = "=observations!F2*2"
    sheet = book["observations"]
    sheet.column_dimensions["A"].width = 55
    last = sheet.max_row
    for row in range(last + 1, last + 6):
        sheet.cell(row, 1).font = openpyxl.styles.Font(bold=True)
    sheet.auto_filter.ref = None
    sheet.add_table(openpyxl.worksheet.table.Table(displayName="Numbers", ref=f"A1:G{last}"))
    book.save(to)
    done = imported(desk, to, desk.table(customs_grid(3), "2024-03.csv"))
    assert done.exit_code == 0, done.output
    again = openpyxl.load_workbook(to)
    assert again["mine"]["A1"].value == "=observations!F2*2"
    sheet = again["observations"]
    assert sheet.column_dimensions["A"].width == 55
    assert sheet.cell(last + 1, 1).value.endswith("@gacc_2024_03")
    assert sheet.cell(last + 1, 1).font.bold
    assert sheet.tables["Numbers"].ref == f"A1:G{sheet.max_row}"
    assert sheet.max_row == last + 24
    dataset, found = read(to)
    assert found == ()
    assert len(dataset.observations) == 48


def test_tables_and_columns_of_somebody_elses_stay_in_an_sqlite_file(desk):
    to = desk.folder / "d.sqlite"
    imported(desk, to)
    with sqlite3.connect(to) as connection:
        connection.execute("CREATE TABLE mine (a, b)")
        connection.execute("INSERT INTO mine VALUES (1, 'x')")
        connection.execute("ALTER TABLE observations ADD COLUMN checked_by TEXT")
        connection.execute("UPDATE observations SET checked_by = 'Li'")
    connection.close()
    assert imported(desk, to, desk.table(customs_grid(3), "2024-03.csv")).exit_code == 0
    with sqlite3.connect(to) as connection:
        assert connection.execute("SELECT * FROM mine").fetchall() == [(1, "x")]
        counts = connection.execute(
            "SELECT checked_by, COUNT(*) FROM observations GROUP BY checked_by"
        ).fetchall()
        assert sorted(count for _, count in counts) == [24, 24]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@EACH
def test_a_form_is_collected_into_it_and_a_revision_keeps_the_old_value(form, tmp_path):
    forms = FormDesk(tmp_path)
    to = tmp_path / f"d.{form}"
    export_dataset(forms.data, to)

    def fill(sheet, _):
        sheet.cell(TRADE, HEADS["value"], 12.8)
        sheet.cell(TRADE, HEADS["note"], "海关更正")

    path = forms.filled(fill, period="2024-04")
    done = run("form", "collect", path, "--into", to)
    assert done.exit_code == 0, done.output
    assert "1 revised" in done.output
    held = read(to)[0].observations
    assert held["a4"].quantity.text == "12"
    (new,) = [one for one in held.values() if one.status == "R"]
    assert (new.quantity.text, new.note.zh) == ("12.8", "海关更正")
    folder = run("form", "export", to, "-o", tmp_path / "next")
    assert folder.exit_code == 0, folder.output


def fill_in(sheet, _):
    sheet.cell(TRADE, HEADS["value"], 12.5)


def collect(path, to):
    code = run("form", "collect", path, "--into", to).exit_code
    raise SystemExit(code)


@EACH
def test_people_who_collect_at_once_lose_nothing(form, tmp_path):
    forms = FormDesk(tmp_path)
    to = tmp_path / f"d.{form}"
    export_dataset(forms.data, to)
    months = ["2024-05", "2024-06", "2024-07", "2024-08"]
    paths = []
    for month in months:
        shutil.rmtree(forms.folder / "out", ignore_errors=True)
        paths.append(forms.filled(fill_in, period=month, name=f"{month}.xlsx"))
    context = multiprocessing.get_context("fork")
    people = [context.Process(target=collect, args=(path, to)) for path in paths]
    for person in people:
        person.start()
    for person in people:
        person.join(60)
    assert [person.exitcode for person in people] == [0, 0, 0, 0]
    periods = {str(one.period) for one in read(to)[0].observations.values()}
    assert set(months) <= periods


def test_what_no_numbers_are_put_into_says_what_to_do(desk, tmp_path):
    done = imported(desk, "postgresql+psycopg://office:secret@127.0.0.1:1/x")
    assert done.exit_code == 2
    assert (
        "Numbers are not put into the database postgresql+psycopg://office@127.0.0.1:1/x from here: `reportgen export` it"
        in done.output
    )
    desk.read()
    export_dataset(desk.data, tmp_path / "d.parquet")
    assert "Numbers are not put into the Parquet files of" in imported(desk, tmp_path / "d.parquet").output
    (tmp_path / "notes.txt").write_text("x")
    assert "notes.txt is no dataset: name the folder" in imported(desk, tmp_path / "notes.txt").output


@EACH
def test_a_file_that_cannot_be_read_whole_is_left_alone(form, desk):
    to = desk.folder / f"d.{form}"
    imported(desk, to)
    if form == "xlsx":
        book = openpyxl.load_workbook(to)
        book["observations"]["F3"] = "=1/0"
        book.save(to)
    else:
        with sqlite3.connect(to) as connection:
            connection.execute("ALTER TABLE observations RENAME COLUMN value TO number")
        connection.close()
    before = to.read_bytes()
    done = imported(desk, to, desk.table(customs_grid(3), "2024-03.csv"))
    assert done.exit_code == 1
    assert f"d.{form} cannot be read whole, and nothing was written" in done.output
    assert to.read_bytes() == before


def test_a_workbook_without_the_sheet_that_rows_go_into(desk):
    to = desk.folder / "d.xlsx"
    imported(desk, to)
    book = openpyxl.load_workbook(to)
    del book["sources"]
    book.save(to)
    done = imported(desk, to, desk.table(customs_grid(3), "2024-03.csv"))
    assert done.exit_code == 2, done.output
    assert "d.xlsx has no sheet “sources”: add it, with a head row of source" in done.output


@EACH
def test_a_pack_follows_a_dataset_in_one_file(form, tmp_path):
    from tests.build.packs import pack

    pack(tmp_path, "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3")
    plain = run("figures", tmp_path, "--json")
    export_dataset(tmp_path / "data", tmp_path / f"d.{form}")
    definition = tmp_path / "pack.toml"
    definition.write_text(
        definition.read_text("utf-8").replace('dataset = "data"', f'dataset = "d.{form}"'), "utf-8"
    )
    assert run("figures", tmp_path, "--json").output == plain.output
    done = run("build", tmp_path, "-o", tmp_path / "out", "--language", "en")
    assert done.exit_code == 0, done.output
    assert f'"path": "d.{form}"' in (tmp_path / "out" / "pack.json").read_text("utf-8")


def test_every_command_takes_a_database(postgresql, tmp_path):
    from tests.build.packs import pack

    pack(tmp_path, "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3")
    export_dataset(tmp_path / "data", postgresql, replace=True)
    definition = tmp_path / "pack.toml"
    definition.write_text(
        definition.read_text("utf-8").replace('dataset = "data"', f'dataset = "{postgresql}"'), "utf-8"
    )
    for line in (
        ("check", postgresql),
        ("figures", postgresql),
        ("explain", postgresql, "cbec_trade/CN-CQ/2021/level"),
        ("compare", tmp_path / "data", postgresql),
        ("form", "export", postgresql, "-o", tmp_path / "forms"),
        ("export", tmp_path, "--to", tmp_path / "copy.xlsx"),
        ("build", tmp_path, "-o", tmp_path / "out", "--language", "en"),
    ):
        done = run(*line)
        assert done.exit_code == 0, (line, done.output)
    inputs = (tmp_path / "out" / "pack.json").read_text("utf-8")
    assert "postgres/observations" in inputs
