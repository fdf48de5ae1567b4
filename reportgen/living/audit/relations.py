"""Relations of two figures that people typed as a sentence of their own: a multiple, a difference, a share, which of two is higher.

Each is worked out from the document's figures and held against what was typed. Only what is certain is borne out: both names are names
of figures, the figures are exact, and every pair of one period says the same. A sum is not worked out: parts and areas may overlap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.dataset.records import TOTAL, Series
from reportgen.language import language, languages
from reportgen.language.any_language import pattern
from reportgen.language.number_reader import QuantityInText
from reportgen.language.quantity_reader import stated_quantities
from reportgen.messages import UNSAID
from reportgen.regex import regex
from reportgen.values import Qualifier, rounded

if TYPE_CHECKING:
    from reportgen.figures.recorded_figures import FigureRecord
    from reportgen.living.audit.backing import Backing

BRACKETED = regex(r"\s?[（(]([^（）()]{1,24})[）)]")
_EXACT = "exact"
_HUNDRED = Decimal(100)
_WORKED_OUT: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "times": lambda one, other: one / other,
    "share": lambda one, other: one / other * _HUNDRED,
    "more": lambda one, other: one - other,
    "less": lambda one, other: other - one,
}
_HIGHER = {"above": 1, "below": -1, "growth-above": 1, "growth-below": -1}


def is_borne_out(sentence: str, backing: Backing, near: Sequence[FigureRecord] = ()) -> bool | None:
    """Whether the one relation of two figures that a sentence says, and nothing else, is true; ``None`` where it says none, or that is
    not certain. ``near``: the figures beside it, which count before all others."""
    years = backing.sentence(sentence).years
    for kind, found in _said(sentence):
        for figures in (near, tuple(backing.all_figures())):
            known = [one for one in figures if not years or years & one.figure_id.years]
            verdicts = {_is_true(kind, found, *pair) for pair in _pairs(kind, found, known, backing)}
            if verdicts:
                return verdicts.pop() if len(verdicts) == 1 else None
    return None


def restates(words: str, figure: FigureRecord) -> bool:
    """Whether words are another rounding of a figure and nothing else: 六成以上 of 63.3%."""
    stated = stated_quantities(words)
    if len(stated) != 1 or figure.value is None or figure.bound != _EXACT:
        return False
    said = stated[0]
    rest = (words[: said.start] + words[said.end :]).replace(said.qualifier_words, "")
    return said.unit == figure.unit and not rest.strip() and _holds(said, abs(figure.value))


def _said(sentence: str) -> Iterator[tuple[str, re.Match[str]]]:
    bare = sentence.strip(" 。！？；.!?;")
    bare = pattern("said_words", "YEAR_FIRST").sub("", bare)
    for code in languages():
        for kind, words in language(code).subject("said_words").RELATIONS:
            if (found := _whole(words).fullmatch(bare)) is not None:
                yield kind, found


@lru_cache(maxsize=64)
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _pairs(
    kind: str, found: re.Match[str], figures: Sequence[FigureRecord], backing: Backing
) -> Iterator[tuple[FigureRecord, FigureRecord]]:
    """The figures of both names, of one period, one kind and one unit, of the area that the document is about."""
    growth = kind.startswith("growth")
    usable = [
        one
        for one in figures
        if (one.direction_words == "growth" if growth else one.kind == "level")
        and one.value is not None
        and one.figure_id.series.ref_area == backing.home
    ]
    named = [[one for one in usable if _is_called(found[name], one, backing)] for name in ("one", "other")]
    for one in named[0]:
        for other in named[1]:
            if (one.kind, one.unit, one.figure_id.period) == (other.kind, other.unit, other.figure_id.period):
                yield one, other


def _is_called(words: str, figure: FigureRecord, backing: Backing) -> bool:
    """Whether words are the name of what a figure is of."""
    area = backing.names.areas.get(backing.home, UNSAID)
    own = [name.lower() for name in area.wordings]
    said = _name(words, own)
    return bool(said) and any(said == _name(name, own) for name in figure.series_label.wordings)


def _name(words: str, areas: Sequence[str]) -> str:
    """A name without its area and without what names are often said without."""
    text = words.strip().lower()
    whose = pattern("said_words", "POSSESSIVE").pattern
    for area in areas:
        text = re.sub(rf"(?:, )?{re.escape(area)}(?:(?:{whose}) ?)?", "", text)
    text = pattern("said_words", "OWN_AREA").sub("", text)
    text = pattern("said_words", "NAME_BEGINNINGS").sub("", text).strip()
    return pattern("said_words", "NAME_ENDINGS").sub("", text) or text


def _is_true(kind: str, found: re.Match[str], one: FigureRecord, other: FigureRecord) -> bool | None:
    assert one.value is not None
    assert other.value is not None
    if one.bound != _EXACT or other.bound != _EXACT or one.id == other.id:
        return None
    if kind in _HIGHER:
        return (one.value - other.value) * _HIGHER[kind] > 0
    stated = stated_quantities(found["said"])
    if len(stated) != 1 or not other.value or (kind == "share" and not _is_part(one, other)):
        return None
    unit = {"times": "times", "share": "percent"}.get(kind, one.unit)
    return stated[0].unit == unit and _holds(stated[0], _WORKED_OUT[kind](one.value, other.value))


def _is_part(one: FigureRecord, other: FigureRecord) -> bool:
    """Whether what one figure is of is a part of what the other is of, by its dimensions."""
    part, whole = one.figure_id.series, other.figure_id.series
    return part.breakdown != TOTAL and whole == Series(part.indicator, part.ref_area)


def _holds(said: QuantityInText, value: Decimal) -> bool:
    """Whether a value is what is said of it, with its rounding words and no further off than its last digit."""
    stated = said.value
    last = stated.normalize().as_tuple().exponent if said.in_words else said.precision
    unit = Decimal(1).scaleb(int(last))
    match said.qualifier:
        case Qualifier.GT:
            return stated < value < stated + unit
        case Qualifier.GE:
            return stated <= value < stated + unit
        case Qualifier.LT | Qualifier.ALMOST:
            return stated - unit < value < stated
        case Qualifier.LE:
            return stated - unit < value <= stated
    return rounded(value, said.precision) == stated
