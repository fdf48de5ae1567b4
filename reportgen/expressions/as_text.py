"""Values that an expression puts into a text (``~``, ``|join``, ``|upper``, ``%``): what is no value is refused there too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import Undefined, pass_eval_context
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.nodes import EvalContext

from reportgen.content import Showable, ShownWhole
from reportgen.display_width import broken
from reportgen.errors import ReportgenError
from reportgen.expressions.rounding import for_readers, round_number, with_rounded
from reportgen.expressions.showable import no_value
from reportgen.findings import Finding, Severity

TEXT_FILTERS = (
    "capitalize", "center", "format", "indent", "lower", "replace", "string", "striptags", "title", "trim",
    "truncate", "upper", "urlencode", "wordcount", "wordwrap",
)  # fmt: skip
"""Jinja's filters that make a text of their value first."""

_NUMBER_FILTERS = {"int": 1, "float": 1}
"""Filters that make 0 of what is no value, and how many arguments (a default) keep them from it."""


class NoValueError(ReportgenError):
    """Something that is no value was put into a text; its one finding has no place yet."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message, (finding,))

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.findings[0],))


def check_text(value: Any) -> None:
    """Raise ``NoValueError`` where ``value`` cannot be part of a text."""
    if isinstance(value, str | int | Undefined):  # an unknown name complains by itself
        return
    if isinstance(value, ShownWhole):
        raise NoValueError(Finding("no-value", Severity.ERROR, variant="whole"))
    if isinstance(value, Showable) and type(value).__str__ is not object.__str__:
        return
    if (finding := no_value(value)) is not None:
        raise NoValueError(finding)


def check_inserted(values: Any, *, by_name: bool = False) -> None:
    """The right side of ``%``, or the arguments of ``format``; ``by_name``: a mapping gives its values."""
    if isinstance(values, Mapping) and by_name:
        values = tuple(values.values())
    for value in values if isinstance(values, tuple) else (values,):
        check_text(value)


@pass_eval_context
def _join(context: EvalContext, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    """Jinja's ``join``, every item looked at."""
    items: list[Any] = list(value)
    if attribute is not None:
        items = list(map(make_attrgetter(context.environment, attribute), items))
    for item in items:
        check_text(item)
    whole: str = FILTERS["join"](context, items, d)
    return whole


def lines(value: Any, width: float = 100) -> list[str]:
    """A text in lines of at most ``width`` characters, of which Chinese ones are two: for notes on sheets, a row each."""
    return broken(str(value), max(1, width))


def checked_filters() -> dict[str, Callable[..., Any]]:
    """Jinja's filters that make a text or a number, refusing what is no value."""
    found = {name: _checked(name, FILTERS[name]) for name in TEXT_FILTERS}
    found |= {name: _checked_number(FILTERS[name], free) for name, free in _NUMBER_FILTERS.items()}
    return found | {"join": _join, "lines": _checked("lines", lines), "round": round_number}


def _checked(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    takes_context = hasattr(function, "jinja_pass_arg")

    def checked(*args: Any, **kwargs: Any) -> Any:
        value, *others = args[1:] if takes_context else args
        if name != "urlencode" or not isinstance(value, Mapping | list | tuple):
            check_text(value)
        if name == "replace":
            check_inserted(tuple(others))
        elif name == "format":
            check_inserted(kwargs or tuple(others), by_name=bool(kwargs))
            args = (for_readers(str(value)), *with_rounded(str(value), tuple(others)))
        return function(*args, **kwargs)

    if takes_context:
        checked.jinja_pass_arg = function.jinja_pass_arg  # type: ignore[attr-defined]
    return checked


def _checked_number(function: Callable[..., Any], free: int) -> Callable[..., Any]:
    def checked(value: Any, *args: Any, **kwargs: Any) -> Any:
        if len(args) < free and "default" not in kwargs:
            check_text(value)
        return function(value, *args, **kwargs)

    return checked
