"""What of a reading is new to a dataset, what it holds already, and what is a later publication of a number it holds.

Vintages are the dataset's (DESIGN section 2): a number that a later table of the same publisher states otherwise becomes an
observation of its own with status R, and the old one stays. Of different publishers both stay. Nothing that is in the
dataset is changed.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct, field

from reportgen.dataset.records import TOTAL, Measure, Series, own_id
from reportgen.dataset.vintages import EDITION, edition_of
from reportgen.findings import Finding, Severity
from reportgen.intake.size_checks import KnownLevels, series_of
from reportgen.intake.stored_tables import StoredDataset
from reportgen.intake.taken import ObservationKey, SourceRecord, Taken, TakenTable
from reportgen.periods import Period, PeriodKind

REVISED = "R"


class MergeStatus(StrEnum):
    """What a number of a table or a form is to the dataset."""

    NEW = "new"
    SAME = "same"
    REVISED = "revised"
    CONFLICTING = "conflicting"
    """A form's number that is not the one the dataset has come to hold since the form went out."""


class Stated(NamedTuple):
    """An observation that the dataset holds, with the sources that cite it."""

    obs_id: str
    value: Decimal
    status: str
    sources: frozenset[str]
    cells: frozenset[tuple[str, str]]
    """Source and cell of its table citations."""
    qualifier: str = "eq"


class MergedNumber(NamedTuple):
    """One imported number beside what the dataset held; ``before`` is the value it revises."""

    item: Taken
    change: MergeStatus
    obs_id: str
    source: str
    before: Decimal | None = None
    is_cited: bool = False
    """Whether the dataset holds the citation of this cell already."""


class Holdings(Struct):
    """What a dataset holds, as far as an import asks; it grows with each table."""

    unit_of: dict[str, str] = field(default_factory=dict)
    publisher_of: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Publisher and day of publication of each source."""
    latest_of: dict[str, Period] = field(default_factory=dict)
    """The latest period that each source states a number for."""
    stated: dict[ObservationKey, list[Stated]] = field(default_factory=dict)
    qualified: dict[ObservationKey, list[Stated]] = field(default_factory=dict)
    """Numbers that are not exact: no table states such."""
    levels: KnownLevels = field(default_factory=KnownLevels)
    ids: set[str] = field(default_factory=set)


def holdings_of(dataset: StoredDataset) -> Holdings:
    """What the dataset's files hold."""
    held = Holdings()
    held.unit_of = {row.get("indicator", ""): row.get("unit", "") for row in dataset.table("indicators").rows}
    held.publisher_of = {
        row.get("source", ""): (row.get("publisher", ""), row.get("published", ""))
        for row in dataset.table("sources").rows
    }
    sources: dict[str, set[str]] = {}
    cells: dict[str, set[tuple[str, str]]] = {}
    for row in dataset.table("citations").rows:
        subject, source = row.get("subject", ""), row.get("source", "")
        sources.setdefault(subject, set()).add(source)
        if row.get("cell"):
            cells.setdefault(subject, set()).add((source, row["cell"]))
    for row in dataset.table("observations").rows:
        _hold(held, row, sources, cells)
    return held


