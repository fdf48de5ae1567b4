"""docxtpl's own value objects, taken as they come in a context: rich text, listings, pictures, sub-documents.

docxtpl is not imported: its objects are known by where their class was made. What they hold that belongs to docxtpl's copy of the
template (the address of a link) is refused by name.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from reportgen.content import ShownWhole
from reportgen.ooxml import Package
from reportgen.ooxml.pictures import EMU_PER_MM, Picture
from reportgen.ooxml.xml import NAMESPACES, parse, qn
from reportgen.word import inline
from reportgen.word import wml as n
from reportgen.word.cannot_show import cannot_show
from reportgen.word.subdocuments import Subdocument

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPED = f'<w:body xmlns:w="{NAMESPACES["w"]}" xmlns:r="{NAMESPACES["r"]}">{{}}</w:body>'
_BODY = qn("w:body")


class MadeRuns(ShownWhole):
    """Runs that docxtpl's rich text made: each one's text and its ``w:rPr``."""

    runs: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return "".join(text for text, _ in self.runs)


class MadeParagraphs(ShownWhole):
    """Paragraphs that docxtpl's rich text made: each one's ``w:pPr`` and runs."""

    lines: tuple[tuple[str, MadeRuns], ...]

    def __str__(self) -> str:
        return "\n".join(str(runs) for _, runs in self.lines)


def docxtpl_kind(value: Any) -> str:
    """The name of the docxtpl class that ``value`` is of, or empty."""
    for made in type(value).__mro__:
        if made.__module__.partition(".")[0] == "docxtpl":
            return made.__name__
    return ""


def translated(value: Any, kind: str) -> Any:
    """``value``, an object of the docxtpl class ``kind``, as something of ours."""
    if kind == "Listing":
        import html

        return html.unescape(str(value.xml))
    if kind == "RichText":
        return _runs(_parsed(value.xml))
    if kind == "RichTextParagraph":
        paragraphs = [(_style(one), _runs(one)) for one in _parsed(value.xml).iterchildren(n.P)]
        return MadeParagraphs(tuple(paragraphs))
    if kind == "InlineImage":
        return _picture(value)
    if kind == "Subdoc":
        return Subdocument(_document(value))
    raise cannot_show("foreign-value", kind=kind)


_STAND_INS = {code: 0xFDD0 + code for code in range(32) if chr(code) not in "\t\n\r"}
"""Non-characters for controls, which docxtpl leaves in its XML: U+0007 and U+000C split paragraphs, others are refused by name."""
_CONTROLS = {stand_in: code for code, stand_in in _STAND_INS.items()}


def _parsed(xml: str) -> _Element:
    return parse(_WRAPPED.format(xml.translate(_STAND_INS)).encode(), "docxtpl").root


def _text(element: _Element) -> str:
    return "".join(text.text or "" for text in element.iter(n.T)).translate(_CONTROLS)


def _runs(holder: _Element) -> MadeRuns:
    link = next(holder.iter(n.HYPERLINK), None)
    if link is not None:
        raise cannot_show("foreign-value", "link", kind="RichText", shown=_text(link))
    root = holder.getroottree().getroot()
    return MadeRuns(
        tuple((_text(run), _ordered(n.xml_of(run.find(n.RPR), root))) for run in holder.iter(n.R))
    )


def _ordered(properties: str) -> str:
    """The look in the order of the schema, which docxtpl does not keep, and with what it leaves out of a background."""
    shaded = re.sub(
        r'<w:shd w:fill="([^"]*)"/>', r'<w:shd w:val="clear" w:color="auto" w:fill="\1"/>', properties
    )
    return inline.with_properties(shaded) if shaded else ""


def _style(paragraph: _Element) -> str:
    style = paragraph.find(f"{n.PPR}/{qn('w:pStyle')}")
    return "" if style is None else inline.in_style(style.get(n.VAL) or "")


def _picture(image: Any) -> Picture:
    source = image.image_descriptor
    if hasattr(source, "read"):
        if hasattr(source, "seek"):
            source.seek(0)
        source = source.read()
    width, height = (None if size is None else int(size) / EMU_PER_MM for size in (image.width, image.height))
    return Picture(source, width_mm=width, height_mm=height, link=image.anchor or "")


def _document(subdocument: Any) -> bytes:
    """A document with the text of the sub-document. What that leads to is in docxtpl's copy of the template already."""
    from lxml import etree

    written = io.BytesIO()
    subdocument.docx.save(written)
    package = Package.open(written.getvalue())
    document = parse(package.read(package.main_part), package.main_part)
    body = document.root.find(_BODY)
    content = parse(etree.tostring(subdocument.subdocx.element.body), "docxtpl").root
    if body is not None:
        body[:] = [block for block in content if block.tag != n.SECTION]
    package.write(package.main_part, document.to_bytes())
    return package.save()
