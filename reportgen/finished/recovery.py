"""Figure controls that lost their tags, told again by what stood where when the document was built.

LibreOffice 7.4 writes content controls back without tag and id. Their order and the words around them are left, and the
lineage knows both, so each gets its figure's key again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reportgen.finished.as_built import AROUND

if TYPE_CHECKING:
    from reportgen.finished.carried import Carried, Shown
    from reportgen.word.document_reading import DocumentReading, FigureMark, ParagraphReading

_LEAST_ALIKE = 1.0
"""Of two: how alike the words before and after must be for a changed text to be taken for the same place."""


def with_recovered_keys(document: DocumentReading, carried: Carried | None) -> DocumentReading:
    """The same reading, with keys for marks without a key where no mark of the document has one."""
    if carried is None or any(paragraph.marks for paragraph in document.paragraphs):
        return document
    nameless = [(paragraph, control) for paragraph in document.paragraphs for control in paragraph.keyless]
    keys = {id(nameless[at][1]): shown.key for at, shown in _pairs(nameless, carried.shown)}
    paragraphs = tuple(_keyed(paragraph, keys) for paragraph in document.paragraphs)
    by_element = {paragraph.element: paragraph for paragraph in paragraphs}
    tables = tuple(
        replace(
            table,
            rows=tuple(
                replace(
                    row,
                    cells=tuple(
                        replace(cell, paragraphs=tuple(by_element[one.element] for one in cell.paragraphs))
                        for cell in row.cells
                    ),
                )
                for row in table.rows
            ),
        )
        for table in document.tables
    )
    return replace(document, paragraphs=paragraphs, tables=tables)


def _keyed(paragraph: ParagraphReading, keys: dict[int, str]) -> ParagraphReading:
    marks = tuple(
        replace(control, key=keys[id(control)]) for control in paragraph.keyless if id(control) in keys
    )
    return replace(paragraph, marks=marks) if marks else paragraph


def _pairs(
    nameless: Sequence[tuple[ParagraphReading, FigureMark]], built: Sequence[Shown]
) -> Iterator[tuple[int, Shown]]:
    """Controls and built places in one order: equal texts first, then what lies between by the words around it."""
    texts = SequenceMatcher(
        None, [control.text for _, control in nameless], [shown.text for shown in built], autojunk=False
    )
    for kind, left, right, first, last in texts.get_opcodes():
        if kind == "equal" or right - left == last - first:
            yield from zip(range(left, right), built[first:last], strict=True)
        elif kind == "replace":
            yield from _alike(nameless, range(left, right), built[first:last])


def _alike(
    nameless: Sequence[tuple[ParagraphReading, FigureMark]], places: range, built: Sequence[Shown]
) -> Iterator[tuple[int, Shown]]:
    """Each control with the built place whose surroundings are most like its own."""
    scored = sorted(
        (
            (-_likeness(*nameless[place], shown), place, at)
            for place in places
            for at, shown in enumerate(built)
        )
    )
    used: set[int] = set()
    done: set[int] = set()
    for score, place, at in scored:
        if -score >= _LEAST_ALIKE and place not in done and at not in used:
            done.add(place)
            used.add(at)
            yield place, built[at]


def _likeness(paragraph: ParagraphReading, control: FigureMark, shown: Shown) -> float:
    before = paragraph.text[max(0, control.start - AROUND) : control.start]
    after = paragraph.text[control.end : control.end + AROUND]
    return _ratio(before, shown.before) + _ratio(after, shown.after)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one or other else 1.0
