"""A Word document on a page: its paragraphs, tables and charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.finished.chart_figures import FinishedChart
from reportgen.finished.text_document import FinishedText
from reportgen.html import Html, element, joined
from reportgen.language import say
from reportgen.living.page.texts import DocumentText, said_html
from reportgen.messages import Message
from reportgen.word.named_styles import read_styles

if TYPE_CHECKING:
    from reportgen.living.page.texts import Texts
    from reportgen.word.document_reading import (
        CellReading,
        FigureMark,
        ParagraphReading,
        RowReading,
        TableReading,
    )

_STYLES_PART = "word/styles.xml"
_STOPS = (".", "。")
"""What a paragraph above a table ends in that is no title of it."""
_DEEPEST_HEADING = 6
_TITLE_LEVEL = 4
"""The level of a document's own title: the page's title, its parts and the documents' names are above it."""


class TextHtml(DocumentText):
    """Writes a Word document."""

    def __init__(self, texts: Texts, document: FinishedText, number: int) -> None:
        super().__init__(texts, document, number)
        package = document.package
        self._text_document = document
        self._styles = read_styles(package.read(_STYLES_PART) if _STYLES_PART in package else None)
        self._charts: dict[tuple[str, int], list[FinishedChart]] = {}
        for chart in document.charts:
            self._charts.setdefault((chart.place, chart.paragraph), []).append(chart)

    def body(self) -> Iterator[Html]:
        """The paragraphs and tables in their order."""
        reading = self._text_document.reading
        tables = {table.number: table for table in reading.tables}
        written: set[int] = set()
        main_part = self._text_document.package.main_part
        shown = [one for one in reading.paragraphs if one.part == main_part or one.marks]
        for paragraph, following in zip(shown, [*shown[1:], None], strict=True):
            if paragraph.table is None:  # headers, footers and notes count where they hold figures
                yield from self._block(paragraph, following is not None and following.table is not None)
            elif paragraph.table not in written:
                written.add(paragraph.table)
                yield self._table(tables[paragraph.table])

    def _block(self, paragraph: ParagraphReading, is_above_table: bool) -> Iterator[Html]:
        if paragraph.text.strip():
            level = self._heading_level(paragraph.style)
            name = f"h{level}" if level else "p"
            is_title = is_above_table and not level and not paragraph.text.rstrip().endswith(_STOPS)
            yield element(
                name,
                self._inline(paragraph),
                id=self._anchor(paragraph),
                class_="caption" if is_title else None,
            )
        for chart in self._charts.get((paragraph.part, paragraph.number), ()):
            yield self._chart(chart)

    def _heading_level(self, style_id: str) -> int:
        """The level of a paragraph's heading on the page; 0 for body text."""
        style = self._styles.by_id.get(style_id) if self._styles else None
        if self._styles is None or style is None:
            return 0
        if style.name.casefold() == "title":
            return _TITLE_LEVEL
        level = self._styles.outline_level(style)
        return 0 if level is None else min(_TITLE_LEVEL + level, _DEEPEST_HEADING)

    def _anchor(self, paragraph: ParagraphReading) -> str:
        """The id of a paragraph: that of its own bookmark, where text leads to it, else of its number."""
        for name in paragraph.bookmarks:
            if name and not name.startswith("_"):
                return f"document-{self._number}-{name}"
        part = "" if paragraph.part.endswith("/document.xml") else f"-{paragraph.part.rpartition('/')[2]}"
        return f"document-{self._number}{part}-p{paragraph.number}"

    def _inline(self, paragraph: ParagraphReading) -> Html:
        links = [one for one in paragraph.stretches if one.kind == "link" and one.name]
        wholes: list[tuple[int, int, FigureMark | str]] = [
            *((mark.start, mark.end, mark) for mark in paragraph.marks),
            *((one.start, one.end, one.name) for one in links),
        ]
        pieces, at = [], 0
        for start, end, what in sorted(wholes, key=lambda one: (one[0], one[1])):
            if start < at:
                continue
            pieces.append(said_html(paragraph.text[at:start]))
            said = paragraph.text[start:end]
            if isinstance(what, str):
                pieces.append(element("a", said, href=f"#document-{self._number}-{what}"))
            else:
                pieces.append(self._figure(what.key, said, self._where(paragraph), self._built(what)))
            at = end
        return joined(*pieces, said_html(paragraph.text[at:]))

    def _built(self, mark: FigureMark) -> str:
        built = self._text_document.built_figure(mark)
        return built.text if built is not None else ""

    def _where(self, paragraph: ParagraphReading) -> str:
        if paragraph.table is None:
            place = Message("page.in-paragraph", document=self._name, number=paragraph.number)
        else:
            place = Message(
                "page.in-table", document=self._name,
                table=paragraph.table, row=paragraph.row, cell=paragraph.cell,
            )  # fmt: skip
        return say(place, self._language)

    def _table(self, table: TableReading) -> Html:
        numbers = _number_columns(table)
        heads = [row for row in table.rows if row.is_head]
        begins = {
            id(cell)
            for one, row in enumerate(heads)
            for cell in row.cells
            if _goes_on_from(cell, heads[:one])
        }
        rows = []
        for row in table.rows:
            cells = (
                self._cell(cell, row.is_head, cell.column in numbers, _rows_of(cell, row, heads))
                for cell in row.cells
                if id(cell) not in begins
            )
            rows.append(element("tr", *cells))
        return element("div", element("table", *rows), class_="wide")

    def _cell(self, cell: CellReading, is_head: bool, is_number: bool, rows: int) -> Html:
        held = [self._inline(paragraph) for paragraph in cell.paragraphs]
        lines = [piece for at, line in enumerate(held) for piece in ((Html("<br>"), line) if at else (line,))]
        return element(
            "th" if is_head else "td", *lines, scope="col" if is_head else None,
            colspan=cell.span if cell.span > 1 else None, rowspan=rows if rows > 1 else None,
            class_="number" if is_number and cell.span == 1 else None,
        )  # fmt: skip


