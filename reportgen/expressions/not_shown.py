"""What keeps a value from being shown: an unknown name, an expression that failed; and which line of a program it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import UndefinedError
from jinja2.environment import Template
from jinja2.utils import missing

from reportgen.errors import ReportgenError
from reportgen.expressions.as_text import NoValueError
from reportgen.expressions.failures import failure
from reportgen.expressions.reach import names_of
from reportgen.expressions.undefined import (
    UnknownName,
    UnknownUsedError,
    closest,
    unknown_item,
    unknown_name,
)
from reportgen.findings import Finding, Severity

UNDEFINED_USED = "undefined-used"
PROGRAM = "<template>"
"""What Jinja calls the file of a program that was given as a text."""


def unknown_shown(value: Any, context: Mapping[str, Any]) -> Finding:
    """The finding for a value that is an unknown name; it has no place yet."""
    if not isinstance(value, UnknownName):
        return unknown_name("?")
    if (found := unknown_item(value)) is not None:
        return found
    name = value.known_as
    known = names_of(context) if value.owner is missing else names_of(value.owner)
    return unknown_name(name, near=closest(name, known), refused=value.refused)


def failed(error: Exception, context: Mapping[str, Any]) -> tuple[Finding, tuple[Finding, ...]]:
    """The finding for an expression that failed while it was worked out, without a place yet, and those that it follows from."""
    if isinstance(error, UndefinedError):
        name = error.name.known_as if isinstance(error, UnknownUsedError) else ""
        near = closest(name, names_of(context))
        return Finding(UNDEFINED_USED, Severity.ERROR, reason=failure(error), near=near), ()
    if isinstance(error, NoValueError):
        return error.findings[0], ()
    if isinstance(error, ReportgenError):
        cause = next(((found.code, found.place) for found in error.findings), None)
        return Finding("no-value", Severity.ERROR, cause=cause, reason=error.message), tuple(error.findings)
    return Finding("expression-failed", Severity.ERROR, variant="value", reason=failure(error)), ()


def failing_line(error: Exception, template: Template, file: str = PROGRAM) -> int | None:
    """The last line of a program that an error came through; ``None`` where it came through none."""
    line = None
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == file:
            line = template.get_corresponding_lineno(step.tb_lineno)
        step = step.tb_next
    return line
