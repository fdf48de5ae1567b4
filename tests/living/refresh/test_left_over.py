"""What a refresh brings up to date, and what it says it could not: paragraphs split and joined, words moved, marks left over."""

import re

import pytest

from reportgen.language import say
from reportgen.living.refresh.report import report_text
from tests.commands import run
from tests.living.refresh.workshop import (
    LEVEL,
    RISE_TO_FALL,
    figure_with,
    line_with,
    lines,
    marked,
    own_paragraph,
    paragraph_after,
    paragraph_deleted,
    paragraph_with,
    workshop,
    xml_of,
)

BRIEF = "plan-2025-brief-en.docx"
BOOK = "plan-2025-workbook-en.xlsx"
FIRST, SECOND = "of the lower limit of the 2025 target", "In January–May 2022 (period inferred), cross-border"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Documents of before, and data that changed since."""
    desk = workshop(tmp_path_factory.mktemp("left_over"))
    desk.built(BRIEF)
    desk.revise(LEVEL, RISE_TO_FALL)
    return desk


def split_at(words):
    """Enter was pressed in the middle of a paragraph."""

    def edit(xml):
        whole = paragraph_with(xml, words)
        at = whole.rindex("<w:r>", 0, whole.index(words))
        return xml.replace(whole, f"{whole[:at]}</w:p><w:p>{whole[at:]}", 1)

    return edit


def joined(one, other):
    """Delete was pressed at a paragraph's end."""

    def edit(xml):
        first, second = paragraph_with(xml, one), paragraph_with(xml, other)
        inner = second[second.index("</w:pPr>") + len("</w:pPr>") : -len("</w:p>")]
        return xml.replace(second, "", 1).replace(first, f"{first[: -len('</w:p>')]}{inner}</w:p>", 1)

    return edit


@pytest.mark.parametrize("edit", [split_at(FIRST), joined(FIRST, SECOND)], ids=["split", "joined"])
def test_paragraphs_that_people_split_or_joined_are_followed(desk, edit):
    refreshed = desk.refreshed(desk.edited(desk.built(BRIEF), edit))

    assert refreshed.report.kept == []
    assert refreshed.report.up_to_date.shown == refreshed.report.up_to_date.all == marked(desk.built(BRIEF))
    assert sum("were 47.9%" in line for line in lines(refreshed.data)) == 1
    assert "down 8.9% year on year" in line_with(refreshed.data, SECOND)


def test_a_paragraph_pasted_twice_is_followed_twice(desk):
    xml = xml_of(desk.built(BRIEF))
    twice = desk.edited(desk.built(BRIEF), paragraph_after(FIRST, paragraph_with(xml, FIRST)))
    refreshed = desk.refreshed(twice)

    assert sum("were 47.9%" in line for line in lines(refreshed.data)) == 2


def test_deleted_is_said_only_of_what_stands_nowhere(desk):
    deleted = desk.refreshed(desk.edited(desk.built(BRIEF), paragraph_deleted(SECOND)))
    assert [one.kind for one in deleted.report.kept] == ["deleted"]

    words = "In January–May 2022, Chongqing’s cross-border e-commerce imports and exports reached 19.79 billion yuan, up 88.9% year on year."
    within = own_paragraph(f"As we wrote: {words} which implies 10.48 billion yuan for the same months of the year before.[1] So it was.")  # fmt: skip
    retold = desk.edited(desk.built(BRIEF), paragraph_deleted(SECOND), paragraph_after(FIRST, within))
    kinds = {one.kind for one in desk.refreshed(retold).report.kept}
    assert "deleted" not in kinds


def test_a_mark_that_could_not_be_followed_is_a_conflict(desk):
    xml = xml_of(desk.built(BRIEF))
    odd = figure_with(xml, "46.0%").replace(">46.0%<", ">nearly half<")
    edited = desk.edited(desk.built(BRIEF), paragraph_after(FIRST, own_paragraph("We are at ", odd, ".")))
    refreshed = desk.refreshed(edited)

    assert [(one.edited, one.now) for one in refreshed.report.conflicts] == [("nearly half", "47.9%")]


def test_a_figure_that_today_s_document_has_no_longer_is_a_conflict(tmp_path):
    desk = workshop(tmp_path)
    built = desk.built(BRIEF)
    own = own_paragraph("Invoices: ", figure_with(xml_of(built), "1,726 invoices"), ".")
    document = desk.edited(built, paragraph_after(FIRST, own))
    template = desk.folder / "templates" / BRIEF
    template.write_bytes(without_paragraph(template, "Over the same period"))
    refreshed = desk.refreshed(document)
    kept = next(one for one in refreshed.report.conflicts if one.edited == "1,726 invoices")

    assert kept.kind == "left-over"
    assert "“1,726 invoices” still stands here; today's document does not show this figure." in report_text(
        refreshed.report, "en"
    )
    assert say_kept(kept, "zh")


def say_kept(kept, code):
    from reportgen.messages import Message

    return say(Message(f"living.kept-{kept.kind}", built=kept.built, edited=kept.edited, now=kept.now), code)


def without_paragraph(template, words):
    from reportgen.ooxml import Package
    from tests.living.refresh.workshop import BODY

    package = Package.open(template)
    xml = package.read(BODY).decode()
    package.write(BODY, xml.replace(paragraph_with(xml, words), "", 1).encode())
    return package.save()


@pytest.mark.parametrize("hidden", [True, False], ids=["with its names", "by what is left"])
def test_a_renamed_sheet_is_followed(desk, hidden):
    def rename(xml):
        named = xml.replace('name="Targets"', 'name="Goals"')
        return re.sub(r"\bTargets!", "Goals!", named) if hidden else named

    renamed = desk.edited(desk.built(BOOK), rename, part="xl/workbook.xml")
    report = desk.refreshed(renamed).report

    assert report.conflicts == []
    assert any(change.place.sheet == "Goals" for change in report.changes)
    assert not hidden or report.up_to_date.shown == report.up_to_date.all


def test_the_command_says_how_many_figures_stand_as_today(desk, tmp_path):
    asked = [
        "refresh",
        desk.built(BRIEF),
        "--pack",
        desk.pack,
        "-o",
        tmp_path / "new.docx",
        "--language",
        "en",
    ]
    said = run(*asked, language="")

    count = marked(desk.built(BRIEF))
    assert f"{count} of {count} figures stand as the data have them today." in said.output
