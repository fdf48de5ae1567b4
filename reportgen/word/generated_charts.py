"""A new native chart in a paragraph of its own, with its caption and notes below."""

from __future__ import annotations

from reportgen.content import Chart
from reportgen.language import say
from reportgen.messages import Message
from reportgen.word.cannot_show import check_series
from reportgen.word.captions import caption_xml
from reportgen.word.document_state import PartWriter
from reportgen.word.generated_tables import notes_xml
from reportgen.word.named_styles import StyleRole
from reportgen.word.paragraphs import Look, paragraph
from reportgen.word.slots import TWIPS_PER_MM, Slot


def chart_xml(chart: Chart, slot: Slot, writer: PartWriter) -> str:
    """The paragraphs of a chart; its part and workbook are put into the package."""
    from reportgen.ooxml.charts import chart_part, embed, inline_drawing

    check_series(chart)
    document = writer.document
    fonts = document.styles.chart_fonts()
    part = chart_part(chart, with_title=not chart.title, **fonts)
    relationship = embed(document.package, writer.part, part)
    number = document.drawings.next()
    name = say(Message("word.drawing-name", number=number), chart.language)
    drawing = inline_drawing(relationship, number, name, chart.alt_text or chart.title, _size(chart, slot))
    parts = [
        paragraph(
            StyleRole.CHART,
            document.styles,
            f"<w:r>{drawing}</w:r>",
            Look(keep_with_next=None if slot.in_cell else bool(chart.title)),
        )
    ]
    if chart.title:
        parts.append(
            caption_xml(
                "chart", chart.name, chart.title, chart.language, writer, keep_with_next=bool(chart.notes)
            )
        )
    parts += notes_xml(chart.notes, "", chart.language, slot, writer)
    return "".join(parts)


def _size(chart: Chart, slot: Slot) -> tuple[int, int]:
    """The chart's size in millimetres, made smaller where the column is narrower."""
    across, down = chart.size_mm
    room = int(slot.width / TWIPS_PER_MM)
    return (across, down) if across <= room else (room, round(down * room / across))
