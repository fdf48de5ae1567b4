"""Custom XML parts and document properties: found again, replaced, and touched only when asked."""

from __future__ import annotations

import io
import re
import time
from datetime import UTC, datetime, timedelta, timezone

import docx
import openpyxl
import pytest

from reportgen.ooxml import Package, customxml
from reportgen.ooxml.properties import Properties, pinned, set_properties
from reportgen.ooxml.xml import parse
from tests.ooxml.files import document, packed_parts_of, parts_of, workbook, zipped

LINEAGE = b'<lineage xmlns="urn:example:lineage"><figure key="f1"/></lineage>'
ITEM = customxml.item_id("urn:example:lineage")


@pytest.mark.parametrize("made", [document("x"), workbook()], ids=["docx", "xlsx"])
def test_custom_xml_is_found_again_by_its_item_id(made: bytes, ooxml_validator) -> None:
    package = Package.open(made)
    customxml.attach(package, LINEAGE, ITEM)
    after = package.save()
    assert customxml.read(Package.open(after), ITEM.lower()) == LINEAGE
    assert ooxml_validator(after, "made.docx" if b"word/" in made else "made.xlsx") == []


def test_attaching_again_replaces_what_was_there() -> None:
    package = Package.open(document("x"))
    first = customxml.attach(package, LINEAGE, ITEM)
    assert customxml.attach(package, b"<other/>", ITEM) == first
    assert customxml.read(package, ITEM) == b"<other/>"


def test_detaching_leaves_the_package_as_it_was() -> None:
    before = document("x")
    package = Package.open(before)
    customxml.attach(package, LINEAGE, ITEM)
    customxml.detach(package, ITEM)
    assert parts_of(package.save()) == parts_of(before)


def test_the_item_id_depends_on_nothing_but_its_seed() -> None:
    assert customxml.item_id("a") == customxml.item_id("a") != customxml.item_id("b")


def test_properties_are_read_by_other_programs(ooxml_validator) -> None:
    package = Package.open(document("x"))
    moment = datetime(2024, 3, 31, 8, tzinfo=timezone(timedelta(hours=8)))
    wanted = Properties(
        title="简报 <3>", creator="市商务委", keywords="跨境电商", created=moment, modified=moment, company="委",
        custom={"issue": 7, "cut-off": moment, "draft": True, "期号": "第7期"},
    )  # fmt: skip
    assert set_properties(package, wanted) == ()
    set_properties(package, Properties(custom={"issue": 8}))
    after = package.save()
    core = docx.Document(io.BytesIO(after)).core_properties
    assert (core.title, core.author, core.created) == (
        "简报 <3>",
        "市商务委",
        datetime(2024, 3, 31, tzinfo=UTC),
    )
    assert "<Company>委</Company>" in parts_of(after)["docProps/app.xml"].decode()
    custom = parse(parts_of(after)["docProps/custom.xml"]).root
    assert {entry.get("name"): "".join(entry.itertext()) for entry in custom} == {
        "issue": "8",
        "cut-off": "2024-03-31T00:00:00Z",
        "draft": "true",
        "期号": "第7期",
    }
    assert ooxml_validator(after) == []


def test_a_package_without_property_parts_gets_them(ooxml_validator) -> None:
    parts = {name: data for name, data in parts_of(document("x")).items() if not name.startswith("docProps/")}
    rels = parts["_rels/.rels"].decode()

    parts["_rels/.rels"] = re.sub(r"<Relationship [^>]*docProps[^>]*/>", "", rels).encode()
    parts["[Content_Types].xml"] = re.sub(
        rb"<Override [^>]*docProps[^>]*/>", b"", parts["[Content_Types].xml"]
    )
    package = Package.open(zipped(parts))
    set_properties(
        package, Properties(title="t", company="c", created=datetime(2024, 1, 1), custom={"a": "b"})
    )
    after = package.save()
    assert docx.Document(io.BytesIO(after)).core_properties.title == "t"
    assert ooxml_validator(after) == []


def test_what_is_not_asked_for_is_not_touched() -> None:
    before = document("x")
    package = Package.open(before)
    set_properties(package, Properties())
    assert packed_parts_of(package.save()) == packed_parts_of(before)
    set_properties(package, Properties(title="t"))
    was, now = packed_parts_of(before), packed_parts_of(package.save())
    assert [name for name in was if was[name] != now[name]] == ["docProps/core.xml"]


def test_characters_that_xml_cannot_hold_are_reported() -> None:
    assert set_properties(Package.open(document()), Properties(title="a\x0b", custom={"b": "\x01"})) == (
        "U+000B",
        "U+0001",
    )


def test_a_fresh_workbook_is_the_same_whenever_it_is_written() -> None:
    first = workbook()
    time.sleep(2.1)
    moment = datetime(2024, 3, 31)
    assert pinned(first, moment) == pinned(workbook(), moment)
    assert openpyxl.load_workbook(io.BytesIO(pinned(first, moment))).properties.created == moment
