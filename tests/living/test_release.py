"""The copy of a document that leaves the house."""

import hashlib
import json
import shutil

import pytest
from click.testing import CliRunner

from reportgen.cli import main
from reportgen.ooxml import Package
from tests.living.refresh.workshop import lines, typed_over, workshop


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = workshop(tmp_path_factory.mktemp("release"))
    desk.built("plan-2025-brief-en.docx")
    return desk


def run(*arguments):
    return CliRunner().invoke(main, [*map(str, arguments), "--language", "en"])


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


def test_a_released_copy_reads_as_the_document_did(desk, tmp_path):
    built, out = desk.built("plan-2025-brief-en.docx"), tmp_path / "out.docx"
    run("release", built, "-o", out)

    assert lines(out) == lines(built)


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
