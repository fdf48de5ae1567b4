"""Audited documents with comments at the findings' places, sound and otherwise as they were."""

from pathlib import Path

import pytest

from reportgen.living.audit import annotated, audit
from reportgen.ooxml import Package
from tests.commands import run
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.planted import BOOK_EN, LEVEL, PLAN_ZH
from tests.living.audit.word_editing import EditedDocument, walk


@pytest.fixture
def edited_brief(built, tmp_path):
    document = EditedDocument((built / PLAN_ZH).read_bytes())
    document.retype(document.figure(LEVEL), "332.1亿元")
    path = tmp_path / "brief.docx"
    path.write_bytes(document.save())
    return path


@pytest.fixture
def edited_book(built, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(EditedWorkbook((built / BOOK_EN).read_bytes()).type("Targets!G7", "40").save())
    return path


@pytest.mark.long
def test_a_word_comment_says_what_is_wrong_at_its_paragraph(edited_brief, tmp_path, ooxml_validator):
    out = tmp_path / "annotated.docx"
    out.write_bytes(annotated(audit(edited_brief), edited_brief, "zh"))

    comments = Package.open(out).read("word/comments.xml").decode()
    assert "332.1亿元" in comments
    assert "322.1亿元" in comments
    assert list(walk(out.read_bytes())) == list(walk(edited_brief.read_bytes()))
    assert ooxml_validator(out) == []


def test_a_note_on_the_cell_says_what_is_wrong(edited_book, tmp_path, ooxml_validator):
    out = tmp_path / "annotated.xlsx"
    out.write_bytes(annotated(audit(edited_book), edited_book, "en"))

    package = Package.open(out)
    notes = b"".join(
        package.read(name) for name in package.names() if "comments" in name and name.endswith("xml")
    )
    assert b'ref="G7"' in notes
    assert b"The formula was overwritten by 40." in notes
    assert ooxml_validator(out, "annotated.xlsx") == []


def test_an_output_is_neither_the_document_nor_another_output(edited_brief, tmp_path):
    before, page = edited_brief.read_bytes(), str(tmp_path / "page.html")

    for options, said in [
        (["--annotate", str(edited_brief)], "is the audited document itself"),
        (["--html", page, "--accept", page], "is asked for twice"),
    ]:
        result = run("audit", edited_brief, *options)
        assert result.exit_code == 2
        assert said in result.output

    assert edited_brief.read_bytes() == before
    assert not Path(page).exists()
