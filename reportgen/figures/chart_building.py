"""Charts of series over periods or rows: trends and comparisons; each says in words what it shows.

A line is never drawn across a break: the series is split there, and a note says why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from reportgen.content import CHART_FORMS, CHART_KINDS, Chart, ChartKind, SeriesKind
from reportgen.dataset.records import Break
from reportgen.errors import ReportgenError, TemplateError
from reportgen.figures.chart_drawing import (
    LAST_ONLY,
    USUAL_SIZE,
    FigureSeries,
    drawable,
    laid_out,
    refuse_empty,
)
from reportgen.figures.chart_names import category_room, shortened_names, with_distinct_names
from reportgen.figures.chart_periods import period_notes, time_axis
from reportgen.figures.chart_texts import absence_notes, alt_text, break_note, inferred_notes
from reportgen.figures.definitions import (
    EACH_KEYS,
    PERIODS,
    SIZE,
    UNIT,
    WHERE_KEYS,
    WORDS,
    Definition,
    rows_of,
)
from reportgen.figures.presentation import Presentation
from reportgen.figures.row import Row, each_label, row_labels
from reportgen.figures.terms.figure import FigureTerm
from reportgen.figures.terms.indicator import IndicatorTerm
from reportgen.figures.terms.steps import ExpressionError, follow
from reportgen.kinds.figure import Figure
from reportgen.language import language, period_labels
from reportgen.messages import Message
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.toml_keys import FLAG, TEXT, fitting, one_of, one_or_more, whole

_MOST_ACROSS = 6
"""So many panels of small multiples are side by side at most."""
_LABELS = fitting("labels", lambda value: isinstance(value, bool) or value == LAST_ONLY)
SERIES_KEYS = {
    "value": TEXT,
    "label": WORDS,
    "kind": one_of(get_args(SeriesKind)),
    "axis": one_of(("primary", "secondary")),
    "labels": _LABELS,
}
CHART_KEYS = {
    "kind": one_of(CHART_KINDS),
    "title": WORDS,
    "targets": one_or_more(TEXT),
    "measure": one_of(("level", "completion")),
    "series": rows_of({**WHERE_KEYS, **SERIES_KEYS}),
    "periods": PERIODS,
    "rows": rows_of({**WHERE_KEYS, **EACH_KEYS, "label": WORDS}),
    "unit": UNIT,
    "notes": one_or_more(WORDS),
    "auto_notes": FLAG,
    "source": FLAG,
    "labels": _LABELS,
    "size_mm": SIZE,
    "value_axis": WORDS,
    "secondary_axis": WORDS,
    "legend": FLAG,
    "across": whole(1, _MOST_ACROSS),
}
_NARROW_MM = 9
"""Where a period has less of a chart's width, its label is the shortest there is."""


def by_category(name: str, kind: ChartKind, read: Definition) -> Chart:
    """Series over periods, or over rows (areas, breakdowns, indicators) for one value."""
    document = read.document
    specs = read.get("series") or [{}]
    periods = read.from_first_known(
        read.periods(),
        lambda: [read.term(f"series[{number}]", spec) for number, spec in enumerate(specs, start=1)],
    )
    rows = chart_rows(read)
    if not read.raw.get("periods") and not read.raw.get("rows"):
        read.mistake("missing-key", "periods", "chart-periods")
    if periods and read.raw.get("rows"):
        read.mistake("wrong-value", "rows", "rows-over-periods")
    if periods and not read.raw.get("series"):
        specs = []
        if not read.raw.get("rows"):
            read.mistake("missing-key", "series", "chart-series")
    title, notes, power = read.get("title", name), read.get("notes", []), read.unit_power()
    automatic, found_notes = read.get("auto_notes", True), list[str]()
    whole, plotted = list[FigureSeries](), list[FigureSeries]()
    for number, spec in enumerate(specs, start=1):
        key = f"series[{number}]"
        if periods:
            term = read.term(key, spec)
            if term is None:
                continue
            whole.append(_series(read, key, spec, kind, [term.at(str(period)) for period in periods], term))
            plotted.extend(_over_periods(whole[-1], term, periods, found_notes, document))
        else:
            whole.append(
                _over_rows(read, key, spec, kind, [row.term for row in rows if row.term is not None])
            )
            plotted.append(whole[-1])
    named = [language(read.language).period(period, short=True) for period in periods]
    labels = named or row_labels(rows, document, read.context)
    read.stop_if_wrong()
    refuse_empty(read, whole)
    found_notes += absence_notes(labels, whole, document)
    found_notes += inferred_notes(labels, whole, document)
    time = time_axis(periods if CHART_FORMS[kind].runs_in_time else ())
    if time.periods:
        plotted = [time.spread(series) for series in plotted]
        found_notes += period_notes(time, plotted, document)
        plotted = [time.told_apart(series, document) for series in plotted]
        labels = [language(read.language).period(period, short=True) for period in time.periods]
    plotted = with_distinct_names(plotted, document)
    alt = alt_text(title, labels, plotted, document)
    shown = [*notes, *(found_notes if automatic else ())]
    across = read.get("size_mm", USUAL_SIZE)[0]
    is_narrow = len(labels) > 0 and across / len(labels) < _NARROW_MM
    names = period_labels(time.periods or periods, read.language, tiny=is_narrow) or shortened_names(
        labels, category_room(kind, across, len(labels))
    )
    spans_gaps = bool(time.between) and not any(any(series.absent) for series in whole)
    return laid_out(
        name, kind, read, title, names, plotted, power, shown, alt,
        over_time=len(periods) > 1, spans_gaps=spans_gaps,
    )  # fmt: skip


