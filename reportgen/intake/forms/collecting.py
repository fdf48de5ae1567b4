"""``reportgen form collect``: returned forms merged with the dataset, three ways, and written all or nothing.

The three are what the dataset held when the form was made, what the form says, and what the dataset holds now. A revision
is an observation of its own with status R, its reason and the form's day; the old one stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from reportgen.dataset.records import Role
from reportgen.dataset.stores import Location, shown
from reportgen.errors import DatasetError
from reportgen.findings import Finding, Severity, error_count
from reportgen.intake.forms.merged import FormNumber, MergedNumbers, Rows
from reportgen.intake.forms.returned import Filled, Returned, empty_count, read_returned
from reportgen.intake.layout import JOINT
from reportgen.intake.new_observations import (
    REVISED,
    Holdings,
    MergeStatus,
    Stated,
    editions_of,
    free_id,
    holdings_of,
    latest_of,
    next_edition,
)
from reportgen.intake.rows_to_add import observation_row
from reportgen.intake.stored_files import finish, stored_dataset
from reportgen.intake.stored_tables import CHANGED, StoredDataset
from reportgen.language import language
from reportgen.messages import Announce, Message
from reportgen.record import Record, field, replace

_ATTEMPTS = 20


class FormRead(Record):
    """A form whose numbers were merged: how many of its cells are empty, and how many could not be read."""

    path: Path
    empty: int
    unread: int


class Collected(Record):
    """What a collection did, or would do."""

    forms: tuple[FormRead, ...]
    merged: MergedNumbers
    findings: tuple[Finding, ...]
    files: tuple[Path, ...] = ()

    @property
    def errors(self) -> int:
        return error_count(self.findings)

    @property
    def counts(self) -> Counter[str]:
        return self.merged.counts

    @property
    def empty(self) -> int:
        return sum(form.empty for form in self.forms)

    @property
    def unread(self) -> int:
        """Cells that could not be read."""
        return sum(form.unread for form in self.forms)


def collect_forms(
    paths: Sequence[Path], into: Location, *, dry_run: bool = False, partial: bool = False,
    step: Announce = lambda _: None,
) -> Collected:  # fmt: skip
    """Merge the returned forms into the dataset at ``into``.

    Raises ``ReportgenError`` where a file is no form or the dataset cannot be opened. With an error among the findings nothing
    is written; ``partial`` writes what has none.
    """
    if stored_dataset(into).is_new:
        raise DatasetError(Message("forms.no-dataset", folder=shown(into)))
    for left in reversed(range(_ATTEMPTS)):
        try:
            return _collect(paths, into, is_written=partial, dry_run=dry_run, step=step)
        except DatasetError as error:  # somebody else was faster: hold the forms against what is there now
            if not left or not isinstance(error.message, Message) or error.message.code != CHANGED:
                raise
    raise AssertionError


def _collect(
    paths: Sequence[Path],
    into: Location,
    *,
    is_written: bool,
    dry_run: bool,
    step: Announce,
) -> Collected:
    """One attempt, a form at a time: of each only its numbers are kept, on disk. ``is_written``: even where there are errors."""
    if not dry_run:
        finish(into)
    dataset = stored_dataset(into)
    merging = _Merging(dataset, date.today().isoformat())
    forms: list[FormRead] = []
    found: list[Finding] = []
    for path in paths:
        step(path.name)
        returned = read_returned(path)
        merging.merge(returned)
        errors = error_count(returned.findings)
        forms.append(FormRead(path, empty_count(returned), errors))
        found += returned.findings
    done = Collected(tuple(forms), merging.merged, (*found, *merging.findings))
    if dry_run or (done.errors and not is_written) or not merging.merged.taken_count:
        return done
    merging.add_rows()
    return replace(done, files=dataset.write())


class _Merging(Struct, dict=True):
    """The numbers of all forms on their way into one dataset."""

    dataset: StoredDataset
    today: str
    merged: MergedNumbers = field(default_factory=MergedNumbers)
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def _held(self) -> Holdings:
        return holdings_of(self.dataset)

    @cached_property
    def _authors(self) -> dict[str, str]:
        sources = self.dataset.table("sources").rows
        return {row.get("source", ""): row.get("author", "") for row in sources}

    def merge(self, returned: Returned) -> None:
        """Hold each number of a form against the dataset, and against those of the forms before it."""
        source = f"form_{returned.form.id}"
        editions = editions_of(source, self._authors)
        following = next_edition(source, editions)
        for filled in returned.filled:
            self._merge_one(returned, filled, editions, following)

    def _merge_one(self, returned: Returned, filled: Filled, editions: Sequence[str], following: str) -> None:
        key, entry, value = filled.asked.key, filled.entry, filled.entry.value
        held = self._held
        taken = self.merged.taken(key)
        stated = [*held.stated.get(key, ()), *held.qualified.get(key, ())]
        stated += [one.stated for one in reversed(taken) if one.key == key]
        now = latest_of(stated, held) if stated else None
        base = filled.asked.base
        untouched = base is not None and value == base and entry.qualifier == "eq"
        if now is None:
            self._take(returned, filled, MergeStatus.NEW, following, taken)
        elif untouched or (now.value == value and now.qualifier == entry.qualifier):
            self._add(returned, filled, MergeStatus.SAME, now.obs_id)
        elif earlier := self._earlier(stated, editions, returned, filled):
            self._add(returned, filled, MergeStatus.SAME, earlier.obs_id)
            self._find("form-older-copy", Severity.WARNING, filled, now)
        elif now.value == base or self._is_own(now, editions, returned):
            self._take(returned, filled, MergeStatus.REVISED, following, taken, now)
        else:
            self._add(returned, filled, MergeStatus.CONFLICTING, now.obs_id, now.value)
            told = None if base is None else base.scaleb(-filled.asked.power)
            self._find("form-conflict", Severity.ERROR, filled, now, subjects=(now.obs_id,), base=told)

    def _earlier(
        self, stated: Sequence[Stated], editions: Sequence[str], returned: Returned, filled: Filled
    ) -> Stated | None:
        """The same number as this form gave it before: it is an older copy, unless it was filled in later than the others."""
        own = [one for one in stated if self._is_own(one, editions, returned)]
        days = (self._held.publisher_of.get(name, ("", ""))[1] for one in own for name in one.sources)
        if not own or returned.day > max(days):
            return None
        said = (filled.entry.value, filled.entry.qualifier)
        return next((one for one in own if (one.value, one.qualifier) == said), None)

    def _is_own(self, now: Stated, editions: Sequence[str], returned: Returned) -> bool:
        """Whether the dataset's number came from this very form, sent by the same person."""
        return any(name in now.sources and self._authors.get(name, "") == returned.who for name in editions)

    def _take(
        self, returned: Returned, filled: Filled, change: MergeStatus, source: str, taken: Sequence[FormNumber],
        now: Stated | None = None,
    ) -> None:  # fmt: skip
        held = self._held
        form = returned.form
        office = form.publisher if returned.office in ("", form.office) else returned.office
        obs_id = free_id(filled.asked.key, source, held.ids, {one.obs_id for one in taken})
        if source not in self._authors:
            self._authors[source] = returned.who
            held.publisher_of[source] = (office, returned.day or self.today)
            self.dataset.table("sources").add((self._source_row(returned, source, office),))
        if now is not None:
            self._warn_of_other_publisher(filled, now, office)
        self._add(returned, filled, change, obs_id, now.value if now else None, source)

    def _add(
        self, returned: Returned, filled: Filled, change: MergeStatus, obs_id: str, before: Decimal | None = None,
        source: str = "",
    ) -> None:  # fmt: skip
        asked, entry = filled.asked, filled.entry
        label = JOINT.join((asked.area, asked.indicator))
        column = language(returned.form.language).period(asked.period)
        self.merged.append(FormNumber(
            change.value, obs_id, entry.digits, entry.power, entry.qualifier,
            REVISED if change is MergeStatus.REVISED else filled.status, filled.note, source, returned.path.name,
            filled.address, filled.text, returned.form.title, label, column, asked.unit, before, *asked.key,
        ))  # fmt: skip

    def add_rows(self) -> None:
        """Have the dataset's tables end with the numbers that are taken."""
        unit_of = self._held.unit_of
        self.dataset.table("observations").added = Rows(
            self.merged, lambda one: _observation_row(one, unit_of)
        )
        self.dataset.table("citations").added = Rows(self.merged, _citation_row)

    def _source_row(self, returned: Returned, source: str, office: str) -> Mapping[str, str]:
        code = returned.form.language
        title = language(code).say(Message("forms.source-title", title=returned.form.title))
        return {"source": source, "title": title, "author": returned.who, "publisher": office,
                "published": returned.day or self.today, "language": code, "kind": "form"}  # fmt: skip

    def _warn_of_other_publisher(self, filled: Filled, now: Stated, office: str) -> None:
        publishers = {self._held.publisher_of.get(name, ("", ""))[0] for name in now.sources}
        if office not in publishers:
            other = next(iter(publishers), "")
            self._find("form-other-publisher", Severity.WARNING, filled, now, publisher=other)

    def _find(self, code: str, severity: Severity, filled: Filled, now: Stated, **more: Any) -> None:
        """A finding about a number of the form and what the dataset holds, both as the form counts."""
        place = filled.grid.place(filled.row, filled.column)
        text, held = (value.scaleb(-filled.asked.power) for value in (filled.entry.value, now.value))
        self.findings.append(Finding(code, severity, place=place, text=text, now=held, **more))


def _observation_row(one: FormNumber, unit_of: Mapping[str, str]) -> Mapping[str, str]:
    return observation_row(
        one.key, one.obs_id, one.digits, one.power, unit_of, status=one.status, source=one.source,
        qualifier="" if one.qualifier == "eq" else one.qualifier, note=one.reason, note_zh=one.reason,
    )  # fmt: skip


def _citation_row(one: FormNumber) -> Mapping[str, str]:
    """The cell of the returned workbook that the number is in."""
    return {
        "subject": one.obs_id,
        "source": one.source,
        "statement": one.statement,
        "role": Role.TABLE.value,
        "locator": one.file,
        "table": one.table,
        "row_label": one.row_label,
        "column_label": one.column_label,
        "unit_label": one.unit_label,
        "cell": one.cell,
    }
