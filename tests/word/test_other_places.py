"""Tags outside the text of a document: each is filled, or named with its place."""

import re

import pytest

from reportgen.language import language
from reportgen.ooxml import Package
from reportgen.ooxml.xml import NAMESPACES
from reportgen.word import WORD, WordTemplate
from tests.word.documents import body_xml, docx_of, filled, lines, p

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_W = f'xmlns:w="{NAMESPACES["w"]}"'
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def with_part(name, xml, kind, content_type="application/xml", owner="word/document.xml", template=None):
    package = Package.open(template or docx_of("a {{ name }}"))
    package.add(name, xml.encode(), content_type)
    related = package.relationships(owner) if owner else package.relationships()
    related.add(f"{_OFFICE}/relationships/{kind}", name)
    return package.save()


def changed(part, old, new):
    package = Package.open(docx_of("a"))
    data = package.read(part).decode()
    assert old in data
    package.write(part, data.replace(old, new, 1).encode())
    return package.save()


CUSTOM = (
    f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"><property'
    ' fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Client"><vt:lpwstr>for {{ name }}</vt:lpwstr></property></Properties>'
)
PLACES = {
    "docProps/custom.xml": with_part(
        "docProps/custom.xml",
        CUSTOM,
        "custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        owner="",
    ),
    "docProps/app.xml": changed("docProps/app.xml", "<Company/>", "<Company>for {{ name }}</Company>"),
    "customXml/item7.xml": with_part(
        "customXml/item7.xml", '<x><a b="{{ name }}">for {{ name }}</a></x>', "customXml"
    ),
    "word/settings.xml": changed(
        "word/settings.xml",
        "</w:settings>",
        '<w:docVars><w:docVar w:name="a" w:val="for {{ name }}"/></w:docVars></w:settings>',
    ),
}


@pytest.mark.parametrize("part", PLACES)
def test_what_fields_and_controls_show_is_filled(part):
    xml = body_xml(filled(PLACES[part], name="R&D"), part)
    assert "for R&amp;D" in xml
    assert "{{" not in xml


def test_custom_xml_of_others_that_only_looks_like_tags_stays():
    xml = "<x>{% odd %} {{ open</x>"
    assert (
        body_xml(filled(with_part("customXml/item7.xml", xml, "customXml"), name=1), "customXml/item7.xml")
        == xml
    )


@pytest.mark.parametrize(
    ("xml", "filled_in"),
    [
        (
            '<wp:docPr id="1" name="P" descr="of {{ name }}" title="t {{ name }}"/>',
            ['descr="of N"', 'title="t N"'],
        ),
    ],
)
def test_alternative_texts_are_filled(xml, filled_in):
    drawing = f'<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/>{xml}<a:graphic><a:graphicData uri="x"/></a:graphic></wp:inline></w:drawing></w:r>'
    shown = body_xml(filled(docx_of(p(drawing)), name="N"))
    assert [one for one in filled_in if one not in shown] == []


def test_form_fields_and_controls_are_filled():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="F_{{ name }}"/><w:helpText w:type="text" w:val="h {{ name }}"/>'
        '<w:textInput><w:default w:val="{{ name }}"/></w:textInput></w:ffData></w:fldChar></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    control = f'<w:sdt><w:sdtPr><w:alias w:val="A {{{{ name }}}}"/></w:sdtPr><w:sdtContent>{p("x")}</w:sdtContent></w:sdt>'
    xml = body_xml(filled(docx_of(p(field), control), name="N"))
    assert re.findall(r'w:val="([^"]*N)"', xml) == ["F_N", "h N", "N", "A N"]


def test_ruby_is_filled():
    base, above = (
        f"<w:{name}><w:r><w:t>{{{{ {name} }}}}</w:t></w:r></w:{name}>" for name in ("rubyBase", "rt")
    )
    assert lines(
        filled(docx_of(p(f"<w:r><w:ruby><w:rubyPr/>{above}{base}</w:ruby></w:r>")), rt="hàn", rubyBase="汉")
    ) == ["hàn汉"]


COMMENT = (
    '<w:commentRangeStart w:id="1"/>',
    "a",
    '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
)


def comments(author):
    xml = f'<w:comments {_W}><w:comment w:id="1" w:author="{author}"><w:p><w:r><w:t>see {{{{ na</w:t></w:r><w:r><w:t>me }}}}</w:t></w:r></w:p></w:comment></w:comments>'
    return with_part(
        "word/comments.xml", xml, "comments", f"{_WORD_TYPE}.comments+xml", template=docx_of(p(*COMMENT))
    )


def with_style(name):
    package = Package.open(docx_of("x"))
    styles = package.read("word/styles.xml").decode()
    style = f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Own"><w:name w:val="{name}"/></w:style></w:styles>'
    package.write("word/styles.xml", styles.replace("</w:styles>", style).encode())
    return package.save()


LEFT = {
    "A tag in a comment is not filled and would come out as it is.": (
        comments("Wang"),
        "comments: “see {{ name }}”",
    ),
    "A file that Word takes in on opening holds a tag, which stays as it is.": (
        with_part("word/chunk.html", "<p>{{ name }}</p>", "aFChunk", "text/html"),
        "file taken in on opening (altChunk): “<p>{{ name }}</p>”",
    ),
    "A tag in a building block is not filled and would come out as it is.": (
        with_part(
            "word/glossary/document.xml",
            f"<w:glossaryDocument {_W}><w:docParts><w:docPart><w:docPartBody>{p('{{ name }}')}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>",
            "glossaryDocument",
            f"{_WORD_TYPE}.document.glossary+xml",
        ),
        "building blocks: “{{ name }}”",
    ),
}
LEFT |= {
    "A tag in the data of a chart is not filled and would be shown as it is.": (
        with_part(
            "word/charts/chart1.xml",
            '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:tx><c:v>in {{ name }}</c:v></c:tx></c:chartSpace>',
            "chart",
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        ),
        "chart: “in {{ name }}”",
    ),
    "A tracked deletion holds a tag, which would come out as it is where somebody rejects it.": (
        docx_of(
            '<w:p><w:del w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>old {{ name }}</w:delText></w:r>'
            '</w:del><w:moveFrom w:id="2" w:author="a"><w:r><w:t> and</w:t></w:r></w:moveFrom><w:r><w:t>new</w:t></w:r></w:p>'
        ),
        "paragraph 1: “old {{ name }} and”",
    ),
    "A tag in the name of a style or the number of a list is not filled and would come out as it is.": (
        with_style("Of {{ name }}"),
        "styles: “Of {{ name }}”",
    ),
}


@pytest.mark.parametrize("said", LEFT)
def test_tags_where_none_is_filled_are_named(said):
    template, place = LEFT[said]
    for findings in (WORD.compile(template).lint(), WordTemplate(template).fill({"name": "N"}).findings):
        assert [(one.code, language("en").what(one)) for one in findings] == [("tag-not-filled", said)]
        found = findings[0].place
        assert f"{language('en').place(found)}: “{found.text}”" == place


def test_our_own_comments_may_quote_tags():
    assert WORD.compile(comments("reportgen")).lint() == []
