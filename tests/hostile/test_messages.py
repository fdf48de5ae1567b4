"""What Python and the libraries say of a broken file never reaches a person: each is a sentence of ours that names the file."""

import json
import re

import pytest
from click.testing import CliRunner

from reportgen.cli import main
from tests.build.packs import pack
from tests.hostile.attacks import FOREIGN, SHEETS, prepared
from tests.hostile.damaged import damaged
from tests.ooxml.files import workbook

DIGITS = "9" * 5000


def told(*words, language="en"):
    """What a command says that cannot do its work, which is no word of others."""
    done = CliRunner().invoke(main, [*map(str, words), "--language", language])
    assert done.exit_code in (1, 2), done.output
    assert not FOREIGN.search(done.output), done.output[:500]
    assert len(max(done.output.split("\n"), key=len)) < 2100  # thousands of digits are not repeated
    return done.output


def in_row(table, column, text):
    """Put a text into a column of the first row of a table."""
    head, first, *rest = table.read_text("utf-8").splitlines()
    cells = first.split(",")
    cells[head.split(",").index(column)] = text
    table.write_text("\n".join([head, ",".join(cells), *rest]) + "\n", "utf-8")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("column", ["value", "period", "unit_mult"])
def test_cells_of_a_table(tmp_path, column, language):
    folder = pack(tmp_path)
    table = folder / "data/observations.csv"
    in_row(table, column, DIGITS)
    assert "observations.csv" in told("check", folder, language=language)


PACK_TOML = {
    "a whole number": f"[limits]\nseconds = {DIGITS}\n",
    "a number in hexadecimal": f"[limits]\nseconds = 0x{'f' * 20_000}\n",
    "an exponent": "[limits]\nseconds = 1e999999\n",
    "a year": f'[en]\ntitle = "x"\nissuer = "y"\n[x]\ny = {DIGITS}-01-01\n',
    "no end": "[limits\n",
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PACK_TOML)
def test_a_definition(tmp_path, name, language):
    folder = pack(tmp_path)
    definition = folder / "pack.toml"
    definition.write_text(definition.read_text("utf-8") + PACK_TOML[name], "utf-8")
    assert "pack.toml" in told("build", folder, language=language)


@pytest.mark.parametrize("command", ["verify", "compare"])
@pytest.mark.parametrize("number", [DIGITS, "-" + DIGITS, "1e999", "NaN", "9" * 399])
def test_a_pack_json(tmp_path, command, number):
    from reportgen.build.build import build

    made = build(pack(tmp_path / "pack")).placed.folder / "pack.json"
    text = made.read_text("utf-8")
    made.write_text(text.replace('"precision": ', f'"precision": {number}, "was": ', 1), "utf-8")
    words = (made.parent,) if command == "verify" else (made, made)
    assert "pack.json" in told(command, *words)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "name", ["row 99999999999", "row x", "cell 1A", "a string -1", "a string x", "a style x", "an array of x", "a date x"]
)  # fmt: skip
def test_a_sheet(tmp_path, name, language):
    folder = prepared(tmp_path)
    file = folder / "hostile.xlsx"
    data = workbook([["indicator", 1], ["{{ cbec_trade }}", 2]])
    file.write_bytes(damaged(data, "xl/worksheets/sheet1.xml", SHEETS[name]))
    for words in (
        ("audit", file),
        ("check", file),
        ("form", "collect", file, "--into", folder / "pack/data"),
    ):
        assert "hostile.xlsx" in told(*words, language=language)


@pytest.mark.long_but_for(every=3)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b'<row r="1"', f'<row r="{DIGITS}"'.encode()),
        ("xl/worksheets/sheet1.xml", b'<c r="A1"', f'<c r="A{DIGITS}"'.encode()),
        ("xl/worksheets/sheet1.xml", b"<v>0</v>", f"<v>{DIGITS}</v>".encode()),
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b'<x y="' + b"z" * 11_000_000 + b'"/><sheetData>'),
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b"<x><sheetData>"),
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b"\xff\xfe<sheetData>"),
        ("xl/workbook.xml", b'sheetId="1"', f'sheetId="{DIGITS}"'.encode()),
        ("xl/styles.xml", b'numFmtId="0"', f'numFmtId="{DIGITS}"'.encode()),
        ("xl/styles.xml", b'numFmtId="0"', b'numFmtId="x"'),
    ],
)  # fmt: skip
def test_numbers_and_texts_in_xml(tmp_path, part, old, new, language):
    folder = prepared(tmp_path)
    data = workbook([["indicator", 1], ["{{ cbec_trade }}", 2]])
    changed = damaged(data, part, lambda xml: xml.replace(old, new))
    for file, words in (
        ("hostile.xlsx", ("audit", "@")),
        ("hostile.xlsx", ("check", "@")),
        ("hostile.xlsx", ("import", "@", "--recipe", folder / "R.toml", "--into", folder / "new", "--dry-run")),
        ("pack/book.xlsx", ("check", folder / "pack")),
    ):  # fmt: skip
        (folder / file).write_bytes(changed)
        done = CliRunner().invoke(
            main,
            [str(folder / file) if word == "@" else str(word) for word in words] + ["--language", language],
        )
        assert done.exception is None or isinstance(done.exception, SystemExit), words
        assert not FOREIGN.search(done.output), (words, done.output[:500])
        assert done.exit_code == 0 or file.rpartition("/")[2] in done.output, (words, done.output[:500])


@pytest.mark.parametrize("file", ["data.sqlite", "data.db"])
def test_a_damaged_database(tmp_path, file):
    from reportgen.dataset.stores import new_store, store_at

    folder = pack(tmp_path)
    new_store(tmp_path / file).write(store_at(folder / "data").read())
    data = (tmp_path / file).read_bytes()
    (tmp_path / file).write_bytes(data[:100] + b"\xff" * 4000 + data[4100:])
    assert file in told("check", tmp_path / file)


def test_damaged_parquet_files(tmp_path):
    from reportgen.dataset.stores import new_store, store_at

    folder = pack(tmp_path)
    new_store(tmp_path / "parquet", "parquet").write(store_at(folder / "data").read())
    for file in (tmp_path / "parquet").glob("*.parquet"):
        data = file.read_bytes()
        file.write_bytes(data[:-80] + b"x" * 72 + data[-8:])
    said = told("check", tmp_path / "parquet")
    assert re.search(r"\w+\.parquet", said)


def test_a_list_of_decisions(tmp_path):
    from reportgen.living.filled_tables import read_filled

    (tmp_path / "decisions.csv").write_text(f"a,b\n{'x' * 200_000},1\n")
    with pytest.raises(Exception, match=r"decisions\.csv cannot be read as a table") as caught:
        read_filled(tmp_path / "decisions.csv")
    assert not FOREIGN.search(str(caught.value))


def test_the_word_list_finds_what_libraries_say():
    for broken in (lambda: int("x"), lambda: json.loads("{"), lambda: int(DIGITS), lambda: b"\xff".decode()):
        with pytest.raises(ValueError, match=FOREIGN):
            broken()
