"""Texts with tags in them as expressions: what they yield, and how the rest of the text is laid out around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.excel.cell_writer import RunMark
from reportgen.excel.problems import CellPlace
from reportgen.excel.value_program import Program
from reportgen.expressions import Tag
from reportgen.ooxml.cell_texts import CellText
from reportgen.record import Record

TextLayout = tuple[str | int | RunMark, ...]
"""Plain text, the number of a value, or a move to another run, in order."""


class TextExpression(Record):
    """An expression of the program. Without a layout its value stands alone; else it is a tuple, laid out by it."""

    expression: str
    layout: TextLayout | None = None


def text_expression(
    program: Program, text: CellText, tags: Sequence[Tag], outside: Sequence[Tag], place: CellPlace
) -> TextExpression | None:
    """The expression of a text; statements in it are written into ``program`` first. ``None``: nothing is left of it.

    ``outside`` are those of ``tags`` that take effect elsewhere (they open or close rows), and only leave the text.
    """
    gone = {id(tag) for tag in outside}
    own = [tag for tag in tags if id(tag) not in gone]
    rest = _without(text.text, [tag for tag in tags if id(tag) in gone])
    if len(own) == 1 and own[0].kind == "{{" and rest.strip() == text.text[own[0].start : own[0].end]:
        return TextExpression(own[0].body)
    if any(tag.kind == "{%" for tag in own):
        return TextExpression(f"({_captured(program, text, tags, gone, place)},)", (0,))
    layout, bodies = _laid_out(text, tags, gone)
    if not bodies and not any(isinstance(piece, str) for piece in layout):
        return None
    whole = "".join(f"({body})," for body in bodies)
    return TextExpression(f"({whole})", layout)


def _captured(
    program: Program, text: CellText, tags: Sequence[Tag], outside: set[int], place: CellPlace
) -> str:
    """Write a text with statements as a block whose pieces are captured; give the variable's name."""
    name = program.name()
    program.statement(f"set {name}")
    for run, piece in _pieces(text, tags):
        if isinstance(piece, Tag):
            if id(piece) in outside or piece.kind == "{#":
                continue
            if piece.kind == "{{":
                program.value(f"rg__run[{run}]")
                program.value(piece.body, place)
            else:
                program.statement(piece.body, place)
        elif piece:
            program.value(f"rg__run[{run}]")
            program.text(piece, place)
    program.statement("endset")
    return name


def _laid_out(text: CellText, tags: Sequence[Tag], outside: set[int]) -> tuple[TextLayout, list[str]]:
    layout: list[str | int | RunMark] = []
    bodies: list[str] = []
    current = 0
    for run, piece in _pieces(text, tags):
        if isinstance(piece, Tag):
            if piece.kind != "{{" or id(piece) in outside:
                continue
            content: str | int = len(bodies)
            bodies.append(piece.body)
        elif piece:
            content = piece
        else:
            continue
        if run != current:
            layout.append(RunMark(run))
            current = run
        layout.append(content)
    return tuple(layout), bodies


def _pieces(text: CellText, tags: Sequence[Tag]) -> Iterable[tuple[int, str | Tag]]:
    """Text and tags in order, each with the run it starts in. A tag split over runs takes the format of its start."""
    edges: list[tuple[int, int]] = []
    at = 0
    for run in text.runs:
        edges.append((at, at + len(run.text)))
        at += len(run.text)
    whole, position = text.text, 0
    for tag in (*tags, None):
        end = tag.start if tag is not None else len(whole)
        for index, (first, last) in enumerate(edges):
            low, high = max(first, position), min(last, end)
            if low < high:
                yield index, whole[low:high]
        if tag is not None:
            yield next(index for index, (first, last) in enumerate(edges) if first <= tag.start < last), tag
            position = tag.end


def _without(text: str, tags: Sequence[Tag]) -> str:
    for tag in sorted(tags, key=lambda tag: -tag.start):
        text = text[: tag.start] + text[tag.end :]
    return text
