"""The exchange rates that sources' own conversions imply, set against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from reportgen.calculations.ratios import exchange_rate
from reportgen.calculations.result import Term, justified_precision
from reportgen.dataset.names import as_stated, figure_name
from reportgen.dataset.record_findings import StatedRecord, subject_of, value_cell
from reportgen.dataset.records import Citation, Dataset, Measure, Role
from reportgen.findings import Finding, Severity
from reportgen.messages import Message
from reportgen.record import Record
from reportgen.units import unit_of
from reportgen.values import ONE, ZERO, Amount, rounded

FAR = Decimal("1.5")
"""Rates of one pair of currencies this many times apart are not fluctuations of a few years."""
_NEAR_A_POWER = Decimal("0.25")
_TWO_DECIMALS = -2


class StatedRate(Record):
    """Two statements of one amount in one clause; ``rate`` is units of the first for one unit of the second."""

    amount: StatedRecord
    converted: StatedRecord

    @property
    def rate(self) -> Decimal:
        return self.amount.quantity.value / self.converted.quantity.value

    @property
    def precision(self) -> int:
        """The power of ten of the last digit of the rate that the two amounts justify, two decimals at most."""
        result = exchange_rate(Term.of(self.amount.quantity), Term.of(self.converted.quantity))
        justified = justified_precision(result.interval) if result.interval else None
        return _TWO_DECIMALS if justified is None else max(_TWO_DECIMALS, justified)

    @property
    def units(self) -> tuple[str, str]:
        return self.amount.unit, self.converted.unit


def converted_pairs(dataset: Dataset) -> Iterator[tuple[StatedRecord, StatedRecord]]:
    """Each amount with its conversion into another unit: two levels, or targets, of one series and period that share a
    statement of role ``converted``. In the order of the conversions' citations."""
    by_statement: defaultdict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in dataset.citations:
        by_statement[_statement(citation)].append(citation)
    for citation in dataset.citations:
        converted = _record(dataset, citation.subject) if citation.role is Role.CONVERTED else None
        if converted is None:
            continue
        for partner in by_statement[_statement(citation)]:
            other = _record(dataset, partner.subject)
            if other is not None and _same_amount(other, converted):
                yield other, converted


def _statement(citation: Citation) -> tuple[str, str]:
    """What two citations of one clause share, however its blanks are written."""
    return citation.source, " ".join(citation.statement.split())


def _same_amount(one: StatedRecord, other: StatedRecord) -> bool:
    same_thing = type(one) is type(other) and one.series == other.series and one.period == other.period
    return same_thing and one.unit != other.unit


def conversions_in(dataset: Dataset) -> list[StatedRate]:
    """Every pair of amounts above zero in two currencies of which one converts the other, each once."""
    found: dict[frozenset[str], StatedRate] = {}
    for one, other in converted_pairs(dataset):
        currencies = unit_of(one.unit).is_currency and unit_of(other.unit).is_currency
        if currencies and one.quantity.value > ZERO and other.quantity.value > ZERO:
            pair = (one, other) if one.unit < other.unit else (other, one)
            found.setdefault(frozenset((subject_of(one), subject_of(other))), StatedRate(*pair))
    return list(found.values())


def is_converted(dataset: Dataset, subject: str) -> bool:
    """Whether a figure is another one's conversion, and so no statement of its own."""
    citations = dataset.citations_by_subject.get(subject, ())
    return bool(citations) and all(citation.role is Role.CONVERTED for citation in citations)


class OutOfLine(Record):
    """A conversion whose rate is far from those of its two currencies that are in line.

    ``others`` are those, by rising rate; ``ratio`` is the rate over the middle of them.
    """

    conversion: StatedRate
    others: tuple[StatedRate, ...]
    ratio: Decimal

    @property
    def subjects(self) -> frozenset[str]:
        return frozenset((subject_of(self.conversion.amount), subject_of(self.conversion.converted)))

    @property
    def range(self) -> Message:
        """What the other conversions imply: ``6.40 to 7.18``."""
        lowest, highest = self.others[0], self.others[-1]
        precision = max(lowest.precision, highest.precision)
        low, high = (_written(conversion.rate, precision) for conversion in (lowest, highest))
        return Message("calculations.rates", low=low, high=high if high != low else None)

    @property
    def slip(self) -> Message | None:
        """Whether a misplaced decimal point would explain it."""
        power = round(self.ratio.log10())
        off = self.ratio / Decimal(10) ** power
        if power == 0 or abs(off - ONE) > _NEAR_A_POWER:
            return None
        second = self.conversion.converted
        corrected = Amount(
            second.quantity.value.scaleb(power), second.unit, second.quantity.precision + power
        )
        factor = Decimal(10) ** abs(power)
        return Message("calculations.misplaced-point", factor=factor, corrected=corrected)

    @property
    def note(self) -> Message:
        """That the rate is doubtful, for whoever reads it."""
        home, foreign = (unit_of(unit) for unit in self.conversion.units)
        return Message(
            "calculations.rate-out-of-line", home=home, foreign=foreign, others=self.range, slip=self.slip
        )


def conversions_out_of_line(dataset: Dataset) -> Iterator[OutOfLine]:
    """Every conversion that is out of line with the others of its two currencies."""
    grouped: dict[tuple[str, str], list[StatedRate]] = {}
    for conversion in conversions_in(dataset):
        grouped.setdefault(conversion.units, []).append(conversion)
    if not grouped:
        return
    from statistics import median  # which loads fractions and random numbers

    for conversions in grouped.values():
        in_line = _in_line(conversions)
        others = tuple(sorted(in_line, key=lambda conversion: conversion.rate))
        middle = median(conversion.rate for conversion in others)
        for conversion in conversions:
            if conversion not in in_line:
                yield OutOfLine(conversion, others, conversion.rate / middle)


def rates_out_of_line(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each implied rate that is far from the rates of its two currencies that are in line."""
    return (_finding(dataset, item) for item in conversions_out_of_line(dataset))


def _in_line(conversions: list[StatedRate]) -> list[StatedRate]:
    """The most conversions that agree with one of them; of as many, those of the earlier row. One wrong rate so
    casts no doubt on the others."""

    def agree_with(one: StatedRate) -> list[StatedRate]:
        return [other for other in conversions if ONE / FAR <= other.rate / one.rate <= FAR]

    return max((agree_with(one) for one in conversions), key=len)


def _record(dataset: Dataset, subject: str) -> StatedRecord | None:
    observation = dataset.observations.get(subject)
    if observation is not None:
        return observation if observation.measure is Measure.LEVEL else None
    return dataset.targets.get(subject)


def _finding(dataset: Dataset, item: OutOfLine) -> Finding:
    conversion = item.conversion
    first, second = conversion.amount, conversion.converted
    alone = item.others if len(item.others) == 1 else ()  # of two that disagree either may be the wrong one
    doubted = [first, second, *(record for other in alone for record in (other.amount, other.converted))]
    return Finding(
        "rate-out-of-line",
        Severity.WARNING,
        place=value_cell(second),
        subjects=tuple(map(subject_of, doubted)),
        series=first.series,
        name=figure_name(dataset, first),
        amount=as_stated(first),
        converted=as_stated(second),
        rate=_written(conversion.rate, conversion.precision),
        home=unit_of(first.unit),
        foreign=unit_of(second.unit),
        count=len(item.others),
        others=item.range,
        slip=item.slip,
    )


def _written(rate: Decimal, precision: int) -> str:
    return f"{rounded(rate, precision):.{max(-precision, 0)}f}"
