"""Target-gap charts: value, target and path of each target, or its completion beside the time gone by."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.content import Chart, ChartKind, Line, Sentence
from reportgen.dataset.names import series_name
from reportgen.dataset.records import Target
from reportgen.figures.chart_building import chart_rows
from reportgen.figures.chart_drawing import FigureSeries, laid_out, refuse_empty, with_value
from reportgen.figures.chart_texts import inferred_notes, target_gap_alt_text
from reportgen.figures.definitions import Definition
from reportgen.figures.presentation import Presentation
from reportgen.figures.row import Row, row_labels
from reportgen.figures.sentences import after_colon, basis_note, reason_after_colon
from reportgen.figures.target_clauses import why_unmeasured
from reportgen.figures.terms.indicator import IndicatorTerm
from reportgen.kinds.figure import Figure
from reportgen.language import language
from reportgen.messages import Message
from reportgen.names import SeriesName


def target_gap(name: str, kind: ChartKind, read: Definition) -> Chart:
    """Value, target and path of each of the ``targets``, or of the ``rows`` that name one and may call it otherwise; as completion in percent where their units differ."""
    rows = chart_rows(read) if read.raw.get("rows") else [Row(term) for term in read.targets()]
    terms = [row.term for row in rows if row.term is not None]
    if not read.raw.get("targets") and not read.raw.get("rows"):
        read.mistake("missing-key", "targets", "chart-targets")
    measure = read.get("measure") or _measure_for(terms)
    title, notes, power = read.get("title", name), read.get("notes", []), read.unit_power()
    automatic = read.get("auto_notes", True)
    read.stop_if_wrong()
    document = read.document
    shown_as = row_labels(rows, document, read.context)
    plotted = _levels(terms, document) if measure == "level" else _completions(terms, document)
    refuse_empty(read, [series for series in plotted if series.role != "path"])
    found = _notes(name, terms, document) if automatic else []
    found += inferred_notes(shown_as, plotted[:1], document) if automatic else []
    return laid_out(
        name, kind, read, title, shown_as, plotted, power,
        notes=[*notes, *found],
        alt=target_gap_alt_text(title, terms, document),
    )  # fmt: skip


def _measure_for(terms: Sequence[IndicatorTerm]) -> str:
    units = {term.target.value.figure.unit for term in terms}
    return "level" if len(units) <= 1 else "completion"


def _levels(terms: Sequence[IndicatorTerm], document: Presentation) -> list[FigureSeries]:
    value = tuple(with_value(term.target.measured) for term in terms)
    target = tuple(with_value(term.target.value) for term in terms)
    path = tuple(with_value(term.target.path) for term in terms)
    plotted = [
        FigureSeries(document.say(Message("figures.series-level")), value, "column"),
        FigureSeries(document.say(Message("figures.series-target")), target, "marker", role="target"),
    ]
    if any(path):
        plotted.append(
            FigureSeries(document.say(Message("figures.series-path")), path, "marker", role="path")
        )
    return plotted


def _completions(terms: Sequence[IndicatorTerm], document: Presentation) -> list[FigureSeries]:
    completion = tuple(with_value(term.target.completion) for term in terms)
    elapsed = tuple(with_value(term.target.elapsed) for term in terms)
    open_ = tuple(
        None if term.target.completion.available else term.target.completion.figure for term in terms
    )
    named = document.say(Message("figures.series-completion"))
    plotted = [FigureSeries(named, completion, "column", absent=open_)]
    if any(elapsed):
        named = document.say(Message("figures.series-elapsed"))
        plotted.append(FigureSeries(named, elapsed, "marker", role="path"))
    return plotted


def _notes(name: str, terms: Sequence[IndicatorTerm], document: Presentation) -> list[Sentence | str]:
    """On what each target is measured, as far as the document has not said it elsewhere; then of each without a value, in short why."""
    measured: list[Sentence] = []
    open_: list[str] = []
    for term, target in [(term, target) for term in terms if (target := term.target.record) is not None]:
        note = basis_note(document, target)
        series = series_name(document.dataset, term.series)
        if note is not None and document.says_basis(target.target, f"charts.{name}"):
            measured.append(_named(note, series, document) if len(terms) > 1 else note)
        elif why := _why_open(target, term.target.completion.figure, document):
            open_.append(document.say(Message("figures.target-open", series=series, why=why)))
    return [*measured, *open_]


def _named(note: Sentence, series: SeriesName, document: Presentation) -> Sentence:
    """The note with what it is on before it: a chart has no marks that lead to its notes."""
    first, *rest = note.parts
    begun = language(document.language).labels.mid_sentence(first) if isinstance(first, str) else first
    return Line(document.say(Message("figures.note-on", series=series)), begun, *rest).sentence()


def _why_open(target: Target, completion: Figure, document: Presentation) -> str:
    if completion.value is not None or completion.reason is None:
        return ""
    why = why_unmeasured(document, target)
    return after_colon(document, why) if why is not None else reason_after_colon(document, completion)
