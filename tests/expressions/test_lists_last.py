"""Which pieces of a template read lists of the document, and so are filled last."""

import pytest
from jinja2 import nodes

from reportgen.content import Later, ListsDocument
from reportgen.expressions.code_generator import LATER
from reportgen.expressions.lists_last import lists_last
from reportgen.expressions.sandbox import environment
from reportgen.expressions.value_program import ValueProgram, ready, value_environment, values_of


class Quiet(ListsDocument, list):
    """A list that hangs on the document."""


class Sources(Quiet):
    """One that takes down where it stood."""

    def comes_here(self):
        self.append("stood here")


def pieces(text):
    """How many pieces of a template are called for last."""
    made = environment()
    calls = lists_last(made.parse(text), made).find_all(nodes.Call)
    return sum(isinstance(one.node, nodes.Name) and one.node.name == LATER for one in calls)


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
        ("{{ pack.title }} {% for s in sources %}{{ pack.title }}{{ s }}{% endfor %}", 1),
        ("{% for s in sources %}{{ s }}{{ trade }}{% endfor %}", 1),
        ("{% for s in sources %}{{ sources.count }}{{ trade }}{% endfor %}", 2),
        ("{% for s in sources %}{% set a = s.number %}{{ a }}{% endfor %}", 1),
        ("{% for x in rows %}{{ sources.count }}{{ x }}{% if sources %}{{ x }}{% endif %}{% endfor %}", 2),
        ("{% macro m() %}{{ sources }}{% endmacro %}{{ m() }}", 1),
        ("{% set n = sources.count %}{{ n }} {{ trade }} {% if n %}{{ n + 1 }}{% endif %}", 2),
        ("{% set x %}{{ sources }}{% endset %}{{ x }}", 1),
        ("{% with n = sources.count %}{{ n }}{{ trade }}{{ n }}{% endwith %}", 2),
        ("{% with n = sources.count, m = trade %}{{ n }}{{ m }}{{ n }}{% endwith %}", 1),
        ("{{ (1, sources.count, (trade, findings|length)) }}", 2),
        ("{{ sources.count ~ trade }}", 1),
        # what is kept for later, or asks which turn of a loop it is, is read in its place
        ("{% if sources %}{% set a = 1 %}{% endif %}{{ a }}", 0),
        ("{% if trade %}{% set n = sources.count %}{% endif %}{{ n }}", 0),
        ("{% set n = sources.count %}{% set n = n + 1 %}{{ n }}", 0),
        ("{% set x %}{{ sources }}{% endset %}{% if x %}{{ x }}{% endif %}", 0),
        ("{% for x in rows %}{{ x }}{{ sources[loop.index0] }}{% endfor %}", 0),
        ("{% for x in rows %}{{ x }}{% if sources %}{% break %}{% endif %}{% endfor %}", 0),
        ("{% set ns = namespace(n=0) %}{% set ns.n = sources.count %}{{ ns.n }}", 0),
        ("{% set sources = 1 %}{{ sources }}", 0),
        ("{% for sources in rows %}{% endfor %}{{ sources }}", 0),
    ],
)
def test_what_reads_lists_is_a_piece(text, count):
    assert pieces(text) == count


def test_a_shared_tree_is_left_as_it_is():
    made = environment()
    tree = made.parse("{% if a %}{{ b }}{{ sources }}{% endif %}")
    lists_last(tree, made)
    assert LATER not in {one.name for one in tree.find_all(nodes.Name)}


def values(text, **context):
    """What a program of values yields, piece by piece."""
    program = ValueProgram()
    for kind, body in text:
        getattr(program, kind)(body)
    return list(values_of(ready(program, value_environment()), context))


def test_a_list_of_the_document_waits_and_one_of_the_context_does_not():
    sources = Sources(["first"])
    (waiting,) = values([("value", "sources[0]")], sources=sources)
    assert isinstance(waiting, Later)
    assert not waiting.shows
    assert sources == ["first", "stood here"]
    sources[0] = "known by now"
    assert waiting.fill() == "known by now"
    assert values([("value", "sources[0]")], sources=["own"]) == ["own"]


def test_a_piece_in_a_loop_is_filled_with_what_its_turn_gave():
    text = [("statement", "for x in rows"), ("value", "sources[0] ~ x"), ("statement", "endfor")]
    waiting = values(text, sources=Sources(["s"]), rows=["a", "b"])
    assert [(one.shows, one.fill()) for one in waiting] == [(True, "sa"), (True, "sb")]


def test_a_condition_in_loops_is_decided_later_with_what_their_turns_gave():
    text = [
        ("statement", "for x in rows"),
        ("statement", "for y in [x, 9]"),
        ("statement", "if sources|length > x"),
        ("value", "(y, sources|length)"),
        ("statement", "endif"),
        ("statement", "endfor"),
        ("statement", "endfor"),
    ]
    sources = Quiet()
    waiting = values(text, sources=sources, rows=[2, 7])
    sources += ["s1", "s2", "s3"]
    shown = [pair for one in waiting for pair in one.fill()]
    assert [(y, later.fill()) for y, later in shown] == [(2, 3), (9, 3)]


def test_a_name_that_a_loop_inside_gives_again_is_that_of_the_turn_outside_it():
    text = [
        ("statement", "for x in rows"),
        ("statement", "if sources|length > x"),
        ("statement", "for x in [7]"),
        ("value", "x"),
        ("statement", "endfor"),
        ("value", "x"),
        ("statement", "endif"),
        ("statement", "endfor"),
    ]
    sources = Quiet()
    waiting = values(text, sources=sources, rows=[2, 9])
    sources += ["s1", "s2", "s3"]
    assert [list(one.fill()) for one in waiting] == [[7, 2], []]
