"""Whom a batch is made for: the areas, periods, breakdowns or partners, those that ``--where`` leaves of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from reportgen.build.file_names import is_file_name, name_key
from reportgen.build.latest import is_like, seen_by, settled
from reportgen.dataset.records import TOTAL, Measure, Series
from reportgen.errors import PackError
from reportgen.language import language
from reportgen.messages import Bilingual, Message
from reportgen.periods import Period
from reportgen.record import Record, replace

if TYPE_CHECKING:
    from reportgen.build.definition import PackDefinition
    from reportgen.build.pack_or_data import PackOrData
    from reportgen.dataset.records import Dataset

PLACES = ("code", "label", "label_en", "label_zh", "year", "month")
"""What a pattern for the names of folders may put in."""


class BatchMember(Record):
    """One of those a batch is made for: ``label`` says what it is called, ``about`` is what ``--where`` asks: the columns of its table."""

    code: str
    label: Bilingual | Period
    about: Mapping[str, str]
    folder: str = ""

    def called(self, code: str) -> str:
        """The member in a language."""
        return language(code).write(self.label)


class Dimension(Record):
    """What a batch runs through. ``columns`` may be asked for by ``--where``; one of ``widening`` that is asked for takes the
    place of the usual choice."""

    name: str
    columns: tuple[str, ...]
    members: Callable[[Dataset, PackDefinition, bool], Iterator[BatchMember]]
    definition: Callable[[PackDefinition, str], PackDefinition]
    widening: tuple[str, ...] = ()


def members_of(
    opened: PackOrData, dimension: str, where: Sequence[str] = (), pattern: str = ""
) -> list[BatchMember]:
    """The members in the order of their table, each with the name of its folder. Raises ``PackError`` where there is none, or
    where a condition or the pattern cannot be read."""
    kind, definition = DIMENSIONS[dimension], opened.pack
    conditions = [_condition(text, kind) for text in where]
    everyone = any(column in kind.widening for column, _ in conditions)
    found = [
        member
        for member in kind.members(opened.dataset, definition, everyone)
        if all(_fits(member.about.get(column, ""), globs) for column, globs in conditions)
    ]
    if not found:
        code = "no-area-below" if dimension == "ref_area" and not where else "no-member"
        raise PackError(
            Message(f"pack.{code}", area=definition.ref_area, dimension=dimension, where=tuple(where))
        )
    language = definition.languages[0]
    named = [replace(item, folder=_folder_name(pattern or "{code}", item, language)) for item in found]
    _refuse_names(named, pattern)
    return named


def opened_for(base: PackOrData, written: PackDefinition, dimension: str, member: str) -> PackOrData:
    """The data as the pack of one member sees them. ``written`` is the definition as it is written."""
    if dimension != "period":
        return base.for_definition(DIMENSIONS[dimension].definition(base.pack, member))
    moved = settled(replace(written, for_each=dimension), base.dataset, Period.parse(member))
    seen = replace(base, dataset=seen_by(base.dataset, moved.cut_off), definition=moved, as_of=moved.cut_off)
    vars(seen)["files"] = base.files
    return seen


def _areas(dataset: Dataset, definition: PackDefinition, everyone: bool) -> Iterator[BatchMember]:
    """The places with figures whose parent is the pack's area."""
    observed = {series.ref_area for series in dataset.by_series}
    for area in dataset.areas.values():
        usual = area.parent == definition.ref_area and not area.is_group
        if area.ref_area in observed and (usual or everyone):
            about = {"ref_area": area.ref_area, "kind": area.kind, "parent": area.parent or ""}
            yield BatchMember(area.ref_area, area.label, about)


def _periods(dataset: Dataset, definition: PackDefinition, _everyone: bool) -> Iterator[BatchMember]:
    """The periods such as the pack goes by in which its area has a level, in their order."""
    found = {
        item.period
        for item in dataset.observations.values()
        if item.series.ref_area == definition.ref_area and item.measure is Measure.LEVEL
    }
    own = definition.period
    like = definition.period_like
    for period in sorted(found, key=lambda period: period.order):
        if is_like(period, like) if like else (period.kind is own.kind):
            yield BatchMember(str(period), period, {"period": str(period), "year": str(period.year)})


