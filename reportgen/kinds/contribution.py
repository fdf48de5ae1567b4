"""``contribution`` (贡献率): the part's share of its whole's change on the year before, percent."""

from __future__ import annotations

from reportgen.calculations.growth import (
    CONTRIBUTION,
    certain_enough,
    contribution,
    contribution_of_rates,
    precision_of,
    telling,
)
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Sheet,
    computed,
)
from reportgen.kinds.part_of_change import change_of, changes_of, rate_behind, worked_out
from reportgen.kinds.stating import FOLLOWS, Clause, Figure, StatesFigures, with_whole
from reportgen.kinds.template_name import TemplateName, named_base
from reportgen.kinds.wholes import usual_whole
from reportgen.record import replace
from reportgen.units import ADD_UP, PERCENT


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    change = change_of(inputs, figure_id, base, PERCENT)
    if isinstance(change, FigureEntry):
        return change
    terms = (*change.part, *change.whole)
    result, known = worked_out(contribution, terms, CONTRIBUTION)
    rates = (rate_behind(inputs, change.part), rate_behind(inputs, change.whole))
    if result.value is not None and rates[0] is not None and rates[1] is not None:
        levels = (change.part[0].term, change.whole[0].term)
        assert levels[0] is not None
        assert levels[1] is not None
        spread = contribution_of_rates(levels[0], rates[0], levels[1], rates[1])
        result = replace(result, interval=spread, claim=result.claim and spread)
    numbers = [entry.term for entry in terms if entry.term is not None]
    if len(numbers) == len(terms):
        result = telling(result, *numbers[2:])
    result = certain_enough(result)
    return computed(change.figure_id, PERCENT, result, known, precision=precision_of(result))


def _clause(document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """To a fall of the whole it is a contribution to that fall."""
    _, _, now, before = (document.catalogue.get(item) for item in figure.inputs)
    falls = now.value is not None and before.value is not None and now.value < before.value
    return replace(with_whole(document, figure, clause), whole_falls=falls)


KIND = Declaration(
    "contribution",
    order=412,
    figure=_figure,
    list_series=changes_of,
    unit=PERCENT,
    units=ADD_UP,
    wrong_unit=reasons.DOES_NOT_ADD_UP,
    default_base=usual_whole,
    verb="contributed",
    form=FOLLOWS,
    clause=_clause,
    of_whole=True,
    template_name=TemplateName("contribution", brackets=named_base, alone=True),
    column=ColumnOf("contribution", ".contribution"),
    sheet=Sheet.GROWTH,
)
