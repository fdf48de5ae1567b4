"""``reportgen audit`` on the command line: exit codes, JSON, both languages, today's data."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.build.build import build
from reportgen.cli import main
from tests.living.audit.planted import LEVEL
from tests.living.audit.word_editing import EditedDocument

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("audit")
    build(EXAMPLES / "plan-2025", output=folder)
    return folder


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def edited(built, tmp_path, change):
    document = EditedDocument((built / "plan-2025-brief-en.docx").read_bytes())
    change(document)
    path = tmp_path / "brief.docx"
    path.write_bytes(document.save())
    return path


def test_an_untouched_brief_exits_0(built):
    result = run("audit", built / "plan-2025-brief-en.docx", "--strict")

    assert result.exit_code == 0
    assert "Nothing was found." in result.output


def test_a_retyped_number_exits_1_and_says_where(built, tmp_path):
    path = edited(built, tmp_path, lambda one: one.retype(one.figure(LEVEL), "33.21 billion yuan"))
    result = run("audit", path)

    assert result.exit_code == 1
    assert "“33.21 billion yuan” stands where the data say 32.21 billion yuan" in result.output
    assert "[figure-retyped]" in result.output


def test_warnings_exit_0_and_with_strict_1(built, tmp_path):
    path = edited(built, tmp_path, lambda one: one.add_paragraph("Parcels rose by 37.3%."))

    assert run("audit", path).exit_code == 0
    assert run("audit", path, "--strict").exit_code == 1


def test_json_has_code_place_and_both_languages(built, tmp_path):
    path = edited(built, tmp_path, lambda one: one.retype(one.figure(LEVEL), "33.21 billion yuan"))
    (finding,) = json.loads(run("audit", path, "--json").output)

    assert finding["code"] == "figure-retyped"
    assert finding["place"]["file"] == "brief.docx"
    assert finding["place"]["paragraph"] > 1
    assert "33.21 billion yuan" in finding["message_zh"]
    assert finding["subjects"] == [LEVEL]


def test_what_is_no_document_exits_2(tmp_path):
    (tmp_path / "brief.docx").write_text("no document")

    assert run("audit", tmp_path / "brief.docx").exit_code == 2


def test_a_document_without_lineage_exits_2_and_asks_for_the_pack(tmp_path):
    build(EXAMPLES / "plan-2025", output=tmp_path / "out", lineage=False, languages=["en"])
    path = tmp_path / "out" / "plan-2025-brief-en.docx"

    assert run("audit", path).exit_code == 2
    assert run("audit", path, "--pack", EXAMPLES / "plan-2025").exit_code == 0


def test_a_revision_of_the_data_is_found_at_each_place_it_touches(built, tmp_path):
    data = tmp_path / "data"
    shutil.copytree(EXAMPLES.parent / "data", data)
    table = data / "observations.csv"
    text = table.read_text(encoding="utf-8")
    assert "32.21," in text
    table.write_text(text.replace("32.21,", "32.25,", 1), encoding="utf-8")

    findings = json.loads(run("audit", built / "plan-2025-brief-en.docx", "--pack", data, "--json").output)
    revised = [one for one in findings if one["code"] == "figure-revised"]
    assert {LEVEL} <= {one["subjects"][0] for one in revised}
    assert any("32.25 billion yuan" in one["message_en"] for one in revised)
    assert [one["code"] for one in findings].count("dataset-newer") == 1
