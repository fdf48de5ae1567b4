"""Rich text of our own, Markdown in values, and docxtpl's value objects: what comes out, and what is refused by name."""

import io
import re

import docx
import pytest
from markupsafe import Markup

from reportgen.content import Number
from reportgen.errors import TemplateError
from reportgen.language import language
from reportgen.ooxml import Package
from reportgen.word import Picture, RichText
from reportgen.word.markdown import rich_text
from tests.word.documents import body_xml, docx_of, filled, lines, p, r, styled_runs, table
from tests.word.test_pictures import png

PNG = png(40, 20)
HERE = '<w:bookmarkStart w:id="1" w:name="here"/><w:bookmarkEnd w:id="1"/>'


def addresses(data):
    related = Package.open(data).relationships("word/document.xml")
    return [related.get(number).target for number in re.findall(r'<w:hyperlink r:id="(.*?)"', body_xml(data))]


# ---- our own ---------------------------------------------------------------------------------------------


def test_rich_text_lies_over_the_look_of_its_place():
    line = RichText("up ", bold=True) + RichText("5%", colour="red", italic=True) + " & more"
    data = filled(docx_of(p(r("Trade {{ x }}.", "<w:u w:val='single'/>"))), x=line)
    assert styled_runs(data) == [
        ("Trade ", "u"), ("up ", "b bCs u"), ("5%", "i iCs color u"), (" &amp; more", "u"), (".", "u"),
    ]  # fmt: skip
    assert 'w:val="FF0000"' in body_xml(data)


def test_every_look_there_is():
    look = RichText(
        "x", True, True, True, True, "superscript", "#00F", "yellow", 9.5, "Arial", "Strong", "http://a.cn/?a=1&b=2"
    )  # fmt: skip
    data = filled(docx_of("{{ x }}"), x=look)
    assert styled_runs(data)[0][1] == "rStyle rFonts b bCs i iCs strike color sz szCs u shd vertAlign"
    assert 'w:sz w:val="19"' in body_xml(data)
    assert addresses(data) == ["http://a.cn/?a=1&b=2"]


def test_rich_text_breaks_lines_and_links_to_bookmarks():
    bookmark = '<w:bookmarkStart w:id="1" w:name="there"/><w:bookmarkEnd w:id="1"/>'
    data = filled(docx_of("{{ x }}", p(bookmark, "end")), x=RichText("a\nb\tc", url="#there"))
    assert lines(data)[0] == "a|b→c"
    assert '<w:hyperlink w:anchor="there"' in body_xml(data)


def test_what_is_no_colour_is_a_finding():
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("{{ x }}"), x=RichText("x", colour="reddish"))
    assert [language("en").what(one) for one in caught.value.findings] == ["“reddish” is no colour."]


# ---- Markdown --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "runs"),
    [
        ("plain", [("plain", "")]),
        ("a **b** c", [("a ", ""), ("b", "b bCs"), (" c", "")]),
        ("**重点**，其他", [("重点", "b bCs"), ("，其他", "")]),
        ("*a* _b_ ***c***", [("a", "i iCs"), (" ", ""), ("b", "i iCs"), (" ", ""), ("c", "b bCs i iCs")]),
        ("**a *b* c**", [("a ", "b bCs"), ("b", "b bCs i iCs"), (" c", "b bCs")]),
        ("*a **b** c*", [("a ", "i iCs"), ("b", "b bCs i iCs"), (" c", "i iCs")]),
        ("~~old~~ `code *x*`", [("old", "strike"), (" ", ""), ("code *x*", "rFonts")]),
        ("2 * 3 * 4 and snake_case_name", [("2 * 3 * 4 and snake_case_name", "")]),
        (r"\*not\* **open", [("*not* **open", "")]),
        ("[x](javascript:alert)", [("[x](javascript:alert)", "")]),
        ("R&D <5%", [("R&amp;D &lt;5%", "")]),
        ("", []),
    ],
)
def test_markdown_in_a_line(written, runs):
    data = filled(docx_of(p(r("{{ x|markdown }}"), r("!"))), x=written)
    assert styled_runs(data)[:-1] == runs


def test_links_in_markdown():
    data = filled(
        docx_of("see {{ x|markdown }}", p(HERE)), x="[the **list**](https://a.cn/b_(c)) and [more](#here)"
    )
    assert addresses(data) == ["https://a.cn/b_(c)"] * 2
    assert '<w:hyperlink w:anchor="here"' in body_xml(data)
    assert lines(data)[:1] == ["see the list and more"]


def test_paragraphs_lists_and_headings_where_the_tag_has_its_paragraph():
    text = "# Trade\n\nIt **grew**.\nA second line.\n\n- one\n- two\n  - deep\n\n3. third\n4. fourth"
    data = filled(docx_of(p(r("{{ x|markdown }}"), properties='<w:jc w:val="both"/>'), "end"), x=text)
    assert lines(data) == [
        "Trade",
        "It grew.|A second line.",
        "•→one",
        "•→two",
        "◦→deep",
        "3.→third",
        "4.→fourth",
        "end",
    ]
    assert '<w:pStyle w:val="Heading1"/>' in body_xml(data)
    assert body_xml(data).count('<w:jc w:val="both"/>') == 6


def test_paragraphs_in_a_line_and_in_a_cell():
    template = docx_of("A {{ x|markdown }} B", table(["{{ x|markdown }}"]), "end")
    assert lines(filled(template, x="one\n\n- two")) == ["A one", "• two B", "one", "•→two", "end"]


