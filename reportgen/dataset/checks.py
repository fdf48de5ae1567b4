"""The structural checks of a dataset: codes, ids, references, citations, dates.

Whether the numbers add up is another question: see ``reportgen.calculations.reconciliation``.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.dataset.clause_signs import check_signs
from reportgen.dataset.clauses import check_clauses, has_multiplier_of_rate, subject_of
from reportgen.dataset.dates import check_dates
from reportgen.dataset.findings import error, note, warning
from reportgen.dataset.raw import at
from reportgen.dataset.records import UNIT_OF_MEASURE, Citation, Dataset, Measure, Observation, Target
from reportgen.dataset.references import check_codes, check_references
from reportgen.dataset.wording import as_stated, name_of, unit_name
from reportgen.findings import Finding, Place

LONGEST_STATEMENT = 120
"""Characters of a citation: evidence, not a copy."""


def check(dataset: Dataset) -> list[Finding]:
    """Everything that is wrong with the structure of a dataset, all of it, table by table."""
    return [
        *check_codes(dataset),
        *check_references(dataset),
        *_units_of_measures(dataset),
        *_multipliers_of_rates(dataset),
        *_duplicate_observations(dataset),
        *_duplicate_targets(dataset),
        *_citations_wanting(dataset),
        *_citation_findings(dataset),
        *check_clauses(dataset),
        *check_signs(dataset),
        *check_dates(dataset),
    ]


def statistical_key(observation: Observation) -> tuple[object, ...]:
    """What makes two observations the same figure: everything but id, value, qualifier, status and note."""
    base_period = observation.base_period
    if base_period is None and observation.measure is Measure.GROWTH_YOY:
        base_period = observation.period.year_before()
    return (
        observation.series,
        observation.period,
        observation.measure,
        observation.unit,
        observation.scope,
        base_period,
        observation.base_area,
        observation.base_indicator,
    )


def _units_of_measures(dataset: Dataset) -> Iterator[Finding]:
    """Growth is in percent and a difference of rates in percentage points, whatever a row says."""
    for observation in dataset.observations.values():
        unit = UNIT_OF_MEASURE.get(observation.measure)
        if unit is None or observation.unit == unit:
            continue
        yield error(
            "unit-against-measure",
            at(observation.place, observation.place.row, "unit", observation.unit),
            (
                f"“{observation.obs_id}” is a {observation.measure.value} in {observation.unit}; its unit can only be {unit}.",
                f"“{observation.obs_id}”为{observation.measure.value}，单位只能是{unit}，不能是{observation.unit}。",
            ),
            ("Leave the unit empty, or correct the measure.", "请将unit留空，或更正measure。"),
            observation.obs_id,
        )


def _multipliers_of_rates(dataset: Dataset) -> Iterator[Finding]:
    """A percentage is written as it is printed: 13.05 with a multiplier of 9 is no rate."""
    records: list[Observation | Target] = [*dataset.observations.values(), *dataset.targets.values()]
    for record in records:
        if not has_multiplier_of_rate(record):
            continue
        subject, power = subject_of(record), record.quantity.unit_mult
        unit = unit_name(record.unit)
        yield error(
            "multiplier-of-rate",
            at(record.place, record.place.row, "unit_mult", str(power)),
            (
                f"“{subject}” is in {unit.en}, where no multiplier is used, but its unit_mult is {power}.",
                f"“{subject}”的单位为{unit.zh}，不使用倍数，而unit_mult填写了{power}。",
            ),
            ("Write 0 in the column “unit_mult”.", "请在“unit_mult”列填写0。"),
            subject,
        )


def _duplicate_observations(dataset: Dataset) -> Iterator[Finding]:
    seen: dict[tuple[object, ...], Observation] = {}
    for observation in dataset.observations.values():
        key = (*statistical_key(observation), observation.quantity.value, observation.quantity.qualifier)
        first = seen.setdefault(key, observation)
        if first is observation:
            continue
        name, stated = name_of(dataset, observation), as_stated(observation)
        yield error(
            "duplicate-observation",
            at(observation.place, observation.place.row, "obs_id", observation.obs_id),
            (
                f"“{observation.obs_id}” repeats “{first.obs_id}”: {name.en}, {stated.en}.",
                f"“{observation.obs_id}”与“{first.obs_id}”重复：{name.zh}，{stated.zh}。",
            ),
            ("Keep one row, and give it both citations.", "请只保留一行，并为其登记两条引用。"),
            first.obs_id,
            observation.obs_id,
        )


def _duplicate_targets(dataset: Dataset) -> Iterator[Finding]:
    seen: dict[tuple[object, ...], Target] = {}
    for target in dataset.targets.values():
        key = (target.series, target.period, target.unit, target.scope, target.plan, target.operator)
        first = seen.setdefault(key, target)
        if first is target:
            continue
        name = name_of(dataset, target)
        yield warning(
            "duplicate-target",
            at(target.place, target.place.row, "target", target.target),
            (
                f"“{first.target}” ({as_stated(first).en}) and “{target.target}” ({as_stated(target).en}) set the same target of one plan: {name.en}.",
                f"“{first.target}”（{as_stated(first).zh}）与“{target.target}”（{as_stated(target).zh}）是同一规划的同一目标：{name.zh}。",
            ),
            ("Keep one row, and give it both citations.", "请只保留一行，并为其登记两条引用。"),
            first.target,
            target.target,
        )


def _citations_wanting(dataset: Dataset) -> Iterator[Finding]:
    """Every number must be able to say where it comes from."""
    subjects: list[tuple[str, str, Observation | Target]] = [
        *(("obs_id", key, observation) for key, observation in dataset.observations.items()),
        *(("target", key, target) for key, target in dataset.targets.items()),
    ]
    uncited = [item for item in subjects if item[1] not in dataset.citations_by_subject]
    uncited = [item for item in uncited if dataset.is_whole("citations", item[1])]
    if len(uncited) > 1 and not dataset.citations:
        yield _no_citation_at_all(dataset, len(uncited))
        return
    for column, key, record in uncited:
        name = name_of(dataset, record)
        yield warning(
            "missing-citation",
            at(record.place, record.place.row, column, key),
            (
                f"No source is cited for “{key}” ({name.en}).",
                f"“{key}”（{name.zh}）没有引用任何来源。",
            ),
            ("Add a row to citations with the source and its words.", "请在citations表中登记来源及其原文。"),
            key,
        )


def _no_citation_at_all(dataset: Dataset, count: int) -> Finding:
    sheet = next(iter(dataset.observations.values())).place if dataset.observations else None
    is_workbook = sheet is not None and sheet.sheet is not None
    place = Place(sheet.file, "citations") if sheet and is_workbook else Place("citations.csv")
    return warning(
        "missing-citation",
        place,
        (
            f"The table citations has no row, so none of the {count} figures says where it comes from.",
            f"citations表没有数据，{count}个数值均未注明来源。",
        ),
        (
            "Add a row with the source and its words for each figure.",
            "请为每个数值登记来源及其原文。",
        ),
    )


def _citation_findings(dataset: Dataset) -> Iterator[Finding]:
    seen: set[tuple[str, str, str]] = set()
    for citation in dataset.citations:
        key = (citation.subject, citation.source, citation.statement)
        if key in seen:
            yield _repeated_citation(citation)
        seen.add(key)
        if len(citation.statement) > LONGEST_STATEMENT:
            yield _long_statement(citation)


def _repeated_citation(citation: Citation) -> Finding:
    return note(
        "duplicate-citation",
        at(citation.place, citation.place.row, "statement", citation.statement),
        (
            f"The same words are cited twice for “{citation.subject}”.",
            f"“{citation.subject}”的同一引文登记了两次。",
        ),
        ("Delete one of the two rows.", "请删除其中一行。"),
        citation.subject,
    )


def _long_statement(citation: Citation) -> Finding:
    length = len(citation.statement)
    return warning(
        "long-statement",
        at(citation.place, citation.place.row, "statement", citation.statement),
        (
            f"The quotation has {length} characters; evidence is at most {LONGEST_STATEMENT}.",
            f"引文长{length}个字符，作为依据最多{LONGEST_STATEMENT}个字符。",
        ),
        ("Keep only the clause that holds the number.", "请只保留含有该数字的分句。"),
        citation.subject,
    )
