"""The axes of new charts: quiet lines, labels beside the plot, the unit where Chinese statistics put it."""

from __future__ import annotations

from reportgen.ooxml.charts.chart_style import (
    AXIS_LINE,
    GRID_LINE,
    NO_LINE,
    QUIET_TEXT,
    TEXT_POINTS,
    ChartFonts,
    line,
)
from reportgen.ooxml.charts.data_labels import literal_text
from reportgen.ooxml.charts.plot_frame import CategoryLabels
from reportgen.ooxml.charts.scale import Scale
from reportgen.ooxml.xml import escape_attribute
from reportgen.values import plain

CATEGORY_AXIS, VALUE_AXIS, SECOND_CATEGORY_AXIS, SECOND_VALUE_AXIS = (
    111111101,
    111111102,
    111111103,
    111111104,
)
"""Axis ids: any positive numbers, unique within the chart."""


_AUTOMATIC = -60_000_000
"""The rotation that leaves it to Office, in sixtieths of a thousandth of a degree."""


def category_axis(
    fonts: ChartFonts,
    *,
    position: str = "b",
    top_down: bool = False,
    secondary: bool = False,
    labels: CategoryLabels | None = None,
    points: float = TEXT_POINTS,
) -> str:
    """``c:catAx``. ``top_down`` lets the first category of a bar chart be on top; the secondary one is hidden."""
    labels = labels or CategoryLabels()
    turn = f' rot="{_AUTOMATIC if labels.rotation is None else labels.rotation * 60000}" vert="horz"'
    own, crossed = (SECOND_CATEGORY_AXIS, SECOND_VALUE_AXIS) if secondary else (CATEGORY_AXIS, VALUE_AXIS)
    skipped = f'<c:tickLblSkip val="{labels.step}"/>' if labels.step > 1 else ""
    return (
        f'<c:catAx><c:axId val="{own}"/>'
        f'<c:scaling><c:orientation val="{"maxMin" if top_down else "minMax"}"/></c:scaling>'
        f'<c:delete val="{int(secondary)}"/><c:axPos val="{position}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="low"/>'  # beside the plot, also where bars are negative
        f"<c:spPr><a:noFill/>{line(AXIS_LINE, 0.75)}</c:spPr>"
        f"{fonts.text_properties(points, rotation=turn)}"
        f'<c:crossAx val="{crossed}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skipped}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(
    fonts: ChartFonts,
    *,
    position: str = "l",
    number_format: str,
    title: str = "",
    title_layout: str = "",
    scale: Scale | None = None,
    from_zero: Scale | None = None,
    secondary: bool = False,
    grid: bool = True,
    crosses: str = "autoZero",
    points: float = TEXT_POINTS,
) -> str:
    """``c:valAx``. Without a ``scale`` Office chooses one. The secondary axis has no grid lines.

    ``from_zero`` is what the values need: where they lie on one side of zero, Office may choose all but that end (it would
    cut columns of similar height off at their feet).
    """
    own, crossed = (SECOND_VALUE_AXIS, SECOND_CATEGORY_AXIS) if secondary else (VALUE_AXIS, CATEGORY_AXIS)
    ends = f'<c:max val="{plain(scale.high)}"/><c:min val="{plain(scale.low)}"/>' if scale else ""
    if from_zero is not None and not scale:
        ends = '<c:min val="0"/>' if from_zero.low == 0 else '<c:max val="0"/>' if from_zero.high == 0 else ""
    step = f'<c:majorUnit val="{plain(scale.step)}"/>' if scale else ""
    grid_lines = (
        f"<c:majorGridlines><c:spPr>{line(GRID_LINE, 0.5)}</c:spPr></c:majorGridlines>"
        if grid and not secondary
        else ""
    )
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{position}"/>{grid_lines}{_axis_title(title, title_layout, fonts)}'
        f'<c:numFmt formatCode="{escape_attribute(number_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>{fonts.text_properties(points, QUIET_TEXT)}"
        f'<c:crossAx val="{crossed}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>{step}</c:valAx>'
    )


def _axis_title(text: str, layout: str, fonts: ChartFonts) -> str:
    if not text:
        return ""
    return (
        f'<c:title>{literal_text(text, fonts, TEXT_POINTS, QUIET_TEXT)}{layout}<c:overlay val="0"/></c:title>'
    )
