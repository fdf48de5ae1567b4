"""A new native chart in a paragraph of its own, with its caption and notes below."""

from __future__ import annotations

from reportgen.content import Chart
from reportgen.language import say
from reportgen.messages import Message
from reportgen.word.cannot_show import check_series
from reportgen.word.captions import caption_xml
from reportgen.word.document_state import PartWriter
from reportgen.word.generated_paragraphs import Look, paragraph_xml
from reportgen.word.generated_tables import notes_xml
from reportgen.word.named_styles import StyleRole
from reportgen.word.slots import TWIPS_PER_MM, Slot


def chart_paragraphs(chart: Chart, slot: Slot, writer: PartWriter) -> str:
    """The paragraphs of a chart: its drawing, or its panels in rows, then caption and notes.

    Each drawing's part and workbook are put into the package.
    """
    from reportgen.ooxml.charts import panel_drawings

    styles = writer.document.styles
    drawings = [_drawing(one, writer) for one in panel_drawings(chart, int(slot.width / TWIPS_PER_MM))]
    rows = ["".join(drawings[at : at + chart.across]) for at in range(0, len(drawings), chart.across)]
    kept = None if slot.in_cell else True
    parts = []
    for number, row in enumerate(rows, start=1):
        followed = bool(chart.title) if number == len(rows) else True
        parts.append(paragraph_xml(StyleRole.CHART, styles, row, Look(keep_with_next=kept and followed)))
    if chart.title:
        followed = bool(chart.notes) or bool(str(chart.source))
        parts.append(caption_xml(chart, writer, keep_with_next=followed))
    parts += notes_xml(chart.notes, chart.source, chart.language, slot, writer)
    return "".join(parts)


def _drawing(chart: Chart, writer: PartWriter) -> str:
    """A run with the chart; a panel has its title in it, any other chart in its caption."""
    from reportgen.ooxml.charts import chart_part, embed, inline_drawing

    check_series(chart)
    document = writer.document
    part = chart_part(chart, with_title=bool(chart.head) or not chart.title, **document.styles.chart_fonts())
    relationship = embed(document.package, writer.part, part)
    number = document.drawings.next()
    name = say(Message("word.drawing-name", number=number), chart.language)
    size = chart.size_mm
    return f"<w:r>{inline_drawing(relationship, number, name, chart.alt_text or chart.title, size)}</w:r>"
