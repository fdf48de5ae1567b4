"""Filling texts on any mapping: words stay words, lines of statements vanish, figures know their line."""

from decimal import Decimal

import pytest

from reportgen.content import (
    Bookmark,
    Chart,
    Link,
    Number,
    Sentence,
    SourceMark,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from reportgen.errors import PackageError, TemplateError
from reportgen.language import language, say
from reportgen.rendered import ShownFigure
from reportgen.text import MARKDOWN, PLAIN_TEXT

LEVEL = Number("32.21 billion yuan", "32.21", "billion yuan", Decimal("32.21"), key="k1", anchor="figure_k1")
TABLE = Table(
    "progress",
    "Progress",
    (TableColumn("what", "Indicator"), TableColumn("level", "Level", "billion", align="number")),
    (
        TableRow((TableCell("To 2020"),), role="group"),
        TableRow((TableCell("Trade *"), TableCell(LEVEL)), indent=1),
        TableRow((TableCell("All"), TableCell("7.8")), role="total"),
    ),
    notes=("A first note.", "A second."),
    source="Office",
)


def filled(template, context, renderer=MARKDOWN):
    return renderer.compile(template.encode()).fill(context).data.decode()


def test_text_between_tags_stays_as_it_is():
    template = "# Title *as typed*\r\n\r\n\t{{ name }}  \r\nno newline at the end"
    assert filled(template, {"name": "x"}) == "# Title *as typed*\r\n\r\n\tx  \r\nno newline at the end"


def test_a_byte_order_mark_is_kept():
    assert MARKDOWN.compile(b"\xef\xbb\xbf{{ n }}").fill({"n": 1}).data == b"\xef\xbb\xbf1"


def test_lines_that_hold_only_statements_vanish():
    template = (
        "a\n{% for n in rows %}\n- {{ n }}{% if n > 1 %}!{% endif %}\n{% endfor %}\n{# a remark #}\nz\n"
    )
    assert filled(template, {"rows": [1, 2]}) == "a\n- 1\n- 2!\nz\n"


def test_statements_within_a_line_leave_the_rest_of_it():
    assert filled("{% for n in rows %}{{ n }}, {% endfor %}end", {"rows": [1, 2]}) == "1, 2, end"
    assert filled("a  {%- if yes %} b{% endif -%}\n\n c", {"yes": True}) == "a bc"


def test_tags_as_people_type_them_in_chinese_are_read():
    assert filled("｛｛ 城市 ｝｝，{%　if 城市 == “重庆” %}是{% endif %}", {"城市": "重庆"}) == "重庆，是"


def test_macros_and_captured_texts_keep_their_figures():
    template = (
        "{% macro m(x) %}[{{ x }}]{% endmacro %}{% set s %}({{ level }}){% endset %}{{ m(level) }}\n{{ s }}"
    )
    rendered = PLAIN_TEXT.compile(template.encode()).fill({"level": LEVEL})
    assert rendered.data.decode() == "[32.21 billion yuan]\n(32.21 billion yuan)"
    assert rendered.figures == (
        ShownFigure("k1", LEVEL.text, place="1"),
        ShownFigure("k1", LEVEL.text, place="2"),
    )


def test_markdown_takes_no_sign_of_a_value_for_markup():
    assert (
        filled("{{ name }}", {"name": "a*b_c [x] <y> `z` ~1 | \\"}) == r"a\*b\_c \[x\] \<y\> \`z\` \~1 \| \\"
    )
    assert filled("{{ name }}", {"name": "a*b"}, PLAIN_TEXT) == "a*b"


def test_marks_and_figures_lead_to_places_that_are_there_and_nowhere_else():
    mark, entry = SourceMark("[1]", "source_1"), Bookmark("Office", "source_1")
    context = {
        "said": Sentence((LEVEL, mark)),
        "entry": entry,
        "link": Link("here", "https://example.org/a b"),
    }
    text = filled("{{ said }}\n{{ entry }} {{ link }}", context)
    assert text == (
        "32.21 billion yuan[\\[1\\]](#source_1)\n"
        '<a id="source_1"></a>Office [here](<https://example.org/a b>)'
    )
    assert filled("{{ said }}", context) == "32.21 billion yuan\\[1\\]"
    plain = filled("{{ said }} {{ entry }} {{ link }}", context, PLAIN_TEXT)
    assert plain == "32.21 billion yuan[1] Office here (https://example.org/a b)"


def test_a_table_is_a_table_of_markdown():
    assert filled("{{ t }}\n", {"t": TABLE}).splitlines() == [
        "**Progress**",
        "",
        "| Indicator | Level (billion) |",
        "| :--- | ---: |",
        "| **To 2020** |  |",
        "| \u2003Trade \\* | 32.21 billion yuan |",
        "| **All** | **7.8** |",
        "",
        "Notes: 1. A first note.",
        "",
        "2. A second.",
        "",
        "Source: Office",
    ]


def test_a_table_of_a_plain_text_stands_in_columns():
    rendered = PLAIN_TEXT.compile(b"{{ t }}").fill({"t": TABLE})
    assert rendered.data.decode().splitlines() == [
        "Progress",
        "Indicator     Level (billion)",
        "---------  ------------------",
        "To 2020",
        "  Trade *  32.21 billion yuan",
        "All                       7.8",
        "Notes: 1. A first note.",
        "2. A second.",
        "Source: Office",
    ]
    assert [figure.place for figure in rendered.figures] == ["5"]


@pytest.mark.parametrize("tag", [r'{{ "a\ud800b" }}', '{{ "a%cb" % 55296 }}', '{{ "a%cb" % 0 }}'])
def test_what_no_file_of_text_can_hold_is_left_out(tag):
    assert filled(tag, {}) == "ab"


def test_chinese_characters_take_two_columns():
    columns = (TableColumn("a", "指标"), TableColumn("b", "数值", align="number"))
    table = Table("t", "", columns, (TableRow((TableCell("进出口额"), TableCell("1"))),), language="zh")
    assert filled("{{ t }}", {"t": table}, PLAIN_TEXT).splitlines() == [
        "指标      数值",
        "--------  ----",
        "进出口额     1",
    ]


CHART = Chart("gap", "column", "Gap", (), ())


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("{{ gap }}", "chart-in-text", "The chart “gap” cannot stand in a text."),
        ("words {{ t }}", "table-in-line", "A table cannot stand inside a line of text."),
        ("{{ nothing }}", "no-value", "There is no value here."),
        ("{{ citty }}", "unknown-name", "The name “citty” is unknown."),
        ("{{ city.mayor }}", "unknown-name", "“city” has nothing called “mayor”."),
        ("{{ 1 / 0 }}", "expression-failed", "The expression cannot be worked out: division by zero."),
        ("{{ [1, 2] }}", "no-value", "A list stands where one value should."),
        ("{% for x in citty %}{% endfor %}", "unknown-name", "The name “citty” is unknown."),
    ],
)
def test_what_cannot_be_shown_is_said_with_its_line(line, code, said):
    context = {"gap": CHART, "t": TABLE, "nothing": None, "city": {"name": "Chongqing"}}
    with pytest.raises(TemplateError) as raised:
        MARKDOWN.compile(f"first\n\n{line}\n".encode()).fill(context)
    found = raised.value.findings[0]
    assert (found.code, language("en").place(found.place), language("en").what(found)) == (
        code,
        "line 3",
        said,
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{{ name", "open-tag"),
        ("{{ }}", "empty-tag"),
        ("{{ name( }}", "tag-syntax"),
        ("{% if name %}", "open-block"),
        ("{% endif %}", "stray-block-end"),
        ("{% include 'x' %}", "unavailable-tag"),
        ("{{ name|uper }}", "unknown-filter"),
        ("{ name }", "near-tag"),
        ("{{ nam }}", "unknown-name"),
    ],
)
def test_lint_says_the_line_of_each_mistake(line, code):
    found = PLAIN_TEXT.compile(f"one\n\n{line}".encode()).lint({"name": "x"})
    assert [(one.code, one.place.line, one.place.text) for one in found] == [(code, 3, line)]
    assert language("zh").place(found[0].place) == "第3行"


def test_a_tag_over_two_lines_is_no_mistake():
    assert MARKDOWN.compile(b"{{ a +\n b }}").lint({"a": 1, "b": 2}) == []
    assert filled("{{ a +\n b }}", {"a": 1, "b": 2}) == "3"


def test_names_have_their_lines():
    names = MARKDOWN.compile(b"{{ a }}\n{% for r in rows %}\n{{ r.x }}\n{% endfor %}").names()
    assert [(one.name, [place.line for place in one.places]) for one in names] == [
        ("a", [1]),
        ("rows", [2]),
        ("rows[].x", [3]),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "a\n城市".encode("gb18030"),
            "mail.md: line 2 is not in the encoding UTF-8; save the text as UTF-8.",
        ),
        (b"PK\x03\x04\x00\x00", "mail.md: the file is no text; use a .md or .txt file."),
    ],
)
def test_a_file_that_is_no_text_is_refused(data, said):
    with pytest.raises(PackageError) as raised:
        MARKDOWN.require_sound(data, "mail.md")
    assert say(raised.value.message, "en") == said


def test_what_a_text_says_is_read_without_its_markup():
    line = "1. **Trade** came to [32.21 billion yuan](#figure_k1)[\\[1\\]](#source_1), a\\*b; see https://x.org/2021"
    (read,) = MARKDOWN.read(line.encode())
    assert read.text == "1. Trade came to 32.21 billion yuan[1], a*b; see https://x.org/2021"
    assert [read.text[start:end] for start, end in read.covered] == ["1. ", "[1]", "https://x.org/2021"]
    assert [one.is_row for one in MARKDOWN.read(b"| a | 7.8 |\nno row | here")] == [True, False]
    (mail,) = PLAIN_TEXT.read("1、进出口额322.1亿元[1-2]。".encode())
    assert [mail.text[start:end] for start, end in mail.covered] == ["1、", "[1-2]"]


def test_remarks_stand_above_the_lines_they_are_about():
    template = b"one\r\n{{ nam }}\r\n"
    noted = MARKDOWN.annotate(template, MARKDOWN.compile(template).lint({"name": "x"}), "en").decode()
    assert noted == "one\r\n{# The name “nam” is unknown. Did you mean “name”? #}\r\n{{ nam }}\r\n"
    assert filled(noted, {"nam": "x"}) == "one\r\nx\r\n"
