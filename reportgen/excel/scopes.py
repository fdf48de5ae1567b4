"""Marks that repeat other things than rows: ``{%col for … %}`` … ``{%col endfor %}`` for columns, ``{%block for … %}`` …
``{%block endfor %}`` for a block of cells, ``{%sheet for … %}`` for the sheet.

They are in cells, mostly in a row or a column of their own, which then vanishes. A ``{%col for %}`` opens before the column it is
in, ``{%col endfor %}`` closes after its own; ``{%col if %}`` keeps or drops columns. ``{%sheet for %}`` or ``{%sheet if %}``
may be anywhere on its sheet and needs no end; the sheet's name tells its copies apart with a tag of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError

from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.template_sheet import TemplateCell, TemplateRow
from reportgen.excel.value_program import Program
from reportgen.expressions import Tag, check_blocks, check_tag, find_tags
from reportgen.ooxml.cell_texts import CellText, Run
from reportgen.record import Record, replace

COLUMN, SHEET, BLOCK = "col", "sheet", "block"


class ScopeMark(Record):
    """A mark as found: its statement without the word ``col`` or ``sheet``, and its cell."""

    scope: str
    tag: Tag
    place: CellPlace


class Scopes(Record):
    """A sheet's marks, its rows without them, and the rows that held nothing else."""

    rows: tuple[TemplateRow, ...]
    marks: tuple[ScopeMark, ...]
    vanished: frozenset[int]
    vanished_columns: frozenset[int] = frozenset()
    """Columns that hold one mark and nothing else."""

    def of(self, scope: str) -> list[ScopeMark]:
        return [mark for mark in self.marks if mark.scope == scope]


def take_scopes(sheet: str, rows: Sequence[TemplateRow]) -> Scopes:
    """Take the marks out of a sheet's rows."""
    marks: list[ScopeMark] = []
    vanished: set[int] = set()
    kept: list[TemplateRow] = []
    for row in rows:
        cells = []
        found_here = len(marks)
        for cell in row.cells:
            tags = _marks_in(cell.text)
            if not tags or cell.text is None:
                cells.append(cell)
                continue
            place = CellPlace(sheet, row.number, cell.column, cell.text.text)
            marks += [ScopeMark(tag.keyword, _without_scope(tag), place) for tag in tags]
            text = _cut(cell.text, tags)
            if text.text.strip():
                cells.append(replace(cell, text=text, type="inlineStr"))
            else:
                cells.append(TemplateCell(cell.column, cell.style))
        if (
            len(marks) > found_here
            and all(mark.scope != BLOCK for mark in marks[found_here:])
            and not any(map(_holds, cells))
        ):
            vanished.add(row.number)
            cells = []
        kept.append(replace(row, cells=tuple(cells)) if len(marks) > found_here else row)
    return Scopes(tuple(kept), tuple(marks), frozenset(vanished), _columns_of_marks(kept, marks))


def _columns_of_marks(rows: Sequence[TemplateRow], marks: Sequence[ScopeMark]) -> frozenset[int]:
    found = Counter(mark.place.column for mark in marks if mark.scope == COLUMN)
    columns = {column for column, count in found.items() if count == 1}
    if columns:
        columns -= {cell.column for row in rows for cell in row.cells if _holds(cell)}
    return frozenset(columns)


def _holds(cell: TemplateCell) -> bool:
    """Whether a cell has more than its look and blanks."""
    says = cell.value is not None if cell.text is None else _says(cell.text)
    return says or cell.formula is not None


def check_scopes(scopes: Scopes, sandbox: Environment, problems: Problems) -> None:
    """Mistakes in the marks: unreadable ones, columns left open, more than one loop over the sheet."""
    for mark in scopes.marks:
        problems.mistake(check_tag(mark.tag, sandbox), mark.place)
    columns = sorted(scopes.of(COLUMN), key=lambda mark: mark.place.column)
    for mistake in check_blocks([mark.tag for mark in columns]):
        problems.mistake(mistake, columns[mistake.index].place)


def sheet_passes(marks: Sequence[ScopeMark], sandbox: Environment) -> Program | None:
    """The program that yields, for each copy of a sheet, ``(0, {name: value})``; ``None`` where it is not repeated."""
    opens = [mark for mark in marks if mark.tag.keyword in ("for", "if")]
    if not opens:
        return None
    program = Program()
    names: list[str] = []
    for mark in opens:
        program.statement(mark.tag.body, mark.place)
        names += bound_names(mark.tag, sandbox)
    program.row(0, [(_as_mapping(names), opens[0].place)])
    for mark in reversed(opens):
        program.statement(f"end{mark.tag.keyword}")
    return program


def bound_names(tag: Tag, sandbox: Environment) -> list[str]:
    """The variables that a ``for`` sets."""
    if tag.keyword != "for":
        return []
    start, end = sandbox.block_start_string, sandbox.block_end_string
    try:
        parsed = sandbox.parse(f"{start} {tag.body} {end}{start} endfor {end}")
    except TemplateSyntaxError:
        return []
    loop = next(parsed.find_all(nodes.For))
    target = loop.target
    found = [target] if isinstance(target, nodes.Name) else list(target.find_all(nodes.Name))
    return [name.name for name in found]


def _as_mapping(names: Sequence[str]) -> str:
    return "{" + ", ".join(f"'{name}': {name}" for name in dict.fromkeys(names)) + "}"


as_mapping = _as_mapping


def _says(text: CellText | None) -> bool:
    return text is not None and bool(text.text.strip())


def _marks_in(text: CellText | None) -> list[Tag]:
    if text is None or not text.has_braces:
        return []
    return [tag for tag in find_tags(text.text) if tag.keyword in (COLUMN, SHEET, BLOCK)]


def _without_scope(tag: Tag) -> Tag:
    return replace(tag, body=tag.body[len(tag.keyword) :].strip())


def _cut(text: CellText, tags: Sequence[Tag]) -> CellText:
    runs: list[Run] = []
    at = 0
    for run in text.runs:
        end = at + len(run.text)
        said = "".join(
            character
            for position, character in enumerate(run.text, at)
            if not any(tag.start <= position < tag.end for tag in tags)
        )
        at = end
        runs.append(replace(run, text=said))
    return CellText(tuple(run for run in runs if run.text) or (Run(""),))
