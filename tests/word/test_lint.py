"""The lint on a template with twenty mistakes planted in it, and the template given back with comments."""

import io
import re

import docx

from reportgen.language import language, place_record
from reportgen.ooxml import Package
from reportgen.word import WORD, WordTemplate
from reportgen.word.template_comments import annotate_document
from tests.word.documents import body_xml, docx_of, filled, p, r, table

CONTEXT = {
    "rate": 1,
    "指标": {"同比": 1, "目标": {"缺口": 2, "完成率": 3}},
    "rows": [{"name": "a", "value": 1}],
    "trade": {"target": {"gap": 1}},
    "yes": True,
}

PLANTED = [
    ("{{ rat }}", "unknown-name", "“rate”"),
    ("{{ 指标.同必 }}", "unknown-name", "“同比”"),
    ("{{ 指标.目标.缺囗 }}", "unknown-name", "“缺口”"),
    ("{{ trade.tagret.gap }}", "unknown-name", "“target”"),
    ("{% for row in rows %}{{ row.nmae }}{% endfor %}", "unknown-name", "“name”"),
    ("{{ rate|uper }}", "unknown-filter", "“upper”"),
    (
        "{% if rate is definde %}x{% endif %}",
        "unknown-filter",
        "There is no test called “definde”.Did you mean “defined”?",
    ),
    ("{{ rate", "open-tag", "same paragraph"),
    ("{{ }}", "empty-tag", "Write a name"),
    ("{% fro row in rows %}", "unknown-statement", "“for”"),
    ("{% for row of rows %}x{% endfor %}", "tag-syntax", "Correct"),
    ("{{ rate rate }}", "tag-syntax", "Correct"),
    ("{{ (rate }}", "tag-syntax", "Correct"),
    ("{% include 'x' %}", "unavailable-tag", "Delete"),
    ("{%tr for row in rows %}", "misplaced-tag", "table"),
    ("{% cellbg rate %}", "misplaced-tag", "table"),
    ("lost {%p set x = 1 %}", "text-beside-tag", "of its own"),
    ("{% endif %}", "stray-block-end", "before"),
    (p(r("{{ ra"), r("te }}", "<w:b/>")), "split-tag", "one format"),
    ("{% if yes %}", "open-block", "{% endif %}"),
]


def test_all_twenty_mistakes_are_found_at_once_each_at_its_place():
    found = WordTemplate(docx_of(*(block for block, _, _ in PLANTED)), "brief.docx").lint(CONTEXT)
    for number, (block, code, says) in enumerate(PLANTED, start=1):
        here = [one for one in found if one.place.paragraph == number and one.code == code]
        assert here, f"{block}: {code} not found among {[(f.code, f.place.paragraph) for f in found]}"
        assert says in language("en").what(here[0]) + language("en").remedy(here[0])
        assert here[0].place.file == "brief.docx"
        assert here[0].place.text


def test_a_sound_template_has_no_findings():
    sound = docx_of(
        "{{ rate }} {% for row in rows %}{{ row.name }}{% endfor %}", table(["{{ 指标.目标.完成率 }}", "x"])
    )
    assert WORD.compile(sound).lint(CONTEXT) == []


def test_without_a_sample_names_are_not_looked_at():
    assert WORD.compile(docx_of("{{ whatever }}")).lint() == []


def document_with_headers():
    document = docx.Document()
    first = document.sections[0]
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].text = "{{ nothing }}"
    second = document.add_section()
    second.footer.is_linked_to_previous = False
    second.footer.paragraphs[0].text = "{{ nil }}"
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def test_a_finding_says_in_which_header_of_which_section_it_is():
    found = WordTemplate(document_with_headers(), "brief.docx").lint({})
    assert [language("en").place(one.place) for one in found] == [
        "brief.docx, first-page header of section 1, paragraph 1",
        "brief.docx, footer of section 2, paragraph 1",
    ]
    assert language("zh").place(found[0].place) == "brief.docx，第1节首页页眉，第1段"
    assert place_record(found[0].place)["file"] == "brief.docx (first-page header of section 1)"


def comments(data):
    texts = re.findall(r"<w:comment .*?</w:comment>", body_xml(data, "word/comments.xml"), re.DOTALL)
    return [" ".join(re.findall(r"<w:t[^>]*>([^<]*)", text)) for text in texts]


def test_the_template_comes_back_with_a_comment_at_each_place(ooxml_validator):
    template = docx_of("fine", "{{ rat }}", table(["{{ 指标.同必 }}", "x"]))
    marked = annotate_document(template, WORD.compile(template).lint(CONTEXT), "zh")
    assert comments(marked) == [
        "名称“rat”不存在。 是否应为“rate”？",
        "“指标”没有名为“同必”的内容。 是否应为“同比”？",
    ]
    second = re.findall(r"<w:p>.*?</w:p>", body_xml(marked))[1]
    assert second.startswith('<w:p><w:commentRangeStart w:id="0"/>')
    assert ooxml_validator(marked) == []


def test_a_mistake_in_a_header_is_told_at_the_first_paragraph():
    template = document_with_headers()
    comment = comments(annotate_document(template, WORD.compile(template).lint({})))[0]
    assert comment.startswith("first-page header of section 1 The name “nothing” is unknown.")


def test_comments_already_there_are_kept():
    first = annotate_document(docx_of("{{ rat }}"), WORD.compile(docx_of("{{ rat }}")).lint(CONTEXT))
    assert len(comments(annotate_document(first, WORD.compile(first).lint(CONTEXT)))) == 2


def test_a_filled_document_keeps_comments_and_settings_byte_for_byte():
    template = annotate_document(docx_of("{{ rate }}"), WORD.compile(docx_of("{{ rat }}")).lint(CONTEXT))
    before, after = Package.open(template), Package.open(filled(template, rate="5%"))
    changed = [name for name in before.names() if before.read(name) != after.read(name)]
    assert changed == ["word/document.xml"]
