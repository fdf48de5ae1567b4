"""A row of a table in the making, and what rows are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct, field

from reportgen.dataset.records import TOTAL, Target
from reportgen.figures.context import PackContext
from reportgen.figures.definitions import Definition
from reportgen.figures.labels import area_label, breakdown_label, code_label, indicator_label
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.indicator import IndicatorTerm
from reportgen.kinds.figure import Figure
from reportgen.language import language


class Row(Struct):
    """A row in the making: the term it is about (none for a heading), and what its cells lead to.

    A cell is a figure, a content to show, or ``None`` where the column does not apply.
    """

    term: IndicatorTerm | None
    label: str = ""
    indent: int = 0
    role: Literal["body", "group", "total"] = "body"
    note: str = ""
    sums: str = ""
    """Of a subtotal: the dimension in which the rows above add up to its figure."""
    cells: list[Any] = field(default_factory=list)

    @property
    def figures(self) -> list[Figure]:
        return [cell for cell in self.cells if isinstance(cell, Figure)]

    @property
    def target(self) -> Target | None:
        """The target that the row is about."""
        return self.term.target.record if self.term is not None and self.term.target_id else None


def each_label(term: IndicatorTerm, spec: Mapping[str, Any], read: Definition) -> str:
    """What tells a row from the others that one line of a definition stands for: its area, breakdown or partner."""
    dataset, language, series = read.dataset, read.language, term.series
    if spec.get("each") == "areas":
        return area_label(series.ref_area, dataset, language)
    if spec.get("each") == "partners":
        return code_label("counterpart_area", series.counterpart_area, dataset, language)
    return breakdown_label(series, dataset, language) if "each" in spec else ""


def row_labels(rows: Sequence[Row], document: Presentation, context: PackContext) -> list[str]:
    """The label at the left of every row; the definition's own words where it gives some.

    The indicator, "of which" before the first part of a whole, area, period and due year where they differ.
    """
    dues = {target.period for row in rows if (target := row.target) is not None}
    made = [row.label or _label(row, document, context, len(dues) > 1) for row in rows]
    words, proper = language(document.language).labels, document.dataset.words_of_places
    for place, (row, lead) in enumerate(zip(rows, row_leads(rows, document), strict=True)):
        if row.indent and document.style.part:
            made[place] = f"{document.style.part}{made[place]}"
        elif not row.label and _is_first_part(rows, place):
            made[place] = words.first_part(made[place], proper)
        elif lead and not row.label:
            made[place] = words.next_part(made[place], proper)
    return made


def row_leads(rows: Sequence[Row], document: Presentation) -> list[str]:
    """For each part after the first one of its whole what that begins with (``of which: ``), so that they look alike; else nothing."""
    first, leads, lead = language(document.language).labels.first_part("", frozenset()), list[str](), ""
    for place, row in enumerate(rows):
        is_first = _is_first_part(rows, place) and not row.label and not document.style.part
        leads.append("" if is_first or not row.indent else lead)
        lead = first if is_first else leads[-1]
    return leads


def _is_first_part(rows: Sequence[Row], place: int) -> bool:
    return rows[place].indent == 1 and (place == 0 or rows[place - 1].indent == 0)


def _label(row: Row, document: Presentation, context: PackContext, with_due: bool) -> str:
    if row.term is None:
        return ""
    dataset, code = document.dataset, document.language
    series, period = row.term.series, row.term.period
    is_part = row.indent and series.breakdown != TOTAL
    label = (breakdown_label if is_part else indicator_label)(series, dataset, code)
    details = []
    if series.ref_area != context.ref_area:
        details.append(area_label(series.ref_area, dataset, code))
    if row.target is not None:
        details.extend([language(code).period(row.target.period)] if with_due else [])
    elif period != context.period:
        details.append(language(code).period(period, short=True))
    if not details:
        return label
    marks = language(code).punctuation
    return f"{label}{marks.bracketed(marks.COMMA.join(details))}"
