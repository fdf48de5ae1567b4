"""By how much a figure was revised: the difference in its own unit, and as a share of what it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reportgen.figures.numbers import NumberStyle, natural_power, show
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.messages import Bilingual
from reportgen.values import HUNDRED, Bound, plain, rounded

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset

_NOT_AMOUNTS = ("percent", "percentage_points", "rank")


@dataclass(frozen=True, slots=True)
class Amount:
    """``difference`` in base units (percentage points between percentages), ``percent`` of the old value for amounts.

    ``shown`` is the two in words, ``+0.35 billion yuan (+1.1%)``: the difference of the numbers as they are printed, so that
    a reader who subtracts finds the same; where print shows no difference, the difference itself.
    """

    difference: Decimal
    unit: str
    percent: Decimal | None
    shown: Bilingual

    def to_json(self) -> dict[str, Any]:
        return {
            "difference": plain(self.difference),
            "unit": self.unit,
            "percent": None if self.percent is None else plain(self.percent),
            "shown_en": self.shown.en,
            "shown_zh": self.shown.zh,
        }


def amount_of(old: Mapping[str, Any], new: Mapping[str, Any], dataset: Dataset | None) -> Amount | None:
    """The difference, or ``None`` where one side has no number, the unit changed, or nothing differs."""
    if old["value"] is None or new["value"] is None or old["unit"] != new["unit"]:
        return None
    before, now = Decimal(old["value"]), Decimal(new["value"])
    if before == now:
        return None
    difference = now - before
    unit = "percentage_points" if new["unit"] == "percent" else new["unit"]
    percent = None
    if unit not in _NOT_AMOUNTS and before > 0 and now > 0:
        percent = difference / before * HUNDRED
    precision = min(int(old["precision"]), int(new["precision"]))
    printed = _printed(new) - _printed(old) or difference
    en, zh = (
        _words(new["id"], now, printed, unit, precision, percent, language, dataset)
        for language in ("en", "zh")
    )
    return Amount(difference, unit, percent, Bilingual(en, zh))


def _printed(record: Mapping[str, Any]) -> Decimal:
    """The value after its one rounding."""
    return rounded(Decimal(record["value"]), int(record["precision"]), Bound(record["bound"]))


def _words(
    figure_id: str,
    now: Decimal,
    difference: Decimal,
    unit: str,
    precision: int,
    percent: Decimal | None,
    language: str,
    dataset: Dataset | None,
) -> str:
    if unit == "rank":
        return f"{difference:+f}"
    while rounded(difference, precision) == 0:
        precision -= 1  # a difference that print would hide is shown all the same
    level = Figure(FigureId.parse(figure_id).with_(kind=Kind.LEVEL), difference, unit, precision)
    power = natural_power(replace(level, value=now), language)
    text = show(level, language, dataset, NumberStyle(signed=True, unit_power=power)).text
    if percent is None:
        return text
    share = f"{rounded(percent, -1):+f}%" if rounded(percent, -1) else "<0.1%"
    return f"{text}（{share}）" if language == "zh" else f"{text} ({share})"
