"""A table as it stands in its file: rows of text under the known columns, each with its row number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportgen.dataset.findings import error, nearest
from reportgen.dataset.tables import TableForm
from reportgen.findings import Finding, Place

_BLANKS = " \t\r\n\v\f\u00a0\u3000\u200b\ufeff"
"""What people leave around a cell without seeing it; no-break and full-width spaces come from web pages and IMEs."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row's cells by column; ``number`` counts as a spreadsheet does (the head is row 1)."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table's rows; ``absent`` are the required columns that its head row lacks."""

    form: TableForm
    place: Place
    rows: tuple[RawRow, ...]
    absent: frozenset[str] = frozenset()
    damaged: frozenset[str] = frozenset()
    """The cells, as far as they can be told, of rows that are not sound CSV."""


def cleaned(text: str) -> str:
    """The text without the blanks around it, visible or not."""
    return text.strip(_BLANKS)


def table_from_grid(
    form: TableForm, place: Place, grid: Iterable[Sequence[str]]
) -> tuple[RawTable, list[Finding]]:
    """Put a grid of text under the columns of its first row. Rows without any text are passed over."""
    rows_of_text = iter(grid)
    head = [cleaned(cell).lower() for cell in next(rows_of_text, ())]
    if not set(head) & set(form.columns):
        return RawTable(form, place, (), frozenset(form.required)), [_no_head(form, place, any(head))]
    findings = list(_head_findings(form, place, head))
    rows: list[RawRow] = []
    for number, row in enumerate(rows_of_text, start=2):
        texts = [cleaned(cell) for cell in row]
        if not any(texts):
            continue
        beyond = [text for text in texts[len(head) :] if text]
        if beyond:
            findings.append(_cells_beyond_head(place, number, beyond))
        cells: dict[str, str] = {}
        for name, text in zip(head, texts, strict=False):
            cells.setdefault(name, text)  # of two columns of one name the first counts
        rows.append(RawRow(number, cells))
    absent = frozenset(form.required) - set(head)
    return RawTable(form, place, tuple(rows), absent), findings


def at(place: Place, row: int | None, column: str | None = None, text: str | None = None) -> Place:
    """A place within a table."""
    return Place(place.file, place.sheet, row, column, None, text)


def _no_head(form: TableForm, place: Place, has_text: bool) -> Finding:
    """One finding for a table without any known column, and not one for each column."""
    listed_en, listed_zh = ", ".join(form.required), "、".join(form.required)
    if has_text:
        return error(
            "missing-head",
            at(place, 1),
            ("Row 1 names none of the table's columns.", "第1行中没有该表的任何列名。"),
            (f"Put a head row above the data: {listed_en}.", f"请在数据之上加入表头：{listed_zh}。"),
        )
    delete_en, delete_zh = ("", "") if form.must_exist else ("Delete it, or write", "请删除该表，或填写")
    return error(
        "empty-table",
        place,
        (f"The table “{form.name}” is empty.", f"“{form.name}”表是空的。"),
        (
            f"{delete_en or 'Write'} the head row: {listed_en}.",
            f"{delete_zh or '请填写'}表头：{listed_zh}。",
        ),
    )


def _head_findings(form: TableForm, place: Place, head: list[str]) -> Iterable[Finding]:
    unknown = [name for name in head if name and name not in form.columns]
    for name in form.required:
        if name in head:
            continue
        near = nearest(name, unknown)
        meant_en = f"; “{near}” may be it" if near else ""
        meant_zh = f"（表头中的“{near}”可能就是该列）" if near else ""
        yield error(
            "missing-column",
            at(place, 1, name, near),
            (
                f"The head row has no column “{name}”{meant_en}.",
                f"表头缺少“{name}”列{meant_zh}。",
            ),
            (f"Name a column “{name}” in row 1.", f"请在第1行加上名为“{name}”的列。"),
        )
    for name in sorted({name for name in head if name and head.count(name) > 1}):
        yield error(
            "duplicate-column",
            at(place, 1, name, name),
            (f"The head row has the column “{name}” twice.", f"表头中“{name}”列出现了两次。"),
            ("Keep one of the two.", "请只保留其中一列。"),
        )


def _cells_beyond_head(place: Place, number: int, beyond: list[str]) -> Finding:
    return error(
        "cells-beyond-head",
        at(place, number, None, beyond[0]),
        (
            f"The row has more cells than the head row; “{beyond[0]}” stands under no column.",
            f"该行的单元格多于表头，“{beyond[0]}”不属于任何一列。",
        ),
        (
            "Put quotation marks around a text that contains a comma.",
            "含有逗号的文字请用英文双引号括起来。",
        ),
    )
