"""Which figure of the built document each figure is: in order, moved, copied, and with its key lost."""

import pytest

from reportgen.finished.matching import match_figures, paired_parts
from reportgen.finished.snapshot import Snapshot
from reportgen.finished.tokens import opcodes, token_text, tokens_of
from reportgen.word.located import Cell, Paragraph, Span, XmlRow, XmlTable

BODY = "word/document.xml"


def paragraph(*pieces):
    """Texts, and figures as (key, text)."""
    spans = [Span("text", one) if isinstance(one, str) else Span("figure", one[1], one[0]) for one in pieces]
    return Paragraph(spans=spans)


def table(*rows):
    return XmlTable(rows=[XmlRow(cells=[Cell(blocks=[paragraph(cell)]) for cell in row]) for row in rows])


def matched(built, edited):
    """What each edited figure was: its built text; ``None`` for copies."""
    found = match_figures(Snapshot({BODY: built}), {BODY: edited})
    return [(place.text if (place := found.place_of(at)) else None) for at in range(len(found.found))], [
        figure.text for figure in found.gone
    ]


LEVEL = paragraph("Exports came to ", ("flevel", "32.21"), " billion yuan in the city.")
GROWTH = paragraph("They grew by ", ("fgrowth", "63.3%"), " over the year before.")


def test_figures_in_their_places_are_themselves():
    assert matched([LEVEL, GROWTH], [LEVEL, GROWTH]) == (["32.21", "63.3%"], [])


def test_a_retyped_figure_is_still_the_one_of_its_key():
    edited = paragraph("Exports came to ", ("flevel", "33"), " billion yuan in the city.")

    assert matched([LEVEL, GROWTH], [edited, GROWTH]) == (["32.21", "63.3%"], [])


def test_a_paragraph_that_was_moved_takes_its_figures_along():
    assert matched([LEVEL, GROWTH], [GROWTH, LEVEL]) == (["63.3%", "32.21"], [])


def test_a_copied_paragraph_has_no_place_of_its_own():
    assert matched([LEVEL, GROWTH], [LEVEL, LEVEL, GROWTH])[0].count(None) == 1


def test_a_deleted_figure_is_gone():
    assert matched([LEVEL, GROWTH], [LEVEL]) == (["32.21"], ["63.3%"])


def test_a_figure_put_into_another_sentence_is_found_by_its_key():
    other = paragraph("In short: ", ("fgrowth", "63.3%"), ".")

    assert matched([LEVEL, GROWTH], [LEVEL, other]) == (["32.21", "63.3%"], [])


def test_one_mark_that_lost_its_key_gets_it_back_though_the_others_have_theirs():
    nameless = paragraph("They grew by ", ("", "63.3%"), " over the year before.")
    found = match_figures(Snapshot({BODY: [LEVEL, GROWTH]}), {BODY: [LEVEL, nameless]})

    assert found.recovered == {1: "fgrowth"}


def test_marks_of_a_table_that_lost_their_keys_are_known_by_row_and_column():
    head = ["Year", "Exports, billion yuan"]
    built = table(head, ["2020", ("fa", "7.81")], ["2021", ("fb", "32.21")])
    edited = table(head, ["2021", ("", "32.21")], ["2020", ("", "7.81")])
    found = match_figures(Snapshot({BODY: [built]}), {BODY: [edited]})

    assert [found.recovered[at] for at in (0, 1)] == ["fb", "fa"]


def test_a_nameless_control_that_a_designer_put_there_gets_no_key():
    designed = paragraph("Signed: ", ("", "name"))

    assert match_figures(Snapshot({BODY: [designed]}), {BODY: [designed]}).recovered == {}


def test_the_copy_of_a_text_box_for_old_readers_is_not_a_second_figure():
    copy = paragraph("Exports came to ", ("flevel", "32.21"), " billion yuan in the city.")
    copy.is_copy = True

    assert matched([LEVEL, copy], [LEVEL]) == (["32.21"], [])


@pytest.mark.parametrize(
    ("built", "edited", "expected"),
    [
        (["word/document.xml"], ["word/document2.xml"], {"word/document.xml": "word/document2.xml"}),
        (["word/header1.xml"], ["word/header3.xml"], {"word/header1.xml": "word/header3.xml"}),
        (["word/header1.xml", "word/header2.xml"], ["word/header3.xml"], {}),
    ],
)
def test_parts_are_known_by_their_name_or_as_the_only_one_of_their_kind(built, edited, expected):
    assert paired_parts(built, edited) == expected


def test_words_with_either_apostrophe_are_the_same():
    """Word sets an apostrophe as it is typed; briefs built before had the plain one."""
    old, new = (tokens_of([Span("text", text)]) for text in ("Chongqing's “three”", 'Chongqing’s "three"'))
    assert [token.match for token in old] == [token.match for token in new]
    assert [code[0] for code in opcodes(old, new)] == ["equal"]
    assert token_text(new) == 'Chongqing’s "three"'
