"""What a command is asked about: a pack, or a dataset alone."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build.findings_cache import keep, kept, sum_of_data
from reportgen.build.pack_file import is_pack
from reportgen.dataset import check as check_records
from reportgen.dataset import read
from reportgen.dataset.part import read_areas
from reportgen.dataset.stores import Location
from reportgen.errors import DatasetError, PackError
from reportgen.findings import Finding, Place, Severity, has_errors
from reportgen.messages import Message
from reportgen.record import CachingRecord, Record, replace
from reportgen.style import STYLE, Style
from reportgen.toml_keys import PACK_FILE

if TYPE_CHECKING:
    from reportgen.build.definition import PackDefinition
    from reportgen.build.input_files import InputFiles
    from reportgen.build.latest import AskedPeriod
    from reportgen.dataset.records import Dataset, Observation
    from reportgen.kinds import Catalogue


LARGE = 5_000
"""From so many observations on it pays to look for the part of a dataset that one figure needs."""


class ReadFrom(Record):
    """Where a dataset was read, with the sum of its files then, and the day later than which it leaves figures out."""

    dataset: Dataset
    location: Location
    data: str
    seen_by: date | None = None

    def is_unchanged(self) -> bool:
        """Whether the files are as they were before they were read."""
        return bool(self.data) and sum_of_data(self.location) == self.data


class PackOrData(CachingRecord):
    """A dataset that was read, with what could not be read of it, and the pack that named it (or none)."""

    dataset: Dataset
    unreadable: tuple[Finding, ...]
    definition: PackDefinition | None = None
    as_of: date | None = None
    """The day whose knowledge counts: a pack's cut-off date. Without one, everything published counts."""
    read_from: ReadFrom | None = None

    @property
    def pack(self) -> PackDefinition:
        """The pack's definition. Only for subjects that are packs."""
        assert self.definition is not None
        return self.definition

    @property
    def style(self) -> Style:
        """How numbers are printed: as the pack says, else as usual."""
        return self.definition.style if self.definition else STYLE

    @cached_property
    def catalogue(self) -> Catalogue:
        from reportgen.kinds import Catalogue

        return Catalogue(self.dataset, self.as_of)

    @cached_property
    def files(self) -> InputFiles:
        """The files of the pack, each read once. Only for subjects that are packs."""
        from reportgen.build.input_files import InputFiles

        return InputFiles(self.pack)

    def for_definition(self, definition: PackDefinition) -> PackOrData:
        """The same data, which are not read or checked again, for another definition of the same pack. Figures are worked out
        anew, so that what is asked for can be said."""
        other = replace(self, definition=definition)
        vars(other).update(findings=self.findings, files=self.files, catalogue=self.catalogue.afresh())
        return other

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding about the data: what could not be read, what is wrong in a record, what does not add up."""
        origin = self.read_from if self.read_from and self.read_from.dataset is self.dataset else None
        known = kept(origin.data, origin.seen_by, self.as_of) if origin else None
        if known is not None:
            return known
        found = (*self.unreadable, *check_dataset(self.dataset, self.as_of, self.unreadable))
        if origin and origin.is_unchanged():
            keep({(origin.seen_by, self.as_of): found}, origin.data)
        return found

    def near(self, figure_id: str) -> PackOrData:
        """The same, of a large dataset with the part alone that one figure can be made from and findings about it can come
        from; the whole where the id is none, or names what there is not."""
        from reportgen.dataset.neighbourhood import neighbourhood
        from reportgen.errors import ReportgenError
        from reportgen.kinds.figure import FigureId
        from reportgen.kinds.near import series_near

        if len(self.dataset.observations) < LARGE or "catalogue" in vars(self):
            return self
        try:
            asked = FigureId.parse(figure_id)
            part = replace(self, dataset=neighbourhood(self.dataset, series_near(self.dataset, asked)))
            part.catalogue.get(figure_id)
        except (ValueError, ReportgenError):
            return self
        return part

    def refuse_errors(self, findings: tuple[Finding, ...]) -> None:
        """Raise :class:`DatasetError` with ``findings`` if any of them is an error."""
        if has_errors(findings):
            raise DatasetError(Message("pack.dataset-has-errors", dataset=self.dataset.name), findings)


def open_pack_or_data(
    path: Location, period: AskedPeriod | None = None, areas: frozenset[str] | None = None
) -> PackOrData:
    """Read the pack or dataset at ``path``. Its numbers are not yet checked. ``period``: in place of the pack's own.

    ``areas``: read no more than what belongs to these, where that is possible.
    """
    definition = _definition_at(path)
    location = definition.dataset_path if definition else path
    part = read_areas(location, areas) if areas is not None else None
    data = sum_of_data(location) if part is None else ""
    dataset, unreadable = part or read(location)
    if definition is None:
        return PackOrData(dataset, tuple(unreadable), read_from=ReadFrom(dataset, location, data))
    from reportgen.build.latest import seen_by, settled

    moves = definition.stated_period is None or period is not None
    try:
        definition = settled(definition, dataset, period)
    except PackError as error:  # what could not be read may be why
        raise PackError(error.message, [*unreadable, *error.findings]) from None
    day = definition.cut_off
    if moves:
        dataset = seen_by(dataset, day)
    origin = ReadFrom(dataset, location, data, day if moves else None)
    return PackOrData(dataset, tuple(unreadable), definition, day, origin)


def known_findings(data: Location) -> tuple[Finding, ...] | None:
    """What a check of a dataset by itself found before, without reading it again; ``None`` where it changed since, or never was."""
    return None if is_pack(data) else kept(sum_of_data(data), None, None)


def location_of_data(location: Location) -> Location:
    """Where the dataset of a pack is, or the dataset that ``location`` is itself."""
    definition = _definition_at(location)
    return definition.dataset_path if definition else location


def _definition_at(location: Location) -> PackDefinition | None:
    """The definition of the pack that is there; ``None`` for a dataset, which costs no look at how packs are defined."""
    if not is_pack(location):
        return None
    from reportgen.build.definition import read_definition

    return read_definition(Path(location))


def open_readable(path: Location, period: AskedPeriod | None = None) -> PackOrData:
    """Read the pack or dataset at ``path``; raise :class:`DatasetError` where a record cannot be read. ``period``: in place of
    the pack's own."""
    opened = open_pack_or_data(path, period)
    opened.refuse_errors(opened.unreadable)
    return opened