def test_markdown_takes_values_that_are_no_text_as_they_are_and_none_as_an_error():
    assert lines(filled(docx_of("{{ x|markdown }} {{ 5|markdown }}"), x=Number("32.2"))) == ["32.2 5"]
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("{{ x|markdown }}"), x=None)
    assert [one.code for one in caught.value.findings] == ["no-value"]


def test_the_filter_has_a_chinese_name():
    assert lines(filled(docx_of("{{ x|排版 }}"), x="**好**")) == ["好"]


def test_unending_signs_are_read_at_once():
    for signs in ("*" * 5000, "**a" * 2000, "_a " * 3000, "[a](" * 2000, "~~" * 3000, "`" * 3000):
        assert str(rich_text(signs))


# ---- docxtpl's ---------------------------------------------------------------------------------------------


def template_of(data):
    from docxtpl import DocxTemplate

    return DocxTemplate(io.BytesIO(data))


def test_docxtpls_rich_text_comes_out_whole():
    from docxtpl import RichText as Theirs

    text = Theirs(
        "a & b\nc\td", color="#FF0000", bold=True, size=28, highlight="00FF00", font="eastAsia:仿宋"
    )
    text.add(" e", style="Strong", superscript=True, underline="wave")
    data = filled(docx_of("x {{r text }} y", "z {{ text }}"), text=text)
    assert lines(data) == ["x a & b|c→d e y", "z a & b|c→d e"]
    assert styled_runs(data)[1][1] == "rFonts b color sz szCs shd"


def test_docxtpls_rich_paragraphs_come_out_whole():
    from docxtpl import RichText as Theirs
    from docxtpl import RichTextParagraph

    paragraphs = RichTextParagraph()
    paragraphs.add("one", parastyle="ListBullet")
    paragraphs.add(Theirs("two", italic=True))
    data = filled(docx_of("{{p text }}", "end"), text=paragraphs)
    assert lines(data) == ["one", "two", "end"]
    assert '<w:pStyle w:val="ListBullet"/>' in body_xml(data)
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("in a line {{ text }}"), text=paragraphs)
    assert [one.code for one in caught.value.findings] == ["misplaced-block"]


def test_a_link_of_docxtpls_rich_text_is_refused_by_name():
    from docxtpl import RichText as Theirs

    data = docx_of("{{r text }}")
    text = Theirs("the site", url_id=template_of(data).build_url_id("http://a.cn"))
    with pytest.raises(TemplateError) as caught:
        filled(data, text=text)
    (found,) = caught.value.findings
    assert (
        language("en").what(found)
        == "The link “the site” in docxtpl's RichText works in docxtpl's copy of the template only."
    )
    assert language("en").remedy(found) == "Give RichText(text, url=address) of reportgen.word instead."


def test_docxtpls_pictures_come_out_whole():
    from docx.shared import Mm
    from docxtpl import InlineImage

    data = docx_of("a {{ picture }} b")
    image = InlineImage(template_of(data), io.BytesIO(PNG), width=Mm(20), anchor="http://a.cn")
    filled_twice = [filled(data, picture=image) for _ in range(2)]
    assert filled_twice[0] == filled_twice[1]
    assert lines(filled_twice[0]) == ["a  b"]
    assert 'cx="720000"' in body_xml(filled_twice[0])
    assert "<a:hlinkClick" in body_xml(filled_twice[0])


def test_a_picture_of_ours_leads_somewhere():
    xml = body_xml(filled(docx_of("{{ picture }}"), picture=Picture(PNG, link="http://a.cn")))
    assert "<a:hlinkClick" in xml


def test_docxtpls_subdocuments_come_out_whole():
    data = docx_of("before", "{{p sub }}", "after")
    theirs = template_of(data)
    own = theirs.new_subdoc()
    own.add_paragraph("made here", style="List Bullet")
    own.add_picture(io.BytesIO(PNG))
    other = docx.Document()
    other.add_paragraph("from a file")
    other.add_table(1, 1).cell(0, 0).text = "cell"
    file = io.BytesIO()
    other.save(file)
    file.seek(0)
    assert lines(filled(data, sub=own)) == ["before", "made here", "", "after"]
    assert lines(filled(data, sub=theirs.new_subdoc(file))) == ["before", "from a file", "cell", "", "after"]


def test_other_objects_of_docxtpl_are_refused_by_name():
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("{{ x }}"), x=template_of(docx_of("a")))
    (found,) = caught.value.findings
    assert (found.code, language("en").what(found)) == (
        "foreign-value",
        "docxtpl's DocxTemplate cannot be shown here.",
    )


@pytest.mark.parametrize("value", ["<b>bold</b>", "<w:r><w:t>open", "a & b"])
def test_xml_that_values_bring_is_read_before_it_is_placed(value):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("x {{ x }}"), x=Markup(value))
    (found,) = caught.value.findings
    assert (found.code, language("en").what(found)) == (
        "unsound-xml",
        "A value brings XML or HTML of its own that Word cannot read.",
    )


@pytest.mark.parametrize(
    "tag", ["{{ x ~ '!' }}", "{{ [x]|join }}", "{{ x|upper }}", "{{ '**a**'|markdown ~ 'b' }}"]
)
def test_rich_text_does_not_lose_its_look_in_silence(tag):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of(tag), x=RichText("a", bold=True))
    (found,) = caught.value.findings
    assert "rich text would lose what it is" in language("en").what(found)


def test_empty_rich_text_is_false():
    assert lines(
        filled(docx_of("{{ 'y' if x else 'n' }}{{ 'y' if ''|markdown else 'n' }}"), x=RichText(""))
    ) == ["nn"]
