"""Codes that were renamed from one side to the other: the same numbers from the same sources under another id.

A code of an indicator, an area, a breakdown or a target was renamed where it is gone, another is new, and most of the published
figures under the one are under the other with the same values and sources. A source was renamed where another says all that it
said of itself, or carries most of its statements; an observation where its figure has another one with the same value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from reportgen.figures.parameter_codes import with_codes
from reportgen.figures.recorded_figures import FigureRecord
from reportgen.kinds.figure import FigureId
from reportgen.living.compare.side import Side
from reportgen.record import Record, replace

CodeDimension = Literal["indicator", "area", "breakdown", "target", "source", "observation"]
DIMENSIONS: tuple[CodeDimension, ...] = ("indicator", "area", "breakdown", "target")
"""Those that are parts of a figure's id."""
_LEAST = 0.6
"""How many of the published figures under a code must be found under the new one."""


class Rename(Record):
    """``old`` is called ``new`` now. ``figures``: how many figures were found again under the new id."""

    dimension: CodeDimension
    old: str
    new: str
    figures: int

    def to_json(self) -> dict[str, Any]:
        return {"dimension": self.dimension, "old": self.old, "new": self.new, "figures": self.figures}


def renames_between(old: Side, new: Side) -> tuple[Rename, ...]:
    """The codes that were renamed, dimension by dimension."""
    found: list[Rename] = list(_sources(old, new))
    for dimension in DIMENSIONS:
        left = renamed(old, found)
        gone, come = (
            _codes(left.figures, dimension) - _codes(new.figures, dimension),
            _codes(new.figures, dimension) - _codes(left.figures, dimension),
        )
        for code in sorted(gone):
            scored = [(_share(left, new, Rename(dimension, code, other, 0)), other) for other in sorted(come)]
            share, other = max(scored, default=(0.0, ""))
            if share >= _LEAST:
                known = _translated_ids(left.figures, Rename(dimension, code, other, 0))
                found.append(Rename(dimension, code, other, sum(1 for one in known if one in new.figures)))
                come.discard(other)
    return (*found, *_observations(renamed(old, found), new))


def renamed(side: Side, renames: Iterable[Rename]) -> Side:
    """A side as it would be with the new codes."""
    held = list(renames)
    if not held:
        return side
    codes = {one.old: one.new for one in held if one.dimension in DIMENSIONS}
    sources = {one.old: one.new for one in held if one.dimension == "source"}
    observations = {one.old: one.new for one in held if one.dimension == "observation"}
    figures = {
        _id(figure_id, codes): _cited(_record(record, codes), sources, observations)
        for figure_id, record in side.figures.items()
    }
    breaks = side.breaks
    if breaks is not None:
        breaks = {
            (codes.get(key[0], key[0]), codes.get(key[1], key[1]), key[2]): {
                **record,
                "indicator": codes.get(record["indicator"], record["indicator"]),
                "ref_area": codes.get(record["ref_area"], record["ref_area"]),
            }
            for key, record in breaks.items()
        }
    everything = codes | sources | observations
    return replace(
        side,
        figures=figures,
        breaks=breaks,
        sources={
            sources.get(code, code): replace(record, source=sources.get(code, code))
            for code, record in side.sources.items()
        },
        findings=tuple(
            replace(finding, subjects=tuple(everything.get(one, one) for one in finding.subjects))
            for finding in side.findings
        ),
        words=_words(side.words, codes | observations),
    )


def _words(words: Mapping[Any, Any] | None, codes: Mapping[str, str]) -> Mapping[Any, Any] | None:
    if words is None:
        return None
    return {(kind, codes.get(code, code)): said for (kind, code), said in words.items()}


def _cited(record: FigureRecord, sources: Mapping[str, str], observations: Mapping[str, str]) -> FigureRecord:
    """A figure with the new codes of its sources and its observation."""
    if record.observation is not None and record.observation in observations:
        record = replace(record, observation=observations[record.observation])
    if any(item.source in sources for item in record.citations):
        cited = (replace(item, source=sources.get(item.source, item.source)) for item in record.citations)
        record = replace(record, citations=tuple(cited))
    return record


