"""What a document says: each passage that the build wrote as it was against what it is now.

A passage is a paragraph, a cell, a title, a caption, a note, a head, a label; what is harmless is in :mod:`telling_words`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.excel.workbook_reading import lines_hidden
from reportgen.findings import Finding, Place
from reportgen.finished.alignment import paragraph_pairs
from reportgen.finished.matching import paired_parts
from reportgen.finished.places import cell_place, paragraph_place, shortened
from reportgen.finished.snapshot import all_paragraphs
from reportgen.finished.tokens import Token
from reportgen.living.audit.asides import without_asides
from reportgen.living.audit.codes import found
from reportgen.living.audit.heads import check_heads
from reportgen.living.audit.telling_words import (
    canonical,
    changes,
    word_match,
    words_of,
    words_of_name,
)
from reportgen.ooxml.addresses import column_letters
from reportgen.regex import regex
from reportgen.word.located import Span, XmlTable, paragraphs_of

if TYPE_CHECKING:
    from reportgen.finished.snapshot import Cells, CellSnapshot, Snapshot
    from reportgen.finished.text_document import FinishedText
    from reportgen.finished.workbook_document import FinishedWorkbook
    from reportgen.living.audit.backing import Backing
    from reportgen.messages import Bilingual
    from reportgen.ooxml.sheet_cells import SheetCell
    from reportgen.word.document_reading import ParagraphReading
    from reportgen.word.located import Block, Paragraph

_NUMBER = regex(r"\d+(?:[.,]\d+)*")
_MANY = 12
"""Letters of words that are known again within others."""
_MOST_NAMED = 6


def check_words(document: FinishedText, backing: Backing) -> Iterator[Finding]:
    """One finding for each stretch of a passage that tells something else than when it was built, one for each passage that is gone."""
    built = document.built
    if built is None or not built.is_whole:
        return
    places = {(one.part, one.number): one for one in document.reading.paragraphs}
    said = _TextsSaid(document, built)
    kept: dict[int, ParagraphReading] = {}
    parts = paired_parts(list(built.parts), list(document.parts))
    for part, to in parts.items():
        for before, after in paragraph_pairs(built.parts[part], document.parts[to], may_move=True):
            place = places.get((to, after.number))
            if place is None:
                continue
            kept[id(before)] = place
            if before.text == after.text:
                continue
            for old, new, gone in _in_passage(before, after, backing, in_table=place.is_in_table):
                if len(canonical(gone)) <= _MANY or not said.holds(gone):
                    yield found("words-changed", paragraph_place(document.name, place), built=old, now=new)
    yield from check_heads(document, built, kept)
    for part, blocks in built.parts.items():
        place = next((one for one in document.reading.paragraphs if one.part == parts.get(part)), None)
        for one in _passages(blocks):
            own = [kept[id(paragraph)] for paragraph in one if id(paragraph) in kept]
            place = own[-1] if own else place
            text = " ".join(paragraph.text for paragraph in one).strip()
            once = part != document.package.main_part  # programs make one header of two that say the same
            if (
                own
                or any(paragraph.keys for paragraph in one)
                or not canonical(text)
                or said.holds(text, once)
            ):
                continue
            instead = places.get((place.part, place.number + 1)) if place is not None else None
            if instead is not None and instead.text.strip() and instead not in kept.values():
                yield found(
                    "words-changed", paragraph_place(document.name, instead), built=text, now=instead.text
                )
            else:
                where = Place(file=document.name) if place is None else paragraph_place(document.name, place)
                yield found("words-gone", where, built=shortened(text))


def _passages(blocks: Sequence[Block]) -> Iterator[list[Paragraph]]:
    """The paragraphs of a text, those of a table's row together."""
    for block in blocks:
        if isinstance(block, XmlTable):
            yield from (
                [one for cell in row.cells for one in paragraphs_of(cell.blocks)] for row in block.rows
            )
        elif not block.is_copy:
            yield [block]


class _TextsSaid:
    """All that a document says now, and said when it was built."""

    def __init__(self, document: FinishedText, built: Snapshot) -> None:
        self._document, self._built = document, built

    @cached_property
    def _now(self) -> str:
        return _lines(one.text for one in self._document.reading.paragraphs)

    @cached_property
    def _then(self) -> str:
        return _lines(one.text for blocks in self._built.parts.values() for one in all_paragraphs(blocks))

    def holds(self, text: str, once: bool = False) -> bool:
        """Whether words that are gone from their place are elsewhere, ``once`` or as often as before; among others where they are many."""
        wanted = canonical(text)
        wanted = wanted if len(wanted) > _MANY else f"\n{wanted}\n"
        return self._now.count(wanted) >= (1 if once else self._then.count(wanted))


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(["", *map(canonical, texts), ""]).replace("\n", "\n\n")


def check_cells_said(document: FinishedWorkbook) -> Iterator[Finding]:
    """The texts of a workbook's cells: heads, labels, periods, units, dates; and sheets under other names."""
    built = document.built
    names = [name for name in built.sheets if document.book.sheet(name) is None] if built else []
    others = [sheet.name for sheet in document.book.sheets if built and sheet.name not in built.sheets]
    for name in names:
        if len(names) == len(others) == 1:
            yield found(
                "words-changed",
                cell_place(document.name, others[0], None, None, ""),
                built=name,
                now=others[0],
            )
        else:
            yield found("words-gone", Place(file=document.name), built=name)
    for sheet, cells, (rows, _) in _sheets(document):
        for row in sorted({row for row, _ in cells} - set(rows)):
            texts = {column: cell for (at, column), cell in sorted(cells.items()) if at == row}
            column, first = next(iter(texts.items()))
            if all(cell.kind == "text" and not cell.name for cell in texts.values()) and canonical(
                first.text
            ):
                where = cell_place(document.name, sheet, rows.get(row - 1, row - 1) + 1, column, first.text)
                yield found("words-gone", where, built=shortened(first.text))
    for sheet, place, cell, new in cells_as_built(document):
        where = cell_place(document.name, sheet, *place, new.text if new else cell.text)
        if cell.kind != "text":
            continue
        if (new is None or new.kind == "empty") and not cell.name and canonical(cell.text):
            yield found("words-gone", where, built=shortened(cell.text))
        elif new is not None and new.kind in ("text", "number"):
            for old, text in reworded(cell.text, new.text, of_figure=bool(cell.name)):
                yield found("words-changed", where, built=old, now=text)


