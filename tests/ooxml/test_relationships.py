"""Relationships and content types change by the one element that has to change."""

from __future__ import annotations

import pytest

from reportgen.errors import PackageError
from reportgen.ooxml import Package
from reportgen.ooxml.content_types import ContentTypes
from reportgen.ooxml.flat_list import FlatList
from reportgen.ooxml.relationships import relationships_part, relative, resolved
from tests.ooxml.files import document


def test_adding_a_relationship_adds_one_element_and_nothing_else() -> None:
    package = Package.open(document("x"))
    before = package.read("word/_rels/document.xml.rels").decode()
    new_id = package.relationships("word/document.xml").add("urn:t", "word/charts/chart1.xml")
    after = package.read("word/_rels/document.xml.rels").decode()
    added = f'<Relationship Id="{new_id}" Type="urn:t" Target="charts/chart1.xml"/>'
    assert after.replace(added, "") == before
    assert package.relationships("word/document.xml").get(new_id).part == "word/charts/chart1.xml"


def test_a_part_without_relationships_gets_them() -> None:
    package = Package.open(document("x"))
    assert (
        package.relationships("word/styles.xml").add("urn:t", "https://x.cn/?a=1&b=2", external=True)
        == "rId1"
    )
    found = package.relationships("word/styles.xml").get("rId1")
    assert (found.target, found.external, found.part) == ("https://x.cn/?a=1&b=2", True, "")


def test_ids_are_never_used_twice_even_after_a_removal() -> None:
    of_styles = Package.open(document("x")).relationships("word/styles.xml")
    of_styles.add("urn:t", "word/a.xml")
    second = of_styles.add("urn:t", "word/b.xml")
    of_styles.remove("rId1")
    assert of_styles.add("urn:t", "word/c.xml") not in ("rId1", second)


def test_a_missing_relationship_is_said_with_the_part_that_wants_it() -> None:
    with pytest.raises(PackageError, match=r"word/document\.xml refers to rId999"):
        Package.open(document("x")).relationships("word/document.xml").get("rId999")


@pytest.mark.parametrize(
    ("part", "target", "means"),
    [
        ("word/document.xml", "media/a.png", "word/media/a.png"),
        ("word/charts/chart1.xml", "../embeddings/b.xlsx", "word/embeddings/b.xlsx"),
        ("xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("", "word/document.xml", "word/document.xml"),
        ("word/document.xml", "media/%E5%9B%BE.png", "word/media/图.png"),
    ],
)
def test_targets_are_resolved_from_the_part_that_names_them(part: str, target: str, means: str) -> None:
    assert resolved(part, target) == means


def test_a_part_names_its_neighbours_as_word_does() -> None:
    assert relative("word/charts/chart1.xml", "word/embeddings/b.xlsx") == "../embeddings/b.xlsx"
    assert relative("", "word/document.xml") == "word/document.xml"
    assert relationships_part("") == "_rels/.rels"


_TYPES = (
    b"<?xml version='1.0' encoding='UTF-8'?>\r\n<ns0:Types\n xmlns:ns0='http://schemas.openxmlformats.org/"
    b"package/2006/content-types'><!-- <Override/> -->\n <ns0:Default Extension='XML' ContentType='application/xml'/>\n"
    b" <ns0:Override PartName='/word/a.xml' ContentType='x/a'></ns0:Override>\n</ns0:Types>\n"
)


def test_a_strangely_written_list_keeps_its_prefix_its_comments_and_its_line_breaks() -> None:
    types = ContentTypes(_TYPES)
    assert types.of("word/b.xml") == "application/xml"
    assert types.declare("word/b.xml", "x/b")
    assert types.forget("word/A.XML")
    expected = _TYPES.replace(b"<ns0:Override PartName='/word/a.xml' ContentType='x/a'></ns0:Override>", b"")
    expected = expected.replace(
        b"</ns0:Types>", b'<ns0:Override PartName="/word/b.xml" ContentType="x/b"/></ns0:Types>'
    )
    assert types.to_bytes() == expected


def test_an_empty_root_that_closes_itself_is_opened() -> None:
    made = FlatList(b'<Types xmlns="urn:x" />', "t")
    made.append("Default", {"Extension": "a&b"})
    assert made.elements() == [("Default", {"Extension": "a&b"})]


def test_workbooks_and_pictures_are_declared_by_extension_unless_it_means_something_else() -> None:
    types = ContentTypes(
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
    )
    types.declare("word/embeddings/a.xlsx", "x/xlsx")
    types.declare("word/embeddings/b.xlsx", "x/other")
    assert (types.of("word/embeddings/c.xlsx"), types.of("word/embeddings/b.xlsx")) == ("x/xlsx", "x/other")
