"""What of a template reads lists of the document itself (its sources, its figures, its findings): it is filled when all the rest is.

Such a piece goes into a call, whose function is given what the piece lists and the piece as something to call. It gives back a sign for
the piece until then; or the piece itself, where no list hangs on the document. A tag is a piece, and each value of a row of cells; a loop
or a condition is one where it goes through lists or decides by them. Pieces that may show figures are filled first, in their order, so
that lists hold them; source marks in them are numbered after those of the rest. A name that ``set`` gives once to what only lists means just that.

Read where it is, and so in time only behind the text, is what keeps a list's answer (a name that is set under a condition or several times,
a namespace, a captured text that is asked) or hangs on the turn of a loop (``loop``). That, and a list that decides whether figures are
shown which it then holds (``{% for s in sources %}{{ exports }}{% endfor %}``, where nothing else shows exports), is told by the page where
the list has grown since (``list-read-early``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from copy import copy, deepcopy
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

from reportgen.content import Later, ListsDocument
from reportgen.expressions.code_generator import LATER
from reportgen.expressions.used_names import names_in
from reportgen.language import language, languages
from reportgen.regex import regex

_TOP = ("sources", "findings", "notes")
_SHOWING = ("notes",)
"""A list that shows figures of its own: notes on what the text leaves out."""
_TABLES = ("sources", "figures", "findings")
_STEP = regex(r"[^.\[]+")
_WHOLE = (nodes.For, nodes.If, nodes.With, nodes.CallBlock, nodes.FilterBlock)
_LEFT = (nodes.Assign, nodes.AssignBlock, nodes.Macro, nodes.Break, nodes.Continue)
OWN = "rg__"
"""What the names that programs have beside the template's begin with."""
_OF_MACROS = ("caller", "varargs", "kwargs")

Path = tuple[str, ...]


def later(shows: bool, count: int, *given: Any, caller: Callable[..., Any]) -> Any:
    """What a program calls where values are laid out as they are: the first ``count`` of ``given`` are lists, the rest what the piece takes."""
    fill = partial(caller, *given[count:])
    return Later(fill, shows) if waits(given[:count]) else fill()


def waits(lists: tuple[object, ...]) -> bool:
    """Whether what a piece lists is known only when the rest is filled; a pack's own table called ``sources`` is known at once."""
    if not all(isinstance(one, ListsDocument) for one in lists):
        return False
    for one in lists:
        one.comes_here()  # type: ignore[attr-defined]
    return True


