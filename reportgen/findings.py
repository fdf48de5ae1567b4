"""Findings: what a person should look at. They are data: collected, shown, written into packs, never raised by themselves.

What a finding says is made by ``language`` from its code and its parameters, on screens and in print, in any language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reportgen.messages import UNSAID, Message, Reason, Words
from reportgen.names import AreaName, FigureName, SeriesName
from reportgen.record import Record, replace
from reportgen.series import Series


class Severity(StrEnum):
    """How much a finding matters: an ``error`` stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(Record):
    """Where a finding is: a cell of a table, or a paragraph of a document. Empty parts are ``None``.

    ``row`` counts as a spreadsheet shows it (the head is row 1). ``column`` is a column's name in a
    dataset table, or a cell's letter in a workbook. ``paragraph`` counts from 1 within its part.
    ``line`` counts from 1 in a file that is nothing but text. ``text`` is the text there. ``part`` is what people call the part of a document, where it is not the body
    (``first-page header of section 2``). ``record`` is the code of the record in a dataset's row: unlike the number of the row,
    it stays when rows are added or sorted.
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    paragraph: int | None = None
    text: str | None = None
    part: Words | None = None
    line: int | None = None
    record: str | None = None

    def cell(self, column: str, text: str | None = None) -> Place:
        """A cell of the row that this place is."""
        return Place(self.file, self.sheet, self.row, column, None, text, record=self.record)

    @property
    def lasting(self) -> Place:
        """The place as a document may print it, which outlives the file as it is today: by record and not by row."""
        return replace(self, row=None) if self.record is not None else self


NOWHERE = Place()


@dataclass(frozen=True, slots=True, init=False)
class Finding:
    """Something a person should look at: what it is, where, and what to do about it.

    ``code`` is stable and kebab-case (``growth-against-levels``); tools may rely on it. Its words are in each language
    under ``code``, or under ``code/variant`` where one code has several wordings. ``parameters`` are what they speak of.
    ``subjects`` are the observations, targets or figure ids the finding is about, ``series`` the series it belongs to. ``cause`` names the finding that this one follows from: its code and place.
    """

    code: str
    severity: Severity
    what: Words | None
    remedy: Words | None
    place: Place
    subjects: tuple[str, ...]
    variant: str
    series: Series | None
    cause: tuple[str, Place] | None
    parameters: tuple[tuple[str, Any], ...]

    def __init__(
        self,
        code: str,
        severity: Severity,
        what: Words | None = None,
        remedy: Words | None = None,
        place: Place = NOWHERE,
        subjects: Iterable[str] = (),
        *,
        variant: str = "",
        series: Series | None = None,
        cause: tuple[str, Place] | None = None,
        **parameters: Any,
    ) -> None:
        for name, value in (
            ("code", code), ("severity", severity), ("what", what), ("remedy", remedy), ("place", place),
            ("subjects", tuple(subjects)), ("variant", variant), ("series", series), ("cause", cause),
            ("parameters", tuple(sorted(parameters.items()))),
        ):  # fmt: skip
            object.__setattr__(self, name, value)

    @property
    def key(self) -> str:
        """What its words are found under in a language."""
        return f"{self.code}/{self.variant}" if self.variant else self.code

    @property
    def message(self) -> Message:
        """What is said, as a message of its own: for errors that stop because of this finding."""
        return Message(f"findings.{self.key}", **dict(self.parameters))

    def with_(self, **changes: Any) -> Finding:
        """The same finding with other fields (``place``, ``severity``, ``cause``, ...)."""
        fields = {
            "what": self.what, "remedy": self.remedy, "place": self.place, "subjects": self.subjects,
            "variant": self.variant, "series": self.series, "cause": self.cause, "severity": self.severity,
        }  # fmt: skip
        return Finding(self.code, **{**dict(self.parameters), **fields, **changes})

    @property
    def lasting(self) -> Finding:
        """The finding as a file may record it that outlives the rows of today; see :attr:`Place.lasting`."""
        cause = None if self.cause is None else (self.cause[0], self.cause[1].lasting)
        return self.with_(place=self.place.lasting, cause=cause)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_finding_again, (self.code, {**dict(self.parameters), **{
            name: getattr(self, name)
            for name in ("severity", "what", "remedy", "place", "subjects", "variant", "series", "cause")
        }}))  # fmt: skip


def _finding_again(code: str, fields: dict[str, Any]) -> Finding:
    return Finding(code, **fields)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding stops a build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def error_count(findings: Iterable[Finding]) -> int:
    """How many of the findings stop a build."""
    return sum(finding.severity is Severity.ERROR for finding in findings)


TOLD_EACH = 5
"""Up to so many notes or warnings of one code are listed one by one, and up to so many series of it."""


class AlikeFindings(Record):
    """Findings that people read as one: the first, and how many more there are like it."""

    first: Finding
    more: tuple[Finding, ...] = ()

    @property
    def more_like_it(self) -> Message | None:
        """How many others there are, or ``None`` where there are none."""
        if not self.more:
            return None
        others = [
            *dict.fromkeys(
                str(item.series) for item in self.more if item.series not in (None, self.first.series)
            )
        ]
        return Message(
            "figures.and-more",
            count=len(self.more),
            series=(*others[:TOLD_EACH], *(("…",) if len(others) > TOLD_EACH else ())) or None,
        )

    @property
    def count_of_more(self) -> Message | None:
        """The same without the series' ids, for readers who do not know them: a few others by what they are of.

        Where all are of the first one's area, it is not named again.
        """
        if not self.more:
            return None
        first, *others = (_series_of(item) for item in (self.first, *self.more))
        names = tuple(dict.fromkeys(name for name in others if name is not None))
        if not len(names) == len(self.more) <= _NAMED:
            return Message("figures.and-more", count=len(self.more), series=None)
        if first is not None and all(name.area == first.area for name in names):
            names = tuple(replace(name, area=AreaName("", UNSAID)) for name in names)
        return Message("figures.and-more-on", count=len(names), names=names)


_NAMED = 8
"""So many others are named and not counted."""


def _series_of(finding: Finding) -> SeriesName | None:
    """The series that a finding is about, where it says its name."""
    name = dict(finding.parameters).get("name")
    if isinstance(name, FigureName):
        return name.series
    return name if isinstance(name, SeriesName) else None


def first_causes(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that follow from another one among them: mending that one mends these."""
    found = list(findings)
    causes = {(finding.code, finding.place) for finding in found}
    return [finding for finding in found if finding.cause not in causes]


