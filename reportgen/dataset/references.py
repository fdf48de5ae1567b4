"""Do codes have the form that figure ids need, and does every reference lead to a record?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from reportgen.dataset.findings import error, nearest
from reportgen.dataset.raw import at
from reportgen.dataset.records import TOTAL, Dataset, Observation, Target
from reportgen.findings import Finding, Place

_FORMS = {
    "indicator": re.compile(r"[a-z][a-z0-9_]*"),
    "ref_area": re.compile(r"[A-Za-z0-9_-]+"),
    "target": re.compile(r"[A-Za-z0-9_-]+"),
    "breakdown": re.compile(r"[A-Za-z0-9_]+"),
    "counterpart_area": re.compile(r"[A-Za-z0-9_-]+"),
}
"""What a figure's id allows in each of its parts."""
_FORM_WORDS = {
    "indicator": ("lower-case letters, digits and “_”, a letter first", "小写字母、数字和“_”，且以字母开头"),
    "breakdown": ("letters, digits and “_”", "字母、数字和“_”"),
}
_DEFAULT_FORM_WORDS = ("letters, digits, “_” and “-”", "字母、数字、“_”和“-”")
_DIMENSIONS = ("breakdown", "scope", "counterpart_area")


class Reference(NamedTuple):
    """A code that a row uses, and the records it must lead to, which stand in ``table``. ``subject`` is the record
    of the row."""

    place: Place
    column: str
    code: str | None
    known: Collection[str]
    table: str
    subject: str = ""


def check_codes(dataset: Dataset) -> Iterator[Finding]:
    """Codes that a figure's id cannot hold, and Chinese names that a template cannot use."""
    coded: list[tuple[str, Place, str]] = [
        *(("indicator", item.place, item.indicator) for item in dataset.indicators.values()),
        *(("ref_area", item.place, item.ref_area) for item in dataset.areas.values()),
        *(("target", item.place, item.target) for item in dataset.targets.values()),
        *((item.dimension, item.place, item.code) for item in dataset.codes),
    ]
    for column, place, code in coded:
        if column in _FORMS and not _FORMS[column].fullmatch(code):
            yield _malformed_code(place, column, code)
    yield from _name_findings(dataset)
    yield from _duplicate_codes(dataset)


def check_references(dataset: Dataset) -> Iterator[Finding]:
    """Codes that lead nowhere, one finding for each however many rows use it. A table that is missing, and a row that
    could not be read, are one finding already and are passed over here."""
    unknown: dict[tuple[str, str, str | None], list[Reference]] = {}
    for reference in _references(dataset):
        if not reference.code or not reference.known:
            continue
        if reference.code not in reference.known and reference.code not in dataset.left_out:
            key = (reference.code, reference.table, reference.place.sheet or reference.place.file)
            unknown.setdefault(key, []).append(reference)
    for references in unknown.values():
        yield _unknown_code(references)
    yield from _circular_parents(dataset)


def _references(dataset: Dataset) -> Iterator[Reference]:
    indicators, areas, sources = dataset.indicators, dataset.areas, dataset.sources
    for indicator in indicators.values():
        yield Reference(indicator.place, "parent", indicator.parent, indicators, "indicators")
    for area in areas.values():
        yield Reference(area.place, "parent", area.parent, areas, "areas")
    listed = _codes_by_dimension(dataset)
    for observation in dataset.observations.values():
        yield from _series_references(dataset, observation, listed)
        base = observation.base_indicator
        yield Reference(
            observation.place, "base_area", observation.base_area, areas, "areas", observation.obs_id
        )
        yield Reference(
            observation.place, "base_indicator", base, indicators, "indicators", observation.obs_id
        )
    for target in dataset.targets.values():
        yield from _series_references(dataset, target, listed)
        yield Reference(
            target.place, "base_obs", target.base_obs, dataset.observations, "observations", target.target
        )
    are_whole = dataset.is_whole("observations") and dataset.is_whole("targets")
    subjects = {*dataset.observations, *dataset.targets} if are_whole else set()
    for citation in dataset.citations:
        yield Reference(citation.place, "subject", citation.subject, subjects, "observations and targets")
        yield Reference(citation.place, "source", citation.source, sources, "sources")
    for item in dataset.breaks:
        yield Reference(item.place, "indicator", item.indicator, indicators, "indicators")
        yield Reference(item.place, "ref_area", item.ref_area, areas, "areas")
        yield Reference(item.place, "source", item.source, sources, "sources")
    for code in dataset.codes:
        yield Reference(code.place, "parent", code.parent, {TOTAL, *listed[code.dimension]}, "codes")


def _series_references(
    dataset: Dataset, record: Observation | Target, listed: Mapping[str, Collection[str]]
) -> Iterator[Reference]:
    series, place = record.series, record.place
    subject = record.obs_id if isinstance(record, Observation) else record.target
    yield Reference(place, "indicator", series.indicator, dataset.indicators, "indicators", subject)
    yield Reference(place, "ref_area", series.ref_area, dataset.areas, "areas", subject)
    used = {
        "breakdown": series.breakdown,
        "scope": record.scope,
        "counterpart_area": series.counterpart_area,
    }
    for dimension in _DIMENSIONS:
        known = listed.get(dimension, ())
        if not known:  # codes are optional: without a list of a dimension its codes stand for themselves
            continue
        areas = dataset.areas if dimension == "counterpart_area" else ()
        yield Reference(place, dimension, used[dimension], {TOTAL, *known, *areas}, "codes", subject)


