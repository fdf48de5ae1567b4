"""Mistakes in tags, said in a sentence with the nearest name."""

import pytest
from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError

from reportgen.errors import TemplateError
from reportgen.excel import EXCEL
from reportgen.expressions import (
    check_blocks,
    check_tag,
    closest,
    environment,
    failure,
    find_tags,
    unknown_names,
)
from reportgen.language import language, say
from reportgen.messages import Bilingual
from reportgen.word import WORD
from tests.excel.books import template
from tests.word.documents import docx_of


def mistake(text):
    (tag,) = find_tags(text)
    found = check_tag(tag, environment())
    return (
        (found.code, language("en").what(found.finding), language("en").remedy(found.finding))
        if found
        else None
    )


def block_mistakes(text):
    return [(found.index, found.code) for found in check_blocks(find_tags(text))]


def unknown(source, **context):
    return [(use.owner, use.name, use.candidates) for use in unknown_names(source, environment(), context)]


def test_sound_tags_have_no_mistake():
    for text in [
        "{{ a.b|upper }}",
        "{% for a, b in c %}",
        "{% elif x > 2 %}",
        "{% else %}",
        "{% set a = 1 %}",
        "{% endfor %}",
    ]:
        assert mistake(text) is None


@pytest.mark.parametrize("name", ["a", "报告", "not", "if", "in", "true", "_x", "2", "²", "é", "loop"])
def test_a_tag_that_is_not_parsed_is_one_that_jinja_parses(name):
    steps = [
        "",
        ".b",
        ".2024",
        ".²",
        ".not",
        "..b",
        " b",
        "()",
        '("x")',
        "(1)",
        '("x" "y")',
        '("x',
        '.b("CN").c',
        '("\\"")',
    ]
    for step in steps:
        try:
            environment().parse(f"{{{{ {name}{step} }}}}")
            is_sound = True
        except TemplateSyntaxError:
            is_sound = False
        assert (mistake(f"{{{{ {name}{step} }}}}") is None) == is_sound, step


@pytest.mark.parametrize(
    ("tag", "after"),
    [
        ("{{% if {} %}}", "{% endif %}"),
        ("{{% for x in {} %}}", "{% endfor %}"),
        ("{{% for {} in rows.all %}}", "{% endfor %}"),
        ("{{% for x in {}  %}}", "{% endfor %}"),
    ],
)
@pytest.mark.parametrize(
    "words",
    ["a", "a.b", 'a.b("CN").c', "a.1", "1a", "a b", "a()", "a(b", "地区.行", "if", "not", "in", "recursive", "loop", "none", "True",
     "x recursive", "a if b", "a.if", "a|upper", "", "a, b", "a.b, c"],
)  # fmt: skip
def test_a_statement_is_sound_where_jinja_parses_it(tag, after, words):
    """Most are seen to be sound without being parsed."""
    source = tag.format(words)
    try:
        environment().parse(f"{source}{after}")
        is_sound = True
    except TemplateSyntaxError:
        is_sound = False
    assert (mistake(source) is None) == is_sound


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("{{ a", "open-tag", "not closed"),
        ("{{ }}", "empty-tag", "empty"),
        ("{{ a|uper }}", "unknown-filter", "Did you mean “upper”?"),
        ("{% fro x in y %}", "unknown-statement", "Did you mean “for”?"),
        ("{% for x of y %}", "tag-syntax", "“of” stands where “in” should."),
        ("{{ a b }}", "tag-syntax", "“b” stands where the end of the tag should."),
        ("{% include 'x' %}", "unavailable-tag", "cannot be used"),
    ],
)
def test_a_mistake_is_a_sentence(text, code, says):
    found = mistake(text)
    assert found[0] == code
    assert says in f"{found[1]} {found[2]}"


def test_a_misspelt_statement_is_of_a_kind_of_its_own():
    found = {
        text: check_tag(find_tags(text)[0], environment()).finding.key
        for text in ("{% fro x %}", "{% xyzzy %}")
    }
    assert found == {"{% fro x %}": "unknown-statement/near", "{% xyzzy %}": "unknown-statement"}


def test_blocks_left_open_and_stray_ends_are_all_found():
    assert block_mistakes("{% for a in b %}{% if c %}{% endif %}") == [(0, "open-block")]
    assert block_mistakes("{% endif %}{% for a in b %}{% endfor %}") == [(0, "stray-block-end")]
    assert block_mistakes("{% for a in b %}{% if c %}{% endfor %}") == [(1, "open-block")]
    assert block_mistakes("{% else %}") == [(0, "stray-block-end")]
    assert block_mistakes("{% for a in b %}{% if c %}{% break %}{% endif %}{% else %}{% endfor %}") == []
    assert block_mistakes("{% set a %}x{% endset %}{% set b = 1 %}") == []


