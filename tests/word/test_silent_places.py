"""Places where tags used to stay without a word: addresses of links, bound controls, colours, tables of contents."""

import re

import pytest

from reportgen.errors import TemplateError
from reportgen.language import language
from reportgen.ooxml import Package, relationships
from reportgen.word import WORD
from tests.word.documents import body_xml, docx_of, filled, lines, p, r, table


def linked(*targets, loop=False):
    links = [
        f'<w:p><w:hyperlink r:id="rId90{at}">{r("see")}</w:hyperlink></w:p>' for at in range(len(targets))
    ]
    package = Package.open(docx_of(*(("{%p for x in xs %}", *links, "{%p endfor %}") if loop else links)))
    for at, target in enumerate(targets):
        package.relationships("word/document.xml").add_with_id(
            f"rId90{at}", relationships.HYPERLINK, target, external=True
        )
    return package.save()


def addresses(data):
    related = Package.open(data).relationships("word/document.xml")
    return [related.get(number).target for number in re.findall(r'<w:hyperlink r:id="(.*?)"', body_xml(data))]


def test_addresses_of_links_are_filled():
    data = filled(
        linked("http://x.cn/{{ name }}?a=1", "http://y.cn/%7B%7B%20n%20%7D%7D", "http://z.cn"), name="N", n=2
    )
    assert addresses(data) == ["http://x.cn/N?a=1", "http://y.cn/2", "http://z.cn"]


def test_each_turn_has_an_address_of_its_own():
    assert addresses(filled(linked("http://x.cn/{{ x }}", loop=True), xs=["a", "b"])) == [
        "http://x.cn/a",
        "http://x.cn/b",
    ]


def test_statements_in_addresses_are_a_finding():
    found = WORD.compile(linked("http://x.cn/{% if x %}")).lint()
    assert [one.code for one in found] == ["tag-in-address"]


def test_a_control_with_tags_is_bound_no_longer():
    control = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{1}"/><w:text/></w:sdtPr><w:sdtContent>'
        "{0}</w:sdtContent></w:sdt>"
    )
    data = filled(
        docx_of(control.replace("{0}", p("{{ name }}")), control.replace("{0}", p("bound"))), name="N"
    )
    assert lines(data) == ["N", "bound"]
    assert body_xml(data).count("<w:dataBinding") == 1


@pytest.mark.parametrize(
    ("colour", "shown"),
    [("FF0000", "FF0000"), ("#ff0000", "FF0000"), ("#F00", "FF0000"), ("red", "FF0000"), ("auto", "auto")],
)
def test_a_background_is_a_colour(colour, shown):
    assert f'w:fill="{shown}"' in body_xml(filled(docx_of(table(["{% cellbg c %}x"]), "end"), c=colour))


@pytest.mark.parametrize(
    ("statement", "value", "said"),
    [
        ("cellbg", "reddish", "“reddish” is no colour."),
        ("colspan", "many", "A cell cannot go over “many” columns."),
        ("colspan", 0, "A cell cannot go over “0” columns."),
    ],
)
def test_other_values_of_cell_statements_are_a_finding(statement, value, said):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of(table(["{% " + statement + " c %}x"]), "end"), c=value)
    assert [(one.code, language("en").what(one)) for one in caught.value.findings] == [("cell-value", said)]


def contents(*entries):
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    field = begin + '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" </w:instrText></w:r>' + separate
    shown = [
        p(*([field] if at == 0 else []), text, "<w:r><w:tab/></w:r>", page)
        for at, (text, page) in enumerate(entries)
    ]
    return [*shown, p(end), p("Outlook", properties='<w:pStyle w:val="Heading1"/>'), "{{ x }}"]


def test_page_numbers_stay_where_nothing_changed():
    data = filled(docx_of(*contents(("Outlook", "7"))), x="X")
    assert lines(data)[0] == "Outlook→7"


def test_page_numbers_go_where_a_heading_did():
    data = filled(docx_of(*contents(("Old", "7"))), x="X")
    assert lines(data)[0] == "Outlook"
