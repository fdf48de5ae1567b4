"""Whether passages with figures are under the heads that they were built under: headings of a text, heads of groups in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.finished.places import cell_place, paragraph_place
from reportgen.living.audit.codes import found
from reportgen.living.audit.telling_words import canonical
from reportgen.word.located import Block, Paragraph, XmlTable, paragraphs_of

if TYPE_CHECKING:
    from reportgen.finished.snapshot import CellSnapshot, Snapshot
    from reportgen.finished.text_document import FinishedText
    from reportgen.finished.workbook_document import FinishedWorkbook
    from reportgen.ooxml.sheet_cells import SheetCell
    from reportgen.word.document_reading import ParagraphReading

_LONGEST_HEAD = 60
_ENDS = frozenset(".。；;:：,，")


def check_heads(
    document: FinishedText, built: Snapshot, kept: Mapping[int, ParagraphReading]
) -> Iterator[Finding]:
    """One finding for each stretch of passages that came under another head. ``kept``: where each built paragraph is now."""
    then = {id(one): head for _, one, head in _heads(built.parts, _is_head) if one.keys}
    known = {canonical(text) for text in then.values()}

    def is_known(block: Paragraph) -> bool:
        return not block.keys and canonical(block.text) in known

    now = {(part, one.number): head for part, one, head in _heads(document.parts, is_known)}
    plain = {canonical(one.text) for one in document.reading.paragraphs if not one.marks}
    told: set[tuple[str, str]] = set()
    for number, text in then.items():
        place = kept.get(number)
        head = now.get(place.at) if place is not None else None
        if place is None or head is None or canonical(head) == canonical(text) or (text, head) in told:
            continue
        if canonical(text) in plain:
            told.add((text, head))
            yield found("words-changed", paragraph_place(document.name, place), built=text, now=head)


def check_groups(document: FinishedWorkbook) -> Iterator[Finding]:
    """The same for figures of a sheet: one finding for each group whose figures came under another head."""
    built = document.built
    if built is None:
        return
    placed = {one.name.lower(): one for one in built.figures}
    then = {name: _groups_of(cells) for name, cells in built.sheets.items()}
    now = {sheet.name: _groups_of(sheet.cells) for sheet in document.book.sheets}
    told: set[tuple[str, str]] = set()
    for one in document.book.figure_cells:
        shown = placed.get(one.name.lower())
        if shown is None or one.row is None or shown.sheet != one.sheet:
            continue
        heads = then.get(one.sheet, {}).get(shown.row, ""), now.get(one.sheet, {}).get(one.row, "")
        if "" in heads or heads[0] == heads[1] or heads in told or heads[0] not in now[one.sheet].values():
            continue
        told.add(heads)
        place = cell_place(document.name, one.sheet, one.row, one.column, heads[1])
        yield found("words-changed", place, built=heads[0], now=heads[1])


def _groups_of(cells: Mapping[tuple[int, int], CellSnapshot | SheetCell]) -> dict[int, str]:
    """The head over each row: the text of a row that holds nothing else."""
    rows: dict[int, list[CellSnapshot | SheetCell]] = {}
    for (row, _), cell in cells.items():
        if cell.text.strip():
            rows.setdefault(row, []).append(cell)
    head, found = "", {}
    for row, held in sorted(rows.items()):
        if len(held) == 1 and held[0].kind == "text":
            head = held[0].text.strip()
        found[row] = head
    return found


def _heads(
    parts: Mapping[str, list[Block]], is_head: Callable[[Paragraph], bool]
) -> Iterator[tuple[str, Paragraph, str]]:
    """Each passage under a head, with its part and the head: a heading of the text, or in a table the head of a group."""
    for part, blocks in parts.items():
        head = ""
        for block in blocks:
            if isinstance(block, XmlTable):
                group = ""
                for row in block.rows:
                    own = [one for cell in row.cells for one in paragraphs_of(cell.blocks)]
                    if _is_group(own):
                        group = own[0].text.strip()
                    elif group:
                        yield from ((part, one, group) for one in own)
            elif is_head(block):
                head = block.text.strip()
            elif head:
                yield part, block, head


def _is_group(row: list[Paragraph]) -> bool:
    """Whether a row is the head of a group: one text and no figure."""
    return not any(one.keys for one in row) and len({one.text.strip() for one in row} - {""}) == 1


def _is_head(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    plain = all(span.kind == "text" for span in paragraph.spans)
    return plain and 0 < len(text) <= _LONGEST_HEAD and text[-1] not in _ENDS