@pytest.mark.parametrize("again", ["else", "elif b"])
def test_a_block_has_one_else_and_it_is_the_last(again):
    """Also where names are looked for in a template that has such a mistake: the rest of it is read."""
    text = f"{{% if a %}}1{{% else %}}2{{% {again} %}}{{{{ nmae }}}}{{% endif %}}"
    keys = ["stray-block-end/after-else", "unknown-name"]
    assert [found.finding.key for found in check_blocks(find_tags(text))] == keys[:1]
    assert [found.key for found in WORD.compile(docx_of(text)).lint({"a": 1, "b": 2})] == keys
    assert [found.key for found in EXCEL.compile(template({"A1": text})).lint({"a": 1, "b": 2})][:1] == keys[
        :1
    ]


def test_what_only_the_whole_template_shows_is_said_of_its_part():
    [found] = WORD.compile(docx_of("{% for loop in a %}x{% endfor %}")).lint({"a": [1]})
    assert found.key == "tag-syntax/part"


def test_unknown_names_come_all_at_once_with_the_nearest():
    source = (
        "{{ 跨境电傷 }} {{ trade.tagret.gap }} {% for row in rows %}{{ row.nmae }}{{ row.extra }}{% endfor %}"
    )
    context = {"跨境电商": 1, "trade": {"target": {"gap": 1}}, "rows": [{"name": 1}, {"extra": 2}]}
    assert unknown(source, **context) == [
        ("", "跨境电傷", ("跨境电商",)),
        ("trade", "tagret", ("target",)),
        ("row", "nmae", ("name",)),
    ]


def test_names_under_defined_or_default_may_be_unknown():
    assert (
        unknown("{{ a|default('') }}{% if b is defined and b.c %}{{ 1 }}{% endif %}{{ d is defined }}") == []
    )


def test_set_names_and_loop_names_are_known():
    source = "{% set a = 1 %}{{ a }}{% for x, y in pairs %}{{ x }}{{ y }}{{ loop.index }}{% endfor %}{% macro m(q) %}{{ q }}{% endmacro %}{{ m(1) }}"
    assert unknown(source, pairs=[(1, 2)]) == []


def test_the_nearest_name_is_found_in_short_chinese_words():
    assert closest("缺囗", ["缺口", "完成率"]) == ("缺口",)
    assert closest("上海", ["缺口", "完成率"]) == ()


def test_what_failed_while_it_ran_is_said_in_each_language():
    assert say(failure(ZeroDivisionError("division by zero")), "zh") == "表达式无法计算：除数为零。"
    assert say(failure(ZeroDivisionError("division by zero")), "en") == (
        "The expression cannot be worked out: division by zero."
    )
    own = TemplateError(Bilingual("The dataset has no target “xx”.", "数据集中没有目标“xx”。"))
    assert failure(own) == own.message


PYTHONS = {
    "IndicatorTerm.at() missing 1 required positional argument: 'period'": "in the brackets period is missing",
    "f() missing 2 required positional arguments: 'a' and 'b'": "in the brackets a and b is missing",
    "IndicatorTerm.at() takes 2 positional arguments but 4 were given": "in the brackets there are too many values",
    "do_round() takes from 1 to 3 positional arguments but 5 were given": "in the brackets there are too many values",
    "str.upper() takes no arguments (1 given)": "in the brackets there are too many values",
    "IndicatorTerm.at() got an unexpected keyword argument 'x'": "in the brackets nothing called x is taken",
    "unsupported operand type(s) for +: 'IndicatorTerm' and 'int'": "compute and compare with .raw",
    "'>' not supported between instances of 'RawNumber' and 'str'": "compute and compare with .raw",
    "'IndicatorTerm' object is not iterable": "that is no list",
    "cannot unpack non-iterable IndicatorTerm object": "that is no list",
    "'str' object cannot be interpreted as an integer": "a whole number is needed",
    "'CellWord' object has no attribute 'x'": "a value is of a kind that does not fit there",
}


@pytest.mark.parametrize("said", PYTHONS)
def test_nothing_of_python_is_said(said):
    told = say(failure(TypeError(said)), "en")
    assert PYTHONS[said] in told
    chinese = say(failure(TypeError(said)), "zh")
    for word in ("object", "argument", "positional", "Term", "instances", "operand"):
        assert word not in told + chinese


def test_what_is_no_function_is_called_without_success():
    said = "<reportgen.figures.terms.indicator.IndicatorTerm object at 0x7ffa99983090> is not safely callable"
    assert "takes none" in say(failure(SecurityError(said)), "en")
    assert "不能加括号" in say(failure(SecurityError(said)), "zh")
