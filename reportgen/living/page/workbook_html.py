"""A workbook on a page: each sheet with its charts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context
from typing import TYPE_CHECKING

from reportgen.finished.snapshot import sheet_of
from reportgen.finished.workbook_document import FinishedWorkbook
from reportgen.html import Html, element
from reportgen.language import say
from reportgen.living.page.texts import DocumentText
from reportgen.messages import Message
from reportgen.ooxml.addresses import cell_address, column_letters
from reportgen.ooxml.number_formats import read_format
from reportgen.values import plain

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading
    from reportgen.living.page.texts import Texts
    from reportgen.ooxml.sheet_cells import SheetCell

_Keys = dict[tuple[str, int | None, int | None], tuple[str, str]]
"""The figure's key and its text as built, by sheet, row and column."""
_SHORT = 8
"""Characters of a cell that no printed sheet is too narrow for."""
_DIGITS = Context(prec=10)


class WorkbookHtml(DocumentText):
    """Writes a workbook."""

    def __init__(self, texts: Texts, document: FinishedWorkbook, number: int) -> None:
        super().__init__(texts, document, number)
        self._workbook = document

    def body(self) -> Iterator[Html]:
        """The sheets in their order, each with its charts below it."""
        document = self._workbook
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


def _alone(sheet: SheetReading, row: int) -> int:
    """The column of the one text that is in a row, a title or a note, which runs on over the cells beside it; 0 where
    more is there."""
    there = [at for (of, at), cell in sheet.cells.items() if of == row and cell.kind != "empty" and cell.text]
    return there[0] if len(there) == 1 and sheet.cells[row, there[0]].number is None else 0


def _rounded(cell: SheetCell) -> str:
    """A number in a format that is not plain: with its digits, without the noise of binary numbers."""
    assert cell.number is not None
    return plain(_DIGITS.plus(cell.number))
