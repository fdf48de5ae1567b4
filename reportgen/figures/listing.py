"""A figure as one flat record: the stable form of ``reportgen figures --json`` and of ``pack.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportgen.figures.numbers import display
from reportgen.language import say_sentence
from reportgen.values import plain

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset
    from reportgen.kinds import Catalogue
    from reportgen.kinds.figure import Figure


def list_figures(dataset: Dataset) -> list[Figure]:
    """Every figure ``dataset`` supports: observed, computed, and refused ones with the reason and no number."""
    from reportgen.kinds import Catalogue

    return Catalogue(dataset).all()


def listed(figure: Figure, catalogue: Catalogue) -> dict[str, Any]:
    """The record of one figure. ``value`` is a plain decimal text at full precision, or ``None``."""
    series = figure.id.series
    return {
        "id": str(figure.id),
        "key": figure.key,
        "indicator": series.indicator,
        "ref_area": series.ref_area,
        "breakdown": series.breakdown,
        "counterpart_area": series.counterpart_area,
        "period": str(figure.id.period),
        "period_basis": figure.period_basis,
        "kind": figure.id.kind.value,
        "value": None if figure.value is None else plain(figure.value),
        "unit": figure.unit,
        "precision": figure.precision,
        "display_en": display(figure, "en", catalogue.dataset),
        "display_zh": display(figure, "zh", catalogue.dataset),
        "bound": figure.bound.value,
        "qualifier": figure.qualifier,
        "state": figure.state,
        "status": ",".join(figure.statuses),
        "scope": ",".join(figure.scopes),
        "comparable": figure.comparable,
        "reason": None if figure.reason is None else say_sentence(figure.reason, "en"),
        "reason_en": None if figure.reason is None else say_sentence(figure.reason, "en"),
        "reason_zh": None if figure.reason is None else say_sentence(figure.reason, "zh"),
        "note_en": say_sentence(figure.note, "en"),
        "note_zh": say_sentence(figure.note, "zh"),
        "formula": figure.formula,
        "inputs": list(figure.inputs),
        "observation": figure.observation,
        "target": figure.target,
        "citations": [
            {"source": item.source, "statement": item.statement, "role": item.role.value}
            for item in figure.citations
        ],
    }


def with_inputs(ids: list[str], catalogue: Catalogue) -> list[Figure]:
    """The figures of ``ids`` and, after them, everything they were computed from, each once."""
    found: dict[str, Figure] = {}
    waiting = list(ids)
    while waiting:
        following: list[str] = []
        for figure_id in waiting:
            if figure_id not in found:
                found[figure_id] = catalogue.get(figure_id)
                following.extend(found[figure_id].inputs)
        waiting = following
    return list(found.values())
