"""GB/T 9704-2012: the Chinese templates have its form; of broken ones each finding names the right clause."""

import re
from pathlib import Path

import docx
import pytest

from reportgen.build.check import check
from reportgen.language import language
from reportgen.ooxml import Package
from reportgen.word.official_form import form_findings
from tests.build.packs import pack
from tests.word.documents import BLANK

TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = ("plan-2025", "ecommerce-2020", "trade-2023", "trade-monthly", "empty")
STYLES, BODY, FOOTER = "word/styles.xml", "word/document.xml", "word/footer1.xml"


def template(name="plan-2025"):
    return (TEMPLATES / f"{name}-brief-zh.docx").read_bytes()


def changed(part, old, new, count=0, of=None):
    """The template of plan-2025, or one made of it, with a part of its XML replaced."""
    package = Package.open(of or template())
    xml = package.read(part).decode("utf-8")
    made, times = re.subn(old, new, xml, count=count, flags=re.DOTALL)
    assert times, old
    package.write(part, made.encode("utf-8"))
    return package.save()


def style(code, old, new):
    """The template with something in one of its styles replaced."""
    head = rf'(<w:style [^>]*w:styleId="{code}">(?:(?!</w:style>).)*?)'
    return changed(STYLES, head + old, rf"\g<1>{new}")


def paragraph(style_code, text, of=None):
    """The template, or one made of it, with another paragraph before its first heading."""
    words = f'<w:p><w:pPr><w:pStyle w:val="{style_code}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
    return changed(BODY, '(<w:p>(?:(?!</w:p>).)*w:val="Heading1")', rf"{words}\g<1>", 1, of)


@pytest.mark.parametrize("name", NAMES)
def test_the_chinese_templates_have_the_form(name):
    assert form_findings(template(name), official=True) == []


def heading(level, text, face="仿宋", points=32):
    """The template with a heading of the third or fourth level, for which it has no style, and one such heading."""
    made = (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="BodyText"/><w:rPr>'
        f'<w:rFonts w:eastAsia="{face}"/><w:sz w:val="{points}"/></w:rPr></w:style></w:styles>'
    )
    return paragraph(f"Heading{level}", text, of=changed(STYLES, "</w:styles>", made))


def addressee(text, indent=""):
    """The template with a paragraph of the addressees' style."""
    made = (
        '<w:style w:type="paragraph" w:styleId="Addressee"><w:name w:val="主送机关"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{indent}</w:pPr></w:style></w:styles>"
    )
    return paragraph("Addressee", text, of=changed(STYLES, "</w:styles>", made))


