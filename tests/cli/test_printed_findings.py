"""Findings on a terminal: those of one code together under their number, in lines of its width; quiet and verbose."""

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from reportgen.cli.main import main
from reportgen.display_width import broken, display_width, end_of
from tests.commands import run

ROOT = Path(__file__).parents[2]
PLAN = str(ROOT / "examples" / "plan-2025")


def said(*arguments):
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_findings_of_one_code_stand_together_with_their_number_and_their_remedy_once():
    lines = said("check", PLAN)
    at = lines.index("warning: 5 findings of one kind [target-without-observation]")
    targets = lines[at + 1 : at + 6]
    assert [line.partition(", column")[0] for line in targets] == [
        f"  - targets.csv, row {row}" for row in (2, 6, 7, 8, 9)
    ]
    assert lines[at + 6].startswith("  → Add an observation of the same indicator")
    assert sum("Add an observation of the same indicator" in line for line in lines) == 1
    assert sum("[target-without-observation]" in line for line in lines) == 1


def test_in_chinese_too():
    lines = said("check", PLAN, "--language", "zh")
    assert "警告：同类问题5处 [target-without-observation]" in lines


def test_verbose_prints_each_by_itself_and_quiet_only_errors(tmp_path):
    each = said("check", PLAN, "--verbose")
    assert sum(line.endswith("[target-without-observation]") for line in each) == 5
    assert said("check", PLAN, "--quiet") == []
    assert said("build", PLAN, "-o", str(tmp_path), "--language", "en", "--quiet") == []
    assert (tmp_path / "pack.json").is_file()


def test_a_build_says_notes_only_where_it_is_verbose(tmp_path):
    usual = said("build", PLAN, "-o", str(tmp_path), "--language", "en")
    verbose = said("build", PLAN, "-o", str(tmp_path), "--language", "en", "--verbose")
    assert not any(line.startswith("note: ") for line in usual)
    assert any(line.startswith("note: ") for line in verbose)
    assert "… plan-2025-brief-en.docx" in verbose


def test_what_two_languages_have_in_common_is_said_once(tmp_path):
    lines = said("build", PLAN, "-o", str(tmp_path))
    assert sum("new_forms_trade_2025" in line for line in lines) == 1


def test_errors_of_one_code_beyond_a_score_are_counted(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    table = data / "observations.csv"
    head, *rows = table.read_text(encoding="utf-8").splitlines()
    value = head.split(",").index("value")
    broken_rows = [
        ",".join("many" if at == value else cell for at, cell in enumerate(row.split(",")))
        for row in rows[:25]
    ]
    table.write_text("\n".join([head, *broken_rows]) + "\n", encoding="utf-8")
    result = run("check", data, language="")
    assert result.exit_code == 1
    assert "more; --verbose prints each" in result.output
    assert "more; --verbose prints each" not in run("check", data, "--verbose", language="").output


def test_nothing_found_is_one_line(tmp_path):
    assert said("init", str(tmp_path / "p"), "--template", "empty")
    assert said("check", str(tmp_path / "p")) == ["Nothing was found."]
    assert said("check", str(tmp_path / "p"), "--language", "zh") == ["未发现问题。"]


def on_a_terminal(*arguments):
    """What a terminal of 72 columns gets, without its colours."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 72, 0, 0))
    environment = {key: text for key, text in os.environ.items() if key not in ("COLUMNS", "NO_COLOR")}
    command = [sys.executable, "-m", "reportgen", *map(str, arguments)]
    with subprocess.Popen(command, stdout=follower, env=environment, cwd=ROOT) as running:
        os.close(follower)
        output = b""
        while True:
            try:
                output += (piece := os.read(leader, 65536))
            except OSError:
                break
            if not piece:
                break
    os.close(leader)
    assert running.returncode in (0, 1)
    text = output.decode("utf-8").replace("\r\n", "\n")
    assert "\x1b[" in text or arguments[0] != "check"
    return re.sub(r"\x1b\[\d*m", "", text).splitlines()


@pytest.mark.long_but_for("zh")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_lines_end_at_the_terminals_width(language):
    lines = on_a_terminal("check", PLAN, "--language", language)
    assert len(lines) > 30
    assert max(map(display_width, lines)) <= 72


@pytest.mark.long_but_for("zh")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_so_do_those_about_a_figure_and_about_two_datasets(language, tmp_path):
    lines = on_a_terminal("explain", PLAN, "cbec_trade/CN-CQ/2021/level", "--language", language)
    assert len(lines) > 10
    assert max(map(display_width, lines)) <= 72
    before = shutil.copytree(ROOT / "data", tmp_path / "before")
    table = before / "observations.csv"
    table.write_text(table.read_text("utf-8").replace(",32.21,", ",31.9,", 1), "utf-8")
    lines = on_a_terminal("compare", before, ROOT / "data", "--language", language)
    assert len(lines) > 15
    assert max(map(display_width, lines)) <= 72


@pytest.mark.long
@pytest.mark.parametrize(("language", "typed"), [("en", "33.21 billion yuan"), ("zh", "332.1亿元")])
def test_so_do_those_about_a_document(language, typed, tmp_path):
    run("build", PLAN, "-o", tmp_path, language=language)
    built, edited = tmp_path / f"plan-2025-brief-{language}.docx", tmp_path / "edited.docx"
    document = Document(str(built))
    figure = next(
        piece
        for one in document.paragraphs
        for piece in one.runs
        if piece.text.replace("\u00a0", " ") in ("32.21 billion yuan", "322.1亿元")
    )
    figure.text = typed
    document.save(str(edited))
    lines = on_a_terminal("audit", edited, "--pack", PLAN, "--language", language)
    told = next(line for line in lines if line.startswith("  | "))
    assert typed in told
    assert max(map(display_width, lines)) <= 72
    lines = on_a_terminal(
        "refresh", edited, "--pack", PLAN, "-o", tmp_path / "new.docx", "--language", language
    )
    assert len(lines) > 3
    assert max(map(display_width, lines)) <= 72


def test_an_id_that_is_longer_than_the_line_stays_whole():
    long = (
        "market_procurement_exports/CN-CQ/2022-12--2023-12/target_completion@market_procurement_exports_2025"
    )
    assert f"  [{long}]" in on_a_terminal("explain", PLAN, long, "--language", "en")


def test_of_a_text_as_much_of_an_end_as_there_is_room_for():
    assert end_of("exports grew by half", 12, last=False) == "exports…"
    assert end_of("exports grew by half", 12, last=True) == "…by half"
    assert end_of("出口额增长", 8, last=False) == "出口额…"
    assert end_of("exports", 7, last=True) == "exports"


def test_no_line_of_chinese_ends_with_an_opening_bracket():
    assert broken("已登记的口径中断（推断）（表中）可以解释", 18) == [
        "已登记的口径中断",
        "（推断）（表中）可",
        "以解释",
    ]
