"""Jinja's code generator, bent to our needs: the only file that relies on what Jinja keeps to itself (its class CodeGenerator).

A test holds it against the version of Jinja that is locked. Seven things are changed:

- ``row.name`` looks into a row that is a plain dict at once. A table of 20,000 rows does so a hundred thousand times: for the names
  that loops and macros bind the sandbox's answer for a dict (the key's value, see ``Sandbox.getattr``) is written into the code, where it costs no call.
- :class:`TypedOutput` yields values as they are, for cells, and never as text, and notes the names that it asks the context for:
  ``jinja2.meta`` finds them by generating all the code a second time.
- What no template of ours has (blocks, imports) is not looked for, and a name of the context is asked for once: half of the time that
  Jinja takes to write a program goes into walks through its tree, and a third of the program into asking whether names are missing.
- What reads lists of the document is called for when the rest is filled (:mod:`reportgen.expressions.lists_last`).
- Loops, comparisons, ``~``, lists and blocks ask what they spend (:mod:`reportgen.expressions.budget`).
- :class:`XmlOutput` puts plain values in loops and macros right between the XML around them, and calls a function for all others.
  What runs once is as quickly called for as the longer code would be compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy
from math import isfinite
from typing import Any, Protocol, TypeVar

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import Template
from jinja2.idtracking import VAR_LOAD_RESOLVE

from reportgen.expressions.reach import MAPPING_METHODS
from reportgen.record import Record

LATER = "rg__later"
"""The function that a program calls with what reads lists of the document."""


class DirectLookups(CodeGenerator):
    """Jinja's compiler with lookups in dicts written out, and every turn and every container counted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ticking: set[int] = set()
        self._loops: dict[int, str] = {}
        """What each loop's turns call, by the loop's body."""
        self._yielded: set[int] = set()
        self._repeats = 0
        """How many loops and macros are around what is being written."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (Jinja's name)
        super().visit_Template(_without_blocks(node), frame)

    def get_resolve_func(self) -> str:
        """A name that the context does not have is unknown from where it is looked up on, and not asked for again at each use."""
        return f"{self._context_reference_stack[-1]}.resolve"

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        ref = frame.symbols.ref(node.name)
        load = frame.symbols.find_load(ref) if node.ctx == "load" else None
        if load is not None and load[0] == VAR_LOAD_RESOLVE:
            self.write(ref)
        else:
            super().visit_Name(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        if not self._repeats or not _is_bound(node.node, frame) or node.attr in MAPPING_METHODS:
            super().visit_Getattr(node, frame)
            return
        self.write("(rg_found if (rg_owner := ")
        self.visit(node.node, frame)
        self.write(
            f").__class__ is dict and (rg_found := rg_owner.get({node.attr!r}, missing)) is not missing"
        )
        self.write(f" else environment.getattr(rg_owner, {node.attr!r}))")

    def visit_ExprStmt(self, node: nodes.ExprStmt, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """``{% do … %}`` complains of names that do not exist, too."""
        self.newline(node)
        self.write("environment.rg_done(")
        self.visit(node.node, frame)
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, **kwargs: Any) -> None:  # type: ignore[override] # noqa: N802 (Jinja's name)
        """What is called for later takes the values that its names have now."""
        if not _is_later(node):
            super().visit_Call(node, frame, **kwargs)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in node.args:
            self.visit(given, frame)
            self.write(", ")
        names = sorted({frame.symbols.ref(name.name) for name in node.find_all(nodes.Name)})
        self.write(f"caller=lambda {', '.join(f'{name}={name}' for name in names)}: ")
        self.held(node.kwargs[0].value, frame)
        self.write(")")

    def held(self, node: nodes.Expr, frame: Frame) -> None:
        """Write what is called for later."""
        self.visit(node, frame)

    # ---- what a template spends, see budget.py ---------------------------------------------------------

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        if id(node) not in self._ticking:
            return super().visit(node, *args, **kwargs)
        self.write("(environment.rg_tick() and ")
        super().visit(node, *args, **kwargs)
        self.write(")")
        return None

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """Every turn looks at the clock, and so does every element that ``for … if`` passes over."""
        if node.test is not None:
            self._ticking.add(id(node.test))
        self._loops[id(node.body)] = tick = self.temporary_identifier()
        self.writeline(f"{tick} = environment.rg_clock()")
        self._repeats += 1
        super().visit_For(_without_blocks(node), frame)
        self._repeats -= 1

    def macro_body(self, node: nodes.Macro | nodes.CallBlock, frame: Frame) -> tuple[Frame, MacroRef]:
        self._repeats += 1
        written = super().macro_body(node, frame)
        self._repeats -= 1
        return written

    def blockvisit(self, body: Iterable[nodes.Node], frame: Frame) -> None:
        if id(body) in self._loops:
            self.writeline(f"{self._loops[id(body)]}()")
        super().blockvisit(body, frame)

    def buffer(self, frame: Frame) -> None:
        frame.buffer = self.temporary_identifier()
        self.writeline(f"{frame.buffer} = environment.rg_buffer()")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        self.write("(environment.rg_tick() and ")
        super().visit_Compare(node, frame)
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        self.write(f"environment.rg_joined({'markup_join' if frame.eval_ctx.autoescape else 'str_join'}, (")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        if isinstance(node.value, float) and not isfinite(node.value):  # 1e999
            self.write(f"float({str(node.value)!r})")
        else:
            super().visit_Const(node, frame)

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        self._counted(node, super().visit_List, frame, node.items)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        self._counted(node, super().visit_Dict, frame, [pair.value for pair in node.items])

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        items = () if node.ctx != "load" or id(node) in self._yielded else node.items
        self._counted(node, super().visit_Tuple, frame, items)

    def _counted(
        self, node: nodes.Node, visit: Callable[[Any, Frame], None], frame: Frame, items: Iterable[nodes.Node]
    ) -> None:
        """A container that is made of more than constants is counted."""
        counts = any(not isinstance(item, nodes.Const) for item in items)
        self.write("environment.rg_made(" if counts else "")
        visit(node, frame)
        self.write(")" if counts else "")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        self._yielded.update(id(item) for item in node.nodes)
        super().visit_Output(node, frame)


_NODE = TypeVar("_NODE", bound=nodes.Node)
_UNAVAILABLE = (nodes.Block, nodes.Extends, nodes.ImportedName)


def _without_blocks(node: _NODE) -> _NODE:
    """A template or a loop, which answers at once that it has no blocks, imports or inheritance: tags that say so are refused before,
    and Jinja would look for them three times through all of a template, and once more through each loop."""
    made = copy(node)
    vars(made)["find_all"] = lambda kind: () if kind in _UNAVAILABLE else node.find_all(kind)
    return made


def _is_later(node: nodes.Node) -> bool:
    """Whether it is the call of an expression that is worked out later. That of a statement has its ``caller`` from Jinja."""
    is_called = isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == LATER
    return is_called and bool(node.kwargs)  # type: ignore[attr-defined]


def _is_bound(node: nodes.Node, frame: Frame) -> bool:
    """Whether an expression is a name that the program itself gives its values, as loops do, and not one of the context."""
    if not isinstance(node, nodes.Name):
        return False
    load = frame.symbols.find_load(frame.symbols.ref(node.name))
    return load is not None and load[0] != VAR_LOAD_RESOLVE


class TypedOutput(DirectLookups):
    """What a program outputs is yielded value by value, in its own type."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._asked_for: set[str] = set()

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        loads = frame.symbols.loads.values()
        self._asked_for.update(name for action, name in loads if action == VAR_LOAD_RESOLVE and name)

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (Jinja's name)
        super().visit_Template(node, frame)
        names = sorted(self._asked_for - self.environment.globals.keys())
        self.writeline(f"rg_names = frozenset({names!r})")

    @staticmethod
    def _default_finalize(value: Any) -> Any:
        return value

    def _output_const_repr(self, group: Any) -> str:
        return repr("".join(str(item) for item in group))

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> Any:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return node.as_const(frame.eval_ctx)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Nothing is written before a value."""

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Nothing is written after a value."""


def names_asked_for(template: Template) -> frozenset[str]:
    """The names that a program which yields values asks the context for."""
    names: frozenset[str] = template.root_render_func.__globals__["rg_names"]
    return names


class Written(Record):
    """How the value of a tag is written: ``function(value, number)``, or, in loops and macros, where ``around`` is given and the value is
    plain, as it is between that XML."""

    function: str
    number: int
    around: tuple[str, str] | None = None
    literal: str = ""
    """XML before all of it."""


class WritesXml(Protocol):
    """What the code generator asks of an environment whose output is XML."""

    preamble: str
    """A line that imports ``needs_care`` (a search for characters that are not plain), ``PLAIN_NUMBERS`` (types written as they are) and
    ``is_finite``, and names the functions that write values."""

    def written(self, line: int) -> Written:
        """How the value of the tag on that line is written."""


class XmlOutput(DirectLookups):
    """Every value is written by a function that gives XML, but for plain ones, which are taken as they are."""

    environment: Any

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (Jinja's name)
        self.writeline(self._xml.preamble)
        super().visit_Template(node, frame)

    @property
    def _xml(self) -> WritesXml:
        found: WritesXml = self.environment
        return found

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> Any:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return node.data

    def held(self, node: nodes.Expr, frame: Frame) -> None:
        self._output_child_pre(node, frame, None)
        super().held(node, frame)
        self._output_child_post(node, frame, None)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _is_later(node):
            return
        way = self._xml.written(node.lineno)
        if way.around is None or not self._repeats:
            self.write(f"{_before(way)}{way.function}(")
            return
        before, after = (
            xml.replace("{", "{{").replace("}", "}}") for xml in (way.literal + way.around[0], way.around[1])
        )
        self.write(f"(f{before + '{rg_value}' + after!r} if (rg_value := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _is_later(node):
            return
        way = self._xml.written(node.lineno)
        if way.around is None or not self._repeats:
            self.write(f", {way.number})")
            return
        self.write(
            ").__class__ is str and needs_care(rg_value) is None"
            " or rg_value.__class__ in PLAIN_NUMBERS and is_finite(rg_value)"
            f" else {_before(way)}{way.function}(rg_value, {way.number}))"
        )


def _before(way: Written) -> str:
    return f"{way.literal!r} + " if way.literal else ""
