"""A source is one record: in memory, in JSON, in XML."""

from xml.etree import ElementTree as ET

from lxml import etree

from reportgen.dataset.records import Source
from reportgen.figures.recorded_sources import RecordedSource
from reportgen.living.compare.renames import renames_between
from reportgen.living.compare.side import Side
from reportgen.messages import Bilingual
from reportgen.record import replace

YEARBOOK = RecordedSource.of(
    Source(
        "yearbook", "统计年鉴2023", "Li Wei", "Statistics Press", "2023-09", "2024-01-02", "https://example.org/1", "zh",
        "yearbook", translated=Bilingual("Yearbook 2023", ""),
    )
)  # fmt: skip
UNTITLED = RecordedSource("talk", label=Bilingual("An untitled talk", "无题讲话"))


def from_xml(record):
    return RecordedSource.from_xml(etree.fromstring(ET.tostring(record.to_xml("urn:test"))))


def test_a_source_read_from_json_is_the_same_record():
    for record in (YEARBOOK, UNTITLED):
        assert RecordedSource.from_json(record.to_json()) == record


def test_json_has_the_columns_and_a_translated_title_only_where_there_is_one():
    assert YEARBOOK.to_json() == {
        "source": "yearbook", "title": "统计年鉴2023", "title_en": "Yearbook 2023", "label_en": "", "label_zh": "",
        "author": "Li Wei", "publisher": "Statistics Press", "published": "2023-09", "accessed": "2024-01-02",
        "url": "https://example.org/1", "language": "zh", "kind": "yearbook",
    }  # fmt: skip


def test_a_document_keeps_what_its_readers_are_shown_and_writes_nothing_that_is_empty():
    assert from_xml(YEARBOOK) == YEARBOOK.in_documents == replace(YEARBOOK, accessed="", language="", kind="")
    assert UNTITLED.attributes == {"id": "talk", "label_en": "An untitled talk", "label_zh": "无题讲话"}


def test_a_source_has_one_name_wherever_it_is_asked():
    assert YEARBOOK.name_in("en") == "Li Wei, 统计年鉴2023, Statistics Press, 2023-09"
    assert YEARBOOK.name_in("zh") == "Li Wei，统计年鉴2023，Statistics Press，2023-09"
    assert (UNTITLED.name_in("en"), UNTITLED.name_in("zh")) == ("An untitled talk", "无题讲话")
    assert RecordedSource("unknown").name_in("en") == "unknown"


def test_a_source_that_has_another_code_in_a_newer_document_is_renamed():
    def document(source):
        return Side("document", "brief.docx", {}, {source.source: source}, None, ())

    (rename,) = renames_between(
        document(YEARBOOK.in_documents), document(replace(YEARBOOK.in_documents, source="yb"))
    )

    assert (rename.dimension, rename.old, rename.new) == ("source", "yearbook", "yb")
