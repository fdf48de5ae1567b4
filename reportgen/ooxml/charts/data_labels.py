"""Data labels: live where the number format already says what the label should say, literal text elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.content import ChartSeries
from reportgen.ooxml.charts.chart_style import LABEL_POINTS, TEXT, ChartFonts
from reportgen.ooxml.number_formats import read_format
from reportgen.ooxml.xml import clean, escape_attribute, escape_text
from reportgen.record import Record

SHOW_NOTHING = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
SHOW_VALUE = SHOW_NOTHING.replace('showVal val="0"', 'showVal val="1"')

_NO_LEADER_LINES = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""LibreOffice draws a line from a label that was moved to its point unless told not to."""

NO_LABELS = f"<c:dLbls>{SHOW_NOTHING}</c:dLbls>"


class LabelPlace(Record):
    """Where one label is: Office's position (empty where the plot has but one), a shift in fractions of the chart, its colour."""

    position: str
    colour: str = TEXT
    shift: tuple[float, float] = (0.0, 0.0)


def data_labels(
    series: ChartSeries,
    fonts: ChartFonts,
    place: LabelPlace,
    *,
    places: Mapping[int, LabelPlace] | None = None,
    bold: bool = False,
) -> str:
    """``c:dLbls`` of one series. ``places`` gives single labels a place of their own.

    A label that equals its value in the series' number format stays bound to the value and follows it when
    the data are edited; any other is written as rich text. Points without a label or a value show none.
    """
    if not any(series.labels):
        return NO_LABELS
    single = "".join(
        _single_label(series, at, fonts, (places or {}).get(at, place), place, bold=bold)
        for at in range(len(series.values))
    )
    number_format = f'<c:numFmt formatCode="{escape_attribute(series.number_format)}" sourceLinked="0"/>'
    return (
        f"<c:dLbls>{single}{number_format}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{fonts.text_properties(LABEL_POINTS, place.colour, bold=bold)}"
        f"{_position(place)}{SHOW_VALUE}{_NO_LEADER_LINES}</c:dLbls>"
    )


def _single_label(
    series: ChartSeries, at: int, fonts: ChartFonts, place: LabelPlace, usual: LabelPlace, *, bold: bool
) -> str:
    value = series.values[at]
    text = label_text(series.labels, at)
    if value is None or not text:
        return f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
    is_live = read_format(series.number_format).shown(value) == text
    if is_live and place == usual:
        return ""
    rich = "" if is_live else literal_text(text, fonts, LABEL_POINTS, place.colour, bold=bold, wrap="none")
    number_format = f'<c:numFmt formatCode="{escape_attribute(series.number_format)}" sourceLinked="0"/>'
    own_font = fonts.text_properties(LABEL_POINTS, place.colour, bold=bold) if is_live else ""
    return (
        f'<c:dLbl><c:idx val="{at}"/>{_shift(place.shift)}{rich}{number_format if is_live else ""}'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{own_font}"
        f"{_position(place)}{SHOW_VALUE}</c:dLbl>"
    )


def _position(place: LabelPlace) -> str:
    return f'<c:dLblPos val="{place.position}"/>' if place.position else ""


def label_text(labels: Sequence[str], at: int) -> str:
    return labels[at] if at < len(labels) else ""


def literal_text(
    text: str,
    fonts: ChartFonts,
    points: float,
    colour: str = TEXT,
    *,
    bold: bool = False,
    wrap: str = "square",
    aligned: str = "",
) -> str:
    """``c:tx`` with literal text, one paragraph for each line."""
    run = fonts.properties("rPr", points, colour, bold=bold)
    default = fonts.properties("defRPr", points, colour, bold=bold)
    alignment = f' algn="{aligned}"' if aligned else ""
    paragraphs = "".join(
        f"<a:p><a:pPr{alignment}>{default}</a:pPr><a:r>{run}<a:t>{escape_text(row)}</a:t></a:r></a:p>"
        for row in clean(text).text.split("\n")
    )
    return f'<c:tx><c:rich><a:bodyPr rot="0" vert="horz" wrap="{wrap}"/><a:lstStyle/>{paragraphs}</c:rich></c:tx>'


def _shift(shift: tuple[float, float]) -> str:
    if shift == (0.0, 0.0):
        return ""
    return (
        f'<c:layout><c:manualLayout><c:x val="{shift[0]:.4f}"/><c:y val="{shift[1]:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )
