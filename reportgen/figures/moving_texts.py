"""Texts of a pack that move with its period and area: ``{period}``, ``{year}``, ``{month}``, ``{area}``."""

from __future__ import annotations

import re

from reportgen.dataset.records import Dataset
from reportgen.figures.labels import area_label
from reportgen.language import period_label
from reportgen.periods import Period

_PLACE = re.compile(r"\{(period|year|month|area)\}")


def moved_text(text: str, dataset: Dataset, ref_area: str, period: Period, language: str) -> str:
    """The text with what moves put in: 重庆市2024年1—11月. Other braces stay as they are."""
    if "{" not in text:
        return text
    named = {
        "period": period_label(period, language),
        "year": str(period.year),
        "month": str(period.last % 12 + 1),
        "area": area_label(ref_area, dataset, language) if ref_area in dataset.areas else ref_area,
    }
    return _PLACE.sub(lambda found: named[found[1]], text)
