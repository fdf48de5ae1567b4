"""The operators, filters and methods that can make much of little: each is asked beforehand what it would make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from decimal import Decimal
from functools import wraps
from itertools import islice
from typing import Any

from reportgen.expressions.budget import LARGEST_TEXT, Budget, budget, look, refuse_above
from reportgen.expressions.failures import LimitError
from reportgen.messages import Reason
from reportgen.regex import regex

LARGEST_RANGE = 100_000
LARGEST_WIDTH = 1_000
LARGEST_EXPONENT = 1_000
LARGEST_BITS = 40_000
"""Whole numbers have at most some 12,000 digits."""

LARGEST_REWRITTEN = 100_000
"""Characters of a text for filters that take the longer, the longer the text, more than once over."""

GrowthCheck = Callable[..., None]

_FORMAT = regex(r"[#0\- +]*(\*|\d*)(?:\.(\*|\d*))?")


def binary(operator: str, left: Any, right: Any) -> None:
    """Refuse an operation whose result would be too large."""
    if operator == "+":
        _plus(left, right)
    elif operator == "*":
        _times(left, right)
    elif operator == "**":
        refuse_above(LARGEST_EXPONENT, right)
        if isinstance(left, int) and isinstance(right, int):
            refuse_above(LARGEST_BITS, left.bit_length() * abs(right))
    elif isinstance(left, str):
        formatted(left, right)


def joined_texts(parts: tuple[Any, ...], current: Budget) -> None:
    """Refuse ``a ~ b`` that would be too long."""
    current.look()
    length = 0
    for part in parts:
        if isinstance(part, str):
            length += len(part)
        else:
            current.hold(current.weigh(part))
    refuse_above(LARGEST_TEXT, length)


def formatted(template: str, values: Any) -> None:
    """Refuse ``template % values`` that would be too long."""
    current = budget()
    tags = 0
    at = template.find("%")
    while at >= 0:
        at = _behind_name(template, at + 1)
        found = _FORMAT.match(template, at)
        assert found is not None  # it matches nothing, too
        if any(size == "*" or len(size or "") > 3 for size in found.groups()):
            raise LimitError(Reason("expressions.format-too-wide", limit=LARGEST_WIDTH - 1))
        tags += 1
        at = template.find("%", found.end() + 1)
    weight = current.weigh(values)
    if isinstance(values, dict):  # one value can be asked for again and again
        weight *= tags
    refuse_above(LARGEST_TEXT, len(template) + tags * LARGEST_WIDTH * (tags > 100))
    current.hold(weight)
    refuse_above(10 * LARGEST_TEXT, weight)


def _behind_name(template: str, at: int) -> int:
    """The place behind ``(name)``; brackets in names nest."""
    if not template.startswith("(", at):
        return at
    depth = 0
    for place in range(at, len(template)):
        depth += {"(": 1, ")": -1}.get(template[place], 0)
        if not depth:
            return place + 1
    return len(template)


def _plus(left: Any, right: Any) -> None:
    if isinstance(left, str) and isinstance(right, str):
        refuse_above(LARGEST_TEXT, len(left) + len(right))
    elif isinstance(left, list | tuple) and isinstance(right, list | tuple):
        current = budget()
        current.look()
        current.hold(current.weigh(left) + current.weigh(right))


def _times(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        if not (isinstance(left, bool) or isinstance(right, bool)):
            refuse_above(LARGEST_BITS, left.bit_length() + right.bit_length())
        return
    for sequence, times in ((left, right), (right, left)):
        if isinstance(times, int) and isinstance(sequence, str | list | tuple):
            refuse_above(LARGEST_TEXT, len(sequence) * times)
            current = budget()
            current.hold(current.weigh(sequence) * max(times, 1))


# ---- filters and methods --------------------------------------------------------------------------------


def guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that looks at the clock, is checked, and whose result is counted."""
    check = _CHECKS.get(name)
    first = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        current = budget()
        current.look()
        if name == "join":
            args = (*args[:first], _counted(args[first]), *args[first + 1 :])
        if check is not None:
            check(*args[first:], **kwargs)
        return current.made(function(*args, **kwargs))

    return run


