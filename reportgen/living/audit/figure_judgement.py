"""A figure as a document says it against the figure in the data: the number, its unit, its rounding, its qualifier."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.figures.numbers import qualifier_of
from reportgen.figures.recorded_figures import FigureRecord
from reportgen.finished.snapshot import PlacedFigure
from reportgen.language import language, languages
from reportgen.language.any_language import pattern
from reportgen.language.number_reader import QuantityInText
from reportgen.language.quantity_reader import quantity_in
from reportgen.living.audit.telling_words import canonical
from reportgen.living.figure_values import fits, has_same_digits, is_rounded, powers_of, powers_over
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.style import Style
from reportgen.units import RANK, UnitClass, unit_of

_NEAR = Decimal("0.1")
_ALLOWED = {
    "eq": {"about"},
    "gt": {"gt", "ge"},
    "ge": {"ge"},
    "lt": {"lt", "le"},
    "le": {"le"},
    "almost": {"almost", "about", "lt", "le"},
    "about": {"about"},
}
"""What a writer may say of a figure with that qualifier and still be right."""
_WITHIN = {"gt": (0, 1), "ge": (0, 1), "lt": (-1, 0), "le": (-1, 0), "almost": (-1, 0), "about": (-1, 1)}
_RANK = regex(r"\d+")


class FigureText(Record):
    """The text at a figure's place, with the words before and after. ``built`` is what was there first."""

    text: str
    before: str
    after: str
    in_table: bool
    built: PlacedFigure | None


class Fault(Record):
    """The code of what is wrong, and the words that make it so."""

    code: str
    words: str = ""
    is_of_qualifier: bool = False
    """The number is right; what is said beside it, such as “over”, is not."""


def judge(shown: FigureText, figure: FigureRecord, style: Style) -> Fault | None:
    """What is wrong with the figure as it is written, or ``None``. ``style`` has the signs that stand for no number."""
    text = shown.text.strip()
    if figure.state:
        return None if _is_state(shown, figure, style) else Fault("figure-retyped")
    if figure.value is None or figure.bound == "none":
        nothing = text in ("", style.missing, style.not_applicable, "...", "-", "－") or not re.search(
            r"\d", text
        )
        return None if nothing or _is_as_built(shown) else Fault("figure-retyped")
    if figure.unit == RANK:
        return _judge_rank(text, figure)
    stated = quantity_in(shown.text, shown.after, shown.before)
    if stated is None:
        return Fault("figure-without-number")
    number = _judge_number(stated, shown, figure) or _judge_counter(shown, figure)
    return number if number is not None else _judge_qualifier(stated, shown, figure)


def _judge_counter(shown: FigureText, figure: FigureRecord) -> Fault | None:
    """A number counted by another word than when it was built (1726单 to 1726家); the plainest of them may count anything."""
    if unit_of(figure.unit).unit_class not in (UnitClass.COUNT, UnitClass.OTHER):
        return None
    built, now = _counter_in(shown.built.text) if shown.built is not None else "", _counter_in(shown.text)
    if not built or not now or built == now:
        return None
    plain = any(pattern("said_words", "PLAIN_COUNTER").fullmatch(one) for one in (built, now))
    return None if plain else Fault("figure-unit")


def _counter_in(text: str) -> str:
    """The word behind the number, one for all that say the same."""
    found = pattern("said_words", "COUNTER").search(canonical(text))
    return next(filter(None, found.groups()), "") if found is not None else ""


def _judge_number(stated: QuantityInText, shown: FigureText, figure: FigureRecord) -> Fault | None:
    assert figure.value is not None
    is_bare = stated.unit in ("", "count") and stated.power == 0
    if is_bare and (shown.in_table or (_is_as_built(shown) and not fits(figure, stated.unit))):
        return _judge_bare(stated, shown, figure)
    same_value = is_rounded(figure, stated.number, stated.power)
    if fits(figure, stated.unit):
        if same_value or _is_true_with_qualifier(stated, figure):
            return None
        if unit_of(figure.unit).is_scaled and has_same_digits(figure, stated.number):
            return Fault("figure-unit")
        close = abs(abs(stated.value) - abs(figure.value)) <= Decimal(1).scaleb(stated.precision)
        return Fault("figure-rounding" if close and stated.value * figure.value >= 0 else "figure-retyped")
    if same_value and {figure.unit, stated.unit} == {"percent", "percentage_points"}:
        return Fault("percent-for-points" if figure.unit == "percentage_points" else "points-for-percent")
    return Fault(
        "figure-unit" if has_same_digits(figure, stated.number, of_other_unit=True) else "figure-retyped"
    )


