"""The appendix: the numbered sources, every figure used with its source's words, and the findings that concern them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.content import Bookmark, Inline, Line, Sentence, Table, TableCell, TableColumn, TableRow
from reportgen.dataset.names import label_of
from reportgen.figures.labels import figure_label
from reportgen.figures.listing_words import SEVERITIES
from reportgen.figures.numbers import IN_TEXT
from reportgen.figures.presentation import anchor_of
from reportgen.figures.sources import reference
from reportgen.findings import Finding
from reportgen.kinds.figure import Figure, Kind
from reportgen.language import describe, period_label, punctuation, quantity_words, say_remedy, say_what
from reportgen.style import STYLE

if TYPE_CHECKING:
    from reportgen.figures.presentation import Presentation
    from reportgen.figures.vocabulary import Vocabulary

_HEADS = {
    "number": ("No.", "编号"),
    "reference": ("Source", "来源"),
    "figure": ("Figure", "数据"),
    "period": ("Period", "时期"),
    "value": ("Value", "数值"),
    "words": ("Source's words, or formula", "来源原文或计算公式"),
    "source": ("Source", "来源"),
    "note": ("Note", "说明"),
    "severity": ("Severity", "级别"),
    "place": ("Place", "位置"),
    "what": ("What was found", "问题"),
    "remedy": ("What to do", "处理"),
}


def sources_table(vocabulary: Vocabulary) -> Table:
    """The sources of everything the document has shown so far; source marks lead to the numbers."""
    page = vocabulary.page
    records = vocabulary.source_records()
    rows = [
        _row(Bookmark(f"[{number}]", anchor_of(number)), reference(record, page.language))
        for number, record in enumerate(records, start=1)
    ]
    return _table("sources", ("Sources", "资料来源"), page, (("number", 0.4), ("reference", 5)), rows)


def figures_table(vocabulary: Vocabulary) -> Table:
    """Every figure shown so far: what it is, its value, the source's words or the formula, source and note.

    Figures that others were computed from follow theirs, so that every formula's letters can be looked up.
    """
    page = vocabulary.page
    rows = [_figure_row(figure, page) for figure in used_figures(page)]
    rows = _without_repeated_notes(rows, page.language)
    columns = (
        ("figure", 2.2),
        ("period", 1.0),
        ("value", 1.2),
        ("words", 3.0),
        ("source", 0.6),
        ("note", 2.4),
    )
    return _table("figures", ("Figures used", "引用数据一览"), page, columns, rows)


def findings_table(vocabulary: Vocabulary) -> Table:
    """The findings about the figures shown so far."""
    page = vocabulary.page
    rows = [
        _row(
            SEVERITIES[item.severity].in_language(page.language),
            say_what(item, page.language),
            say_remedy(item, page.language),
            describe(item.place, page.language),
        )
        for item in vocabulary.shown_findings()
    ]
    columns = (("severity", 0.6), ("what", 3.2), ("remedy", 2.2), ("place", 1.4))
    return _table("findings", ("Findings on the data", "数据核查发现"), page, columns, rows)


def used_figures(page: Presentation) -> list[Figure]:
    """The figures shown so far that say something, each followed by those it was computed from; each once.

    What a table shows as "…" has its reason in the table's notes.
    """
    found: dict[str, Figure] = {}
    for figure in filter(_says_something, page.shown_figures):
        for member in filter(_says_something, page.lineage(figure)):
            found.setdefault(str(member.id), member)
    return list(found.values())


def concerning(findings: Sequence[Finding], page: Presentation) -> list[Finding]:
    """The findings whose subjects are among the figures shown, their observations and targets, or their inputs'."""
    subjects: set[str] = set()
    for shown in page.shown_figures:
        for figure in page.lineage(shown):
            parts = (str(figure.id), figure.observation, figure.target or figure.id.target)
            subjects.update(part for part in parts if part)
    return [finding for finding in findings if subjects.intersection(finding.subjects)]


def _says_something(figure: Figure) -> bool:
    return figure.value is not None or figure.state not in ("", "unknown")


def _without_repeated_notes(rows: Sequence[TableRow], language: str) -> list[TableRow]:
    """A note that only repeats the one above it is said once."""
    kept: list[TableRow] = []
    above = ""
    for row in rows:
        note = str(row.cells[-1].content)
        if note and note == above:
            as_above = TableCell("同上。" if language == "zh" else "As above.")
            row = replace(row, cells=(*row.cells[:-1], as_above))
        above = note
        kept.append(row)
    return kept


def _figure_row(figure: Figure, page: Presentation) -> TableRow:
    value = page.number(figure, IN_TEXT)
    return _row(
        figure_label(figure, page.dataset, page.language),
        period_label(figure.id.period, page.language, short=True),
        value,
        _evidence(figure, page),
        Sentence(tuple(page.marks(figure))) if page.sources_of(figure) else STYLE.not_applicable,
        _note(figure, page),
    )


def _evidence(figure: Figure, page: Presentation) -> Inline | Sentence:
    """The source's own words for what is stated; for what is computed the formula, and each letter's figure with its value.

    The values let a reader work the formula out, and tell apart two inputs of one indicator in different units.
    """
    if figure.observation or figure.id.kind is Kind.TARGET:
        words = [f"“{citation.statement}”" for citation in figure.citations]
        return punctuation(page.language).SEMICOLON.join(words)
    if not figure.formula:
        return ""
    colon = punctuation(page.language).COLON
    line = Line(figure.formula)
    letters = "abcdefghijklmnopqrstuvwxyz"
    for letter, figure_id in zip(letters, figure.inputs, strict=False):
        member = page.catalogue.get(figure_id)
        name = figure_label(member, page.dataset, page.language)
        period = period_label(member.id.period, page.language, short=True)
        line.add(
            punctuation(page.language).SEMICOLON,
            f"{letter}{colon}{name}{punctuation(page.language).COMMA}{period}{colon}",
            page.number(member, IN_TEXT),
        )
    return line.sentence()


def _note(figure: Figure, page: Presentation) -> str:
    """The dataset's note, why there is no number, and what is not plain: an inferred period, a status."""
    parts = [page.sentence_of(figure.note)]
    if figure.value is None:
        parts.append(page.reason(figure))
    for scope in figure.scopes:
        words = label_of(page.dataset, "scope", scope).in_language(page.language)
        parts.append(f"统计口径：{words}。" if page.language == "zh" else f"Scope: {words}.")
    statuses = map(quantity_words(page.language).status, figure.statuses)
    parts += [punctuation(page.language).sentence(status) for status in statuses if status]
    if figure.period_basis == "inferred" and figure.observation and not page.say(figure.note):
        parts.append("时期系推定。" if page.language == "zh" else "The period is inferred.")
    return ("" if page.language == "zh" else " ").join(part for part in dict.fromkeys(parts) if part)


def _row(*contents: Inline | Sentence) -> TableRow:
    return TableRow(tuple(TableCell(content) for content in contents))


def _table(
    name: str,
    title: tuple[str, str],
    page: Presentation,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[TableRow],
) -> Table:
    is_zh = page.language == "zh"
    heads = tuple(TableColumn(key, _HEADS[key][is_zh], weight=weight) for key, weight in columns)
    return Table(
        name=name,
        title=title[is_zh],
        columns=heads,
        rows=tuple(rows),
        alt_text=f"表：{title[1]}，共{len(rows)}行。" if is_zh else f"Table: {title[0]}, {len(rows)} rows.",
        language="zh" if is_zh else "en",
    )
