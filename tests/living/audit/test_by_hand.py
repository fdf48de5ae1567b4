"""A brief edited in LibreOffice through UNO: typed, deleted, cut and pasted, with rows inserted, with changes accepted."""

import pytest

from reportgen.finished.open_document import open_finished
from reportgen.living.audit import audit
from tests.conftest import do_without
from tests.living.audit.carriers import BRIEF, adopted_again, known_figures
from tests.living.audit.uno_editing import edit_in_office, python_with_uno
from tests.living.refresh.workshop import LEVEL, line_with, lines, marked, workshop

EDITS = ("typed", "words_deleted", "paragraph_cut_and_pasted", "rows_inserted", "changes_accepted")
THROUGH = "changes_accepted"

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def desks(tmp_path_factory):
    return {
        style: workshop(tmp_path_factory.mktemp(style), marks=style) for style in ("bookmarks", "controls")
    }


@pytest.fixture(scope="module")
def saved(desks):
    """What LibreOffice saved: of both styles of marks, one of them through .odt."""
    if not python_with_uno():
        do_without("python3-uno not on this machine")
    briefs = {style: desk.built(BRIEF).read_bytes() for style, desk in desks.items()}
    jobs = [("bookmarks", edit, False) for edit in EDITS]
    jobs += [("controls", THROUGH, False), ("bookmarks", THROUGH, True)]
    return edit_in_office(briefs, jobs)


@pytest.mark.long
@pytest.mark.parametrize("edit", EDITS)
def test_all_figures_are_known_afterwards(saved, desks, edit):
    assert known_figures(saved["bookmarks", edit, False]) == marked(desks["bookmarks"].built(BRIEF)) > 100


@pytest.mark.long
def test_the_edits_were_made(saved):
    typed = saved["bookmarks", "typed", False]
    assert "88.9% again, year on year" in line_with(typed, "19.79 billion yuan")
    assert "32.21 billion yuan" in line_with(typed, "This was expected.")
    assert "Market procurement exports (all)①" in lines(typed)
    deleted = line_with(saved["bookmarks", "words_deleted", False], "19.79 billion yuan")
    assert "reached 19.79 billion yuan 88.9% ." in deleted
    pasted = lines(saved["bookmarks", "paragraph_cut_and_pasted", False])
    assert sum("reached 32.21 billion yuan, up 63.3% year on year" in line for line in pasted) == 1
    rows = [len(table.rows) for table in _tables(saved["bookmarks", "rows_inserted", False])]
    assert rows == [
        len(table.rows) + (len(table.rows) > 4) for table in _tables(saved["bookmarks", "typed", False])
    ]


@pytest.mark.long
def test_controls_too(saved, desks):
    assert known_figures(saved["controls", THROUGH, False]) == marked(desks["bookmarks"].built(BRIEF))


@pytest.mark.long
def test_what_went_through_odt_is_adopted_again(saved, desks):
    data = saved["bookmarks", THROUGH, True]
    assert open_finished(data, BRIEF).lineage is None
    assert known_figures(adopted_again(data, desks["bookmarks"].built(BRIEF).read_bytes())) == marked(
        desks["bookmarks"].built(BRIEF)
    )


@pytest.mark.long
@pytest.mark.parametrize("edit", ["typed", "paragraph_cut_and_pasted", "changes_accepted"])
def test_a_refresh_follows_and_keeps_what_was_typed(saved, tmp_path, edit):
    desk = workshop(tmp_path)
    brief = tmp_path / BRIEF
    brief.write_bytes(saved["bookmarks", edit, False])
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    assert refreshed.report.up_to_date.shown == refreshed.report.up_to_date.all
    assert "32.21 billion yuan" not in "\n".join(line for line in lines(refreshed.data) if "In 2021" in line)
    if edit != "paragraph_cut_and_pasted":
        assert line_with(refreshed.data, "This was expected.")


@pytest.mark.long
def test_an_audit_tells_the_words_that_were_deleted(saved, tmp_path):
    brief = tmp_path / BRIEF
    brief.write_bytes(saved["bookmarks", "words_deleted", False])
    assert {finding.code for finding in audit(brief).findings} == {"words-changed"}


def _tables(data):
    blocks = open_finished(data, BRIEF).stories["word/document.xml"]
    return [block for block in blocks if type(block).__name__ == "Table"]
