"""What is wrong with a template: all at once, with the place, the text around it and what to do."""

import io
from decimal import Decimal

import docx
import pytest

from reportgen.content import Chart, ChartSeries, Showable
from reportgen.errors import TemplateError
from reportgen.findings import Finding, Place, Severity
from reportgen.language import language, say
from reportgen.word import Picture, WordTemplate
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
    assert [(f.place.paragraph, language("en").remedy(f)) for f in found] == [
        (2, "Did you mean “rate”?"),
        (3, "Did you mean “food”?"),
    ]
    assert found[0].place.text == "a long text before {{ rat }} and after"


def test_chinese_names_are_offered_in_chinese():
    (found,) = findings("{{ 跨境电商.同必 }}", 跨境电商={"同比": 1})
    assert (language("zh").what(found), language("zh").remedy(found)) == (
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
        ([table(["{% for x in xs %}{{ x }}", "{{ x }}{% endfor %}"])], "block-across-structure"),
        ([table(["{% if x %}yes"], ["no{% endif %}"])], "block-across-structure"),
    ],
)
def test_mistakes_in_tags(blocks, code):
    assert code in codes(*blocks, x=1, xs=[1])


@pytest.mark.parametrize(
    "blocks",
    [
        [table(["{% for x in xs %}", "{{ x }}{% endfor %}"])],
        [table(["a {% for x in xs %}{{ x }}{% endfor %} b", "c"])],
        [table([f"{{% for x in xs %}}{table(['{{ x }}', 'y'])}{{% endfor %}}"])],
    ],
)
def test_blocks_of_whole_cells_are_no_mistake(blocks):
    assert filled(docx_of(*blocks), xs=[1])


@pytest.mark.parametrize(
    ("blocks", "says"),
    [
        (
            [table(["{% vm %}a"])],
            "“{% vm %}” merges a cell down over the rows of a loop, and stands in none.",
        ),
        ([table(["{% vm %}{% for x in xs %}{{ x }}{% endfor %}"])], "over the rows of a loop"),
        ([table(["{%tc for x in xs %}", "{% vm %}{{ x }}", "{%tc endfor %}"])], "over the rows of a loop"),
        (
            [table(["{% hm %}a"])],
            "“{% hm %}” merges a cell across the columns of a loop, and stands in none.",
        ),
        ([table(["{%tr for x in xs %}"], ["{% hm %}{{ x }}"], ["{%tr endfor %}"])], "across the columns"),
    ],
)
def test_cells_that_no_loop_brings_cannot_be_merged(blocks, says):
    (found,) = [one for one in findings(*blocks, xs=[1]) if one.code == "misplaced-tag"]
    assert says in language("en").what(found)
    assert "endfor" in language("en").remedy(found)


def test_mistakes_while_filling_name_their_tag():
    found = findings("ok", "{{ 1 / x }}", x=0)
    assert (found[0].code, found[0].place.paragraph) == ("expression-failed", 2)


def test_a_table_inside_a_line_is_a_finding():
    from reportgen.content import Table

    assert codes("a {{ t }}", t=Table("t", "T", (), ())) == ["misplaced-block"]


UNEVEN = Chart("gap", "column", "", ("2020", "2021"), (ChartSeries("Exports", (Decimal(1),)),))


class NoFigure(Showable):
    """A word whose figure has no number: with a finding of its own, or without one."""

    def __init__(self, *findings):
        self.findings = findings

    def content(self):
        raise TemplateError("Exports for 2030 have no number.", self.findings)


def says(code, *blocks, **context):
    """What a finding of that code says, and what to do, in English."""
    found = next(finding for finding in findings(*blocks, **context) if code in (finding.code, finding.key))
    assert language("zh").what(found)
    assert language("zh").remedy(found)
    return f"{language('en').what(found)} {language('en').remedy(found)}"


