"""Full-width tags are read as tags; other brackets around a known name are an error, in Word and in Excel."""

import pytest

from reportgen.errors import TemplateError
from reportgen.expressions import find_tags
from reportgen.language import say_remedy, say_what
from reportgen.word import lint
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
    template = docx_of(
        "a ｛｛ 进出口 ｝｝", "｛％ if 进出口 ％｝x｛％ endif ％｝", p(r("｛｛ 进"), r("出口 ｝｝"))
    )
    assert lines(filled(template, 进出口="7")) == ["a 7", "x", "7"]


def test_an_open_full_width_tag_is_a_finding():
    (finding,) = lint(docx_of("｛｛ 进出口"))
    assert finding.code == "open-tag"


@pytest.mark.parametrize(
    "text", ["{ 进出口 }", "【进出口】", "{进出口}", "a ｛进出口｝ b", "【 进出口.value 】"]
)
def test_another_bracket_around_a_known_name_is_an_error(text):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("{{ x }}", text), 进出口="7", x=1)
    (finding,) = caught.value.findings
    assert finding.code == "near-tag"
    assert "is no tag, and would stay as it is." in say_what(finding, "en")
    assert "{{ 进出口" in say_remedy(finding, "en")
    assert finding.place.paragraph == 2
    assert [one.code for one in lint(docx_of(text), {"进出口": 1})] == ["near-tag"]


def test_it_is_found_in_a_cell_and_torn_over_runs():
    with pytest.raises(TemplateError) as caught:
        filled(docx_of(table(["a", p(r("{ na"), r("me }"))])), name="N")
    assert [finding.place.row for finding in caught.value.findings] == [1]


@pytest.mark.parametrize("text", ["【说明】", "{a set}", "{ other }", "{{ '【name】' }}", "f(x) = {1, 2}"])
def test_brackets_around_anything_else_stay(text):
    assert lines(filled(docx_of(text), name="N")) == [text if "{{" not in text else "【name】"]
