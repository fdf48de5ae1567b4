"""Paragraphs of generated parts: in the style the designer made for the role, else plain with the least of formatting."""

from __future__ import annotations

from reportgen.ooxml.xml import escape_attribute
from reportgen.record import Record
from reportgen.word.named_styles import StyleRole, Styles

# A document's default paragraph is often body text: indented by two characters, on a grid of wide lines.
_RESET = '<w:snapToGrid w:val="0"/><w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>'
_SPACED = '<w:snapToGrid w:val="0"/><w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/>'
_ALIGNED = {
    StyleRole.CAPTION: "center",
    StyleRole.UNIT: "right",
    StyleRole.HEAD: "center",
    StyleRole.NUMBER: "right",
    StyleRole.CHART: "center",
}
_OUTSIDE_TABLES = frozenset(
    {StyleRole.CAPTION, StyleRole.UNIT, StyleRole.NOTE, StyleRole.SOURCE, StyleRole.CHART}
)


class Look(Record):
    """What a paragraph adds to its style: alignment where the style is not ours, indents in twips, page breaks.

    ``keep_with_next`` is ``None`` where the paragraph may part from the next one whatever its style says.
    """

    keep_with_next: bool | None = False
    left: int = 0
    right: int = 0
    centred: bool = False


def paragraph_xml(role: StyleRole, styles: Styles, runs: str, look: Look | None = None) -> str:
    """A paragraph with ``runs`` (XML) in the role's style."""
    look = look or Look()
    style = styles.for_role(role)
    inherited = (
        styles.for_role(StyleRole.CELL)
        if role in (StyleRole.NUMBER, StyleRole.HEAD, StyleRole.GROUP)
        else None
    )
    if role is StyleRole.SOURCE:
        inherited = styles.for_role(StyleRole.NOTE)
    base = style or inherited
    parts = [f'<w:pStyle w:val="{escape_attribute(base.id)}"/>'] if base else []
    if look.keep_with_next:
        parts.append("<w:keepNext/>")
    elif look.keep_with_next is None and style is not None:
        parts.append('<w:keepNext w:val="0"/>')
    if base is None:
        parts.append(_SPACED if role in _OUTSIDE_TABLES else _RESET)
    parts.append(_indents(look, plain=base is None))
    if look.centred:
        parts.append('<w:jc w:val="center"/>')
    elif style is None and role in _ALIGNED:
        parts.append(f'<w:jc w:val="{_ALIGNED[role]}"/>')
    properties = "".join(parts)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"


def _indents(look: Look, *, plain: bool) -> str:
    sides = "".join(
        f' w:{side}="{twips}"' for side, twips in (("left", look.left), ("right", look.right)) if twips
    )
    if plain:
        return f'<w:ind{sides} w:firstLineChars="0" w:firstLine="0"/>'
    return f"<w:ind{sides}/>" if sides else ""
