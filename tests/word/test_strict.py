"""Documents that Word saved as Strict Open XML (ISO/IEC 29500-1) are read, and come out as ordinary ones."""

import io
import re
import zipfile

import docx
import pytest

from reportgen.ooxml import Package
from reportgen.word import WordTemplate
from tests.word.documents import docx_of, lines, p, table

NAMES = {
    "wordprocessingml/2006/main": "wordprocessingml/main",
    "officeDocument/2006/relationships/extended-properties": "officeDocument/relationships/extendedProperties",
    "officeDocument/2006/extended-properties": "officeDocument/extendedProperties",
    "officeDocument/2006/": "officeDocument/",
    "drawingml/2006/": "drawingml/",
}
FORMS = {
    'w:left="720"': 'w:start="36pt"',
    'w:right="144"': 'w:end="7.2pt"',
    'w:w="11906"': 'w:w="595.30pt"',
    'w:top="1440"': 'w:top="1in"',
    '<w:jc w:val="right"/>': '<w:jc w:val="end"/>',
    '<w:tab w:val="left" ': '<w:tab w:val="start" ',
    '<w:left w:val="single"': '<w:start w:val="single"',
    '<w:sz w:val="28"/>': '<w:sz w:val="14pt"/>',
    'w:w="5000" w:type="pct"': 'w:w="100%" w:type="pct"',
    '<a:tint val="50000"/>': '<a:tint val="50%"/>',
}


def strict(data: bytes) -> bytes:
    """The document as Word's “Strict Open XML Document” has it."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in old.namelist():
            if not name.endswith((".xml", ".rels")):
                package.writestr(name, old.read(name))
                continue
            text = old.read(name).decode()
            for there, here in NAMES.items():
                text = text.replace(
                    f"http://schemas.openxmlformats.org/{there}", f"http://purl.oclc.org/ooxml/{here}"
                )
            if name in ("word/document.xml", "word/theme/theme1.xml"):
                for there, here in FORMS.items():
                    text = text.replace(there, here)
            package.writestr(name, text.replace("<w:document ", '<w:document w:conformance="strict" ', 1))
    return made.getvalue()


def plain() -> bytes:
    measured = '<w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs><w:ind w:left="720" w:right="144"/><w:jc w:val="right"/>'
    cells = table(["{{ a }}", "x"]).replace('w:w="0" w:type="auto"', 'w:w="5000" w:type="pct"')
    ruled = cells.replace(
        "</w:tblPr>",
        '<w:tblBorders><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr>',
    )
    return docx_of(
        p("{% for x in xs %}", "start {{ x }}", "{% endfor %}", properties=measured),
        p('<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>the end</w:t></w:r>'),
        ruled,
        p("last"),
    )


def test_what_a_strict_document_says_is_what_the_ordinary_one_says() -> None:
    data = plain()
    there = Package.open(strict(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        ours = {name: package.read(name) for name in package.namelist()}
    assert {name: there.read(name) for name in there.names()} == ours
    assert "36pt" in zipfile.ZipFile(io.BytesIO(strict(data))).read("word/document.xml").decode()


def test_a_strict_document_is_filled_and_comes_out_transitional(ooxml_validator) -> None:
    data = WordTemplate(strict(plain())).fill({"xs": [1, 2], "a": "A & B"}).data
    assert lines(data) == ["start 1start 2", "the end", "A & B", "x", "last"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not any(b"purl.oclc.org" in package.read(name) for name in package.namelist())
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "start 1start 2"
    assert ooxml_validator(data, "a.docx") == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('<w:pgNumType w:start="3"/>', 'w:pgNumType w:start="3"'),
        ('<w:zoom w:percent="90%"/>', 'w:percent="90"'),
        ('<w:spacing w:line="12.95pt"/>', 'w:line="259"'),
        ('<w:pgMar w:left="2.5cm"/>', 'w:left="1417"'),
    ],
)
def test_forms_that_look_alike_stay_apart(written: str, read: str) -> None:
    data = strict(docx_of(p("x", properties=written)))
    assert re.search(re.escape(read), Package.open(data).read("word/document.xml").decode())
