"""``fill_word`` for people who want only the engine: file kinds, filters and pictures of their own."""

import io
import re

import openpyxl
import pytest

import reportgen
from reportgen.language import language, say
from reportgen.ooxml import Package
from reportgen.word import Picture
from tests.word.documents import body_xml, docx_of, lines
from tests.word.test_pictures import png

MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"


def workbook():
    data = io.BytesIO()
    openpyxl.Workbook().save(data)
    return data.getvalue()


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "t.docx"
    path.write_bytes(docx_of("{{ x }}"))
    return path


# ---- kinds of files --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["t.doc", "t.xlsx", "t.pdf", "t", "t.docx.bak"])
def test_a_template_of_another_kind_is_refused_before_it_is_read(name, tmp_path):
    with pytest.raises(reportgen.ReportgenError) as caught:
        reportgen.fill_word(tmp_path / name, {}, tmp_path / "out.docx")
    sentence = (
        f"{tmp_path / name} is no template that can be filled here; save it as .docx, .docm, .dotx or .dotm."
    )
    assert str(caught.value) == sentence
    assert "请另存为" in say(caught.value.message, "zh")


@pytest.mark.parametrize("name", ["out.pdf", "out", "out.doc", "out.xlsx"])
def test_an_output_of_another_kind_is_refused_before_anything_is_read(name, tmp_path):
    with pytest.raises(reportgen.ReportgenError) as caught:
        reportgen.fill_word("nowhere.docx", {}, tmp_path / name)
    assert "is no name for what is written here: it must end in .docx" in str(caught.value)
    with pytest.raises(reportgen.ReportgenError):
        reportgen.fill_excel("nowhere.xlsx", {}, tmp_path / "out.docx")
    assert list(tmp_path.iterdir()) == []


def test_the_template_is_never_written_over(template):
    before = template.read_bytes()
    with pytest.raises(reportgen.ReportgenError) as caught:
        reportgen.fill_word(template, {"x": 1}, template.parent / "." / "t.docx")
    assert "is the template itself, which would be written over" in str(caught.value)
    assert template.read_bytes() == before
    book = template.with_name("t.xlsx")
    book.write_bytes(workbook())
    with pytest.raises(reportgen.ReportgenError, match="template itself"):
        reportgen.fill_excel(book, {}, book)


def test_a_workbook_under_the_name_of_a_document_is_refused(tmp_path):
    (tmp_path / "w.docx").write_bytes(workbook())
    with pytest.raises(reportgen.ReportgenError) as caught:
        reportgen.fill_word(tmp_path / "w.docx", {}, tmp_path / "out.docx")
    assert str(caught.value) == "The template is no Word document; use a .docx, .docm, .dotx or .dotm file."


def with_macros():
    package = Package.open(docx_of("{{ x }}"))
    package.add("word/vbaProject.bin", b"macros", "application/vnd.ms-office.vbaProject")
    package.relationships("word/document.xml").add(VBA, "word/vbaProject.bin")
    package.declare_type("word/document.xml", MACRO)
    return package.save()


@pytest.mark.parametrize(
    ("name", "extension", "keeps"), [("out.docm", "docm", True), ("out.docx", "docx", False), ("out.DOTX", "dotx", False), ("out.dotm", "dotm", True)]
)  # fmt: skip
def test_the_content_type_follows_the_suffix_and_macros_stay_where_they_may(name, extension, keeps, tmp_path):
    (tmp_path / "t.docm").write_bytes(with_macros())
    reportgen.fill_word(tmp_path / "t.docm", {"x": 1}, tmp_path / name)
    package = Package.open(tmp_path / name)
    assert package.extension == extension
    assert ("word/vbaProject.bin" in package) == keeps
    assert bool(package.relationships("word/document.xml").by_type(VBA)) == keeps


# ---- filters ---------------------------------------------------------------------------------------------


def test_own_filters(template, tmp_path):
    template.write_bytes(docx_of("{{ x|euro }} {{ x|euro(2) }} {{ [1, 2]|map('euro')|join(' ') }}"))
    reportgen.fill_word(
        template,
        {"x": 5},
        tmp_path / "o.docx",
        filters={"euro": lambda value, digits=0: f"€{value:.{digits}f}"},
    )
    assert lines((tmp_path / "o.docx").read_bytes()) == ["€5 €5.00 €1 €2"]
    with pytest.raises(reportgen.ReportgenError) as caught:
        reportgen.fill_word(template, {"x": 5}, tmp_path / "o.docx")
    assert {one.code for one in caught.value.findings} == {"unknown-filter"}


def test_an_own_filter_that_fails_is_a_finding_at_its_tag(template, tmp_path):
    template.write_bytes(docx_of("a", "{{ x|broken }}"))
    with pytest.raises(reportgen.ReportgenError) as caught:
        reportgen.fill_word(
            template, {"x": 5}, tmp_path / "o.docx", filters={"broken": lambda value: value / 0}
        )
    (found,) = caught.value.findings
    assert (found.code, found.place.paragraph) == ("expression-failed", 2)


# ---- pictures --------------------------------------------------------------------------------------------


def with_pictures():
    import docx

    document = docx.Document()
    document.add_paragraph("{{ x }}")
    document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(png(10, 10)))
    document.add_picture(io.BytesIO(png(20, 20)))
    data = io.BytesIO()
    document.save(data)
    package = Package.open(data.getvalue())
    for part, alt in (("word/document.xml", "the map"), ("word/header1.xml", "logo")):
        xml = re.sub(r"(<wp:docPr )", rf'\1descr="{alt}" ', package.read(part).decode())
        package.write(part, xml.encode())
    return package.save()


def shown(data, part):
    link = re.search(r'r:embed="(.*?)"', body_xml(data, part))[1]
    package = Package.open(data)
    return package.read(package.relationships(part).get(link).part)


def test_pictures_are_replaced_by_alternative_text_or_name(template, tmp_path):
    template.write_bytes(with_pictures())
    new, logo = png(40, 20), png(9, 9)
    reportgen.fill_word(
        template,
        {"x": 1},
        tmp_path / "o.docx",
        pictures={"the map": Picture(new, alt_text="a new map"), "logo": logo},
    )
    data = (tmp_path / "o.docx").read_bytes()
    assert (shown(data, "word/document.xml"), shown(data, "word/header1.xml")) == (new, logo)
    assert 'descr="a new map"' in body_xml(data)
    across, down = map(int, re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"', body_xml(data)).groups())
    assert across == 2 * down


def test_a_name_that_no_picture_has_is_a_finding_with_those_that_there_are(template, tmp_path):
    template.write_bytes(with_pictures())
    with pytest.raises(reportgen.ReportgenError) as caught:
        reportgen.fill_word(template, {"x": 1}, tmp_path / "o.docx", pictures={"the mapp": png(1, 1)})
    (found,) = caught.value.findings
    assert found.code == "unknown-picture"
    assert language("en").what(found) == "The document has no picture called “the mapp”."
    assert language("en").remedy(found).startswith("Name one of those that there are: “the map”")
    assert not (tmp_path / "o.docx").exists()


def test_a_picture_that_cannot_be_read_is_a_finding(template, tmp_path):
    template.write_bytes(with_pictures())
    with pytest.raises(reportgen.ReportgenError) as caught:
        reportgen.fill_word(template, {"x": 1}, tmp_path / "o.docx", pictures={"logo": tmp_path / "none.png"})
    assert [one.code for one in caught.value.findings] == ["picture"]
