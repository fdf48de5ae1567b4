"""Unknown names found without filling a template: each tag's names against the names that the context has.

Expressions are followed through the sample context as far as their value is certain: names, attributes, items, calls
of a vocabulary object with literal arguments, loop variables. What is not certain is not reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any, TypeVar

from jinja2 import Environment, nodes

from reportgen.errors import ReportgenError
from reportgen.expressions.reach import names_of
from reportgen.expressions.undefined import UnknownName, closest, is_unknown, unknown_name
from reportgen.findings import Finding
from reportgen.record import Record

ROWS_LOOKED_AT = 50
_Function = TypeVar("_Function", bound=Callable[..., Any])
_COLLECTIONS = "template_looks_in"


def looks_in(*collections: str) -> Callable[[_Function], _Function]:
    """Mark a template function that takes the name of a member of one of these ``collections``."""

    def marked(function: _Function) -> _Function:
        setattr(function, _COLLECTIONS, collections)
        return function

    return marked


class _Unsure:
    """A value that is known only when the template is filled."""


UNSURE = _Unsure()
_LOOP_NAMES = frozenset({"loop", "caller", "varargs", "kwargs", "self"})


class UnknownUse(Record):
    """A name on line ``line`` of the source that does not exist; ``owner`` is the expression before it."""

    line: int
    name: str
    owner: str
    candidates: tuple[str, ...]
    refused: bool = False

    @property
    def finding(self) -> Finding:
        return unknown_name(self.name, self.owner, self.candidates, refused=self.refused)


def unknown_names(source: str, environment: Environment, context: Mapping[str, Any]) -> list[UnknownUse]:
    """Every unknown name in ``source``, in order. Names under ``is defined`` or ``|default`` may be unknown."""
    return unknown_names_of(environment.parse(source), environment, context)


def unknown_names_of(
    tree: nodes.Template, environment: Environment, context: Mapping[str, Any]
) -> list[UnknownUse]:
    """Every unknown name in what is parsed already."""
    walk = _NameWalk(environment, context)
    walk.body(tree.body, {})
    return walk.found


class _NameWalk:
    def __init__(self, environment: Environment, context: Mapping[str, Any]) -> None:
        self.environment = environment
        self.context = context
        self.found: list[UnknownUse] = []

    def body(self, statements: Iterable[nodes.Node], scope: dict[str, Any]) -> None:
        for statement in statements:
            self.statement(statement, scope)

    def statement(self, node: nodes.Node, scope: dict[str, Any]) -> None:
        if isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.If):
            self.value(node.test, scope)
            for branch in (node.body, node.elif_, node.else_):
                self.body(branch, dict(scope) if branch is not node.elif_ else scope)
            self._keep_assigned(node, scope)
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, self.value(node.node, scope), scope)
        elif isinstance(node, nodes.AssignBlock):
            self.body(node.body, dict(scope))
            self._bind(node.target, UNSURE, scope)
        elif isinstance(node, nodes.Macro):
            scope[node.name] = UNSURE
            inner = dict(scope) | dict.fromkeys((arg.name for arg in node.args), UNSURE)
            self.body(node.body, inner)
        elif isinstance(node, nodes.With):
            inner = dict(scope)
            for target, value in zip(node.targets, node.values, strict=True):
                self._bind(target, self.value(value, scope), inner)
            self.body(node.body, inner)
        else:
            for child in node.iter_child_nodes():
                if isinstance(child, nodes.Expr):
                    self.value(child, scope)
                else:
                    self.statement(
                        child, dict(scope) if isinstance(node, nodes.CallBlock | nodes.FilterBlock) else scope
                    )

    def value(self, node: nodes.Node, scope: dict[str, Any]) -> Any:
        """The value of an expression where it is certain, else ``UNSURE``; unknown names are noted on the way."""
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Const):
            return node.value
        if isinstance(node, nodes.Getattr):
            return self._step(node, self.value(node.node, scope), node.attr)
        if isinstance(node, nodes.Getitem):
            key = self.value(node.arg, scope)
            owner = self.value(node.node, scope)
            return UNSURE if isinstance(key, _Unsure) else self._step(node, owner, key)
        if isinstance(node, nodes.Call):
            return self._call(node, scope)
        if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
            return UNSURE
        if isinstance(node, nodes.Filter) and node.name in ("default", "d"):
            for argument in node.args:
                self.value(argument, scope)
            return UNSURE
        if isinstance(node, nodes.CondExpr | nodes.And | nodes.Or) and _asks_defined(node):
            return UNSURE
        for child in node.iter_child_nodes():
            self.value(child, scope)
        return UNSURE

    def _name(self, node: nodes.Name, scope: dict[str, Any]) -> Any:
        for names in (scope, self.context):
            if node.name in names:
                return names[node.name]
        if node.name in self.environment.globals or node.name in _LOOP_NAMES:
            return UNSURE
        known = [*scope, *names_of(self.context)]
        self.found.append(UnknownUse(node.lineno, node.name, "", closest(node.name, known)))
        return UNSURE

    def _step(self, node: nodes.Getattr | nodes.Getitem, owner: Any, key: Any) -> Any:
        samples = owner.rows if isinstance(owner, _AnyOf) else (owner,)
        if isinstance(owner, _Unsure) or not samples:
            return UNSURE
        lookup = self.environment.getattr if isinstance(node, nodes.Getattr) else self.environment.getitem
        values = []
        for sample in samples:
            try:
                values.append(lookup(sample, key))
            except ReportgenError:  # the name is right, its figure has no data: a matter for the build
                return UNSURE
            except Exception:
                return UNSURE
        known = [value for value in values if not is_unknown(value)]
        if known:
            return known[0] if len(values) == 1 else _AnyOf(tuple(known))
        if isinstance(key, str):
            refused = isinstance(values[0], UnknownName) and values[0].refused
            candidates = closest(key, [name for sample in samples[:1] for name in names_of(sample)])
            self.found.append(UnknownUse(node.lineno, key, _spelled(node.node), candidates, refused))
        return UNSURE

    def _call(self, node: nodes.Call, scope: dict[str, Any]) -> Any:
        member = self._member_named(node, scope)
        if member is not None:
            return self.value(member, scope)
        function = self.value(node.node, scope)
        arguments = [self.value(argument, scope) for argument in node.args]
        for keyword in node.kwargs:
            self.value(keyword.value, scope)
        owner = getattr(function, "__self__", None)
        certain = (
            not node.kwargs
            and node.dyn_args is None
            and not any(isinstance(a, _Unsure | _AnyOf) for a in arguments)
        )
        if certain and (hasattr(owner, "template_names") or isinstance(owner, Mapping)):
            try:
                return function(*arguments)
            except Exception:  # wrong arguments show when the template is filled, with their own message
                return UNSURE
        return UNSURE

    def _member_named(self, node: nodes.Call, scope: dict[str, Any]) -> nodes.Expr | None:
        """``chart("gap")`` as the item of a collection that it stands for: ``charts["gap"]``."""
        function = node.node
        if not isinstance(function, nodes.Name) or function.name in scope or function.name in self.context:
            return None
        collections = getattr(self.environment.globals.get(function.name), _COLLECTIONS, ())
        known = [name for name in collections if name in self.context]
        if not known or len(node.args) != 1 or not isinstance(node.args[0], nodes.Const):
            return None
        collection = nodes.Name(known[0], "load", lineno=node.lineno)
        return nodes.Getitem(collection, node.args[0], "load", lineno=node.lineno)

    def _loop(self, node: nodes.For, scope: dict[str, Any]) -> None:
        rows = self.value(node.iter, scope)
        inner = dict(scope)
        if isinstance(rows, list | tuple) or type(rows).__name__ in (
            "dict_items",
            "dict_keys",
            "dict_values",
        ):
            self._bind(node.target, _AnyOf(tuple(islice(iter(rows), ROWS_LOOKED_AT))), inner)
        else:
            self._bind(node.target, UNSURE, inner)
        if node.test is not None:
            self.value(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, dict(scope))

    def _bind(self, target: nodes.Node, value: Any, scope: dict[str, Any]) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = value
        elif isinstance(target, nodes.Tuple):
            for index, item in enumerate(target.items):
                self._bind(item, _nth(value, index), scope)

    def _keep_assigned(self, node: nodes.If, scope: dict[str, Any]) -> None:
        """A name set in one branch may exist after it."""
        targets = [assigned.target for assigned in node.find_all(nodes.Assign)]
        targets += [assigned.target for assigned in node.find_all(nodes.AssignBlock)]
        for target in targets:
            for name in (target,) if isinstance(target, nodes.Name) else target.find_all(nodes.Name):
                scope.setdefault(name.name, UNSURE)


class _AnyOf(Record):
    """The values a loop variable takes: a name is known when any of them has it."""

    rows: tuple[Any, ...]


def _nth(value: Any, index: int) -> Any:
    if isinstance(value, _AnyOf):
        picked = tuple(row[index] for row in value.rows if isinstance(row, tuple | list) and len(row) > index)
        return _AnyOf(picked) if picked else UNSURE
    return UNSURE


def _asks_defined(node: nodes.Node) -> bool:
    return any(test.name in ("defined", "undefined") for test in node.find_all(nodes.Test))


def _spelled(node: nodes.Node) -> str:
    """An expression as one would write it: ``cbec_trade.target``."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_spelled(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        key = node.arg.value if isinstance(node.arg, nodes.Const) else "…"
        return f"{_spelled(node.node)}[{key!r}]"
    if isinstance(node, nodes.Call):
        return f"{_spelled(node.node)}({', '.join(repr(a.value) if isinstance(a, nodes.Const) else '…' for a in node.args)})"
    return "…"
