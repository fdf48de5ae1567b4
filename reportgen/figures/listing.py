"""Lists of figures: all that a dataset supports, and those that some figures were computed from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.dataset.records import Dataset
    from reportgen.kinds import Catalogue
    from reportgen.kinds.figure import Figure


def list_figures(dataset: Dataset) -> list[Figure]:
    """Every figure ``dataset`` supports: observed, computed, and refused ones with the reason and no number."""
    from reportgen.kinds import Catalogue

    return Catalogue(dataset).all()


def with_inputs(ids: Iterable[str], catalogue: Catalogue) -> list[Figure]:
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
