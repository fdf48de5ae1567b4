"""Templates as people write them for docxtpl, of many kinds: they come out as docxtpl fills them, where docxtpl is right."""

import datetime
import io

import docx
import docxtpl
import pytest

from reportgen.errors import TemplateError
from reportgen.word import WORD
from tests.word.documents import docx_of, filled, lines, p, r, rows_of, table
from tests.word.test_docxtpl_dialect import by_docxtpl

CONTEXT = {
    "company": "R&D 公司",
    "rows": [
        {"name": "A", "v": 1, "sub": [{"t": "x", "n": 1}, {"t": "y", "n": 2}], "ok": True, "bg": "FF0000"},
        {"name": "B", "v": 2, "sub": [], "ok": False, "bg": "00FF00"},
        {"name": "C", "v": 3, "sub": [{"t": "z", "n": 3}], "ok": True, "bg": "0000FF"},
    ],
    "cols": ["Q1", "Q2", "Q3"],
    "items": ["one", "two", "three"],
    "total": 6,
    "date": datetime.date(2024, 5, 1),
    "flag": True,
    "none_": "",
    "text": "l1\nl2\tt",
    "d": {"k1": "v1", "k2": "v2"},
    "n": 1234.5,
}

TEMPLATES = {

'nested table rows': [table(['Name','Sub'],['{%tr for r in rows %}',''],['{{ r.name }}','{% for s in r.sub %}{{ s.t }}={{ s.n }}{% if not loop.last %}; {% endif %}{% endfor %}'],['{%tr endfor %}',''],['Total','{{ total }}'])],
'nested tr loops': [table(['N','S'],['{%tr for r in rows %}',''],['{{ r.name }}',''],['{%tr for s in r.sub %}',''],['','{{ s.t }}'],['{%tr endfor %}',''],['{%tr endfor %}',''])],
'vm in nested': [table(['{%tr for s in rows[0].sub %}',''],['{% vm %}{{ rows[0].name }}','{{ s.t }}'],['{%tr endfor %}',''])],
'hm header': [table(['', '{%tc for c in cols %}','{% hm %}Quarters','{%tc endfor %}'],['x','{%tc for c in cols %}','{{ c }}','{%tc endfor %}'])],
'colspan': [table(['{% colspan cols|count %}{{ company }}'],['{%tc for c in cols %}','{{ c }}','{%tc endfor %}'])],
'cellbg rows': [table(['{%tr for r in rows %}',''],['{% cellbg r.bg %}{{ r.name }}','{{ r.v }}'],['{%tr endfor %}',''])],
'if rows': [table(['{%tr for r in rows %}',''],['{%tr if r.ok %}',''],['{{ r.name }}','ok'],['{%tr else %}',''],['{{ r.name }}','no'],['{%tr endif %}',''],['{%tr endfor %}',''])],
'p loops with tables': ['{%p for r in rows %}','Section {{ loop.index }}: {{ r.name }}', table(['{%tr for s in r.sub %}',''],['{{ s.t }}','{{ s.n }}'],['{%tr endfor %}','']), '{%p if r.ok %}','fine','{%p endif %}','{%p endfor %}'],
'run-level': [p(r('Dear '),r('{%r if flag %}'),r('Mr','<w:b/>'),r('{%r else %}'),r('Ms','<w:i/>'),r('{%r endif %}'),r(' {{ company }}'))],
'dict items': ['{%p for k, v in d.items() %}','{{ k }}: {{ v }}','{%p endfor %}'],
'filters': ['{{ (n + 1)|round|int }} {{ items|join(", ") }} {{ company|e }} {{ "%.2f"|format(n) }} {{ date }} {{ date.strftime("%Y年") }} {{ items|first|capitalize }} {{ rows|map(attribute="v")|sum }} {{ rows|selectattr("ok")|list|length }}'],
    'escaped braces': ['{_{not a tag}_} {_%neither%_}', '{{ "{{ x }}" }}'],
'macros': ['{% macro row(a) %}[{{ a }}]{% endmacro %}{% for i in items %}{{ row(i) }}{% endfor %}'],
'set across': ['{% set x = 5 %}','{{ x + total }}'],
'comments': ['a{# c #}b','{#p whole #}','c', table(['{#tr x #}', 'and what stands beside it', '{{ unknown }}'],['k', 'l', 'm'])],
'multi-paragraph if': ['{% if flag %}','shown','{% endif %}','{% if not flag %}','hidden','{% endif %}','end'],
'line breaks': [p('{{ text }}'),'x{{ text }}y'],
'trim': ['a','{%- for i in items %}','{{ i }}','{%- endfor %}','z'],
'nested if elif': ['{% for r in rows %}{% if r.v == 1 %}one{% elif r.v == 2 %}two{% else %}many{% endif %},{% endfor %}'],
'loop vars': ['{% for i in items %}{{ loop.index }}/{{ loop.length }}{{ loop.first }}{{ loop.last }}{{ loop.revindex }} {% endfor %}'],
'batch': [table(['{%tr for b in items|batch(2, "-") %}',''],['{{ b[0] }}','{{ b[1] }}'],['{%tr endfor %}',''])],
'groupby': ['{%p for g in rows|groupby("ok") %}','{{ g.grouper }}: {{ g.list|map(attribute="name")|join(",") }}','{%p endfor %}'],
'cell table inner': [table(['{{ company }}', table(['{%tr for i in items %}'],['{{ i }}'],['{%tr endfor %}'])+p('')])],
'hyphen tags': ['{{- company -}}','{%+ if flag %}x{% endif +%}'],
'for else tr': [table(['{%tr for x in [] %}'],['{{ x }}'],['{%tr else %}'],['none'],['{%tr endfor %}'])],
'with': ['{% with %}{% set q = 3 %}{{ q }}{% endwith %}'],
'ternary none': ["{{ 'y' if flag }}{{ none_ or 'dflt' }}{{ missing|default('M') }}"],
'spaces': ['  a  {{ total }}   b ','{{total}}{{total}}'],
'brackets quoted': ['{{ d["k1"] }} {{ d.get("zz", "no") }} {{ d[‘k2’] }}'],
}  # fmt: skip


