"""The findings of an audit: how much each code matters, and the parameters that most of them share."""

from __future__ import annotations

from typing import Any

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message, Words
from reportgen.values import plain

SEVERITIES = {
    "figure-retyped": Severity.ERROR,
    "figure-unit": Severity.ERROR,
    "figure-rounding": Severity.ERROR,
    "figure-without-number": Severity.ERROR,
    "percent-for-points": Severity.ERROR,
    "points-for-percent": Severity.ERROR,
    "qualifier-lost": Severity.ERROR,
    "qualifier-not-backed": Severity.ERROR,
    "word-against-sign": Severity.ERROR,
    "figure-vanished": Severity.WARNING,
    "row-vanished": Severity.WARNING,
    "figure-removed": Severity.NOTE,
    "figure-unlinked": Severity.NOTE,
    "unbacked-number": Severity.WARNING,
    "figure-about-another": Severity.WARNING,
    "unknown-figure": Severity.WARNING,
    "sum-of-parts": Severity.ERROR,
    "part-above-whole": Severity.ERROR,
    "chart-against-workbook": Severity.ERROR,
    "chart-against-cells": Severity.ERROR,
    "chart-against-text": Severity.ERROR,
    "chart-vanished": Severity.WARNING,
    "chart-words-changed": Severity.WARNING,
    "chart-axis-changed": Severity.WARNING,
    "formula-overwritten": Severity.ERROR,
    "number-retyped": Severity.ERROR,
    "formula-changed": Severity.ERROR,
    "format-changed": Severity.ERROR,
    "number-as-text": Severity.WARNING,
    "figure-revised": Severity.WARNING,
    "figure-gone": Severity.WARNING,
    "dataset-newer": Severity.NOTE,
    "changed-since-released": Severity.ERROR,
    "claim-unbacked": Severity.WARNING,
    "words-changed": Severity.WARNING,
    "words-gone": Severity.WARNING,
    "lines-hidden": Severity.WARNING,
    "look-changed": Severity.WARNING,
}

_SAID_IN = {
    **dict.fromkeys(
        ("words-changed", "chart-words-changed", "chart-axis-changed", "format-changed", "formula-changed"),
        ("now", "built"),
    ),
    "words-gone": ("built",),
    "row-vanished": ("row", "expected"),
    **dict.fromkeys(("figure-vanished", "figure-removed", "figure-unlinked", "figure-gone"), ("expected",)),
    **dict.fromkeys(("chart-vanished", "lines-hidden", "dataset-newer"), ("count",)),
    "changed-since-released": ("date",),
}
"""Which parameter of a finding holds what it is about, where that is not its ``text``; the first that says something."""
_ALSO_OF_DATASETS = ("percent-for-points", "points-for-percent")
"""Codes that the clauses of citations are found under too, in other words."""


def found(
    code: str, place: Place, subjects: tuple[str, ...] = (), variant: str = "", **parameters: Any
) -> Finding:
    """A finding of ``code`` at ``place``."""
    variant = "document" if code in _ALSO_OF_DATASETS else variant
    return Finding(code, SEVERITIES[code], place=place, subjects=subjects, variant=variant, **parameters)


def found_of_figure(code: str, place: Place, figure: FigureRecord, **parameters: Any) -> Finding:
    """A finding about a figure: with what it should be, and what it is called."""
    known = {"expected": expected(figure), "label": figure.label, "period": figure.figure_id.period}
    return found(code, place, (figure.id,), **{**known, **parameters})


def words_of_finding(finding: Finding) -> object:
    """What a finding is about: the words, the number, the row."""
    known = dict(finding.parameters)
    names = _SAID_IN.get(finding.code, ("text",))
    return next((value for name in names if (value := known.get(name)) not in (None, "", ())), "")


def found_unbacked(place: Place, text: str, near: FigureRecord | None) -> Finding:
    """A number that no figure backs, with the figure that may have been meant."""
    return found(
        "unbacked-number", place, (near.id,) if near else (), text=text,
        near=near and near.display, near_label=near and near.label,
    )  # fmt: skip


def expected(figure: FigureRecord) -> Words:
    """The figure as a text says it."""
    if figure.display.wordings:
        return figure.display
    return Message("living.no-number") if figure.value is None else plain(figure.value)
