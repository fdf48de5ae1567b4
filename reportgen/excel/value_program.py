"""A sheet turned into one program of values that yields its rows.

Instead of text, the program yields one tuple for each strip that comes out, ``(strip, value, value, …)``, an integer where a
pass of a loop begins, and a negative one where a row must be left behind (a Table needs one row of data).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from jinja2 import Environment
from jinja2.environment import Template

from reportgen.content import Later, Showable
from reportgen.errors import TemplateError
from reportgen.excel.cell_writer import RunMark
from reportgen.excel.problems import CellPlace
from reportgen.expressions.code_generator import LATER, names_asked_for
from reportgen.expressions.value_program import Pieces, ValueProgram, ready, values_of
from reportgen.findings import Finding
from reportgen.messages import Message

Program = ValueProgram[CellPlace]


def compiled(program: Program, sandbox: Environment) -> Template:
    """The program ready to run. Raises ``TemplateError`` where its tags, each of which has been checked alone, nest too deeply."""
    made = ready(program, sandbox)
    if isinstance(made, Finding):
        place = next(iter(program.places.values()), CellPlace(""))
        finding = made.with_(place=place.to_place())
        raise TemplateError(Message("excel.mistake", first=finding, more=0), [finding])
    return made


def run(
    template: Template,
    context: Mapping[str, Any],
    marks: int,
    helpers: Mapping[str, Any] = MappingProxyType({}),
    *,
    wait: bool = False,
) -> Iterator[Any]:
    """Run a program; yields tuples and integers. ``marks`` is the number of run marks it may use, ``helpers`` what it calls.

    Pieces that wait for the rest are filled where they stand; to ``wait``, they are yielded as they are.
    """
    known = {**helpers, "rg__run": tuple(RunMark(index) for index in range(marks))}
    items = _rows_of(values_of(template, context, known))
    return items if wait or not has_lists(template) else completed(items)


def completed(items: Iterable[Any]) -> Iterator[Any]:
    """The tuples and integers among what a program yields, with all that waits."""
    return (row for item in items for row in _rows_of([with_waiting(item)]))


def _rows_of(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        if item.__class__ is tuple or item.__class__ is int or item.__class__ is Later:
            yield item
        elif item.__class__ is Pieces:
            yield from _rows_of(item)


def with_waiting(value: Any, *, shows: bool = False) -> Any:
    """A value with the pieces in it that wait for the rest filled: all, or those that may show something."""
    if value.__class__ is tuple or value.__class__ is Pieces:
        return value.__class__(with_waiting(one, shows=shows) for one in value)
    if value.__class__ is not Later or value.shows < shows:
        return value
    return with_waiting(shown_value(value.fill()), shows=shows)


def has_lists(template: Template) -> bool:
    """Whether a program has pieces that wait for the rest."""
    return LATER in names_asked_for(template)


def shown_value(value: Any) -> Any:
    """A value with what it shows made: from now on the document shows it."""
    if value.__class__ is tuple or value.__class__ is Pieces:
        return value.__class__(map(shown_value, value))
    try:
        return value.content() if isinstance(value, Showable) else value
    except Exception:  # whatever a value raises when it is shown
        return value  # said at its cell
