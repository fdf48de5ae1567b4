"""A pack's own texts in a language, with what moves from month to month put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.figures.moving_texts import moved_text

if TYPE_CHECKING:
    from reportgen.build.definition import PackDefinition
    from reportgen.dataset.records import Dataset


def own_texts(definition: PackDefinition, dataset: Dataset, language: str) -> dict[str, str]:
    """What the pack says in a language, by key."""
    area, period = definition.ref_area, definition.period
    texts = definition.texts[language]
    return {key: moved_text(text, dataset, area, period, language) for key, text in texts.items()}