def grouped(findings: Iterable[Finding]) -> list[AlikeFindings]:
    """First causes as people read them: notes and warnings of one code and series together where there are many of the code.

    An error is listed by itself, since each has to be mended; so is what belongs to no series.
    """
    found = first_causes(findings)
    of_code: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in found:
        if finding.series and finding.severity is not Severity.ERROR:
            of_code.setdefault((finding.code, finding.severity), []).append(finding)
    has_few_series = {
        code: len({item.series for item in members}) <= TOLD_EACH
        for code, members in of_code.items()
        if len(members) > TOLD_EACH
    }
    groups: dict[object, list[Finding]] = {}
    for place, finding in enumerate(found):
        few_series = has_few_series.get((finding.code, finding.severity)) if finding.series else None
        is_alone = few_series is None
        key = place if is_alone else (finding.code, finding.severity, finding.series if few_series else "")
        groups.setdefault(key, []).append(finding)
    return [AlikeFindings(first, tuple(more)) for first, *more in groups.values()]


class FindingKind(Record):
    """The findings of one code and severity, as people read them."""

    groups: tuple[AlikeFindings, ...]

    @property
    def first(self) -> Finding:
        return self.groups[0].first

    @property
    def count(self) -> int:
        """How many findings there are of the kind, told one by one or not."""
        return sum(1 + len(group.more) for group in self.groups)

    @property
    def by_reason(self) -> list[AlikeFindings]:
        """Those that give one reason as one: the first, and how many more."""
        found: dict[tuple[str, ...], list[Finding]] = {}
        for group in self.groups:
            for finding in (group.first, *group.more):
                reasons = (value.code for _, value in finding.parameters if isinstance(value, Reason))
                found.setdefault(tuple(reasons), []).append(finding)
        return [AlikeFindings(first, tuple(more)) for first, *more in found.values()]


def kinds_of(groups: Iterable[AlikeFindings]) -> list[FindingKind]:
    """The groups of one code and severity together, in the order in which the first of each comes."""
    found: dict[tuple[str, Severity], list[AlikeFindings]] = {}
    for group in groups:
        found.setdefault((group.first.code, group.first.severity), []).append(group)
    return [FindingKind(tuple(members)) for members in found.values()]
