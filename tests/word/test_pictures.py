"""Pictures that a context brings along."""

import re
import struct
import zlib

import pytest

from reportgen.errors import TemplateError
from reportgen.ooxml import Package
from reportgen.word import Picture
from tests.word.documents import body_xml, docx_of, filled


def png(across, down):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x20\x60\xa0" * across for _ in range(down))
    head = struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def sizes(xml):
    return [(int(a) / 36000, int(b) / 36000) for a, b in re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', xml)]


def test_a_picture_stands_in_its_line_with_its_proportions(ooxml_validator):
    document = filled(
        docx_of("a {{ x }} b", "{{ x }}"), x=Picture(png(200, 100), width_mm=40, alt_text='a "logo"')
    )
    xml = body_xml(document)
    assert sizes(xml) == [(40, 20), (40, 20)]
    assert 'descr="a &quot;logo&quot;"' in xml
    assert [name for name in Package.open(document).names() if "media" in name] == ["word/media/picture1.png"]
    assert ooxml_validator(document) == []


def test_a_picture_that_is_too_wide_is_made_smaller():
    (size,) = sizes(body_xml(filled(docx_of("{{ x }}"), x=Picture(png(2000, 1000)))))
    assert size[0] == pytest.approx((11906 - 2880) / 1440 * 25.4, abs=0.1)


@pytest.mark.parametrize("source", [b"no picture", "nowhere/at/all.png", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_a_finding(source):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("{{ x }}"), x=Picture(source))
    assert [finding.code for finding in caught.value.findings] == ["picture"]


def test_it_is_seen(soffice_pdf):
    import subprocess

    pages = soffice_pdf(filled(docx_of("{{ x }}"), x=Picture(png(20, 10), width_mm=60)))
    listed = subprocess.run(
        ["pdfimages", "-list", str(pages.pdf)], capture_output=True, text=True, check=True
    ).stdout
    assert " 20 " in listed


def designed(across=10, down=10):
    """A template with a placeholder picture of 40 mm by 40 mm, cropped, with a tag as its alternative text."""
    drawn = filled(docx_of("{{ x }}"), x=Picture(png(across, down), width_mm=40, alt_text="ALT"))
    package = Package.open(drawn)
    xml = package.read("word/document.xml").decode()
    cropped = xml.replace("<a:stretch>", '<a:srcRect l="10000"/><a:stretch>')
    package.write("word/document.xml", cropped.replace("ALT", "{{ logo }}").encode())
    return package.save()


def test_a_picture_takes_the_place_of_the_designers_in_its_frame(ooxml_validator):
    document = filled(designed(), logo=Picture(png(60, 30), alt_text="our logo"))
    xml = body_xml(document)
    assert sizes(xml) == [(40, 20)]  # as wide as the frame, in its own proportions
    assert 'descr="our logo"' in xml
    assert "srcRect" not in xml
    package = Package.open(document)
    shown = package.relationships("word/document.xml").get(re.search(r'r:embed="(\w+)"', xml)[1])
    assert package.read(shown.part) == png(60, 30)
    assert ooxml_validator(document) == []


def test_text_for_the_alternative_text_leaves_the_picture():
    xml = body_xml(filled(designed(), logo="a seal"))
    assert sizes(xml) == [(40, 40)]
    assert 'descr="a seal"' in xml


def test_a_chart_in_a_pictures_frame_is_a_finding():
    from tests.word.test_tables import chart

    with pytest.raises(TemplateError) as caught:
        filled(designed(), logo=chart())
    assert [finding.key for finding in caught.value.findings] == ["misplaced-value/chart-for-picture"]
