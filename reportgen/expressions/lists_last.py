"""What of a template only lists the document itself (its sources, its figures, its findings): it is filled when all the rest is.

Such a piece goes into a call, ``{% call rg__later(sources) %}…{% endcall %}``, whose function is given what the piece lists and the piece as
something to call. It gives back what stands for the piece until then; or the piece itself, where no list hangs on the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from typing import Any

from jinja2 import Environment, nodes

from reportgen.content import ListsDocument
from reportgen.expressions.used_names import names_in
from reportgen.language import language, languages
from reportgen.record import Record
from reportgen.regex import regex

LATER = "rg__later"
"""The function that a program calls with what only lists."""

_TOP = ("sources", "findings", "notes")
_TABLES = ("sources", "figures", "findings")
_STEP = regex(r"[^.\[]+")
_ALONE = (nodes.For, nodes.If)
_LEAVES = (nodes.Assign, nodes.AssignBlock, nodes.Macro, nodes.CallBlock, nodes.ExprStmt)
"""What a piece cannot have in it and be filled apart: it leaves something to what follows."""


class Later(Record):
    """Stands for a piece until the rest of the document is filled; ``fill`` gives it then."""

    fill: Callable[[], Any]


def later(*lists: object, caller: Callable[[], Any]) -> Any:
    """What a program calls where values are laid out as they are."""
    return Later(caller) if waits(lists) else caller()


def waits(lists: tuple[object, ...]) -> bool:
    """Whether what a piece lists is known only when the rest is filled; a pack's own table called ``sources`` is known at once."""
    if not all(isinstance(one, ListsDocument) for one in lists):
        return False
    for one in lists:
        one.comes_here()  # type: ignore[attr-defined]
    return True


def lists_last(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The tree with each piece that only lists in its call; the tree itself, where there is none."""
    tops, tables = _names("top", _TOP), _names("top", ("tables",))
    known: set[tuple[str, ...]] = {(name,) for name in tops}
    known |= {(top, name) for top in tables for name in _names("lists", _TABLES)}
    used = list(tree.find_all(nodes.Name))
    if not any(name.name in tops | tables for name in used):
        return tree
    if any(name.name in tops | tables and name.ctx != "load" for name in used):
        return tree  # a name that the template itself gives a value may hold anything
    made = copy(tree)
    made.body = list(_Pieces(known, environment).of(tree.body))
    return made


def _names(section: str, names: tuple[str, ...]) -> set[str]:
    """Names of the vocabulary in every language."""
    spoken = (language(code).vocabulary.NAMES.get(section, {}) for code in languages())
    return {*names, *(form for words in spoken for name in names if (form := words.get(name)))}


class _Pieces:
    def __init__(self, known: set[tuple[str, ...]], environment: Environment) -> None:
        self._known, self._environment = known, environment

    def of(self, body: list[nodes.Node]) -> Iterator[nodes.Node]:
        """What is at the top or under a condition, with the pieces that only list in their calls."""
        for node in body:
            if isinstance(node, nodes.Output):
                yield from self._output(node)
            elif isinstance(node, _ALONE) and (lists := self._lists(node)):
                yield self._call(node, lists)
            elif isinstance(node, nodes.If):
                yield self._within(node)
            else:
                yield node

    def _within(self, node: nodes.If) -> nodes.If:
        made = copy(node)
        made.body, made.else_ = list(self.of(node.body)), list(self.of(node.else_))
        made.elif_ = [self._within(one) for one in node.elif_]
        return made

    def _output(self, node: nodes.Output) -> Iterator[nodes.Node]:
        before: list[nodes.Expr] = []
        for shown in node.nodes:
            if lists := self._lists(shown):
                yield from self._shown(before)
                yield self._call(next(self._shown([shown])), lists)
                before = []
            else:
                before.append(shown)
        yield from self._shown(before)

    def _shown(self, shown: list[nodes.Expr]) -> Iterator[nodes.Node]:
        if shown:
            yield nodes.Output(shown, lineno=shown[0].lineno, environment=self._environment)

    def _lists(self, node: nodes.Node) -> set[tuple[str, ...]]:
        """The lists that a piece reads, where it reads nothing else and leaves nothing behind."""
        found: set[tuple[str, ...]] = set()
        for name in names_in(node, self._environment):
            steps = tuple(_STEP.findall(name)[:2])
            if not (path := {steps, steps[:1]} & self._known):
                return set()
            found |= path
        return set() if any(node.find_all(_LEAVES)) else found

    def _call(self, node: nodes.Node, lists: set[tuple[str, ...]]) -> nodes.Node:
        about: dict[str, Any] = {"lineno": node.lineno, "environment": self._environment}
        listed: list[nodes.Expr] = []
        for top, *table in sorted(lists):
            one: nodes.Expr = nodes.Name(top, "load", **about)
            listed.append(nodes.Getattr(one, table[0], "load", **about) if table else one)
        called = nodes.Call(nodes.Name(LATER, "load", **about), listed, [], None, None, **about)
        return nodes.CallBlock(called, [], [], [node], **about)
