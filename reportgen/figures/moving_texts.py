"""Texts of a pack that move with its period and area: ``{period}``, ``{year}``, ``{month}``, ``{month_name}``, ``{months}``, ``{area}``."""

from __future__ import annotations

from reportgen.dataset.records import Dataset
from reportgen.figures.labels import area_label
from reportgen.language import language
from reportgen.periods import Period
from reportgen.regex import regex
from reportgen.toml_keys import ValueMistakeError

PLACES = ("{period}", "{year}", "{month}", "{month_name}", "{months}", "{area}")
_PLACE = regex(r"\{(period|year|month|month_name|months|area)\}")
_LIKE_A_PLACE = regex(r"\{\{.*?\}\}|\{%.*?%\}|\{[a-z_]+\}")
"""What was meant to be replaced: a place, or what only a template may say."""


def check_places(text: str, known: tuple[str, ...] = PLACES) -> str:
    """The text, if it holds no ``{yaer}`` or ``{{ ... }}``, which would be printed as it is. Raises ``ValueMistakeError`` with the first."""
    for found in _LIKE_A_PLACE.finditer(text):
        if found[0] not in known:
            raise ValueMistakeError("no-place", written=found[0], known=known)
    return text


def moved_text(text: str, dataset: Dataset, ref_area: str, period: Period, code: str) -> str:
    """The text with what moves put in: 重庆市2024年1—11月. Other braces stay as they are."""
    if "{" not in text:
        return text
    named = {
        "period": language(code).period(period),
        "year": str(period.year),
        "month": str(period.last % 12 + 1),
        "month_name": language(code).covered(period.last_month),
        "months": language(code).covered(period),
        "area": area_label(ref_area, dataset, code) if ref_area in dataset.areas else ref_area,
    }
    return _PLACE.sub(lambda found: named[found[1]], text)
