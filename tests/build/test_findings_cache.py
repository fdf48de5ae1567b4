"""What a check found is taken from the user's cache as long as nothing changed, and is never trusted where it is not sound."""

import hashlib
import os
import pickle
import shutil
from pathlib import Path

import pytest

from reportgen.build import findings_cache, pack_or_data
from reportgen.build.check import check
from reportgen.build.findings_cache import keeping_findings, usual_folder
from reportgen.build.pack_or_data import open_pack_or_data
from tests.commands import run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path):
    return shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("customs-*"))


@pytest.fixture
def folder(tmp_path):
    with keeping_findings(tmp_path / "cache"):
        yield tmp_path / "cache"


@pytest.fixture
def checks(monkeypatch):
    """How often data were really checked."""
    made = []
    real = pack_or_data.check_dataset

    def counted(*arguments):
        made.append(arguments)
        return real(*arguments)

    monkeypatch.setattr(pack_or_data, "check_dataset", counted)
    return made


def entry_in(folder):
    (entry,) = folder.glob("*.findings")
    return entry


def test_data_are_checked_once(data, folder, checks):
    first, second = check(data), check(data)
    assert first[0], "the real data have findings"
    assert second == first
    assert len(checks) == 1


@pytest.mark.parametrize("pack", ["plan-2025", "ecommerce-2020", "trade-2023", "trade-monthly"])
def test_every_finding_of_a_pack_comes_back_as_it_was(pack, folder, checks):
    first, second = (open_pack_or_data(ROOT / "examples" / pack).findings for _ in range(2))
    assert first == second
    assert len(checks) == 1


def test_other_data_are_checked_again(data, folder, checks):
    check(data)
    table = data / "observations.csv"
    table.write_text(table.read_text("utf-8").replace("32.21", "23.21"), "utf-8")
    assert "32.21" not in str(check(data)[0])
    assert len(checks) == 2


def test_another_day_is_checked_again(data, folder, checks):
    from datetime import date

    from reportgen.record import replace

    opened = open_pack_or_data(data)
    assert replace(opened, as_of=date(2022, 1, 1)).findings != opened.findings
    assert len(checks) == 2


def test_another_program_checks_again(data, folder, checks, monkeypatch):
    check(data)
    monkeypatch.setattr(findings_cache, "_sum_of_program", lambda: "a rule more")
    check(data)
    assert len(checks) == 2


def test_part_of_the_data_is_not_taken_for_the_whole(data, folder, checks, monkeypatch):
    """What is said near one figure is checked for that part alone."""
    monkeypatch.setattr(pack_or_data, "LARGE", 1)
    opened = open_pack_or_data(data)
    near = opened.near("cbec_trade/CN-CQ/2021/level")
    assert near is not opened
    assert len(near.findings) < len(open_pack_or_data(data).findings)


def test_data_that_change_while_they_are_read_are_not_kept(data, folder, checks):
    opened = open_pack_or_data(data)
    (data / "breaks.csv").unlink()
    assert opened.findings
    assert not folder.exists()


class _Runs:
    def __reduce__(self):
        return os.mkdir, ("run-by-a-pickle",)


@pytest.mark.parametrize(
    "damage",
    [
        lambda entry: entry.write_bytes(b""),
        lambda entry: entry.write_bytes(entry.read_bytes()[:-20]),
        lambda entry: entry.write_bytes(entry.read_bytes()[:-1] + b"x"),
        lambda entry: entry.write_bytes(summed(pickle.dumps(("not a finding",)))),
        lambda entry: entry.write_bytes(summed(pickle.dumps((_Runs(),)))),
        lambda entry: entry.write_bytes(summed(b"no pickle")),
    ],
)  # fmt: skip
def test_what_is_not_sound_counts_for_nothing(data, folder, checks, damage, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = check(data)
    damage(entry_in(folder))
    assert check(data) == found
    assert len(checks) == 2
    assert not (tmp_path / "run-by-a-pickle").exists()
    check(data)
    assert len(checks) == 2, "it is made anew"


def summed(data):
    return hashlib.sha256(data).digest() + data


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights of POSIX")
def test_a_folder_that_others_can_write_to_is_not_used(data, folder, checks):
    folder.mkdir()
    folder.chmod(0o777)
    check(data)
    check(data)
    assert len(checks) == 2
    assert not list(folder.iterdir())


def test_without_a_place_to_keep_it_the_check_goes_on(data, tmp_path, checks):
    (tmp_path / "file").write_text("no folder")
    with keeping_findings(tmp_path / "file"):
        assert check(data) == check(data)
    assert len(checks) == 2


def test_the_oldest_go_first(data, folder, monkeypatch):
    monkeypatch.setattr(findings_cache, "MOST_ENTRIES", 2)
    for number in range(4):
        (data / "notes.csv").write_text(str(number))
        check(data)
    assert len(list(folder.glob("*.findings"))) == 2


def test_the_command_keeps_and_leaves_it_when_asked(data, tmp_path, checks, monkeypatch):
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path / "cache"))
    said = [run("check", data, *more, language="").stdout for more in ([], [], ["--no-cache"])]
    assert said[0] == said[1] == said[2]
    assert len(checks) == 2
    assert entry_in(tmp_path / "cache")


def test_the_usual_folder_is_the_user_s(monkeypatch, tmp_path):
    monkeypatch.delenv("REPORTGEN_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert usual_folder() == tmp_path / "reportgen"
    monkeypatch.setenv("REPORTGEN_CACHE", "")
    assert usual_folder() is None


def test_a_library_keeps_nothing_by_itself(data, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("REPORTGEN_CACHE")
    check(data)
    assert not (tmp_path / "home").exists()