def _hold(
    held: Holdings, row: dict[str, str], sources: dict[str, set[str]], cells: dict[str, set[tuple[str, str]]]
) -> None:
    try:
        period, period_text = _period(row.get("period", ""))
        value = Decimal(row.get("value", "")).scaleb(int(row.get("unit_mult") or 0))
    except (ValueError, InvalidOperation):
        return  # for ``check`` to say
    measure = row.get("measure", "")
    is_level = measure == Measure.LEVEL
    unit = (row.get("unit") or held.unit_of.get(row.get("indicator", ""), "")) if is_level else ""
    key = ObservationKey(
        row.get("indicator", ""), row.get("ref_area", ""), row.get("breakdown") or TOTAL,
        row.get("counterpart_area") or TOTAL, period_text, measure, row.get("scope", ""), row.get("prices", ""), unit,
    )  # fmt: skip
    obs_id = row.get("obs_id") or observation_id(key, row.get("source", ""))
    cited = frozenset(sources.get(obs_id, ())).union((row["source"],) if row.get("source") else ())
    held.ids.add(obs_id)
    for source in cited:
        latest = held.latest_of.get(source)
        if latest is None or period.order > latest.order:
            held.latest_of[source] = period
    if any(row.get(name) for name in ("base_period", "base_area", "base_indicator")):
        return
    qualifier = row.get("qualifier") or "eq"
    numbers = held.stated if qualifier == "eq" else held.qualified
    numbers.setdefault(key, []).append(
        Stated(obs_id, value, row.get("status", ""), cited, frozenset(cells.get(obs_id, ())), qualifier)
    )
    if is_level and qualifier == "eq":
        held.levels.add(series_of(key), period, float(value))


@lru_cache(maxsize=1024)
def _period(text: str) -> tuple[Period, str]:
    period = canonical_period(Period.parse(text))
    return period, str(period)


def canonical_period(period: Period) -> Period:
    """One period, one form: January to March is the first quarter."""
    return period if period.kind is PeriodKind.DAY else Period.span_of(period.first, period.last)


def observation_id(key: ObservationKey, source: str) -> str:
    """``trade.GENERAL~US/CN-CQ/2024-05/level@gacc_2024_05``: the id of an observation that has none of its own."""
    series = Series(key.indicator, key.ref_area, key.breakdown, key.counterpart_area)
    return own_id(series, key.period, key.measure, source)


def free_id(key: ObservationKey, source: str, *taken: Container[str]) -> str:
    """The id of an observation, with a number behind it where it is taken."""
    plain_id = obs_id = observation_id(key, source)
    number = 2
    while any(obs_id in ids for ids in taken):
        obs_id, number = f"{plain_id}-{number}", number + 1
    return obs_id


def merge(reading: TakenTable, held: Holdings) -> tuple[list[MergedNumber], list[Finding]]:
    """Each number of a reading with what it is to the dataset; afterwards the holdings count it too."""
    assert reading.source is not None
    of_table = _TableMerge(reading, reading.source, held)
    merged = [one for item in reading.taken if (one := of_table.merge(item)) is not None]
    for name in {one.source for one in merged}:
        held.publisher_of.setdefault(name, (reading.source.publisher, reading.source.published))
        if reading.source.latest is not None:
            held.latest_of.setdefault(name, reading.source.latest)
    return merged, of_table.findings


