"""A sheet turned into one program of values that yields its rows.

Instead of text, the program yields one tuple for each strip that comes out, ``(strip, value, value, …)``, an integer where a
pass of a loop begins, and a negative one where a row must be left behind (a Table needs one row of data).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from jinja2 import Environment
from jinja2.environment import Template

from reportgen.errors import TemplateError
from reportgen.excel.cell_writer import RunMark
from reportgen.excel.problems import CellPlace
from reportgen.expressions.value_program import ValueProgram, ready, values_of
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
) -> Iterator[Any]:
    """Run a program; yields tuples and integers. ``marks`` is the number of run marks it may use, ``helpers`` what it calls."""
    known = {**helpers, "rg__run": tuple(RunMark(index) for index in range(marks))}
    for item in values_of(template, context, known):
        if item.__class__ is tuple or item.__class__ is int:
            yield item
