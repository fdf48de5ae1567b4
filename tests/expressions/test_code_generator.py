"""Lookups written into the compiled code find what the sandbox finds, and refuse what it refuses."""

import inspect
import re
from dataclasses import dataclass
from pathlib import Path

import jinja2
import pytest
from jinja2.compiler import CodeGenerator
from jinja2.meta import find_undeclared_variables
from jinja2.parser import Parser

from reportgen.expressions import Sandbox, environment
from reportgen.expressions.code_generator import DirectLookups, TypedOutput, names_asked_for


class DirectSandbox(Sandbox):
    code_generator_class = DirectLookups


class PlainSandbox(Sandbox):
    code_generator_class = CodeGenerator


@dataclass(frozen=True)
class District:
    name: str


CONTEXT = {
    "row": {"name": "Yubei", "of": {"name": "Chongqing", "none": None}, "items": "a key", "keys": [1], "_private": "a key too"},
    "rows": [{"n": 1, "more": [{"n": 2}, {"n": 3}]}, {"n": 4, "more": []}],
    "district": District("Beibei"),
    "text": "abc",
}  # fmt: skip
EXPRESSIONS = [
    "{{ row.name }}",
    "{{ row.of.name }} in {{ row.name }}",
    "{{ row.of.none }}",
    "{{ row._private }}",
    "{{ row.items() | list | length }}",
    "{{ row.keys() | join }}",
    "{{ district.name }}",
    "{{ text.upper() }}",
    "{{ rows[0].more[1].n + rows[1].n }}",
    "{% for r in rows %}{{ r.n }}{% for m in r.more if m.n > r.n %}{{ m.n }}{{ r.n }}{% endfor %}{% endfor %}",
    "{% macro show(r) %}<{{ r.name }}>{% endmacro %}{{ show(row) }}{{ show(row.of) }}",
    "{% set r = row.of %}{{ r.name if r.none is none else '' }}",
    "{{ row.unknown is defined }}{{ row.of.unknown | default('no') }}",
    "{{ row.__class__ is defined }}{{ row.of.__init__ is defined }}",
    "{{ row.unknown.further is defined }}",
    "{{ nowhere is defined }}{{ nowhere | default('no') }}{{ nowhere.further is defined }}",
    "{% if text == 'abc' %}{% set found = text %}{% endif %}{{ found }}",
    "{% if text == 'no' %}{% set found = text %}{% endif %}{{ found is defined }}",
    "{% set row = row.of %}{{ row.name }}",
    "{% macro show() %}{{ text }}{{ nowhere is defined }}{{ later is defined }}{% endmacro %}{{ show() }}{% set later = 1 %}{{ show() }}",
]


@pytest.mark.parametrize("source", EXPRESSIONS)
def test_a_program_of_values_knows_the_names_it_asks_for(source):
    sandbox = environment()
    sandbox.code_generator_class = TypedOutput
    asked = find_undeclared_variables(sandbox.parse(source))
    assert names_asked_for(sandbox.from_string(source)) == asked


@pytest.mark.parametrize("around", ["{}", "{{% for _ in [1, 2] %}}{}{{% endfor %}}"])
@pytest.mark.parametrize("source", EXPRESSIONS)
def test_a_lookup_gives_what_the_sandbox_gives(source, around):
    """Lookups are written out in loops and macros only."""
    source = around.format(source)
    direct, plain = (
        environment(kind).from_string(source).render(CONTEXT) for kind in (DirectSandbox, PlainSandbox)
    )
    assert direct == plain


@pytest.mark.parametrize(
    "source",
    [
        "{{ row.__class__.__mro__ }}",
        "{{ row.of.get.__globals__ }}",
        "{{ row.unknown }}",
        "{{ nowhere }}",
        "{{ nowhere > 1 }}",
        "{% if text == 'no' %}{% set found = text %}{% endif %}{{ found }}",
    ],
)
@pytest.mark.parametrize("around", ["{}", "{{% for _ in [1] %}}{}{{% endfor %}}"])
def test_what_the_sandbox_refuses_stays_out_of_reach(source, around):
    source = around.format(source)
    messages = []
    for kind in (DirectSandbox, PlainSandbox):
        with pytest.raises(Exception) as caught:  # noqa: PT011 (the same one twice is the point)
            environment(kind).from_string(source).render(CONTEXT)
        messages.append(repr(caught.value))
    assert messages[0] == messages[1]


@pytest.mark.parametrize("source", EXPRESSIONS)
def test_a_tree_is_the_one_that_jinja_parses(source):
    sandbox = environment()
    assert sandbox.parse(source) == Parser(sandbox, source).parse()


USED = {
    "visit_Template": "(self, node, frame=None)",
    "get_resolve_func": "(self)",
    "visit_Name": "(self, node, frame)",
    "visit_Getattr": "(self, node, frame)",
    "macro_body": "(self, node, frame)",
    "_default_finalize": "(value)",
    "_output_const_repr": "(self, group)",
    "_output_child_to_const": "(self, node, frame, finalize)",
    "_output_child_pre": "(self, node, frame, finalize)",
    "_output_child_post": "(self, node, frame, finalize)",
}
"""What is overridden of the class that Jinja keeps to itself, as the locked version has it."""


def test_the_code_generator_is_the_one_it_was_written_for():
    lock = (Path(__file__).parents[2] / "requirements.lock").read_text(encoding="utf-8")
    assert jinja2.__version__ == re.search(r"^jinja2==([0-9.]+)", lock, re.MULTILINE)[1]
    found = {}
    for name in USED:
        signature = inspect.signature(getattr(CodeGenerator, name))
        plain = [one.replace(annotation=one.empty) for one in signature.parameters.values()]
        found[name] = str(signature.replace(parameters=plain, return_annotation=signature.empty))
    assert found == USED


def test_no_other_file_uses_the_code_generator():
    package = Path(inspect.getfile(DirectLookups)).parents[1]
    users = {
        path.name for path in package.rglob("*.py") if "jinja2.compiler" in path.read_text(encoding="utf-8")
    }
    assert users == {"code_generator.py"}
