"""Native, editable Office charts: made new from content and copied. :mod:`reportgen.ooxml.charts.refill` fills a designer's own with new data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.loading import loaded_when_used

if TYPE_CHECKING:
    from reportgen.ooxml.charts.chart_parts import ChartPart, chart_part, duplicate, embed, inline_drawing
    from reportgen.ooxml.charts.panels import panel_drawings

__all__ = ["ChartPart", "chart_part", "duplicate", "embed", "inline_drawing", "panel_drawings"]

_NEW = "reportgen.ooxml.charts.chart_parts"

__getattr__ = loaded_when_used(
    __name__,
    {
        **dict.fromkeys(("ChartPart", "chart_part", "duplicate", "embed", "inline_drawing"), _NEW),
        "panel_drawings": "reportgen.ooxml.charts.panels",
    },
)
