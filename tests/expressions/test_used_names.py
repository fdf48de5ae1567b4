"""The names that a template uses, in Word and in Excel, without any data."""

import pytest

from reportgen.excel import EXCEL
from reportgen.expressions import find_tags, used_names
from reportgen.expressions.sandbox import environment
from reportgen.findings import Place
from reportgen.word import WORD
from tests.excel.books import template
from tests.word.documents import docx_of, table


def names(text):
    return [one.name for one in used_names(((tag, Place()) for tag in find_tags(text)), environment())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{ a }} {{ b.name|upper }} {{ c['d e'] }} {{ f[0].title }}", ["a", "b.name", "c.d e", "f[].title"]),
        ("{{ name.upper() }} {{ a.at('2020').yoy }} {{ total(x, y=z) }}", ["name", "a.at.yoy", "total", "x", "z"]),
        ("{% for r in t.rows if r.ok %}{{ loop.index }} {{ r.x }}{% endfor %}", ["t.rows", "t.rows[].ok", "t.rows[].x"]),
        ("{% for k, v in pairs.items() %}{{ k }}{{ v.n }}{% endfor %}", ["pairs", "pairs[]", "pairs[].n"]),
        ("{% set k = a.b %}{{ k.c }}{% set n = 1 + x %}{{ n }}", ["a.b", "a.b.c", "x"]),
        ("{% macro m(p) %}{{ p }}{{ q }}{% endmacro %}{{ m(1) }}", ["q"]),
        ("{{ x if y is defined else z }} {{ range(3) }} {{ broken| }} {{ 进出口.同比 }} {{ open", ["y", "x", "z", "进出口.同比"]),
    ],
)  # fmt: skip
def test_names_are_read_from_the_tags_alone(text, found):
    assert names(text) == found


def test_of_a_document_and_of_a_workbook():
    document = docx_of(
        "{{ a }}", table(["{%tr for r in rows %}"], ["{{ r.x }}{% cellbg r.colour %}"], ["{%tr endfor %}"])
    )
    assert {
        one.name: [place.paragraph for place in one.places] for one in WORD.compile(document).names()
    } == {
        "a": [1],
        "rows": [2],
        "rows[].colour": [3],
        "rows[].x": [3],
    }
    workbook = template(
        {"A1": "{%col for m in months %}{{ m.name }}{%col endfor %}", "B2": "{{ a }}", "B3": "=1"}
    )
    assert {one.name: one.places[0].column for one in EXCEL.compile(workbook).names()} == {
        "months": "A",
        "months[].name": "A",
        "a": "B",
    }
