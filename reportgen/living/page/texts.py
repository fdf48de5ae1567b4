"""The text of documents on a page: paragraphs, tables, charts and sheets, every figure a link to its lineage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Context
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.finished.chart_figures import ChartPoint, chart_points
from reportgen.finished.document import FinishedChart, FinishedDocument, FinishedText, FinishedWorkbook
from reportgen.finished.snapshot import sheet_of
from reportgen.html import Html, element, joined, text
from reportgen.language import say
from reportgen.messages import Message
from reportgen.ooxml.addresses import cell_address, column_letters
from reportgen.ooxml.number_formats import read_format
from reportgen.record import Record, field
from reportgen.values import plain
from reportgen.word.named_styles import read_styles

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading
    from reportgen.living.page.shown import ShownPack
    from reportgen.ooxml.charts.chart_reading import SeriesReading
    from reportgen.ooxml.sheet_cells import SheetCell
    from reportgen.word.document_reading import (
        CellReading,
        FigureMark,
        ParagraphReading,
        RowReading,
        TableReading,
    )
    from reportgen.word.named_styles import Styles

_Keys = dict[tuple[str, int | None, int | None], tuple[str, str]]
"""The figure's key and its text as built, by sheet, row and column."""
_SHORT = 8
"""Characters of a cell that no printed sheet is too narrow for."""
_DIGITS = Context(prec=10)
_STYLES_PART = "word/styles.xml"
_STOPS = (".", "。")
"""What a paragraph above a table ends in that is no title of it."""
_DEEPEST_HEADING = 6
_TITLE_LEVEL = 4
"""The level of a document's own title: the page's title, its parts and the documents' names are above it."""


def entry_anchor(key: str) -> str:
    """The id of a figure's entry on the page."""
    return f"figure-{key}"


class PageEntry(Record):
    """Where a figure is: the anchor in the page's text, what is written there, and where that is in words.

    ``built`` is what was written there when the document was built, where people changed it since.
    """

    anchor: str
    written: str
    where: str
    built: str = ""


class Texts(Struct):
    """Writes the documents, and takes down where each figure is."""

    shown: ShownPack
    standing: dict[str, list[PageEntry]] = field(default_factory=dict)
    """By the figure's key, in the order of the documents."""

    def html(self) -> Html:
        articles = []
        for number, document in enumerate(self.shown.documents, start=1):
            body = _Document(self, document, number)
            if isinstance(document, FinishedText):
                held = body.text(document)
            else:
                assert isinstance(document, FinishedWorkbook)
                held = body.workbook(document)
            head = element("h3", document.name, class_="file")
            articles.append(element("article", head, *held, class_="document", id=f"document-{number}"))
        return joined(*articles)


