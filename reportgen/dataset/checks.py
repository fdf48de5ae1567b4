"""The structural checks of a dataset: codes, ids, references, citations, dates.

Whether the numbers add up is another question: see ``reportgen.calculations.reconciliation.rules``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from operator import attrgetter
from typing import TypeVar

from reportgen.dataset.clause_checks import check_clauses, has_multiplier_of_rate
from reportgen.dataset.clause_signs import check_signs
from reportgen.dataset.dates import check_dates
from reportgen.dataset.names import as_stated, figure_name, series_name
from reportgen.dataset.record_findings import finding_about, subject_of
from reportgen.dataset.records import UNIT_OF_MEASURE, Citation, Dataset, Measure, Observation, Target
from reportgen.dataset.referential_integrity import check_codes, check_references
from reportgen.dataset.vintages import known, statistical_key
from reportgen.findings import Finding, Place, Severity
from reportgen.units import RATES, UnitClass, unit_of

Item = TypeVar("Item")

NEAR_ITS_BASE = 20
"""Points from 100 within which an index may have the year before as 100."""
LONGEST_STATEMENT = 120
"""Characters of a citation: evidence, not a copy."""


def check(dataset: Dataset) -> list[Finding]:
    """Everything that is wrong with the structure of a dataset, all of it, table by table."""
    return [
        *check_codes(dataset),
        *check_references(dataset),
        *_units_of_measures(dataset),
        *_multipliers_of_rates(dataset),
        *_growth_of_rates(dataset),
        *_bases_of_indices(dataset),
        *_duplicate_observations(dataset),
        *_duplicate_targets(dataset),
        *_citations_wanting(dataset),
        *_citation_findings(dataset),
        *check_clauses(dataset),
        *check_signs(dataset),
        *check_dates(dataset),
    ]


def _units_of_measures(dataset: Dataset) -> Iterator[Finding]:
    """Growth is in percent and a difference of rates in percentage points, whatever a row says."""
    for observation in dataset.observations.values():
        if observation.measure is Measure.LEVEL or observation.unit == UNIT_OF_MEASURE[observation.measure]:
            continue
        yield finding_about(
            "unit-against-measure",
            Severity.ERROR,
            (observation,),
            place=observation.place.cell("unit", observation.unit),
            subject=observation.obs_id,
            measure=observation.measure.value,
            given=observation.unit,
            unit=UNIT_OF_MEASURE[observation.measure],
        )


def _multipliers_of_rates(dataset: Dataset) -> Iterator[Finding]:
    """A percentage is written as it is printed: 13.05 with a multiplier of 9 is no rate."""
    records: list[Observation | Target] = [*dataset.observations.values(), *dataset.targets.values()]
    for record in records:
        if not has_multiplier_of_rate(record):
            continue
        subject, power = subject_of(record), record.quantity.unit_mult
        yield finding_about(
            "multiplier-of-rate",
            Severity.ERROR,
            (record,),
            place=record.place.cell("unit_mult", str(power)),
            subject=subject,
            unit=unit_of(record.unit),
            power=power,
        )


def _growth_of_rates(dataset: Dataset) -> Iterator[Finding]:
    """A rate changes in percentage points; a growth in percent of it is another number than its readers take it for."""
    for observation in dataset.of_measure(Measure.GROWTH_YOY):
        indicator = dataset.indicators.get(observation.series.indicator)
        if indicator is None or dataset.class_of(indicator.unit) not in RATES:
            continue
        yield finding_about(
            "growth-of-rate",
            Severity.ERROR,
            (observation,),
            place=observation.place.cell("measure", observation.measure.value),
            subject=observation.obs_id,
            name=figure_name(dataset, observation),
            stated=as_stated(observation),
            unit=unit_of(indicator.unit),
        )


def _bases_of_indices(dataset: Dataset) -> Iterator[Finding]:
    """An index whose base nobody names is taken for one with a fixed base; near 100 each year it may be another kind.

    Consumer prices with the year before as 100 are 99.8 and 100.2 in two years, which is no growth of 0.4%.
    """
    named = {code.code for code in dataset.codes if code.dimension == "unit" and code.unit_class}
    asked: dict[str, list[Observation]] = {}
    units = {level.unit for level in dataset.of_measure(Measure.LEVEL)} - named
    indices = {unit for unit in units if dataset.class_of(unit) is UnitClass.INDEX}
    for level in dataset.of_measure(Measure.LEVEL) if indices else ():
        if level.unit in indices:
            asked.setdefault(level.series.indicator, []).append(level)
    for levels in asked.values():
        years = {observation.period.last // 12 for observation in levels}
        if len(years) == 1 or not all(abs(each.quantity.value - 100) <= NEAR_ITS_BASE for each in levels):
            continue
        first = levels[0]
        yield finding_about(
            "index-base-not-said",
            Severity.WARNING,
            levels,
            place=first.place.cell("unit", first.unit),
            name=series_name(dataset, first.series),
            unit_code=first.unit,
            count=len(levels),
        )


def _duplicate_observations(dataset: Dataset) -> Iterator[Finding]:
    held = known(dataset).dataset
    beside_others = {item.obs_id for members in held.beside_others for item in members}
    asked = (item for item in held.observations.values() if item.obs_id in beside_others)

    def key(item: Observation) -> Hashable:
        return (*statistical_key(item), item.quantity.value, item.quantity.qualifier)

    for first, observation in _repeated(asked, key):
        yield finding_about(
            "duplicate-observation",
            Severity.ERROR,
            (first, observation),
            at=observation,
            place=observation.place.cell("obs_id", observation.obs_id),
            subject=observation.obs_id,
            first=first.obs_id,
            name=figure_name(dataset, observation),
            stated=as_stated(observation),
        )


def _duplicate_targets(dataset: Dataset) -> Iterator[Finding]:
    """Two rows for one target of one plan; a target that another one replaces is history."""
    replaced = {target.replaces for target in dataset.targets.values()}
    asked = (item for item in dataset.targets.values() if item.target not in replaced)
    for first, target in _repeated(
        asked, attrgetter("series", "period", "unit", "scope", "plan", "operator")
    ):
        yield finding_about(
            "duplicate-target",
            Severity.WARNING,
            (first, target),
            at=target,
            place=target.place.cell("target", target.target),
            target=target.target,
            first=first.target,
            name=figure_name(dataset, target),
            stated=as_stated(target),
            stated_first=as_stated(first),
        )


def _repeated(items: Iterable[Item], key: Callable[[Item], Hashable]) -> Iterator[tuple[Item, Item]]:
    """Each item whose key an earlier one has, after the first of these."""
    seen: dict[Hashable, Item] = {}
    for item in items:
        first = seen.setdefault(key(item), item)
        if first is not item:
            yield first, item


def _citations_wanting(dataset: Dataset) -> Iterator[Finding]:
    """Every number must be able to say where it comes from."""
    cited = dataset.citations_by_subject
    subjects: list[tuple[str, str, Observation | Target]] = [
        *(("obs_id", key, item) for key, item in dataset.observations.items() if not item.source),
        *(("target", key, target) for key, target in dataset.targets.items()),
    ]
    uncited = [item for item in subjects if item[1] not in cited and dataset.is_whole("citations", item[1])]
    if len(uncited) > 1 and not dataset.citations:
        yield _no_citation_at_all(dataset, len(uncited))
        return
    for column, key, record in uncited:
        yield finding_about(
            "missing-citation",
            Severity.WARNING,
            (record,),
            place=record.place.cell(column, key),
            subject=key,
            name=figure_name(dataset, record),
        )


def _no_citation_at_all(dataset: Dataset, count: int) -> Finding:
    sheet = next(iter(dataset.observations.values())).place if dataset.observations else None
    is_workbook = sheet is not None and sheet.sheet is not None
    place = Place(sheet.file, "citations") if sheet and is_workbook else Place("citations.csv")
    return Finding("missing-citation", Severity.WARNING, place=place, variant="any", count=count)


def _citation_findings(dataset: Dataset) -> Iterator[Finding]:
    seen: set[tuple[str, str, str, str]] = set()
    for citation in dataset.citations:
        key = (citation.subject, citation.source, citation.statement, citation.cell)
        if key in seen:
            yield _repeated_citation(citation)
        seen.add(key)
        if len(citation.statement) > LONGEST_STATEMENT:
            yield _long_statement(citation)


def _repeated_citation(citation: Citation) -> Finding:
    return Finding(
        "duplicate-citation",
        Severity.NOTE,
        place=citation.place.cell("statement", citation.statement),
        subjects=(citation.subject,),
        subject=citation.subject,
    )


def _long_statement(citation: Citation) -> Finding:
    return Finding(
        "long-statement",
        Severity.WARNING,
        place=citation.place.cell("statement", citation.statement),
        subjects=(citation.subject,),
        length=len(citation.statement),
        longest=LONGEST_STATEMENT,
    )
