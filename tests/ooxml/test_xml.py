"""XML is escaped without loss, parsed without trust, and written back as it came."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.errors import PackageError
from reportgen.ooxml.xml import clean, escape_attribute, escape_text, parse, qn, unescape_text


@given(st.text(st.characters(exclude_characters="\r")))
def test_any_text_comes_back_from_an_element_once_it_is_clean(text: str) -> None:
    cleaned = clean(text).text
    assert (etree.fromstring(f"<a>{escape_text(cleaned)}</a>".encode()).text or "") == cleaned


@given(st.text())
def test_any_text_comes_back_from_an_attribute_once_it_is_clean(text: str) -> None:
    cleaned = clean(text).text
    assert etree.fromstring(f'<a b="{escape_attribute(cleaned)}"/>'.encode()).get("b") == cleaned


def test_what_xml_cannot_hold_is_reported_by_its_code_point() -> None:
    cleaned = clean("a\x0bb\x00c\ufffe😀\t")
    assert (cleaned.text, cleaned.dropped) == ("abc😀\t", ("U+000B", "U+0000", "U+FFFE"))


@pytest.mark.parametrize(
    "attack",
    [
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
        b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>',
        b"<a" + b"><a" * 5000 + b"/>",
    ],
)
def test_entities_document_types_and_absurd_depths_are_refused(attack: bytes) -> None:
    with pytest.raises(PackageError, match=r"word/x\.xml (is not sound XML|.*nests too deeply)"):
        parse(attack, "word/x.xml")


@pytest.mark.parametrize(
    "written",
    [
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<a b="c"/>',
        b"<?xml version='1.0' encoding='utf-8'?>\n<a>\xe4\xb8\xad</a>",
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><!-- c --><a/>',
        b"<a/>",
    ],
)
def test_an_unchanged_part_is_written_back_as_it_came(written: bytes) -> None:
    assert parse(written).to_bytes() == written


def test_other_encodings_are_written_back_as_utf_8() -> None:
    document = parse('<?xml version="1.0" encoding="UTF-16"?><a>中</a>'.encode("utf-16"))
    assert parse(document.to_bytes()).root.text == "中"
    assert b'encoding="UTF-8"' in document.to_bytes()


def test_qualified_names_use_the_prefixes_of_the_standard() -> None:
    assert qn("w:p") == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def test_references_are_the_characters_that_they_are_for():
    written = "R&amp;D &lt;b&gt; &quot;a&quot; &apos;b&apos; &#36914;&#x51FA;&#xD7;&#0065;"
    assert unescape_text(written) == "R&D <b> \"a\" 'b' 進出×A"


def test_what_is_no_reference_of_xml_stays():
    assert unescape_text("&nbsp; &amp;lt; a & b &#x110000; &#;") == "&nbsp; &lt; a & b &#x110000; &#;"
