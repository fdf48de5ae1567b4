"""A sheet turned into one Jinja program that yields its rows: control flow stays Jinja's, values stay typed.

Instead of text, the program yields one tuple for each strip that comes out, ``(strip, value, value, …)``, an integer where a
pass of a loop begins, and a negative one where a row must be left behind (a Table needs one row of data).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta
from jinja2.environment import Template

from reportgen.errors import TemplateError
from reportgen.excel.cell_writer import Pieces, RunMark
from reportgen.excel.problems import CellPlace
from reportgen.expressions import environment, failure
from reportgen.expressions.code_generator import TypedOutput
from reportgen.findings import Finding, Severity
from reportgen.messages import Message

_BLOCK, _VALUE, _REMARK = ("\ue000%", "%\ue001"), ("\ue000{", "}\ue001"), ("\ue000#", "#\ue001")
"""Delimiters of the program. What a cell says between its tags can never be taken for one."""


def value_environment() -> Environment:
    """The shared sandbox, yielding values."""
    made = environment(
        autoescape=False,
        block_start_string=_BLOCK[0],
        block_end_string=_BLOCK[1],
        variable_start_string=_VALUE[0],
        variable_end_string=_VALUE[1],
        comment_start_string=_REMARK[0],
        comment_end_string=_REMARK[1],
    )
    made.code_generator_class = TypedOutput
    made.concat = Pieces  # type: ignore[assignment]
    return made


@dataclass(slots=True)
class Program:
    """The program as it is written, line by line; each line knows the cell it came from."""

    lines: list[str] = field(default_factory=lambda: [""])
    places: dict[int, CellPlace] = field(default_factory=dict)
    _names: int = 0

    def statement(self, body: str, place: CellPlace | None = None) -> None:
        """Add ``{% body %}``."""
        self._add(_BLOCK[0], body, _BLOCK[1], place)

    def value(self, body: str, place: CellPlace | None = None) -> None:
        """Add ``{{ body }}``."""
        self._add(_VALUE[0], body, _VALUE[1], place)

    def text(self, text: str, place: CellPlace) -> None:
        """Add plain text as a value, so that no newline of the program is taken for one of the text."""
        self.value(repr(text), place)

    def row(self, strip: int, expressions: list[tuple[str, CellPlace]]) -> None:
        """Add a row: its strip and the expressions of its cells, each on lines of its own."""
        self.lines[-1] += f"{_VALUE[0]}({strip},"
        for expression, place in expressions:
            self._line(f"({expression}),", place)
        self.lines.append(f"){_VALUE[1]}")

    def name(self) -> str:
        """A variable's name that no template uses."""
        self._names += 1
        return f"rg__{self._names}"

    @property
    def source(self) -> str:
        return "\n".join(self.lines)

    def place_of(self, line: int) -> CellPlace | None:
        """The cell that a line of the program (from 1) came from."""
        return self.places.get(line)

    def _add(self, start: str, body: str, end: str, place: CellPlace | None) -> None:
        self.lines[-1] += start
        self._line(body, place)
        self.lines[-1] += " " + end

    def _line(self, text: str, place: CellPlace | None) -> None:
        for line in text.split("\n"):
            self.lines.append(line)
            if place is not None:
                self.places[len(self.lines)] = place


def compiled(program: Program, sandbox: Environment) -> Template:
    """The program ready to run. Raises ``TemplateError`` where its tags, each of which has been checked alone, nest too deeply."""
    try:
        return sandbox.from_string(program.source)
    except TemplateSyntaxError as error:
        place = next(iter(program.places.values()), CellPlace(""))
        finding = Finding("tag-syntax", Severity.ERROR, place=place.to_place(), problem=failure(error))
        raise TemplateError(Message("excel.mistake", first=finding, more=0), [finding]) from error


def names_used(program: Program, sandbox: Environment) -> frozenset[str]:
    """The names of the context that a program asks for."""
    return frozenset(meta.find_undeclared_variables(sandbox.parse(program.source)))


def run(
    template: Template,
    context: Mapping[str, Any],
    names: frozenset[str],
    marks: int,
    helpers: Mapping[str, Any] = MappingProxyType({}),
) -> Iterator[Any]:
    """Run a program; yields tuples and integers. ``marks`` is the number of run marks it may use, ``helpers`` what it calls.

    Only ``names`` are taken from the context: a vocabulary makes its words when they are asked for.
    """
    variables = {name: context[name] for name in names if name in context}
    variables |= helpers
    variables["rg__run"] = tuple(RunMark(index) for index in range(marks))
    made = template.new_context(variables)
    item: Any
    for item in template.root_render_func(made):
        if item.__class__ is tuple or item.__class__ is int:
            yield item
