"""``target_gap`` (差距): what is still missing to the target, in its unit; of a rate in percentage points."""

from __future__ import annotations

from functools import partial

from reportgen.calculations import targets
from reportgen.kinds.declaration import ColumnOf, Declaration, FigureEntry, Sheet
from reportgen.kinds.progress import Progress
from reportgen.kinds.stating import ASIDE, Clause, Figure, StatesFigures
from reportgen.kinds.target_measure import at_every_observation, measured, of_target, refused_at
from reportgen.kinds.template_name import TemplateName
from reportgen.record import replace
from reportgen.units import PERCENT, POINTS
from reportgen.values import Bound


def _figure(at: Progress) -> FigureEntry:
    unit = POINTS if at.unit == PERCENT else at.unit
    if at.is_within_range:
        return refused_at(at, unit, targets.REACHED)
    entry = measured(at, unit, partial(targets.gap, falling=at.falling), amount=True)
    if entry.figure.value == 0 and entry.figure.bound in (Bound.LOWER, Bound.UPPER):  # "less than 0 yuan"
        return refused_at(at, unit, targets.REACHED if at.is_reached else targets.OPEN_AT_THE_MARK)
    return entry


def _clause(document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """Of a range what is missed is the end that is nearer: from above its top, it is one to come down to."""
    target = document.dataset.targets[figure.id.target]
    reached = document.catalogue.get(figure.inputs[0]).value if figure.inputs else None
    if target.value_to is None or reached is None:
        return clause
    is_above = reached > max(target.quantity.value, target.value_to.value)
    aim = replace(clause.aim, operator="le" if is_above else "ge", comes_down=is_above)
    return replace(clause, target=aim)


KIND = Declaration(
    "target_gap",
    order=1110,
    figure=of_target(_figure),
    list_target=at_every_observation,
    verb="lacked",
    form=ASIDE,
    clause=_clause,
    direction_words="gap",
    at_threshold=True,
    template_name=TemplateName("gap", of="target"),
    column=ColumnOf("gap", ".target.gap"),
    sheet=Sheet.TARGETS,
)
