"""The text of a Word document around its figures: numbers without a figure, words against a figure's sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.finished.places import paragraph_place
from reportgen.living.audit.backing import Backing
from reportgen.living.audit.prose import FigureSpan, Passage, check_passage, plain_figures
from reportgen.living.audit.relations import BRACKETED
from reportgen.living.audit.statements import OwnStatements
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.word.document_reading import DocumentReading, ParagraphReading

_SOURCE_ANCHOR = "source_"
_CLAUSE = regex(r"[，,;；](?!\d{3}(?!\d))\s*\D+\d")


def check_paragraphs(document: DocumentReading, backing: Backing, file: str) -> Iterator[Finding]:
    """Every paragraph, those of tables, headers, footers and notes too."""
    said_of, own = _said_of_cells(document), OwnStatements(backing)
    for paragraph in document.paragraphs:
        if not paragraph.text:
            continue
        place = paragraph_place(file, paragraph)
        is_cell = paragraph.at in said_of
        near = tuple(filter(None, (backing.figure(mark.key) for mark in paragraph.marks)))
        figures, covered = figure_spans(paragraph, backing), covered_by(paragraph)
        said = said_of.get(paragraph.at, "")
        passage = Passage(place, paragraph.text, figures, covered, is_cell, said, near)
        yield from check_passage(passage, backing)
        if not is_cell:
            around = paragraph.is_boxed or paragraph.part != document.package.main_part
            yield from own.check(
                place, paragraph.text, beside=bool(paragraph.marks), around=around, near=near
            )


def _said_of_cells(document: DocumentReading) -> dict[tuple[str, int], str]:
    """For each paragraph of a table's cells but heads the label of its row and the heads over it; of a label nothing."""
    found: dict[tuple[str, int], str] = {}
    for table in document.tables:
        heads: dict[int, str] = {}
        for row in table.rows:
            if row.is_head:
                heads |= {cell.column: f"{heads.get(cell.column, '')} {cell.text}" for cell in row.cells}
                continue
            label = row.cells[0].text if row.cells else ""
            for at, cell in enumerate(row.cells):
                said = f"{label} {heads.get(cell.column, '')}" if at else ""
                found |= dict.fromkeys((paragraph.at for paragraph in cell.paragraphs), said)
    return found


def covered_by(paragraph: ParagraphReading) -> list[tuple[int, int]]:
    """Stretches whose numbers are accounted for: marked figures, fields (page and caption numbers), source marks."""
    spans = [(mark.start, mark.start + _own_length(mark.text)) for mark in paragraph.marks]
    spans += [
        (stretch.start, stretch.end)
        for stretch in paragraph.stretches
        if stretch.kind == "field" or stretch.name.startswith(_SOURCE_ANCHOR)
    ]
    return spans


def _own_length(text: str) -> int:
    """How much of a mark is the figure's own: what people type behind a number may get into its mark."""
    aside = BRACKETED.search(text)
    if aside is not None and aside.start() and aside.end() == len(text):
        return aside.start()
    clause = _CLAUSE.search(text)
    return clause.start() if clause is not None and clause.start() else len(text)


def figure_spans(paragraph: ParagraphReading, backing: Backing) -> list[FigureSpan]:
    """The figures of a paragraph in order: those marked, and plain numbers that are a figure's value."""
    spans = [
        FigureSpan(mark.start, mark.end, backing.figure(mark.key))
        for mark in paragraph.marks
        if mark.text.strip()
    ]
    if not paragraph.is_in_table:
        spans += plain_figures(paragraph.text, backing, covered_by(paragraph))
    return sorted(spans, key=lambda span: span.start)