def _number_columns(table: TableReading) -> set[int]:
    """The columns of which more cells are one figure than are words."""
    cells = [
        cell for row in table.rows if not row.is_head for cell in row.cells if cell.span == 1 and cell.text
    ]
    figures = Counter(cell.column for cell in cells if _is_figure(cell))
    words = Counter(
        cell.column for cell in cells if not _is_figure(cell) and any(map(str.isalpha, cell.text))
    )
    return {column for column, count in figures.items() if count > words[column]}


def _is_figure(cell: CellReading) -> bool:
    """Whether a cell holds one figure, and no words beside it."""
    if len(cell.marks) != 1:
        return False
    (paragraph,) = (one for one in cell.paragraphs if one.marks)
    mark = paragraph.marks[0]
    beside = f"{paragraph.text[: mark.start]}{paragraph.text[mark.end :]}"
    return not any(map(str.isalnum, beside))


def _goes_on_from(cell: CellReading, heads: Sequence[RowReading]) -> bool:
    """Whether an empty cell of a head belongs to the cell above it."""
    return not cell.text and any(_is_above(above, cell) for row in heads[-1:] for above in row.cells)


def _is_above(above: CellReading, cell: CellReading) -> bool:
    return (above.column, above.span) == (cell.column, cell.span)


def _rows_of(cell: CellReading, row: RowReading, heads: Sequence[RowReading]) -> int:
    """How many rows a head's cell is beside: those below in which nothing is under it."""
    if not row.is_head or not cell.text:
        return 1
    below = heads[[one.number for one in heads].index(row.number) + 1 :]
    rows = 1
    for one in below:
        if not any(not other.text and _is_above(cell, other) for other in one.cells):
            break
        rows += 1
    return rows