def check_hidden(document: FinishedWorkbook) -> Iterator[Finding]:
    """Sheets, rows and columns that hold something and can no longer be seen."""
    for sheet, cells, (rows, columns) in _sheets(document):
        now = document.book.sheet(sheet)
        before = document.built.hidden.get(sheet, ()) if document.built else ()
        held = {
            "*",
            *(str(rows.get(row)) for row, _ in cells),
            *(column_letters(columns.get(column, 1)) for _, column in cells),
        }
        seen = now.hidden if now else ()
        if now and document.built and document.built.is_older:
            known = {"*", *lines_hidden(document.package.read(now.part), low=False)}
            seen = tuple(line for line in seen if line in known)
        lines = tuple(line for line in seen if line not in before and line in held)
        if lines:
            row = next((int(line) for line in lines if line.isdigit()), None)
            where = cell_place(document.name, sheet, row, None, "")
            named = tuple(sheet if line == "*" else line for line in lines[:_MOST_NAMED])
            yield found("lines-hidden", where, lines=named, count=len(lines))


def _sheets(document: FinishedWorkbook) -> Iterator[tuple[str, Cells, tuple[dict[int, int], dict[int, int]]]]:
    """Each sheet that is still there, its cells as built, and where its rows and columns are now."""
    for name, lines in document.lines.items():
        assert document.built is not None
        yield name, document.built.sheets[name], lines


def cells_as_built(
    document: FinishedWorkbook,
) -> Iterator[tuple[str, tuple[int, int], CellSnapshot, SheetCell | None]]:
    """Sheet and place of each cell of the lines that are still there, what it was when the workbook was built and what it is now."""
    for name, cells, (rows, columns) in _sheets(document):
        sheet = document.book.sheet(name)
        for (row, column), cell in sorted(cells.items()):
            if sheet is not None and row in rows and column in columns:
                place = (rows[row], columns[column])
                yield name, place, cell, sheet.cells.get(place)


def reworded(old: str, new: str, *, of_figure: bool = False) -> Iterator[tuple[str, str]]:
    """A cell's text that tells something else. The numbers of one that shows a figure are looked at elsewhere."""
    old, new = old.strip(), new.strip()
    if not old or not new or old == new:
        return
    was, now = (canonical(_NUMBER.sub("0", text) if of_figure else text) for text in (old, new))
    if was != now or not was:
        yield old, new


def _in_passage(
    before: Paragraph, after: Paragraph, backing: Backing, *, in_table: bool
) -> Iterator[tuple[str, str, str]]:
    """What a passage said and what it says now; then all that is gone from it, where nothing came for it."""
    if in_table and not before.keys and not after.keys:
        yield from ((old, new, "") for old, new in reworded(before.text, after.text))
        return
    if in_table and len(before.spans) == len(before.keys):
        if len(before.keys) == len(after.keys) == 1 and all(after.keys) and before.keys != after.keys:
            yield before.text.strip(), after.text.strip(), ""
        return
    area = _home(before, backing)
    home = area.wordings if area is not None else ()
    shown = {span.name for span in after.spans if span.kind == "figure" and span.text.strip()}
    kept = [  # figures that are there as plain text now are compared as such
        Span("text", span.text)
        if span.kind == "figure" and span.name not in shown and span.text in after.text
        else span
        for span in before.spans
    ]
    one, other = (words_of(spans, home) for spans in (kept, without_asides(before, after, backing)))
    labels = [figure.series_label for key in before.keys if (figure := backing.figure(key)) is not None]
    names = frozenset(word_match(word) for label in labels for word in words_of_name(label))
    is_told = False
    for change in changes(one, other, names):
        is_told = True
        yield change
    if not is_told and _are_exchanged(one, other, backing):
        yield before.text.strip(), after.text.strip(), ""


def _are_exchanged(old: Sequence[Token], new: Sequence[Token], backing: Backing) -> bool:
    """Whether what one figure of a paragraph was said to be is now said of another."""
    before, now = _leading(old), _leading(new)
    records = {key: backing.figure(key) for key in before if key in now}
    said = {key: words_of_name(figure.series_label) for key, figure in records.items() if figure is not None}
    return any(
        any(
            word in before[one] and word not in now[one] and word in now[other] and word not in before[other]
            for word in words - said[other]
        )
        for one, words in said.items()
        for other in said
    )


def _leading(tokens: Sequence[Token]) -> dict[str, str]:
    """The words before each figure, from the figure before it on."""
    found: dict[str, str] = {}
    words: list[str] = []
    for token in tokens:
        if token.kind == "figure":
            found.setdefault(token.name, "".join(words).lower())
            words = []
        else:
            words.append(token.text)
    return found


def _home(paragraph: Paragraph, backing: Backing) -> Bilingual | None:
    """What the area is called that a document is about, where a figure of the paragraph is of it."""
    figures = [figure for key in paragraph.keys if (figure := backing.figure(key)) is not None]
    areas = {figure.figure_id.series.ref_area for figure in figures}
    return backing.names.areas.get(backing.home) if backing.home in areas else None