class _TableMerge:
    """One table's numbers on their way into a dataset."""

    def __init__(self, reading: TakenTable, source: SourceRecord, held: Holdings) -> None:
        self._grid, self._source, self._held = reading.grid, source, held
        self._editions = editions_of(source.source, held.publisher_of)
        self.findings: list[Finding] = []

    def merge(self, item: Taken) -> MergedNumber | None:
        """What the number is to the dataset; ``None``, with a finding, where nobody can know."""
        stated = self._held.stated.setdefault(item.key, [])
        address = self._grid.address(item.row, item.column)
        one = self._against(item, stated, address) if stated else self._new(item, MergeStatus.NEW)
        if one is None:
            return None
        cell = (one.source, address)
        if one.change is MergeStatus.SAME:
            at, known = next((at, other) for at, other in enumerate(stated) if other.obs_id == one.obs_id)
            stated[at] = known._replace(sources=known.sources | {one.source}, cells=known.cells | {cell})
        else:
            stated.append(
                Stated(one.obs_id, item.value, item.status, frozenset({one.source}), frozenset({cell}))
            )
            self._held.ids.add(one.obs_id)
        return one

    def _against(self, item: Taken, stated: Sequence[Stated], address: str) -> MergedNumber | None:
        """The number against what the dataset holds of the same figure."""
        held, source = self._held, self._source
        value = item.value
        equal = [one for one in stated if one.value == value]
        for one in equal:
            own = next((edition for edition in reversed(self._editions) if edition in one.sources), None)
            if own is not None:
                return MergedNumber(
                    item, MergeStatus.SAME, one.obs_id, own, is_cited=(own, address) in one.cells
                )
        if of_editions := [one for one in stated if one.sources & set(self._editions)]:
            following = next_edition(source.source, self._editions)
            return self._new(item, MergeStatus.REVISED, following, of_editions[-1].value)
        ours = [one for one in stated if _is_of_publisher(one, source.publisher, held)]
        if not ours:
            return self._same(item, equal[0]) if equal else self._new(item, MergeStatus.NEW)
        last = max(ours, key=lambda one: _vintage(one, held))
        if last.value == value:
            return self._same(item, last)
        order = _order(source, last, held)
        if order is None:
            self.findings.append(self._undated(item, last))
            return None
        if order > 0:
            return self._new(item, MergeStatus.REVISED, before=last.value)
        earlier = next((one for one in equal if one in ours), None)  # an older table: history
        return self._same(item, earlier) if earlier else self._new(item, MergeStatus.NEW)

    def _same(self, item: Taken, one: Stated) -> MergedNumber:
        return MergedNumber(item, MergeStatus.SAME, one.obs_id, self._source.source)

    def _new(
        self, item: Taken, change: MergeStatus, source: str = "", before: Decimal | None = None
    ) -> MergedNumber:
        source = source or self._source.source
        return MergedNumber(item, change, free_id(item.key, source, self._held.ids), source, before)

    def _undated(self, item: Taken, last: Stated) -> Finding:
        return Finding(
            "import-undated-revision", Severity.ERROR,
            place=self._grid.place(item.row, item.column, item.statement), found=item.statement, held=last.value,
            source=next(iter(last.sources), ""), period=item.period, row=item.row_label,
        )  # fmt: skip


def editions_of(source: str, known: Container[str]) -> list[str]:
    """A source that is known already, and those of its later editions: what was published again under one name."""
    found: list[str] = []
    while (edition := next_edition(source, found)) in known:
        found.append(edition)
    return found


def next_edition(source: str, editions: Sequence[str]) -> str:
    """What a source is called after so many editions."""
    return f"{source}{EDITION}{len(editions) + 1}" if editions else source


def _is_of_publisher(one: Stated, publisher: str, held: Holdings) -> bool:
    return bool(publisher) and any(
        held.publisher_of.get(source, ("", ""))[0] == publisher for source in one.sources
    )


def _published(one: Stated, held: Holdings) -> str:
    """The last day on which a source of it was published."""
    return max((held.publisher_of.get(source, ("", ""))[1] for source in one.sources), default="")


def _vintage(one: Stated, held: Holdings) -> tuple[bool, str, int, int]:
    """Sorts numbers of one publisher: revised after not revised, then by the day of publication, then editions of a source."""
    latest = max(
        (held.latest_of[source].last for source in one.sources if source in held.latest_of), default=0
    )
    return (
        one.status == REVISED,
        _published(one, held),
        latest,
        max((edition_of(source)[1] for source in one.sources), default=1),
    )


def latest_of(stated: Sequence[Stated], held: Holdings) -> Stated:
    """Of several vintages of one number the one that was published last."""
    return max(stated, key=lambda one: (_vintage(one, held), one.obs_id))


def _order(source: SourceRecord, other: Stated, held: Holdings) -> int | None:
    """Whether the source was published after (1) or before (-1) what the dataset has; ``None`` where nobody can know."""
    published = _published(other, held)
    if source.published and published and source.published != published:
        return 1 if source.published > published else -1
    latest = max((held.latest_of[name].end for name in other.sources if name in held.latest_of), default=None)
    if source.latest is None or latest is None or source.latest.end == latest:
        return None
    return 1 if source.latest.end > latest else -1
