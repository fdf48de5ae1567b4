"""Placing a build's files: all or nothing, and never over somebody's edits."""

import json
import os
from pathlib import Path

import pytest

from reportgen.build.pack_folder import MANIFEST, place_pack, sha256
from reportgen.errors import FileError


def build_of(**files: bytes) -> dict[str, bytes]:
    named = {name.replace("_", "."): data for name, data in files.items()}
    outputs = [{"path": name, "sha256": sha256(data)} for name, data in named.items()]
    return {**named, MANIFEST: json.dumps({"outputs": outputs}).encode()}


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_files_come_into_a_new_folder(tmp_path):
    placed = place_pack(tmp_path / "deep" / "out", build_of(brief_docx=b"1"))
    assert names(placed.folder) == ["brief.docx", MANIFEST]
    assert placed.kept == ()


def test_a_rebuild_replaces_what_the_last_build_wrote(tmp_path):
    place_pack(tmp_path, build_of(brief_docx=b"1"))
    placed = place_pack(tmp_path, build_of(brief_docx=b"2"))
    assert (tmp_path / "brief.docx").read_bytes() == b"2"
    assert placed.kept == ()


def test_a_document_edited_by_hand_is_kept(tmp_path):
    place_pack(tmp_path, build_of(brief_docx=b"1"))
    (tmp_path / "brief.docx").write_bytes(b"edited")
    assert place_pack(tmp_path, build_of(brief_docx=b"2")).kept == (("brief.docx", "brief.edited-1.docx"),)
    assert (tmp_path / "brief.edited-1.docx").read_bytes() == b"edited"
    (tmp_path / "brief.docx").write_bytes(b"edited again")
    assert place_pack(tmp_path, build_of(brief_docx=b"3")).kept == (("brief.docx", "brief.edited-2.docx"),)


def test_other_files_in_the_folder_stay(tmp_path):
    (tmp_path / "minutes.docx").write_bytes(b"mine")
    place_pack(tmp_path, build_of(brief_docx=b"1"))
    assert names(tmp_path) == ["brief.docx", "minutes.docx", MANIFEST]


def test_a_failure_half_way_puts_everything_back(tmp_path, monkeypatch):
    place_pack(tmp_path, build_of(a_docx=b"old a", b_docx=b"old b"))
    (tmp_path / "b.docx").write_bytes(b"edited b")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    really_replace = os.replace

    def replace_until_the_disk_is_full(source, target):
        if Path(target).name == MANIFEST:
            raise OSError(28, "No space left on device")
        really_replace(source, target)

    monkeypatch.setattr(os, "replace", replace_until_the_disk_is_full)
    with pytest.raises(FileError, match="No space left on device"):
        place_pack(tmp_path, build_of(a_docx=b"new a", b_docx=b"new b"))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_in_a_documents_place_is_left_alone(tmp_path):
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(FileError, match=r"a\.docx is a folder"):
        place_pack(tmp_path, build_of(a_docx=b"1"))
    assert names(tmp_path) == ["a.docx"]


def test_an_output_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(FileError, match="out is a file"):
        place_pack(tmp_path / "out", build_of(a_docx=b"1"))