def _codes_by_dimension(dataset: Dataset) -> Mapping[str, Collection[str]]:
    listed: dict[str, set[str]] = {}
    for dimension, code in dataset.codes_by_key:
        listed.setdefault(dimension, set()).add(code)
    return listed


def _unknown_code(references: list[Reference]) -> Finding:
    """The finding for a code that leads nowhere, at the first of the rows that use it."""
    reference = references[0]
    code = reference.code or ""
    near = nearest(code, reference.known)
    rows = sorted({str(item.place.row) for item in references[1:]} - {str(reference.place.row)}, key=int)
    also_en = f" (also used in {'rows' if len(rows) > 1 else 'row'} {', '.join(rows)})" if rows else ""
    also_zh = f"（第{'、'.join(rows)}行也使用该代码）" if rows else ""
    table_zh = reference.table.replace(" and ", "或")
    return error(
        "unknown-code",
        at(reference.place, reference.place.row, reference.column, code),
        (
            f"“{code}” does not stand in the table {reference.table}{also_en}.",
            f"“{code}”不在{table_zh}表中{also_zh}。",
        ),
        (
            f"Did you mean “{near}”? Otherwise add it there."
            if near
            else "Add it there, or correct the code.",
            f"是否应为“{near}”？否则请在该表中补充。" if near else "请在该表中补充，或更正代码。",
        ),
        code,
        *dict.fromkeys(item.subject for item in references if item.subject),
    )


def _malformed_code(place: Place, column: str, code: str) -> Finding:
    en, zh = _FORM_WORDS.get(column, _DEFAULT_FORM_WORDS)
    return error(
        "malformed-code",
        at(place, place.row, column, code),
        (
            f"“{code}” cannot be part of a figure's id, which allows {en}.",
            f"“{code}”不能用于数据标识，标识只允许{zh}。",
        ),
        ("Rename the code wherever it is used.", "请在所有用到之处更改该代码。"),
        code,
    )


def _name_findings(dataset: Dataset) -> Iterator[Finding]:
    first_with: dict[str, str] = {}
    for item in dataset.indicators.values():
        place = at(item.place, item.place.row, "name_zh", item.name_zh)
        if not item.name_zh.isidentifier():
            yield error(
                "name-no-identifier",
                place,
                (
                    f"“{item.name_zh}” cannot be written in a template: a name has no spaces or punctuation and no digit first.",
                    f"“{item.name_zh}”无法在模板中使用：名称不得含空格和标点，也不得以数字开头。",
                ),
                ("Choose a name of letters, characters and digits.", "请改用由文字和数字组成的名称。"),
                item.indicator,
            )
        first = first_with.setdefault(item.name_zh, item.indicator)
        if first != item.indicator or (item.name_zh in dataset.indicators and item.name_zh != item.indicator):
            yield error(
                "duplicate-name",
                place,
                (
                    f"“{item.name_zh}” already names the indicator “{first}”.",
                    f"“{item.name_zh}”已是指标“{first}”的名称。",
                ),
                ("Give each indicator a name of its own.", "请为每个指标取不同的名称。"),
                item.indicator,
            )


def _duplicate_codes(dataset: Dataset) -> Iterator[Finding]:
    first_row: dict[tuple[str, str], int | None] = {}
    for item in dataset.codes:
        key = (item.dimension, item.code)
        if key in first_row:
            yield error(
                "duplicate-id",
                at(item.place, item.place.row, "code", item.code),
                (
                    f"The code “{item.code}” of “{item.dimension}” already stands in row {first_row[key]}.",
                    f"“{item.dimension}”的代码“{item.code}”已在第{first_row[key]}行出现。",
                ),
                ("Keep one of the two rows.", "请只保留其中一行。"),
                item.code,
            )
        first_row.setdefault(key, item.place.row)


def _circular_parents(dataset: Dataset) -> Iterator[Finding]:
    families: list[tuple[str, Mapping[str, str | None], Mapping[str, Place]]] = [
        (
            "indicator",
            {key: item.parent for key, item in dataset.indicators.items()},
            {key: item.place for key, item in dataset.indicators.items()},
        ),
        (
            "ref_area",
            {key: item.parent for key, item in dataset.areas.items()},
            {key: item.place for key, item in dataset.areas.items()},
        ),
    ]
    for _, parents, places in families:
        for code in parents:
            chain = _chain_of(code, parents)
            if chain[-1] == code and len(chain) > 1 and code == min(chain):
                yield error(
                    "circular-parents",
                    at(places[code], places[code].row, "parent", parents[code]),
                    (
                        f"“{code}” is its own ancestor: {' → '.join(chain)}.",
                        f"“{code}”成了自己的上级：{' → '.join(chain)}。",
                    ),
                    ("Correct the column “parent” of one of them.", "请更正其中一行的“parent”列。"),
                    *chain[:-1],
                )


def _chain_of(code: str, parents: Mapping[str, str | None]) -> list[str]:
    """The code and its ancestors, until one has no parent or comes a second time."""
    chain = [code]
    while (parent := parents.get(chain[-1])) is not None:
        chain.append(parent)
        if parent in chain[:-1]:
            break
    return chain
