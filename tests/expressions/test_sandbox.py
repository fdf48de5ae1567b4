"""What an expression may do, and what it may not."""

import datetime
from collections import namedtuple
from dataclasses import dataclass

import pytest
from jinja2 import TemplateError

from reportgen.expressions import environment, unknown_name
from reportgen.language import language


def shown(template, **context):
    return environment(autoescape=False).from_string(template).render(context)


@dataclass
class Firm:
    name: str
    _secret: str = "hidden"

    def sack(self):
        raise AssertionError("reached")


class Word:
    template_names = frozenset({"number", "at", "同比"})
    number = "32.21"
    hidden = "no"
    同比 = "63.3%"

    def at(self, period):
        return f"at {period}"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ s.upper() }}", "R&D"),
        ("{{ s|e }}", "r&d"),
        ("{{ ', '.join(d.keys()) }}", "items, a"),
        ("{{ d['items'] }}", "7"),
        ("{% for k, v in d.items() %}{{ k }}{{ v }};{% endfor %}", "items7;a2;"),
        ("{{ l.count(1) }}{{ l[1] }}{{ l.1 }}", "122"),
        ("{{ 出口.同比 }}", "3"),
        ("{{ 指标.同比 }} {{ word.at('2020') }}", "63.3% at 2020"),
        ("{{ day.year }}年", "2026年"),
        ("{{ firm.name }} {{ point.x }}", "Lianglu 4"),
        ("{% for x in l %}{{ loop.index }}{{ loop.last }} {% endfor %}", "1False 2True "),
        ("{% set n = namespace(t=0) %}{% for x in l %}{% set n.t = n.t + x %}{% endfor %}{{ n.t }}", "3"),
        ("{{ nothing is defined }} {{ nothing.at.all|default('-') }}", "False -"),
        ("{{ 'a%05.2f' % 3.14159 }} {{ '%s!'|format(s) }}", "a03.14 r&d!"),
    ],
)
def test_plain_expressions_work(template, expected):
    context = {
        "s": "r&d",
        "d": {"items": 7, "a": 2},
        "l": [1, 2],
        "出口": {"同比": 3},
        "指标": Word(),
        "word": Word(),
        "day": datetime.date(2026, 5, 31),
        "firm": Firm("Lianglu"),
        "point": namedtuple("Point", "x")(4),
    }
    assert shown(template, **context) == expected


@pytest.mark.parametrize(
    "template",
    [
        "{{ s.__class__ }}",
        "{{ s['__class__'] }}",
        "{{ s|attr('upper') }}",
        "{{ s.format(s) }}",
        "{{ s.format_map(d) }}",
        "{{ s.encode() }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ joiner.__init__ }}",
        "{{ namespace().__init__ }}",
        "{{ dict.mro() }}",
        "{{ (1).real }}",
        "{{ firm.sack() }}",
        "{{ firm._secret }}",
        "{{ word.hidden }}",
        "{{ word.__init__ }}",
        "{{ d.clear() }}",
        "{{ l.append(3) }}",
        "{{ l.sort() }}",
        "{{ run('1') }}",
        "{{ self.__init__ }}",
        "{{ loop }}",
        "{{ range(1000000) }}",
        "{{ 'a' * 100000000 }}",
        "{{ 9 ** 99999 }}",
        "{{ '%99999d' % 1 }}",
        "{{ s.zfill(100000000) }}",
        "{{ s|center(100000000) }}",
        "{{ l|map(attribute='__class__')|join }}",
        "{{ [firm]|map(attribute='_secret')|join }}",
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{% for x in l %}{{ loop.__class__ }}{% endfor %}",
        "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    ],
)
def test_nothing_of_python_is_in_reach(template):
    with pytest.raises((TemplateError, TypeError)):
        shown(template, s="abc", d={"a": 1}, l=[1], firm=Firm("x"), word=Word(), run=eval)


def test_a_row_may_have_any_key():
    assert shown("{{ row.name }}{{ row.index }}", row={"name": "a", "index": 1}) == "a1"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ rows | sum(attribute='v') }}", "5"),
        ("{{ rows | sum('v', start=1) }}", "6"),
        ("{{ words | join(d='-') }}", "a-b"),
        ("{{ 'aaaa bb' | wordwrap(width=4, break_long_words=false, wrapstring='/') }}", "aaaa/bb"),
        ("{{ 'aXb' | replace(old='X', new='Y', count=1) }}", "aYb"),
    ],
)
def test_filters_take_their_parameters_by_the_names_that_jinja_gives_them(text, shown):
    context = {"rows": [{"v": 2}, {"v": 3}], "words": ["a", "b"]}
    assert environment(autoescape=False).from_string(text).render(context) == shown


def test_a_year_after_a_dot_finds_the_key_that_is_a_text():
    assert environment().from_string("{{ d.2024 }} {{ d[2025] }}").render(d={"2024": "a", 2025: "b"}) == "a b"


def test_a_name_that_no_tag_can_hold_is_not_offered():
    assert "my-name" not in language("en").remedy(unknown_name("name", near=("my-name",)))
    assert "my-name" in language("en").remedy(unknown_name("name", "d", near=("my-name",)))
