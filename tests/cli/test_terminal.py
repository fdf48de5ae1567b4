"""What a file says is shown on the terminal and never acted on; no cell of a CSV is a formula."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reportgen
from reportgen.cli import main
from reportgen.cli.terminal import Styled, bounded, spelled
from reportgen.dataset.csv_files import csv_text, meant_text, safe_text
from tests.build.packs import pack
from tests.commands import run


@pytest.fixture
def hostile(tmp_path):
    folder = pack(tmp_path)
    file = folder / "data" / "indicators.csv"
    text = file.read_text("utf-8").replace("cbec_trade,", "cbec_trade,", 1)
    head, row = text.splitlines()[:2]
    cells = dict(zip(head.split(","), next(csv.reader([row])), strict=True))
    cells |= {"label_en": "trade\u202e", "label_zh": '=HYPERLINK("http://x")\n=1+1'}
    with file.open("w", encoding="utf-8", newline="") as written:
        csv.writer(written).writerows([list(cells), list(cells.values())])
    return folder


@pytest.mark.parametrize(
    "command",
    [["check"], ["figures"], ["fields"], ["figures", "--csv"], ["figures", "--json"], ["check", "--json"]],
)
def test_no_command_prints_a_control_character(hostile, command):
    name, *options = command
    done = run(name, hostile, *options)
    assert not set(done.output) & {"\x1b", "\x07", "\u202e"}
    if "--json" in options:
        json.loads(done.stdout)


def test_a_finding_about_one_shows_it_on_one_line(hostile):
    definition = hostile / "pack.toml"
    definition.write_text('"a\\u001b[2Jb\\nc" = 1\n' + definition.read_text("utf-8"), "utf-8")
    done = run("check", hostile)
    assert "the key a\\u001b[2Jb c is not known" in done.output
    assert done.output.count("\n") == 2


def test_a_path_and_an_error_are_shown_too(tmp_path):
    path = tmp_path / "a\x1b[31mb\nc"
    done = run("build", path)
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert "\x1b[2J" not in done.output


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("@SUM(A1)", "'@SUM(A1)"), ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"), ("＝1", "'＝1"), (" =1", "' =1"), ("|x", "'|x"),
        ("-3.2", "-3.2"), ("+5", "+5"), ("-1,234.5%", "-1,234.5%"), ("a=1", "a=1"), ("", ""),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(text, expected):
    assert safe_text(text) == expected
    assert meant_text(expected) == text
    assert next(csv.reader([csv_text([[text]])]), [""]) == [expected]


def test_only_our_own_words_have_colours(capsys):
    assert str(Styled("a\x1b[2Jb", "red")) == "\x1b[31m\x1b[1ma\\u001b[2Jb\x1b[0m"
    assert spelled("\x1b[31ma\r\x9f\u200f\n") == "\\u001b[31ma\\u000d\\u009f\\u200f\n"


def test_a_line_of_a_million_letters_is_cut_for_people_and_whole_for_programs(tmp_path):
    folder = pack(tmp_path)
    file = folder / "data" / "indicators.csv"
    file.write_text(file.read_text("utf-8").replace("cbec trade,", f"{'x' * 100_000}y,", 1), "utf-8")
    for command in (["check"], ["fields"], ["figures"], ["explain", "cbec_trade/CN-CQ/2021/level"]):
        done = run(command[0], folder, *command[1:])
        assert len(max(done.output.split("\n"), key=len)) < 4_500
    assert len(bounded("a\n" + "x" * 100_000)) < 2_100


def test_there_is_one_way_to_the_terminal():
    cli = Path(reportgen.__file__).parent / "cli"
    assert [file.name for file in cli.glob("*.py") if "click.echo(" in file.read_text("utf-8")] == [
        "terminal.py"
    ]


CELLS = st.text(alphabet="=+-@|'\"\t\n ,.%15aＡ－＝", max_size=6)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=2))
def test_whatever_cells_hold_none_is_a_formula_and_all_are_read_back(rows):
    written = list(csv.reader(io.StringIO(csv_text(rows), newline="")))
    assert written == [[safe_text(cell) for cell in row] for row in rows]
    assert [tuple(meant_text(cell) for cell in row) for row in written] == rows


@pytest.mark.parametrize("line", ["--help", "help data", "figures {0} --csv"])
def test_what_cannot_be_printed_is_one_sentence(tmp_path, line):
    """The output goes to a disk that is full."""
    said = line.format(pack(tmp_path))
    program = [sys.executable, "-m", "reportgen", *said.split(), "--language", "zh"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (
        done.stderr
        == "reportgen: 命令的输出无法写出（磁盘空间不足）：请腾出空间或改输出到别处，然后重新运行。\n"
    )
    assert done.returncode == 2


def test_a_program_without_error_output_builds(tmp_path, monkeypatch):
    """As in a scheduled task of Windows: ``sys.stderr`` is ``None``."""
    monkeypatch.setattr("reportgen.cli.output._SHOW_PROGRESS_AFTER", -1.0)
    folder = pack(tmp_path)
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(SystemExit) as ended:
        main(["build", str(folder)])
    assert ended.value.code == 0
