"""A pack's own texts, with what moves from month to month put in: ``{period}``, ``{year}``, ``{month}``, ``{area}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.figures.labels import area_label
from reportgen.language import period_label

if TYPE_CHECKING:
    from reportgen.build.definition import PackDefinition
    from reportgen.dataset.records import Dataset

_PLACE = re.compile(r"\{(period|year|month|area)\}")


def own_texts(definition: PackDefinition, dataset: Dataset, language: str) -> dict[str, str]:
    """What the pack says in a language, by key. Other braces stay as they are."""
    period = definition.period
    named = {
        "period": period_label(period, language),
        "year": str(period.year),
        "month": str(period.last % 12 + 1),
        "area": area_label(definition.ref_area, dataset, language),
    }
    texts = definition.texts[language]
    return {key: _PLACE.sub(lambda found: named[found[1]], text) for key, text in texts.items()}
