"""Another document put in place of a tag: its text, styles, lists, pictures, charts, notes and links."""

import io
import re

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from reportgen.errors import TemplateError
from reportgen.language import language
from reportgen.ooxml import Package
from reportgen.word import Subdocument, WordTemplate
from tests.word.documents import body_xml, docx_of, filled, lines, p, table
from tests.word.test_pictures import png
from tests.word.test_tables import chart


def saved(document):
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def annex():
    """A document with everything: a style of its own, lists, a table, a picture, a link, two sections, tracked ids."""
    document = docx.Document()
    own = document.styles.add_style("Annex Body", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Body Text"]
    own.font.size = Pt(15)
    document.add_heading("Annex & more", 2)
    document.add_paragraph("In a style of its own", "Annex Body")
    document.add_paragraph("first", "List Number")
    document.add_paragraph("second", "List Number")
    document.add_picture(io.BytesIO(png(20, 10)))
    document.add_section()
    document.add_table(2, 2, "Light Shading Accent 1").cell(0, 0).text = "cell"
    return document


def rich():
    """A document of our own making with a chart, a footnote and a link."""
    from reportgen.content import Link

    made = docx_of("note{{ footnote('The note.') }} {{ l }}", "{{ c }}", "{{ t }}")
    return filled(made, l=Link("site", "https://example.org/a?b&c"), c=chart(), t="end")


def test_its_content_stands_where_the_tag_was():
    document = filled(docx_of("before", "{{p x }}", "after"), x=Subdocument(saved(annex())))
    shown = [line for line in lines(document) if line]
    assert shown == ["before", "Annex & more", "In a style of its own", "first", "second", "cell", "after"]


def test_styles_of_the_same_name_are_the_templates_and_others_come_along(ooxml_validator):
    document = filled(docx_of("{{ x }}", "{{ x }}"), x=Subdocument(annex()))
    made = docx.Document(io.BytesIO(document))
    styles = [paragraph.style.name for paragraph in made.paragraphs if paragraph.text]
    assert styles[:4] == ["Heading 2", "Annex Body", "List Number", "List Number"]
    own = made.styles["Annex Body"]
    assert (own.font.size, own.base_style.name) == (Pt(15), "Body Text")
    assert body_xml(document, "word/styles.xml").count('w:val="Annex Body"') == 1
    assert ooxml_validator(document) == []


@pytest.mark.long
def test_a_list_starts_anew_in_each_insertion(soffice_pdf, ooxml_validator):
    template = docx_of("{%p for d in documents %}", "{{ d }}", "{%p endfor %}")
    other = docx.Document()
    numbered = other.styles["List Number"].element.pPr.numPr.numId.val
    for text in ("one", "two"):
        paragraph = other.add_paragraph(text)
        paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbered
    document = filled(template, documents=[Subdocument(other), Subdocument(other)])
    shown = re.findall(r"(\d)\.\s+(one|two)", soffice_pdf(document).text)
    assert shown == [("1", "one"), ("2", "two"), ("1", "one"), ("2", "two")]
    assert ooxml_validator(document) == []


@pytest.mark.long
def test_pictures_are_stored_once_and_charts_each_have_their_own_part(ooxml_validator):
    document = filled(
        docx_of("{{ a }}", "{{ a }}", "{{ b }}", "{{ b }}"),
        a=Subdocument(saved(annex())),
        b=Subdocument(rich()),
    )
    names = Package.open(document).names()
    assert len([name for name in names if "/media/" in name]) == 1
    assert len([name for name in names if re.search(r"charts/chart\d*\.xml$", name)]) == 2
    assert len([name for name in names if "/embeddings/" in name]) == 2
    assert len(set(re.findall(r'<wp:docPr [^>]*?id="(\d+)"', body_xml(document)))) == 4
    assert ooxml_validator(document) == []


@pytest.mark.long
def test_notes_and_links_come_along_and_bookmarks_stay_unique(ooxml_validator):
    template = docx_of("own{{ footnote('Ours.') }}", "{{ x }}", "{{ x }}")
    document = filled(template, x=Subdocument(rich()))
    notes = [line.strip() for line in lines(document, "word/footnotes.xml") if line.strip()]
    assert notes == ["Ours.", "The note.", "The note."]
    assert "https://example.org/a?b&amp;c" in body_xml(document, "word/_rels/document.xml.rels")
    names = re.findall(r'w:bookmarkStart [^>]*w:name="([^"]*)"', body_xml(document))
    assert len(names) == len(set(names)) == 2
    assert ooxml_validator(document) == []


def test_it_is_seen(soffice_pdf):
    pages = soffice_pdf(
        filled(docx_of("before", "{{ x }}", "{{ y }}"), x=Subdocument(annex()), y=Subdocument(rich()))
    )
    assert all(text in pages.text for text in ("Annex & more", "cell", "The note.", "site"))


def test_what_stays_behind_is_told():
    rendered = WordTemplate(docx_of("{{ x }}")).fill({"x": Subdocument(annex())})
    assert [(found.code, "sections" in language("en").what(found)) for found in rendered.findings] == [
        ("subdocument-left-out", True)
    ]
    assert body_xml(rendered.data).count("<w:sectPr") == 1


def test_a_picture_lost_from_a_footnote_is_told_in_both_languages():
    package = Package.open(rich())
    notes = package.read("word/footnotes.xml").decode()
    with_picture = notes.replace("The note.</w:t></w:r>", "The note.</w:t></w:r><w:r><w:pict/></w:r>")
    package.write("word/footnotes.xml", with_picture.encode())
    (found,) = WordTemplate(docx_of("{{ x }}")).fill({"x": Subdocument(package.save())}).findings
    assert "the pictures in its notes" in language("en").what(found)
    assert "脚注、尾注中的图片" in language("zh").what(found)


def test_it_may_stand_in_a_cell_and_not_inside_a_line(ooxml_validator):
    document = filled(docx_of(table(["{{ x }}", "beside"])), x=Subdocument(annex()))
    assert ooxml_validator(document) == []
    with pytest.raises(TemplateError) as caught:
        filled(docx_of(p("see {{ x }}")), x=Subdocument(annex()))
    assert caught.value.findings[0].code == "misplaced-block"


@pytest.mark.parametrize("source", [b"no document", "nowhere/annex.docx"])
def test_what_is_no_document_is_a_finding(source):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("{{ x }}"), x=Subdocument(source))
    assert [found.code for found in caught.value.findings] == ["subdocument"]


def test_tags_in_an_inserted_document_are_named():
    rendered = WordTemplate(docx_of("{{ annex }}")).fill(
        {"annex": Subdocument(docx_of("a", "see {{ name }}"))}
    )
    (found,) = rendered.findings
    assert (found.code, found.place.text) == ("tag-not-filled", "see {{ name }}")
    assert language("en").what(found) == "The inserted document holds a tag, which stays as it is."
