"""What a tag asks for by a function or brings along, written: cross-references, notes, pictures, page breaks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.content import Chart, Table
from reportgen.messages import Bilingual
from reportgen.ooxml import relationships
from reportgen.word.asked import Note, PageBreak, Reference
from reportgen.word.charts import TWIPS_PER_MM
from reportgen.word.notes import ENDNOTE, FOOTNOTE
from reportgen.word.pictures import Picture, PictureError
from reportgen.word.references import reference_xml
from reportgen.word.slots import Slot
from reportgen.word.subdocuments import Subdocument
from reportgen.word.values import CannotShowError, needs_own_paragraph, resolve

if TYPE_CHECKING:
    from reportgen.word.writer import Writer

Asked = Reference | Note | PageBreak | Picture


def asked_xml(asked: Asked, slot: Slot, writer: Writer, properties: str) -> str:
    """The runs of what was asked for; ``properties`` is the XML of their ``w:rPr``."""
    if isinstance(asked, Reference):
        return reference_xml(asked.name, slot.number, properties)
    if isinstance(asked, Note):
        return _note(asked, slot, writer)
    if isinstance(asked, Picture):
        return _picture(asked, slot, writer)
    return '<w:r><w:br w:type="page"/></w:r>'


def _picture(picture: Picture, slot: Slot, writer: Writer) -> str:
    document = writer.document
    try:
        number, room = document.drawings.next(), slot.width / TWIPS_PER_MM
        return document.pictures.drawing(picture, document.package, writer.part, number, room)
    except PictureError as error:
        raise picture_problem(error) from error


def replace_picture(picture: Picture, slot: Slot, writer: Writer) -> str:
    """Put ``picture`` in the place of the one that the designer drew at ``slot``; the relationship that leads to it."""
    document = writer.document
    related = document.package.relationships(writer.part)
    if related.get(slot.relationship).type != relationships.IMAGE:
        raise CannotShowError(
            "misplaced-value",
            Bilingual("A picture stands where a chart is drawn.", "此处绘制的是图表，却给出了图片。"),
            Bilingual("Name a chart there.", "请在此处指定图表。"),
        )
    try:
        return document.pictures.in_frame(picture, document.package, writer.part)
    except PictureError as error:
        raise picture_problem(error) from error


def picture_problem(error: PictureError) -> CannotShowError:
    """A picture that cannot be read, as what its tag cannot show."""
    return CannotShowError("picture", error.message, Bilingual("Look at the picture.", "请检查图片。"))


def _note(note: Note, slot: Slot, writer: Writer) -> str:
    document = writer.document
    if writer.part != document.package.main_part:
        raise CannotShowError(
            "misplaced-footnote",
            Bilingual("A footnote or endnote can only stand in the body.", "脚注和尾注只能放在正文中。"),
            Bilingual(
                "Take the tag out of the header, footer or note.", "请从页眉、页脚或注释中删除该标签。"
            ),
        )
    content = resolve(note.content)
    if isinstance(content, Table | Chart | Subdocument | Note):
        raise needs_own_paragraph()
    kind = ENDNOTE if note.at_end else FOOTNOTE
    number = kind.next_number(document)
    runs = writer.runs(content, replace(slot, may_hold_links=False, may_split_paragraph=False), "")
    document.note_texts[kind.name].append(kind.note_xml(number, runs, document.styles))
    return kind.reference_run(number, document.styles)
