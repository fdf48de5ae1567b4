"""Which pieces of a template only list the document, and so are filled last."""

import pytest
from jinja2 import nodes

from reportgen.content import ListsDocument
from reportgen.expressions.lists_last import LATER, Later, lists_last
from reportgen.expressions.sandbox import environment
from reportgen.expressions.value_program import Pieces, ValueProgram, ready, value_environment, values_of


class Sources(ListsDocument, list):
    """A list that hangs on the document; it takes down where it stood."""

    def comes_here(self):
        self.append("stood here")


def pieces(text):
    """How many pieces of a template are called for last."""
    made = environment()
    calls = lists_last(made.parse(text), made).find_all(nodes.CallBlock)
    return sum(isinstance(one.call.node, nodes.Name) and one.call.node.name == LATER for one in calls)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("{{ sources }}", 1),
        ("a {{ sources.count }} b {{ trade }} {{ 表.数据 }}", 2),
        ("{% for s in 来源 if s.number > 1 %}{{ loop.index }}{% else %}none{% endfor %}", 1),
        ("{% if a %}x{% elif b %}{{ sources }}{% else %}{{ findings }}{% endif %}", 2),
        ("{% if sources %}{{ sources|length }}{% elif findings %}x{% endif %}", 1),
        ("{% for s in notes %}{% if loop.first %}{% break %}{% endif %}{% endfor %}", 1),
        ("{{ tables.progress }} {{ trade }} {{ tables }}", 0),
        ("{% for s in sources %}{{ s }}{{ trade }}{% endfor %}", 0),
        ("{% if sources %}{% set a = 1 %}{% endif %}", 0),
        ("{% for x in rows %}{{ sources.count }}{% endfor %}", 0),
        ("{% macro m() %}{{ sources }}{% endmacro %}{{ m() }}", 0),
        ("{% set x %}{{ sources }}{% endset %}", 0),
        ("{% set sources = 1 %}{{ sources }}", 0),
        ("{% for sources in rows %}{% endfor %}{{ sources }}", 0),
    ],
)
def test_what_reads_nothing_but_lists_is_a_piece(text, count):
    assert pieces(text) == count


def test_a_shared_tree_is_left_as_it_is():
    made = environment()
    tree = made.parse("{% if a %}{{ b }}{{ sources }}{% endif %}")
    lists_last(tree, made)
    assert not list(tree.find_all(nodes.CallBlock))


def test_a_list_of_the_document_waits_and_one_of_the_context_does_not():
    program = ValueProgram()
    program.value("sources[0]")
    template = ready(program, value_environment())
    sources = Sources(["first"])
    (waiting,) = values_of(template, {"sources": sources})
    assert isinstance(waiting, Later)
    assert sources == ["first", "stood here"]
    sources[0] = "known by now"
    assert waiting.fill() == Pieces(["known by now"])
    assert list(values_of(template, {"sources": ["own"]})) == [Pieces(["own"])]
