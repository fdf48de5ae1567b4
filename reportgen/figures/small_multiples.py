"""Small multiples: one figure of small charts, a panel for each row of the definition, all over the same periods.

Each panel has a scale of its own, which a note says; what its columns and lines are is printed once, below the figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from reportgen.content import CHART_FORMS, CHART_OF_PANELS, Chart, ChartKind
from reportgen.dataset.records import TOTAL
from reportgen.errors import PackError
from reportgen.figures.chart_building import CHART_KEYS, by_category, chart_rows
from reportgen.figures.definitions import Definition
from reportgen.figures.labels import indicator_label
from reportgen.figures.presentation import Presentation
from reportgen.figures.row import Row, row_labels
from reportgen.figures.terms.indicator import IndicatorTerm
from reportgen.language import language
from reportgen.messages import Message
from reportgen.record import replace

_ACROSS = 3
_WIDTH_MM, _PANEL_HEIGHT_MM = 156, 40
"""The breadth of a page's text by GB/T 9704 (5.2.1), and the height of a panel, where the definition gives no size."""


def small_multiples(name: str, kind: ChartKind, read: Definition) -> Chart:
    """A chart of panels: of each row the one that ``series`` over ``periods`` would be for it alone.

    ``size_mm`` is that of the whole. A row without one point is left out, and a note names it.
    """
    rows = chart_rows(read)
    if not read.raw.get("rows"):
        read.mistake("missing-key", "rows", "panel-rows")
    elif not rows:
        read.mistake("empty-chart", "", reasons=())
    if not read.raw.get("periods"):
        read.mistake("missing-key", "periods", "panel-periods")
    read.stop_if_wrong()
    across = max(1, min(read.get("across", _ACROSS), len(rows)))
    lines = -(-len(rows) // across)
    size = read.get("size_mm", (_WIDTH_MM, _PANEL_HEIGHT_MM * max(1, lines)))
    title, notes = read.get("title", name), [*read.get("notes", ())]
    panels, left_out = _panels(name, kind, rows, read, (size[0] // across, size[1] // max(1, lines)))
    read.stop_if_wrong()
    document = read.document
    if read.get("auto_notes", True):
        notes += [_key(panels[0], _share_units(panels), document), *_told_by(panels, document)]
        if len(panels) > 1:
            notes.append(own_scales(document, own_units=not _share_units(panels)))
        if left_out:
            notes.append(document.say(Message("figures.panels-left-out", names=tuple(left_out))))
    return panelled(name, title, panels, across, size, notes, document)


def panelled(
    name: str,
    title: str,
    panels: Sequence[Chart],
    across: int,
    size_mm: tuple[int, int],
    notes: Sequence[str],
    document: Presentation,
) -> Chart:
    """The panels as one chart; a unit that all share is left to its notes."""
    if _share_units(panels):
        panels = [replace(panel, value_axis="", secondary_axis="") for panel in panels]
    return Chart(
        name,
        CHART_OF_PANELS,
        title,
        (),
        (),
        alt_text=document.say(Message("figures.chart-titled", title=title)),
        notes=tuple(notes),
        language=document.language,
        size_mm=size_mm,
        panels=tuple(replace(panel, legend=False, notes=()) for panel in panels),
        across=across,
    )


def _panels(
    name: str, kind: ChartKind, rows: Sequence[Row], read: Definition, size: tuple[int, int]
) -> tuple[list[Chart], list[str]]:
    """The chart of each row, and the names of rows without one point. Takes down the mistakes of all."""
    titles = row_labels(rows, read.document, read.context)
    terms = [row.term for row in rows if row.term is not None]
    periods = read.from_first_known(read.periods(), lambda: terms)
    panels: list[Chart] = []
    empty: list[tuple[str, PackError]] = []
    for term, title in zip(terms, titles, strict=True):
        raw = _definition_of(term, title, [str(period) for period in periods], size, read)
        try:
            panels.append(
                by_category(
                    name,
                    CHART_FORMS[kind].panels or kind,
                    Definition(read.where, raw, CHART_KEYS, read.document, read.context),
                )
            )
        except PackError as error:
            if all(finding.code == "empty-chart" for finding in error.findings):
                empty.append((title, error))
            else:
                read.findings += [one for one in error.findings if one not in read.findings]
    if empty and not panels:
        read.findings += [one for one in empty[0][1].findings if one not in read.findings]
    return panels, [title for title, _ in empty]


def _definition_of(
    term: IndicatorTerm, title: str, periods: list[str], size: tuple[int, int], read: Definition
) -> Mapping[str, Any]:
    """What would define the panel as a chart of its own: each series is the row's, with what it says itself put in its place."""
    series = term.series
    row = {
        "indicator": series.indicator,
        "area": series.ref_area,
        "label": indicator_label(series, read.dataset, read.language),
    }
    parts = {"breakdown": series.breakdown, "partner": series.counterpart_area}
    row |= {key: code for key, code in parts.items() if code != TOTAL}
    kept = {key: value for key, value in read.raw.items() if key not in ("rows", "notes", "across")}
    return {
        "labels": False,
        **kept,
        "title": title,
        "periods": periods,
        "series": [{**row, **spec} for spec in read.get("series") or [{}]],
        "size_mm": size,
    }


def own_scales(document: Presentation, *, own_units: bool) -> str:
    """That heights cannot be compared across panels."""
    return document.say(Message("figures.panels-own-scales", units=own_units))


def _share_units(panels: Sequence[Chart]) -> bool:
    return len({(panel.value_axis, panel.secondary_axis) for panel in panels}) == 1


def _key(panel: Chart, units: bool, document: Presentation) -> str:
    """What columns and lines are, with ``units`` where these are the same in all panels."""
    has_two_scales = len({one.axis for one in panel.series}) > 1
    said, words = [], language(document.language).labels
    for one in panel.series:
        unit: str | Message = panel.value_axis if one.axis == "primary" else panel.secondary_axis
        if not units:
            unit = ""
        elif unit and has_two_scales:
            unit = Message(f"figures.unit-on-{one.axis}", unit=unit)
        name = words.mid_sentence(one.name, document.dataset.words_of_places)
        said.append(Message(f"figures.panel-{one.kind}", name=name, unit=unit))
    return language(document.language).punctuation.GAP.join(map(document.say, said))


def _told_by(panels: Sequence[Chart], document: Presentation) -> Iterator[str]:
    """The notes of the panels, each once: with the panel's name where not all have it."""
    notes = [[str(note) for note in panel.notes] for panel in panels]
    for note in dict.fromkeys(chain.from_iterable(notes)):
        of = [panel.title for panel, own in zip(panels, notes, strict=True) if note in own]
        yield (
            note
            if len(of) == len(panels)
            else document.say(Message("figures.panels-note", names=tuple(of), note=note))
        )
