"""A Word document's reading as blocks of text and figures, the form that snapshots have; keys given back to its marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.word.located import Block, Cell, Paragraph, Row, Span, Table

if TYPE_CHECKING:
    from reportgen.word.document_reading import DocumentReading, FigureMark, ParagraphReading, TableReading

_FIELD = "￹"

Keys = Mapping[int, str]
"""Keys by the identity of a figure's span."""


@dataclass(frozen=True)
class ReadText:
    """A reading, its text as blocks by part, and the figure mark of each span."""

    reading: DocumentReading
    parts: Mapping[str, list[Block]]
    marks: Mapping[int, tuple[ParagraphReading, FigureMark]]
    """By the identity of the span."""


def as_blocks(reading: DocumentReading) -> ReadText:
    """The text of a reading as blocks. A table within a table follows it."""
    made = _Blocks()
    tables = {table.number: table for table in reading.tables}
    seen: set[int] = set()
    parts: dict[str, list[Block]] = {}
    for paragraph in reading.paragraphs:
        blocks = parts.setdefault(paragraph.part, [])
        if paragraph.table is None:
            blocks.append(made.paragraph(paragraph))
        elif paragraph.table not in seen and paragraph.table in tables:
            seen.add(paragraph.table)
            blocks.append(made.table(tables[paragraph.table]))
    return ReadText(reading, parts, made.marks)


class _Blocks:
    def __init__(self) -> None:
        self.marks: dict[int, tuple[ParagraphReading, FigureMark]] = {}

    def table(self, table: TableReading) -> Table:
        rows = [
            Row(cells=[Cell(blocks=[self.paragraph(one) for one in cell.paragraphs]) for cell in row.cells])
            for row in table.rows
        ]
        return Table(rows=rows)

    def paragraph(self, paragraph: ParagraphReading) -> Paragraph:
        return Paragraph(paragraph.number, style=paragraph.style, spans=list(self._spans(paragraph)))

    def _spans(self, paragraph: ParagraphReading) -> Iterator[Span]:
        at = 0
        for start, end, span, mark in sorted(
            _wholes(paragraph), key=lambda one: (one[0], one[0] != one[1], -one[1])
        ):
            if start < at:
                continue
            if start > at:
                yield Span("text", paragraph.text[at:start])
            if mark is not None:
                self.marks[id(span)] = (paragraph, mark)
            yield span
            at = end
        if at < len(paragraph.text):
            yield Span("text", paragraph.text[at:])


def _wholes(paragraph: ParagraphReading) -> Iterator[tuple[int, int, Span, FigureMark | None]]:
    """Spans that are wholes: figures, fields, links within the document."""
    held = []
    for mark in (*paragraph.marks, *paragraph.keyless):
        held.append((mark.start, mark.end))
        yield mark.start, mark.end, Span("figure", mark.text, mark.key), mark
    for stretch in paragraph.stretches:
        if any(stretch.start <= start and end <= stretch.end for start, end in held):
            continue  # the figure within counts
        if stretch.kind == "field":
            yield stretch.start, stretch.end, Span("field", _FIELD), None
        elif stretch.name:
            text = paragraph.text[stretch.start : stretch.end]
            yield stretch.start, stretch.end, Span("link", text, stretch.name), None


def with_keys(read: ReadText, keys: Keys) -> DocumentReading:
    """The reading with ``keys`` for marks that had none."""
    if not keys:
        return read.reading
    named: dict[int, list[FigureMark]] = {}
    for span, key in keys.items():
        paragraph, mark = read.marks[span]
        named.setdefault(id(paragraph), []).append(replace(mark, key=key))
    paragraphs = tuple(_named(paragraph, named) for paragraph in read.reading.paragraphs)
    by_element = {paragraph.element: paragraph for paragraph in paragraphs}
    tables = tuple(
        replace(
            table,
            rows=tuple(
                replace(
                    row,
                    cells=tuple(
                        replace(cell, paragraphs=tuple(by_element[one.element] for one in cell.paragraphs))
                        for cell in row.cells
                    ),
                )
                for row in table.rows
            ),
        )
        for table in read.reading.tables
    )
    return replace(read.reading, paragraphs=paragraphs, tables=tables)


def _named(paragraph: ParagraphReading, named: Mapping[int, list[FigureMark]]) -> ParagraphReading:
    found = named.get(id(paragraph))
    if not found:
        return paragraph
    return replace(paragraph, marks=tuple(sorted((*paragraph.marks, *found), key=lambda one: one.start)))
