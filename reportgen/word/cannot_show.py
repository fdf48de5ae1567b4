"""Values that cannot be written where their tag is: errors that a writer turns into findings and goes on."""

from __future__ import annotations

from typing import Any

from reportgen.content import Chart
from reportgen.expressions import UnknownName
from reportgen.findings import Finding, Severity
from reportgen.word.characters import CANNOT_STAND


class CannotShowError(Exception):
    """A value that cannot be written at its place; ``finding`` says why, and has no place yet."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


class UnknownShownError(Exception):
    """A name that does not exist reached a place where it should be shown."""

    def __init__(self, name: UnknownName) -> None:
        super().__init__(name.known_as)
        self.name = name


def cannot_show(code: str, variant: str = "", **parameters: Any) -> CannotShowError:
    """The error whose finding has this code."""
    return CannotShowError(Finding(code, Severity.ERROR, variant=variant, **parameters))


def needs_own_paragraph() -> CannotShowError:
    """A table, a chart or a whole document is inside a line of text."""
    return cannot_show("misplaced-block")


def control_character(text: str, character: str) -> CannotShowError:
    """A text holds a character that Word has no place for."""
    start = text.index(character)
    near = CANNOT_STAND.sub("�", text[max(0, start - 15) : start + 15])
    return cannot_show("control-character", near=near, character=f"U+{ord(character):04X}")


def check_series(chart: Chart) -> None:
    """Raise where a series of a chart has more or fewer values than the chart has categories."""
    for series in chart.series:
        if len(series.values) != len(chart.categories):
            values, categories = len(series.values), len(chart.categories)
            raise cannot_show(
                "chart-data", chart=chart.name, name=series.name, values=values, categories=categories
            )
