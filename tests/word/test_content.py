"""Numbers, marks, links and bookmarks: what stands inside a line."""

import re
from decimal import Decimal

import pytest

from reportgen.content import Bookmark, Link, Number, Sentence, Showable, SourceMark
from reportgen.errors import ReportgenError, TemplateError
from reportgen.language import language
from reportgen.messages import Bilingual
from reportgen.ooxml import Package
from reportgen.word import WordTemplate
from tests.word.documents import body_xml, docx_of, filled, lines, p, r, table


def number(text="32.21 billion yuan", key="k7"):
    return Number(text, value=Decimal("32.21"), key=key)


def controls(xml):
    return [
        (tag, "".join(re.findall(r"<w:t[^>]*>([^<]*)", content)), "<w:b/>" in content)
        for tag, content in re.findall(
            r'<w:sdt>.*?<w:tag w:val="(\w+)"/>.*?<w:sdtContent>(.*?)</w:sdtContent>', xml
        )
    ]


def test_a_number_stands_in_a_control_that_keeps_the_runs_format():
    document = filled(docx_of(p("It reached ", r("{{ n }}", "<w:b/>"), ".")), n=number())
    assert lines(document) == ["It reached 32.21\u00a0billion yuan."]
    assert controls(body_xml(document)) == [("k7", "32.21\u00a0billion yuan", True)]


def test_no_empty_run_is_left_beside_a_control():
    xml = body_xml(filled(docx_of("{{ n }}{{ n }}"), n=number()))
    assert '<w:t xml:space="preserve"></w:t>' not in xml


def test_control_ids_are_unique():
    xml = body_xml(filled(docx_of("{{ n }}{{ n }}"), n=number()))
    ids = re.findall(r'<w:id w:val="(\d+)"/>', xml)
    assert len(ids) == len(set(ids)) == 2


def test_numbers_without_key_and_plain_values_get_no_control():
    assert "<w:sdt>" not in body_xml(filled(docx_of("{{ n }} {{ x }}"), n=number(key=None), x=5))


def test_controls_can_be_switched_off():
    rendered = WordTemplate(docx_of("{{ n }}")).fill({"n": number()}, marks="none")
    assert "<w:sdt>" not in body_xml(rendered.data)
    assert [figure.key for figure in rendered.figures] == ["k7"]


def test_a_number_in_a_table_cell_gets_a_control_too():
    assert len(controls(body_xml(filled(docx_of(table(["{{ n }}", "x {{ n }}"])), n=number())))) == 2


def test_every_figure_shown_is_told_in_order():
    template = WordTemplate(docx_of("{{ b }}", "{% if no %}{{ c }}{% endif %}{{ a }}"))
    rendered = template.fill(
        {"a": number("1", "a"), "b": number("2", "b"), "c": number("3", "c"), "no": False}
    )
    assert [(figure.key, figure.text) for figure in rendered.figures] == [("b", "2"), ("a", "1")]


def test_a_sentence_keeps_each_numbers_key():
    sentence = Sentence(
        ("Trade reached ", number(), ", up ", number("63.3%", "k8"), SourceMark("[1]", "src_1"), ".")
    )
    document = filled(docx_of("{{ s }} Good."), s=sentence)
    assert lines(document) == ["Trade reached 32.21\u00a0billion yuan, up 63.3%\u2060[1]. Good."]
    assert [key for key, _, _ in controls(body_xml(document))] == ["k7", "k8"]


def test_a_source_mark_is_raised_and_leads_to_its_bookmark():
    xml = body_xml(
        filled(docx_of("a{{ m }}", "{{ b }}"), m=SourceMark("[1]", "src_1"), b=Bookmark("Source", "src_1"))
    )
    assert re.search(
        r'<w:hyperlink w:anchor="src_1"[^>]*><w:r><w:rPr><w:vertAlign w:val="superscript"/>', xml
    )
    assert '<w:bookmarkStart w:id="1" w:name="src_1"/>' in xml


def test_source_marks_alone_in_a_cell_are_of_full_size():
    marks = Sentence((SourceMark("[1]", "src_1"), SourceMark("[2]", "src_2")))
    document = filled(docx_of(table(["{{ m }}", "words {{ m }}"])), m=marks)
    alone, beside = re.findall(r"<w:tc>.*?</w:tc>", body_xml(document))
    assert "superscript" not in alone
    assert alone.count("<w:hyperlink") == 2
    assert beside.count("superscript") == 2


def test_a_link_outside_gets_one_relationship_per_address():
    document = filled(docx_of("{{ a }} {{ a }}"), a=Link("site", "https://example.org/?a=1&b=2"))
    targets = [
        one.target for one in Package.open(document).relationships("word/document.xml") if one.external
    ]
    assert targets == ["https://example.org/?a=1&b=2"]
    assert body_xml(document).count("<w:hyperlink r:id=") == 2


class Missing(Showable):
    def content(self):
        raise ReportgenError(Bilingual("No figure for 2024.", "没有2024年的数据。"))


def test_a_figure_without_data_is_a_finding_with_place():
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("fine", "x {{ m }}", "{{ m }}"), m=Missing())
    assert [(language("en").what(f), f.place.paragraph, f.place.text) for f in caught.value.findings] == [
        ("No figure for 2024.", 2, "x {{ m }}"),
        ("No figure for 2024.", 3, "{{ m }}"),
    ]


def test_the_same_context_gives_the_same_bytes():
    template = docx_of("{{ n }}")
    assert filled(template, n=number()) == filled(template, n=number())


def test_the_result_is_sound(ooxml_validator):
    parts = (
        "Up ",
        number(),
        SourceMark("[1]", "src_1"),
        Link("x", "https://example.org"),
        Bookmark("b", "src_1"),
    )
    document = filled(docx_of("{{ s }}", p(r("{{ s }}", "<w:b/><w:sz w:val='20'/>"))), s=Sentence(parts))
    assert ooxml_validator(document) == []


class Asked(dict):
    """A mapping that remembers what was asked of it."""

    def __getitem__(self, name):
        self.names = [*getattr(self, "names", []), name]
        return super().__getitem__(name)


def test_only_names_that_the_template_mentions_are_asked_for():
    context = Asked(a="1", b="2", c="3")
    assert lines(WordTemplate(docx_of("{{ b }}")).fill(context).data) == ["2"]
    assert set(context.names) == {"b"}