def _judge_bare(stated: QuantityInText, shown: FigureText, figure: FigureRecord) -> Fault | None:
    """A number whose unit is elsewhere, in the head of a column: it must stay in the unit it was built in."""
    assert figure.value is not None
    built = quantity_in(shown.built.text) if shown.built is not None else None
    as_built = powers_of(figure, built.number) if built is not None and built.power == 0 else set()
    powers = as_built or powers_over(figure)
    if powers & powers_of(figure, stated.number):
        return None
    if has_same_digits(figure, stated.number):
        return Fault("figure-unit")
    close = any(
        abs(abs(stated.number.scaleb(power)) - abs(figure.value))
        <= Decimal(1).scaleb(int(stated.number.as_tuple().exponent) + power)
        for power in powers
    )
    return Fault("figure-rounding" if close else "figure-retyped")


def _judge_qualifier(stated: QuantityInText, shown: FigureText, figure: FigureRecord) -> Fault | None:
    expected = qualifier_of(figure, magnitude=True)
    said, words = stated.qualifier.value, stated.qualifier_words
    if said == "eq":
        if expected == "eq" or _had_qualifier(shown) == "eq":
            return None
        return Fault("qualifier-lost", is_of_qualifier=True)
    if said in _ALLOWED[expected] or _is_true_with_qualifier(stated, figure):
        return None
    if expected == "eq" and _had_qualifier(shown) == said:
        return None  # the template's own words, as built
    return Fault("qualifier-not-backed", words, is_of_qualifier=True)


def _had_qualifier(shown: FigureText) -> str:
    """The qualifier that was beside the figure when the document was built."""
    built = shown.built
    stated = quantity_in(built.text, built.after, built.before) if built is not None else None
    return stated.qualifier.value if stated is not None else "eq"


def _is_true_with_qualifier(stated: QuantityInText, figure: FigureRecord) -> bool:
    """Whether "exceeded 32 billion" is said of 32.21 billion: a rounder number on the right side, and near."""
    assert figure.value is not None
    said = stated.qualifier.value
    if said not in _WITHIN or qualifier_of(figure, magnitude=True) not in ("eq", said):
        return False
    is_as_precise = stated.precision <= figure.precision and is_rounded(figure, stated.number, stated.power)
    if said != "about" and is_as_precise:
        return False
    low, high = _WITHIN[said]
    distance = abs(figure.value) - abs(stated.value)
    near = abs(figure.value) * _NEAR
    return distance != 0 and low * near <= distance <= high * near


def _judge_rank(text: str, figure: FigureRecord) -> Fault | None:
    place = _place_in(text)
    if place is None:
        return Fault("figure-without-number") if pattern("quantities", "NUMERAL").search(text) else None
    return None if place == figure.value else Fault("figure-retyped")


def _place_in(text: str) -> Decimal | None:
    """The rank that the text says: ``1st``, 第一位, ``first``."""
    if (found := _RANK.search(text)) is not None:
        return Decimal(found[0])
    stated = quantity_in(text)
    if stated is not None and stated.unit == RANK:
        return stated.value
    places = (language(code).quantities.place_in_words(text) for code in languages())
    return next((place for place in places if place is not None), None)


def _is_state(shown: FigureText, figure: FigureRecord, style: Style) -> bool:
    """Whether the text is the word of the figure's state; of one that is not known also a sign that stands for no number."""
    text = shown.text.strip()
    if text.lower() in _words_of_state(figure.state):
        return True
    if figure.state != "unknown":
        return False
    is_word = any(text.lower() in _words_of_state(state) for state in style.states)
    return text in (style.missing, style.not_applicable) or (_is_as_built(shown) and not is_word)


def _words_of_state(state: str) -> set[str]:
    return {language(code).quantities.state(state).lower() for code in languages()}


def _is_as_built(shown: FigureText) -> bool:
    return shown.built is not None and " ".join(shown.built.text.split()) == " ".join(shown.text.split())
