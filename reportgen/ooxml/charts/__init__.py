"""Native, editable Office charts: made new from content, copied, or a designer's own filled with new data."""

from reportgen.ooxml.charts.chart_parts import ChartPart, chart_part, duplicate, embed, inline_drawing
from reportgen.ooxml.charts.panels import laid_out
from reportgen.ooxml.charts.refill import refill

__all__ = ["ChartPart", "chart_part", "duplicate", "embed", "inline_drawing", "laid_out", "refill"]
