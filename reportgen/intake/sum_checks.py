"""Do a table's parts make its totals: levels that sum, and growth that fits the growth of the parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from reportgen.dataset.records import Measure
from reportgen.findings import Finding, Severity
from reportgen.intake.recipe import SumRule
from reportgen.intake.taken import Taken, TakenTable, Use
from reportgen.values import ZERO

_MEASURES = (Measure.LEVEL, Measure.GROWTH_YOY)
_CURRENT = "current"
_FLOAT = 1e-9
"""What is left of arithmetic on floats in numbers that a program wrote out."""


class _ByIndicator(NamedTuple):
    """The numbers of one place, period and kind, by indicator."""

    levels: dict[str, Taken]
    growth: dict[str, Taken]


def check_table_sums(reading: TakenTable, rule: SumRule) -> Iterator[Finding]:
    """What does not add up in one table."""
    groups = _groups(reading, rule)
    names = (rule.total, *rule.parts)
    columns = {(name, item.span): item.column for one in groups for name, item in one.levels.items()}
    for levels, _ in groups:
        lacking = [name for name in names if name not in levels]
        if not lacking:
            yield from _differing(reading, levels[rule.total], [levels[name] for name in rule.parts])
        elif len(lacking) == 1 < len(rule.parts) and rule.total in levels:
            yield from _lacking(reading, levels, rule, lacking[0], columns)
    yield from _growth(reading, rule, groups)


def _groups(reading: TakenTable, rule: SumRule) -> list[_ByIndicator]:
    wanted = {rule.total, *rule.parts}
    groups: dict[object, _ByIndicator] = {}
    for item in reading.taken:
        key = item.key
        if key.indicator not in wanted or key.measure not in _MEASURES:
            continue
        of = (key.ref_area, key.breakdown, key.counterpart_area, key.period, key.scope, item.span)
        group = groups.get(of)
        if group is None:
            group = groups[of] = _ByIndicator({}, {})
        (group.levels if key.measure == Measure.LEVEL else group.growth)[key.indicator] = item
    return list(groups.values())


def _differing(reading: TakenTable, total: Taken, parts: list[Taken]) -> Iterator[Finding]:
    difference = total.value - sum((part.value for part in parts), ZERO)
    if difference and abs(difference) > _rounding([total, *parts]):
        said = tuple(part.statement for part in parts)
        yield reading.finding_at(total, "table-sum-differs", total=total.statement, parts=said)


def _lacking(
    reading: TakenTable,
    levels: Mapping[str, Taken],
    rule: SumRule,
    name: str,
    columns: Mapping[tuple[str, str], int],
) -> Iterator[Finding]:
    """A part without a number, in a column that has numbers, though the others leave something for it."""
    total = levels[rule.total]
    column = columns.get((name, total.span), -1)
    others = [levels[part] for part in rule.parts if part != name]
    left = total.value - sum((part.value for part in others), ZERO)
    is_blank = reading.uses.get((total.row, column)) is Use.MISSING
    if is_blank and abs(left) > _rounding([total, *others]):
        yield Finding(
            "table-part-missing", Severity.WARNING, place=reading.grid.place(total.row, column), row=total.row_label,
            head=total.column_label, total=total.statement, left=left.scaleb(-total.unit_mult),
        )  # fmt: skip


def _growth(reading: TakenTable, rule: SumRule, groups: Iterable[_ByIndicator]) -> Iterator[Finding]:
    """The first row of a column in which the growth of the whole cannot be that of its parts: their levels of the year before
    do not sum."""
    differing: dict[int, list[_ByIndicator]] = {}
    names = (rule.total, *rule.parts)
    for group in groups:
        if any(name not in group.growth or name not in group.levels for name in names):
            continue
        before = [_year_before(group.levels[name], group.growth[name]) for name in names]
        if None in before or not _at_one_basis(group.growth.values()):
            continue
        (low, high), *parts = [one for one in before if one is not None]
        if high < sum(lowest for lowest, _ in parts) or low > sum(highest for _, highest in parts):
            differing.setdefault(group.growth[rule.total].column, []).append(group)
    for found in differing.values():
        total = found[0].growth[rule.total]
        said = tuple(found[0].growth[name].statement for name in rule.parts)
        yield reading.finding_at(
            total, "table-growth-differs", total=total.statement, parts=said, more=len(found) - 1
        )


def _at_one_basis(rates: Iterable[Taken]) -> bool:
    """Whether growth follows from levels: in their currency, at their prices."""
    return all(not one.meaning.growth_currency and one.key.prices in ("", _CURRENT) for one in rates)


def _year_before(level: Taken, growth: Taken) -> tuple[float, float] | None:
    """Between what values the level of the year before lies, by the rounding of level and growth."""
    (size, half), (rate, half_rate) = _rounded(level.text), _rounded(growth.text)
    low, high = 1 + (rate - half_rate) / 100, 1 + (rate + half_rate) / 100
    if low <= 0:
        return None
    least, most, power = size - half, size + half, 10.0**level.unit_mult
    slack = abs(size) * _FLOAT
    return (
        ((least / high if least > 0 else least / low) - slack) * power,
        ((most / low if most > 0 else most / high) + slack) * power,
    )


def _rounded(text: str) -> tuple[float, float]:
    """A number as it is printed, and half its last digit."""
    return float(text), 0.5 * 10.0 ** -len(text.partition(".")[2])


def _rounding(items: Iterable[Taken]) -> Decimal:
    """What the rounding of printed numbers can make of their sum: half a last digit each."""
    return sum(
        (Decimal(5).scaleb(int(item.number.as_tuple().exponent) + item.unit_mult - 1) for item in items), ZERO
    )
