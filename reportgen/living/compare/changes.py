"""The comparison itself: figures that are new, revised or gone, and sources, breaks, targets and findings that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from reportgen.figures.earlier_records import reasons_read_alike
from reportgen.figures.recorded_figures import FigureRecord
from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.findings import Place
from reportgen.kinds.declaration import declaration_of
from reportgen.kinds.figure import FigureId
from reportgen.language import place_record
from reportgen.living.compare.renames import Rename, renamed, renames_between
from reportgen.living.compare.revision_amounts import Difference, difference_of
from reportgen.living.compare.side import Side
from reportgen.living.in_print import in_print
from reportgen.messages import Bilingual
from reportgen.record import Record, field
from reportgen.style import STYLE, Style

_WHAT_PRINT_SHOWS = {
    "value": "value",
    "value_to": "value_to",
    "unit": "unit",
    "precision": "precision",
    "bound": "bound",
    "qualifier": "qualifier",
    "status": "statuses",
    "state": "state",
    "scope": "scopes",
    "formula": "formula",
}
"""Fields as the JSON names them, and what they are called in a record."""

_NAMES_IN_JSON = {"reason": "reason_en"}
"""Fields that the JSON calls otherwise."""

_WORDS_ALONE = frozenset({"citations", "reason", "formula"})


class FigureChange(Record):
    """One figure on both sides, ``None`` where it is not there.

    ``through`` are the ids of the published figures whose change moves this one, ``changed`` the fields of the record that differ.
    """

    id: str
    old: FigureRecord | None
    new: FigureRecord | None
    changed: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    amount: Difference | None = None
    styles: tuple[Style, Style] = (STYLE, STYLE)
    """Those of the two sides."""

    @property
    def figure(self) -> FigureRecord:
        """The figure as it is now, or as it last was."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def label(self) -> Bilingual:
        return self.figure.label

    @property
    def is_published(self) -> bool:
        """Whether a source or plan states it; otherwise it was computed."""
        return bool(self.figure.observation) or (
            bool(self.figure.target) and declaration_of(self.figure.figure_id.kind).is_stated
        )

    @property
    def is_moved(self) -> bool:
        """Whether what is printed of it changed: its number or what is said beside it, or its status."""
        return (self.has_number or self.is_status) and not _WORDS_ALONE.issuperset(self.changed)

    @property
    def has_number(self) -> bool:
        """Whether it has a number on either side."""
        return any(figure is not None and figure.value is not None for figure in (self.old, self.new))

    @property
    def is_status(self) -> bool:
        return bool(self.figure.state)

    def is_same_in_print(self, code: str) -> bool:
        """Whether print in a language shows the same number, status or reason on both sides."""
        if self.old is None or self.new is None or "reason" in self.changed:
            return False
        before, now = (
            in_print(figure, code, style)
            for figure, style in zip((self.old, self.new), self.styles, strict=True)
        )
        return before == now

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "label_en": self.label.en,
            "label_zh": self.label.zh,
            "published": self.is_published,
            "old": _shown(self.old),
            "new": _shown(self.new),
            "changed": [_NAMES_IN_JSON.get(name, name) for name in self.changed],
            "through": list(self.through),
            "amount": self.amount.to_json() if self.amount else None,
        }


class RecordChange(Record):
    """A source, a break or words on both sides; ``key`` are the codes it is known by, ``fields`` those that differ."""

    key: tuple[str, ...]
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None
    fields: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {"key": " ".join(self.key), "old": self.old, "new": self.new, "fields": list(self.fields)}


class TextChange(Record):
    """Something that reads otherwise in the newer of two documents. ``figure`` is the figure there, if there is one."""

    kind: str
    place: Place
    before: str
    after: str
    figure: FigureRecord | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "figure": self.figure.id if self.figure else None,
            "before": self.before,
            "after": self.after,
            "place": place_record(self.place),
        }


