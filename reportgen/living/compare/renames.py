"""Codes that were renamed from one side to the other: the same numbers from the same sources under another id.

A code of an indicator, an area, a breakdown or a target was renamed where it is gone, another is new, and most of the published
figures under the one stand under the other with the same values and sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from reportgen.figures.records import FigureRecord
from reportgen.kinds.figure import FigureId
from reportgen.living.compare.side import Side

Dimension = Literal["indicator", "area", "breakdown", "target"]
DIMENSIONS: tuple[Dimension, ...] = ("indicator", "area", "breakdown", "target")
_LEAST = 0.6
"""How many of the published figures under a code must be found under the new one."""
_PARTS = re.compile(r"([/:,@~.])")


@dataclass(frozen=True, slots=True)
class Rename:
    """``old`` is called ``new`` now. ``figures``: how many figures were found again under the new id."""

    dimension: Dimension
    old: str
    new: str
    figures: int

    def to_json(self) -> dict[str, Any]:
        return {"dimension": self.dimension, "old": self.old, "new": self.new, "figures": self.figures}


def renames_between(old: Side, new: Side) -> tuple[Rename, ...]:
    """The codes that were renamed, dimension by dimension."""
    found: list[Rename] = []
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
    return tuple(found)


def renamed(side: Side, renames: Iterable[Rename]) -> Side:
    """A side as it would be with the new codes."""
    codes = {one.old: one.new for one in renames}
    if not codes:
        return side
    figures = {_id(figure_id, codes): _record(record, codes) for figure_id, record in side.figures.items()}
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
    return replace(side, figures=figures, breaks=breaks, words=_words(side.words, codes))


def _words(words: Mapping[Any, Any] | None, codes: Mapping[str, str]) -> Mapping[Any, Any] | None:
    if words is None:
        return None
    return {(kind, codes.get(code, code)): said for (kind, code), said in words.items()}


def _record(record: FigureRecord, codes: Mapping[str, str]) -> FigureRecord:
    figure_id = _id(record.id, codes)
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
    return "".join(codes.get(part, part) for part in _PARTS.split(figure_id))


def _codes(figures: Mapping[str, FigureRecord], dimension: Dimension) -> set[str]:
    return {code for figure in figures.values() if (code := _code(figure.figure_id, dimension))}


def _code(figure_id: FigureId, dimension: Dimension) -> str:
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
    """The share of a code's published figures that stand under the new code with the same value and sources."""
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
