"""Signal 9 while files are written: a few of the kills that ``python -m tests.hostile.kills`` does at every step."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from reportgen.build.pack_folder import place_pack
from reportgen.cli import main
from reportgen.dataset import read
from reportgen.errors import FileError
from reportgen.language import say
from reportgen.ooxml import placing
from reportgen.ooxml.files import place_files
from tests.hostile.killed_commands import COMMANDS, killed
from tests.hostile.killed_commands import kill_at_every_step as kill_command_at_every_step
from tests.hostile.kills import Count, contents, kill_at_every_step, scenarios
from tests.intake.forms.desk import TABLES

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and folder locks of POSIX")


@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.name)
def test_a_kill_leaves_old_or_new_and_the_next_run_mends_the_rest(scenario):
    count = Count()
    kill_at_every_step(scenario, count, every=4)
    assert count.kills > 1


@pytest.mark.parametrize(
    ("name", "every", "first"),
    [("a build over an older one", 8, 4), ("an import into a dataset", 7, 6), ("a collection", 5, 5)],
)
def test_a_killed_command_is_finished_or_taken_back_by_the_next(name, every, first):
    count = Count()
    command = next(command for command in COMMANDS if command.name == name)
    kill_command_at_every_step(command, count, every, first)
    assert count.kills > 1


READ_AFTER = [
    ("a build over an older one", ("verify", "out")),
    ("a build over an older one", ("compare", "out", "out")),
    ("a new pack", ("check", "new")),
    ("an import into a dataset", ("check", "data")),
]
"""Commands that only read what a killed one left in a folder."""


@pytest.mark.parametrize(
    ("name", "line", "every"),
    [
        ("a build over an older one", ("compare", "out", "out"), 20),
        ("a new pack", ("check", "new"), 30),
        *(pytest.param(name, line, 2, marks=pytest.mark.long) for name, line in READ_AFTER),
    ],
)
def test_what_a_killed_command_left_is_settled_before_it_is_read(tmp_path, name, line, every):
    command = next(command for command in COMMANDS if command.name == name)
    verb, *names = line
    before, folder = tmp_path / "before", tmp_path / "killed"
    before.mkdir()
    command.prepare(before)
    kills = 0
    for step in range(every, 999, every):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(before, folder, copy_function=shutil.copy2)
        if not killed(command, folder, step):
            break
        kills += 1
        targets = [folder / name for name in names]
        done = CliRunner().invoke(main, [verb, *map(str, targets), "--language", "en"])
        assert done.exit_code == 0 or not list(targets[0].rglob("*")), (step, done.output)
        assert not list(folder.rglob(".reportgen-*")), step
    assert kills
    print(f"{name}: {kills} kills, each settled by {verb}")


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_killed_at_every_step_it_writes(command):
    count = Count()
    kill_command_at_every_step(command, count)
    print(count)


@pytest.mark.long
@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.name)
def test_killed_at_every_call(scenario):
    count = Count()
    kill_at_every_step(scenario, count)
    print(count)


def test_a_dataset_that_a_killed_import_left_half_written_is_read_whole(tmp_path):
    """Also by a command that only reads."""
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    left = tmp_path / ".reportgen-0123456789ab"
    left.mkdir()
    (left / "0").write_text(TABLES["areas"] + "CN-NEW,New,新,place\n", encoding="utf-8")
    (left / "1").write_text(TABLES["sources"], encoding="utf-8")
    (left / "journal.json").write_text(
        '[{"target": "areas.csv", "keep": null, "was": null, "in_new_folder": false},'
        ' {"target": "sources.csv", "keep": null, "was": null, "in_new_folder": false}]'
    )
    dataset, _ = read(tmp_path)
    assert "CN-NEW" in dataset.areas
    assert not left.exists()


def test_a_document_that_somebody_wrote_after_the_kill_is_kept(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"old")
    left = tmp_path / ".reportgen-0123456789ab"
    left.mkdir()
    (left / "0").write_bytes(b"new")
    (left / "journal.json").write_text(
        '[{"target": "a.docx", "keep": null, "was": [3, 1], "in_new_folder": false}]'
    )
    place_files({tmp_path / "b.docx": b"b"})
    assert contents(tmp_path) == {"a.docx": b"new", "a.edited-1.docx": b"old", "b.docx": b"b"}


def test_what_older_versions_left_is_swept(tmp_path):
    (tmp_path / ".reportgen-0123456789ab").write_bytes(b"half")
    place_files({tmp_path / "b.docx": b"b"})
    assert contents(tmp_path) == {"b.docx": b"b"}


def test_two_builders_in_one_folder_wait_for_each_other(tmp_path, monkeypatch):
    monkeypatch.setattr(placing, "PATIENCE_SECONDS", 0.1)
    with placing.locked(tmp_path), pytest.raises(FileError) as caught:
        place_files({tmp_path / "a": b"1"})
    assert say(caught.value.message, "en") == (
        f"Nothing was written: another run is writing into {tmp_path}; wait until it is done, and try again."
    )
    assert "另一个进程正在写入" in say(caught.value.message, "zh")
    assert contents(tmp_path) == {}


def test_builders_at_the_same_time_leave_one_whole_build(tmp_path):
    program = (
        "import sys; from pathlib import Path; from tests.hostile.kills import _built; "
        "from reportgen.build.pack_folder import place_pack\n"
        "for turn in range(5): place_pack(Path(sys.argv[1]), _built({n: sys.argv[2].encode() * 999 for n in ('a', 'b', 'c')}))"
    )
    builders = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name]) for name in "12"]
    assert [builder.wait() for builder in builders] == [0, 0]
    found = contents(tmp_path)
    assert sorted(found) == ["a", "b", "c", "pack.json"]
    assert found["a"] == found["b"] == found["c"]


def test_a_read_only_document_is_named_and_nothing_changes(tmp_path, monkeypatch):
    place_pack(tmp_path, {"a.docx": b"1", "b.docx": b"1"})
    really = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: str(path)[-6:] != "b.docx" and really(path, mode))
    with pytest.raises(
        FileError, match=r"Nothing was written: .*b\.docx cannot be written \(Permission denied\)"
    ):
        place_pack(tmp_path, {"a.docx": b"2", "b.docx": b"2"})
    assert contents(tmp_path) == {"a.docx": b"1", "b.docx": b"1"}


def test_stopped_by_hand_ends_with_130_and_one_sentence(tmp_path):
    """Ctrl-C while the build runs, pressed by somebody impatient."""
    run = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from reportgen.cli.main import main; main()",
            "build",
            "examples/plan-2025",
            "-o",
            str(tmp_path / "out"),
            "--language",
            "en",
        ],
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(1.5)
    for _ in range(5):
        run.send_signal(signal.SIGINT)
        time.sleep(0.02)
    said = run.communicate()[1]
    assert run.returncode in (130, 0)
    assert "Traceback" not in said
    assert not (tmp_path / "out").exists() or run.returncode == 0
