"""What one pack of a batch is made from, as a sum: where it is as it was, the pack need not be made again.

A pack sees what belongs to the areas whose figures it asks for, and what belongs to no area. What it asked for is in its
``pack.json``, and the next run compares the sums of the same areas.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from reportgen.dataset.records import Role
from reportgen.dataset.stores import is_url
from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.findings import Finding, Place
from reportgen.record import CachingRecord, replace

if TYPE_CHECKING:
    from reportgen.build.definition import PackDefinition
    from reportgen.build.pack_or_data import PackOrData
    from reportgen.dataset.records import Citation, Observation

LIBRARIES = ("jinja2", "lxml", "xlsxwriter", "formualizer")
"""What decides beside reportgen on the bytes of a document."""


class Sums(CachingRecord):
    """The sums of a dataset, of its definition and of what was asked for, taken once for all packs of a batch."""

    opened: PackOrData
    definition: PackDefinition
    options: tuple[object, ...]

    def of(self, member: str, areas: Iterable[str]) -> str:
        """The sum of all that the pack of ``member`` is made from, which asks for figures of ``areas``."""
        seen = sorted(set(areas))
        findings = [
            RecordedFinding.of(item.lasting).to_json()
            for item in concerning_areas(self.opened.findings, seen)
        ]
        parts = (self._common, member, [(area, self._by_area.get(area, "")) for area in seen], findings)
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    def prepare(self) -> None:
        """Take the sums that all packs share now, not in each worker."""
        _ = self._common, self._by_area

    @cached_property
    def _common(self) -> str:
        """What every pack sees: the definition, the templates, the program, and the tables that belong to no area."""
        dataset, opened = self.opened.dataset, self.opened
        templates = _templates(self.definition)
        files = [item for item in opened.files.sums(()) if not _is_of_dataset(item[0], self.definition)]
        designs = [(name, _sum_of_file(opened, name)) for name in templates]
        versions = [version("reportgen"), *(_version_of(name) for name in LIBRARIES)]
        tables: list[object] = [
            [replace(item, place=Place()) for item in table]
            for table in (dataset.indicators.values(), dataset.areas.values(), dataset.targets.values())
        ]
        tables += [[replace(item, place=Place()) for item in dataset.breaks]]
        tables += [[replace(item, place=Place()) for item in dataset.codes]]
        issued = (opened.pack.issue_date,) if opened.pack.stated_issue_date else ()
        seen = (opened.pack.period, opened.pack.cut_off, *issued, os.environ.get("SOURCE_DATE_EPOCH", ""))
        return repr(
            (versions, files, designs, self.options, seen, dataset.name, tables, sorted(map(str, dataset.by_series)),
             list(self._of_no_area))
        )  # fmt: skip

    @property
    def _of_no_area(self) -> Iterator[object]:
        """Citations of targets, and conversions, which are held against one another over all areas."""
        for citation in self.opened.dataset.citations:
            if citation.subject in self.opened.dataset.targets or citation.role is Role.CONVERTED:
                yield _of_citation(citation)
                source = self.opened.dataset.sources.get(citation.source)
                yield source and replace(source, place=Place())

    @cached_property
    def _by_area(self) -> Mapping[str, str]:
        """The sum of each area's observations with their citations and sources."""
        dataset = self.opened.dataset
        sums: dict[str, Any] = {}
        cited: dict[str, set[str]] = {}
        cites = dataset.citations_by_subject
        for key, item in dataset.observations.items():
            area = item.series.ref_area
            citations = cites.get(key, ())
            if area not in sums:
                sums[area], cited[area] = hashlib.sha256(), set()
            said = (*_of_observation(item), *map(_of_citation, citations))
            sums[area].update(repr(said).encode())
            cited[area].update(citation.source for citation in citations)
        for area, sources in cited.items():
            known = [dataset.sources[code] for code in sorted(sources) if code in dataset.sources]
            sums[area].update(repr([replace(item, place=Place()) for item in known]).encode())
        return {area: found.hexdigest() for area, found in sums.items()}


def concerning_areas(findings: Sequence[Finding], areas: Iterable[str]) -> list[Finding]:
    """The findings about series of these areas, and those that belong to no series."""
    seen = set(areas)
    return [item for item in findings if item.series is None or item.series.ref_area in seen]


def areas_asked_for(opened: PackOrData) -> list[str]:
    """The areas that a pack, once it is made, has asked for figures of, with those they are parts of."""
    areas = opened.dataset.areas
    found = opened.catalogue.areas_asked_for
    found |= {opened.pack.ref_area, opened.pack.national_area or opened.dataset.nation} & areas.keys()
    found |= {parent for area in found if area in areas and (parent := areas[area].parent)}
    return sorted(found)


def _of_observation(item: Observation) -> tuple[object, ...]:
    """What an observation says, without the row that it is in."""
    quantity = item.quantity
    return (
        item.obs_id, item.series.breakdown, item.series.counterpart_area, item.series.indicator, item.period.first,
        item.period.last, item.period.kind.value, item.measure.value, quantity.text, quantity.unit_mult,
        quantity.qualifier.value, item.unit, item.status, item.scope, str(item.base_period), item.base_area,
        item.base_indicator, item.period_basis.value, "|".join(item.note.by_language.values()), item.prices, item.growth_currency, item.source,
    )  # fmt: skip


def _of_citation(item: Citation) -> tuple[object, ...]:
    return (
        item.subject, item.source, item.statement, item.role.value, item.locator, item.table, item.row_label,
        item.column_label, item.unit_label, item.cell,
    )  # fmt: skip


def _templates(definition: PackDefinition) -> list[str]:
    found = (
        document.template_for(language)
        for language in definition.languages
        for document in definition.documents_in(language)
    )
    return sorted({template for template in found if template})


def _sum_of_file(opened: PackOrData, name: str) -> str:
    try:
        return hashlib.sha256(opened.files.read(name)).hexdigest()
    except OSError:
        return ""


def _is_of_dataset(path: str, definition: PackDefinition) -> bool:
    return (
        is_url(definition.dataset) or path == definition.dataset or path.startswith(f"{definition.dataset}/")
    )


def _version_of(name: str) -> str:
    from importlib.metadata import PackageNotFoundError

    try:
        return version(name)
    except PackageNotFoundError:
        return ""
