"""What changed between two finished documents: figures revised, moved or typed over, words, rows, charts."""

import json
import re

import pytest
from click.testing import CliRunner
from docx import Document

from reportgen.cli import main
from reportgen.living.compare.text import comparison_text
from reportgen.living.compare.two_documents import compare_documents, documents_at
from reportgen.living.release import release
from tests.living.refresh.workshop import (
    LEVEL,
    months,
    own_paragraph,
    paragraph_after,
    replaced,
    row_deleted,
    typed_over,
    workshop,
)

BRIEF, BOOK = "plan-2025-brief-en.docx", "plan-2025-workbook-en.xlsx"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """``built`` and, after a level was revised, ``today``."""
    desk = workshop(tmp_path_factory.mktemp("compare"))
    desk.built(BRIEF)
    desk.revise(LEVEL)
    desk.built(BRIEF, "today")
    return desk


def compared(old, new):
    documents = documents_at(old, new)
    assert documents is not None
    return compare_documents(*documents)


def texts(comparison):
    return [(one.before, one.after) for one in comparison.texts]


def test_a_document_and_itself(desk):
    comparison = compared(desk.folder / "built" / BRIEF, desk.folder / "built" / BRIEF)

    assert comparison.is_empty
    assert "Nothing changed." in comparison_text(comparison, "en")


@pytest.mark.parametrize("name", [BRIEF, BOOK])
def test_two_builds_say_what_was_revised_and_what_else_reads_otherwise(desk, name):
    comparison = compared(desk.folder / "built" / name, desk.folder / "today" / name)
    said = comparison_text(comparison, "en")

    assert "32.21 billion yuan → 33.56 billion yuan  +1.35 billion yuan (+4.2%)" in said
    assert "completion of target (2021): 46.0% → 47.9%" in said
    assert not [one for one in comparison.texts if one.figure and one.before == "46.0%"], "told once"
    assert any(re.search("2021①? 32.21", before) and after == "33.56" for before, after in texts(comparison))


def test_a_build_and_what_people_made_of_it(desk):
    built = desk.folder / "built" / BRIEF
    edited = desk.edited(
        built,
        typed_over("46.0%", "46%"),
        replaced(", up ", ", rising "),
        paragraph_after("32.21 billion yuan", own_paragraph("The Bureau expects more.")),
        row_deleted("Market procurement exports"),
    )
    comparison = compared(built, edited)

    assert comparison.revised == comparison.added == comparison.gone == ()
    assert {("46.0%", "46%"), ("up", "rising"), ("", "The Bureau expects more.")} <= set(texts(comparison))
    (retyped,) = [one.figure for one in comparison.texts if one.after == "46%"]
    assert retyped.display.en == "46.0%"
    assert [one.kind for one in comparison.texts].count("row") == 1


@pytest.mark.long
@pytest.mark.parametrize("name", ["trade-monthly-brief-zh.docx", "trade-monthly-workbook-zh.xlsx"])
def test_two_months_are_set_side_by_side_where_they_stand(name):
    comparison = compared(months() / "11" / name, months() / "12" / name)
    said = comparison_text(comparison, "zh")

    assert comparison.revised == comparison.added == comparison.gone == ()
    assert comparison.definition["period"] == ("2024-01--2024-11", "2024")
    assert {("6330.7亿元", "7154.2亿元"), ("6330.7", "7154.2")} & set(texts(comparison))
    assert "12月 823.4" in said, "of a chart the points that came"


def test_a_released_copy_is_compared_by_the_figures_of_the_other(desk):
    built = desk.folder / "built" / BRIEF
    copy = desk.folder / "released.docx"
    release(built, copy)
    assert compared(built, copy).is_empty

    document = Document(copy)
    (run,) = [run for one in document.paragraphs for run in one.runs if run.text == "46.0%"][:1]
    run.text = "64.0%"
    document.save(copy)
    (one,) = compared(built, copy).texts
    assert (one.before, one.after, one.figure is not None) == ("46.0%", "64.0%", True)


def test_the_command_prints_json_and_writes_the_note(desk):
    built, today, note = (
        desk.folder / "built" / BRIEF,
        desk.folder / "today" / BRIEF,
        desk.folder / "note.docx",
    )
    asked = ["compare", str(built), str(today), "--language", "en"]
    said = CliRunner().invoke(main, [*asked, "-o", str(note)])

    assert said.exit_code == 0
    assert "places read otherwise" in said.output
    lines = [one.text for one in Document(note).paragraphs]
    assert any("was revised" in one or "were revised" in one for one in lines)
    assert any("places read otherwise" in one for one in lines)
    told = json.loads(CliRunner().invoke(main, [*asked, "--json"]).output)
    assert told["old"]["kind"] == "document"
    assert {"kind", "figure", "before", "after", "place"} == set(told["texts"][0])


def test_two_of_different_kinds_are_refused(desk):
    built = desk.folder / "built"
    for other in (built / BOOK, desk.pack):
        said = CliRunner().invoke(main, ["compare", str(built / BRIEF), str(other), "--language", "en"])
        assert said.exit_code == 2
        assert "are not of a kind" in said.output
