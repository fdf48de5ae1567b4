"""A table from its content: caption, unit line, heads that repeat on each page, rows, notes and source.

A table style of the template gives it its look; without one it is ruled as statistical tables are: a heavy line above and
below, a fine one under the heads.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reportgen.content import Inline, Sentence, SourceMark, Table, TableCell, TableColumn, TableRow
from reportgen.display_width import parted_head
from reportgen.language import say
from reportgen.language.below_tables import lines_below
from reportgen.messages import Message
from reportgen.ooxml.xml import clean, escape_attribute
from reportgen.record import Record
from reportgen.word import inline
from reportgen.word.captions import caption_xml
from reportgen.word.column_geometry import (
    CellContent,
    FittedColumns,
    fitted_columns,
    head_width,
    printed_width,
    right_indents,
)
from reportgen.word.document_state import PartWriter
from reportgen.word.generated_paragraphs import Look, paragraph_xml
from reportgen.word.named_styles import NamedStyle, StyleRole, Styles
from reportgen.word.slots import Slot
from reportgen.word.table_breaks import kept_with_next

INDENT_EMS = 2
_FINE = 1000
"""Parts of an em."""
_EMPHASIS = {
    "": (),
    "strong": ("<w:b/>",),
    "good": ("<w:b/>", '<w:color w:val="1E6B3A"/>'),
    "bad": ("<w:b/>", '<w:color w:val="B3261E"/>'),
}
_RULES = (
    '<w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="auto"/>'
    '<w:bottom w:val="single" w:sz="12" w:space="0" w:color="auto"/></w:tblBorders>'
)
_RULE_BELOW = '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>'


class _RowLayout(Record):
    """What the rows of one table share."""

    table: Table
    writer: PartWriter
    slot: Slot
    style: NamedStyle | None
    fit: FittedColumns
    indents: tuple[tuple[int, ...], ...]
    kept: list[bool]
    look: str = ""
    """The run properties of smaller letters, where the table is set in them."""
    turned: bool = False
    """Whether it is on landscape pages of its own."""

    @property
    def widths(self) -> tuple[int, ...]:
        return self.fit.widths

    @property
    def styles(self) -> Styles:
        return self.writer.document.styles

    @property
    def em(self) -> int:
        return self.fit.half_points * 10


def table_xml(table: Table, slot: Slot, writer: PartWriter) -> str:
    """Everything of a table, from its caption to its source line, as block-level XML."""
    layout = _lay_out(table, slot, writer)
    has_caption = bool(table.title)
    parts = []
    if has_caption:
        parts.append(caption_xml(table, writer, keep_with_next=True))
    if table.unit:
        parts.append(_unit_line(layout))
    parts.append(_grid(layout))
    parts += notes_xml(table.notes, table.source, table.language, slot, writer, marks=table.note_marks)
    xml = "".join(parts)
    return slot.section.around(xml) if layout.turned and slot.section is not None else xml


def notes_xml(
    notes: tuple[Inline | Sentence, ...],
    source: Inline | Sentence,
    language: str,
    slot: Slot,
    writer: PartWriter,
    *,
    marks: Sequence[str] = (),
) -> list[str]:
    """The paragraphs below a table or chart: its notes and its source (see :mod:`reportgen.language.below_tables`)."""
    styles = writer.document.styles
    lines = lines_below(notes, source, language, marks=marks)
    look = (
        ""
        if styles.for_role(StyleRole.NOTE)
        else inline.with_properties("", '<w:sz w:val="18"/>', '<w:szCs w:val="18"/>')
    )
    made = []
    for place, line in enumerate(lines):
        last = place == len(lines) - 1
        role = StyleRole.SOURCE if line.is_source else StyleRole.NOTE
        runs = (inline.run_xml(line.head, look) if line.head else "") + writer.runs(line.content, slot, look)
        made.append(paragraph_xml(role, styles, runs, Look(keep_with_next=not last)))
    return made


def _lay_out(table: Table, slot: Slot, writer: PartWriter) -> _RowLayout:
    styles = writer.document.styles
    style = styles.named(table.style, "table") if table.style else styles.for_role(StyleRole.TABLE)
    size = styles.size_of(styles.for_role(StyleRole.NUMBER) or styles.for_role(StyleRole.CELL))
    fit, turned = _fit(table, slot, size)
    columns = [
        tuple(
            right_indents([_shown(row, place) for row in table.rows], width - 2 * fit.margin, fit.half_points)
        )
        for place, width in enumerate(fit.widths)
    ]
    followed = bool(table.notes) or bool(str(table.source))
    kept = kept_with_next(table.rows, fit.widths, fit.margin, fit.half_points, followed=followed)
    sizes = (f'<w:sz w:val="{fit.half_points}"/>', f'<w:szCs w:val="{fit.half_points}"/>')
    look = inline.with_properties("", *sizes) if fit.half_points < size else ""
    return _RowLayout(table, writer, slot, style, fit, tuple(columns), kept, look, turned)


def _fit(table: Table, slot: Slot, size: int) -> tuple[FittedColumns, bool]:
    """The columns in the room there is; on a landscape page where even small letters would break words or numbers."""
    rows = [row for row in table.rows if row.role != "group"]
    cells = [[_in_column(row, place) for row in rows] for place in range(len(table.columns))]
    heads = [_head_text(column, table.language) for column in table.columns]
    weights = [column.weight for column in table.columns]
    upright = fitted_columns(weights, cells, heads, slot.width, size)
    if upright.whole or slot.section is None or not slot.section.turned:
        return upright, False
    return fitted_columns(weights, cells, heads, slot.section.turned_width, size, turned=True), True


def _indent(row: TableRow) -> float:
    """In ems: its level, and what the first part beside it begins with."""
    return row.indent * INDENT_EMS + printed_width(row.lead, _FINE) / _FINE


def _in_column(row: TableRow, place: int) -> CellContent:
    """A cell as far as its width goes, with its marks and its indent."""
    shown = _shown(row, place)
    marks = "".join(row.cells[place].marks) if place < len(row.cells) else ""
    return CellContent(shown.text + marks, shown.raised, _indent(row) if place == 0 else 0)


def _shown(row: TableRow, place: int) -> CellContent:
    if row.role == "group" or place >= len(row.cells):
        return CellContent("")
    content = row.cells[place].content
    if not isinstance(content, Sentence):
        return CellContent(str(content))
    raised = "".join(part.text for part in content.parts if isinstance(part, SourceMark))
    if all(isinstance(part, SourceMark) for part in content.parts):
        return CellContent(raised)
    return CellContent(
        "".join(str(part) for part in content.parts if not isinstance(part, SourceMark)), raised
    )


def _unit_line(layout: _RowLayout) -> str:
    said = say(Message("word.unit-line", unit=layout.table.unit), layout.table.language)
    return paragraph_xml(StyleRole.UNIT, layout.styles, inline.run_xml(said), Look(keep_with_next=True))


def _grid(layout: _RowLayout) -> str:
    table = layout.table
    style = f'<w:tblStyle w:val="{escape_attribute(layout.style.id)}"/>' if layout.style else ""
    rules = "" if layout.style else _RULES
    margin = layout.fit.margin
    margins = f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
    words = f'<w:tblCaption w:val="{_attribute(table.title)}"/>' if table.title else ""
    words += f'<w:tblDescription w:val="{_attribute(table.alt_text)}"/>' if table.alt_text else ""
    properties = (
        f'<w:tblPr>{style}<w:tblW w:w="{sum(layout.widths)}" w:type="dxa"/><w:jc w:val="center"/>{rules}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f"{words}</w:tblPr>"
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in layout.widths)
    rows = "".join(_row(layout, row, place) for place, row in enumerate(table.rows))
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{_heads(layout)}{rows}</w:tbl>"


# ---- heads -------------------------------------------------------------------------------------------------


def _heads(layout: _RowLayout) -> str:
    columns = layout.table.columns
    heads = [_head_text(column, layout.table.language) for column in columns]
    if not any(column.group for column in columns):
        return _head_row("".join(_head_cell(layout, place, heads[place]) for place in range(len(columns))))
    upper, lower, place = "", "", 0
    for group, members in groupby(columns, key=lambda column: column.group):
        places = range(place, place + len(list(members)))
        place = places.stop
        if group:
            upper += _head_cell(layout, places.start, group, span=len(places), ruled=True)
            lower += "".join(_head_cell(layout, at, heads[at]) for at in places)
        else:
            upper += "".join(_head_cell(layout, at, heads[at], merge="restart") for at in places)
            lower += "".join(_head_cell(layout, at, "", merge="continue") for at in places)
    return _head_row(upper) + _head_row(lower)


def _head_row(cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _head_text(column: TableColumn, language: str) -> str:
    if not column.unit:
        return column.head
    return say(Message("word.head-with-unit", head=column.head, unit=column.unit), language)


def _head_cell(
    layout: _RowLayout, place: int, text: str, span: int = 1, merge: str = "", *, ruled: bool = False
) -> str:
    bold = (
        layout.look
        if layout.style or layout.styles.for_role(StyleRole.HEAD)
        else inline.with_properties(layout.look, "<w:b/>")
    )
    last = merge == "continue" or not (ruled or merge)
    rule = _RULE_BELOW if layout.style is None and (last or ruled) else ""
    width = sum(layout.widths[place : place + span])
    room = width - 2 * layout.fit.margin
    lines = parted_head(text, lambda line: head_width(line, layout.em) <= room)
    body = paragraph_xml(
        StyleRole.HEAD, layout.styles, inline.run_xml(lines, bold) if text else "", Look(keep_with_next=True)
    )
    return _cell(width, body, span, merge, rule)


# ---- rows --------------------------------------------------------------------------------------------------


def _row(layout: _RowLayout, row: TableRow, number: int) -> str:
    keep = layout.kept[number]
    if row.role == "group":
        cells = _group_cell(layout, row)
    else:
        padded = (*row.cells, *(TableCell() for _ in range(len(layout.widths) - len(row.cells))))
        cells = "".join(
            _body_cell(layout, row, number, place, cell, keep) for place, cell in enumerate(padded)
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _group_cell(layout: _RowLayout, row: TableRow) -> str:
    content = row.cells[0].content if row.cells else ""
    bold = (
        layout.look
        if layout.styles.for_role(StyleRole.GROUP)
        else inline.with_properties(layout.look, "<w:b/>")
    )
    body = paragraph_xml(
        StyleRole.GROUP,
        layout.styles,
        layout.writer.runs(content, layout.slot, bold),
        Look(keep_with_next=True),
    )
    return _cell(sum(layout.widths), body, span=len(layout.widths))


def _body_cell(
    layout: _RowLayout, row: TableRow, number: int, place: int, cell: TableCell, keep: bool
) -> str:
    column = layout.table.columns[place]
    looks = _EMPHASIS[cell.emphasis]
    if row.role == "total" and "<w:b/>" not in looks:
        looks = ("<w:b/>", *looks)
    properties = inline.with_properties(layout.look, *looks) if looks else layout.look
    runs = layout.writer.lone_runs(cell.shown, layout.slot, properties)
    if column.align == "number":
        look = Look(keep, right=layout.indents[place][number])
        body = paragraph_xml(StyleRole.NUMBER, layout.styles, runs, look)
    else:
        left = round(_indent(row) * layout.em) if place == 0 else 0
        body = paragraph_xml(
            StyleRole.CELL, layout.styles, runs, Look(keep, left=left, centred=column.align == "centre")
        )
    return _cell(layout.widths[place], body)


def _cell(width: int, body: str, span: int = 1, merge: str = "", borders: str = "") -> str:
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merging = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}{merging}{borders}<w:vAlign w:val="center"/></w:tcPr>{body}</w:tc>'


def _attribute(text: str) -> str:
    return escape_attribute(clean(text).text)
