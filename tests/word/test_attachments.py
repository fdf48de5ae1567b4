"""Attachments of an official document (GB/T 9704-2012, 7.3.4 and 7.3.7): named below the text, on a page of their own."""

import pytest

from reportgen.language import language
from reportgen.word.official_form import form_findings
from tests.word.documents import docx_of, p

NEW_PAGE = "<w:pageBreakBefore/>"
BREAK = '<w:r><w:br w:type="page"/></w:r>'
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{kind}</w:sectPr>'
NAMED = "附件：数据来源与说明"
SIGNED = ("市商务委", "2025年1月20日")


def head(text="附件", properties=NEW_PAGE):
    return p(text, properties=properties)


def told(*blocks):
    """What is told of attachments: clause and kind, in the order of the document."""
    found = form_findings(docx_of("正文一段。", *blocks), official=True)
    return [(dict(item.parameters)["clause"], item.variant) for item in found if "attachment" in item.variant]


@pytest.mark.parametrize(
    "blocks",
    [
        ("没有附件的正文。", *SIGNED),
        (NAMED, *SIGNED, head(), "数据来源与说明", "内容。"),
        (NAMED, *SIGNED, head("附件", "") .replace("<w:r>", f"{BREAK}<w:r>", 1), "数据来源与说明"),
        (NAMED, *SIGNED, p(BREAK), head("附件", ""), "数据来源与说明"),
        (NAMED, *SIGNED, p("附注", BREAK), "{%p if sources %}", head("附件", ""), "数据来源与说明"),
        (NAMED, *SIGNED, p(properties=SECTION.format(kind="")), head("附件", ""), "数据来源与说明"),
        ("附件：1.目标表", "2．来源表", *SIGNED, head("附件1"), "目标表", head("附件2"), "来源表"),
        (NAMED, *SIGNED, head("附录　数据来源与说明")),
        ("附件：{{ pack.attachment }}", *SIGNED, head(), "数据来源"),
        (NAMED, *SIGNED, head(), "{{ pack.attachment }}"),
        ("附件 1 所列各项指标，均按现价计算。", *SIGNED),
    ],
)  # fmt: skip
def test_attachments_that_have_the_form(blocks):
    assert told(*blocks) == []


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        ((*SIGNED, head(), "数据来源"), [("7.3.4", "no-attachments")]),
        ((*SIGNED, head("附录　数据来源", "")), [("7.3.7", "attachment-page"), ("7.3.4", "no-attachments")]),
        ((NAMED, *SIGNED, head("附件", ""), "数据来源与说明"), [("7.3.7", "attachment-page")]),
        ((NAMED, *SIGNED, head("附件", '<w:pageBreakBefore w:val="0"/>'), "数据来源与说明"), [("7.3.7", "attachment-page")]),
        ((NAMED, *SIGNED, p(BREAK, "附注。"), head("附件", ""), "数据来源与说明"), [("7.3.7", "attachment-page")]),
        ((NAMED, *SIGNED, head(), "来源"), [("7.3.7", "attachment-title")]),
        (("附件：1.目标表", "2.来源表", *SIGNED, head("附件1"), "目标表", head("附件2"), "指标表"), [("7.3.7", "attachment-title")]),
    ],
)  # fmt: skip
def test_a_broken_one_is_told_with_its_clause(blocks, found):
    assert told(*blocks) == found


def test_a_section_that_runs_on_begins_no_page():
    document = docx_of(
        NAMED, p(properties=SECTION.format(kind="")), head("附件", ""), "数据来源与说明",
        p(properties=SECTION.format(kind='<w:type w:val="continuous"/>')),
    )  # fmt: skip
    found = {item.variant for item in form_findings(document, official=True)}
    assert "attachment-page" in found


def test_it_is_said_in_either_language_what_to_do():
    found = {item.variant: item for item in form_findings(docx_of("正文。", "附录　数据来源"), official=True)}
    missing, page = found["no-attachments"], found["attachment-page"]
    assert (
        language("zh").what(missing)
        == "GB/T 9704—2012 第7.3.4条：文后有“附录　数据来源”，正文下没有附件说明。"
    )
    assert language("zh").remedy(missing) == "在正文与发文机关署名之间写附件说明：附件：数据来源"
    assert (
        language("en").what(page)
        == "GB/T 9704-2012, 7.3.7: “附录　数据来源” does not begin a page of its own."
    )
    assert language("en").remedy(page) == "Let its paragraph begin a page."
    other = form_findings(docx_of(NAMED, head(), "来源"), official=True)
    [title] = [item for item in other if item.variant == "attachment-title"]
    assert language("en").what(title) == (
        "GB/T 9704-2012, 7.3.7: the attachment is headed “来源”, and the list of attachments names “数据来源与说明”."
    )
    assert language("zh").what(title).endswith("附件标题“来源”与附件说明（“数据来源与说明”）不一致。")
