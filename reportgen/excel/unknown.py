"""Names and expressions that lead nowhere, as findings with the nearest valid name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import UndefinedError
from jinja2.utils import missing

from reportgen.errors import ReportgenError
from reportgen.excel.problems import UNDEFINED_USED, CellPlace, Problems
from reportgen.expressions import UnknownName, UnknownUsedError, failure, names_of, nearest, unknown_name


def report_unknown(problems: Problems, place: CellPlace, value: Any, context: Mapping[str, Any]) -> None:
    """A value that is an unknown name."""
    if not isinstance(value, UnknownName):
        problems.put(unknown_name("?"), place)
        return
    name = value.known_as
    known = names_of(context) if value.owner is missing else names_of(value.owner)
    problems.put(unknown_name(name, near=nearest(name, known), refused=value.refused), place)


def trouble(problems: Problems, place: CellPlace, error: Exception, context: Mapping[str, Any]) -> None:
    """An expression that failed while it was worked out."""
    if isinstance(error, UndefinedError):
        name = error.name.known_as if isinstance(error, UnknownUsedError) else ""
        problems.add(UNDEFINED_USED, place, reason=failure(error), near=nearest(name, names_of(context)))
    elif isinstance(error, ReportgenError):
        problems.extend(error.findings)
        cause = next(((found.code, found.place) for found in error.findings), None)
        problems.add("no-value", place, cause=cause, reason=error.message)
    else:
        problems.add("expression-failed", place, variant="cell", reason=failure(error))
