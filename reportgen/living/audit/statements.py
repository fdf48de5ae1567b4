"""Statements of people's own that hold no number: what they say of the figures, held against these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.findings import Finding, Place
from reportgen.language.any_language import pattern
from reportgen.living.audit.codes import found_of_figure, found_unbacked
from reportgen.living.audit.said_about import ENDS, YEAR, directions_of, mentioned

if TYPE_CHECKING:
    from reportgen.figures.records import FigureRecord
    from reportgen.living.audit.backing import Backing


def spoken_of_figures(place: Place, text: str) -> Iterator[Finding]:
    """A text beside the pages (a header, a shape, a comment) that says of which period or in which unit the figures are."""
    if pattern("said_words", "OF_FIGURES").search(text) and (
        YEAR.search(text)
        or any(pattern("said_words", name).search(text) for name in ("PART_OF_YEAR", "UNITS_SAID"))
    ):
        yield found_unbacked(place, text.strip(), None)


def contrary_statements(place: Place, text: str, backing: Backing) -> Iterator[Finding]:
    """A direction, a first or last place, a target that was met: where every figure that it is about says the contrary."""
    for sentence in filter(None, map(str.strip, ENDS.split(text))):
        if re.search(r"\d", YEAR.sub("", sentence)) or backing.says(sentence):
            continue
        for words, figure in _contrary(sentence, backing):
            yield found_of_figure("word-against-sign", place, figure, words=words, text=sentence)


def _contrary(sentence: str, backing: Backing) -> Iterator[tuple[str, FigureRecord]]:
    indicators = mentioned(sentence, backing.names.indicators)
    areas = mentioned(sentence, backing.names.areas) - {backing.home}
    years = set(YEAR.findall(sentence))
    figures = [one for one in backing.all_figures() if one.value and _is_of(one, years)]
    met = pattern("said_words", "TARGET_MET").search(sentence)
    gaps = [one for one in figures if directions_of(one) == "gap"]
    gaps = [one for one in gaps if one.figure_id.series.indicator in indicators] or gaps
    if met is not None and gaps and all((one.value or 0) > 0 for one in gaps):
        yield met[0], gaps[0]
    ranks = [one for one in figures if one.unit == "rank" and "growth" in one.id]
    last = max((one.value or 0 for one in ranks), default=0)
    for name, place in (("FIRST_SAID", 1), ("LAST_SAID", last)):
        said = pattern("said_words", name).search(sentence)
        own = [one for one in ranks if one.figure_id.series.ref_area in areas]
        if said is not None and len(own) == 1 and own[0].value != place:
            yield said[0], own[0]
    own = [
        one
        for one in figures
        if one.figure_id.series.indicator in indicators
        and one.figure_id.series.ref_area in ((areas - _nations(backing)) or {backing.home})
    ]
    compared = pattern("said_words", "NATION").search(sentence) is not None
    measure = "difference" if compared else "growth"
    if compared:
        own = [one for one in own if any(f":{code}" in one.id for code in _nations(backing))]
    up, down = (
        pattern("directions", "BY_MEASURE", f"{measure}-{way}").search(sentence) for way in ("up", "down")
    )
    told = up or down
    against = [one for one in own if directions_of(one) == measure]
    is_plain = told is not None and not (up and down) and bool(against)
    if told is not None and is_plain and all(((one.value or 0) > 0) != bool(up) for one in against):
        yield told[0], against[0]


def _is_of(figure: FigureRecord, years: set[str]) -> bool:
    """Whether a figure is of the year that is named, as a whole; of none, any is."""
    return not years or bool(years & set(re.split(r"[/@]", figure.id)))


def _nations(backing: Backing) -> set[str]:
    nation = pattern("said_words", "NATION")
    return {code for code, name in backing.names.areas.items() if nation.fullmatch(name.en)}