def _codes(column: str) -> Callable[[Dataset, PackDefinition, bool], Iterator[BatchMember]]:
    def listed(dataset: Dataset, definition: PackDefinition, _everyone: bool) -> Iterator[BatchMember]:
        """The codes of a dimension that the pack's area has figures of, the total apart."""
        at_area = (series for series in dataset.by_series if series.ref_area == definition.ref_area)
        for code in dict.fromkeys(_code_of(series, column) for series in at_area):
            known = dataset.codes_by_key.get((column, code))
            if code != TOTAL:
                label = known.label if known else _area_label(dataset, code)
                yield BatchMember(
                    code, label, {column: code, "parent": (known.parent or "") if known else ""}
                )

    return listed


def _code_of(series: Series, column: str) -> str:
    return series.breakdown if column == "breakdown" else series.counterpart_area


def _area_label(dataset: Dataset, code: str) -> Bilingual:
    return dataset.areas[code].label if code in dataset.areas else Bilingual(code, code)


DIMENSIONS: Mapping[str, Dimension] = {
    item.name: item
    for item in (
        Dimension(
            "ref_area",
            ("ref_area", "kind", "parent"),
            _areas,
            lambda pack, code: replace(pack, ref_area=code, for_each="ref_area"),
            ("kind", "parent"),
        ),
        Dimension(
            "period", ("period", "year"), _periods, lambda pack, _code: replace(pack, for_each="period")
        ),
        Dimension(
            "breakdown",
            ("breakdown", "parent"),
            _codes("breakdown"),
            lambda pack, code: replace(pack, breakdown=code, for_each="breakdown"),
        ),
        Dimension(
            "counterpart_area",
            ("counterpart_area", "parent"),
            _codes("counterpart_area"),
            lambda pack, code: replace(pack, counterpart_area=code, for_each="counterpart_area"),
        ),
    )
}


def _condition(text: str, dimension: Dimension) -> tuple[str, tuple[str, ...]]:
    """``parent=CN-CQ``, ``ref_area=CN-CQ-A*,CN-CQ-B``: a column and the words that fit it."""
    column, equals, words = text.partition("=")
    globs = tuple(word.strip() for word in words.split(",") if word.strip())
    if not equals or column.strip() not in dimension.columns or not globs:
        raise PackError(Message("pack.no-condition", text=text, columns=dimension.columns))
    return column.strip(), globs


def _fits(value: str, globs: Sequence[str]) -> bool:
    return any(fnmatchcase(value, glob) for glob in globs)


def _folder_name(pattern: str, member: BatchMember, language: str) -> str:
    period = Period.parse(member.code) if "period" in member.about else None
    texts = {
        "code": member.code,
        "label": member.called(language),
        "label_en": member.called("en"),
        "label_zh": member.called("zh"),
        "year": str(period.year) if period else "",
        "month": f"{period.last % 12 + 1:02d}" if period else "",
    }
    name = pattern
    for place in PLACES:
        name = name.replace(f"{{{place}}}", texts[place])
    return name


def _refuse_names(members: Sequence[BatchMember], pattern: str) -> None:
    """Raise ``PackError`` for a name that no folder can have, and for one that two members would share."""
    taken: dict[str, BatchMember] = {}
    for member in members:
        if "{" in member.folder or not is_file_name(member.folder):
            raise PackError(
                Message(
                    "pack.no-folder-name",
                    pattern=pattern,
                    name=member.folder,
                    places=tuple(f"{{{place}}}" for place in PLACES),
                )
            )
        other = taken.setdefault(name_key(member.folder), member)
        if other is not member:
            raise PackError(
                Message(
                    "pack.one-folder",
                    name=member.folder,
                    first=other.code,
                    second=member.code,
                    place="{code}",
                )
            )