def lists_last(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The tree with each piece that lists in its call; the tree itself, where there is none."""
    pieces = _CutTemplate(tree, environment)
    return _changed(tree, body=pieces.of(tree.body)) if pieces.are_there else tree


def _names(section: str, names: tuple[str, ...]) -> set[str]:
    """Names of the vocabulary in every language."""
    spoken = (language(code).vocabulary.NAMES.get(section, {}) for code in languages())
    return {*names, *(form for words in spoken for name in names if (form := words.get(name)))}


class _CutTemplate:
    def __init__(self, tree: nodes.Template, environment: Environment) -> None:
        self._tree, self._environment = tree, environment
        tops, tables = _names("top", _TOP), _names("top", ("tables",))
        self._roots = tops | tables
        self._named: list[nodes.Name] = []
        self._holders: set[int] = set()
        """What has the name of a list, or of tables, somewhere in it."""
        self._look_through(tree)
        self._given = Counter(one.name for one in self._named if one.ctx != "load")
        self.are_there = bool(self._holders) and self._roots.isdisjoint(self._given)
        """A name to which the template itself gives a value may hold anything."""
        self._known: set[Path] = {(name,) for name in tops}
        self._known |= {(top, name) for top in tables for name in _names("lists", _TABLES)}
        self._beside = _names("top", ("pack",))
        self._showing = {(name,) for name in _names("top", _SHOWING)}
        self._meant: dict[str, nodes.Expr] = {}
        """What names stand for that ``set`` gives once, to what only lists."""

    def _look_through(self, node: nodes.Node) -> bool:
        holds = False
        if isinstance(node, nodes.Name):
            self._named.append(node)
            holds = node.name in self._roots
        for child in node.iter_child_nodes():
            holds = self._look_through(child) or holds
        if holds:
            self._holders.add(id(node))
        return holds

    @cached_property
    def _asked(self) -> set[str]:
        """Names of which more is asked than to be shown."""
        shown = {id(one) for output in self._tree.find_all(nodes.Output) for one in _values(output.nodes)}
        return {one.name for one in self._named if one.ctx == "load" and id(one) not in shown}

    def of(self, body: list[nodes.Node], *, is_scope: bool = True) -> list[nodes.Node]:
        """Statements with their pieces in calls. In a condition, which is no scope, ``set`` gives a name to what follows it, or not."""
        made: list[nodes.Node] = []
        for written in body:
            node = self._with_meanings(written) if self._meant else written
            lists, only = self._reads(node)
            name = _target_of(node)
            if not lists:
                made.append(node)
            elif isinstance(node, nodes.Assign) and is_scope and only and self._given[name] == 1:
                self._meant[name] = node.node  # type: ignore[assignment]
            elif isinstance(node, nodes.With) and self._all_mean(node):
                made.append(_changed(node, targets=[], values=[], body=self.of(node.body)))
            elif self._is_piece(node, only=only):
                made.append(self._call(node, lists, only=only))
            elif not isinstance(node, nodes.AssignBlock) or name not in self._asked:
                made.append(self._within(node))
            else:
                made.append(node)
        return made

    def _within(self, node: Any) -> Any:
        """A statement with what it shows, or the pieces of its body, in their calls."""
        if isinstance(node, nodes.Output):
            return _changed(node, nodes=[self._shown(one) for one in node.nodes])
        if isinstance(node, nodes.If):
            body, else_ = (self.of(one, is_scope=False) for one in (node.body, node.else_))
            return _changed(node, body=body, elif_=[self._within(one) for one in node.elif_], else_=else_)
        if isinstance(node, nodes.For):
            return _changed(node, body=self.of(node.body), else_=self.of(node.else_))
        if isinstance(node, nodes.Macro | nodes.AssignBlock):
            return _changed(node, body=self.of(node.body))
        return node

    def _shown(self, node: nodes.Expr) -> Any:
        """An expression in its call, or each of a row of values; what hangs on the turn of a loop stays as it is."""
        if isinstance(node, nodes.Tuple):
            return _changed(node, items=[self._shown(one) for one in node.items])
        lists, only = self._reads(node)
        if not lists or any(name.name == "loop" for name in _names_of(node)):
            return node
        call = self._called(node, lists, only=only)
        return _changed(call, kwargs=[nodes.Keyword("caller", node, lineno=node.lineno)])

    def _call(self, node: nodes.Node, lists: set[Path], *, only: bool) -> nodes.CallBlock:
        """A statement in its call, with what its names mean by then: loops around it go on."""
        piece = node if only else self._within(node)
        taken = sorted({one.name for one in _names_of(piece) if one.ctx == "load"} - {"loop"})
        call = self._called(node, lists, only=only)
        call.args += [self._name(one, node.lineno) for one in taken]
        parameters = [nodes.Name(one, "param", lineno=node.lineno) for one in taken]
        return nodes.CallBlock(
            call, parameters, [], [piece], lineno=node.lineno, environment=self._environment
        )

    def _called(self, node: nodes.Node, lists: set[Path], *, only: bool) -> nodes.Call:
        shows = not only or not lists.isdisjoint(self._showing)
        given: list[nodes.Expr] = [nodes.Const(shows), nodes.Const(len(lists))]
        for top, *table in sorted(lists):
            one = self._name(top, node.lineno)
            given.append(nodes.Getattr(one, table[0], "load", lineno=node.lineno) if table else one)
        name = self._name(LATER, node.lineno)
        return nodes.Call(name, given, [], None, None, lineno=node.lineno, environment=self._environment)

    def _name(self, name: str, line: int) -> nodes.Expr:
        return nodes.Name(name, "load", lineno=line, environment=self._environment)

    # ---- what a piece reads ------------------------------------------------------------------------------

    def _reads(self, node: nodes.Node) -> tuple[set[Path], bool]:
        """The lists that a part of the template reads, and whether it reads nothing else but what the pack says of itself."""
        found: set[Path] = set()
        if id(node) not in self._holders:
            return found, False
        only = True
        for name in names_in(node, self._environment):
            path = tuple(_STEP.findall(name)[:2])
            lists = {path, path[:1]} & self._known
            found |= lists
            only = only and (bool(lists) or path[0] in self._beside or path[0].startswith(OWN))
        return found, only

    def _is_piece(self, node: nodes.Node, *, only: bool) -> bool:
        """Whether a statement is a piece as a whole: it shows nothing else, or lists decide what it shows."""
        if not isinstance(node, _WHOLE) or _leaves(node):
            return False
        if isinstance(node, nodes.If):
            asked = [one.test for one in (node, *node.elif_)]
        elif isinstance(node, nodes.For):
            asked = [one for one in (node.iter, node.test) if one is not None]
        else:
            return True
        return only or any(self._reads(one)[0] for one in asked)

    def _all_mean(self, node: nodes.With) -> bool:
        """Whether each name of a ``with`` stands for what only lists; then they do from here on."""
        names = [getattr(one, "name", "") for one in node.targets]
        means = all(
            self._given[name] == 1 and self._reads(one)[1]
            for name, one in zip(names, node.values, strict=True)
        )
        if means:
            self._meant.update(zip(names, node.values, strict=True))
        return means and bool(names)

    def _with_meanings(self, node: nodes.Node) -> nodes.Node:
        made = deepcopy(node, {id(self._environment): self._environment})
        meant: nodes.Node = _NameReplacer(self._meant).visit(made)
        self._look_through(meant)
        return meant


class _NameReplacer(NodeTransformer):
    """Has names read as what they stand for."""

    def __init__(self, meant: Mapping[str, nodes.Expr]) -> None:
        self._meant = meant

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802 (Jinja's name)
        if node.ctx != "load" or node.name not in self._meant:
            return node
        meant = deepcopy(self._meant[node.name], {id(node.environment): node.environment})
        return meant.set_lineno(node.lineno, override=True)


def _values(items: list[nodes.Expr]) -> Iterator[nodes.Expr]:
    """What is shown: of a row each of its values."""
    for item in items:
        yield from _values(item.items) if isinstance(item, nodes.Tuple) else (item,)


def _names_of(node: nodes.Node) -> list[nodes.Name]:
    return [node] if isinstance(node, nodes.Name) else list(node.find_all(nodes.Name))


def _target_of(node: Any) -> str:
    """The name to which a statement gives a value."""
    target = getattr(node, "target", None)
    return target.name if isinstance(target, nodes.Name) else ""


def _leaves(node: nodes.Node, *, in_loop: bool = False) -> bool:
    """Whether a statement leaves something to what follows, or takes what only its own place has."""
    if isinstance(node, nodes.Name):
        return node.name in _OF_MACROS or (node.name == "loop" and not in_loop)
    is_own = _target_of(node).startswith(OWN)
    if isinstance(node, nodes.ExprStmt | nodes.NSRef) or (
        isinstance(node, _LEFT) and not in_loop and not is_own
    ):
        return True
    iterated = node.iter if isinstance(node, nodes.For) else None
    return any(
        _leaves(one, in_loop=in_loop or (iterated is not None and one is not iterated))
        for one in node.iter_child_nodes()
    )


def _changed(node: Any, /, **changes: Any) -> Any:
    made = copy(node)
    for name, value in changes.items():
        setattr(made, name, value)
    return made
