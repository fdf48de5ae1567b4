"""Reading finished documents: text as people see it, controls, both views of tracked changes, tables."""

from reportgen.content import Number
from reportgen.word import fill
from reportgen.word.document_reading import View, read_document
from tests.word.documents import docx_of, p, r, table

KEY = "fabcdefgh2"


def control(text: str, key: str = KEY) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{key}"/><w:id w:val="7"/></w:sdtPr><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>'


def deleted(text: str) -> str:
    return f'<w:del w:id="1" w:author="A"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="2" w:author="A">{r(text)}</w:ins>'


def read(*blocks: str, view: View = View.ACCEPTED):
    return read_document(docx_of(*blocks), view)


def test_a_figure_that_was_filled_in_is_read_with_its_key_and_place():
    filled = fill(docx_of("Up {{ x }} in a year."), {"x": Number("63.3%", key=KEY)}).data
    ((paragraph, found),) = read_document(filled).marks()

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
