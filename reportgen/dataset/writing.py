"""Write a dataset as a folder of CSV files with its ``datapackage.json``: same dataset, same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from reportgen.dataset.csv_files import csv_bytes
from reportgen.dataset.records import (
    TOTAL,
    UNIT_OF_MEASURE,
    UNIT_OF_TARGET_KIND,
    Dataset,
    Observation,
    Target,
)
from reportgen.dataset.stores.csv_folder import DESCRIPTOR, descriptor
from reportgen.dataset.tables import TABLES
from reportgen.messages import Bilingual
from reportgen.ooxml.files import place_files
from reportgen.values import plain

Row = Mapping[str, str]


def write_folder(dataset: Dataset, folder: str | Path) -> None:
    """Write the dataset's tables into ``folder``, all or none; the folder is made where it is missing.

    Optional columns that are empty throughout are left out, but for those that people are to fill; so are optional tables without a row. Files of
    other names are not touched.
    """
    folder = Path(folder)
    files: dict[Path, bytes] = {}
    written: dict[str, tuple[str, ...]] = {}
    for name, form in TABLES.items():
        rows = list(rows_of_table(dataset, name))
        if not rows and not form.must_exist:
            continue
        columns = tuple(
            column
            for column in form.columns
            if column in (*form.required, *form.to_fill) or any(row.get(column) for row in rows)
        )
        files[folder / f"{name}.csv"] = csv_bytes(
            columns, ([row.get(column, "") for column in columns] for row in rows)
        )
        written[name] = columns
    files[folder / DESCRIPTOR] = descriptor({"name": dataset.name}, written)
    place_files(files)


def rows_of_table(dataset: Dataset, table: str) -> Iterable[Row]:
    """The rows of one table as text, in the dataset's order, under the columns of :mod:`reportgen.dataset.tables`."""
    return _ROWS[table](dataset)


def _note(text: Bilingual) -> Row:
    return {"note": text.en, "note_zh": text.zh}


def _labels(text: Bilingual, stem: str = "label") -> Row:
    return {f"{stem}_en": text.en, f"{stem}_zh": text.zh}


def _plain(number: Decimal | None) -> str:
    return "" if number is None else plain(number)


def _indicators(dataset: Dataset) -> Iterable[Row]:
    for item in dataset.indicators.values():
        yield {
            "indicator": item.indicator,
            "name_zh": item.name_zh,
            **_labels(item.label),
            "unit": item.unit,
            "round_to": str(item.round_to),
            "direction": item.direction,
            "kind": item.kind,
            "parent": item.parent or "",
            **_labels(item.counter, "count"),
            **_labels(item.part_label, "part_label"),
            "additive": " ".join(item.additive),
            "material": _plain(item.material),
            "suspect": _plain(item.suspect),
            "order": _plain(item.order),
            "description": item.description,
            "description_zh": item.description_zh,
        }


def _areas(dataset: Dataset) -> Iterable[Row]:
    for item in dataset.areas.values():
        yield {
            "ref_area": item.ref_area,
            **_labels(item.label),
            "kind": item.kind,
            "parent": item.parent or "",
            "order": _plain(item.order),
            **_note(item.note),
        }


def _sources(dataset: Dataset) -> Iterable[Row]:
    for item in dataset.sources.values():
        yield {
            "source": item.source,
            "title": item.title,
            "author": item.author,
            "publisher": item.publisher,
            "published": item.published,
            "accessed": item.accessed,
            "url": item.url,
            "language": item.language,
            "kind": item.kind,
            "file": item.file,
            **_labels(item.label),
        }


def _observations(dataset: Dataset) -> Iterable[Row]:
    for item in dataset.observations.values():
        yield {
            "obs_id": "" if item.obs_id == item.own_id() else item.obs_id,
            **_number(dataset, item),
            "measure": item.measure.value,
            "status": item.status,
            "base_period": str(item.base_period or ""),
            "base_area": item.base_area or "",
            "base_indicator": item.base_indicator or "",
            "period_basis": item.period_basis.value,
            "prices": item.prices,
            "growth_currency": item.growth_currency,
            "source": item.source or "",
            **_note(item.note),
        }


def _targets(dataset: Dataset) -> Iterable[Row]:
    for item in dataset.targets.values():
        yield {
            "target": item.target,
            **_number(dataset, item),
            "operator": item.operator,
            **({"value": "", "unit_mult": "", "operator": ""} if item.is_in_words else {}),
            "base_obs": item.base_obs or "",
            "plan": item.plan,
            "plan_zh": item.plan_zh,
            "department": item.department,
            "department_zh": item.department_zh,
            "kind": item.kind,
            "value_to": item.value_to.text if item.value_to else "",
            "base_indicator": item.base_indicator or "",
            "issued": item.issued,
            "replaces": item.replaces or "",
            "order": _plain(item.order),
            **_note(item.note),
        }


def _number(dataset: Dataset, item: Observation | Target) -> Row:
    """What an observation and a target share; a unit that follows from indicator or measure is not repeated."""
    series = item.series
    indicator = dataset.indicators.get(series.indicator)
    own = (
        UNIT_OF_MEASURE.get(item.measure)
        if isinstance(item, Observation)
        else UNIT_OF_TARGET_KIND.get(item.kind)
    )
    usual_unit = own or (indicator.unit if indicator else "")
    return {
        "indicator": series.indicator,
        "ref_area": series.ref_area,
        "period": str(item.period),
        "value": item.quantity.text,
        "unit_mult": str(item.quantity.unit_mult),
        "unit": "" if item.unit == usual_unit else item.unit,
        "qualifier": item.quantity.qualifier.value,
        "scope": item.scope,
        "breakdown": "" if series.breakdown == TOTAL else series.breakdown,
        "counterpart_area": "" if series.counterpart_area == TOTAL else series.counterpart_area,
    }


def _citations(dataset: Dataset) -> Iterable[Row]:
    for item in dataset.citations:
        yield {
            "subject": item.subject,
            "source": item.source,
            "statement": item.statement,
            "role": item.role.value,
            "locator": item.locator,
            "table": item.table,
            "row_label": item.row_label,
            "column_label": item.column_label,
            "unit_label": item.unit_label,
            "cell": item.cell,
        }


def _breaks(dataset: Dataset) -> Iterable[Row]:
    for item in dataset.breaks:
        yield {
            "indicator": item.indicator,
            "ref_area": item.ref_area,
            "period": str(item.period),
            "basis": item.basis.value,
            **_note(item.note),
            "source": item.source or "",
        }


def _codes(dataset: Dataset) -> Iterable[Row]:
    for item in dataset.codes:
        yield {
            "dimension": item.dimension,
            "code": item.code,
            **_labels(item.label),
            "parent": item.parent or "",
            "class": item.unit_class,
            "order": _plain(item.order),
            "note": item.note,
            "note_zh": item.note_zh,
        }


_ROWS = {
    "indicators": _indicators,
    "areas": _areas,
    "sources": _sources,
    "observations": _observations,
    "targets": _targets,
    "citations": _citations,
    "breaks": _breaks,
    "codes": _codes,
}