def timed(function: Callable[..., Any]) -> Callable[..., Any]:
    """A test that looks at the clock."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        look()
        return function(*args, **kwargs)

    return run


def method(owner: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
    """Refuse the call of a plain type's method that would make too much; gives the arguments to call it with."""
    if isinstance(owner, str):
        if name == "join" and args:
            args = (_counted(args[0]), *args[1:])
            _join(args[0], owner)
        elif name == "replace":
            _replace(owner, *args, **kwargs)
        elif name == "expandtabs":
            sizes = [*args, *kwargs.values(), 8]
            refuse_above(LARGEST_WIDTH, sizes[0])
            refuse_above(LARGEST_TEXT, owner.count("\t") * sizes[0])
        elif name in ("center", "ljust", "rjust", "zfill"):
            refuse_above(LARGEST_WIDTH, *args, *kwargs.values())
    elif name == "strftime":
        refuse_above(LARGEST_WIDTH, *(len(arg) for arg in (*args, *kwargs.values()) if isinstance(arg, str)))
    return args


def _counted(items: Any) -> Any:
    """The items of something whose length is not known beforehand."""
    if isinstance(items, Sized) or not isinstance(items, Iterable):
        return items
    kept = []
    current = budget()
    for item in islice(items, LARGEST_TEXT + 1):
        kept.append(item)
        current.look()
    refuse_above(LARGEST_TEXT, len(kept))
    return current.made(kept)


def _join(items: Any, d: Any = "", attribute: Any = None) -> None:
    current = budget()
    length = len(items) if isinstance(items, Sized) else 0
    between = len(d) * length if isinstance(d, str) else 0
    refuse_above(LARGEST_TEXT, between)
    weight = current.weigh(items)
    current.hold(weight)
    if attribute is None and isinstance(items, list | tuple):
        refuse_above(2 * LARGEST_TEXT, sum(len(item) for item in items if isinstance(item, str)))


def _replace(text: Any, old: Any, new: Any, count: Any = None) -> None:
    text, old, new = _as_text(text), _as_text(old), _as_text(new)
    found = text.count(old) if old else len(text) + 1
    refuse_above(LARGEST_TEXT, len(text) + found * len(new))


def _widths(_value: Any, *args: Any, **kwargs: Any) -> None:
    refuse_above(LARGEST_WIDTH, *args, *kwargs.values())


def _indent(text: Any, width: Any = 4, first: Any = False, blank: Any = False) -> None:
    size = len(width) if isinstance(width, str) else width
    refuse_above(LARGEST_WIDTH, size)
    refuse_above(LARGEST_TEXT, (_as_text(text).count("\n") + 1) * size)


def _wordwrap(text: Any, width: Any = 79, *rest: Any, wrapstring: Any = None, **_: Any) -> None:
    text = _as_text(text)
    refuse_above(LARGEST_REWRITTEN, len(text))
    wrapstring = wrapstring or (rest[1] if len(rest) > 1 else "")
    refuse_above(LARGEST_TEXT, len(text) * len(wrapstring or ""))
    refuse_above(LARGEST_WIDTH * LARGEST_WIDTH, width)


def _rewritten(text: Any, *_args: Any, **_kwargs: Any) -> None:
    refuse_above(LARGEST_REWRITTEN, len(_as_text(text)))


def _lines(text: Any, width: Any = 100) -> None:
    refuse_above(LARGEST_REWRITTEN // 10, len(_as_text(text)))
    refuse_above(LARGEST_WIDTH, width)


def _rounded(_value: Any, precision: Any = 0, *_: Any, **__: Any) -> None:
    refuse_above(300, precision)


def _whole(value: Any, *_: Any, **__: Any) -> None:
    if isinstance(value, Decimal) and value.is_finite():
        refuse_above(LARGEST_EXPONENT, value.adjusted())


def _sum(_values: Any, attribute: Any = None, start: Any = 0) -> None:
    if isinstance(start, str | list | tuple | dict):
        raise TypeError("sum adds numbers")


def _text(value: Any) -> None:
    current = budget()
    current.hold(current.weigh(value))


def _format(template: Any, *args: Any, **kwargs: Any) -> None:
    formatted(_as_text(template), kwargs or args)


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    _text(value)
    return str(value)


_CHECKS: dict[str, GrowthCheck] = {
    "batch": _widths,
    "center": _widths,
    "format": _format,
    "indent": _indent,
    "int": _whole,
    "join": _join,
    "lines": _lines,
    "replace": _replace,
    "round": _rounded,
    "slice": _widths,
    "string": _text,
    "striptags": _rewritten,
    "sum": _sum,
    "wordwrap": _wordwrap,
}

COMPARING_TESTS = ("in", "eq", "==", "equalto", "ne", "!=", "lt", "<", "lessthan", "le", "<=", "gt", ">", "greaterthan", "ge", ">=")  # fmt: skip
