"""What python-calamine does not give of a workbook: formulas, errors, number formats, raised digits, hidden lines.

Each kind of workbook is looked up in its own way, and opened once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from reportgen.errors import PackageError
from reportgen.intake.kept_cells import CellLook, Looks, WantedCells
from reportgen.intake.ods_cells import CONTENT, look_up_ods
from reportgen.intake.opening import TableError
from reportgen.intake.xls_cells import look_up_xls
from reportgen.intake.xlsb_cells import WORKBOOK, is_read, look_up_xlsb
from reportgen.messages import Message
from reportgen.ooxml.archive import Member, read_archive
from reportgen.ooxml.cell_texts import CellText, read_text
from reportgen.ooxml.files import read_file
from reportgen.ooxml.guard import reading_of
from reportgen.ooxml.number_formats import read_format
from reportgen.ooxml.package import Package
from reportgen.ooxml.sheet_cells import WorkbookCells, hidden_lines
from reportgen.ooxml.xml import elements, qn

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGN_OF_RAISED = b"superscript"


class OpenedWorkbook:
    """A workbook, opened where something is asked of it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _data(self) -> bytes:
        return read_file(self.path)

    @cached_property
    def _members(self) -> Mapping[str, Member]:
        """The parts of the archive, none where it is an .xls."""
        return {one.name: one for one in read_archive(self._data)} if self._data.startswith(b"PK") else {}

    @cached_property
    def _cells(self) -> WorkbookCells | None:
        """The cells of an .xlsx."""
        if not self._members or CONTENT in self._members or WORKBOOK in self._members:
            return None
        with reading_of(self.path.name):
            return WorkbookCells(Package.open(self._data))

    @cached_property
    def has_telling_formats(self) -> bool:
        """Whether some format shows percentages, or divides what it shows. Of other kinds than .xlsx every cell has to be looked up."""
        if self._cells is None:
            return True
        sections = (one for code in set(self._cells.formats) for one in read_format(code).sections)
        return any(one.percent or one.power for one in sections)

    @cached_property
    def raised(self) -> Mapping[str, str]:
        """Texts of digits that end in raised ones, with these as the signs that they are."""
        return dict(_raised(self._texts())) if self._cells is not None else {}

    def _texts(self) -> Iterator[CellText]:
        """The texts of an .xlsx, shared and inline ones, where some sign in them is raised."""
        cells = self._cells
        assert cells is not None
        shared = cells.book.shared_strings or ""
        if shared in cells.package and _SIGN_OF_RAISED in cells.package.read(shared):
            yield from cells.strings
        for part in cells.parts.values():
            if _SIGN_OF_RAISED in (data := cells.package.read(part)):
                yield from map(read_text, elements(data, qn("x:is"), part))

    def hidden(self, sheet: str) -> tuple[frozenset[int], frozenset[int]]:
        """The hidden rows and columns of a sheet of an .xlsx, whose cells calamine gives like any others; both count from 0."""
        part = self._cells.parts.get(sheet.lower()) if self._cells is not None else None
        rows, columns = hidden_lines(self._cells.package.read(part)) if self._cells and part else ([], [])
        return frozenset(row - 1 for row in rows), frozenset(at - 1 for stretch in columns for at in stretch)

    def look_up(self, wanted: WantedCells) -> Looks:
        """The wanted cells that hold something.

        Raises ``TableError`` for a damaged workbook.
        """
        parts = self._members
        try:
            if not parts:
                return look_up_xls(self._data, wanted)
            if CONTENT in parts:
                return look_up_ods(parts[CONTENT].unpack(), wanted)
            if WORKBOOK in parts:
                return look_up_xlsb({name: parts[name].unpack() for name in parts if is_read(name)}, wanted)
            return self._look_up_xlsx(wanted)
        except (PackageError, ValueError, KeyError) as damage:
            raise TableError(Message("intake.damaged-workbook", file=self.path.name)) from damage

    def _look_up_xlsx(self, wanted: WantedCells) -> Looks:
        assert self._cells is not None
        cells = self._cells.stream(self._cells.parts[wanted.sheet.lower()], spelled=True)
        return {
            (cell.row - 1, cell.column - 1): CellLook(
                cell.text if cell.formula is None else f"={cell.formula}", cell.number_format
            )
            for cell in takewhile(lambda cell: cell.row <= wanted.last_row + 1, cells)
            if wanted.has(cell.row - 1, cell.column - 1)
        }


def _raised(texts: Iterable[CellText]) -> Iterator[tuple[str, str]]:
    for one in texts:
        runs = [("superscript" in run.properties, run.text) for run in one.runs]
        text = one.text.strip()
        if runs and runs[-1][0] and text.replace(",", "").replace(".", "").isdigit():
            plain = "".join(part for is_raised, part in runs if not is_raised)
            yield text, plain + "".join(part for is_raised, part in runs if is_raised).translate(_RAISED)