def check_dataset(
    dataset: Dataset, as_of: date | None = None, unreadable: tuple[Finding, ...] = ()
) -> tuple[Finding, ...]:
    """Everything in a dataset that a person should look at: its records one by one, then whether the numbers that hold
    (on a day, where one is given) add up. ``unreadable`` is what was found when it was read."""
    from reportgen.calculations.reconciliation.rules import reconcile
    from reportgen.dataset.vintages import known

    of_records = check_records(dataset)
    errors = [item for item in of_records if item.severity is Severity.ERROR and item.cause is None]
    doubted = {named: (item.code, item.place) for item in reversed(errors) for named in item.subjects}
    gap = next((item for item in (*unreadable, *errors) if _is_of_observations(item)), None)
    held = known(dataset, as_of)
    unseen = [_not_yet_published(held.unseen, as_of)] if held.unseen and as_of else []
    of_numbers = reconcile(held.dataset, doubted, (gap.code, gap.place) if gap else None, held.superseded)
    return (*of_records, *of_numbers, *unseen)


def _is_of_observations(finding: Finding) -> bool:
    table = finding.place.sheet or (finding.place.file or "").removesuffix(".csv")
    return finding.severity is Severity.ERROR and table == "observations"


def _not_yet_published(unseen: tuple[Observation, ...], cut_off: date) -> Finding:
    first = min(unseen, key=lambda item: (item.period.order, item.obs_id))
    return Finding(
        "not-yet-published",
        Severity.NOTE,
        place=Place(PACK_FILE, column="cut_off"),
        subjects=[item.obs_id for item in unseen],
        cut_off=cut_off,
        count=len(unseen),
        first=first.obs_id,
    )
