"""The environment in which template expressions run: Jinja's, strict, and with nothing of Python in reach.

Beyond Jinja's own language an expression may use the plain methods of text, lists, mappings and dates listed here,
the fields of records, and the names that a vocabulary object offers in its ``template_names``.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import Undefined
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from reportgen.expressions.failures import LimitError
from reportgen.expressions.reach import MAPPING_METHODS, METHODS, is_field
from reportgen.expressions.undefined import UnknownName
from reportgen.messages import Reason

LARGEST_RANGE = 100_000
LARGEST_WIDTH = 1_000
LARGEST_TEXT = 10_000_000
LARGEST_EXPONENT = 1_000

_WIDENING = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs"})
_REFUSED_FILTERS = ("attr", "random", "pprint", "xmlattr", "urlize", "tojson")
_WIDTH_FILTERS = ("center", "indent", "batch", "slice", "wordwrap")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's environment with an allow-list for every type, and limits on what an expression may grow to."""

    intercepted_binops = frozenset({"*", "**", "%"})

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
        if getattr(__obj, "__name__", "") in _WIDENING and isinstance(__obj, types.BuiltinMethodType):
            _refuse_above(LARGEST_WIDTH, *args)
        if isinstance(getattr(__obj, "__self__", None), str) and getattr(__obj, "__name__", "") in (
            "replace",
            "join",
        ):
            _refuse_growth(__obj.__self__, *args)
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**":
            _refuse_above(LARGEST_EXPONENT, right)
        elif operator == "*":
            for sequence, times in ((left, right), (right, left)):
                if isinstance(sequence, str | list | tuple) and isinstance(times, int):
                    _refuse_above(LARGEST_TEXT, len(sequence) * times)
        elif isinstance(left, str):
            _refuse_wide_format(left)
        return super().call_binop(context, operator, left, right)


def environment(kind: type[Sandbox] = Sandbox, **options: Any) -> Sandbox:
    """A sandboxed, strict environment; ``options`` are Jinja's (delimiters, ``finalize``, ``autoescape``).

    A renderer that does its own escaping passes ``autoescape=False`` and receives plain values.
    """
    options.setdefault("autoescape", True)
    options.setdefault("undefined", UnknownName)
    options.setdefault("keep_trailing_newline", True)
    sandbox = kind(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"], **options)
    sandbox.globals.pop("lipsum", None)
    sandbox.globals["range"] = limited_range
    for name in _REFUSED_FILTERS:
        sandbox.filters.pop(name, None)
    for name in _WIDTH_FILTERS:
        sandbox.filters[name] = _limited(FILTERS[name])
    sandbox.filters["format"] = _limited_format
    # docxtpl templates say |e and |safe; every text is escaped once, by the renderer, whatever they say.
    for name in ("e", "escape", "forceescape", "safe"):
        sandbox.filters[name] = _as_it_is
    return sandbox


def limited_range(*bounds: int) -> range:
    """``range`` up to 100,000 steps."""
    steps = range(*bounds)
    if len(steps) > LARGEST_RANGE:
        raise LimitError(Reason("expressions.range-too-long", limit=LARGEST_RANGE))
    return steps


def _is_container(obj: Any) -> bool:
    return isinstance(obj, dict | list | tuple | str | Mapping | range) or hasattr(obj, "template_names")


def _as_it_is(value: Any) -> Any:
    return value


def _limited(function: Callable[..., Any]) -> Callable[..., Any]:
    def limited(value: Any, *args: Any, **kwargs: Any) -> Any:
        sizes = args[1:] if _takes_environment(function) else args
        _refuse_above(LARGEST_WIDTH, *sizes, *kwargs.values())
        return function(value, *args, **kwargs)

    if _takes_environment(function):
        limited.jinja_pass_arg = function.jinja_pass_arg  # type: ignore[attr-defined]
    return limited


def _takes_environment(function: Callable[..., Any]) -> bool:
    return hasattr(function, "jinja_pass_arg")


def _limited_format(value: Any, *args: Any, **kwargs: Any) -> str:
    template = str(value)
    _refuse_wide_format(template)
    return template % (kwargs or args)


def _refuse_wide_format(template: str) -> None:
    if re.search(r"%[^a-zA-Z%]*(?:\d{4,}|\*)", template):
        raise LimitError(Reason("expressions.format-too-wide", limit=LARGEST_WIDTH - 1))


def _refuse_above(limit: int, *sizes: Any) -> None:
    for size in sizes:
        if isinstance(size, int | float | Decimal) and not -limit <= float(size) <= limit:
            raise LimitError(Reason("expressions.more-than-allowed", size=size, limit=limit))


def _refuse_growth(text: str, *args: Any) -> None:
    grown = max((len(arg) for arg in args if isinstance(arg, str | list | tuple)), default=0)
    _refuse_above(LARGEST_TEXT, (len(text) + 1) * (grown + 1))