class Differences(Record):
    """All that changed from ``old`` to ``new``. Figures are in the order of the new side."""

    old: Side
    new: Side
    revised: tuple[FigureChange, ...]
    added: tuple[FigureChange, ...]
    gone: tuple[FigureChange, ...]
    sources: tuple[RecordChange, ...] = ()
    breaks: tuple[RecordChange, ...] | None = ()
    renamed: tuple[Rename, ...] = ()
    words: tuple[RecordChange, ...] = ()
    """Labels and notes of a dataset."""
    templates: tuple[RecordChange, ...] = ()
    findings_added: tuple[RecordedFinding, ...] = ()
    findings_settled: tuple[RecordedFinding, ...] = ()
    definition: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    texts: tuple[TextChange, ...] = ()
    """Of two documents: what reads otherwise, place by place, beside the figures that were revised."""

    @property
    def targets(self) -> tuple[FigureChange, ...]:
        """Targets whose status changed, or that have one only now or no longer."""
        revised = (item for item in self.revised if "state" in item.changed)
        return tuple(item for item in (*revised, *self.added, *self.gone) if item.is_status)

    @property
    def is_empty(self) -> bool:
        return not any(
            (self.revised, self.added, self.gone, self.renamed, self.sources, self.breaks, self.words, self.templates,
             self.findings_added, self.findings_settled, self.definition, self.texts)
        )  # fmt: skip

    def moved_by(self, root: FigureChange) -> tuple[FigureChange, ...]:
        """The computed figures that a revised figure moves; one with several causes is listed under the first. What has a
        number on neither side does not move."""
        return tuple(item for item in self.moved if item.through[0] == root.id)

    @property
    def moved(self) -> tuple[FigureChange, ...]:
        """The computed figures whose number, or whose status, moved with a published one; not those of which only the words of a
        source below them changed."""
        return tuple(item for item in self.revised if item.through and item.is_moved)

    def to_json(self) -> dict[str, Any]:
        """The stable form of ``reportgen compare --json``."""
        return {
            "old": {"kind": self.old.kind, "name": self.old.name, **self.old.about},
            "new": {"kind": self.new.kind, "name": self.new.name, **self.new.about},
            "figures": {
                "new": [item.to_json() for item in self.added],
                "revised": [item.to_json() for item in self.revised],
                "gone": [item.to_json() for item in self.gone],
            },
            "targets": [
                {
                    "target": FigureId.parse(item.id).target,
                    "figure": item.id,
                    "label_en": item.label.en,
                    "label_zh": item.label.zh,
                    "old_status": item.old.state if item.old else None,
                    "new_status": item.new.state if item.new else None,
                    "through": list(item.through),
                }
                for item in self.targets
            ],
            "renamed": [item.to_json() for item in self.renamed],
            "words": [item.to_json() for item in self.words],
            "templates": [item.to_json() for item in self.templates],
            "sources": [item.to_json() for item in self.sources],
            "breaks": None if self.breaks is None else [item.to_json() for item in self.breaks],
            "findings": {
                "new": [item.to_json() for item in self.findings_added],
                "settled": [item.to_json() for item in self.findings_settled],
            },
            "definition": {
                key: {"old": before, "new": now} for key, (before, now) in self.definition.items()
            },
            "texts": [item.to_json() for item in self.texts],
        }


def differences_between(old: Side, new: Side) -> Differences:
    """Set two sides against each other. Where one is a build, only the figures that it shows are compared. Codes that were renamed
    are read by their new name on both sides."""
    renames = renames_between(old, new)
    old = renamed(old, renames)
    ids = _compared_ids(old, new)
    differing = {
        figure_id: fields for figure_id in ids if (fields := _differing(old, new, figure_id)) is not None
    }
    changes = [
        FigureChange(
            figure_id,
            before := old.figures.get(figure_id),
            now := new.figures.get(figure_id),
            fields,
            tuple(dict.fromkeys(_causes(figure_id, old, new, differing, {figure_id}))),
            difference_of(before, now, new.dataset or old.dataset) if before and now else None,
            (old.style, new.style),
        )
        for figure_id, fields in differing.items()
    ]
    return Differences(
        old=old,
        new=new,
        revised=tuple(item for item in changes if item.old and item.new),
        added=tuple(item for item in changes if item.old is None),
        gone=tuple(item for item in changes if item.new is None),
        sources=tuple(
            _records(*({code: one.to_json() for code, one in side.sources.items()} for side in (old, new)))
        ),
        breaks=None if old.breaks is None or new.breaks is None else tuple(_records(old.breaks, new.breaks)),
        renamed=renames,
        words=()
        if old.words is None or new.words is None
        else tuple(_records(old.words, new.words, both=True)),
        templates=()
        if old.templates is None or new.templates is None
        else tuple(_records(old.templates, new.templates)),
        findings_added=tuple(_findings_only_in(new, old)),
        findings_settled=tuple(_findings_only_in(old, new)),
        definition={
            key: (str(old.about[key]), str(new.about[key]))
            for key in new.about
            if key in old.about and old.about[key] != new.about[key]
        },
    )


