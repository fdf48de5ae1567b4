"""``balance_change``: how much the balance moved on the year before, in the exports' unit: a surplus that widened, a deficit that narrowed."""

from __future__ import annotations

from reportgen.calculations import ratios
from reportgen.calculations.comparability import PeriodRule
from reportgen.kinds import reasons
from reportgen.kinds.balance import has_imports, usual_imports
from reportgen.kinds.declaration import (
    Base,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    Sheet,
    apply,
    computed,
    missing,
    without_number,
)
from reportgen.kinds.stating import Clause, ClauseForm, Direction, Figure, Standing, StatesFigures
from reportgen.kinds.template_name import TemplateName
from reportgen.kinds.usable_levels import comparable_pair
from reportgen.record import replace
from reportgen.units import ADD_UP
from reportgen.values import ZERO


def _figure(inputs: Inputs, figure_id: FigureId, _base: Base) -> FigureEntry:
    unit = inputs.observed.unit_of(figure_id.series)
    balance = figure_id.with_(kind=Kind.BALANCE)
    pair = [inputs.figure(balance.with_(period=at)) for at in (balance.period, balance.period.year_before())]
    if reason := missing(pair):
        return without_number(figure_id, unit, reason, pair)
    now, before = ([inputs.figure(FigureId.parse(item)) for item in one.figure.inputs] for one in pair)
    for sides in zip(now, before, strict=True):
        *_, verdict = comparable_pair(inputs, sides[:1], sides[1:], PeriodRule.LIKE)
        if verdict.reason:
            return without_number(figure_id, unit, verdict.reason, pair)
    finest = max(entry.figure.precision for entry in pair)
    return computed(figure_id, unit, apply(ratios.change, pair), pair, round_to=finest)


def _clause(document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """Whether a surplus or a deficit widened or narrowed; neither where one turned into the other, or nothing moved."""
    now, before = (document.catalogue.get(item).value or ZERO for item in figure.inputs)
    if now * before <= 0 or not figure.value:
        return clause
    way = Direction.UP if abs(now) > abs(before) else Direction.DOWN
    form = ClauseForm(Standing.FOLLOWS, after="balanced")
    return replace(clause, form=form, now=way, kind="surplus" if now > 0 else "deficit")


KIND = Declaration(
    "balance_change",
    order=421,
    figure=_figure,
    units=ADD_UP,
    wrong_unit=reasons.NO_BALANCE_OF_RATES,
    condition=has_imports,
    default_base=usual_imports,
    verb="widened",
    clause=_clause,
    moves=True,
    template_name=TemplateName("balance_change"),
    sheet=Sheet.STRUCTURE,
)
