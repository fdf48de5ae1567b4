"""A template turned into one Jinja program that yields values in their own types: control flow stays Jinja's.

Who lays the values out (in cells, in lines) sees numbers, marks and tables as they are, and not what they would be as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from jinja2 import Environment, TemplateSyntaxError
from jinja2.environment import Template
from msgspec import Struct, field

from reportgen.content import Sentence, Showable, TableCell
from reportgen.expressions.code_generator import LATER, TypedOutput, names_asked_for
from reportgen.expressions.failures import failure
from reportgen.expressions.lists_last import OWN, later, lists_last
from reportgen.expressions.sandbox import Sandbox, environment
from reportgen.expressions.syntax import is_plain_value
from reportgen.findings import Finding, Severity

BLOCK, VALUE, COMMENT = ("\ue000%", "%\ue001"), ("\ue000{", "}\ue001"), ("\ue000#", "#\ue001")
"""Delimiters of the program. What a text says between its tags can never be taken for one."""

_Place = TypeVar("_Place")


class Pieces(tuple[Any, ...]):
    """What a block of text with statements in it yielded, not yet joined."""

    __slots__ = ()


def value_environment() -> Sandbox:
    """The shared sandbox, yielding values."""
    made = environment(
        autoescape=False,
        block_start_string=BLOCK[0],
        block_end_string=BLOCK[1],
        variable_start_string=VALUE[0],
        variable_end_string=VALUE[1],
        comment_start_string=COMMENT[0],
        comment_end_string=COMMENT[1],
    )
    made.code_generator_class = TypedOutput
    made.concat = Pieces  # type: ignore[assignment]
    return made


class ValueProgram(Struct, Generic[_Place]):
    """The program as it is written, line by line; each line knows the place of the tag it came from."""

    lines: list[str] = field(default_factory=lambda: [""])
    places: dict[int, _Place] = field(default_factory=dict)
    _names: int = 0

    def statement(self, body: str, place: _Place | None = None) -> None:
        """Add ``{% body %}``."""
        self._add(BLOCK[0], body, BLOCK[1], place)

    def value(self, body: str, place: _Place | None = None) -> None:
        """Add ``{{ body }}``."""
        self._add(VALUE[0], body, VALUE[1], place)

    def text(self, text: str, place: _Place | None = None) -> None:
        """Add plain text as a value, so that no newline of the program is taken for one of the text."""
        self.value(repr(text), place)

    def row(self, strip: int, expressions: list[tuple[str, _Place]]) -> None:
        """Add a tuple: a number and the expressions behind it, each on lines of its own."""
        self.lines[-1] += f"{VALUE[0]}({strip},"
        for expression, place in expressions:
            self._line(f"{expression}," if is_plain_value(expression) else f"({expression}),", place)
        self.lines.append(f"){VALUE[1]}")

    def name(self) -> str:
        """A variable's name that no template uses."""
        self._names += 1
        return f"{OWN}{self._names}"

    @property
    def source(self) -> str:
        return "\n".join(self.lines)

    def place_of(self, line: int) -> _Place | None:
        """The place that a line of the program (from 1) came from."""
        return self.places.get(line)

    def _add(self, start: str, body: str, end: str, place: _Place | None) -> None:
        self.lines[-1] += start
        self._line(body, place)
        self.lines[-1] += " " + end

    def _line(self, text: str, place: _Place | None) -> None:
        for line in text.split("\n"):
            self.lines.append(line)
            if place is not None:
                self.places[len(self.lines)] = place


def ready(program: ValueProgram[Any], sandbox: Environment) -> Template | Finding:
    """The program ready to run; or the mistake, without a place, that tags make together which are right each alone."""
    try:
        return sandbox.from_string(lists_last(sandbox.parse(program.source), sandbox))
    except TemplateSyntaxError as error:
        return Finding("tag-syntax", Severity.ERROR, problem=failure(error))


def values_of(
    template: Template, context: Mapping[str, Any], helpers: Mapping[str, Any] = MappingProxyType({})
) -> Iterator[Any]:
    """Run a program and yield what it outputs. ``helpers`` are what it calls beside the context.

    Only the names that it asks for are taken from the context: a vocabulary makes its words when they are asked for.
    """
    variables = {name: context[name] for name in names_asked_for(template) if name in context}
    output: Iterator[Any] = template.root_render_func(
        template.new_context({**variables, LATER: later, **helpers})
    )
    return output


def flat(value: Any) -> Iterable[Any]:
    """The pieces of a value inside a text: a sentence's parts, a block's pieces, what a vocabulary object shows."""
    if isinstance(value, Showable):
        yield from flat(value.content())
    elif isinstance(value, TableCell):
        yield from flat(value.content)
    elif isinstance(value, Sentence):
        yield from value.parts
    elif isinstance(value, Pieces):
        for piece in value:
            yield from flat(piece)
    else:
        yield value
