"""CSV files as people save them: what encoding, what delimiter, and which rows."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from pathlib import Path

from reportgen.dataset.findings import error
from reportgen.dataset.raw import RawTable, at, cleaned, table_from_grid
from reportgen.dataset.tables import TableForm
from reportgen.errors import Finding, Place

_SAVE_AS_UTF8 = (
    "Save it as “CSV UTF-8 (comma delimited)”.",
    "请另存为“CSV UTF-8（逗号分隔）”格式。",
)
_DELIMITER_NAMES = {
    ";": ("semicolons", "分号"),
    "\t": ("tabs", "制表符"),
    "，": ("full-width commas", "全角逗号"),
}


def read_csv_table(path: Path, form: TableForm) -> tuple[RawTable, list[Finding]]:
    """Read one table. A file in another encoding or with another delimiter is an error and is read all the
    same, so that one wrong click in Excel is one finding and not a hundred."""
    place = Place(path.name)
    text, findings = _decoded(path.read_bytes(), place)
    delimiter = _delimiter_of(text, form)
    if delimiter != ",":
        findings.append(_wrong_delimiter(place, delimiter))
    grid, unreadable = _rows_of(text, delimiter, place)
    table, misplaced = table_from_grid(form, place, grid)
    return table, [*findings, *unreadable, *misplaced]


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


def _rows_of(text: str, delimiter: str, place: Place) -> tuple[list[list[str]], list[Finding]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader), []
    except csv.Error as damage:
        damaged = _unreadable_row(place, reader.line_num, str(damage))
    # Read again without strictness: the rest of the table must not vanish and leave every reference dangling.
    rows: list[list[str]] = []
    with suppress(csv.Error):
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(row)  # noqa: PERF402 - keeps what was read before the damage
    return rows, [damaged]


def _unreadable_row(place: Place, line: int, damage: str) -> Finding:
    return error(
        "unreadable-row",
        at(place, line),
        (
            f"The text near line {line} cannot be read as CSV ({damage}).",
            f"第{line}行附近无法按CSV读取（{damage}）。",
        ),
        (
            "Close every quotation mark; inside a text write it twice.",
            "请闭合每一个双引号；文字内部的双引号请写两次。",
        ),
    )
