"""Charts as ``pack.toml`` defines them: target gaps, trends, comparisons; each says in words what it shows.

A line is never drawn across a break: the series is split there, and a note says why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from reportgen.content import Chart
from reportgen.dataset.records import Break
from reportgen.errors import ReportgenError, TemplateError
from reportgen.figures.chart_drawing import ChartKind, SeriesKind, Strand, drawable, laid_out, refuse_empty
from reportgen.figures.chart_words import absence_notes, alt_text, break_note
from reportgen.figures.definitions import Definition
from reportgen.figures.indicator_words import IndicatorWord
from reportgen.figures.paths import ExpressionError, follow
from reportgen.figures.table_labels import row_labels
from reportgen.figures.tables import Row
from reportgen.figures.target_charts import target_gap
from reportgen.figures.words import FigureWord
from reportgen.kinds.figure import Figure
from reportgen.language import period_label, say_what
from reportgen.messages import Bilingual
from reportgen.periods import Period

if TYPE_CHECKING:
    from reportgen.figures.presentation import Presentation
    from reportgen.figures.vocabulary import Vocabulary

_KINDS = ("column", "bar", "line", "stacked", "combination", "target_gap")
_KEYS = ("kind", "title", "targets", "measure", "series", "periods", "rows", "unit", "notes", "auto_notes", "labels", "size_mm", "value_axis", "secondary_axis")  # fmt: skip
_SERIES_KEYS = ("value", "label", "kind", "axis")


def build_chart(name: str, definition: Mapping[str, Any], vocabulary: Vocabulary) -> Chart:
    """The chart that a definition describes. Raises PackError with everything that is wrong with the definition."""
    read = Definition(f"charts.{name}", definition, vocabulary)
    read.check_keys(_KEYS)
    kind = read.choice("kind", _KINDS, "target_gap" if "targets" in definition else "column")
    draw = target_gap if kind == "target_gap" else _by_category
    return draw(name, kind, read)  # type: ignore[arg-type]


# Trends and comparisons


def _by_category(name: str, kind: ChartKind, read: Definition) -> Chart:
    """Series over periods, or over rows (areas, breakdowns, indicators) for one value."""
    periods = read.periods()
    specs = read.mappings("series") or [{}]
    rows = [
        read.word(f"rows[{number}]", spec, ("label",))
        for number, spec in enumerate(read.mappings("rows"), start=1)
    ]
    if not periods and not rows:
        read.wrong(
            "periods",
            Bilingual("the chart has neither periods nor rows.", "图中既没有时期也没有行。"),
            Bilingual(
                'Write periods = ["2020", "2021"] or rows = [{indicator = "..."}].',
                '请写成 periods = ["2020", "2021"] 或 rows = [{indicator = "..."}]。',
            ),
            "missing-key",
        )
    title, notes, power = read.text("title", name), read.texts("notes"), read.unit_power()
    automatic, found_notes = read.flag("auto_notes", True), list[str]()
    whole, strands = list[Strand](), list[Strand]()
    for number, spec in enumerate(specs, start=1):
        key = f"series[{number}]"
        if periods:
            word = read.word(key, spec, _SERIES_KEYS)
            if word is None:
                continue
            whole.append(_strand(read, key, spec, kind, [word.at(str(period)) for period in periods], word))
            strands.extend(_over_periods(whole[-1], word, periods, found_notes, read))
        else:
            whole.append(_over_rows(read, key, spec, kind, [word for word in rows if word is not None]))
            strands.append(whole[-1])
    labels = [period_label(period, read.language, short=True) for period in periods] or _row_names(read, rows)
    read.stop_if_wrong()
    refuse_empty(read, whole)
    found_notes += absence_notes(
        labels, [(strand.name, strand.absent) for strand in whole], read.vocabulary.page
    )
    alt = alt_text(title, labels, [(strand.name, strand.figures) for strand in strands], read.vocabulary.page)
    return laid_out(
        name, kind, read, title, labels, strands, power, [*notes, *(found_notes if automatic else ())], alt
    )


def _over_periods(
    strand: Strand, word: IndicatorWord, periods: Sequence[Period], notes: list[str], read: Definition
) -> list[Strand]:
    """The strand in pieces that no break parts; for each break that the periods cross, a note."""
    page = read.vocabulary.page
    breaks = page.dataset.breaks_of(word.series)
    crossed = [item for item in breaks if periods[0].order < item.period.order <= periods[-1].order]
    notes.extend(note for item in crossed if (note := break_note(word.series, item, page)) not in notes)
    return _split(strand, periods, crossed, page) if strand.kind == "line" else [strand]


def _over_rows(
    read: Definition, key: str, spec: Mapping[str, Any], kind: ChartKind, words: Sequence[IndicatorWord]
) -> Strand:
    for name in spec:
        if name not in _SERIES_KEYS:
            read.unknown(f"{key}.{name}", Bilingual("key", "键"), name, _SERIES_KEYS)
    return _strand(read, key, spec, kind, words, words[0] if words else None)


def _strand(
    read: Definition,
    key: str,
    spec: Mapping[str, Any],
    kind: ChartKind,
    words: Sequence[IndicatorWord],
    named: IndicatorWord | None,
) -> Strand:
    expression = str(spec.get("value", "."))
    figures: list[Figure | None] = []
    for word in words:
        try:
            result = follow(word, expression)
            figures.append(result.figure if isinstance(result, FigureWord) else None)
        except ExpressionError as error:
            if not any(say_what(finding, "en").endswith(str(error)) for finding in read.findings):
                read.wrong(
                    f"{key}.value",
                    error.message,
                    Bilingual("Mend the expression.", "请修改表达式。"),
                    "unknown-name",
                )
        except TemplateError:
            figures.append(None)
        except ReportgenError as error:
            read.wrong(f"{key}.value", error.message, Bilingual("Mend it.", "请修改。"))
    label = read.words(f"{key}.label", spec["label"]) if "label" in spec else ""
    if not label and named is not None:
        label = row_labels([Row(named.at(str(read.vocabulary.context.period)))], read.vocabulary)[0]
    usual: SeriesKind = "line" if kind == "line" else "bar" if kind == "bar" else "column"
    asked = spec.get("kind", usual)
    series_kind: SeriesKind = asked if asked in ("column", "bar", "line", "marker") else usual
    axis: Literal["primary", "secondary"] = "secondary" if spec.get("axis") == "secondary" else "primary"
    drawn = tuple(drawable(figure) for figure in figures)
    absent = tuple(None if number else figure for number, figure in zip(drawn, figures, strict=True))
    return Strand(label, drawn, series_kind, axis, absent=absent)


def _split(
    strand: Strand, periods: Sequence[Period], breaks: Sequence[Break], page: Presentation
) -> list[Strand]:
    """One strand for each unbroken stretch, so that no line crosses a break."""
    if not breaks:
        return [strand]
    stretch_of = [sum(1 for item in breaks if period.order >= item.period.order) for period in periods]
    pieces: list[Strand] = []
    for stretch in range(len(breaks) + 1):
        figures = tuple(
            figure if place == stretch else None
            for figure, place in zip(strand.figures, stretch_of, strict=True)
        )
        if not any(figures):
            continue
        name = strand.name
        if stretch:
            since = period_label(breaks[stretch - 1].period, page.language, short=True)
            name += f"（{since}起）" if page.language == "zh" else f" (from {since})"
        pieces.append(replace(strand, name=name, figures=figures))
    return pieces


def _row_names(read: Definition, rows: Sequence[IndicatorWord | None]) -> list[str]:
    made = []
    for number, (word, spec) in enumerate(zip(rows, read.mappings("rows"), strict=True), start=1):
        own = read.words(f"rows[{number}].label", spec["label"]) if "label" in spec else ""
        made.append(Row(word, own))
    return row_labels([row for row in made if row.word is not None], read.vocabulary)
