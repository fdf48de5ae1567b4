"""Figure marks: written in the style asked for, read back, taken off again, and known to one file."""

import io
import re
from pathlib import Path

import docx
import pytest

import reportgen.word
from reportgen.content import Number
from reportgen.word import WORD
from reportgen.word.document_reading import locate_document
from reportgen.word.figure_marks import BOOKMARKS, CARRIERS, CONTROLS, unmarked
from reportgen.word.ids import Numbers
from tests.word.documents import body_xml, docx_of, lines, p, r, table

KEY = "fabcdefgh2"
TEMPLATE = docx_of("Up {{ x }} in a year.")


class Ids:
    control_ids = Numbers()
    bookmarks = Numbers()


def filled(style="controls"):
    return WORD.compile(TEMPLATE).fill({"x": Number("63.3%", key=KEY)}, marks=style).data


MARKED = pytest.mark.parametrize("style", ["bookmarks", "controls"])


@MARKED
def test_a_figure_is_marked_and_found_again(style):
    assert [(one.key, one.text) for _, one in locate_document(filled(style)).reading().marks()] == [
        (KEY, "63.3%")
    ]


def test_without_marks_the_text_is_the_same_and_no_mark_is_found():
    assert lines(filled("none")) == lines(filled()) == lines(filled("bookmarks")) == ["Up 63.3% in a year."]
    assert list(locate_document(filled("none")).reading().marks()) == []


@MARKED
def test_marks_taken_off_leave_what_they_held(style):
    bare = unmarked(body_xml(filled(style)))

    assert "w:sdt" not in bare
    assert "w:bookmark" not in bare
    assert re.findall(r"<w:t[ >][^<]*", bare) == re.findall(r"<w:t[ >][^<]*", body_xml(filled(style)))


def test_a_sentence_with_bookmarks_is_whole_for_python_docx():
    assert [one.text for one in docx.Document(io.BytesIO(filled("bookmarks"))).paragraphs] == [
        "Up 63.3% in a year."
    ]


def test_bookmarks_are_hidden_unique_and_short_in_loops():
    template = docx_of("{% for x in all %}", "Up {{ x }}.", "{% endfor %}")
    xml = body_xml(WORD.compile(template).fill({"all": [Number("1%", key=KEY)] * 3}, marks="bookmarks").data)
    names, numbers = re.findall(r'w:name="([^"]*)"', xml), re.findall(r'bookmarkStart w:id="(\d+)"', xml)

    assert len(set(names)) == len(set(numbers)) == 3
    assert all(re.fullmatch(rf"_rg_{KEY}_\d+", name) and len(name) <= 40 for name in names)


def test_bookmarks_of_other_people_stay_when_marks_are_taken_off():
    theirs = '<w:bookmarkStart w:id="7" w:name="plan"/>{}<w:bookmarkEnd w:id="7"/>'
    mark = BOOKMARKS.marked(KEY, "1", "", Ids())

    assert BOOKMARKS.unmarked(p(theirs.format(mark))) == p(theirs.format(r("1")))


@pytest.mark.parametrize(
    ("between", "text"),
    [
        ("{run}", "1"),
        ("<w:del>{run}</w:del>", None),  # struck out: this view leaves it out
        ("", ""),  # its words are gone
        ('{run}<w:proofErr w:type="spellStart"/>{run}', "11"),
    ],
)
def test_a_bookmark_shows_what_is_between_its_ends(between, text):
    start, end = f'<w:bookmarkStart w:id="7" w:name="_rg_{KEY}_7"/>', '<w:bookmarkEnd w:id="7"/>'
    document = docx_of(p(r("a "), start, between.format(run=r("1")), end, r(" b")))
    found = [mark.text for _, mark in locate_document(document).reading().marks()]

    assert found == ([] if text is None else [text])


@pytest.mark.parametrize(
    "other",
    [
        f'<w:sdt><w:sdtPr><w:tag w:val="theirs"/></w:sdtPr><w:sdtContent>{r("x")}</w:sdtContent></w:sdt>',
        '<w:sdt><w:sdtPr><w:tag w:val="theirs"/></w:sdtPr><w:sdtContent/></w:sdt>',
    ],
)
def test_controls_of_other_people_stay_when_marks_are_taken_off(other):
    mark = CONTROLS.marked(KEY, "1", "", Ids())
    around = f'<w:sdt><w:sdtPr><w:tag w:val="theirs"/></w:sdtPr><w:sdtContent>{mark}</w:sdtContent></w:sdt>'

    assert CONTROLS.unmarked(p(other, around)) == p(other, around.replace(mark, r("1")))


PACKAGE = Path(reportgen.word.__file__).parents[1]
OTHER_PEOPLES_CONTROLS = {
    "emptied.py": "a control whose paragraphs tags took out",
    "locating.py": "elements that hold others; the carrier says which are marks",
    "slots.py": "whether a control may stand where a tag stands",
    "ids.py": "the id of a designer's control that a loop repeats",
    "structure.py": "a block that ends in another control than it began in",
    "subdocuments.py": "the ids of controls that are taken in",
    "tag_search.py": "controls bound to a document's properties",
    "wml.py": "the names of elements",
    "word_template.py": "the ids that a template's controls have",
}


def test_no_other_file_knows_how_a_figure_is_marked():
    files = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "excel"]
    know = {path.name for path in files if re.search("w:tag|_rg_", path.read_text(encoding="utf-8"))}
    assert know == {"figure_marks.py"}
    controls = {path.name for path in files if re.search(r"w:sdt|\bn\.SDT", path.read_text(encoding="utf-8"))}
    assert controls == {"figure_marks.py", *OTHER_PEOPLES_CONTROLS}


class Brackets:
    """A way to mark figures that nobody knows."""

    def fits(self, slot):
        return True

    def marked(self, key, text, properties, ids):
        return r(f"[{key}={text}]")

    def unmarked(self, xml):
        return xml


def test_a_figure_is_marked_as_the_carrier_says_wherever_it_stands(monkeypatch):
    monkeypatch.setitem(CARRIERS, "controls", Brackets())
    template = docx_of("{% for x in all %}", "Up {{ x }}.", "{% endfor %}", table(["of", "{{ all[0] }}"]))
    data = WORD.compile(template).fill({"all": [Number("1%", key=KEY), Number("2%", key=KEY)]}).data

    shown = [line for line in lines(data) if line]
    assert shown == [f"Up [{KEY}=1%].", f"Up [{KEY}=2%].", "of", f"[{KEY}=1%]"]
    assert "w:sdt" not in body_xml(data)
