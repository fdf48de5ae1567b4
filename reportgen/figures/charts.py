"""Charts as ``pack.toml`` defines them: target gaps, trends, comparisons; each says in words what it shows.

A line is never drawn across a break: the series is split there, and a note says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from reportgen.content import Chart, ChartSeries, Sentence
from reportgen.dataset.records import Break
from reportgen.errors import Bilingual, ReportgenError, TemplateError
from reportgen.figures.chart_words import alt_text, break_note, target_gap_alt_text
from reportgen.figures.definitions import Definition
from reportgen.figures.figure import Figure, Kind
from reportgen.figures.indicator_words import IndicatorWord
from reportgen.figures.labels import indicator_label
from reportgen.figures.numbers import IN_CELL, common_power, natural_power, unit_text, with_unit_power
from reportgen.figures.paths import ExpressionError, follow
from reportgen.figures.table_labels import row_labels
from reportgen.figures.table_units import in_head, is_amount
from reportgen.figures.tables import Row
from reportgen.figures.target_sentences import basis_note
from reportgen.figures.words import FigureWord
from reportgen.periods import Period

if TYPE_CHECKING:
    from reportgen.figures.presentation import Presentation
    from reportgen.figures.vocabulary import Vocabulary

_KINDS = ("column", "bar", "line", "stacked", "combination", "target_gap")
_KEYS = ("kind", "title", "targets", "measure", "series", "periods", "rows", "unit", "notes", "auto_notes", "labels", "size_mm", "value_axis", "secondary_axis")  # fmt: skip
_SERIES_KEYS = ("value", "label", "kind", "axis")
ChartKind = Literal["column", "bar", "line", "stacked", "combination", "target_gap"]
SeriesKind = Literal["column", "bar", "line", "marker"]


@dataclass(frozen=True, slots=True)
class Strand:
    """A series in the making: a figure (or none) for each category."""

    name: str
    figures: tuple[Figure | None, ...]
    kind: SeriesKind
    axis: Literal["primary", "secondary"] = "primary"
    role: Literal["value", "target", "path"] = "value"


def build_chart(name: str, definition: Mapping[str, Any], vocabulary: Vocabulary) -> Chart:
    """The chart that a definition describes. Raises PackError with everything that is wrong with the definition."""
    read = Definition(f"charts.{name}", definition, vocabulary)
    read.check_keys(_KEYS)
    kind = read.choice("kind", _KINDS, "target_gap" if "targets" in definition else "column")
    draw = _target_gap if kind == "target_gap" else _by_category
    return draw(name, kind, read)  # type: ignore[arg-type]


# Targets


def _target_gap(name: str, kind: ChartKind, read: Definition) -> Chart:
    """Value, target and path of each target; as completion in percent where their units differ."""
    known = read.vocabulary.catalogue.dataset.targets
    asked = read.raw.get("targets", [])
    words: list[IndicatorWord] = []
    for number, target in enumerate(asked if isinstance(asked, list) else [asked], start=1):
        if target in known:
            words.append(read.target_word(str(target)))
        else:
            read.unknown(f"targets[{number}]", Bilingual("target", "目标"), str(target), known)
    if not asked:
        read.wrong(
            "targets",
            Bilingual("the chart names no targets.", "图中没有目标。"),
            Bilingual('Write targets = ["..."].', '请写成 targets = ["..."]。'),
            "missing-key",
        )
    measure = read.choice("measure", ("level", "completion"), _measure_for(words))
    title, notes, power = read.text("title", name), read.texts("notes"), read.unit_power()
    automatic = read.flag("auto_notes", True)
    read.stop_if_wrong()
    page = read.vocabulary.page
    labels = row_labels([Row(word) for word in words], read.vocabulary)
    strands = _level_strands(words, page) if measure == "level" else _completion_strands(words, page)
    found = [*_basis_notes(name, words, page), *_without_value(words, page)] if automatic else []
    return _chart(
        name, kind, read, title, labels, strands, power,
        notes=[*notes, *found],
        alt=target_gap_alt_text(title, words, page),
    )  # fmt: skip


def _measure_for(words: Sequence[IndicatorWord]) -> str:
    units = {word.target.value.figure.unit for word in words}
    return "level" if len(units) <= 1 else "completion"


def _level_strands(words: Sequence[IndicatorWord], page: Presentation) -> list[Strand]:
    is_zh = page.language == "zh"
    value = tuple(_with_value(word.target.measured) for word in words)
    target = tuple(_with_value(word.target.value) for word in words)
    path = tuple(_with_value(word.target.path) for word in words)
    strands = [
        Strand("现值" if is_zh else "Measured level", value, "column"),
        Strand("目标值" if is_zh else "Target", target, "marker", role="target"),
    ]
    if any(path):
        strands.append(Strand("路径值" if is_zh else "Path", path, "marker", role="path"))
    return strands


def _completion_strands(words: Sequence[IndicatorWord], page: Presentation) -> list[Strand]:
    is_zh = page.language == "zh"
    completion = tuple(_with_value(word.target.completion) for word in words)
    elapsed = tuple(_with_value(word.target.elapsed) for word in words)
    strands = [Strand("完成率" if is_zh else "Completion", completion, "column")]
    if any(elapsed):
        strands.append(Strand("序时进度" if is_zh else "Time elapsed", elapsed, "marker", role="path"))
    return strands


def _basis_notes(name: str, words: Sequence[IndicatorWord], page: Presentation) -> list[Sentence]:
    """On what each target is measured, as far as the document has not said it elsewhere."""
    targets = [target for word in words if (target := word.target.record) is not None]
    noted = [(target, note) for target in targets if (note := basis_note(page, target)) is not None]
    return [note for target, note in noted if page.says_basis(target.target, f"charts.{name}")]


def _without_value(words: Sequence[IndicatorWord], page: Presentation) -> list[str]:
    """For each target that nothing can be measured on, why; what the note on its basis says is not repeated."""
    notes = []
    for word in words:
        completion, target = word.target.completion.figure, word.target.record
        later = page.catalogue.target_basis(target.target).later if target is not None else ()
        if completion.value is None and completion.reason is not None and not later:
            label = indicator_label(word.series, page.dataset, page.language)
            colon = "：" if page.language == "zh" else ": "
            notes.append(f"{label}{colon}{page.say(completion.reason)}")
    return notes


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
    strands: list[Strand] = []
    for number, spec in enumerate(specs, start=1):
        key = f"series[{number}]"
        if periods:
            word = read.word(key, spec, _SERIES_KEYS)
            found = [] if word is None else _over_periods(read, key, spec, kind, word, periods, found_notes)
        else:
            found = _over_rows(read, key, spec, kind, [word for word in rows if word is not None])
        strands.extend(found)
    labels = [period.label(read.language, short=True) for period in periods] or _row_names(read, rows)
    read.stop_if_wrong()
    alt = alt_text(title, labels, [(strand.name, strand.figures) for strand in strands], read.vocabulary.page)
    return _chart(
        name, kind, read, title, labels, strands, power, [*notes, *(found_notes if automatic else ())], alt
    )


def _over_periods(
    read: Definition,
    key: str,
    spec: Mapping[str, Any],
    kind: ChartKind,
    word: IndicatorWord,
    periods: Sequence[Period],
    notes: list[str],
) -> list[Strand]:
    strand = _strand(read, key, spec, kind, [word.at(str(period)) for period in periods], word)
    page = read.vocabulary.page
    breaks = page.dataset.breaks_of(word.series)
    crossed = [item for item in breaks if periods[0].order < item.period.order <= periods[-1].order]
    notes.extend(note for item in crossed if (note := break_note(word.series, item, page)) not in notes)
    return _split(strand, periods, crossed, page) if strand.kind == "line" else [strand]


def _over_rows(
    read: Definition, key: str, spec: Mapping[str, Any], kind: ChartKind, words: Sequence[IndicatorWord]
) -> list[Strand]:
    for name in spec:
        if name not in _SERIES_KEYS:
            read.unknown(f"{key}.{name}", Bilingual("key", "键"), name, _SERIES_KEYS)
    return [_strand(read, key, spec, kind, words, words[0] if words else None)]


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
            figures.append(_with_value(result) if isinstance(result, FigureWord) else None)
        except ExpressionError as error:
            if not any(finding.what.en.endswith(error.message.en) for finding in read.findings):
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
    return Strand(label, tuple(figures), series_kind, axis)


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
            since = breaks[stretch - 1].period.label(page.language, short=True)
            name += f"（{since}起）" if page.language == "zh" else f" (from {since})"
        pieces.append(replace(strand, name=name, figures=figures))
    return pieces


def _row_names(read: Definition, rows: Sequence[IndicatorWord | None]) -> list[str]:
    made = []
    for number, (word, spec) in enumerate(zip(rows, read.mappings("rows"), strict=True), start=1):
        own = read.words(f"rows[{number}].label", spec["label"]) if "label" in spec else ""
        made.append(Row(word, own))
    return row_labels([row for row in made if row.word is not None], read.vocabulary)


# All charts


def _with_value(word: FigureWord) -> Figure | None:
    try:
        figure = word.figure
    except TemplateError:
        return None
    return figure if figure.value is not None and figure.id.kind is not Kind.TARGET_STATUS else None


def _chart(
    name: str,
    kind: ChartKind,
    read: Definition,
    title: str,
    labels: Sequence[str],
    strands: Sequence[Strand],
    power: int | None,
    notes: Sequence[Any],
    alt: str,
) -> Chart:
    page = read.vocabulary.page
    units = {axis: _axis_unit(strands, axis, page, power) for axis in ("primary", "secondary")}
    series = tuple(
        _drawn(strand, units[strand.axis][0], page, bool(read.raw.get("labels", True))) for strand in strands
    )
    size = read.raw.get("size_mm", (150, 80))
    return Chart(
        name=name,
        kind=kind,
        title=title,
        categories=tuple(labels),
        series=series,
        value_axis=read.text("value_axis", units["primary"][1]),
        secondary_axis=read.text("secondary_axis", units["secondary"][1]),
        alt_text=alt,
        notes=tuple(notes),
        language="zh" if page.language == "zh" else "en",
        size_mm=(int(size[0]), int(size[1])),
    )


def _axis_unit(
    strands: Sequence[Strand], axis: str, page: Presentation, asked: int | None
) -> tuple[int | None, str]:
    """The power that an axis counts in, and its title; mixed units have neither."""
    figures = [
        figure for strand in strands if strand.axis == axis for figure in strand.figures if figure is not None
    ]
    if not figures:
        return None, ""
    amounts = [figure for figure in figures if is_amount(figure)]
    power: int | None = None
    if amounts:
        power = asked if asked is not None else common_power(amounts, page.language)
        if power is None:
            largest = max(amounts, key=lambda figure: abs(figure.value or Decimal(0)))
            power = natural_power(largest, page.language)
    words: Callable[[Figure], str] = lambda figure: unit_text(  # noqa: E731
        figure, (power or 0) if is_amount(figure) else 0, page.language, page.dataset
    )
    units = {in_head(words(figure)) for figure in figures}
    return power, units.pop() if len(units) == 1 else ""


def _drawn(strand: Strand, power: int | None, page: Presentation, labelled: bool) -> ChartSeries:
    """The series with each number as it is printed everywhere else: rounded once, in the axis' unit."""
    styles = [
        with_unit_power(IN_CELL, power if figure is not None and is_amount(figure) else None)
        for figure in strand.figures
    ]
    numbers = [
        None if figure is None else page.number(figure, style)
        for figure, style in zip(strand.figures, styles, strict=True)
    ]
    formats = [
        page.number(figure, replace(style, qualified=False)).number_format
        for figure, style in zip(strand.figures, styles, strict=True)
        if figure is not None
    ]
    return ChartSeries(
        name=strand.name,
        values=tuple(None if number is None else number.value for number in numbers),
        kind=strand.kind,
        axis=strand.axis,
        role=strand.role,
        number_format=max(formats, key=len) if formats else "General",
        labels=tuple("" if number is None else number.text for number in numbers) if labelled else (),
        keys=tuple(None if number is None else number.key for number in numbers),
    )
