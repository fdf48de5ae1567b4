"""Numbered lists that start anew in each turn of a loop."""

import io
import re

import docx

from reportgen.ooxml import Package
from reportgen.ooxml.xml import parse
from reportgen.word import Subdocument
from reportgen.word.numbering import read_numbering
from tests.word.documents import docx_of, filled, lines, p

ITEM = '<w:pStyle w:val="ListNumber"/>'
SECTIONS = [{"name": "A", "items": ["a", "b"]}, {"name": "B", "items": ["c", "d", "e"]}]


def template(first="{{ restart_numbering() }}", look=ITEM):
    return docx_of(
        p("before", properties=look),
        "{%p for s in sections %}",
        "{{ s.name }}",
        p(f"{first}first of {{{{ s.name }}}}", properties=look),
        "{%p for i in s['items'] %}",
        p("{{ i }}", properties=look),
        "{%p endfor %}",
        "{%p endfor %}",
        p("after", properties=look),
    )


def numbers(data):
    package = Package.open(data)
    numbering = read_numbering(package)
    root = parse(package.read("word/document.xml"), "").root
    w = root.nsmap["w"]
    return [numbering.number(one).strip() for one in root.iter(f"{{{w}}}p")]


def test_a_list_counts_on_over_the_turns_as_in_docxtpl():
    data = filled(template(first=""), sections=SECTIONS)
    assert numbers(data) == ["1.", "", "2.", "3.", "4.", "", "5.", "6.", "7.", "8.", "9."]


def test_it_starts_anew_where_a_tag_says_so():
    data = filled(template(), sections=SECTIONS)
    assert numbers(data) == ["1.", "", "1.", "2.", "3.", "", "1.", "2.", "3.", "4.", "5."]
    assert lines(data)[2] == "first of A"
    definitions = Package.open(data).read("word/numbering.xml").decode()
    before = Package.open(template()).read("word/numbering.xml").decode()
    assert definitions.count("<w:abstractNum ") == before.count("<w:abstractNum ") + 2
    assert docx.Document(io.BytesIO(data)).paragraphs[2].style.name == "List Number"


def test_the_tag_has_a_chinese_name_and_works_with_a_number_of_the_paragraph_itself():
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
    data = filled(template("{{ 重新编号() }}", own), sections=SECTIONS)
    xml = Package.open(data).read("word/document.xml").decode()
    assert len(set(re.findall(r'<w:numId w:val="(\d+)"', xml))) == 3


def test_in_a_paragraph_without_a_number_it_does_nothing():
    assert lines(filled(docx_of("a{{ restart_numbering() }}b", "{{ restart_numbering() }}"))) == ["ab", ""]


def test_the_lists_of_an_inserted_document_begin_anew_and_those_around_it_count_on():
    inserted = docx_of(p("one", properties=ITEM), p("two", properties=ITEM))
    template = docx_of(
        p("before", properties=ITEM),
        "{%p for s in sections %}",
        "{{ sub }}",
        "{%p endfor %}",
        p("after", properties=ITEM),
    )
    data = filled(template, sections=[1, 2], sub=Subdocument(inserted))
    assert [number for number in numbers(data) if number] == ["1.", "1.", "2.", "1.", "2.", "2."]
