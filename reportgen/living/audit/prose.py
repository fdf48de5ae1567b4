"""Numbers in running text that no figure backs, and direction words that point against a figure's sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.findings import Finding, Place
from reportgen.finished.lines import FinishedLines
from reportgen.finished.places import line_place
from reportgen.finished.sentence_ends import sentence_around
from reportgen.language.any_language import pattern
from reportgen.language.direction_reader import clause_around, direction_said
from reportgen.language.number_reader import QuantityInText
from reportgen.language.quantity_reader import said_otherwise, stated_quantities
from reportgen.living.audit.backing import Backing
from reportgen.living.audit.codes import found_of_figure, found_unbacked
from reportgen.living.audit.relations import BRACKETED, is_borne_out, restates
from reportgen.living.audit.said_about import is_about_another, is_of_another_kind
from reportgen.living.figure_values import digits_of
from reportgen.record import Record
from reportgen.regex import regex

_HAS_SIGN = regex(r"[-−–]\s*\d")


class FigureSpan(Record):
    """A figure in a text, from ``start`` to ``end``."""

    start: int
    end: int
    figure: FigureRecord | None


class Passage(Record):
    """A text of a document with the figures in it from left to right. ``covered``: stretches whose numbers are accounted for;
    ``in_table``: a cell, of which the table says its ``heads``; ``near``: the text's own figures, of which a sentence may say a
    relation or another rounding."""

    place: Place
    text: str
    figures: Sequence[FigureSpan] = ()
    covered: Sequence[tuple[int, int]] = ()
    in_table: bool = False
    heads: str = ""
    near: Sequence[FigureRecord] = ()


def check_lines(document: FinishedLines, backing: Backing) -> Iterator[Finding]:
    """Every line of a text that is nothing but text."""
    for line in document.lines:
        figures = () if line.is_row else plain_figures(line.text, backing, line.covered)
        place = line_place(document.name, line)
        yield from check_passage(
            Passage(place, line.text, figures, line.covered, in_table=line.is_row), backing
        )


def check_passage(passage: Passage, backing: Backing) -> Iterator[Finding]:
    """Its numbers, and the words beside its figures."""
    yield from check_numbers(passage, backing)
    yield from check_directions(passage)


def check_numbers(passage: Passage, backing: Backing) -> Iterator[Finding]:
    """Quantities outside ``covered`` that are no figure's value and no words of the dataset, or whose words are about something
    else than the figure with the same digits."""
    text, place, bare = passage.text, passage.place, passage.in_table
    stated = [*stated_quantities(text, passage.covered), *said_otherwise(text, passage.covered)]
    quoted = list(backing.quoted_spans(text)) if stated else []
    for one in stated:
        if any(start <= one.start and one.number_end <= end for start, end in quoted):
            continue
        if one.is_otherwise and backing.was_said(text, one.start, one.end):
            continue
        if not bare and _is_worked_out(passage, one, backing):
            continue
        figures = backing.claimed(one) if one.is_otherwise else backing.showing(one, bare=bare)
        if not figures:
            if backing.is_spoken_of(one, bare=bare):
                continue
        elif bare and not passage.heads and one.unit in ("", "count") and not one.power:
            continue  # a bare number in a cell's sentence may be in any unit
        elif not all(_is_about_another(passage, one, figure, backing) for figure in figures):
            continue
        if figures and len(digits_of(one.number)) > 1:
            yield found_of_figure("figure-about-another", place, figures[0], text=one.text.strip())
        else:
            yield found_unbacked(place, one.text.strip(), None if one.is_otherwise else backing.alike(one))


def _is_worked_out(passage: Passage, stated: QuantityInText, backing: Backing) -> bool:
    """Whether a number is that of a true relation of two figures, or is in brackets as another rounding of a figure beside it."""
    start, end = sentence_around(passage.text, stated.start)
    if is_borne_out(passage.text[start:end], backing, passage.near):
        return True
    return any(
        restates(aside[1], figure)
        for aside in BRACKETED.finditer(passage.text)
        if aside.start() <= stated.start and stated.end <= aside.end()
        for figure in passage.near
    )


def _is_about_another(
    passage: Passage, stated: QuantityInText, figure: FigureRecord, backing: Backing
) -> bool:
    text, heads = passage.text, passage.heads
    if heads:
        return is_about_another(heads, len(heads), figure, backing)
    return is_about_another(text, stated.start, figure, backing) or (
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


def check_directions(passage: Passage) -> Iterator[Finding]:
    """Words that say up where a figure says down, and the other way round."""
    text, figures = passage.text, passage.figures
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
            yield found_of_figure(
                "word-against-sign", passage.place, figure, words=said.words, text=shown.strip()
            )
