"""Rich text as XML: runs in a line, paragraphs where a tag has one to itself."""

from __future__ import annotations

import re

from reportgen.content import Link
from reportgen.record import replace
from reportgen.regex import regex
from reportgen.word import inline
from reportgen.word.document_state import PartWriter
from reportgen.word.docxtpl_values import MadeParagraphs, MadeRuns
from reportgen.word.rich_text import RichLine, RichParagraph, RichParagraphs, RichText
from reportgen.word.slots import Slot

RICH = RichText | RichLine | RichParagraphs | MadeRuns
RICH_BLOCKS = RichParagraphs | MadeParagraphs

_INDENT = 420
"""Twips by which each level of a list is indented."""

_BULLETS = ("•", "◦", "▪")
_NOT_IN_LISTS = regex(
    r"<w:(numPr|pPrChange)\b[^<>]*>.*?</w:\1>|<w:(?:ind|keepNext|outlineLvl)\b[^<>]*/>", re.DOTALL
)
_AFTER_INDENT = regex(
    r"<w:(?:contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|divId|cnfStyle"
    r"|rPr|sectPr)\b"
)
"""What the schema wants behind the indent."""


def rich_runs(content: RICH, slot: Slot, writer: PartWriter, look: str) -> str:
    """Its runs, in the format ``look`` with their own over it."""
    if isinstance(content, MadeRuns):
        return "".join(writer.run(text, slot, made) for text, made in content.runs)
    if isinstance(content, RichText):
        return _piece(content, slot, writer, look)
    if isinstance(content, RichLine):
        return "".join(_piece(part, slot, writer, look) for part in content.parts)
    between = writer.run("\a" if slot.may_split_paragraph else "\n", slot, look)
    return between.join(
        rich_runs(_with_sign(paragraph), slot, writer, look) for paragraph in content.paragraphs
    )


def rich_blocks(content: RICH_BLOCKS, slot: Slot, writer: PartWriter) -> str:
    """Its paragraphs, in the place of the tag's own."""
    if isinstance(content, MadeParagraphs):
        return "".join(
            f"<w:p>{look}{rich_runs(runs, slot, writer, '')}</w:p>" for look, runs in content.lines
        )
    return "".join(_paragraph(one, slot, writer) for one in content.paragraphs)


def _piece(piece: RichText, slot: Slot, writer: PartWriter, look: str) -> str:
    style = writer.document.styles.named(piece.style, "character") if piece.style else None
    own = inline.with_properties(look, *piece.properties(style.id if style is not None else ""))
    if not piece.url:
        return writer.run(piece.text, slot, own)
    anchor = piece.url[1:] if piece.url.startswith("#") else ""
    return writer.runs(Link(piece.text, "" if anchor else piece.url, anchor), slot, own)


def _paragraph(paragraph: RichParagraph, slot: Slot, writer: PartWriter) -> str:
    styles = writer.document.styles
    if paragraph.kind == "heading":
        style = styles.named(f"heading {paragraph.level}")
        if style is not None:
            runs = rich_runs(paragraph.line, slot, writer, "")
            return f"<w:p>{inline.in_style(style.id)}{runs}</w:p>"
        return f"<w:p>{slot.paragraph}{rich_runs(_with_sign(paragraph), slot, writer, slot.run)}</w:p>"
    if not paragraph.kind:
        return f"<w:p>{slot.paragraph}{rich_runs(paragraph.line, slot, writer, slot.run)}</w:p>"
    left = _INDENT * paragraph.level
    runs = writer.run(f"{_sign(paragraph)}\t", slot, slot.run) + rich_runs(
        paragraph.line, slot, writer, slot.run
    )
    return f"<w:p>{_indented(slot.paragraph, left)}{runs}</w:p>"


def _indented(properties: str, left: int) -> str:
    """The look of the tag's paragraph as that of a list's item, hanging behind its sign."""
    body = re.sub(r"^<w:pPr(?:\s[^>]*)?>|</w:pPr>$|^<w:pPr/>$", "", properties)
    body = _NOT_IN_LISTS.sub("", body)
    later = _AFTER_INDENT.search(body)
    at = later.start() if later else len(body)
    indent = f'<w:ind w:leftChars="0" w:left="{left}" w:firstLineChars="0" w:hanging="{_INDENT}"/>'
    return f"<w:pPr>{body[:at]}{indent}{body[at:]}</w:pPr>"


def _with_sign(paragraph: RichParagraph) -> RichLine:
    """The paragraph as a line of its own: the sign of a list before it, a heading in bold."""
    if paragraph.kind == "heading":
        return RichLine(tuple(replace(part, bold=True) for part in paragraph.line.parts))
    return RichText(f"{_sign(paragraph)} ") + paragraph.line if paragraph.kind else paragraph.line


def _sign(paragraph: RichParagraph) -> str:
    if paragraph.kind == "number":
        return f"{paragraph.number}."
    return _BULLETS[(paragraph.level - 1) % len(_BULLETS)]
