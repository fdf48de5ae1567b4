"""The inline content of a paragraph as WordprocessingML: text, source marks, links, bookmarks."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.ooxml.xml import escape_attribute, escape_text
from reportgen.regex import regex
from reportgen.word.slots import RUN_END, TEXT_START

# The order of run properties (ECMA-376 part 1, 17.3.2.28); Word refuses others.
_RUN_ORDER = [
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w",
    "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign",
    "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
]  # fmt: skip
_CHILD = regex(r"<w:(\w+)\b[^>]*?(?:/>|>.*?</w:\1>)|<([\w.-]+):(\w+)\b[^>]*?(?:/>|>.*?</\2:\3>)", re.DOTALL)
_BROKEN_LINE = regex("[\t\n\r\v\u2028\u2029]|\r\n")
_BREAKS = {
    "\t": f"</w:t><w:tab/>{TEXT_START}",
    "\n": f"</w:t><w:br/>{TEXT_START}",
}
_BREAKABLE = regex(r"^(?=\[)|(?<=[-,])")


def text_xml(text: str) -> str:
    """Text for the inside of ``w:t``: escaped, line breaks and tabs as the elements that Word has for them."""
    escaped = escape_text(text)
    if _BROKEN_LINE.search(escaped) is None:
        return escaped
    lines = escaped.replace("\r\n", "\n")
    return _BROKEN_LINE.sub(lambda found: _BREAKS["\t" if found[0] == "\t" else "\n"], lines)


def field_xml(instruction: str, shown: str, properties: str) -> str:
    """The runs of a field, which shows the text element ``shown`` until Word works it out."""
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        shown,
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{properties}{piece}</w:r>" for piece in pieces)


def run_xml(text: str, properties: str = "") -> str:
    """A run with ``text`` and the XML of its ``w:rPr``."""
    return f"<w:r>{properties}{TEXT_START}{text_xml(text)}{RUN_END}"


def in_style(style: str) -> str:
    """The properties of a paragraph in the style of this id."""
    return f'<w:pPr><w:pStyle w:val="{escape_attribute(style)}"/></w:pPr>'


def internal_link(text: str, anchor: str, properties: str = "") -> str:
    """A link to a bookmark of the document."""
    return linked(run_xml(text, properties), anchor)


def linked(runs: str, anchor: str) -> str:
    """Runs that link to a bookmark of the document; they look as they did."""
    return f'<w:hyperlink w:anchor="{escape_attribute(anchor)}" w:history="1">{runs}</w:hyperlink>'


def external_link(text: str, relationship: str, properties: str = "") -> str:
    """A link to an address outside, by the relationship that leads there."""
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{run_xml(text, properties)}</w:hyperlink>'


def bookmark(name: str, number: int, content: str) -> str:
    """``content`` (runs) under a name that links and cross-references lead to."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{escape_attribute(name)}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


@lru_cache(maxsize=4096)
def with_properties(properties: str, *additions: str) -> str:
    """The XML of ``w:rPr`` with children added or replaced, in the order of the schema.

    ``with_properties("<w:rPr><w:b/></w:rPr>", '<w:vertAlign w:val="superscript"/>')``.
    """
    children: dict[str, str] = {}
    body = re.sub(r"^<w:rPr\b[^>]*>|</w:rPr>$|^<w:rPr\b[^>]*/>$", "", properties)
    for found in _CHILD.finditer(body):
        children[found[1] or f"{found[2]}:{found[3]}"] = found[0]
    for addition in additions:
        name = re.match(r"<w:(\w+)", addition)
        if name is not None:
            children[name[1]] = addition
    if not children:
        return ""
    order = {name: place for place, name in enumerate(_RUN_ORDER)}
    ranked = sorted(children.items(), key=lambda child: order.get(child[0], len(order)))
    return f"<w:rPr>{''.join(xml for _, xml in ranked)}</w:rPr>"


def superscript(properties: str) -> str:
    return with_properties(properties, '<w:vertAlign w:val="superscript"/>')


def unbroken(mark: str) -> str:
    """A source mark that stays whole, and on the line of what it is about: a program may break lines before a bracket and
    after a hyphen, but not at a word joiner."""
    return _BREAKABLE.sub("\u2060", mark)
