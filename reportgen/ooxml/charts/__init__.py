"""Native, editable Office charts: made new from content, copied, or a designer's own filled with new data."""

from reportgen.ooxml.charts.part import ChartPart, chart_part, duplicate, embed, inline_drawing
from reportgen.ooxml.charts.refill import refill
from reportgen.ooxml.charts.style import Fonts

__all__ = ["ChartPart", "Fonts", "chart_part", "duplicate", "embed", "inline_drawing", "refill"]
