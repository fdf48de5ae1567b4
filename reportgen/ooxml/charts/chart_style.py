"""How charts look: a sober palette that survives colour blindness and a black-and-white printer, and fonts.

Neighbouring colours differ in lightness and not only in hue; lines differ by their markers as well.
"""

from __future__ import annotations

from reportgen.ooxml.xml import escape_attribute
from reportgen.record import Record

PALETTE = ("1F4E79", "D9822B", "9DC3E6", "595959", "2A8C82", "BF9000", "A6A6A6", "7B2D43")
"""Navy, orange, pale blue, dark grey, teal, ochre, pale grey, wine: one after the other for each series."""

MARKERS = ("circle", "square", "diamond", "triangle", "x", "plus")

TEXT = "262626"
QUIET_TEXT = "595959"
AXIS_LINE = "7F7F7F"
GRID_LINE = "E3E3E3"
TITLE_POINTS = 11.0
PANEL_TITLE_POINTS = 8.5
TITLE_SHARE = 0.8
"""Of the chart's width: what a title takes before it is broken into lines."""
TEXT_POINTS = 9.0
LABEL_POINTS = 8.5
LEAST_POINTS = 7.0
"""No type is smaller."""
MM_PER_POINT = 25.4 / 72


class ChartFonts(Record):
    """The two typefaces of every text: one for Latin letters and digits, one for Chinese."""

    latin: str = "Arial"
    east_asian: str = "Microsoft YaHei"

    def properties(self, tag: str, points: float, colour: str = TEXT, *, bold: bool = False) -> str:
        """``a:defRPr`` or ``a:rPr`` (``tag``) with size, weight, colour and both typefaces."""
        language = ' lang="zh-CN" altLang="en-US"' if tag == "rPr" else ""
        return (
            f'<a:{tag}{language} sz="{round(points * 100)}" b="{int(bold)}" i="0">'
            f"{solid_fill(colour)}"
            f'<a:latin typeface="{escape_attribute(self.latin)}"/>'
            f'<a:ea typeface="{escape_attribute(self.east_asian)}"/>'
            f'<a:cs typeface="{escape_attribute(self.latin)}"/>'
            f"</a:{tag}>"
        )

    def text_properties(
        self, points: float, colour: str = TEXT, *, bold: bool = False, rotation: str = ' rot="0" vert="horz"'
    ) -> str:
        """``c:txPr`` for texts that Office writes itself: axis labels, legend, values."""
        return (
            f"<c:txPr><a:bodyPr{rotation}/><a:lstStyle/><a:p><a:pPr>"
            f"{self.properties('defRPr', points, colour, bold=bold)}"
            '</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'
        )


def solid_fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def line(colour: str, points: float) -> str:
    """``a:ln`` of that colour and width."""
    return f'<a:ln w="{round(points * 12700)}" cap="flat">{solid_fill(colour)}<a:round/></a:ln>'


NO_LINE = "<a:ln><a:noFill/></a:ln>"


def colour_of(position: int) -> str:
    """The palette's colour for the series at ``position``."""
    return PALETTE[position % len(PALETTE)]


def text_colour_on(colour: str) -> str:
    """White or dark, whichever reads better on ``colour`` (WCAG relative luminance)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "FFFFFF" if luminance < 0.3 else TEXT


def width_mm(text: str, points: float) -> float:
    """About how wide ``text`` prints: a Chinese character is as wide as high, others a little over half."""
    ems = sum(1.0 if ord(character) >= 0x2E80 else 0.56 for character in text)
    return ems * points * MM_PER_POINT
