"""Runs of what a tag asks for by a function or a context brings along: cross-references, notes, pictures, page breaks."""

from __future__ import annotations

from reportgen.content import CaptionNumber, Chart, Table
from reportgen.ooxml import relationships
from reportgen.ooxml.pictures import Picture, PictureError
from reportgen.record import replace
from reportgen.word.cannot_show import CannotShowError, cannot_show, needs_own_paragraph
from reportgen.word.caption_numbers import caption_anchor, captioned_as
from reportgen.word.cross_references import reference_xml
from reportgen.word.document_state import AskedContent, PartWriter
from reportgen.word.footnotes import ENDNOTE, FOOTNOTE
from reportgen.word.functions import CrossReference, Note, Restart
from reportgen.word.resolving import resolve
from reportgen.word.restarted_lists import MARK
from reportgen.word.slots import TWIPS_PER_MM, Slot
from reportgen.word.subdocuments import Subdocument


def asked_xml(asked: AskedContent, slot: Slot, writer: PartWriter, properties: str) -> str:
    """Its runs; ``properties`` is the XML of their ``w:rPr``."""
    if isinstance(asked, CrossReference):
        return reference_xml(asked.name, slot.number, properties)
    if isinstance(asked, CaptionNumber):
        anchor = caption_anchor(asked.kind, asked.name)
        writer.document.references[anchor] = captioned_as(asked)
        return reference_xml(anchor, slot.number, properties)
    if isinstance(asked, Note):
        return _note(asked, slot, writer)
    if isinstance(asked, Picture):
        return _picture(asked, slot, writer)
    return MARK if isinstance(asked, Restart) else '<w:r><w:br w:type="page"/></w:r>'


def _picture(picture: Picture, slot: Slot, writer: PartWriter) -> str:
    document = writer.document
    try:
        number, room = document.drawings.next(), slot.width / TWIPS_PER_MM
        return document.pictures.drawing(picture, document.package, writer.part, number, room)
    except PictureError as error:
        raise picture_problem(error) from error


def replace_picture(picture: Picture, slot: Slot, writer: PartWriter) -> str:
    """Put ``picture`` in the place of the one that the designer drew at ``slot``; the relationship that leads to it."""
    document = writer.document
    related = document.package.relationships(writer.part)
    if related.get(slot.relationship).type != relationships.IMAGE:
        raise cannot_show("misplaced-value", "picture-for-chart")
    try:
        return document.pictures.in_frame(picture, document.package, writer.part)
    except PictureError as error:
        raise picture_problem(error) from error


def picture_problem(error: PictureError) -> CannotShowError:
    """A picture that cannot be read, as what its tag cannot show."""
    return cannot_show("picture", reason=error.message)


def _note(note: Note, slot: Slot, writer: PartWriter) -> str:
    document = writer.document
    if writer.part != document.package.main_part:
        raise cannot_show("misplaced-footnote")
    content = resolve(note.content)
    if isinstance(content, Table | Chart | Subdocument | Note):
        raise needs_own_paragraph()
    kind = ENDNOTE if note.at_end else FOOTNOTE
    number = kind.next_number(document)
    runs = writer.runs(content, replace(slot, may_hold_links=False, may_split_paragraph=False), "")
    document.note_texts[kind.name].append(kind.note_xml(number, runs, document.styles))
    return kind.reference_run(number, document.styles)
