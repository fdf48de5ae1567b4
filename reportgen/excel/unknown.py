"""Names and expressions that lead nowhere, as findings with the nearest valid name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import UndefinedError
from jinja2.utils import missing

from reportgen.errors import ReportgenError
from reportgen.excel.problems import UNDEFINED_USED, CellPlace, Problems
from reportgen.expressions import UnknownName, names_of, nearest, nearest_remedy, sentence, unknown_sentence
from reportgen.findings import Finding, Severity
from reportgen.messages import Message


def add_unknown_name(
    problems: Problems, place: CellPlace, name: str, candidates: Iterable[str] = (), owner: str = ""
) -> None:
    """A name that is not there, with those that look like it; ``owner`` is the expression that does not have it."""
    what, remedy = unknown_sentence(name, owner), nearest_remedy(candidates)
    problems.extend([Finding("unknown-name", Severity.ERROR, what, remedy, place.to_place())])


def report_unknown(problems: Problems, place: CellPlace, value: Any, context: Mapping[str, Any]) -> None:
    """A value that is an unknown name."""
    if not isinstance(value, UnknownName):
        add_unknown_name(problems, place, "?")
        return
    name, owner = value.known_as, value.owner
    if value.refused:
        remedy = nearest_remedy(nearest(name, names_of(owner)))
        refused = Message("excel.refused-name", name=name)
        problems.extend([Finding("refused-name", Severity.ERROR, refused, remedy, place.to_place())])
        return
    known = names_of(context) if owner is missing else names_of(owner)
    add_unknown_name(problems, place, name, nearest(name, known))


def trouble(problems: Problems, place: CellPlace, error: Exception, context: Mapping[str, Any]) -> None:
    """An expression that failed while it was worked out."""
    if isinstance(error, UndefinedError):
        remedy = nearest_remedy(nearest(_name_in(str(error)), names_of(context)))
        problems.extend([Finding(UNDEFINED_USED, Severity.ERROR, sentence(error), remedy, place.to_place())])
    elif isinstance(error, ReportgenError):
        problems.extend(error.findings)
        cause = next(((found.code, found.place) for found in error.findings), None)
        problems.add("no-value", place, cause=cause, reason=error.message)
    else:
        problems.add("expression-failed", place, variant="cell", reason=sentence(error))


def _name_in(message: str) -> str:
    parts = message.split("'")
    return parts[-2] if len(parts) > 2 else ""