def _record(record: FigureRecord, codes: Mapping[str, str]) -> FigureRecord:
    figure_id = _id(record.id, codes)
    if record.why is not None:
        record = replace(record, why=(record.why[0], with_codes(record.why[1], codes)))
    if figure_id == record.id and not any(_id(item, codes) != item for item in record.inputs):
        return record
    return replace(
        record,
        id=figure_id,
        key=FigureId.parse(figure_id).key,
        inputs=tuple(_id(item, codes) for item in record.inputs),
        target=codes.get(record.target, record.target) if record.target else record.target,
    )


def _id(figure_id: str, codes: Mapping[str, str]) -> str:
    return str(FigureId.parse(figure_id).renamed(codes))


def _codes(figures: Mapping[str, FigureRecord], dimension: CodeDimension) -> set[str]:
    return {code for figure in figures.values() if (code := _code(figure.figure_id, dimension))}


def _code(figure_id: FigureId, dimension: CodeDimension) -> str:
    series = figure_id.series
    return {
        "indicator": series.indicator,
        "area": series.ref_area,
        "breakdown": series.breakdown,
        "target": figure_id.target,
    }[dimension]


def _translated_ids(figures: Mapping[str, FigureRecord], rename: Rename) -> dict[str, FigureRecord]:
    """The published figures under a code, by the ids that they would have under the new one."""
    return {
        _id(figure.id, {rename.old: rename.new}): figure
        for figure in figures.values()
        if _code(figure.figure_id, rename.dimension) == rename.old
    }


def _share(old: Side, new: Side, rename: Rename) -> float:
    """The share of a code's published figures that are under the new code with the same value and sources."""
    published = {
        figure_id: figure
        for figure_id, figure in _translated_ids(old.figures, rename).items()
        if figure.citations and not figure.inputs
    }
    same = [
        figure_id
        for figure_id, figure in published.items()
        if (now := new.figures.get(figure_id)) is not None and _is_same(figure, now)
    ]
    return len(same) / len(published) if published else 0.0


def _is_same(one: FigureRecord, other: FigureRecord) -> bool:
    said = ({(item.source, item.statement) for item in figure.citations} for figure in (one, other))
    return (one.value, one.unit) == (other.value, other.unit) and bool(set.intersection(*said))


# ---- sources and observations ----------------------------------------------------------------------------------


def _sources(old: Side, new: Side) -> Iterator[Rename]:
    gone = [code for code in old.sources if code not in new.sources]
    come = [code for code in new.sources if code not in old.sources]
    said = _statements(old), _statements(new)
    for code in gone:
        for other in come:
            mine, others = said[0].get(code, set()), said[1].get(other, set())
            is_most = bool(mine) and len(mine & others) >= _LEAST * len(mine)
            if is_most or replace(old.sources[code], source=other) == new.sources[other]:
                yield Rename("source", code, other, len({figure_id for figure_id, _ in mine}))
                come.remove(other)
                break


def _statements(side: Side) -> dict[str, set[tuple[str, str]]]:
    """What each source says, with the figure that it says it of."""
    found: dict[str, set[tuple[str, str]]] = {}
    for figure_id, figure in side.figures.items():
        for item in figure.citations if not figure.inputs else ():
            found.setdefault(item.source, set()).add((figure_id, item.statement))
    return found


def _observations(old: Side, new: Side) -> Iterator[Rename]:
    """Ids that people gave; one that follows from series and source changes with them."""
    had, has = ({one.observation for one in side.figures.values()} for side in (old, new))
    for figure_id, figure in old.figures.items():
        now = new.figures.get(figure_id)
        if now is None or figure.observation in has or now.observation in had:
            continue
        before, after = figure.observation or "", now.observation or ""
        if before and after and "/" not in before + after and figure.value == now.value:
            yield Rename("observation", before, after, 1)
