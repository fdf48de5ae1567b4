"""Files are written all or nothing."""

import json
import os
from pathlib import Path

import pytest

from reportgen.errors import FileError
from reportgen.language import say
from reportgen.ooxml.files import place_files, read_file, settle


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_come_into_new_folders_and_replace_old_ones(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    place_files({tmp_path / "a": b"1", tmp_path / "deep" / "er" / "b": b"2"})
    assert contents(tmp_path) == {"a": b"1", "deep/er/b": b"2"}


def test_a_file_to_keep_goes_under_its_other_name(tmp_path):
    (tmp_path / "a").write_bytes(b"edited")
    place_files({tmp_path / "a": b"new"}, lambda: {tmp_path / "a": tmp_path / "a.edited"})
    assert contents(tmp_path) == {"a": b"new", "a.edited": b"edited"}


def test_new_files_may_be_read_as_the_system_usually_lets_them(tmp_path):
    place_files({tmp_path / "a": b"1"})
    (tmp_path / "b").write_bytes(b"2")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


@pytest.mark.parametrize("stop", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_when_one_cannot_be_placed_everything_is_as_it_was(tmp_path, monkeypatch, stop):
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(b"old " + name.encode())
    before = contents(tmp_path)
    really = os.replace

    def replace(source, target):
        if Path(target) == tmp_path / "new" / "c":
            raise stop
        really(source, target)

    monkeypatch.setattr(os, "replace", replace)
    files = {tmp_path / "a": b"1", tmp_path / "b": b"2", tmp_path / "new" / "c": b"3"}
    with pytest.raises((FileError, KeyboardInterrupt)) as caught:
        place_files(files, lambda: {tmp_path / "b": tmp_path / "b.edited"})
    assert contents(tmp_path) == before
    assert not (tmp_path / "new").exists()
    if caught.type is FileError:
        assert str(tmp_path / "new" / "c") in str(caught.value)


def test_a_folder_in_the_way_is_named(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(FileError, match="a is a folder; rename the folder"):
        place_files({tmp_path / "b": b"1", tmp_path / "a": b"2"})
    assert contents(tmp_path) == {}


def test_a_file_in_a_folders_place_is_named(tmp_path):
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(FileError, match=r"out is a file, and .*brief\.docx wants a folder of that name"):
        place_files({tmp_path / "out" / "brief.docx": b"1"})


def test_a_file_that_is_not_there_is_said_in_both_languages(tmp_path):
    with pytest.raises(FileError, match=r"none\.docx cannot be read \(No such file or directory\)") as caught:
        read_file(tmp_path / "none.docx")
    assert "文件或文件夹不存在" in say(caught.value.message, "zh")


STEP = {"target": "a", "keep": None, "was": None, "in_new_folder": False, "removes": False}


@pytest.mark.parametrize(
    "journal",
    [
        [STEP | {"target": "../outside"}],
        [STEP | {"target": "{outside}"}],
        [STEP | {"target": "link/outside"}],
        [STEP | {"target": ".."}],
        [STEP | {"keep": "../outside"}],
        [STEP | {"target": 5, "was": "x"}],
        [{}],
        [5],
        {"a": 1},
        5,
        None,
    ],
)
@pytest.mark.parametrize("name", ["journal.json", "undo.json"])
def test_a_journal_that_somebody_else_made_leads_nowhere(tmp_path, journal, name):
    """A dataset is a folder that anybody may have filled, hidden folders too."""
    folder, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    left = folder / ".reportgen-0123456789ab"
    left.mkdir(parents=True)
    elsewhere.mkdir()
    (folder / "link").symlink_to(elsewhere)
    (folder / "a").write_bytes(b"a")
    (left / "0").write_bytes(b"evil")
    (left / "old-0").write_bytes(b"evil")
    (left / name).write_text(json.dumps(journal).replace("{outside}", str(tmp_path / "outside")))
    with pytest.raises(FileError) as caught:
        settle(folder)
    assert f"{left} says what a run that was killed had begun to write" in str(caught.value)
    assert "请删除该隐藏文件夹" in say(caught.value.message, "zh")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "elsewhere"]
    assert (folder / "a").read_bytes() == b"a"
    assert not any(elsewhere.iterdir())


def test_a_hidden_folder_that_is_a_link_is_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "journal.json").write_text(json.dumps([STEP]))
    (elsewhere / "0").write_bytes(b"mine")
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / ".reportgen-0123456789ab").symlink_to(elsewhere)
    place_files({folder / "b": b"1"})
    assert contents(folder) == {"b": b"1"}
    assert sorted(path.name for path in elsewhere.iterdir()) == ["0", "journal.json"]


@pytest.mark.parametrize("kind", ["device", "pipe", "too large"])
def test_what_never_ends_is_not_read(tmp_path, kind):
    path = tmp_path / "brief.docx"
    if kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        with path.open("wb") as file:
            file.truncate(3 * 1024**3)
    with pytest.raises(FileError, match=r"brief\.docx cannot be read"):
        read_file(path)


def test_a_full_disk_is_told_to_make_room(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError) as caught:
        place_files({tmp_path / "a": b"1"})
    assert "make room there, and try again" in str(caught.value)
    assert "请腾出空间后重试" in say(caught.value.message, "zh")
