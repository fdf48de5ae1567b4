"""What is wrong with a template: all at once, with the place, the text around it and what to do."""

import pytest

from reportgen.errors import TemplateError
from reportgen.language import say_remedy, say_what, sentence_of
from reportgen.word import lint
from tests.word.documents import docx_of, filled, p, r, table


def findings(*blocks, **context):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of(*blocks), **context)
    return caught.value.findings


def codes(*blocks, **context):
    return [finding.code for finding in findings(*blocks, **context)]


def test_unknown_names_come_all_at_once_with_place_and_nearest():
    found = findings(
        "fine {{ rate }}", "a long text before {{ rat }} and after", "{{ x.foo }}", rate=1, x={"food": 1}
    )
    assert [(f.place.paragraph, say_remedy(f, "en")) for f in found] == [
        (2, "Did you mean “rate”?"),
        (3, "Did you mean “food”?"),
    ]
    assert found[0].place.text == "a long text before {{ rat }} and after"


def test_chinese_names_are_offered_in_chinese():
    (found,) = findings("{{ 跨境电商.同必 }}", 跨境电商={"同比": 1})
    assert (say_what(found, "zh"), say_remedy(found, "zh")) == (
        "“跨境电商”没有名为“同必”的内容。",
        "是否应为“同比”？",
    )


def test_a_place_in_a_table_says_row_and_cell():
    (found,) = findings(table(["a", "b"], ["c", "{{ nothing }}"]))
    assert (found.place.row, found.place.column) == (2, "2")


@pytest.mark.parametrize(
    ("blocks", "code"),
    [
        (["{% for x in xs %}", "{{ x }}"], "open-block"),
        (["{% endif %}"], "stray-block-end"),
        (["a {{ x"], "open-tag"),
        (["{{ x|uper }}"], "unknown-filter"),
        (["{% fro x in xs %}"], "unknown-statement"),
        (["{%tr for x in xs %}", "{%tr endfor %}"], "misplaced-tag"),
        (["lost {%p if x %}", "{%p endif %}"], "text-beside-tag"),
        (["{% if x %}", table(["{% endif %}"])], "block-across-structure"),
        (
            [p("{% if x %}", f'<w:hyperlink w:anchor="a">{r("{% endif %}")}</w:hyperlink>')],
            "block-across-structure",
        ),
    ],
)
def test_mistakes_in_tags(blocks, code):
    assert code in codes(*blocks, x=1, xs=[1])


def test_mistakes_while_filling_name_their_tag():
    found = findings("ok", "{{ 1 / x }}", x=0)
    assert (found[0].code, found[0].place.paragraph) == ("expression-failed", 2)


def test_a_table_inside_a_line_is_a_finding():
    from reportgen.content import Table

    assert codes("a {{ t }}", t=Table("t", "T", (), ())) == ["misplaced-block"]


def test_lint_needs_no_filling():
    template = docx_of("{{ rat }}", "{% for row in rows %}{{ row.nmae }}{% endfor %}")
    found = lint(template, {"rate": 1, "rows": [{"name": 1}]}, "brief.docx")
    assert [sentence_of(f, "en") for f in found] == [
        "brief.docx, paragraph 1: The name “rat” is unknown. Did you mean “rate”?",
        "brief.docx, paragraph 2: “row” has nothing called “nmae”. Did you mean “name”?",
    ]
