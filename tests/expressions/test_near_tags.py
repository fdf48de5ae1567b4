"""Full-width tags are read as tags; other brackets around a known name are an error, in Word and in Excel."""

import pytest

from reportgen.errors import TemplateError
from reportgen.excel import EXCEL
from reportgen.expressions import find_tags
from reportgen.language import language
from reportgen.word import WORD
from tests.excel.books import template
from tests.word.documents import docx_of, filled, lines, p, r, table


@pytest.mark.parametrize(
    ("text", "kind", "body"),
    [
        ("｛｛ 进出口 ｝｝", "{{", "进出口"),
        ("｛％ if x ％｝", "{%", "if x"),
        ("{％ if x %｝", "{%", "if x"),
        ("｛＃ remark ＃｝", "{#", "remark"),
        ("｛｛ x｜default（'无'） ｝｝", "{{", "x|default('无')"),
        ("｛｛ x or '｝｝' ｝｝", "{{", "x or '｝｝'"),
    ],
)
def test_full_width_braces_are_braces(text, kind, body):
    (tag,) = find_tags(text)
    assert (tag.kind, tag.body, tag.closed, tag.start, tag.end) == (kind, body, True, 0, len(text))


def test_a_full_width_tag_is_filled():
    own = docx_of(
        "a ｛｛ 进出口 ｝｝", "｛％ if 进出口 ％｝x｛％ endif ％｝", p(r("｛｛ 进"), r("出口 ｝｝"))
    )
    assert lines(filled(own, 进出口="7")) == ["a 7", "x", "7"]


def test_an_open_full_width_tag_is_a_finding():
    (finding,) = WORD.compile(docx_of("｛｛ 进出口")).lint()
    assert finding.code == "open-tag"


@pytest.mark.parametrize(
    "text", ["{ 进出口 }", "【进出口】", "{进出口}", "a ｛进出口｝ b", "【 进出口.value 】"]
)
def test_another_bracket_around_a_known_name_is_an_error(text):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("{{ x }}", text), 进出口="7", x=1)
    (finding,) = caught.value.findings
    assert finding.code == "near-tag"
    assert "is no tag, and would stay as it is." in language("en").what(finding)
    assert "{{ 进出口" in language("en").remedy(finding)
    assert finding.place.paragraph == 2
    assert [one.code for one in WORD.compile(docx_of(text)).lint({"进出口": 1})] == ["near-tag"]


def test_it_is_found_in_a_cell_and_torn_over_runs():
    with pytest.raises(TemplateError) as caught:
        filled(docx_of(table(["a", p(r("{ na"), r("me }"))])), name="N")
    assert [finding.place.row for finding in caught.value.findings] == [1]


@pytest.mark.parametrize("text", ["【说明】", "{a set}", "{ other }", "{{ '【name】' }}", "f(x) = {1, 2}"])
def test_brackets_around_anything_else_stay(text):
    assert lines(filled(docx_of(text), name="N")) == [text if "{{" not in text else "【name】"]


@pytest.mark.parametrize(
    "text",
    ["<<name>>", "«name»", "[[name]]", "{name}}", "name }}", "${name}", "《《name》》", "{ name.x }", "{name|upper}", "{ name | default('x')}", "{ % if name % }", "{ % endfor %}", "｛ ％ for x in name ％ ｝"],
)  # fmt: skip
def test_other_ways_to_miss_a_tag_are_errors_in_word_and_excel(text):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("{{ name }}", p(r(text[:2]), r(text[2:]))), name="N")
    key = "near-tag/statement" if "%" in text or "％" in text else "near-tag"
    assert [one.key for one in caught.value.findings] == [key]
    workbook = template({"A1": "{{ name }}", "B3": text})
    with pytest.raises(TemplateError) as caught:
        EXCEL.compile(workbook).fill({"name": "N"})
    assert [(one.code, one.place.row, one.place.column) for one in caught.value.findings] == [
        ("near-tag", 3, "B")
    ]
    assert "near-tag" in [one.code for one in EXCEL.compile(workbook).lint({"name": "N"})]


@pytest.mark.parametrize("text", ["<<other>>", "a << b", "《name》", "[name]", "[[1]]", "{ % }", "x }} y"])
def test_what_is_no_known_name_stays_in_word_and_excel(text):
    assert lines(filled(docx_of("{{ name }}", text.replace("<", "＜")), name="N"))[1] == text.replace(
        "<", "＜"
    )
    assert EXCEL.compile(template({"A1": "{{ name }}", "B3": text})).fill({"name": "N"})
