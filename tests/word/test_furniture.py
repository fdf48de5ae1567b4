"""Captions referred to, footnotes, page breaks, table styles: what a tag can ask for."""

import re

import pytest

from reportgen.content import Number, Sentence, SourceMark
from reportgen.errors import TemplateError
from reportgen.language import language
from tests.word.documents import body_xml, docx_of, filled, lines, p, r
from tests.word.test_tables import chart, plan


def test_a_cross_reference_shows_the_captions_number_wherever_it_stands():
    document = filled(
        docx_of("see {{ ref('plan') }} and {{ 引用(“gap”) }}", "{{ c }}", "{{ t }}", "{{ t }}"),
        t=plan(),
        c=chart(),
    )
    assert lines(document)[0] == "see 表1 and 图1"
    assert " REF _Ref_table_plan \\h " in body_xml(document)


def test_a_reference_may_name_the_table_itself():
    assert lines(filled(docx_of("{{ t }}", "{{ ref(t) }}"), t=plan()))[-1] == "表1"


def test_a_reference_that_leads_nowhere_is_a_finding():
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("{{ ref('plam') }}", "{{ t }}"), t=plan())
    (found,) = caught.value.findings
    assert (found.code, language("en").remedy(found), found.place.paragraph) == (
        "unknown-reference",
        "Did you mean “plan”?",
        1,
    )


def test_the_designers_own_references_follow_the_count():
    own_caption = (
        '<w:bookmarkStart w:id="9" w:name="_Ref77"/><w:r><w:t>表</w:t></w:r>'
        '<w:fldSimple w:instr=" SEQ 表 "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:bookmarkEnd w:id="9"/>'
    )
    own_reference = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF _Ref77 \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>表</w:t></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = filled(docx_of("{{ t }}", p(own_caption), p(own_reference)), t=plan())
    assert lines(document)[-1] == "表2"


def test_a_footnote_is_made_by_a_tag(ooxml_validator, soffice_pdf):
    note = Sentence(("Rounded; see ", Number("32.21", key="k1"), SourceMark("[1]", "src_1"), " & more."))
    document = filled(docx_of("First{{ footnote('A plain one.') }} and second{{ 脚注(note) }}."), note=note)
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', body_xml(document)) == ["1", "2"]
    assert lines(document, "word/footnotes.xml")[-2:] == [
        " A plain one.",
        " Rounded; see 32.21\u2060[1] & more.",
    ]
    assert ooxml_validator(document) == []
    assert "A plain one." in soffice_pdf(document).text


def test_footnotes_join_those_that_the_template_has():
    first = filled(docx_of("a{{ footnote('one') }} {_{ footnote('two') }_}"))
    second = filled(first)
    assert [line.strip() for line in lines(second, "word/footnotes.xml")][-2:] == ["one", "two"]


@pytest.mark.long
def test_an_endnote_is_made_by_a_tag(ooxml_validator, soffice_pdf):
    document = filled(
        docx_of("One{{ endnote('At the end.') }}, two{{ 尾注('再见') }}{{ footnote('Below.') }}.")
    )
    assert [line.strip() for line in lines(document, "word/endnotes.xml")][-2:] == ["At the end.", "再见"]
    assert re.findall(r'<w:endnoteReference w:id="(\d+)"/>', body_xml(document)) == ["1", "2"]
    assert ooxml_validator(document) == []
    pages = soffice_pdf(document)
    assert all(text in pages.text for text in ("At the end.", "再见", "Below."))


def test_a_page_break_starts_a_page(soffice_pdf):
    pages = soffice_pdf(filled(docx_of("one{{ page_break() }}", "two")))
    assert [page.strip() for page in pages.texts] == ["one", "two"]


def test_a_table_style_is_chosen_in_the_tag():
    xml = body_xml(filled(docx_of("{{ t|styled('Light Shading Accent 1') }}"), t=plan()))
    assert '<w:tblStyle w:val="LightShading-Accent1"/>' in xml


def test_names_of_the_data_come_before_functions():
    assert lines(filled(docx_of(p(r("{{ ref }} {{ chart }}"))), ref="a", chart="b")) == ["a b"]


def test_document_properties_are_filled():
    import io

    import docx

    document = docx.Document()
    document.core_properties.title = "Brief for {{ month }}"
    document.core_properties.author = "{{ who }}"
    document.add_paragraph("x")
    data = io.BytesIO()
    document.save(data)
    made = docx.Document(io.BytesIO(filled(data.getvalue(), month="May & June", who="<Office>")))
    assert (made.core_properties.title, made.core_properties.author) == ("Brief for May & June", "<Office>")
