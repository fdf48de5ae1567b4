"""Text in, text out: nothing vanishes, whatever the script or the signs."""

import pytest

from reportgen.errors import TemplateError
from tests.word.documents import body_xml, docx_of, filled, lines, p, r, styled_runs


def codes(template, **context):
    with pytest.raises(TemplateError) as caught:
        filled(template, **context)
    return [finding.code for finding in caught.value.findings]


@pytest.mark.parametrize(
    "text",
    [
        "R&D <5%",
        "quotes \" and '",
        "中文，標點；「引號」",
        "שלום עולם",
        "مرحبا",
        "😀 👩‍👩‍👧",
        "}} {{ not a tag }} {% either %}",
        "  two  spaces  ",
        "ﬁ ⁰ ℃",
    ],
)
def test_text_comes_out_as_it_is(text):
    assert lines(filled(docx_of("[{{ x }}]", "{{ x }}"), x=text)) == [f"[{text}]", text]


def test_line_breaks_and_tabs_become_words_own():
    assert lines(filled(docx_of("{{ x }}"), x="a\nb\tc\r\nd")) == ["a|b→c|d"]


def test_braces_that_are_no_tags_stay():
    assert lines(filled(docx_of("{ x } }} %} {{ 1 }}"))) == ["{ x } }} %} 1"]


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb"[:1] + "\x1f", "\ud800", "\ufffe"])
def test_characters_that_word_cannot_hold_are_findings(text):
    assert codes(docx_of("{{ x }}"), x=text) == ["control-character"]


def test_numbers_and_other_values_print_as_python_says():
    assert lines(filled(docx_of("{{ a }} {{ b }}"), a=1.5, b=True)) == ["1.5 True"]


def test_a_tag_torn_by_word_is_healed_and_takes_the_first_runs_format():
    torn = p(r("Up {", "<w:b/>"), r("{ ra"), '<w:proofErr w:type="spellStart"/>', r("te "), r("}} today"))
    document = filled(docx_of(torn), rate="5%")
    assert lines(document) == ["Up 5% today"]
    assert styled_runs(document)[0] == ("Up 5%", "b")


def test_a_bookmark_inside_a_torn_tag_stays():
    torn = p(r("{{ ra"), '<w:bookmarkStart w:id="3" w:name="here"/>', r("te }}"), '<w:bookmarkEnd w:id="3"/>')
    document = filled(docx_of(torn), rate="5%")
    assert lines(document) == ["5%"]
    assert 'w:name="here"' in body_xml(document)


def test_smart_quotes_tabs_and_breaks_inside_a_tag_do_not_matter():
    torn = p("<w:r><w:t>{{ x[“a”]</w:t><w:tab/><w:t>|</w:t><w:br/><w:t>upper }}</w:t></w:r>")
    assert lines(filled(docx_of(torn), x={"a": "b"})) == ["B"]


def test_deleted_text_is_not_read():
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>{{ gone }}</w:delText></w:r></w:del>'
    assert lines(filled(docx_of(p(deleted, "{{ x }}")), x="y")) == ["y"]


def test_tags_work_in_hyperlinks_insertions_controls_and_text_boxes():
    link = f'<w:hyperlink w:anchor="a">{r("{{ x }}")}</w:hyperlink>'
    inserted = f'<w:ins w:id="1" w:author="a">{r("{{ x }}")}</w:ins>'
    control = f"<w:sdt><w:sdtContent>{r('{{ x }}')}</w:sdtContent></w:sdt>"
    box = f'<w:r><w:pict><v:shape id="s"><v:textbox><w:txbxContent>{p("{{ x }}")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    assert lines(filled(docx_of(p(link, inserted, control), p(box)), x="y")) == ["yyy", "y", "y"]


def test_tags_in_attributes_and_fields_are_filled_as_bare_text():
    picture = '<w:r><w:pict><v:shape id="s" alt="{{ x }}"/></w:pict></w:r>'
    field = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "{{ x }}" </w:instrText></w:r>'
    xml = body_xml(filled(docx_of(p(picture), p(field)), x='a "b" & <c>'))
    assert 'alt="a &quot;b&quot; &amp; &lt;c&gt;"' in xml
    assert r' HYPERLINK "a \"b\" &amp; &lt;c&gt;" ' in xml


def test_a_value_ends_no_text_of_a_fields_instruction():
    field = '<w:r><w:instrText xml:space="preserve"> QUOTE "{{ x }}" </w:instrText></w:r>'
    assert r' QUOTE "a\" \\* Upper" ' in body_xml(filled(docx_of(p(field)), x=r'a" \* Upper'))


def test_a_listing_splits_its_paragraph():
    document = filled(docx_of(p(r("{{ x }}", "<w:b/>"), properties='<w:jc w:val="center"/>')), x="a\ab\fc")
    assert lines(document) == ["a", "b", "|", "c"]
    assert body_xml(document).count('<w:jc w:val="center"/>') == 3


def test_docxtpls_rich_text_and_listing_are_written_as_they_are():
    from docxtpl import Listing, RichText

    template = docx_of("{{ listing }}", "see {{r rich }}!")
    document = filled(
        template, listing=Listing("a <1>\nb"), rich=RichText("bold & red", bold=True, color="FF0000")
    )
    assert lines(document) == ["a <1>|b", "see bold & red!"]
    assert ("bold &amp; red", "b color") in styled_runs(document)
