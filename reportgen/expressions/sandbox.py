"""The environment in which template expressions run: Jinja's, strict, and with nothing of Python in reach.

Beyond Jinja's own language an expression may use the plain methods of text, lists, mappings and dates listed here,
the fields of records, and the names that a vocabulary object offers in its ``template_names``.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, cast

from jinja2 import Environment, Undefined, nodes
from jinja2.filters import FILTERS
from jinja2.lexer import Lexer
from jinja2.parser import Parser
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS
from jinja2.utils import Cycler, Joiner, Namespace

from reportgen.expressions import budget, result_sizes
from reportgen.expressions.as_text import check_inserted, check_text, checked_filters
from reportgen.expressions.code_generator import DirectLookups
from reportgen.expressions.failures import LimitError, TooDeepError, depth_refused
from reportgen.expressions.reach import MAPPING_METHODS, METHODS, is_field
from reportgen.expressions.rounding import for_readers, with_rounded
from reportgen.expressions.undefined import UnknownName
from reportgen.messages import Reason

_DEEPEST = 150
_SHORT = 5_000
"""Characters of a source whose tree is kept."""
_MOST_TREES = 1_000
_trees: dict[tuple[type[Environment], Lexer, str, str | None, str | None], nodes.Template] = {}
_LEAVES = frozenset({nodes.Name, nodes.Const, nodes.TemplateData})
_NUMBERS = frozenset({int, float, Decimal})
_REFUSED_FILTERS = ("attr", "random", "pprint", "xmlattr", "urlize", "tojson")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's environment with an allow-list for every type, and limits on what an expression may grow to."""

    code_generator_class = DirectLookups
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        kind = type(obj)
        if kind is dict:  # rows of a table: the hot path
            if attribute not in MAPPING_METHODS:
                try:
                    return obj[attribute]
                except KeyError:
                    return self.undefined(obj=obj, name=attribute)
            return getattr(obj, attribute)
        allowed = METHODS.get(kind)
        if allowed is None:
            return self._getattr_of_object(obj, attribute)
        if attribute in allowed:
            return getattr(obj, attribute)
        if isinstance(obj, tuple | list) and attribute.isdigit():
            return self.getitem(obj, int(attribute))
        return self._missing(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Undefined):
            return obj
        if _is_container(obj):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                pass
            if isinstance(argument, int) and isinstance(obj, Mapping) and str(argument) in obj:
                return obj[str(argument)]  # {{ by_year.2024 }}
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        return self.undefined(obj=obj, name=argument)

    def _getattr_of_object(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Undefined):
            return obj
        if attribute in getattr(obj, "template_names", ()):
            return getattr(obj, attribute)
        if isinstance(obj, Mapping):
            if attribute in MAPPING_METHODS:
                return getattr(obj, attribute)
            try:
                return obj[attribute]
            except (TypeError, LookupError):
                return self._missing(obj, attribute)
        if isinstance(obj, Namespace) and not attribute.startswith("_"):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        if is_field(obj, attribute) or self.is_safe_attribute(obj, attribute, None):
            return getattr(obj, attribute)
        return self._missing(obj, attribute)

    def _missing(self, obj: Any, attribute: str) -> Undefined:
        if hasattr(type(obj), attribute):
            return self.unsafe_undefined(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def is_safe_attribute(self, obj: Any, attr: str, _value: Any) -> bool:
        if attr in getattr(obj, "template_names", ()):
            return True
        if any(attr in names for kind, names in METHODS.items() if isinstance(obj, kind)):
            return True
        return isinstance(obj, Mapping) and attr in MAPPING_METHODS

    def is_safe_callable(self, obj: Any) -> bool:
        if isinstance(
            obj, types.BuiltinMethodType
        ):  # str.upper, and also eval: only the former has an owner we know
            return self.is_safe_attribute(obj.__self__, obj.__name__, obj)
        if isinstance(obj, type):
            return obj in (dict, Cycler, Joiner, Namespace)
        return callable(obj)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        if isinstance(__obj, Undefined):
            return __obj
        current = budget.budget()
        current.look()
        if isinstance(__obj, types.BuiltinMethodType):
            args = result_sizes.method(__obj.__self__, __obj.__name__, args, kwargs)
            if isinstance(__obj.__self__, str) and __obj.__name__ == "join" and args:
                args = (tuple(args[0]),)
                check_inserted(args[0])
        return current.made(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "+" and left.__class__ in _NUMBERS and right.__class__ in _NUMBERS:
            return cast(Any, left) + right
        result_sizes.binary(operator, left, right)
        if operator == "%" and isinstance(left, str):
            check_inserted(right, by_name="%(" in left)
            left, right = for_readers(left), with_rounded(left, right)
        return budget.budget().made(super().call_binop(context, operator, left, right))

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """The tree of a source, to be read and compiled and never changed: of a short one it is parsed once, however many cells
        and languages say the same."""
        key = (type(self), self.lexer, source, name, filename)
        known = _trees.get(key)
        if known is not None:
            return known
        with depth_refused():
            tree = super().parse(source, name, filename)
        if len(source) > _DEEPEST:  # each level takes a character at least
            _refuse_depth(tree)
        if len(source) <= _SHORT:
            if len(_trees) >= _MOST_TREES:
                _trees.clear()
            _trees[key] = tree
        return tree

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The environment is at the root alone. Jinja goes through the tree once more to put it at each node, for constants that it
        folds; ours are not folded."""
        return nodes.Template(Parser(self, source, name, filename).subparse(), lineno=1, environment=self)

    def compile(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        with depth_refused():
            tree = source if isinstance(source, nodes.Template) else self.parse(source)
            return super().compile(tree, *args, **kwargs)

    # ---- what compiled programs ask, see code_generator.py ---------------------------------------------

    rg_tick = staticmethod(budget.look)
    rg_clock = staticmethod(budget.clock)
    rg_buffer = budget.CountedChunks

    @staticmethod
    def rg_done(value: Any) -> None:
        if isinstance(value, Undefined):
            str(value)  # complains

    @staticmethod
    def rg_made(value: Any) -> Any:
        return budget.budget().made(value)

    @staticmethod
    def rg_joined(join: Callable[[Any], str], parts: tuple[Any, ...]) -> str:
        spent = budget.budget()
        result_sizes.joined_texts(parts, spent)
        for part in parts:
            check_text(part)
        text: str = spent.made(join(parts))
        return text


def environment(kind: type[Sandbox] = Sandbox, **options: Any) -> Sandbox:
    """A sandboxed, strict environment; ``options`` are Jinja's (delimiters, ``finalize``, ``autoescape``).

    A renderer that does its own escaping passes ``autoescape=False`` and receives plain values.
    """
    options.setdefault("autoescape", True)
    options.setdefault("undefined", UnknownName)
    options.setdefault("keep_trailing_newline", True)
    options.setdefault("optimized", False)  # Jinja's optimizer changes trees; ours are shared
    sandbox = kind(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"], **options)
    sandbox.globals.pop("lipsum", None)
    sandbox.globals["range"] = limited_range
    sandbox.filters.clear()
    sandbox.filters.update(_filters())
    sandbox.tests.update(_tests())
    # docxtpl templates say |e and |safe; every text is escaped once, by the renderer, whatever they say.
    for name in ("e", "escape", "forceescape", "safe"):
        sandbox.filters[name] = _as_it_is
    return sandbox


@cache
def _filters() -> dict[str, Callable[..., Any]]:
    """Jinja's filters but for the refused ones, each looking at what it is given and what it spends."""
    kept = {name: one for name, one in FILTERS.items() if name not in _REFUSED_FILTERS}
    return {name: result_sizes.guarded(name, one) for name, one in (kept | checked_filters()).items()}


@cache
def _tests() -> dict[str, Callable[..., Any]]:
    return {
        name: result_sizes.timed(cast(Callable[..., Any], TESTS[name]))
        for name in result_sizes.COMPARING_TESTS
    }


def limited_range(*bounds: int) -> range:
    """``range`` up to 100,000 steps."""
    steps = range(*bounds)
    if len(steps) > result_sizes.LARGEST_RANGE:
        raise LimitError(Reason("expressions.range-too-long", limit=result_sizes.LARGEST_RANGE))
    return steps


def _refuse_depth(tree: nodes.Node) -> None:
    """Raise ``TooDeepError`` for a tree that later steps, which recurse, could not go through."""
    level: list[nodes.Node] = [tree]
    for _ in range(_DEEPEST):
        level = [
            child for node in level for child in node.iter_child_nodes() if child.__class__ not in _LEAVES
        ]
        if not level:
            return
    raise TooDeepError


def _is_container(obj: Any) -> bool:
    return isinstance(obj, dict | list | tuple | str | Mapping | range) or hasattr(obj, "template_names")


def _as_it_is(value: Any) -> Any:
    return value
