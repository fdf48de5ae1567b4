"""A whole new chart as the XML of a chart part.

The XML is written directly. XlsxWriter was tried first: its chart needs nearly every element replaced or
completed for use outside Excel (typefaces for Chinese, the plot's frame, labels with own text, c:show*,
c:smooth, unique ids, external data), and then two places describe one chart. It still writes the workbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from reportgen.content import CHART_FORMS, Chart, ChartKind
from reportgen.language import language
from reportgen.ooxml.charts.block import ChartBlock
from reportgen.ooxml.charts.chart_style import (
    PANEL_TITLE_POINTS,
    QUIET_TEXT,
    TEXT,
    TEXT_POINTS,
    TITLE_POINTS,
    ChartFonts,
)
from reportgen.ooxml.charts.data_labels import literal_text
from reportgen.ooxml.charts.plot_frame import panel_title_layout
from reportgen.ooxml.charts.plots import doughnut_plot, pie_plot, sideways_plot, upright_plot
from reportgen.ooxml.charts.target_gap import target_gap_plot
from reportgen.ooxml.xml import DECLARATION, NAMESPACES


class Plot(Protocol):
    """What draws a kind of chart: the inside of ``c:plotArea``."""

    def __call__(
        self, chart: Chart, fonts: ChartFonts, block: ChartBlock, *, title: bool, legend: bool
    ) -> str: ...


PLOTS: Mapping[ChartKind, Plot] = {
    "column": upright_plot,
    "stacked": upright_plot,
    "line": upright_plot,
    "combination": upright_plot,
    "bar": sideways_plot,
    "ranking": sideways_plot,
    "pie": pie_plot,
    "doughnut": doughnut_plot,
    "target_gap": target_gap_plot,
}

WORKBOOK_RELATIONSHIP = "rId1"
"""By this id a new chart part refers to its embedded workbook."""


def chart_xml(
    chart: Chart,
    fonts: ChartFonts,
    block: ChartBlock,
    *,
    with_title: bool = True,
    embedded: bool = True,
) -> bytes:
    """The chart part of ``chart`` with its data in ``block``; ``embedded`` where these are in a workbook of its own."""
    has_title = with_title and bool(chart.title)
    has_legend = chart.legend and (len(chart.series) > 1 or CHART_FORMS[chart.kind].of_parts)
    plot = PLOTS[chart.kind](chart, fonts, block, title=has_title, legend=has_legend)
    tag = language(chart.language).tag
    blanks = "span" if chart.spans_gaps else "gap"
    external = (
        f'<c:externalData r:id="{WORKBOOK_RELATIONSHIP}"><c:autoUpdate val="0"/></c:externalData>'
        if embedded
        else ""
    )
    return (
        DECLARATION
        + (
            f'<c:chartSpace xmlns:c="{NAMESPACES["c"]}" xmlns:a="{NAMESPACES["a"]}" xmlns:r="{NAMESPACES["r"]}">'
            f'<c:date1904 val="0"/><c:lang val="{tag}"/><c:roundedCorners val="0"/>'
            f"<c:chart>{_title(chart, fonts) if has_title else ''}"
            f'<c:autoTitleDeleted val="{int(not has_title)}"/>'
            f"<c:plotArea>{plot}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
            f"{_legend(fonts) if has_legend else ''}"
            f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blanks}"/></c:chart>'
            '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
            f"{fonts.text_properties(TEXT_POINTS, rotation='')}{external}</c:chartSpace>"
        ).encode()
    )


def _title(chart: Chart, fonts: ChartFonts) -> str:
    if not chart.head:
        text = literal_text(chart.title, fonts, TITLE_POINTS, TEXT, bold=True)
        return f'<c:title>{text}<c:overlay val="0"/></c:title>'
    lines = "\n".join(filter(None, chart.head))
    text = literal_text(lines, fonts, PANEL_TITLE_POINTS, TEXT, bold=True, aligned="l")
    return f'<c:title>{text}{panel_title_layout(chart)}<c:overlay val="0"/></c:title>'


def _legend(fonts: ChartFonts) -> str:
    return (
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/>'
        f"{fonts.text_properties(TEXT_POINTS, QUIET_TEXT)}</c:legend>"
    )
