"""CSV files as people save them: what encoding, what delimiter, and which rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.dataset.findings import error
from reportgen.dataset.raw import RawTable, at, cleaned, table_from_grid
from reportgen.dataset.tables import TableForm
from reportgen.findings import Finding, Place

_SAVE_AS_UTF8 = (
    "Save it as “CSV UTF-8 (comma delimited)”.",
    "请另存为“CSV UTF-8（逗号分隔）”格式。",
)
_DELIMITER_NAMES = {
    ";": ("semicolons", "分号"),
    "\t": ("tabs", "制表符"),
    "，": ("full-width commas", "全角逗号"),
}


@dataclass(frozen=True, slots=True)
class _Damage:
    """A line that is not sound CSV, with the number of its row."""

    row: int
    text: str


def read_csv_table(path: Path, form: TableForm) -> tuple[RawTable, list[Finding]]:
    """Read one table. A file in another encoding or with another delimiter is an error and is read all the
    same, so that one wrong click in Excel is one finding and not a hundred."""
    place = Place(path.name)
    text, findings = _decoded(path.read_bytes(), place)
    delimiter = _delimiter_of(text, form)
    if delimiter != ",":
        findings.append(_wrong_delimiter(place, delimiter))
    grid, damaged = _rows_of(text, delimiter)
    table, misplaced = table_from_grid(form, place, grid)
    cells = frozenset(cell for row in damaged for cell in _cells_of(row.text, delimiter))
    unreadable = [_unreadable_row(place, row) for row in damaged]
    return replace(table, damaged=cells), [*findings, *unreadable, *misplaced]


def _decoded(data: bytes, place: Place) -> tuple[str, list[Finding]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        what = (
            "The file is encoded in UTF-16, Excel's “Unicode Text”, and not in UTF-8.",
            "该文件为UTF-16编码（即Excel的“Unicode文本”），不是UTF-8。",
        )
        return data.decode("utf-16", errors="replace"), [error("wrong-encoding", place, what, _SAVE_AS_UTF8)]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as damage:
        row = data.count(b"\n", 0, damage.start) + 1
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        what = (
            f"The file is not UTF-8: line {row} holds bytes that are no text.",
            f"该文件不是UTF-8编码：第{row}行含有无法识别为文字的字节。",
        )
        damaged = error("wrong-encoding", at(place, row), what, _SAVE_AS_UTF8)
        return data.decode("utf-8", errors="replace"), [damaged]
    what = (
        "The file is encoded in GBK, as Excel's plain “CSV” is in China, and not in UTF-8.",
        "该文件为GBK编码（中文版Excel的普通“CSV”格式），不是UTF-8。",
    )
    return text, [error("wrong-encoding", place, what, _SAVE_AS_UTF8)]


def _delimiter_of(text: str, form: TableForm) -> str:
    """The delimiter that finds most of the known columns in the first line; a comma where none does better."""
    first_line = text.split("\n", 1)[0]

    def columns_found(delimiter: str) -> int:
        names = {cleaned(name).strip('"').lower() for name in first_line.split(delimiter)}
        return len(names & set(form.columns))

    return max((",", *_DELIMITER_NAMES), key=columns_found)


def _wrong_delimiter(place: Place, delimiter: str) -> Finding:
    en, zh = _DELIMITER_NAMES[delimiter]
    return error(
        "wrong-delimiter",
        at(place, 1),
        (f"The columns are separated by {en} and not by commas.", f"各列以{zh}而不是英文逗号分隔。"),
        (_SAVE_AS_UTF8[0], _SAVE_AS_UTF8[1]),
    )


def _rows_of(text: str, delimiter: str) -> tuple[list[list[str]], list[_Damage]]:
    """The sound rows, and those that are not. A damaged line stays in the grid as an empty row, and reading goes on
    in the next line: an open quotation mark must not swallow the rest of the table."""
    lines = list(io.StringIO(text, newline=""))
    rows: list[list[str]] = []
    damaged: list[_Damage] = []
    read = 0
    while read < len(lines):
        sound, lines_read = _sound_rows(lines[read:], delimiter)
        rows += sound
        read += lines_read
        if read < len(lines):
            damaged.append(_Damage(len(rows) + 1, lines[read]))
            rows.append([])
            read += 1
    return rows, damaged


def _sound_rows(lines: Iterable[str], delimiter: str) -> tuple[list[list[str]], int]:
    """The rows before the first that is damaged, and how many lines they take up."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    lines_read = 0
    try:
        for row in reader:
            rows.append(row)
            lines_read = reader.line_num
    except csv.Error:
        pass
    return rows, lines_read


def _cells_of(line: str, delimiter: str) -> set[str]:
    return {cleaned(cell.strip('"\r\n')) for cell in line.split(delimiter)} - {""}


def _unreadable_row(place: Place, damage: _Damage) -> Finding:
    return error(
        "unreadable-row",
        at(place, damage.row, None, cleaned(damage.text)),
        (
            "A quotation mark of this row is not closed, or stands in the wrong place; the row is left out.",
            "该行有双引号未闭合或位置不当，本行未被读入。",
        ),
        (
            "Close every quotation mark; inside a text write it twice.",
            "请闭合每一个双引号；文字内部的双引号请写两次。",
        ),
    )
