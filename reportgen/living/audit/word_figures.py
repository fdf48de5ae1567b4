"""The figures of a Word document: each against the data, and those that are gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.finished.places import paragraph_place
from reportgen.language.quantity_reader import stated_quantities
from reportgen.living.audit.backing import Backing
from reportgen.living.audit.codes import found, found_of_figure
from reportgen.living.audit.figure_judgement import FigureText, judge
from reportgen.living.figure_values import shows

if TYPE_CHECKING:
    from reportgen.figures.recorded_figures import FigureRecord
    from reportgen.finished.snapshot import PlacedFigure
    from reportgen.finished.text_document import FinishedText
    from reportgen.word.document_reading import FigureMark, ParagraphReading

_CONTEXT = 60
_MOST_NAMED = 6


def check_figures(document: FinishedText, backing: Backing) -> Iterator[Finding]:
    """Figures retyped, in a wrong unit, wrongly rounded, without their qualifier; figures that vanished."""
    plain = _PlainNumbers(document, backing)
    for paragraph, mark in document.reading.marks():
        figure, shown = backing.figure(mark.key), document.built_figure(mark)
        if (
            figure is not None
            and shown is not None
            and not mark.text.strip()
            and plain.showing(figure, shown)
        ):
            yield found_of_figure(
                "figure-unlinked", paragraph_place(document.name, paragraph), figure, expected=shown.text
            )
        elif figure is None:
            place = paragraph_place(document.name, paragraph)
            yield found("unknown-figure", place, text=mark.text, key=mark.key)
        else:
            yield from _judged(document, paragraph, mark, figure, backing)
    yield from _vanished(document, backing)


def _judged(
    document: FinishedText,
    paragraph: ParagraphReading,
    mark: FigureMark,
    figure: FigureRecord,
    backing: Backing,
) -> Iterator[Finding]:
    shown = FigureText(
        mark.text,
        paragraph.text[max(0, mark.start - _CONTEXT) : mark.start],
        paragraph.text[mark.end : mark.end + _CONTEXT],
        paragraph.is_in_table,
        document.built_figure(mark),
    )
    verdict = judge(shown, figure, backing.style)
    if verdict is not None:
        place = paragraph_place(document.name, paragraph)
        yield found_of_figure(verdict.code, place, figure, text=mark.text.strip(), words=verdict.words)


def _vanished(document: FinishedText, backing: Backing) -> Iterator[Finding]:
    """One finding for each row that is gone, one for each other figure."""
    paragraphs = document.reading.paragraphs
    if not paragraphs:
        return
    last_before = _last_before(document)
    left = {mark.key for _, mark in document.reading.marks()}
    plain = _PlainNumbers(document, backing)
    kept = [figure for figure in document.matching.built if figure not in document.matching.gone]
    kept_rows = {(figure.part, figure.table, figure.row) for figure in kept}
    rows = groupby(
        document.matching.gone,
        key=lambda figure: (figure.part, figure.table, figure.row if figure.table else 0),
    )
    for (part, table, row), members in rows:
        lost = list(members)
        after = last_before.get(lost[0]) or paragraphs[0]
        if table and (part, table, row) not in kept_rows:
            yield _row_gone(document.name, lost, backing, after)
            continue
        for shown in lost:
            figure = backing.figure(shown.key)
            if figure is None:
                continue
            stays = plain.showing(figure, shown)
            code = (
                "figure-unlinked" if stays else "figure-removed" if shown.key in left else "figure-vanished"
            )
            place = paragraph_place(document.name, stays or after)
            yield found_of_figure(code, place, figure, expected=shown.text)


def _row_gone(file: str, lost: Sequence[PlacedFigure], backing: Backing, after: ParagraphReading) -> Finding:
    texts = [shown.text for shown in lost]
    named = tuple(texts[:_MOST_NAMED])
    ids = tuple(figure.id for shown in lost if (figure := backing.figure(shown.key)) is not None)
    place = paragraph_place(file, after)
    return found("row-vanished", place, ids, row=lost[0].label, expected=named, more=len(texts) > _MOST_NAMED)


class _PlainNumbers:
    """Numbers in the text outside marks: figures whose mark was lost."""

    def __init__(self, document: FinishedText, backing: Backing) -> None:
        self._document, self._backing = document, backing
        self._taken: set[tuple[str, int, int]] = set()

    def showing(self, figure: FigureRecord, shown: PlacedFigure) -> ParagraphReading | None:
        """The paragraph that still says the figure among the words it was built among."""
        words = (shown.before[-10:] + shown.text, shown.text + shown.after[:10])
        for paragraph in self._document.reading.paragraphs:
            if not any(text in paragraph.text for text in words):
                continue
            marked = [(mark.start, mark.end) for mark in paragraph.marks]
            for stated in stated_quantities(paragraph.text, marked):
                spot = (paragraph.part, paragraph.number, stated.start)
                if spot in self._taken:
                    continue
                if shows(figure, stated, bare=paragraph.is_in_table):
                    self._taken.add(spot)
                    return paragraph
        return None


def _last_before(document: FinishedText) -> Mapping[PlacedFigure, ParagraphReading]:
    """For each built figure the paragraph of the last figure before it that is still there."""
    now: dict[PlacedFigure, ParagraphReading] = {}
    for paragraph, mark in document.reading.marks():
        built = document.built_figure(mark)
        if built is not None:
            now[built] = paragraph
    found_at: dict[PlacedFigure, ParagraphReading] = {}
    last: ParagraphReading | None = None
    for figure in document.matching.built:
        last = now.get(figure, last)
        if last is not None:
            found_at[figure] = last
    return found_at
