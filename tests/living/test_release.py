"""The copy of a document that leaves the house."""

import hashlib
import json
import re
import shutil

import docx
import pytest

from reportgen.living.audit import audit
from reportgen.ooxml import Package
from tests.commands import run
from tests.living.audit.planted_blind import said
from tests.living.audit.word_editing import EditedDocument
from tests.living.refresh.workshop import lines, typed_over, workshop


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = workshop(tmp_path_factory.mktemp("release"))
    desk.built("plan-2025-brief-en.docx")
    return desk


@pytest.mark.parametrize("file", ["plan-2025-brief-en.docx", "plan-2025-workbook-zh.xlsx"])
def test_a_released_copy_has_no_marks_and_no_lineage(desk, tmp_path, file):
    built, out = desk.built(file), tmp_path / file
    assert run("release", built, "-o", out).exit_code == 0
    package = Package.open(out)
    left = [
        name
        for name in package.names()
        if b"_rg_" in package.read(name) or b"urn:reportgen" in package.read(name)
    ]
    record = json.loads((tmp_path / f"{file}.release.json").read_text())

    assert left == []
    assert (record["name"], record["sha256"]) == (file, hashlib.sha256(out.read_bytes()).hexdigest())
    assert record["pack_sha256"] == hashlib.sha256((built.parent / "pack.json").read_bytes()).hexdigest()
    assert run("audit", out).exit_code == 0


def test_a_workbook_whose_program_writes_prefixes_is_released_without_names(desk, tmp_path):
    package = Package.open(desk.built("plan-2025-workbook-en.xlsx"))
    written, out = tmp_path / "written.xlsx", tmp_path / "out.xlsx"
    workbook = package.read(package.main_part)
    workbook = re.sub(rb"<(/?)(?=\w)(?!\w+:)", rb"<\1x:", workbook).replace(b" xmlns=", b" xmlns:x=", 1)
    package.write(package.main_part, workbook)
    written.write_bytes(package.save())
    assert b"<x:definedName " in workbook

    assert run("release", written, "-o", out).exit_code == 0
    assert b"_rg_" not in Package.open(out).read("xl/workbook.xml")


def test_a_released_copy_reads_as_the_document_did(desk, tmp_path):
    built, out = desk.built("plan-2025-brief-en.docx"), tmp_path / "out.docx"
    run("release", built, "-o", out)

    assert lines(out) == lines(built)


COPIES = ["plan-2025-brief-zh.docx", "plan-2025-workbook-en.xlsx", "plan-2025-databook-zh.xlsx"]


@pytest.mark.long_but_for("brief-zh")
@pytest.mark.parametrize("file", COPIES)
def test_an_untouched_copy_has_no_alarm_beside_its_pack(desk, tmp_path, file):
    out = tmp_path / file
    run("release", desk.built(file), "-o", out)

    assert audit(out, pack=desk.pack).findings == ()


def test_what_was_changed_in_a_copy_is_found_at_its_place(desk, tmp_path):
    out = tmp_path / "out.docx"
    run("release", desk.built("plan-2025-brief-en.docx"), "-o", out)
    copy = EditedDocument(out.read_bytes())
    for words, old, new in (
        ("were 46.0% of", "46.0%", "64.0%"),
        ("China’s cross-border e-commerce imports and exports reached 2.38", "In 2023", "In 2024"),
    ):
        said(words, old, new)(copy)
    out.write_bytes(copy.save())
    found = {(one.code, one.place.paragraph) for one in audit(out, pack=desk.pack).findings}

    assert found == {("changed-since-released", None), ("figure-retyped", 7), ("words-changed", 11)}


def test_a_copy_of_no_document_of_the_pack_is_held_against_its_data_alone(desk, tmp_path):
    out = tmp_path / "letter.docx"
    letter = docx.Document()
    letter.add_paragraph("Cross-border e-commerce came to 32.21 billion yuan, and parcels fell by 12.7%.")
    letter.save(out)

    assert [one.code for one in audit(out, pack=desk.pack).findings] == ["unbacked-number"]


def test_a_copy_that_was_changed_is_told(desk, tmp_path):
    out = tmp_path / "out.docx"
    run("release", desk.built("plan-2025-brief-en.docx"), "-o", out)
    out.write_bytes(desk.edited(out, typed_over("46.0%", "47.0%")).read_bytes())
    said = run("audit", out)

    assert said.exit_code == 1
    assert "changed since released" in said.output


def test_a_record_that_cannot_name_its_build_is_told(desk, tmp_path):
    alone, out = tmp_path / "alone.docx", tmp_path / "out.docx"
    shutil.copy(desk.built("plan-2025-brief-en.docx"), alone)
    said = run("release", alone, "-o", out, "--language", "en")

    assert "[released-without-manifest]" in said.output
    assert said.exit_code == 0
    assert json.loads((tmp_path / "out.docx.release.json").read_text())["pack_sha256"] == ""


def test_a_document_with_errors_is_not_released(desk, tmp_path):
    edited = desk.edited(desk.built("plan-2025-brief-en.docx"), typed_over("46.0%", "47.0%"))
    said = run("release", edited, "-o", tmp_path / "out.docx")

    assert said.exit_code == 1
    assert not (tmp_path / "out.docx").exists()


def test_a_document_is_not_released_over_itself(desk):
    built = desk.built("plan-2025-brief-en.docx")
    assert "another name" in run("release", built, "-o", built).output
