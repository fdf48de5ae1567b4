"""Findings on a terminal: those of one code together under their number, in lines of its width; quiet and verbose."""

import fcntl
import os
import pty
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.main import main
from reportgen.display_width import broken, display_width
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


@pytest.mark.parametrize("language", ["en", "zh"])
def test_lines_end_at_the_terminals_width(language):
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 72, 0, 0))
    environment = {key: text for key, text in os.environ.items() if key not in ("COLUMNS", "NO_COLOR")}
    command = [sys.executable, "-m", "reportgen", "check", PLAN, "--language", language]
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
    assert running.returncode == 0
    lines = output.decode("utf-8").replace("\r\n", "\n").splitlines()
    assert any("\x1b[" in line for line in lines)
    plain = [
        line.replace("\x1b[33m\x1b[1m", "").replace("\x1b[36m\x1b[1m", "").replace("\x1b[0m", "")
        for line in lines
    ]
    assert len(plain) > 30
    assert max(map(display_width, plain)) <= 72


def test_no_line_of_chinese_ends_with_an_opening_bracket():
    assert broken("已登记的口径中断（推断）（表中）可以解释", 18) == [
        "已登记的口径中断",
        "（推断）（表中）可",
        "以解释",
    ]