def _over_periods(
    series: FigureSeries,
    term: IndicatorTerm,
    periods: Sequence[Period],
    notes: list[str],
    document: Presentation,
) -> list[FigureSeries]:
    """A line in pieces that no break parts, columns with the stretch of each; for each break that the periods cross, a note."""
    breaks = document.dataset.breaks_of(term.series)
    crossed = [item for item in breaks if periods[0].order < item.period.order <= periods[-1].order]
    notes.extend(note for item in crossed if (note := break_note(term.series, item, document)) not in notes)
    stretches = tuple(sum(period.order >= item.period.order for item in crossed) for period in periods)
    if series.kind == "line":
        return _split(series, stretches, crossed, document)
    return [replace(series, stretches=stretches)]


def _over_rows(
    read: Definition, key: str, spec: Mapping[str, Any], kind: ChartKind, terms: Sequence[IndicatorTerm]
) -> FigureSeries:
    return _series(read, key, spec, kind, terms, terms[0] if terms else None)


def _series(
    read: Definition,
    key: str,
    spec: Mapping[str, Any],
    kind: ChartKind,
    terms: Sequence[IndicatorTerm],
    named: IndicatorTerm | None,
) -> FigureSeries:
    figures = _followed(read, f"{key}.value", spec.get("value", "."), terms)
    label = spec.get("label", "")
    if not label and named is not None:
        label = row_labels([Row(named.at(str(read.context.period)))], read.document, read.context)[0]
    series_kind, axis = spec.get("kind", CHART_FORMS[kind].series), spec.get("axis", "primary")
    drawn = tuple(drawable(figure) for figure in figures)
    absent = tuple(None if number else figure for number, figure in zip(drawn, figures, strict=True))
    return FigureSeries(label, drawn, series_kind, axis, labels=spec.get("labels"), absent=absent)


def _followed(
    read: Definition, key: str, expression: str, terms: Sequence[IndicatorTerm]
) -> list[Figure | None]:
    """The figure that an expression leads to from each term; none where a step does not apply."""
    figures: list[Figure | None] = []
    for term in terms:
        try:
            result = follow(term, expression)
            figures.append(result.figure if isinstance(result, FigureTerm) else None)
        except ExpressionError as error:
            read.mistaken(key, error)
        except TemplateError:
            figures.append(None)
        except ReportgenError as error:
            read.mistake("wrong-value", key, "expression", error=error.message)
    return figures


def _split(
    series: FigureSeries, stretches: Sequence[int], breaks: Sequence[Break], document: Presentation
) -> list[FigureSeries]:
    """One series for each unbroken stretch, so that no line crosses a break."""
    if not breaks:
        return [series]
    pieces: list[FigureSeries] = []
    for stretch in range(len(breaks) + 1):
        figures = tuple(
            figure if place == stretch else None
            for figure, place in zip(series.figures, stretches, strict=True)
        )
        if not any(figures):
            continue
        name = series.name
        if stretch:
            since = breaks[stretch - 1].period
            name = document.say(Message("figures.series-from", name=name, period=since))
        pieces.append(replace(series, name=name, figures=figures))
    return pieces


def chart_rows(read: Definition) -> list[Row]:
    """The rows to draw, each with what it is called."""
    rows: list[Row] = []
    for number, spec in enumerate(read.get("rows", ()), start=1):
        key = f"rows[{number}]"
        own = spec.get("label")
        rows += [Row(term, own or each_label(term, spec, read)) for term in read.terms(key, spec)]
    return rows
