"""What python-calamine does not tell of a workbook's cells: formulas, errors, number formats. Other formats than .xlsx have none to look up."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from reportgen.dataset.openpyxl_door import UnreadableError, open_workbook, rows_of
from reportgen.intake.opening import TableError
from reportgen.messages import Message
from reportgen.ooxml.archive import read_archive
from reportgen.ooxml.files import read_file
from reportgen.ooxml.package import read_package

LOOKED_UP = (".xlsx", ".xlsm")
_FORMAT = re.compile(rb"""<numFmt\s[^>]*formatCode=["']([^"']*)["']""")
_PERCENT_STYLE = re.compile(rb"""<xf\s[^>]*numFmtId=["'](?:9|10)["']""")
_LITERALS = re.compile(r'"[^"]*"|[\\!].|_.|\*.|\[[^]]*\]')
_SCALING = re.compile(r"[0#?],+(?![0#?,])")
_ITEM = re.compile(rb"<(?:si|is)>.*?</(?:si|is)>", re.DOTALL)
_RUN = re.compile(r"<r>.*?</r>", re.DOTALL)
_TEXT = re.compile(r"<t(?:\s[^>]*)?>([^<]*)</t>")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class WorkbookCell:
    """A cell as the workbook keeps it: its text or formula, its number format."""

    text: str
    number_format: str

    @property
    def formula(self) -> str:
        """The formula or the error, empty for other cells."""
        return self.text if self.text.startswith(("=", "#")) else ""


@dataclass(frozen=True, slots=True)
class LookedInto:
    """What a workbook's styles and texts tell at one glance, before any cell is looked up."""

    has_telling_formats: bool = False
    """Whether some format shows percentages, or divides what it shows."""
    raised: Mapping[str, str] = field(default_factory=dict)
    """Texts of digits that end in raised ones, with these as the signs that they are."""


def look_into(path: Path) -> LookedInto:
    """A glance at a workbook's styles and texts."""
    if path.suffix.lower() not in LOOKED_UP:
        return LookedInto()
    parts = {member.name: member for member in read_archive(read_file(path))}
    styles = parts.get("xl/styles.xml")
    texts = [
        part for name, part in parts.items() if name.startswith(("xl/sharedStrings", "xl/worksheets/sheet"))
    ]
    custom = [unescape(one.decode()) for one in _FORMAT.findall(styles.unpack())] if styles else []
    telling = any(shown_power(one) != (False, 0) for one in custom)
    percent = bool(styles and _PERCENT_STYLE.search(styles.unpack()))
    raised = {text: shown for part in texts for text, shown in _raised(part.unpack()).items()}
    return LookedInto(telling or percent, raised)


def _raised(data: bytes) -> dict[str, str]:
    if b"superscript" not in data:
        return {}
    found = {}
    for item in _ITEM.findall(data):
        runs = [("superscript" in run, "".join(_TEXT.findall(run))) for run in _RUN.findall(item.decode())]
        text = "".join(part for _, part in runs).strip()
        if runs and runs[-1][0] and text.replace(",", "").replace(".", "").isdigit():
            plain = "".join(part for raised, part in runs if not raised)
            found[text] = plain + "".join(part for raised, part in runs if raised).translate(_RAISED)
    return found


def shown_power(number_format: str) -> tuple[bool, int]:
    """Whether a number format shows a percentage, and by which power of ten it divides: ``0.0,`` by 1000, ``0!.0,`` by 10,000."""
    first = _LITERALS.sub(lambda match: "!" if match[0] in ("!.", "\\.") else "", number_format).partition(
        ";"
    )[0]
    commas = _SCALING.search(first)
    power = 3 * len(commas[0].strip("0#?.!")) if commas else 0
    if "!" in first:
        power += sum(sign in "0#?" for sign in first.partition("!")[2])
    return "%" in first, power


def look_up(
    path: Path, sheet: str, columns: Collection[int], last_row: int | None = None
) -> dict[tuple[int, int], WorkbookCell]:
    """The cells of some columns that hold something, by row and column from 0; up to ``last_row``.

    Raises ``TableError`` for a damaged workbook.
    """
    if path.suffix.lower() not in LOOKED_UP:
        return {}
    try:
        book = open_workbook(read_package(path), data_only=False)
        with contextlib.closing(book):
            return {
                (row, column): WorkbookCell(str(cells[column].value), str(cells[column].number_format))
                for row, cells in enumerate(rows_of(book[sheet], None if last_row is None else last_row + 1))
                for column in columns
                if column < len(cells) and cells[column].value is not None
            }
    except UnreadableError as damage:
        raise TableError(Message("intake.damaged-workbook", file=path.name)) from damage
