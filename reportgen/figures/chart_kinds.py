"""Charts as ``pack.toml`` defines them: each kind is made by an entry of one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportgen.content import CHART_OF_TARGETS, Chart, ChartKind
from reportgen.figures.chart_building import CHART_KEYS, by_category
from reportgen.figures.context import PackContext
from reportgen.figures.definitions import Definition
from reportgen.figures.parts_chart import parts_of_whole
from reportgen.figures.presentation import Presentation
from reportgen.figures.ranking_chart import ranking
from reportgen.figures.small_multiples import small_multiples
from reportgen.figures.target_charts import target_gap

_MADE_BY: dict[ChartKind, Callable[[str, ChartKind, Definition], Chart]] = {
    "ranking": ranking,
    "pie": parts_of_whole,
    "doughnut": parts_of_whole,
    "target_gap": target_gap,
    "small_multiples": small_multiples,
}
"""What makes a chart of a kind that is more than series over its categories as they are listed."""


def build_chart(
    name: str, definition: Mapping[str, Any], document: Presentation, context: PackContext
) -> Chart:
    """The chart that a definition describes. Raises PackError with everything that is wrong with the definition."""
    read = Definition(f"charts.{name}", definition, CHART_KEYS, document, context)
    kind: ChartKind = read.get("kind", CHART_OF_TARGETS if "targets" in definition else "column")
    return _MADE_BY.get(kind, by_category)(name, kind, read)
