"""Does a record rise or fall as its clause does? A fall recorded as a rise, and a level below zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from reportgen.dataset.clause_checks import folded_text
from reportgen.dataset.names import as_stated, figure_name, may_lie_below_zero
from reportgen.dataset.record_findings import StatedRecord, finding_about, finding_in_clause
from reportgen.dataset.records import Citation, Dataset, Measure, Observation, Role
from reportgen.findings import Finding, Severity
from reportgen.language.direction_reader import (
    LOSS,
    PROFIT,
    direction_said,
    is_below_zero,
    is_loss,
    side_before,
)
from reportgen.language.number_reader import QuantityInText
from reportgen.language.quantity_reader import quantities_in
from reportgen.units import unit_of
from reportgen.values import ZERO

_SIGNED: dict[Measure, Literal["growth", "difference"]] = {
    Measure.GROWTH_YOY: "growth",
    Measure.DIFFERENCE_PP: "difference",
}


def check_signs(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each figure below zero that no clause puts there, and each fall that is recorded as a rise."""
    either = {code for code in dataset.indicators if may_lie_below_zero(dataset, code)}
    for observation in dataset.observations.values():
        if observation.measure in _SIGNED:
            citations = _clauses(dataset, observation.obs_id)
            opposite = [citation for citation in citations if _says_opposite(citation, observation)]
            if opposite and len(opposite) == len(citations):
                yield _direction(opposite[0], observation)
            else:
                yield from (_direction(citation, observation) for citation in opposite)
            continue
        is_worth_it = observation.quantity.value < ZERO or observation.series.indicator in either
        if is_worth_it and not unit_of(observation.unit).is_rate:
            yield from _level_below_zero(dataset, observation, observation.obs_id)
            yield from _level_on_the_other_side(dataset, observation)
    for target in dataset.targets.values():
        if not unit_of(target.unit).is_rate:
            yield from _level_below_zero(dataset, target, target.target)


def _clauses(dataset: Dataset, subject: str) -> tuple[Citation, ...]:
    """The citations in words; a source alone, or a cell of a table, says nothing of a direction."""
    citations = dataset.stated_citations.get(subject, ())
    return tuple(citation for citation in citations if citation.statement and citation.role is not Role.TABLE)


def _level_below_zero(dataset: Dataset, record: StatedRecord, subject: str) -> Iterator[Finding]:
    """Flows, stocks and counts are not negative; a balance or a loss is, and then its clause says so."""
    if record.quantity.value >= ZERO:
        return
    all_citations = dataset.citations_by_subject.get(subject, ())
    citations = [citation for citation in all_citations if citation.statement]
    if all_citations and not citations:
        return  # a source without its words
    if any(_speaks_of_fall(citation, record) for citation in citations):
        return
    if not citations and may_lie_below_zero(dataset, record.series.indicator):
        return  # that no source is cited is a finding of its own
    yield finding_about(
        "negative-level",
        Severity.ERROR if citations else Severity.WARNING,
        (record,),
        variant="" if citations else "uncited",
        name=figure_name(dataset, record),
        stated=as_stated(record),
    )


def _level_on_the_other_side(dataset: Dataset, observation: Observation) -> Iterator[Finding]:
    """A loss recorded as a profit, a surplus as a deficit; of an indicator that may be either."""
    if observation.quantity.value == ZERO or not may_lie_below_zero(dataset, observation.series.indicator):
        return
    label = dataset.indicators[observation.series.indicator].label
    if any(map(is_loss, label.wordings)):
        return
    for citation in _clauses(dataset, observation.obs_id):
        text = folded_text(citation.statement)
        quantities = quantities_in(text)
        matching = [item for item in quantities if abs(item.value) == abs(observation.quantity.value)]
        other = LOSS if observation.quantity.value > ZERO else PROFIT
        if {side_before(text, item.start, _beside(item, quantities)[0]) for item in matching} == {other}:
            yield _direction(citation, observation, other)


def _says_opposite(citation: Citation, observation: Observation) -> bool:
    """Whether the clause clearly tells of a fall where a rise is recorded, or the other way round."""
    text = folded_text(citation.statement)
    value = observation.quantity.value
    if value == ZERO:
        return False
    quantities = quantities_in(text)
    matching = [quantity for quantity in quantities if abs(quantity.value) == abs(value)]
    if not matching:
        return False  # another check says that the clause does not hold the number
    if value < ZERO and _speaks_of_fall(citation, observation):
        return False
    return {_points_up(text, item, quantities, observation.measure) for item in matching} == {value < ZERO}


def _points_up(
    text: str, item: QuantityInText, quantities: Sequence[QuantityInText], measure: Measure
) -> bool | None:
    """Whether a number of a clause is said to lie above zero; ``None`` where the clause does not say."""
    if item.number < 0:
        return False
    said = direction_said(text, item.start, item.end, _SIGNED[measure], *_beside(item, quantities))
    return None if said is None else said.is_positive


def _beside(item: QuantityInText, quantities: Sequence[QuantityInText]) -> tuple[int, int | None]:
    """Where the number before one ends, and where the one after it begins."""
    ends = (other.number_end for other in quantities if other.number_end <= item.start)
    starts = (other.start for other in quantities if other.start >= item.number_end)
    return max(ends, default=0), min(starts, default=None)


def _speaks_of_fall(citation: Citation, record: StatedRecord) -> bool:
    text = folded_text(citation.statement)
    return is_below_zero(text) or any(
        quantity.value == -abs(record.quantity.value) for quantity in quantities_in(text)
    )


def _direction(citation: Citation, observation: Observation, said: str = "") -> Finding:
    number = observation.quantity.text
    falls = observation.quantity.value > ZERO
    return finding_in_clause(
        "direction-against-clause",
        Severity.ERROR,
        citation,
        observation,
        variant=said or ("fall" if falls else "rise"),
        stated=as_stated(observation),
        right=f"-{number.removeprefix('+')}" if falls else number.removeprefix("-"),
    )