class _Document:
    def __init__(self, texts: Texts, document: FinishedDocument, number: int) -> None:
        self._texts, self._name, self._number = texts, document.name, number
        self._language, self._known = texts.shown.language, texts.shown.figures
        self._styles: Styles | None = None
        self._charts: dict[tuple[str, int], list[FinishedChart]] = {}
        self._document = document

    # ---- Word --------------------------------------------------------------------------------------------

    def text(self, document: FinishedText) -> Iterator[Html]:
        package, reading = document.package, document.reading
        self._styles = read_styles(package.read(_STYLES_PART) if _STYLES_PART in package else None)
        for chart in document.charts:
            self._charts.setdefault((chart.place, chart.paragraph), []).append(chart)
        tables = {table.number: table for table in reading.tables}
        written: set[int] = set()
        main_part = package.main_part
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
            pieces.append(_text(paragraph.text[at:start]))
            said = paragraph.text[start:end]
            if isinstance(what, str):
                pieces.append(element("a", said, href=f"#document-{self._number}-{what}"))
            else:
                pieces.append(self._figure(what.key, said, self._where(paragraph), self._built(what)))
            at = end
        return joined(*pieces, _text(paragraph.text[at:]))

    def _built(self, mark: FigureMark) -> str:
        assert isinstance(self._document, FinishedText)
        built = self._document.built_figure(mark)
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

    # ---- charts ------------------------------------------------------------------------------------------

    def _chart(self, chart: FinishedChart) -> Html:
        """What a chart draws, as a table: a page has no drawing of it."""
        series = chart.chart.series
        categories = max((one.categories for one in series), key=len, default=())
        names = (element("th", one.name or str(at), scope="col") for at, one in enumerate(series, 1))
        rows = [
            element("tr", element("th", name, scope="row"), *(self._point(chart, one, at) for one in series))
            for at, name in enumerate(categories)
        ]
        head = element("tr", element("td"), *names)
        caption = element("figcaption", chart.alt_text or say(Message("page.chart"), self._language))
        return element(
            "figure", caption, element("div", element("table", head, *rows), class_="wide"), class_="chart"
        )

    def _point(self, chart: FinishedChart, series: SeriesReading, at: int) -> Html:
        value = series.values[at] if at < len(series.values) else None
        if value is None:
            return element("td")
        said = read_format(series.number_format).shown(value) or plain(value)
        point = self._points.get((id(chart), id(series), at))
        if point is None:
            return element("td", said)
        where = Message("page.in-chart", document=self._name, series=series.name, category=point.category)
        return element("td", self._figure(point.key, said, say(where, self._language), ""))

    @cached_property
    def _points(self) -> dict[tuple[int, int, int], ChartPoint]:
        points = chart_points(self._document.charts, self._document.built)
        return {(id(point.chart), id(point.series), point.at): point for point in points}

    # ---- Excel -------------------------------------------------------------------------------------------

    def workbook(self, document: FinishedWorkbook) -> Iterator[Html]:
        texts = {placed.name: placed.text for placed in document.built.figures} if document.built else {}
        keys = {
            (found.sheet.lower(), found.row, found.column): (found.key, texts.get(found.name, ""))
            for found in document.book.figure_cells
        }
        for sheet in document.book.sheets:
            if not sheet.cells:
                continue
            yield element("h4", sheet.name)
            yield element("div", self._sheet(sheet, keys), class_="wide")
            for chart in document.charts:
                if sheet_of(chart.place).lower() == sheet.name.lower():
                    yield self._chart(chart)

    def _sheet(self, sheet: SheetReading, keys: _Keys) -> Html:
        columns = range(min(at for _, at in sheet.cells), max(at for _, at in sheet.cells) + 1)
        heads = [element("th", column_letters(at), scope="col") for at in columns]
        rows = [element("tr", element("td"), *heads, class_="addresses")]
        for row in sorted({at for at, _ in sheet.cells}):
            cells = [element("th", str(row), scope="row", class_="addresses")]
            alone = _alone(sheet, row)
            for column in columns:
                cell = sheet.cells.get((row, column))
                key, built = keys.get((sheet.name.lower(), row, column), ("", ""))
                is_alone = column == alone
                cells.append(
                    self._sheet_cell(cell, key, built, sheet.name, columns.stop - column if is_alone else 1)
                )
                if is_alone:
                    break
            rows.append(element("tr", *cells))
        return element("table", *rows, class_="sheet")

    def _sheet_cell(self, cell: SheetCell | None, key: str, built: str, sheet: str, span: int) -> Html:
        if cell is None or cell.kind == "empty":
            return element("td")
        said = cell.text
        if cell.number is not None:
            said = read_format(cell.number_format).shown(cell.number) or _rounded(cell)
        if key:
            where = Message(
                "page.in-cell", document=self._name, sheet=sheet, cell=cell_address(cell.row, cell.column)
            )
            was = built if built != cell.text else ""
            said = self._figure(key, said, say(where, self._language), was)
        is_number = cell.number is not None or (key and not any(map(str.isalnum, cell.text)))
        kind = "number" if is_number else "short" if len(cell.text) <= _SHORT else None
        return element("td", said, class_=kind, colspan=span if span > 1 else None)

    # ---- figures -----------------------------------------------------------------------------------------

    def _figure(self, key: str, written: str, where: str, built: str) -> Html:
        if key not in self._known or not written.strip():
            return text(written)
        found = self._texts.standing.setdefault(key, [])
        anchor = f"stands-{key}-{len(found) + 1}"
        changed = built if built.strip() != written.strip() else ""
        found.append(PageEntry(anchor, written, where, changed))
        return element(
            "a", written, class_="figure changed" if changed else "figure",
            href=f"#{entry_anchor(key)}", id=anchor, data_figure=key,
        )  # fmt: skip


def _text(words: str) -> Html:
    """Words as they read; a tab, which a browser takes for a blank, as the gap that it makes."""
    return text(words.replace("\t", "\u2003"))


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


def _alone(sheet: SheetReading, row: int) -> int:
    """The column of the one text that is in a row, a title or a note, which runs on over the cells beside it; 0 where
    more is there."""
    there = [at for (of, at), cell in sheet.cells.items() if of == row and cell.kind != "empty" and cell.text]
    return there[0] if len(there) == 1 and sheet.cells[row, there[0]].number is None else 0


def _rounded(cell: SheetCell) -> str:
    """A number in a format that is not plain: with its digits, without the noise of binary numbers."""
    assert cell.number is not None
    return plain(_DIGITS.plus(cell.number))
