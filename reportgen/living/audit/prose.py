"""Numbers in running text that no figure backs, and direction words that point against a figure's sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.figures.records import FigureRecord
from reportgen.findings import Finding, Place
from reportgen.language.any_language import pattern
from reportgen.language.direction_reader import clause_around, direction_said
from reportgen.language.number_reader import QuantityInText
from reportgen.language.quantity_reader import said_otherwise, stated_quantities
from reportgen.living.audit.backing import Backing
from reportgen.living.audit.codes import found_by_chance, found_of_figure, found_unbacked
from reportgen.living.audit.relations import BRACKETED, is_borne_out, restates
from reportgen.living.audit.said_about import is_about_another, is_of_another_kind, sentence_around
from reportgen.living.figure_values import digits_of
from reportgen.record import Record
from reportgen.regex import regex

_HAS_SIGN = regex(r"[-−–]\s*\d")


class FigureSpan(Record):
    """A figure in a text, from ``start`` to ``end``."""

    start: int
    end: int
    figure: FigureRecord | None


class Contrary(Record):
    """A direction word against the sign of the figure beside it."""

    words: str
    text: str
    figure: FigureRecord


def unbacked(
    text: str,
    backing: Backing,
    covered: Iterable[tuple[int, int]],
    *,
    in_table: bool = False,
    heads: str = "",
    near: Sequence[FigureRecord] = (),
) -> Iterator[tuple[QuantityInText, FigureRecord | None]]:
    """Quantities of ``text`` outside ``covered`` that are no figure's value and no words of the dataset; with the figure, where
    one has the same digits and the words are about something else. ``heads``: what a table says of the cell; ``near``: the
    text's own figures, of which a sentence may say a relation or another rounding.
    """
    spans = list(covered)
    stated = [*stated_quantities(text, spans), *said_otherwise(text, spans)]
    if not stated:
        return
    quoted = list(backing.quoted_spans(text))
    for one in stated:
        if any(start <= one.start and one.number_end <= end for start, end in quoted):
            continue
        if one.is_otherwise:
            if backing.was_said(text, one.start, one.end):
                continue
            figures = backing.claimed(one)
        else:
            figures = backing.showing(one, bare=in_table)
        if not in_table and _is_worked_out(text, one, backing, near):
            continue
        if not figures:
            if not backing.is_spoken_of(one, bare=in_table):
                yield one, None
        elif in_table and not heads and one.unit in ("", "count") and not one.power:
            continue  # a bare number in a cell's sentence may be in any unit
        elif all(_is_about_another(text, one, figure, heads, backing) for figure in figures):
            yield one, figures[0] if len(digits_of(one.number)) > 1 else None


def _is_worked_out(text: str, stated: QuantityInText, backing: Backing, near: Sequence[FigureRecord]) -> bool:
    """Whether a number is that of a true relation of two figures, or stands in brackets as another rounding of a figure beside it."""
    start, end = sentence_around(text, stated.start)
    if is_borne_out(text[start:end], backing, near):
        return True
    bracketed = next(
        (one for one in BRACKETED.finditer(text) if one.start() <= stated.start and stated.end <= one.end()),
        None,
    )
    return bracketed is not None and any(restates(bracketed[1], figure) for figure in near)


def found_numbers(
    place: Place, said: Iterable[tuple[QuantityInText, FigureRecord | None]], backing: Backing
) -> Iterator[Finding]:
    """The findings of :func:`unbacked`."""
    for stated, figure in said:
        text = stated.text.strip()
        if figure is not None:
            yield found_by_chance(place, text, figure)
        else:
            near = None if stated.is_otherwise else backing.alike(stated)
            yield found_unbacked(place, text, near)


def _is_about_another(
    text: str, stated: QuantityInText, figure: FigureRecord, heads: str, backing: Backing
) -> bool:
    if heads:
        return is_about_another(heads, len(heads), figure, backing.names, backing.home)
    return is_about_another(text, stated.start, figure, backing.names, backing.home) or (
        stated.in_words and is_of_another_kind(text, stated.start, figure)
    )


def plain_figures(text: str, backing: Backing, covered: Iterable[tuple[int, int]]) -> list[FigureSpan]:
    """The plain numbers of a text outside ``covered`` and what it quotes, each with the figure whose value it is."""
    quoted = list(backing.quoted_spans(text)) if text else []
    return [
        FigureSpan(stated.start, stated.end, backing.backing(stated))
        for stated in stated_quantities(text, list(covered))
        if not any(start <= stated.start < end for start, end in quoted)
    ]


def found_contrary(place: Place, text: str, figures: Sequence[FigureSpan]) -> Iterator[Finding]:
    """The findings of :func:`contrary_words`."""
    for contrary in contrary_words(text, figures):
        yield found_of_figure(
            "word-against-sign", place, contrary.figure, words=contrary.words, text=contrary.text
        )


def contrary_words(text: str, figures: Sequence[FigureSpan]) -> Iterator[Contrary]:
    """Words that say up where a figure says down, and the other way round."""
    for place, span in enumerate(figures):
        figure = span.figure
        if figure is None or not figure.value or not (measure := figure.direction_words):
            continue
        shown = text[span.start : span.end]
        low = figures[place - 1].end if place else 0
        high = figures[place + 1].start if place + 1 < len(figures) else len(text)
        if _HAS_SIGN.search(shown):
            before, _ = clause_around(text, span.start, span.end, low, high)
            if not pattern("directions", "SIGN_TAKEN_UP").search(before):
                continue
        said = direction_said(text, span.start, span.end, measure, low, high)
        if said is not None and said.is_positive != (figure.value > 0):
            yield Contrary(said.words, shown.strip(), figure)
