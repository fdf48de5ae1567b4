"""A table as its file has it: rows of text under the known columns, each with its row number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from reportgen.dataset.tables import TableForm
from reportgen.findings import Finding, Place, Severity
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.spelling import meant_as

_BLANKS = " \t\r\n\u00a0\u3000\u200b\ufeff"
"""What people leave around a cell without seeing it; no-break and full-width spaces come from web pages and IMEs."""

_CONTROL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no document can hold: damaged exports leave them."""


class RawRow(Record):
    """A row's cells by column; ``number`` counts as a spreadsheet does (the head is row 1)."""

    number: int
    cells: Mapping[str, str]
    is_damaged: bool = False
    """Whether a cell held what no document can hold: there is a finding for that, and none for what the row says besides."""


class RawTable(Record):
    """A table's rows; ``absent`` are the required columns that its head row lacks."""

    form: TableForm
    place: Place
    rows: tuple[RawRow, ...]
    absent: frozenset[str] = frozenset()
    damaged: frozenset[str] = frozenset()
    """The cells, as far as they can be made out, of rows that are not sound CSV."""
    head: tuple[str, ...] = ()
    """The names in the head row as they are written there; the cells of a row go by them in lower case."""


def cleaned(text: str) -> str:
    """The text without the blanks around it, visible or not."""
    return text.strip(_BLANKS)


def table_from_grid(
    form: TableForm, place: Place, grid: Iterable[Sequence[str]], numbers: Iterable[int] | None = None
) -> tuple[RawTable, list[Finding]]:
    """Put a grid of text under the columns of its first row. Rows without any text are passed over. ``numbers`` are those of
    the rows, where they do not follow one another."""
    rows_of_text = iter(grid)
    written = [cleaned(cell) for cell in next(rows_of_text, ())]
    head = [name.lower() for name in written]
    if not set(head) & set(form.columns):
        return RawTable(form, place, (), frozenset(form.required)), [_no_head(form, place, any(head))]
    findings = list(_head_findings(form, place, head))
    rows: list[RawRow] = []
    is_clear = len(set(head)) == len(head)
    for number, row in zip(numbers or count(2), rows_of_text, strict=False):
        whole = "".join(row)
        if is_clear and len(row) <= len(head) and whole.isprintable() and " " not in whole:
            if whole:  # nothing to take away, as in most rows of most tables
                rows.append(RawRow(number, dict(zip(head, row, strict=False))))
            continue
        texts = [cell.strip(_BLANKS) for cell in row]
        if not any(texts):
            continue
        is_damaged = _CONTROL.search("".join(texts)) is not None
        for place_of_cell, text in enumerate(texts if is_damaged else ()):
            if (found := _CONTROL.search(text)) is not None:
                name = head[place_of_cell] if place_of_cell < len(head) else None
                findings.append(
                    _control_character(at(place, number, name, _CONTROL.sub("\ufffd", text)), found[0])
                )
                texts[place_of_cell] = _CONTROL.sub("", text)
        beyond = [text for text in texts[len(head) :] if text]
        if beyond:
            findings.append(_cells_beyond_head(place, number, beyond))
        cells = dict(zip(head, texts, strict=False))
        if len(cells) < min(len(head), len(texts)):  # of two columns of one name the first counts
            cells = dict(reversed(list(zip(head, texts, strict=False))))
        rows.append(RawRow(number, cells, is_damaged))
    absent = frozenset(form.required) - set(head)
    names = tuple({name.lower(): name for name in reversed(written) if name}.values())[::-1]
    return RawTable(form, place, tuple(rows), absent, head=names), findings


def at(place: Place, row: int | None, column: str | None = None, text: str | None = None) -> Place:
    """A place within a table."""
    return Place(place.file, place.sheet, row, column, None, text)


def _control_character(place: Place, character: str) -> Finding:
    return Finding("control-character-in-cell", Severity.ERROR, place=place, sign=f"U+{ord(character):04X}")


def _no_head(form: TableForm, place: Place, has_text: bool) -> Finding:
    """One finding for a table without any known column, and not one for each column."""
    if has_text:
        return Finding("missing-head", Severity.ERROR, place=at(place, 1), columns=form.required)
    return Finding(
        "empty-table",
        Severity.ERROR,
        place=place,
        variant="" if form.must_exist else "optional",
        table=form.name,
        columns=form.required,
    )


def _head_findings(form: TableForm, place: Place, head: list[str]) -> Iterable[Finding]:
    unknown = [name for name in head if name and name not in form.columns]
    for name in form.required:
        if name in head:
            continue
        near = meant_as(name, unknown)
        yield Finding(
            "missing-column", Severity.ERROR, place=at(place, 1, name, near), column=name, near=near
        )
        unknown = [one for one in unknown if one != near]
    for name in form.optional:
        if name not in head and (near := meant_as(name, unknown)):
            yield Finding(
                "column-not-read", Severity.WARNING, place=at(place, 1, near, near), written=near, column=name
            )
            unknown.remove(near)
    for name in sorted(name for name, times in Counter(head).items() if name and times > 1):
        yield Finding("duplicate-column", Severity.ERROR, place=at(place, 1, name, name), column=name)


def _cells_beyond_head(place: Place, number: int, beyond: list[str]) -> Finding:
    return Finding(
        "cells-beyond-head", Severity.ERROR, place=at(place, number, None, beyond[0]), text=beyond[0]
    )
