"""What a chart shows, in words: for readers who cannot see it, and for the notes under it."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.dataset.names import series_name
from reportgen.dataset.records import Break, Series
from reportgen.figures.chart_drawing import FigureSeries
from reportgen.figures.mentions import is_period_inferred
from reportgen.figures.numbers import IN_TEXT, show
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.indicator import IndicatorTerm
from reportgen.kinds.figure import Figure
from reportgen.language import language
from reportgen.messages import Message

_MOST_SAID = 8
"""Of a longer series only the first, the last, the highest and the lowest value are given."""


def alt_text(
    title: str, labels: Sequence[str], plotted: Sequence[FigureSeries], document: Presentation
) -> str:
    """``Chart: TITLE. SERIES: 2020 7.81 billion yuan, 2021 32.21 billion yuan.``"""
    parts = [Message("figures.chart-titled", title=title)]
    for series in plotted:
        known = [
            (label, figure)
            for label, figure in zip(labels, series.figures, strict=True)
            if figure is not None
        ]
        said = (
            Message("figures.chart-point", label=label, value=_text(figure, document))
            for label, figure in (known if len(known) <= _MOST_SAID else _extremes(known))
        )
        points = language(document.language).punctuation.COMMA.join(map(document.say, said))
        parts.append(Message("figures.chart-series", name=series.name, points=points))
    return _sentences(parts, document)


def target_gap_alt_text(title: str, terms: Sequence[IndicatorTerm], document: Presentation) -> str:
    """For each target: what is measured, at which period, the target, and the completion."""
    titled = Message("figures.chart-titled", title=title)
    return _sentences([titled, *(_about_target(term, document) for term in terms)], document)


def break_note(series: Series, item: Break, document: Presentation) -> str:
    """``From 2021 on, figures for Chongqing's exports cannot be compared with earlier ones (inferred). WHY``"""
    note = Message(
        f"figures.break-{item.basis.value}", series=series_name(document.dataset, series), period=item.period
    )
    return language(document.language).punctuation.GAP.join(
        filter(None, (document.say(note), document.say(item.note)))
    )


def absence_notes(
    labels: Sequence[str], plotted: Sequence[FigureSeries], document: Presentation
) -> list[str]:
    """Why points are missing: ``No point is drawn for 2019 and 2020. WHY``."""
    found: dict[tuple[str, str], list[str]] = {}
    for series in plotted:
        name = series.name if len(plotted) > 1 else ""
        for label, figure in zip(labels, series.absent, strict=True):
            if figure is not None:
                found.setdefault((name, _why_absent(figure, document)), []).append(label)
    return [
        document.say(Message("figures.points-missing", labels=tuple(places), name=name, why=why))
        for (name, why), places in found.items()
    ]


def inferred_notes(
    labels: Sequence[str], plotted: Sequence[FigureSeries], document: Presentation
) -> list[str]:
    """Of which points no source states the period: ``2022: the source does not state the period; it is inferred.``"""
    found: dict[tuple[str, ...], list[str]] = {}
    drawn = 0
    for series in plotted:
        points = [pair for pair in zip(labels, series.figures, strict=True) if pair[1] is not None]
        drawn += len(points)
        at = tuple(label for label, figure in points if figure and is_period_inferred(document, figure))
        if at:
            found.setdefault(at, []).append(series.name)
    if drawn and sum(len(at) * len(names) for at, names in found.items()) == drawn:
        return [document.say(Message("figures.inferred-period"))]
    return [
        document.say(
            Message(
                "figures.points-inferred", labels=at, names=() if len(names) == len(plotted) else tuple(names)
            )
        )
        for at, names in found.items()
    ]


def _why_absent(figure: Figure, document: Presentation) -> str:
    if figure.reason is None or document.is_merely_absent(figure):
        return document.say(Message("figures.not-published"))
    return document.reason(figure)


def _about_target(term: IndicatorTerm, document: Presentation) -> Message:
    measured, completion = term.target.measured.figure, term.target.completion.figure
    said = {
        "series": series_name(document.dataset, term.series),
        "target": _text(term.target.value.figure, document),
        "due": term.target.due,
    }
    if completion.value is None or measured.value is None:
        return Message("figures.chart-target-open", **said)
    return Message(
        "figures.chart-target",
        **said,
        level=_text(measured, document),
        period=measured.id.period,
        completion=_text(completion, document),
    )


def _extremes(known: Sequence[tuple[str, Figure]]) -> list[tuple[str, Figure]]:
    ranked = sorted(known, key=lambda pair: pair[1].value or 0)
    chosen = {id(figure) for _, figure in (known[0], known[-1], ranked[0], ranked[-1])}
    return [(label, figure) for label, figure in known if id(figure) in chosen]


def _sentences(parts: Sequence[Message], document: Presentation) -> str:
    return language(document.language).punctuation.GAP.join(map(document.say, parts))


def _text(figure: Figure, document: Presentation) -> str:
    return show(figure, document.language, document.dataset, document.styled(IN_TEXT)).text
