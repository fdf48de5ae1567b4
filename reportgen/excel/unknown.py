"""Names and expressions that lead nowhere, as findings with the nearest valid name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import UndefinedError
from jinja2.utils import missing

from reportgen.errors import ReportgenError
from reportgen.excel.problems import UNDEFINED_USED, CellPlace, Problems
from reportgen.expressions import UnknownName, names_of, nearest, nearest_remedy, sentence, unknown_sentence
from reportgen.messages import Bilingual


def report_unknown(problems: Problems, place: CellPlace, value: Any, context: Mapping[str, Any]) -> None:
    """A value that is an unknown name."""
    if not isinstance(value, UnknownName):
        problems.add("unknown-name", place, unknown_sentence("?"), nearest_remedy(()))
        return
    name, owner = value.known_as, value.owner
    if value.refused:
        problems.add(
            "refused-name",
            place,
            Bilingual(f"A template cannot use “{name}”.", f"模板不能使用“{name}”。"),
            nearest_remedy(nearest(name, names_of(owner))),
        )
        return
    known = names_of(context) if owner is missing else names_of(owner)
    problems.add("unknown-name", place, unknown_sentence(name), nearest_remedy(nearest(name, known)))


def trouble(problems: Problems, place: CellPlace, error: Exception, context: Mapping[str, Any]) -> None:
    """An expression that failed while it was worked out."""
    if isinstance(error, UndefinedError):
        problems.add(
            UNDEFINED_USED,
            place,
            sentence(error),
            nearest_remedy(nearest(_name_in(str(error)), names_of(context))),
        )
    elif isinstance(error, ReportgenError):
        if error.findings:
            problems.extend(error.findings)
        problems.add("no-value", place, error.message, Bilingual("", ""))
    else:
        problems.add(
            "expression-failed",
            place,
            sentence(error),
            Bilingual("Correct the tag or the data.", "请改正标签或数据。"),
        )


def _name_in(message: str) -> str:
    parts = message.split("'")
    return parts[-2] if len(parts) > 2 else ""
