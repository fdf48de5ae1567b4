"""A document that lost its lineage is adopted again: from the document as it was built it gets lineage, snapshot and the marks of
every figure that still stands where it was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build.pack_folder import MANIFEST
from reportgen.build.pack_json import read_pack_json
from reportgen.errors import ReportgenError
from reportgen.finished.alignment import align_lines, paragraph_pairs
from reportgen.finished.document import FinishedDocument, FinishedText, FinishedWorkbook, open_finished
from reportgen.finished.matching import parts_of
from reportgen.finished.part import take_over
from reportgen.finished.snapshot import cell_snapshot
from reportgen.finished.tokens import Token, opcodes, text_of, tokens_of
from reportgen.living.refresh.applying import apply_change
from reportgen.living.refresh.merging import Change
from reportgen.living.refresh.sheet_match import sheet_names
from reportgen.messages import Message
from reportgen.ooxml.addresses import column_letters, quoted
from reportgen.ooxml.files import read_file
from reportgen.ooxml.workbooks import add_hidden_names
from reportgen.word.figure_marks import CARRIERS, carrier_in
from reportgen.word.patching import Patch

if TYPE_CHECKING:
    from reportgen.finished.snapshot import Snapshot
    from reportgen.word.located import Paragraph


def original_at(path: Path, document: Path) -> Path:
    """The document as it was built: ``path`` itself, or the one of the same name that a ``pack.json`` lists and that still lies
    beside it unchanged."""
    if path.name != MANIFEST:
        return path
    try:
        outputs = read_pack_json(path)["outputs"]
        listed = {str(one["path"]): str(one["sha256"]) for one in outputs}
    except (KeyError, TypeError) as error:
        raise ReportgenError(Message("living.not-a-pack-json", file=str(path))) from error
    same_kind = [name for name in listed if Path(name).suffix == document.suffix]
    name = document.name if document.name in listed else (same_kind[0] if len(same_kind) == 1 else "")
    original = path.parent / name
    if not name or not original.is_file():
        raise ReportgenError(
            Message("living.no-original", file=document.name, pack=str(path), documents=tuple(same_kind))
        )
    if hashlib.sha256(read_file(original)).hexdigest() != listed[name]:
        raise ReportgenError(Message("living.original-changed", file=str(original)))
    return original


def adopted(edited: FinishedDocument, original: Path) -> FinishedDocument:
    """The document with the lineage of ``original``. Raises ``ReportgenError`` where that carries none, or is of another kind."""
    source = open_finished(original)
    source.required_lineage()
    if source.built is None or not source.built.is_whole or type(source) is not type(edited):
        raise ReportgenError(Message("living.not-its-original", original=str(original), file=edited.name))
    if isinstance(edited, FinishedText):
        carrier = carrier_in(source.package.read(source.package.main_part).decode("utf-8"))
        for part, xml in _marked(edited, source.built, carrier or CARRIERS["bookmarks"]):
            edited.package.write(part, xml.encode("utf-8"))
    else:
        assert isinstance(edited, FinishedWorkbook)
        assert isinstance(source, FinishedWorkbook)
        names = dict(_names(edited, source))
        if names:
            with edited.package.edited(edited.book.book.part) as root:
                add_hidden_names(root, names)
    take_over(edited.package, source.package)
    return open_finished(edited.package.save(), edited.name)


# ---- Word --------------------------------------------------------------------------------------------------


def _marked(edited: FinishedText, built: Snapshot, carrier: object) -> Iterator[tuple[str, str]]:
    """The parts, with the marks of figures that stand there as plain words."""
    for name, mine in parts_of(list(built.parts), list(edited.stories)).items():
        patch = Patch(edited.package.read(mine).decode("utf-8"), None, carrier=carrier)  # type: ignore[arg-type]
        for before, after in paragraph_pairs(built.parts[name], edited.stories[mine], may_move=True):
            tokens = tokens_of(after.spans)
            for change in _lost_marks(before, tokens):
                apply_change(patch, after, tokens, change)
        yield mine, patch.result()


def _lost_marks(before: Paragraph, mine: list[Token]) -> Iterator[Change]:
    """The figures of a built paragraph that stand in the edited one without their marks."""
    old = tokens_of(before.spans)
    for tag, start, end, first, last in opcodes(old, mine):
        if tag != "replace":
            continue
        reached = first
        for token in old[start:end]:
            if token.kind != "figure":
                continue
            for at, to in _spelled(token.text.strip(), mine, reached, last):
                yield Change(at, to, (token,), token.text, token.text)
                reached = to
                break


def _spelled(text: str, mine: list[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where tokens of plain text spell a text, from ``first`` to ``last``."""
    for at in range(first, last):
        said = ""
        for to in range(at, last):
            if mine[to].kind != "text" or len(said) >= len(text):
                break
            said = text_of(mine[at : to + 1])
            if said == text:
                yield at, to + 1


# ---- Excel -------------------------------------------------------------------------------------------------


def _names(edited: FinishedWorkbook, source: FinishedWorkbook) -> Iterator[tuple[str, str]]:
    """Hidden names for the cells that show figures and have none. A cell with a sentence has several."""
    book, built = edited.book, source.built
    assert built is not None
    known = {found.name for found in book.figure_cells}
    called = sheet_names(built, book)
    for name, cells in built.sheets.items():
        sheet = book.sheet(called.get(name, name))
        if sheet is None:
            continue
        now = {place: cell_snapshot(cell) for place, cell in sheet.cells.items()}
        rows, columns = (align_lines(cells, now, by_row=by_row) for by_row in (True, False))
        stays = {row for row, _ in cells} == {row for row, _ in now}
        for found in source.book.figure_cells:
            if found.sheet != name or found.row is None or found.column is None or found.name in known:
                continue
            place = (found.row if stays else rows.get(found.row, 0), columns.get(found.column, 0))
            if place in now:
                yield found.name, f"{quoted(sheet.name)}!${column_letters(place[1])}${place[0]}"
