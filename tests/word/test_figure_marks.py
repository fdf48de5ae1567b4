"""Figure marks: written in the style asked for, read back, taken off again, and known to one file."""

import re
from pathlib import Path

import pytest

import reportgen.word
from reportgen.content import Number
from reportgen.word import fill
from reportgen.word.document_reading import read_document
from reportgen.word.figure_marks import CONTROLS
from reportgen.word.ids import Numbers
from tests.word.documents import body_xml, docx_of, lines, p, r

KEY = "fabcdefgh2"
TEMPLATE = docx_of("Up {{ x }} in a year.")


class Ids:
    control_ids = Numbers()
    bookmarks = Numbers()


def filled(style="controls"):
    return fill(TEMPLATE, {"x": Number("63.3%", key=KEY)}, marks=style).data


def test_a_figure_is_marked_and_found_again():
    assert [(one.key, one.text) for _, one in read_document(filled()).marks()] == [(KEY, "63.3%")]


def test_without_marks_the_text_is_the_same_and_no_mark_is_found():
    assert lines(filled("none")) == lines(filled()) == ["Up 63.3% in a year."]
    assert list(read_document(filled("none")).marks()) == []


def test_marks_taken_off_leave_what_they_held():
    bare = CONTROLS.unmarked(body_xml(filled()))

    assert "w:sdt" not in bare
    assert re.findall(r"<w:t[ >][^<]*", bare) == re.findall(r"<w:t[ >][^<]*", body_xml(filled()))


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


def test_no_other_file_knows_how_a_figure_is_marked():
    package = Path(reportgen.word.__file__).parents[1]
    know = {path.name for path in package.rglob("*.py") if "w:tag" in path.read_text(encoding="utf-8")}
    assert know == {"figure_marks.py"}
