"""Lines do not part a number from its unit, a day from its month, a caption's label from its number."""

import pytest

from reportgen.content import Number, Sentence
from reportgen.finished.snapshot_xml import read_block
from reportgen.ooxml.xml import parse
from reportgen.word.document_reading import locate_document
from tests.word.documents import docx_of, lines, rows_of, table
from tests.word.test_content import filled

HELD = "\u00a0"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("715.42 billion yuan", "715.42~billion yuan"),
        ("more than 470 billion yuan", "more than 470~billion yuan"),
        ("50 to 60 billion yuan", "50 to 60~billion yuan"),
        ("4.6 percentage points", "4.6~percentage points"),
        ("174 million US dollars", "174~million US dollars"),
        ("5 zones", "5~zones"),
        ("63.3%", "63.3%"),
        ("7154.2亿元", "7154.2亿元"),
        ("first", "first"),
    ],
)
@pytest.mark.parametrize("key", ["k7", None])
def test_a_number_stays_with_the_word_behind_it(number, written, key):
    document = filled(docx_of("It reached {{ n }} in 2024."), n=Number(number, key=key))
    assert lines(document) == [f"It reached {written} in 2024.".replace("~", HELD)]


def test_a_bare_number_and_a_day_stay_with_the_next_word_of_a_sentence():
    said = Sentence(
        ("As of 31 December 2023 Chongqing had ", Number("40"), " warehouses, ", Number("6"), ", or ", Number("9%"), " more.")
    )  # fmt: skip
    assert lines(filled(docx_of("{{ s }}"), s=said)) == [
        "As of 31~December 2023 Chongqing had 40~warehouses, 6, or 9% more.".replace("~", HELD)
    ]


def test_what_the_designer_and_the_data_say_stays_as_it_is():
    document = filled(docx_of("Over 5 zones, {{ text }}"), text="No. 12 of 31 December, 5 zones")
    assert lines(document) == ["Over 5 zones, No. 12 of 31 December, 5 zones"]


def test_readers_take_the_space_for_a_plain_one_and_know_where_it_stands():
    document = filled(docx_of("It reached {{ n }}."), n=Number("32.21 billion yuan", key="fabcdefghi"))
    [paragraph] = locate_document(document).reading().paragraphs
    assert paragraph.text == "It reached 32.21 billion yuan."
    assert [(mark.text, mark.start, mark.end) for mark in paragraph.marks] == [("32.21 billion yuan", 11, 29)]


def test_a_record_that_kept_such_a_space_is_read_as_the_document_is():
    block = read_block(parse(f"<p><t>over 5{HELD}zones</t></p>".encode(), "lineage.xml").root)
    assert block.text == "over 5 zones"


def test_a_cell_may_break_where_it_is_too_narrow():
    document = docx_of(table(["{{ n }}, {{ s }}"]))
    parts = Sentence((Number("40"), " warehouses"))
    [[shown]] = rows_of(filled(document, n=Number("184,000 broadcasts", key="k7"), s=parts))
    assert shown == "184,000 broadcasts, 40 warehouses"
