"""The names of the context that a template uses, read from its tags alone: ``rows[].name`` for what a loop goes through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from reportgen.expressions.reach import MAPPING_METHODS, METHODS
from reportgen.expressions.syntax import parsed_alone
from reportgen.expressions.tags import Tag
from reportgen.findings import Place
from reportgen.record import Record, replace

_OWN = frozenset({"loop", "caller", "varargs", "kwargs", "self", "super"})
_METHODS = frozenset(name for names in METHODS.values() for name in names) | MAPPING_METHODS


class UsedName(Record):
    """A name as templates write it, and the places of the tags that use it."""

    name: str
    places: tuple[Place, ...]


def used_names(tags: Iterable[tuple[Tag, Place]], environment: Environment) -> list[UsedName]:
    """The names in order of their first use. What tags set themselves is left out; unreadable tags are passed over."""
    reading = _NameCollector(environment)
    for tag, place in tags:
        if tag.closed and tag.kind != "{#":
            reading.tag(tag, place)
    return [UsedName(name, tuple(dict.fromkeys(places))) for name, places in reading.found.items()]


def names_in(node: nodes.Node, environment: Environment) -> Iterator[str]:
    """The names that a part of a template uses, as :func:`used_names` writes them."""
    return _NameCollector(environment).names(node)


class _NameCollector:
    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.found: dict[str, list[Place]] = {}
        self.bound: dict[str, str] = {}
        """What loops and assignments made, by name: what it goes through, or empty."""

    def tag(self, tag: Tag, place: Place) -> None:
        try:
            tree = parsed_alone(tag, self.environment)
        except TemplateSyntaxError:
            return
        for name in self.names(tree):
            self.found.setdefault(name, []).append(place)

    def names(self, node: nodes.Node) -> Iterator[str]:
        if isinstance(node, nodes.For):
            yield from self.names(node.iter)
            path = self._path(node.iter)
            self._bind(node.target, f"{path}[]" if path else "")
            if node.test is not None:
                yield from self.names(node.test)
            for child in (*node.body, *node.else_):
                yield from self.names(child)
            return
        if isinstance(node, nodes.Assign):
            yield from self.names(node.node)
            self._bind(node.target, self._path(node.node))
            return
        if isinstance(node, nodes.Macro | nodes.CallBlock):
            for argument in node.args:
                self._bind(argument, "")
            if isinstance(node, nodes.Macro):
                self.bound[node.name] = ""
        if isinstance(node, nodes.With):
            for target in node.targets:
                self._bind(target, "")
        path = self._path(node)
        if path:
            yield path
        for child in node.iter_child_nodes() if not path else _arguments(node):
            yield from self.names(child)

    def _bind(self, target: nodes.Node, path: str) -> None:
        if isinstance(target, nodes.Name):
            self.bound[target.name] = path
        elif isinstance(target, nodes.Tuple):
            for item in target.items:
                self._bind(item, path)

    def _path(self, node: nodes.Node) -> str:
        """``tables.progress.rows[].name`` for an expression that is nothing but steps from a name; else empty."""
        if isinstance(node, nodes.Name):
            if node.ctx != "load" or node.name in _OWN:
                return ""
            if node.name in self.bound:
                return self.bound[node.name]
            return "" if node.name in self.environment.globals else node.name
        if isinstance(node, nodes.Getattr):
            owner = self._path(node.node)
            return f"{owner}.{node.attr}" if owner else ""
        if isinstance(node, nodes.Getitem):
            owner = self._path(node.node)
            if not owner or not isinstance(node.arg, nodes.Const):
                return owner
            return f"{owner}.{node.arg.value}" if isinstance(node.arg.value, str) else f"{owner}[]"
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
            method = node.node
            return self._path(method.node if method.attr in _METHODS else method)
        return ""


def _arguments(node: nodes.Node) -> Iterator[nodes.Node]:
    """The text in the brackets of an expression that is steps from a name."""
    while isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Call):
        if isinstance(node, nodes.Call):
            yield from node.args
            yield from (keyword.value for keyword in node.kwargs)
        elif isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            yield node.arg
        node = node.node


def without_keyword(tag: Tag, keywords: Iterable[str]) -> Tag:
    """A renderer's own loop (``col for m in months``) as a plain one."""
    return replace(tag, body=tag.body.removeprefix(tag.keyword).strip()) if tag.keyword in keywords else tag
