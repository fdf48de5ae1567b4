"""The rows that an import adds to a dataset: observations, table citations, sources, and the codes they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportgen.dataset.records import TOTAL, Measure, Role
from reportgen.findings import Finding, Place, Severity
from reportgen.intake.new_observations import REVISED, Holdings, MergedNumber, MergeStatus
from reportgen.intake.patterns import tidied
from reportgen.intake.recipe import Recipe
from reportgen.intake.stored_tables import StoredDataset
from reportgen.intake.taken import ObservationKey, Taken, TakenTable
from reportgen.messages import Bilingual
from reportgen.spelling import nearest
from reportgen.units import unit_of

_CODE_OF = {"indicators": "indicator", "areas": "ref_area"}


def add_rows(
    dataset: StoredDataset, held: Holdings, merged: Sequence[tuple[TakenTable, MergedNumber]], recipe: Recipe,
    readings: Sequence[TakenTable],
) -> None:  # fmt: skip
    """Put what is new at the end of the dataset's tables, in memory."""
    _add_codes(dataset, merged, recipe, readings)
    units = {row.get("indicator", ""): row.get("unit", "") for row in dataset.table("indicators").added}
    held.unit_of.update(units)
    sources = dataset.table("sources")
    known = sources.column("source")
    first_of: dict[str, TakenTable] = {}
    for reading, one in merged:
        first_of.setdefault(one.source, reading)
    sources.add(_source_row(reading, source) for source, reading in first_of.items() if source not in known)
    dataset.table("observations").add(
        _observation_row(one, held.unit_of) for _, one in merged if one.change is not MergeStatus.SAME
    )
    dataset.table("citations").add(_citation_row(reading, one) for reading, one in merged if not one.is_cited)


def _source_row(reading: TakenTable, source: str) -> Mapping[str, str]:
    assert reading.source is not None
    return {"source": source, **reading.source.fields}


def observation_row(
    key: ObservationKey, obs_id: str, digits: str, power: int, unit_of: Mapping[str, str], **more: str
) -> Mapping[str, str]:
    """The row of a number. Its unit is left out where it is the indicator's (``unit_of``) or the measure's own."""
    return {
        "obs_id": obs_id,
        "indicator": key.indicator,
        "ref_area": key.ref_area,
        "period": key.period,
        "measure": key.measure,
        "value": digits,
        "unit_mult": str(power),
        "unit": "" if unit_of.get(key.indicator, key.unit) == key.unit else key.unit,
        "scope": key.scope,
        "breakdown": "" if key.breakdown == TOTAL else key.breakdown,
        "counterpart_area": "" if key.counterpart_area == TOTAL else key.counterpart_area,
        "prices": key.prices,
        **more,
    }


def _observation_row(one: MergedNumber, unit_of: Mapping[str, str]) -> Mapping[str, str]:
    item = one.item
    return observation_row(
        item.key, one.obs_id, item.text, item.unit_mult, unit_of,
        status=REVISED if one.change is MergeStatus.REVISED else item.status,
        growth_currency=item.meaning.growth_currency,
    )  # fmt: skip


def _citation_row(reading: TakenTable, one: MergedNumber) -> Mapping[str, str]:
    item = one.item
    return {
        "subject": one.obs_id,
        "source": one.source,
        "statement": tidied(item.statement),
        "role": Role.TABLE.value,
        "locator": reading.grid.file,
        "table": reading.title,
        "row_label": item.row_label,
        "column_label": item.column_label,
        "unit_label": item.unit_label,
        "cell": reading.grid.address(item.row, item.column),
    }