BROKEN = {
    "paper": ("5.1", lambda: changed(BODY, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')),
    "margin-top": ("5.2.1", lambda: changed(BODY, 'w:top="2098"', 'w:top="1440"')),
    "margin-left": ("5.2.1", lambda: changed(BODY, 'w:left="1588"', 'w:left="1800"')),
    "type-area": ("5.2.1", lambda: changed(BODY, 'w:right="1474"', 'w:right="1800"', 1)),
    "body": ("5.2.2", lambda: style("Normal", 'w:eastAsia="仿宋"', 'w:eastAsia="宋体"')),
    "lines": ("5.2.3", lambda: style("Normal", 'w:line="579"', 'w:line="480"')),
    "no-fixed-lines": (
        "5.2.3",
        lambda: changed(BODY, "<w:docGrid[^>]*/>", "", of=style("Normal", 'w:lineRule="exact"', 'w:lineRule="auto"')),
    ),
    "letters": ("5.2.3", lambda: style("Normal", '<w:spacing w:val="-5"/>', "")),
    "colour": ("5.2.4", lambda: style("Heading1", '<w:sz w:val="32"/>', '<w:color w:val="0070C0"/><w:sz w:val="32"/>')),
    "issuer-red": ("7.2.4", lambda: style("Issuer", "E60012", "000000")),
    "issuer-face": ("7.2.4", lambda: style("Issuer", "方正小标宋简体", "黑体")),
    "issuer-centred": ("7.2.4", lambda: style("Issuer", 'w:jc w:val="center"', 'w:jc w:val="left"')),
    "no-issuer": ("7.2.4", lambda: changed(BODY, 'w:val="Issuer"', 'w:val="BodyText"')),
    "document-number": ("7.2.5", lambda: paragraph("IssueLine", "渝商发[2024]第01号")),
    "red-line": ("7.2.7", lambda: style("IssueLine", "<w:pBdr>.*?</w:pBdr>", "")),
    "title": ("7.3.1", lambda: style("Title", "方正小标宋简体", "黑体")),
    "title-centred": ("7.3.1", lambda: style("Title", 'w:jc w:val="center"', 'w:jc w:val="left"')),
    "title-lines": ("7.3.1", lambda: style("Title", 'w:before="918"', 'w:before="0"')),
    "heading-1": ("7.3.3", lambda: style("Heading1", "黑体", "仿宋")),
    "heading-2": ("7.3.3", lambda: style("Heading2", "楷体", "黑体")),
    "heading-3": ("7.3.3", lambda: heading(3, "1.示范区建设", face="黑体")),
    "heading-4": ("7.3.3", lambda: heading(4, "（1）市级示范区", points=28)),
    "number-of-level": ("7.3.3", lambda: changed("word/numbering.xml", 'w:val="（%2）"', 'w:val="%2."')),
    "indent": ("7.3.3", lambda: style("BodyText", '<w:ind w:firstLineChars="200" w:firstLine="640"/>', "")),
    "date-padded": ("7.3.5.4", lambda: paragraph("Signature", "2024年03月31日")),
    "date-spelt": ("7.3.5.4", lambda: paragraph("Signature", "二〇二四年三月三十一日")),
    "addressee-colon": ("7.3.2", lambda: addressee("各区县商务委")),
    "addressee-indented": ("7.3.2", lambda: addressee("各区县商务委：", '<w:ind w:firstLineChars="200"/>')),
    "attachments": ("7.3.4", lambda: paragraph("BodyText", "附件1：目标进展表。")),
    "note-brackets": ("7.3.6", lambda: paragraph("Contact", "联系人：示例")),
    "page-number-look": ("7.5", lambda: style("Footer", '<w:sz w:val="28"/>', '<w:sz w:val="21"/>')),
    "page-number-dashes": ("7.5", lambda: changed(FOOTER, "— ", "第 ")),
    "page-number-sides": ("7.5", lambda: changed("word/settings.xml", "<w:evenAndOddHeaders/>", "")),
    "no-page-number": ("7.5", lambda: changed(BODY, "<w:footerReference[^>]*/>", "")),
    "digits-wide": ("9", lambda: paragraph("BodyText", "增长１２％")),
    "range-hyphen": ("9", lambda: paragraph("BodyText", "2021-2022年增长")),
    "range-unit": ("9", lambda: paragraph("BodyText", "增长5～6%左右")),
}  # fmt: skip


TOLD = {
    "paper": "the paper is 216 by 279 mm and not A4.",
    "margin-top": "the top margin is 25.4 mm.",
    "margin-left": "the margin at the binding is 31.7 mm.",
    "type-area": "the type area is 150.2 by 225 mm and should be 156 by 225 mm.",
    "body": "the body text is set in 宋体, 16.0 pt.",
    "lines": "a page of body text has 26 lines; it should have 22.",
    "no-fixed-lines": "the lines of body text have no fixed distance; a page should have 22 of them.",
    "letters": "a line of body text has 27 characters; it should have 28.",
    "colour": "text has the colour 0070C0.",
    "issuer-red": "the mark of the issuing body has the colour 000000.",
    "issuer-face": "the mark of the issuing body is set in 黑体.",
    "issuer-centred": "the mark of the issuing body is not centred.",
    "no-issuer": "there is no mark of the issuing body before the title.",
    "document-number": "the document number is written “[2024]第01号”.",
    "red-line": "there is no red line below the head.",
    "title": "the title is set in 黑体, 22.0 pt.",
    "title-centred": "the title is not centred.",
    "title-lines": "the title stands 0.4 lines below the red line.",
    "heading-1": "headings of the first level are set in 仿宋, 16.0 pt.",
    "heading-2": "headings of the second level are set in 黑体, 16.0 pt.",
    "heading-3": "headings of the third level are set in 黑体, 16.0 pt.",
    "heading-4": "headings of the fourth level are set in 仿宋, 14.0 pt.",
    "number-of-level": "level 2 is numbered “一.”.",
    "indent": "a paragraph does not begin two characters in.",
    "date-padded": "a date is written “2024年03月31日”.",
    "date-spelt": "the date of the document is spelt out: “二〇二四年三月”.",
    "addressee-colon": "no full-width colon follows the addressees.",
    "addressee-indented": "the addressees are indented.",
    "attachments": "the list of attachments is written “附件1：目标进展表。”.",
    "note-brackets": "the note at the end does not stand in brackets.",
    "page-number-look": "page numbers are set in 宋体, 10.5 pt.",
    "page-number-dashes": "page numbers are written “第 1 —”.",
    "page-number-sides": "page numbers do not tell odd pages from even ones.",
    "no-page-number": "pages are not numbered.",
    "digits-wide": "“１２” is written in full-width digits (GB/T 15835).",
    "range-hyphen": "“2021-2022年” has a hyphen between its ends (GB/T 15835).",
    "range-unit": "the first number of “5～6%” lacks its unit (GB/T 15835).",
}
"""What the finding of each says after the clause."""


@pytest.mark.parametrize("variant", BROKEN)
def test_a_broken_template_is_told_with_the_clause(variant):
    clause, make = BROKEN[variant]
    found = {item.variant: item for item in form_findings(make(), official=True)}
    assert variant in found, sorted(found)
    assert found[variant].code == "official-form"
    assert language("zh").what(found[variant]).startswith(f"GB/T 9704—2012 第{clause}条：")
    assert language("en").what(found[variant]) == f"GB/T 9704-2012, {clause}: {TOLD[variant]}"
    for code in ("en", "zh"):
        assert language(code).remedy(found[variant])
    others = {item.variant for item in found.values()} - {variant}
    assert others <= _FOLLOWING.get(variant, set()), others


@pytest.mark.parametrize(
    ("level", "text", "number"),
    [(1, "（一）目标", "（一）"), (2, "1.增长", "1."), (3, "1、示范区", "1、"), (4, "1.市级", "1."), (4, "(1)市级", "(1)")],
)  # fmt: skip
def test_a_number_typed_at_a_heading_is_that_of_its_level(level, text, number):
    made = heading(level, text) if level > 2 else paragraph(f"Heading{level}", text)
    [found] = [item for item in form_findings(made, official=True) if item.variant == "number-of-level"]
    assert language("zh").what(found).endswith(f"第{level}层的序数写作“{number}”。")


# The line with the red border has 12 pt after it, a line is 225 mm / 22 = 28.99 pt: 0.41 lines; a title with 45.9 pt before it stands 2.0 below.
@pytest.mark.parametrize(
    ("before", "empty", "told"),
    [
        ('w:before="918"', 0, None),
        ('w:beforeLines="160" w:before="100"', 0, None),
        ('w:before="0"', 2, None),
        ('w:before="0"', 1, "1.4"),
        ('w:beforeLines="50"', 0, "0.9"),
        ('w:before="918"', 2, "4.0"),
    ],
)
def test_the_title_stands_two_lines_below_the_red_line(before, empty, told):
    title = '(<w:p><w:pPr><w:pStyle w:val="Title"/>)'
    lines = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>' * empty
    made = changed(BODY, title, rf"{lines}\g<1>", of=style("Title", 'w:before="918"', before))
    found = [item for item in form_findings(made, official=True) if item.variant == "title-lines"]
    assert [dict(item.parameters)["found"] for item in found] == ([told] if told else [])


@pytest.mark.parametrize(("level", "text"), [(3, "1.示范区建设"), (4, "（1）市级示范区")])
def test_headings_of_the_third_and_fourth_level_have_the_form(level, text):
    assert form_findings(heading(level, text), official=True) == []


@pytest.mark.parametrize(
    "made",
    [
        lambda: addressee("各区县商务委："),
        lambda: addressee("{{ pack.addressees }}"),
        lambda: paragraph("BodyText", "附件：1.目标进展表"),
        lambda: paragraph("BodyText", "附件：{{ pack.attachment }}"),
    ],
)
def test_addressees_and_attachments_that_have_the_form(made):
    assert form_findings(made(), official=True) == []


_FOLLOWING = {
    "paper": {"type-area"},
    "margin-top": {"type-area"},
    "margin-left": {"type-area"},
    "body": set(),
    "no-issuer": {"red-line", "body", "indent"},
    "red-line": set(),
    "no-page-number": set(),
    "page-number-dashes": set(),
    "document-number": {"body"},
    "note-brackets": set(),
}
"""What follows from a break beside its own finding."""


def test_every_variant_of_the_words_is_tried():
    from reportgen.language import language

    variants = {code.partition("/")[2] for code in language("zh").subject("official_form").FINDINGS}
    of_attachments = {"attachment-page", "attachment-title", "no-attachments"}  # in test_attachments.py
    assert variants - set(BROKEN) == {"red-head-of-plain", *of_attachments}


def test_a_blank_document_of_word_is_far_from_the_form():
    document = docx.Document()
    document.add_heading("标题", 0)
    document.add_paragraph("正文内容")
    import io

    data = io.BytesIO()
    document.save(data)
    clauses = {dict(item.parameters)["clause"] for item in form_findings(data.getvalue(), official=True)}
    assert {"5.1", "5.2.2", "5.2.3", "7.2.4", "7.3.1", "7.3.3", "7.5"} <= clauses
    form_findings(BLANK, official=True)  # nothing in it, and no error


def test_a_red_head_is_for_packs_that_say_gb9704():
    [found] = form_findings(template(), official=False)
    assert language("en").what(found) == (
        "GB/T 9704-2012, 7.2.4: the head is red, but the pack does not say that it makes official documents."
    )
    assert form_findings(style("Issuer", "E60012", "000000"), official=False) == []


def test_check_and_build_look_at_the_template_and_at_what_is_made(tmp_path):
    path = pack(tmp_path / "pack", paragraphs=("{{ pack.title }}", "2021-2022年{{ cbec_trade }}"))
    definition = path / "pack.toml" if path.is_dir() else path
    assert not [item for item in check(definition)[0] if item.code == "official-form"]
    definition.write_text('style = "gb9704"\n' + definition.read_text(encoding="utf-8"), encoding="utf-8")
    found = [item for item in check(definition)[0] if item.code == "official-form"]
    assert "7.5" in {dict(item.parameters)["clause"] for item in found}
    assert {item.place.file for item in found} == {"brief.docx"}
    assert len(found) == len(set(found))


def test_a_form_that_there_is_not_is_told(tmp_path):
    path = pack(tmp_path / "pack")
    definition = path / "pack.toml" if path.is_dir() else path
    definition.write_text('style = "gb9705"\n' + definition.read_text(encoding="utf-8"), encoding="utf-8")
    [found] = check(definition)[0]
    assert language("en").what(found) == 'style is "gb9705".'
    assert language("en").remedy(found) == "Did you mean gb9704? Write one of plain, gb9704."
