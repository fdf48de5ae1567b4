"""The appendix: the numbered sources, every figure used with its source's words, and the findings that concern them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.calculations.figure_formula import letter
from reportgen.content import (
    Bookmark,
    Inline,
    Line,
    Sentence,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    figure_anchor,
)
from reportgen.dataset.names import label_of
from reportgen.figures.figure_periods import period_words
from reportgen.figures.labels import figure_label
from reportgen.figures.mentions import is_period_inferred
from reportgen.figures.numbers import IN_TEXT
from reportgen.figures.presentation import Presentation, TableOrChart, anchor_of, marks_of, quoted_words
from reportgen.figures.references import reference
from reportgen.findings import Finding, Severity, grouped, kinds_of
from reportgen.kinds.figure import Figure
from reportgen.language import language, say_group
from reportgen.messages import Message, Words
from reportgen.periods import Period
from reportgen.record import replace

_SOURCES = (("number", 0.4), ("reference", 5))
RESTATED = "implied-restatement"
"""The finding that earlier months were restated."""
_FIGURES = (("figure", 2.2), ("period", 1.0), ("value", 1.2), ("words", 3.0), ("source", 0.6), ("note", 2.4))
_FINDINGS = (("severity", 0.6), ("what", 3.2), ("remedy", 2.2), ("place", 1.4))
"""The columns of each table with their share of its width."""


def sources_table(document: Presentation) -> Table:
    """The sources of everything the document has shown so far; source marks lead to the numbers."""
    rows = [
        _row(
            Bookmark(f"[{number}]", anchor_of(number)), reference(record, document.language, document.dataset)
        )
        for number, record in enumerate(document.list_sources(), start=1)
    ]
    return _table("sources", document, _SOURCES, rows)


def figures_table(document: Presentation) -> Table:
    """Every figure shown so far: what it is, its value, the source's words or the formula, source and note.

    Figures that others were computed from follow theirs, so that every formula's letters can be looked up.
    """
    if document.appendix == "full":
        rows = _full_rows(document)
    else:
        document.list_figures()
        rows = [] if document.appendix == "none" else _short_rows(document)
    return _table("figures", document, _FIGURES, rows)


def _full_rows(document: Presentation) -> list[TableRow]:
    """Every figure used, with its note; one that only repeats that of the figure above is printed once."""
    rows: list[TableRow] = []
    above: object = None
    for figure in used_figures(document):
        remarks = _remarks(figure, document)
        note = document.say(Message("figures.as-above")) if remarks == above else _note(figure, document)
        rows.append(_figure_row(figure, document, note))
        above = remarks if note else None
    return rows


def _short_rows(document: Presentation) -> list[TableRow]:
    """The figures of the running text without those they were computed from and without notes, which the text and its tables
    say; a row for each table and each chart."""
    rows = [_figure_row(figure, document, "") for figure in document.shown_in_text if not figure.is_empty]
    for whole, figures in document.shown_as_wholes.items():
        known = [figure for figure in figures if not figure.is_empty]
        if known:
            rows.append(_whole_row(whole, known, document))
    return rows


def _whole_row(whole: TableOrChart, figures: Sequence[Figure], document: Presentation) -> TableRow:
    """A table or chart: how many figures of which periods it shows, and their sources."""
    periods = sorted({figure.period for figure in figures}, key=lambda period: period.order)
    ends = _ends(periods)
    first, last = (language(document.language).period(period, short=True) for period in ends)
    numbers = {document.source_number(source) for figure in figures for source in document.sources_of(figure)}
    return _row(
        document.say(Message(f"figures.in-{'chart' if whole.is_chart else 'table'}", title=whole.title)),
        first if ends[0] == ends[1] else document.say(Message("figures.periods-to", first=first, last=last)),
        document.say(Message("figures.count-of-figures", count=len(figures))),
        "",
        Sentence(tuple(marks_of(sorted(numbers)))) if numbers else document.style.not_applicable,
        "",
    )


def _ends(periods: Sequence[Period]) -> tuple[Period, Period]:
    """The first and the last of the periods in order; of one over several years only the end that counts: Dec 2022 to 2024."""
    first, last = periods[0], periods[-1]
    if first == last:
        return first, last
    if first.first // 12 != first.last // 12:
        first = Period.span_of(first.first, first.first)
    if last.first // 12 != last.last // 12:
        last = Period.span_of(last.last, last.last)
    return first, last


def findings_table(document: Presentation, findings: Sequence[Finding]) -> Table:
    """Those of ``findings`` that are about the figures shown so far: those of one code together, with their number at the
    first; a remedy that all have is printed once. A short appendix tells the first of each code and reason, and how many more there are."""
    rows: list[TableRow] = []
    for kind in kinds_of(grouped(concerning(findings, document))):
        severity = document.say(Message(f"figures.severity-{kind.first.severity}"))
        if kind.count > 1:
            severity = document.say(Message("figures.severity-of-many", severity=severity, count=kind.count))
        above: Words | None = None
        for group in kind.by_reason if document.appendix == "short" else kind.groups:
            remedy = language(document.language).remedy_of(group.first)
            is_as_above = remedy is not None and remedy == above
            said = (
                document.say(Message("figures.as-above"))
                if is_as_above
                else language(document.language).say(remedy, in_print=True)
            )
            rows.append(
                _row(
                    severity,
                    say_group(group, document.language, in_print=True),
                    said,
                    language(document.language).place(group.first.place.lasting),
                )
            )
            severity, above = "", remedy
    return _table("findings", document, _FINDINGS, rows)


def used_figures(document: Presentation) -> list[Figure]:
    """The figures shown so far that say something, each followed by those it was computed from; each once.

    What a table shows as "…" has its reason in the table's notes.
    """
    document.list_figures()
    found: dict[str, Figure] = {}
    for figure in document.shown_figures:
        for member in () if figure.is_empty else document.lineage(figure):
            if not member.is_empty:
                found.setdefault(str(member.id), member)
    return list(found.values())


def concerning(findings: Sequence[Finding], document: Presentation) -> list[Finding]:
    """The findings whose subjects are among the figures shown, their observations and targets, or their inputs'.

    A short appendix has those about the figures of the running text themselves, with others of these codes about those of its tables
    and charts, and of notes only that earlier months were restated: published growth rests on it, and no table says so. What is about a period that is not over at the cut-off date, and
    is not shown, is no matter of the document.
    """
    resting = document.list_figures()
    if document.appendix == "none":
        return []
    if document.appendix != "short":
        return _about(resting, findings, document)
    in_text = {finding.code for finding in _about(document.shown_in_text, findings, document)}
    return [
        finding
        for finding in _about(document.shown_figures, findings, document)
        if finding.code in in_text and (finding.severity is not Severity.NOTE or finding.code == RESTATED)
    ]


def _about(figures: Iterable[Figure], findings: Sequence[Finding], document: Presentation) -> list[Finding]:
    subjects: set[str] = set()
    for figure in figures:
        parts = (str(figure.id), figure.observation, figure.target or figure.id.target)
        subjects.update(part for part in parts if part)
    return [
        finding
        for finding in findings
        if subjects.intersection(finding.subjects) and not _is_of_later(finding, subjects, document)
    ]


def _is_of_later(finding: Finding, shown: set[str], document: Presentation) -> bool:
    """Whether it is about an observation, not ``shown``, of a period that is not over at the cut-off date."""
    others = (document.dataset.observations.get(subject) for subject in set(finding.subjects) - shown)
    return document.cut_off is not None and any(
        one is not None and one.period.end > document.cut_off for one in others
    )


def _figure_row(figure: Figure, document: Presentation, note: str) -> TableRow:
    value = replace(document.number(figure, IN_TEXT), anchor="")
    label = figure_label(figure, document.dataset, document.language)
    period = period_words(document, figure, short=True)
    if is_period_inferred(document, figure):
        period = document.say(Message("figures.period-inferred", period=period))
    return _row(
        Bookmark(label, figure_anchor(figure.key)) if document.link_figures else label,
        period,
        value,
        _evidence(figure, document),
        Sentence(tuple(document.marks(figure)))
        if document.sources_of(figure)
        else document.style.not_applicable,
        note,
    )


def _evidence(figure: Figure, document: Presentation) -> Inline | Sentence:
    """The source's own words for what is stated; for what is computed the formula, and each letter's figure with its value.

    The values let a reader work the formula out, and tell apart two inputs of one indicator in different units. In a short
    appendix one source speaks, and inputs are their values.
    """
    is_short = document.appendix == "short"
    if figure.is_published:
        return quoted_words(figure.citations[:1] if is_short else figure.citations, document.language)
    if figure.formula is None:
        return ""
    marks = language(document.language).punctuation
    line = Line(str(figure.formula))
    for place, figure_id in enumerate(figure.inputs):
        member = document.catalogue.get(figure_id)
        name = figure_label(member, document.dataset, document.language)
        period = language(document.language).period(member.period, short=True)
        what = " = " if is_short else f"{marks.COLON}{name}{marks.COMMA}{period}{marks.COLON}"
        line.add(f"{marks.SEMICOLON}{letter(place)}{what}", document.number(member, IN_TEXT))
    return line.sentence()


def _remarks(figure: Figure, document: Presentation) -> object:
    """What the note on a figure is made of."""
    return figure.note, figure.value is None and document.why(figure), figure.scopes, figure.statuses


def _note(figure: Figure, document: Presentation) -> str:
    """The dataset's note, why there is no number, and what is not plain: its scope, a status."""
    marks = language(document.language).punctuation
    parts = [document.sentence_of(figure.note)]
    if figure.value is None:
        parts.append(document.reason(figure))
    scopes = (label_of(document.dataset, "scope", scope) for scope in figure.scopes)
    parts += [document.say(Message("figures.scope", scope=scope)) for scope in scopes]
    statuses = map(language(document.language).quantities.status, figure.statuses)
    parts += [marks.sentence(status) for status in statuses if status]
    return marks.GAP.join(part for part in dict.fromkeys(parts) if part)


def _row(*contents: Inline | Sentence) -> TableRow:
    return TableRow(tuple(TableCell(content) for content in contents))


def _table(
    name: str, document: Presentation, columns: Sequence[tuple[str, float]], rows: Sequence[TableRow]
) -> Table:
    title = document.say(Message(f"figures.title-{name}"))
    heads = (
        TableColumn(key, document.say(Message(f"figures.head-{key}")), weight=weight)
        for key, weight in columns
    )
    return Table(
        name=name,
        title=title,
        columns=tuple(heads),
        rows=tuple(rows),
        alt_text=document.say(Message("figures.list-alt", title=title, count=len(rows))),
        language=document.language,
    )
