"""What a refresh did and what it kept as people made it, as data and as text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reportgen.findings import Finding, Place, Severity
from reportgen.language import place_record, say
from reportgen.living.refresh.reading_list import ToRead
from reportgen.messages import Bilingual, Message, Words
from reportgen.record import Record, field, replace

if TYPE_CHECKING:
    from reportgen.finished.lineage import Lineage


class Update(Record):
    """Something brought up to the dataset. ``kind``: figure, words, mark, paragraph, row, chart, cell."""

    kind: str
    place: Place
    before: str
    after: str
    key: str = ""

    @property
    def is_seen(self) -> bool:
        """Whether it reads otherwise now; a figure may show the same number of another period."""
        return self.before.strip() != self.after.strip()


class Kept(Record):
    """Something that the refresh kept as people made it. ``built`` was written by the build, ``edited`` is written there
    now, ``now`` is what the data say. ``is_conflict`` is false for what needs no decision: deletions that stay."""

    kind: str
    place: Place
    built: str
    edited: str
    now: str
    key: str = ""
    taken: bool = False
    decided: bool = False
    """People said that it is right as they have it."""

    @property
    def is_conflict(self) -> bool:
        return self.kind != "deleted" and not self.taken and not self.decided

    @property
    def verdict(self) -> str:
        if self.taken or self.decided:
            return "taken" if self.taken else "decided"
        return "kept" if self.is_conflict else "note"

    @property
    def conflict(self) -> str:
        """What it is called in a table of decisions: the same in every run on the same texts."""
        said = "\0".join((self.kind, self.key, self.built, self.edited, self.now))
        return (
            f"c{hashlib.sha256(said.encode()).hexdigest()[:8]}"  # a spreadsheet takes 12345e12 for a number
        )


class UpToDate(Record):
    """How many of today's figures the document shows as they are today, of how many that it would show built anew."""

    shown: int
    all: int


class Report(Struct):
    """Collected while a document is refreshed. ``document`` is the new one's name, and places are in it; ``language`` its language."""

    document: str
    language: str
    changes: list[Update] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    labels: dict[str, Bilingual] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    """Figures by their key."""
    to_read: list[ToRead] = field(default_factory=list)
    up_to_date: UpToDate | None = None

    def know(self, *lineages: Lineage) -> None:
        """Take down what the figures of documents are called."""
        for figure in (figure for lineage in lineages for figure in lineage.figures.values()):
            self.labels[figure.key] = figure.label
            self.ids[figure.key] = figure.id

    def number_anew(self, part: Words | None, numbers: Sequence[int]) -> None:
        """Let places in a part (``None``: the body) say what number each of its paragraphs has now, by the number that it had."""

        def now(place: Place) -> Place:
            if place.part != part or place.paragraph is None or place.paragraph >= len(numbers):
                return place
            return replace(place, paragraph=numbers[place.paragraph])

        self.changes = [replace(one, place=now(one.place)) for one in self.changes]
        self.kept = [replace(one, place=now(one.place)) for one in self.kept]

    @property
    def conflicts(self) -> list[Kept]:
        return [item for item in self.kept if item.is_conflict]

    def to_json(self) -> dict[str, Any]:
        """The stable form of ``reportgen refresh --json``."""
        return {
            "document": self.document,
            "changes": [
                {
                    "kind": item.kind,
                    "figure": self.ids.get(item.key),
                    "before": item.before,
                    "after": item.after,
                    "place": place_record(item.place),
                }
                for item in self.changes
            ],
            "left": [
                {
                    "kind": item.kind,
                    "id": item.conflict,
                    "conflict": item.is_conflict,
                    "taken": item.taken,
                    "decided": item.decided,
                    "figure": self.ids.get(item.key),
                    "built": item.built,
                    "edited": item.edited,
                    "now": item.now,
                    "place": place_record(item.place),
                }
                for item in self.kept
            ],
            "figures": None
            if self.up_to_date is None
            else {"as_today": self.up_to_date.shown, "of": self.up_to_date.all},
            "to_read": [
                {
                    "text": item.text,
                    "periods": list(item.periods),
                    "moved": list(item.moved),
                    "left": list(item.left),
                    "row": item.is_row,
                    "place": place_record(item.place),
                }
                for item in self.to_read
            ],
        }

    @property
    def findings(self) -> list[Finding]:
        """What is left to people, for comments in the document; of a part beside its body at its head."""
        kept = [
            Finding(
                "left-to-decide", Severity.WARNING, place=self._in_body(item.place),
                what=Message(f"living.kept-{item.kind.replace('_', '-')}", built=item.built, edited=item.edited, now=item.now),
            )
            for item in self.conflicts
        ]  # fmt: skip
        return [*kept, *(item.finding.with_(place=self._in_body(item.place)) for item in self.to_read)]

    def _in_body(self, place: Place) -> Place:
        return place if place.part is None else replace(place, paragraph=None)


def report_text(report: Report, language: str) -> str:
    """A line for each change and each thing kept, and a count of both."""
    return "\n".join(say(line, language) for line in _lines(report))


def _lines(report: Report) -> Iterator[Message]:
    changes = [item for item in report.changes if item.is_seen]
    for item in changes:
        code = "removed" if not item.after else "changed" if item.before else "added"
        label = report.labels.get(item.key)
        yield Message(f"living.{code}", place=item.place, before=item.before, after=item.after, label=label)
    for one in report.kept:
        said = Message(
            f"living.kept-{one.kind.replace('_', '-')}", built=one.built, edited=one.edited, now=one.now
        )
        verdict = Message(f"living.verdict-{one.verdict}")
        label = report.labels.get(one.key)
        yield Message("living.kept", verdict=verdict, place=one.place, what=said, label=label)
    for sentence in report.to_read:
        yield Message(
            "living.to-read", place=sentence.place, text=sentence.text,
            periods=sentence.periods, moved=sentence.moved, left=sentence.left, row=sentence.is_row,
        )  # fmt: skip
    if not report.changes and not report.kept and not report.to_read:
        yield Message("living.nothing-to-change")
    else:
        if report.up_to_date is not None:
            yield Message("living.up-to-date", shown=report.up_to_date.shown, all=report.up_to_date.all)
        yield Message("living.refreshed", changes=len(changes), conflicts=len(report.conflicts))
        if report.to_read:
            yield Message("living.count-to-read", count=len(report.to_read))
