"""What a figure is said to be: the words around each as they were built against the words now.

Only words that tell count (a period, an area, an indicator, a base, a unit, a source mark); how people turn a sentence is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.finished.alignment import align_lines, paragraph_pairs
from reportgen.finished.matching import parts_of
from reportgen.finished.snapshot import all_paragraphs, cell_snapshot
from reportgen.finished.tokens import Token, sentences_of, text_of, tokens_of
from reportgen.living.audit.codes import found
from reportgen.living.audit.patterns import pattern
from reportgen.living.audit.places import cell_place, paragraph_place

if TYPE_CHECKING:
    from reportgen.finished.document import FinishedText, FinishedWorkbook
    from reportgen.living.audit.backing import Backing
    from reportgen.word.located import Paragraph

_NAME = re.compile(r"[A-Z][a-z]+")
_AROUND = 3
"""Tokens on either side that help to read what changed."""


def check_words(document: FinishedText, backing: Backing) -> Iterator[Finding]:
    """One finding for each stretch of telling words that changed around figures, in cells and in dates."""
    built = document.built
    if built is None or not built.is_whole:
        return
    places = {(one.part, one.number): one for one in document.reading.paragraphs}
    said = {one.text.strip() for blocks in built.parts.values() for one in all_paragraphs(blocks)}
    for part, to in parts_of(list(built.parts), list(document.parts)).items():
        for before, after in paragraph_pairs(built.parts[part], document.parts[to], may_move=True):
            place = places.get((to, after.number))
            if place is None or before.text == after.text:
                continue
            changed = (
                _in_cell(before, after, said)
                if place.is_in_table and (not before.keys or len(tokens_of(before.spans)) == len(before.keys))
                else _in_text(before, after, backing)
            )
            for old, new in changed:
                where = paragraph_place(document.name, place)
                yield found("words-changed", where, built=old, now=new)


def check_cells_said(document: FinishedWorkbook) -> Iterator[Finding]:
    """The texts of a workbook's cells: heads, labels, periods, units, dates."""
    built = document.built
    if built is None or not built.is_whole:
        return
    for name, cells in built.sheets.items():
        sheet = document.book.sheet(name)
        if sheet is None:
            continue
        now = {place: cell_snapshot(cell) for place, cell in sheet.cells.items()}
        rows, columns = (align_lines(cells, now, by_row=by_row) for by_row in (True, False))
        stays = {row for row, _ in cells} == {row for row, _ in now}
        said = {cell.text.strip() for cell in cells.values() if cell.kind == "text"}
        for (row, column), cell in sorted(cells.items()):
            place = (row if stays else rows.get(row, 0), columns.get(column, 0))
            new = now.get(place)
            if cell.kind != "text" or cell.name or new is None or new.kind != "text":
                continue
            for old, text in _reworded(cell.text.strip(), new.text.strip(), said):
                yield found(
                    "words-changed", cell_place(document.name, name, *place, text), built=old, now=text
                )


def _in_cell(before: Paragraph, after: Paragraph, said: set[str]) -> Iterator[tuple[str, str]]:
    """A head, a label, a unit; or the figure of another cell."""
    old, new = before.text.strip(), after.text.strip()
    keys = before.keys, after.keys
    if keys[0] or keys[1]:
        if len(keys[0]) == len(keys[1]) == 1 and all(keys[1]) and keys[0] != keys[1]:
            yield old, new
    else:
        yield from _reworded(old, new, said)


def _reworded(old: str, new: str, said: set[str]) -> Iterator[tuple[str, str]]:
    """A cell's text that says another thing: what another cell said, or with other telling words or numbers."""
    numbers = re.findall(r"\d+", old), re.findall(r"\d+", new)
    if old and new and old != new and (new in said or _told(old) != _told(new) or numbers[0] != numbers[1]):
        yield old, new


def _in_text(before: Paragraph, after: Paragraph, backing: Backing) -> Iterator[tuple[str, str]]:
    one, other = tokens_of(before.spans), tokens_of(after.spans)
    sentences = sentences_of(one)
    codes = SequenceMatcher(
        None, list(map(_match, one)), list(map(_match, other)), autojunk=False
    ).get_opcodes()
    for tag, start, end, first, last in codes:
        if tag == "equal" or not one:
            continue
        old, new = one[start:end], other[first:last]
        touched = {sentences[min(at, len(one) - 1)] for at in range(start, max(end, start + 1))}
        around = [token for token, number in zip(one, sentences, strict=True) if number in touched]
        figures = [token for token in around if token.kind == "figure"]
        if any(token.kind == "figure" for token in (*old, *new)):
            continue  # a figure that is gone, or was put in
        if not figures and not pattern("living", "DATED").search(text_of(around)):
            continue
        labels = [figure.label for token in figures if (figure := backing.figure(token.name)) is not None]
        words = " ".join(text for label in labels for text in (label.en, label.zh)).lower()
        wide = (one[max(0, start - _AROUND) : end + _AROUND], other[max(0, first - _AROUND) : last + _AROUND])
        if _tells(old, new, words) or _lost(text_of(wide[0]), text_of(wide[1])):
            yield text_of(wide[0]).strip(), text_of(wide[1]).strip()


def _match(token: Token) -> str:
    if token.kind == "figure":
        return "\0figure"
    return f"\0link {token.text}" if token.kind == "link" else token.match


def _tells(old: Sequence[Token], new: Sequence[Token], label: str) -> bool:
    """Whether what was there is a number, a name, a source mark or a word of the figure's label, and is now another."""
    was, now = text_of(old).strip(), text_of(new).strip()
    if any(token.kind == "link" for token in old):
        return True
    numbers = re.findall(r"\d+", was), re.findall(r"\d+", now)
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return True
    if _NAME.fullmatch(was) and _NAME.fullmatch(now):
        return True
    lost = [word for word in re.findall(r"[a-z]{4,}", was.lower()) if word not in now.lower()]
    if any(word in label for word in lost):
        return True
    return len(was) > 1 and not was.isascii() and was in label


def _lost(old: str, new: str) -> bool:
    """Whether telling words were lost or turned into others, or a word that denies came in."""
    gone = [word for word in _told(old) if word not in _told(new)]
    denied = pattern("living", "DENIED")
    return bool(gone) or len(denied.findall(new)) > len(denied.findall(old))


def _told(text: str) -> list[str]:
    return [one.lower() for one in pattern("living", "TOLD").findall(text)]