def _compared_ids(old: Side, new: Side) -> list[str]:
    """The new side's order; what is gone comes last."""
    if (old.kind == "build") != (new.kind == "build"):
        build, other = (old, new) if old.kind == "build" else (new, old)
        return list(build.figures if other is new else dict.fromkeys(new.figures))
    return list(dict.fromkeys([*new.figures, *old.figures]))


def _differing(old: Side, new: Side, figure_id: str) -> tuple[str, ...] | None:
    """The fields that differ, empty for a figure on one side only, ``None`` where nothing does."""
    before, now = old.figures.get(figure_id), new.figures.get(figure_id)
    if before is None or now is None:
        return ()
    fields = [name for name, held in _WHAT_PRINT_SHOWS.items() if getattr(before, held) != getattr(now, held)]
    if not _is_refused_alike(before, now):
        fields.append("reason")
    if _cited(before) != _cited(now):
        fields.append("citations")
    return tuple(fields) or None


def _is_refused_alike(before: FigureRecord, now: FigureRecord) -> bool:
    """Whether two figures have numbers, or have none for the same reason."""
    if before.reason is None or now.reason is None:
        return before.reason is now.reason
    if before.why is None or now.why is None:
        return reasons_read_alike(before.reason_said, now.reason_said)
    return before.why == now.why


def _cited(figure: FigureRecord) -> list[tuple[str, str]]:
    return sorted((item.source, item.statement) for item in figure.citations)


def _causes(
    figure_id: str, old: Side, new: Side, differing: Mapping[str, Any], seen: set[str]
) -> Iterator[str]:
    """The published figures below ``figure_id`` that changed, however deep."""
    inputs = dict.fromkeys(
        item for side in (new, old) if figure_id in side.figures for item in side.figures[figure_id].inputs
    )
    for item in inputs:
        if item in seen:
            continue
        seen.add(item)
        below = list(_causes(item, old, new, differing, seen))
        yield from below
        if not below and item in differing:
            yield item


def _records(
    old: Mapping[Any, Mapping[str, Any]], new: Mapping[Any, Mapping[str, Any]], *, both: bool = False
) -> Iterator[RecordChange]:
    """The records that differ; ``both``: only those that are on both sides."""
    for key in dict.fromkeys([*new, *old]):
        before, now = old.get(key), new.get(key)
        if before == now or (both and (before is None or now is None)):
            continue
        fields: Iterable[str] = ()
        if before is not None and now is not None:
            fields = (name for name in dict.fromkeys([*now, *before]) if before.get(name) != now.get(name))
        yield RecordChange(key if isinstance(key, tuple) else (key,), before, now, tuple(fields))


def _findings_only_in(side: Side, other: Side) -> Iterator[RecordedFinding]:
    """A finding is the same wherever its row moved to, and in whatever words it has."""
    known = {_finding_key(item) for item in other.findings}
    return (item for item in side.findings if _finding_key(item) not in known)


def _finding_key(finding: RecordedFinding) -> tuple[Any, ...]:
    """Its code and what it is about; where it names nothing, its series, table, column and text there."""
    place = finding.place
    if finding.subjects:
        return finding.code, tuple(sorted(finding.subjects))
    return (
        finding.code,
        finding.series,
        place.sheet or PurePath(place.file or "").stem,
        place.column,
        place.text,
    )


def _shown(figure: FigureRecord | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    record = figure.to_json()
    kept = (
        "value", "unit", "display_en", "display_zh", "bound", "qualifier", "state", "reason_en", "reason_zh"
    )  # fmt: skip
    return {name: record[name] for name in kept}
