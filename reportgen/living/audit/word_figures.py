"""Marked figures of a Word document: each against its figure, and those that are gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.finished.as_built import AROUND
from reportgen.language import period_label
from reportgen.language.quantity_reader import stated_quantities
from reportgen.living.audit.alignment import Standing, aligned
from reportgen.living.audit.figure_texts import FigureText, judge
from reportgen.living.audit.knowledge import Knowledge, expected_text, shows
from reportgen.living.audit.places import paragraph_place
from reportgen.living.audit.remarks import found
from reportgen.messages import Bilingual
from reportgen.periods import Period

if TYPE_CHECKING:
    from reportgen.finished.carried import KnownFigure, Shown
    from reportgen.word.document_reading import DocumentReading, FigureMark, ParagraphReading

    Placed = tuple[ParagraphReading, FigureMark]

_CONTEXT = 60
_MOST_NAMED = 6


def check_figures(document: DocumentReading, knowledge: Knowledge, file: str) -> Iterator[Finding]:
    """Figures retyped, in a wrong unit, wrongly rounded, without their qualifier; figures that vanished."""
    standing = [_standing(paragraph, control) for paragraph, control in document.marks()]
    built = knowledge.carried.shown if knowledge.carried else ()
    matched, gone = aligned(standing, built)
    for one, shown in zip(standing, matched, strict=True):
        paragraph, control = one.item
        figure = knowledge.figure(control.key)
        if figure is None:
            place = paragraph_place(file, paragraph)
            yield found("unknown-figure", place, text=control.text, key=control.key)
            continue
        yield from _judged(paragraph, control, figure, shown, knowledge, file)
    yield from _vanished(document, knowledge, standing, matched, gone, file)


def _judged(
    paragraph: ParagraphReading,
    control: FigureMark,
    figure: KnownFigure,
    built: Shown | None,
    knowledge: Knowledge,
    file: str,
) -> Iterator[Finding]:
    shown = FigureText(
        control.text,
        paragraph.text[max(0, control.start - _CONTEXT) : control.start],
        paragraph.text[control.end : control.end + _CONTEXT],
        paragraph.is_in_table,
        built,
    )
    verdict = judge(shown, figure, knowledge.language)
    if verdict is not None:
        yield found(
            verdict.code,
            paragraph_place(file, paragraph),
            (figure.id,),
            text=control.text.strip(),
            expected=expected_text(figure),
            label=with_period(figure),
            words=verdict.words,
        )


def _vanished(
    document: DocumentReading,
    knowledge: Knowledge,
    standing: Sequence[Standing[Placed]],
    matched: Sequence[Shown | None],
    gone: Sequence[Shown],
    file: str,
) -> Iterator[Finding]:
    """One finding for each row that is gone, one for each other figure."""
    if not document.paragraphs:
        return
    after = _last_before(standing, matched, knowledge)
    left = {one.key for one in standing}
    plain = _PlainNumbers(document, knowledge)
    kept_rows = {(shown.part, shown.table, shown.row) for shown in matched if shown is not None}
    rows = groupby(gone, key=lambda shown: (shown.part, shown.table, shown.row if shown.table else 0))
    for (_, table, _), members in rows:
        lost = list(members)
        place_after = after.get(id(lost[0])) or document.paragraphs[0]
        is_row = bool(table) and (lost[0].part, table, lost[0].row) not in kept_rows
        if is_row:
            yield _row_gone(lost, knowledge, place_after, file)
            continue
        for shown in lost:
            figure = knowledge.figure(shown.key)
            if figure is None:
                continue
            stays = plain.showing(figure, shown)
            code = (
                "figure-unlinked" if stays else "figure-removed" if shown.key in left else "figure-vanished"
            )
            yield found(
                code, paragraph_place(file, stays or place_after), (figure.id,),
                expected=Bilingual(shown.text, shown.text), label=with_period(figure),
            )  # fmt: skip


def _row_gone(lost: Sequence[Shown], knowledge: Knowledge, after: ParagraphReading, file: str) -> Finding:
    texts = [shown.text for shown in lost]
    named = ", ".join(texts[:_MOST_NAMED]) + (" …" if len(texts) > _MOST_NAMED else "")
    ids = tuple(figure.id for shown in lost if (figure := knowledge.figure(shown.key)) is not None)
    return found("row-vanished", paragraph_place(file, after), ids, row=lost[0].label, expected=named)


class _PlainNumbers:
    """Numbers that stand in the text outside marks: figures whose mark was lost."""

    def __init__(self, document: DocumentReading, knowledge: Knowledge) -> None:
        self._document, self._knowledge = document, knowledge
        self._taken: set[tuple[str, int, int]] = set()

    def showing(self, figure: KnownFigure, shown: Shown) -> ParagraphReading | None:
        """The paragraph that still says the figure among the words it was built among."""
        words = (shown.before[-10:] + shown.text, shown.text + shown.after[:10])
        for paragraph in self._document.paragraphs:
            if not any(text in paragraph.text for text in words):
                continue
            controlled = [(control.start, control.end) for control in paragraph.marks]
            for stated in stated_quantities(paragraph.text, controlled):
                spot = (paragraph.part, paragraph.number, stated.start)
                if spot in self._taken:
                    continue
                if shows(figure, stated, self._knowledge.language, bare=paragraph.is_in_table):
                    self._taken.add(spot)
                    return paragraph
        return None


def _standing(paragraph: ParagraphReading, control: FigureMark) -> Standing[Placed]:
    return Standing(
        control.key,
        control.text,
        paragraph.text[max(0, control.start - AROUND) : control.start],
        paragraph.text[control.end : control.end + AROUND],
        paragraph.is_in_table,
        (paragraph, control),
    )


def _last_before(
    standing: Sequence[Standing[Placed]], matched: Sequence[Shown | None], knowledge: Knowledge
) -> dict[int, ParagraphReading]:
    """For each built place the paragraph of the last figure before it that still stands."""
    at = {id(shown): one.item[0] for one, shown in zip(standing, matched, strict=True) if shown is not None}
    found_at: dict[int, ParagraphReading] = {}
    last: ParagraphReading | None = None
    for shown in knowledge.carried.shown if knowledge.carried else ():
        last = at.get(id(shown), last)
        if last is not None:
            found_at[id(shown)] = last
    return found_at


def with_period(figure: KnownFigure) -> Bilingual:
    period = Period.parse(figure.period)
    return Bilingual(
        f"{figure.label.en}, {period_label(period, 'en')}", f"{figure.label.zh}，{period_label(period, 'zh')}"
    )
