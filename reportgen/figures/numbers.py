"""The one place where a figure becomes text: sentence, table cell, chart label and Excel cell all come from :func:`show`.

A value is rounded once, half up, at the figure's precision (a bound so that it stays true: see
:func:`reportgen.values.rounded`); then the same rounded number is written in the language's
own unit: 32.21 billion yuan, 322.1亿元.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Protocol

from reportgen.content import Number
from reportgen.dataset.records import Dataset
from reportgen.kinds.figure import Figure
from reportgen.language import language
from reportgen.language.quantities import QuantityWords
from reportgen.record import Record, replace
from reportgen.style import STYLE, Style
from reportgen.units import INDICES, unit_of
from reportgen.values import ZERO, Bound, Qualifier, flipped, flipped_qualifier, qualifier_of_bound, rounded

_THOUSANDS = (12, 9, 6, 0)


class NumberStyle(Record):
    """How a place wants its numbers.

    ``unit_power`` fixes the unit (9: billions, 8: 亿), as a table column does; ``None`` lets the number choose.
    ``magnitude`` drops the sign, because a direction word carries it. ``compact`` writes the qualifier as a symbol;
    ``qualified`` false leaves it to the words around ("the 70 billion yuan to be exceeded"); ``counter`` false leaves
    out a count's counter word, because the words beside it say it ("650,000 online merchants").
    ``as_worded`` false leaves out that the source's words are kept, because the sentence quotes them.
    ``manifold`` writes a growth in percent as a multiple: by how many times (0), or to how many (1). ``in_words`` says a
    low rank in words (first, 第一位), as sentences do.
    ``percent_decimals`` is a pack's wish for computed percentages and points, ``signs`` are its signs and its rounding.
    ``least_decimals`` are those that stay, closing zeros or not, where the number was given as exactly: 2.0 under 24.5.
    """

    unit_power: int | None = None
    with_unit: bool = True
    signed: bool = False
    magnitude: bool = False
    compact: bool = False
    qualified: bool = True
    counter: bool = True
    as_worded: bool = True
    manifold: int = -1
    in_words: bool = False
    percent_decimals: int | None = None
    signs: Style = STYLE
    least_decimals: int = 0


IN_TEXT = NumberStyle()
IN_CELL = NumberStyle(with_unit=False, compact=True)


def show(figure: Figure, code: str, dataset: Dataset | None = None, style: NumberStyle = IN_TEXT) -> Number:
    """The figure as it is printed. Without a value the text is "…" and the number has no ``value``.

    ``dataset`` is asked for the counter word of a count ("firms", 家); without it a count is a bare number.
    """
    if figure.state:
        return _status(figure, code, style)
    shown = rounded_value(figure, style)
    if shown is None:
        sign = style.signs.not_applicable if figure.is_settled else style.signs.missing
        return Number(sign, sign, key=figure.key)
    words = language(code).quantities
    if style.manifold >= 0:
        return _manifold(figure, words, style)
    power = _power(figure, shown, code, style) if style.unit_power is None else style.unit_power
    decimals = _decimals(figure, shown, power, style)
    in_unit = _in_unit(shown, power, decimals)
    asked = dataset if style.counter or "count" not in (figure.unit, unit_of(figure.unit).below) else None
    unit = unit_text(figure, power, code, asked, singular=abs(in_unit) == 1)
    if (
        dataset is not None and dataset.class_of(figure.unit) in INDICES
    ):  # 1978 = 100 is no part of the number
        unit = language(code).punctuation.set_in_brackets(unit)
    if (
        style.as_worded and not figure.comparable and figure.observation is not None
    ):  # a number that only its source's words explain
        unit += words.as_worded
    if figure.unit == "rank":
        return _rank(figure, in_unit, words, style)
    if style.compact and not in_unit and figure.value and style.signs.tiny != STYLE.tiny:
        tiny = style.signs.tiny
        return Number(tiny, tiny, value=in_unit, number_format=f'"{tiny}"' if tiny else ";;;", key=figure.key)
    digits = words.digits(in_unit, decimals, signed=style.signed)
    if figure.value_to is not None:
        top = rounded(figure.value_to, _precision(figure, style), Bound.EXACT, style.signs.ties)
        return _range(
            figure, digits, words.digits(_in_unit(top, power, decimals), decimals), unit, power, words, style
        )
    before = _qualifier_words(figure, words, style)
    number = f"{before}{digits}"
    return Number(
        text=words.joined(number, unit) if style.with_unit else number,
        number=number,
        unit=unit,
        value=in_unit,
        number_format=_number_format(
            in_unit, decimals, before, unit if style.with_unit else "", words, style
        ),
        key=figure.key,
    )


def display(figure: Figure, language: str, dataset: Dataset | None = None, signs: Style = STYLE) -> str:
    """The figure in running text, as ``reportgen figures --json`` gives it."""
    return show(figure, language, dataset, IN_TEXT if signs is STYLE else replace(IN_TEXT, signs=signs)).text


def rounded_value(figure: Figure, style: NumberStyle = IN_TEXT) -> Decimal | None:
    """The value in base units after its one rounding, or ``None`` where there is no number to show."""
    if figure.value is None or figure.bound is Bound.NONE:
        return None
    turned = style.magnitude and figure.value < 0
    bound = flipped(figure.bound) if turned else figure.bound
    value = figure.printed_from or ZERO
    value = -value if turned else value
    return rounded(value, _precision(figure, style), bound, style.signs.ties)


def decimals_of(figure: Figure, power: int) -> int:
    """How many decimals the figure is printed with in the unit 10^``power``."""
    shown = rounded_value(figure)
    return 0 if shown is None else _decimals(figure, shown, power, IN_TEXT)


class Bounded(Protocol):
    """A figure, or the record of one: what its number may be beside."""

    @property
    def value(self) -> Decimal | None: ...
    @property
    def bound(self) -> Bound: ...
    @property
    def qualifier(self) -> str: ...


def qualifier_of(figure: Bounded, magnitude: bool = False) -> str:
    """The qualifier beside the number: the source's qualifier, or what the bound of a computed figure says.

    ``magnitude``: for the number without its sign; "more than" of a negative number is "less than" of its size.
    """
    turned = magnitude and figure.value is not None and figure.value < 0
    if figure.qualifier != "eq":
        qualifier = Qualifier(figure.qualifier)
        return (flipped_qualifier(qualifier) if turned else qualifier).value
    bound = flipped(figure.bound) if turned else figure.bound
    return qualifier_of_bound(bound).value


def unit_text(
    figure: Figure, power: int, code: str, dataset: Dataset | None = None, *, singular: bool = False
) -> str:
    """The unit after a number counted in 10^``power``: ``billion yuan``, ``亿元``, ``firms``, ``万家``."""
    counter = ""
    own = dataset.unit_label(figure.unit) if dataset is not None else None
    if own is not None:
        return language(code).quantities.counted(figure.unit, power, own.in_language(code))
    below = unit_of(figure.unit).below
    if below == "count" and dataset is not None and figure.base.indicator in dataset.indicators:
        divided_by = dataset.indicators[figure.base.indicator].counter.in_language(code)
        return language(code).quantities.per(unit_of(figure.unit).above, divided_by, power)
    if figure.unit == "count" and dataset is not None:
        indicator = dataset.indicators.get(figure.id.series.indicator)
        counter = indicator.counter.in_language(code) if indicator else ""
    return language(code).quantities.counted(figure.unit, power, counter, singular=singular)


def natural_power(figure: Figure, language: str) -> int:
    """The power of ten that the figure chooses for itself in running text."""
    shown = rounded_value(figure)
    return 0 if shown is None else _power(figure, shown, language)


def common_power(figures: Iterable[Figure], code: str) -> int | None:
    """One unit that suits all figures of a column, or ``None`` where their sizes are too far apart for one."""
    sizes = _sizes(figures)
    if not sizes:
        return None
    largest = max(size for _, size in sizes)
    for power in language(code).quantities.powers:
        if largest >= Decimal(10) ** power and _are_fine(sizes, power, code):
            return power if _are_large_enough(sizes, power) else None
    return 0


def suits(power: int, figures: Iterable[Figure], language: str) -> bool:
    """Whether all figures can be read in the unit 10^``power``: none with too many decimals, none too small beside it."""
    sizes = _sizes(figures)
    return _are_fine(sizes, power, language) and _are_large_enough(sizes, power)


def _sizes(figures: Iterable[Figure]) -> list[tuple[Figure, Decimal]]:
    return [(figure, abs(value)) for figure in figures if (value := rounded_value(figure))]


def _are_fine(sizes: Sequence[tuple[Figure, Decimal]], power: int, code: str) -> bool:
    most = language(code).quantities.most_decimals(power)
    return all(_decimals(figure, size, power, IN_TEXT) <= most for figure, size in sizes)


def _are_large_enough(sizes: Sequence[tuple[Figure, Decimal]], power: int) -> bool:
    return all(size >= Decimal(10) ** (power - 2) for _, size in sizes)


def is_less_than_half_a_unit(figure: Figure) -> bool:
    """Whether the figure prints as zero without being zero: "0.0", which a table explains in its note."""
    return bool(figure.value) and rounded_value(figure) == 0


def _precision(figure: Figure, style: NumberStyle) -> int:
    is_computed_percent = unit_of(figure.unit).is_rate and figure.observation is None
    if is_computed_percent and style.percent_decimals is not None:
        is_bound = figure.bound in (Bound.LOWER, Bound.UPPER)  # finer it might not hold
        return max(-style.percent_decimals, figure.precision) if is_bound else -style.percent_decimals
    return figure.precision


def _power(figure: Figure, shown: Decimal, code: str, style: NumberStyle = IN_TEXT) -> int:
    unit = unit_of(figure.unit)
    if not (unit.adds_up or (unit.is_scaled and style.with_unit)):
        return 0
    words = language(code).quantities
    if shown == 0 and figure.value:
        return min((power for power in words.powers if power > figure.precision), default=0)
    for power in words.powers:
        few = _decimals(figure, shown, power, IN_TEXT) <= words.most_decimals(power)
        if abs(shown) >= Decimal(10) ** power and few:
            return power
    return 0


def _decimals(figure: Figure, shown: Decimal, power: int, style: NumberStyle) -> int:
    """Decimals in the unit 10^``power``.

    An amount keeps closing zeros (32.20 billion, 322.0亿元). They are dropped where they say nothing: of a count, and of
    an amount that is whole in millions or the like (120 million is 1.2亿, 590 million parcels 5.9亿件).
    """
    decimals = max(0, power - _precision(figure, style))
    if shown and power > 0 and (figure.unit == "count" or _is_whole(shown, figure.precision)):
        needed = -int(shown.scaleb(-power).normalize().as_tuple().exponent)
        return max(0, min(decimals, max(needed, style.least_decimals)))
    return decimals


def _is_whole(shown: Decimal, precision: int) -> bool:
    power = next(power for power in _THOUSANDS if abs(shown) >= Decimal(10) ** power or not power)
    return power <= precision or precision <= 0


def _in_unit(shown: Decimal, power: int, decimals: int) -> Decimal:
    return shown.scaleb(-power).quantize(Decimal(1).scaleb(-decimals)) + Decimal(0)


def _qualifier_words(figure: Figure, words: QuantityWords, style: NumberStyle) -> str:
    if not style.qualified:
        return ""
    qualifier = qualifier_of(figure, style.magnitude)
    return words.qualifier_symbol(qualifier) if style.compact else words.qualifier(qualifier)


def _number_format(
    in_unit: Decimal, decimals: int, before: str, unit: str, words: QuantityWords, style: NumberStyle
) -> str:
    """The Excel format that shows exactly the text. Words are in quotes, so that nothing in them is a code."""
    digits = words.format_of_digits(decimals)
    head = f'"{before}"' if before else ""
    tail = f'"{words.gap(unit)}{unit}"' if unit else ""
    positive = f"{head}{'+' if style.signed else ''}{digits}{tail}"
    if style.signed:
        return f"{positive};{head}-{digits}{tail};{head}{digits}{tail}"
    if head and in_unit < 0:  # with one section Excel would put the sign before the qualifier
        return f"{positive};{head}-{digits}{tail}"
    return positive


def _range(
    figure: Figure, low: str, high: str, unit: str, power: int, words: QuantityWords, style: NumberStyle
) -> Number:
    """``5% to 6%``, 500亿—600亿元: two ends, which no typed cell holds."""
    number = words.between(low, high)
    text = words.between(low, high, unit, power) if style.with_unit else number
    return Number(text, number, unit, key=figure.key)


def _manifold(figure: Figure, words: QuantityWords, style: NumberStyle) -> Number:
    """A growth of 1,130% as a multiple, to one decimal: 11.3倍, 12.3 times."""
    value = (figure.printed_from or ZERO) / 100 + style.manifold
    times = rounded(value, -1, figure.bound, style.signs.ties)
    before, unit = _qualifier_words(figure, words, style), words.counted("times", 0, "")
    number = f"{before}{words.digits(times, 1)}"
    text = words.joined(number, unit)
    return Number(text, number, unit, times, _number_format(times, 1, before, unit, words, style), figure.key)


def _rank(figure: Figure, place: Decimal, words: QuantityWords, style: NumberStyle) -> Number:
    """``1st`` / 第1位, in words ``first`` / 第一位; "fifth or better" is ``top 5`` / 前5位."""
    among = qualifier_of(figure) in ("le", "lt")
    rank = words.rank(place, among=among)
    after = f"{rank.after}{rank.unit if style.with_unit else ''}"
    shown_as = "".join((f'"{rank.before}"' if rank.before else "", "0", f'"{after}"' if after else ""))
    text = rank.text if style.with_unit else rank.number
    if style.in_words:
        text = words.rank(place, among=among, in_words=True).text
    return Number(text, rank.number, rank.unit, place, shown_as, figure.key)


def _status(figure: Figure, code: str, style: NumberStyle) -> Number:
    if figure.is_empty and figure.is_settled:
        return Number(style.signs.not_applicable, style.signs.not_applicable, key=figure.key)
    word = language(code).quantities.state(figure.state or "unknown")
    return Number(word, word, key=figure.key)


def with_unit_power(style: NumberStyle, power: int | None) -> NumberStyle:
    """The same style with the unit fixed."""
    return replace(style, unit_power=power)
