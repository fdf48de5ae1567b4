"""An audit that people can work with: place by place, accepted findings left out, one page to forward."""

import csv
import io

import pytest
from lxml import etree, html

from reportgen.errors import ReportgenError
from reportgen.findings import Place
from reportgen.language import say
from reportgen.living.audit import accepted_table, audit, by_place, divided, read_accepted, report_page
from reportgen.living.audit.codes import found, words_of_finding
from reportgen.ooxml.files import place_files
from reportgen.ooxml.xml import qn
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.planted import BOOK_EN, DONE, PLAN_EN
from tests.living.audit.word_editing import EditedDocument, R

SENTENCE = "Parcels rose by 37.3% over the year before, and imports doubled."


@pytest.fixture
def edited(built, tmp_path):
    """Two findings in one new paragraph, one in the first."""
    document = EditedDocument((built / PLAN_EN).read_bytes())
    document.retype(document.figure(DONE), "64.0%")
    document.add_paragraph(SENTENCE)
    path = tmp_path / "brief.docx"
    path.write_bytes(document.save())
    return path


def filled_in(path, number, **said):
    """Fill in a row, as a person does in a spreadsheet."""
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    rows[number].update(said)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def round_of(document, path):
    """One round: what is shown, and what was accepted before."""
    accepted = read_accepted(path)
    shown, settled = divided(by_place(audit(document)), accepted)
    place_files(accepted_table(path, accepted, shown, "en"))
    return [found for group in shown for found in group.found], settled


def test_findings_of_a_paragraph_are_together_with_the_words_around_them(edited):
    places = by_place(audit(edited))

    assert [len(group.found) for group in places] == [1, 2]
    assert [(one.before, one.text, one.after) for one in places[1].found] == [
        ("Parcels rose by ", "37.3%", " over the year before, and imports doubled."),
        ("Parcels rose by 37.3% over the year before, and imports ", "doubled", "."),
    ]


def test_a_place_names_the_page_where_word_laid_the_document_out(built, tmp_path):
    document = EditedDocument((built / PLAN_EN).read_bytes())
    document.add_paragraph(SENTENCE)
    run = next(document.paragraph(SENTENCE).iter(R))
    run.insert(0, etree.Element(qn("w:lastRenderedPageBreak")))
    path = tmp_path / "brief.docx"
    path.write_bytes(document.save())

    assert say(by_place(audit(path))[0].words, "en") == "brief.docx, paragraph 14, page 2"


def test_a_cell_is_shown_with_its_label_and_unit(built, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(EditedWorkbook((built / BOOK_EN).read_bytes()).type("Summary!B12", "73.79").save())
    found = by_place(audit(path))[0].found[0]

    assert found.whole == "Gap to the target | 73.79 | billion yuan"


def test_an_accepted_finding_is_not_shown_again_wherever_it_moves(edited, tmp_path):
    path = tmp_path / "accepted.csv"
    first, settled = round_of(edited, path)
    assert (len(first), settled) == (3, ())

    filled_in(path, 1, by="Li Hua", reason="from the post office", date="2024-04-02")
    assert [one.text for one in round_of(edited, path)[0]] == ["64.0%", "doubled"]

    document = EditedDocument(edited.read_bytes())
    document.add_paragraph("Nothing else.")
    document.add_paragraph("Exports fell by 12.7%.")
    edited.write_bytes(document.save())
    shown, settled = round_of(edited, path)
    assert [one.text for one in shown] == ["64.0%", "12.7%", "doubled"]
    assert [(found.text, row["by"]) for found, row in settled] == [("37.3%", "Li Hua")]


def test_a_row_without_a_reason_accepts_nothing_and_keeps_what_was_written(edited, tmp_path):
    path = tmp_path / "accepted.csv"
    round_of(edited, path)
    filled_in(path, 0, by="Li Hua")

    assert len(round_of(edited, path)[0]) == 3
    assert "Li Hua" in path.read_text("utf-8-sig")


def test_a_list_that_a_chinese_spreadsheet_saved_is_read(edited, tmp_path):
    path = tmp_path / "accepted.csv"
    round_of(edited, path)
    filled_in(path, 2, by="李华", reason="已核实", date="2024/4/2")
    path.write_bytes(path.read_text("utf-8-sig").encode("gb18030"))

    assert len(round_of(edited, path)[0]) == 2


def test_another_file_is_no_list_of_accepted_findings(edited, tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")

    with pytest.raises(ReportgenError) as error:
        read_accepted(path)
    assert "needs the columns code, place, text, by, reason and date" in str(error.value)


@pytest.mark.parametrize("code", ["en", "zh"])
def test_the_page_asks_for_nothing_and_says_every_finding(code, edited, tmp_path):
    path = tmp_path / "accepted.csv"
    round_of(edited, path)
    filled_in(path, 1, by="<b>Li</b>", reason="from the post office", date="2024-04-02")
    made = audit(edited)
    places, settled = divided(by_place(made), read_accepted(path))
    page = report_page(made, places, settled, code)
    root = html.fromstring(page)

    assert [mark.text for mark in root.iter("mark")] == ["64.0%", "doubled"]
    assert [cell.text for cell in root.iter("td")][1:3] == [
        "Parcels rose by 37.3% over the year before, and imports doubled.",
        "<b>Li</b>",
    ]
    assert not root.xpath("//@src | //@href | //script")
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    ("code", "parameters", "about"),
    [
        ("words-changed", {"built": "rose", "now": "fell"}, "fell"),
        ("words-changed", {"built": "rose", "now": ""}, "rose"),
        ("words-gone", {"built": "A sentence.", "text": "other"}, "A sentence."),
        ("row-vanished", {"row": "", "expected": ("1.0", "2.0")}, ("1.0", "2.0")),
        ("figure-gone", {"expected": "46.0%", "label": "Exports"}, "46.0%"),
        ("figure-retyped", {"text": "47.0%", "expected": "46.0%"}, "47.0%"),
        ("dataset-newer", {"count": 3}, 3),
    ],
)
def test_a_finding_says_what_it_is_about(code, parameters, about):
    assert words_of_finding(found(code, Place(), **parameters)) == about
