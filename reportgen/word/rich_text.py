"""Text with a look of its own: pieces that are bold, coloured or linked, and paragraphs of them."""

from __future__ import annotations

from typing import Literal

from reportgen.content import ShownWhole
from reportgen.ooxml.xml import clean, escape_attribute
from reportgen.record import Record
from reportgen.word.cell_statement_values import colour_code

ParagraphKind = Literal["", "bullet", "number", "heading"]


class RichText(ShownWhole):
    """A piece of text whose look is laid over that of its place.

    ``colour`` and ``background`` are ``FF0000`` or a usual name, ``style`` is the name of a character style, ``url`` an address
    outside or, after ``#``, a bookmark. Line breaks and tabs in the text become what Word has for them.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    raised: Literal["", "superscript", "subscript"] = ""
    colour: str = ""
    background: str = ""
    size_pt: float | None = None
    font: str = ""
    style: str = ""
    url: str = ""

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    def __add__(self, other: RichText | RichLine | str) -> RichLine:
        return RichLine((self,)) + other

    def properties(self, style_id: str = "") -> tuple[str, ...]:
        """The children of ``w:rPr`` that make the look. Raises ``CannotShowError`` for what is no colour."""
        made = [f'<w:rStyle w:val="{escape_attribute(style_id)}"/>'] if style_id else []
        if self.font:
            name = escape_attribute(clean(self.font).text)
            made.append(f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>')
        made += ["<w:b/>", "<w:bCs/>"] if self.bold else []
        made += ["<w:i/>", "<w:iCs/>"] if self.italic else []
        made += ["<w:strike/>"] if self.strike else []
        if self.colour:
            made.append(f'<w:color w:val="{colour_code(self.colour)}"/>')
        if self.size_pt is not None:
            half_points = max(2, min(3276, round(self.size_pt * 2)))
            made += [f'<w:sz w:val="{half_points}"/>', f'<w:szCs w:val="{half_points}"/>']
        made += ['<w:u w:val="single"/>'] if self.underline else []
        if self.background:
            fill = colour_code(self.background)
            made.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>')
        made += [f'<w:vertAlign w:val="{self.raised}"/>'] if self.raised else []
        return tuple(made)


class RichLine(ShownWhole):
    """Pieces one after the other: ``RichText("up ", bold=True) + "by 5%"``."""

    parts: tuple[RichText, ...]

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)

    def __bool__(self) -> bool:
        return any(part.text for part in self.parts)

    def __add__(self, other: RichText | RichLine | str) -> RichLine:
        if isinstance(other, RichLine):
            return RichLine((*self.parts, *other.parts))
        return RichLine((*self.parts, other if isinstance(other, RichText) else RichText(str(other))))


class RichParagraph(Record):
    """A paragraph: its pieces, and whether it is an item of a list or a heading of that ``level`` (from 1)."""

    line: RichLine
    kind: ParagraphKind = ""
    level: int = 1
    number: int = 1
    """Of an item of a numbered list."""


class RichParagraphs(ShownWhole):
    """Several paragraphs, for a tag with a paragraph to itself; in a line of text they follow each other as lines."""

    paragraphs: tuple[RichParagraph, ...]

    def __str__(self) -> str:
        return "\n".join(str(paragraph.line) for paragraph in self.paragraphs)
