"""Two people edited copies of one build: both kinds of edits come into one document, then the data."""

import pytest

from reportgen.errors import ReportgenError
from reportgen.language import say
from reportgen.living.refresh.report import report_text
from tests.commands import run
from tests.living.refresh.workshop import (
    LEVEL,
    line_with,
    lines,
    own_paragraph,
    paragraph_after,
    paragraph_deleted,
    replaced,
    row_deleted,
    typed_over,
    workshop,
)

BRIEF, BOOK = "plan-2025-brief-en.docx", "plan-2025-workbook-en.xlsx"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = workshop(tmp_path_factory.mktemp("two-copies"))
    desk.built(BRIEF)
    desk.revise(LEVEL)
    return desk


def copy(desk, name, *edits):
    edited = desk.edited(desk.built(BRIEF), *edits)
    return edited.rename(desk.folder / f"{name}.docx")


def test_what_both_wrote_comes_together_and_then_the_data(desk):
    mine = copy(
        desk,
        "mine",
        replaced("scope not stated", "scope, alas, not stated"),
        paragraph_after("scope, alas", own_paragraph("Written by the first.")),
    )
    theirs = copy(
        desk,
        "theirs",
        replaced("In January–May 2022 (period inferred), cross", "In the first months of 2022, cross"),
        paragraph_after("In the first months of 2022", own_paragraph("Written by the second.")),
        paragraph_deleted("Another source puts"),
    )
    refreshed = desk.refreshed(mine, other=theirs)
    said = lines(refreshed.data)

    assert "were 47.9% of the lower limit" in line_with(refreshed.data, "alas")
    assert "In the first months of 2022" in line_with(refreshed.data, "19.79")
    assert {"Written by the first.", "Written by the second."} <= set(said)
    assert not any("Another source puts" in line for line in said)
    assert refreshed.report.conflicts == []


def test_both_in_one_sentence(desk):
    mine = copy(desk, "mine", replaced("scope not stated", "scope, alas, not stated"))
    theirs = copy(desk, "theirs", replaced("of the 2025 target", "of the 2025 goal"))
    line = line_with(desk.refreshed(mine, other=theirs).data, "alas")

    assert "were 47.9% of the lower limit of the 2025 goal" in line


def test_where_both_changed_the_same_the_first_stays_and_it_is_said(desk):
    mine = copy(desk, "mine", typed_over("46.0%", "46.2%"))
    theirs = copy(desk, "theirs", typed_over("46.0%", "46.3%"))
    report = desk.refreshed(mine, other=theirs).report

    assert ("both-changed", "46.2%", "46.3%") in [(one.kind, one.edited, one.now) for one in report.conflicts]
    assert "both copies changed “46.0%”: here “46.2%”, in the other copy “46.3%”." in report_text(
        report, "en"
    )
    assert "两份都改了“46.0%”" in report_text(report, "zh")


def test_what_one_deleted_and_the_other_edited_is_said(desk):
    edited, deleted = (
        replaced("In January–May 2022 (period inferred), cross", "In the first months of 2022, cross"),
        paragraph_deleted("In January–May 2022 (period inferred), cross"),
    )
    report = desk.refreshed(copy(desk, "mine", edited), other=copy(desk, "theirs", deleted)).report
    assert [one.kind for one in report.conflicts] == ["both-gone"]

    report = desk.refreshed(copy(desk, "mine", deleted), other=copy(desk, "theirs", edited)).report
    assert [one.kind for one in report.conflicts] == ["both-deleted"]


def test_rows_that_one_deleted_go(desk):
    mine = copy(desk, "mine", replaced("scope not stated", "scope, alas, not stated"))
    theirs = copy(desk, "theirs", row_deleted("Market procurement participants"))
    refreshed = desk.refreshed(mine, other=theirs)

    assert not any(line.startswith("Market procurement participants") for line in lines(refreshed.data))


def test_a_copy_of_another_build_is_refused(desk):
    mine = copy(desk, "mine", replaced("scope not stated", "scope, alas, not stated"))
    with pytest.raises(ReportgenError) as other_build:
        desk.refreshed(mine, other=desk.built(BRIEF, "today"))
    with pytest.raises(ReportgenError) as workbook:
        desk.refreshed(mine, other=desk.built(BOOK, "today"))

    assert "no copy of the build" in say(other_build.value.message, "en")
    assert "not both Word documents" in say(workbook.value.message, "en")


def test_the_command_writes_over_neither_copy(desk):
    mine, theirs = (
        copy(desk, "mine", replaced("reached", "had reached")),
        copy(desk, "theirs", replaced("rate", "pace")),
    )
    asked = ["refresh", mine, "--pack", desk.pack, "--with", theirs, "--overwrite", "--language", "en", "-o"]
    before = theirs.read_bytes()

    assert run(*asked, theirs, language="").exit_code == 2
    assert theirs.read_bytes() == before
    assert run(*asked, desk.folder / "one.docx", language="").exit_code == 0
