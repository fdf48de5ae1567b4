"""WordprocessingML names that this layer looks for, qualified once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.ooxml.xml import NAMESPACES, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

W = NAMESPACES["w"]

P, PPR, R, RPR, T = qn("w:p"), qn("w:pPr"), qn("w:r"), qn("w:rPr"), qn("w:t")
TAB, BR, CR = qn("w:tab"), qn("w:br"), qn("w:cr")
NO_BREAK_HYPHEN, SOFT_HYPHEN = qn("w:noBreakHyphen"), qn("w:softHyphen")
LAID_OUT_BREAK = qn("w:lastRenderedPageBreak")
INSTRUCTION, FIELD_CHARACTER, SIMPLE_FIELD = qn("w:instrText"), qn("w:fldChar"), qn("w:fldSimple")
TABLE, ROW, CELL, CELL_PROPERTIES, CELL_WIDTH = qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:tcPr"), qn("w:tcW")
BINDING, NEWER_BINDING = qn("w:dataBinding"), qn("w15:dataBinding")
SDT, SDT_CONTENT, SDT_PROPERTIES = qn("w:sdt"), qn("w:sdtContent"), qn("w:sdtPr")
HYPERLINK, SECTION, SECTION_TYPE = qn("w:hyperlink"), qn("w:sectPr"), qn("w:type")
BOOKMARK_START, BOOKMARK_END, PROOFING = qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:proofErr")
BODY = qn("w:body")
TEXT_BOX = qn("w:txbxContent")
FALLBACK = qn("mc:Fallback")
RUBY_TEXT, RUBY_BASE = qn("w:rt"), qn("w:rubyBase")
MATH_TEXT = qn("m:t")
DRAWN_PARAGRAPH, DRAWN_RUN, DRAWN_TEXT = qn("a:p"), qn("a:r"), qn("a:t")
TEXTS = (T, INSTRUCTION, MATH_TEXT, DRAWN_TEXT)
"""Elements whose text may hold tags."""
DRAWING_PROPERTIES = qn("wp:docPr")
INLINE, ANCHORED = qn("wp:inline"), qn("wp:anchor")
CHART, NEWER_CHART, RELATIONSHIP_ID = qn("c:chart"), qn("cx:chart"), qn("r:id")
PICTURE_FILL, EMBEDDED = qn("a:blip"), qn("r:embed")
PLAIN_TEXT_CONTROL = qn("w:text")
PAGE_SIZE, PAGE_MARGINS, COLUMNS = qn("w:pgSz"), qn("w:pgMar"), qn("w:cols")
VAL, TYPE, WIDTH, HEIGHT, NUMBER = qn("w:val"), qn("w:type"), qn("w:w"), qn("w:h"), qn("w:num")
LEFT, RIGHT, GUTTER = qn("w:left"), qn("w:right"), qn("w:gutter")
GRID, GRID_SPAN = qn("w:tblGrid"), qn("w:gridSpan")
SPACE = qn("xml:space")

WITHIN_LINE = frozenset(
    {
        HYPERLINK,
        SDT,
        SDT_CONTENT,
        SIMPLE_FIELD,
        qn("w:ins"),
        qn("w:moveTo"),
        qn("w:smartTag"),
        qn("w:customXml"),
        qn("w:bdo"),
        qn("w:dir"),
    }
)
"""Elements inside a paragraph whose runs belong to its text."""


def is_element(node: _Element) -> bool:
    """Whether a node is an element: comments and processing instructions have functions for tags."""
    return type(node.tag) is str


def ancestor(element: _Element, name: str) -> _Element | None:
    """The nearest ancestor called ``name``."""
    return next(element.iterancestors(name), None)


def section_ending(block: _Element) -> _Element | None:
    """The properties of the section that ends with a block of the body, which may be these properties themselves."""
    return block if block.tag == SECTION else block.find(f"{PPR}/{SECTION}")


def field_instructions(element: _Element) -> list[str]:
    """The instructions of the fields in an element, spelt out or simple."""
    spelt = [text.text or "" for text in element.iter(INSTRUCTION)]
    return spelt + [field.get(qn("w:instr")) or "" for field in element.iter(SIMPLE_FIELD)]


def is_blank_run(run: _Element) -> bool:
    """Whether a run shows nothing: no child but its properties and empty texts."""
    return all(child.tag == RPR or (child.tag == T and not child.text) for child in run)


def xml_of(element: _Element | None, root: _Element) -> str:
    """An element's XML without the namespace declarations that the root makes already."""
    if element is None:
        return ""
    from lxml import etree

    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix, address in root.nsmap.items():
        declaration = f' xmlns:{prefix}="{address}"' if prefix else f' xmlns="{address}"'
        xml = xml.replace(declaration, "", 1)
    return xml