@pytest.mark.parametrize(
    ("code", "block", "context", "sentence"),
    [
        (
            "no-value",
            "{{ x.upper }}",
            {"x": "a"},
            "A method stands where a value should. Add brackets: name().",
        ),
        (
            "undefined-used/tag",
            "{{ x[5] + 1 }}",
            {"x": "text"},
            "The expression cannot be worked out: nothing there is called “5”. Look at “{{ x[5] + 1 }}”.",
        ),
        (
            "expression-failed/tag",
            "{{ 1 / x }}",
            {"x": 0},
            "The expression cannot be worked out: division by zero. Look at “{{ 1 / x }}”.",
        ),
        (
            "expression-failed/tag",
            "{{ range(x)|list }}",
            {"x": 200_000},
            "The expression cannot be worked out: a range of more than 100000 steps. Look at “{{ range(x)|list }}”.",
        ),
        (
            "no-value",
            "{{ x }}",
            {"x": NoFigure()},
            "Exports for 2030 have no number. Take the tag out, or test it with {% if %}.",
        ),
        (
            "chart-data",
            "{{ x }}",
            {"x": UNEVEN},
            "The chart “gap” cannot be filled: its series “Exports” has one value for 2 categories. "
            "Give every series a value for each category.",
        ),
        (
            "control-character",
            "{{ x }}",
            {"x": "a\x00b"},
            "The text “a\ufffdb” holds the character U+0000, which a Word document cannot. "
            "Take the character out of the data.",
        ),
        (
            "picture",
            "{{ x }}",
            {"x": Picture(b"no picture")},
            "The picture is no PNG, JPEG or GIF; save it as one of these. Look at the picture.",
        ),
    ],
)
def test_what_cannot_be_shown_says_why_and_what_to_do(code, block, context, sentence):
    assert says(code, block, **context) == sentence


def test_a_finding_behind_a_value_is_told_at_its_tag():
    own = Finding(
        "no-value", Severity.WARNING, place=Place(file="data.csv"), variant="tag", reason="Missing."
    )
    (found,) = findings("{{ x }}", x=NoFigure(own))

    assert (found.code, found.severity, found.place.paragraph) == ("no-value", Severity.ERROR, 1)
    assert found.cause == ("no-value", Place(file="data.csv"))


def test_a_footnote_in_a_header_is_a_finding():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ footnote(x) }}"
    data = io.BytesIO()
    document.save(data)
    with pytest.raises(TemplateError) as caught:
        filled(data.getvalue(), x="a")

    (found,) = caught.value.findings
    assert found.code == "misplaced-footnote"
    assert language("en").what(found) == "A footnote or endnote can only stand in the body."
    assert str(caught.value) == (
        "The Word template cannot be filled: header, paragraph 1: A footnote or endnote can only stand in the body. "
        "Take the tag out of the header, footer or note."
    )


def test_an_error_counts_the_findings_it_does_not_say():
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("{{ rat }}", "{{ x.foo }}"), rate=1, x={"food": 1})

    assert say(caught.value.message, "en").endswith("(1 more)")
    assert say(caught.value.message, "zh").startswith("无法填写 Word 模板：第1段：名称“rat”不存在。")
    assert say(caught.value.message, "zh").endswith("（另有1处）")


def test_lint_needs_no_filling():
    template = docx_of("{{ rat }}", "{% for row in rows %}{{ row.nmae }}{% endfor %}")
    found = WordTemplate(template, "brief.docx").lint({"rate": 1, "rows": [{"name": 1}]})
    assert [language("en").sentence(f) for f in found] == [
        "brief.docx, paragraph 1: The name “rat” is unknown. Did you mean “rate”?",
        "brief.docx, paragraph 2: “row” has nothing called “nmae”. Did you mean “name”?",
    ]


@pytest.mark.parametrize(
    "tag", ["{{ v ~ 'x' }}", "{{ [v]|join }}", "{{ ref('a') ~ v }}", "{{ footnote('a')|upper }}"]
)
def test_what_is_no_value_is_a_finding_inside_expressions_too(tag):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("a", tag), v=None)
    (found,) = caught.value.findings
    assert (found.code, found.place.paragraph) == ("no-value", 2)


@pytest.mark.parametrize(
    ("tag", "code", "said"),
    [
        ("{{ xs[5] }}", "unknown-name", "The list has no item 5."),
        ("{{ []|first }}", "no-value", "There is no value here: the list is empty."),
        (
            "{% filter upper %}abc{% endfilter %}",
            "unavailable-tag",
            "“filter” cannot be used in a Word template.",
        ),
    ],
)
def test_lists_and_filter_blocks_say_what_is_wrong(tag, code, said):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of(tag), xs=[1])
    assert (caught.value.findings[0].code, language("en").what(caught.value.findings[0])) == (code, said)
