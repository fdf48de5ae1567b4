"""Reading finished documents: text as people see it, controls, both views of tracked changes, tables."""

import re

import pytest

from reportgen.content import Number
from reportgen.errors import PackageError
from reportgen.ooxml import Package
from reportgen.word import WORD
from reportgen.word.document_reading import View, locate_document
from tests.word.documents import docx_of, p, r, table

KEY = "fabcdefgh2"


def control(text: str, key: str = KEY) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{key}"/><w:id w:val="7"/></w:sdtPr><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>'


def deleted(text: str) -> str:
    return f'<w:del w:id="1" w:author="A"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="2" w:author="A">{r(text)}</w:ins>'


def read(*blocks: str, view: View = View.ACCEPTED):
    return locate_document(docx_of(*blocks), view).reading()


def test_a_figure_that_was_filled_in_is_read_with_its_key_and_place():
    filled = WORD.compile(docx_of("Up {{ x }} in a year.")).fill({"x": Number("63.3%", key=KEY)}).data
    ((paragraph, found),) = locate_document(filled).reading().marks()

    assert (found.key, found.text) == (KEY, "63.3%")
    assert paragraph.text[found.start : found.end] == "63.3%"
    assert paragraph.number == 1


def test_split_runs_are_one_text():
    assert read(p(r("32."), '<w:proofErr w:type="spellStart"/>', r("21"))).paragraphs[0].text == "32.21"


def test_tracked_changes_are_accepted_or_rejected():
    blocks = p("Up ", deleted("63.3%"), inserted("64.3%"))

    assert read(blocks).paragraphs[0].text == "Up 64.3%"
    assert read(blocks, view=View.REJECTED).paragraphs[0].text == "Up 63.3%"


def test_a_row_whose_deletion_is_tracked_is_there_only_when_rejected():
    rows = table(["a", "1"], ["b", "2"]).replace(
        "<w:tr>", '<w:tr><w:trPr><w:del w:id="3" w:author="A"/></w:trPr>', 1
    )

    assert [row.cells[0].text for row in read(rows).tables[0].rows] == ["b"]
    assert [row.cells[0].text for row in read(rows, view=View.REJECTED).tables[0].rows] == ["a", "b"]


def test_a_control_whose_whole_content_was_deleted_is_gone_when_accepted():
    emptied = control("x").replace(r("x"), deleted("63.3%"))

    assert list(read(p("Up ", emptied)).marks()) == []
    assert [one.text for _, one in read(p("Up ", emptied), view=View.REJECTED).marks()] == ["63.3%"]


def test_a_control_around_a_whole_paragraph_covers_it():
    block = (
        f'<w:sdt><w:sdtPr><w:tag w:val="{KEY}"/></w:sdtPr><w:sdtContent>{p("46.0%")}</w:sdtContent></w:sdt>'
    )

    assert [(one.key, one.text) for _, one in read(block).marks()] == [(KEY, "46.0%")]


def test_other_peoples_controls_are_no_figures():
    assert list(read(p(control("x", key="customer-name"))).marks()) == []


def test_what_a_field_shows_is_marked():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("12")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    paragraph = read(p("Page ", field, ".")).paragraphs[0]

    assert paragraph.text == "Page 12."
    assert [(one.kind, one.name, paragraph.text[one.start : one.end]) for one in paragraph.stretches] == [
        ("field", "PAGE", "12")
    ]


def test_paragraphs_of_tables_know_row_and_cell():
    reading = read("Before", table(["a", "1"], ["b", "2"]))
    places = {one.text: (one.number, one.table, one.row, one.cell) for one in reading.paragraphs if one.text}

    assert places["Before"] == (1, None, None, None)
    assert places["2"] == (5, 1, 2, 2)


def figures(*blocks: str):
    return [(one.key, one.text) for _, one in read(*blocks).marks()]


def test_the_reading_and_the_text_to_edit_are_of_one_walk():
    located = locate_document(docx_of(p("Up ", control("63.3%"), " in a ", r("year", "<w:vanish/>"), ".")))
    (paragraph,) = located.parts["word/document.xml"]
    read_text = located.reading().paragraphs[0]

    assert [(span.kind, span.text) for span in paragraph.spans] == [
        ("text", "Up "), ("figure", "63.3%"), ("text", " in a year."),
    ]  # fmt: skip
    assert (read_text.text, read_text.unseen) == ("Up 63.3% in a .", ("year",))
    assert read_text.marks[0].holder is paragraph.spans[1].holder


def test_a_figure_whose_text_was_typed_away_is_still_marked():
    assert figures(p("Up ", control("").replace(r(""), ""))) == [(KEY, "")]


def test_of_nested_controls_the_innermost_is_the_figure():
    other = "fabcdefgh3"
    assert figures(p(control("x", other).replace(r("x"), control("63.3%")))) == [(KEY, "63.3%")]


def test_a_control_around_two_paragraphs_marks_no_figure():
    block = f'<w:sdt><w:sdtPr><w:tag w:val="{KEY}"/></w:sdtPr><w:sdtContent>{p("46.0%")}{p("more")}</w:sdtContent></w:sdt>'
    assert figures(block) == []


def test_what_is_written_above_a_word_is_not_its_text():
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('chong')}</w:rt><w:rubyBase>{r('重')}</w:rubyBase></w:ruby></w:r>"
    )
    assert read(p(ruby, "庆")).paragraphs[0].text == "重庆"


def test_a_document_with_prefixes_of_its_own_is_read_and_not_changed_in_place():
    package = Package.open(docx_of(p("Up ", control("63.3%"))))
    xml = package.read("word/document.xml").decode()
    package.write(
        "word/document.xml",
        re.sub(r"(</?|\s|:)w:", r"\1ns0:", xml).replace("xmlns:w=", "xmlns:ns0=").encode(),
    )
    located = locate_document(package.save())

    assert [(one.key, one.text) for _, one in located.reading().marks()] == [(KEY, "63.3%")]
    with pytest.raises(PackageError, match="cannot be edited in place"):
        located.require_editable()


def test_charts_come_with_their_alternative_text_and_its_place():
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="c" descr="Exports &amp; imports"/><a:graphic><a:graphicData>'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId9"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    document = docx_of(p(drawing))
    (paragraph,) = locate_document(document).parts["word/document.xml"]
    (chart,) = paragraph.charts
    start, end = chart.alt_at

    assert (chart.id, chart.alt_text) == ("rId9", "Exports & imports")
    assert Package.open(document).read("word/document.xml").decode()[start:end] == "Exports &amp; imports"
