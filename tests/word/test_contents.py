"""Tables of contents and lists of tables: right without any update."""

import itertools
import re

import pytest

from reportgen.ooxml import Package
from reportgen.word.pagination import needs_pages, paginate
from tests.word.documents import body_xml, docx_of, filled, lines, p, r
from tests.word.test_tables import plan

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC {} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def contents(switches='\\o "1-2" \\h', *old):
    first, *others = old or ["stale entry"]
    return p(BEGIN.format(switches), r(first)) + "".join(p(entry) for entry in others) + END


def heading(text, level=1):
    return p(text, properties=f'<w:pStyle w:val="Heading{level}"/>')


def test_entries_are_the_headings_that_the_document_has():
    template = docx_of(
        contents('\\o "1-2" \\h', "old one", "old two"),
        "{%p for s in sections %}", heading("{{ s }}"), heading("Detail of {{ s }}", 2), heading("deeper", 3), "{%p endfor %}",
    )  # fmt: skip
    document = filled(template, sections=["Exports & more", "Imports"])
    assert lines(document)[:5] == [
        "Exports & more",
        "Detail of Exports & more",
        "Imports",
        "Detail of Imports",
        "",
    ]


def test_each_entry_leads_to_its_heading():
    xml = body_xml(filled(docx_of(contents(), heading("One"), heading("{{ x }}")), x="Two"))
    anchors = re.findall(r'w:anchor="(_Toc\d+)"', xml)
    assert len(anchors) == 2
    assert anchors == re.findall(r'w:name="(_Toc\d+)"', xml)


def test_nothing_makes_word_ask_for_an_update():
    document = filled(docx_of(contents(), heading("{{ x }}")), x="Two")
    assert "dirty" not in body_xml(document)
    assert "updateFields" not in body_xml(document, "word/settings.xml")


def test_a_table_whose_last_entry_ends_the_field_gets_no_empty_line():
    """LibreOffice ends the field in the last entry, Word in a paragraph behind it."""
    old = contents('\\o "1-2" \\h', "old one", "old two")
    in_entry = old.replace("</w:p>" + END, END.removeprefix("<w:p>"))
    in_link = in_entry.replace(END.removeprefix("<w:p>"), f"<w:hyperlink>{END[5:-6]}</w:hyperlink></w:p>")
    for count, old in itertools.product((0, 1, 3), (in_entry, in_link)):
        found = filled(docx_of(old, *[heading("{{ x }}")] * count, "{{ x }}"), x="One")
        assert lines(found) == [*(["One"] * count or [""]), *["One"] * count, "One"]
        assert body_xml(found).count('"end"') == 1


def test_page_numbers_come_from_the_layout(soffice_pdf, ooxml_validator):
    texts = ["text"] * 60
    document = filled(
        docx_of(contents(), heading("First"), *texts, heading("{{ x }}"), *texts, heading("Third", 2)),
        x="第二 & more",
    )
    assert needs_pages(document)
    pages = soffice_pdf(document)
    second, third = (
        max(at for at, text in enumerate(pages.texts, start=1) if title in text)
        for title in ("第二", "Third")
    )
    assert 1 < second < third
    paged = paginate(document, pages.pdf.read_bytes())
    assert lines(paged)[:3] == ["First→1", f"第二 & more→{second}", f"Third→{third}"]
    assert ooxml_validator(paged) == []


@pytest.mark.long
def test_entries_carry_the_numbers_that_word_sets_before_headings(soffice_pdf, ooxml_validator):
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="Heading{at + 1}"/>'
        f'{gap}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for at, kind, text, gap in (
            (0, "chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>'),
            (1, "decimal", "%2.", ""),
        )
    )
    package = Package.open(
        docx_of(
            contents(), heading("{{ x }}"), heading("a", 2), heading("b", 2), heading("Two"), heading("c", 2)
        )
    )
    numbering = package.read("word/numbering.xml").decode()
    made = (
        f'<w:abstractNum w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering = numbering.replace("<w:num ", f"{made}<w:num ", 1)
    number = '<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
    package.write(
        "word/numbering.xml", numbering.replace("</w:numbering>", f"{number}</w:numbering>").encode()
    )
    styles = package.read("word/styles.xml").decode()
    for at in (1, 2):
        style = re.search(rf'<w:style [^>]*w:styleId="Heading{at}".*?</w:style>', styles, re.DOTALL)[0]
        level = f'<w:numPr><w:ilvl w:val="{at - 1}"/><w:numId w:val="90"/></w:numPr>'
        styles = styles.replace(style, style.replace("<w:keepLines/>", f"<w:keepLines/>{level}"))
    package.write("word/styles.xml", styles.encode())
    document = filled(package.save(), x="One")
    assert lines(document)[:5] == ["一、One", "1. a", "2. b", "二、Two", "1. c"]
    shown = soffice_pdf(document).text
    assert all(text in re.sub(r"[ \t]+", " ", shown) for text in ("一、One", "二、Two"))
    assert ooxml_validator(document) == []


def test_sections_that_count_their_pages_anew_are_followed(soffice_pdf):
    def section(counting):
        size = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
        return p("end", properties=f"<w:sectPr>{size}<w:pgNumType {counting}/></w:sectPr>")

    texts = ["text"] * 60
    document = filled(
        docx_of(
            contents(), heading("Preface"), section('w:fmt="lowerRoman" w:start="2"'),
            heading("{{ x }}"), *texts, heading("Later"), section('w:start="1"'), heading("Annex"),
        ), x="Main",
    )  # fmt: skip
    pages = soffice_pdf(document)
    main, later = (
        next(at for at, text in enumerate(pages.texts) if at > 0 and title in text)
        for title in ("Main", "Later")
    )
    assert later > main
    paged = paginate(document, pages.pdf.read_bytes())
    last = later - main + 1
    assert lines(paged)[:4] == ["Preface→ii", "Main→1", f"Later→{last}", f"Annex→{last + 1}"]


def test_a_list_of_tables_shows_the_captions():
    document = filled(docx_of(contents('\\h \\z \\c "表"'), "{{ t }}", "{{ t }}"), t=plan())
    assert lines(document)[:3] == ["表1　目标进展", "表2　目标进展", ""]


def test_an_empty_document_leaves_an_empty_table_of_contents():
    assert lines(filled(docx_of(contents(), "{{ x }}"), x="text")) == ["", "", "text"]