def _add_codes(
    dataset: StoredDataset,
    merged: Sequence[tuple[TakenTable, MergedNumber]],
    recipe: Recipe,
    readings: Sequence[TakenTable],
) -> None:
    """Indicators, areas and codes that the imported numbers need, and what these are parts of."""
    made = {area: label for reading in readings for area, label in reading.new_areas.items()}
    needed: dict[str, set[str]] = {
        "indicators": {one.item.key.indicator for _, one in merged},
        "areas": {one.item.key.ref_area for _, one in merged},
    }
    for table, column in _CODE_OF.items():
        known = dataset.table(table).column(column)
        rows = {row[column]: row for row in recipe.records.get(table, ())}
        wanted = _with_parents(needed[table], rows)
        dataset.table(table).add(row for code, row in rows.items() if code in wanted - known)
        if table == "areas":
            dataset.table(table).add(
                {"ref_area": code, "label_en": label, "label_zh": label, "kind": "place", "parent": parent}
                for code, (label, parent) in made.items()
                if code in needed[table] - known - rows.keys()
            )
    stored = dataset.table("codes")
    present = {(row.get("dimension", ""), row.get("code", "")) for row in stored.rows}
    used = {("breakdown", one.item.key.breakdown) for _, one in merged}
    used |= {("counterpart_area", one.item.key.counterpart_area) for _, one in merged}
    used |= {("scope", one.item.key.scope) for _, one in merged}
    used |= {("publisher", reading.source.publisher) for reading, _ in merged if reading.source}
    stored.add(
        row for row in recipe.records.get("codes", ()) if (row["dimension"], row["code"]) in used - present
    )


def _with_parents(codes: Iterable[str], rows: Mapping[str, Mapping[str, str]]) -> set[str]:
    """The codes and all that they are parts of, as far as the recipe gives them."""
    wanted: set[str] = set()
    waiting = list(codes)
    while waiting:
        code = waiting.pop()
        if code and code not in wanted:
            wanted.add(code)
            waiting.append(rows.get(code, {}).get("parent", ""))
    return wanted


def labels_of(
    dataset: StoredDataset, readings: Sequence[TakenTable], recipe: Recipe
) -> dict[tuple[str, str], Bilingual]:
    """What indicators and areas are called, by table and code: by the dataset, else by the recipe."""
    found = {
        (table, row.get(_CODE_OF[table], "")): Bilingual(row.get("label_en", ""), row.get("label_zh", ""))
        for table in _CODE_OF
        for row in (*recipe.records.get(table, ()), *dataset.table(table).rows)
    }
    for reading in readings:
        for code, (label, _) in reading.new_areas.items():
            found.setdefault(("areas", code), Bilingual(label, label))
    return found


def unknown_codes(
    dataset: StoredDataset, readings: Sequence[TakenTable], recipe: Recipe
) -> Iterator[Finding]:
    """Codes of the recipe's that neither it nor the dataset describes, and units that an indicator cannot be in."""
    seen: dict[tuple[str, str], Taken] = {}
    units: dict[tuple[str, str], tuple[TakenTable, Taken]] = {}
    for reading in readings:
        for item in reading.taken:
            seen.setdefault(("indicators", item.key.indicator), item)
            if item.key.ref_area not in reading.new_areas:
                seen.setdefault(("areas", item.key.ref_area), item)
            if item.key.measure == Measure.LEVEL:
                units.setdefault((item.key.indicator, item.key.unit), (reading, item))
    for (table, code), item in seen.items():
        known = dataset.table(table).column(_CODE_OF[table]) | {
            row[_CODE_OF[table]] for row in recipe.records.get(table, ())
        }
        if code not in known:
            yield Finding(
                "import-unknown-code", Severity.ERROR, place=Place(recipe.file, text=code), variant=table, name=code,
                table=f"{table}.csv", near=nearest(code, known) or "", row=item.row_label,
            )  # fmt: skip
    indicators = {
        row.get("indicator", ""): row.get("unit", "") for row in recipe.records.get("indicators", ())
    }
    indicators |= {row.get("indicator", ""): row.get("unit", "") for row in dataset.table("indicators").rows}
    for (indicator, unit), (reading, item) in units.items():
        own = indicators.get(indicator, unit)
        if unit_of(own).unit_class is not unit_of(unit).unit_class:
            yield reading.finding_at(
                item, "import-unit-of-another-class", indicator=indicator, unit=unit, own=own
            )