@pytest.mark.parametrize("kind", TEMPLATES)
def test_it_comes_out_as_docxtpl_fills_it(kind):
    template = docx_of(*TEMPLATES[kind], "end")
    ours, theirs = filled(template, **CONTEXT), by_docxtpl(template, CONTEXT)
    assert (lines(ours), rows_of(ours)) == (lines(theirs), rows_of(theirs))


def test_constants_are_escaped_once_where_docxtpl_escapes_them_twice():
    assert lines(filled(docx_of("{{ 'a < b & c' }}"))) == ["a < b & c"]


def test_headers_and_footers_of_each_kind_and_section():
    document = docx.Document()
    second = document.add_section()
    for number, section in enumerate((document.sections[0], second), start=1):
        section.different_first_page_header_footer = True
        for name in ("header", "footer", "first_page_header", "first_page_footer"):
            part = getattr(section, name)
            part.is_linked_to_previous = False
            part.paragraphs[0].text = f"{name} {number}: {{{{ company }}}}"
            part.add_paragraph("{% for i in items %}{{ i }} {% endfor %}")
    data = io.BytesIO()
    document.save(data)
    ours, theirs = filled(data.getvalue(), **CONTEXT), by_docxtpl(data.getvalue(), CONTEXT)
    for kind in ("header", "footer"):
        for number in (1, 2, 3, 4):
            part = f"word/{kind}{number}.xml"
            assert lines(ours, part) == lines(theirs, part) == [lines(ours, part)[0], "one two three "]


def test_includes_are_refused_by_name():
    assert [one.code for one in WORD.compile(docx_of("{% include 'other.docx' %}")).lint()] == [
        "unavailable-tag"
    ]


@pytest.mark.parametrize("body", ["l.append(1)", "nowhere.at_all()"])
def test_do_says_what_it_cannot_do(body):
    with pytest.raises(TemplateError) as caught:
        filled(docx_of("{% set l = [] %}{% do " + body + " %}"))
    assert {one.code for one in caught.value.findings} <= {"undefined-used", "unknown-name"}


def test_rich_text_of_docxtpl_splits_paragraphs_and_pages_as_its_text_does():
    rich = docxtpl.RichText("one\atwo", bold=True)
    rich.add("\fthree\nfour\tfive")
    body = docx_of("{{r x }}", p(r("a "), r("{{r x }}"), r(" z")))
    assert lines(filled(body, x=rich)) == lines(by_docxtpl(body, {"x": rich}))


def test_a_character_that_word_has_no_place_for_is_named_in_rich_text_of_docxtpl_too():
    with pytest.raises(TemplateError, match=r"holds the character U\+0001"):
        filled(docx_of("{{r x }}"), x=docxtpl.RichText("a\x01b"))
