"""Pictures of a context in a document.

A picture is in the line of text where its tag is. The same file shown twice is stored once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from reportgen.ooxml import relationships
from reportgen.ooxml.pictures import EMU_PER_MM, Picture, kind_of, size_mm
from reportgen.ooxml.xml import NAMESPACES, clean, escape_attribute
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.ooxml import Package

_DRAWING = regex(r"<w:drawing>(?:(?!</?w:drawing>).)*</w:drawing>", re.DOTALL)
_LINK = regex(r'<a:blip\b[^>]*?r:embed="([^"]*)"')
_EXTENT = regex(r'(<(?:wp:extent|a:ext) )cx="(\d+)" cy="(\d+)"')
_CROP = regex(r"<a:srcRect\b[^>]*/>|(?<=>)<a:extLst>(?:(?!</a:extLst>).)*svgBlip.*?</a:extLst>", re.DOTALL)


class Pictures(Struct):
    """The pictures of one document while it is being filled."""

    parts: dict[bytes, str] = field(default_factory=dict)
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    framed: dict[tuple[str, str], float] = field(default_factory=dict)
    """Pictures in a designer's frame: width over height, by the part and relationship that lead to them."""

    def drawing(self, picture: Picture, package: Package, owner: str, number: int, room_mm: float) -> str:
        """The run that shows ``picture`` in the part ``owner``; made smaller where it is wider than ``room_mm``."""
        data = picture.data
        kind = kind_of(data)
        across, down = size_mm(picture, data, kind)
        if across > room_mm:
            across, down = room_mm, down * room_mm / across
        click = ""
        if picture.link:
            click = package.relationships(owner).add(relationships.HYPERLINK, picture.link, external=True)
        link = self._link(data, kind, package, owner)
        return _drawing_xml(link, number, picture.alt_text, across, down, click)

    def in_frame(self, picture: Picture, package: Package, owner: str) -> str:
        """The relationship of ``owner`` to ``picture``, which :func:`fitted` then fits into the designer's frame."""
        data = picture.data
        kind = kind_of(data)
        across, down = size_mm(picture, data, kind)
        link = self._link(data, kind, package, owner)
        self.framed[owner, link] = across / down
        return link

    def _link(self, data: bytes, kind: str, package: Package, owner: str) -> str:
        if data not in self.parts:
            folder = package.main_part.rpartition("/")[0]
            part = package.free_name(f"{folder}/media/picture{{}}.{kind}")
            package.add(part, data, f"image/{kind}")
            self.parts[data] = part
        key = (owner, self.parts[data])
        if key not in self.links:
            self.links[key] = package.relationships(owner).add(relationships.IMAGE, self.parts[data])
        return self.links[key]


def fitted_pictures(xml: str, part: str, framed: Mapping[tuple[str, str], float]) -> str:
    """Fit the pictures put into designers' frames: as large as the frame allows, in their own proportions.

    The placeholder's crop and its drawing in vectors, which would be shown instead, go.
    """

    def fit(found: re.Match[str]) -> str:
        drawing = found[0]
        link, extent = _LINK.search(drawing), _EXTENT.search(drawing)
        ratio = framed.get((part, link[1])) if link else None
        if ratio is None or extent is None:
            return drawing
        across, down = int(extent[2]), int(extent[3])
        scales = (min(1.0, down * ratio / across), min(1.0, across / ratio / down))
        drawing = _EXTENT.sub(
            lambda one: (
                f'{one[1]}cx="{round(int(one[2]) * scales[0])}" cy="{round(int(one[3]) * scales[1])}"'
            ),
            drawing,
        )
        return _CROP.sub("", drawing)

    return _DRAWING.sub(fit, xml)


def _drawing_xml(
    relationship: str, number: int, alt_text: str, across_mm: float, down_mm: float, click: str
) -> str:
    across, down = round(across_mm * EMU_PER_MM), round(down_mm * EMU_PER_MM)
    words = escape_attribute(clean(alt_text).text)
    properties = f'<wp:docPr id="{number}" name="Picture {number}" descr="{words}"/>'
    if click:
        clicked = f'<a:hlinkClick xmlns:a="{NAMESPACES["a"]}" xmlns:r="{NAMESPACES["r"]}" r:id="{click}"/>'
        properties = f"{properties[:-2]}>{clicked}</wp:docPr>"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{NAMESPACES["wp"]}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/>{properties}'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{NAMESPACES["a"]}"><a:graphicData uri="{NAMESPACES["pic"]}">'
        f'<pic:pic xmlns:pic="{NAMESPACES["pic"]}"><pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{NAMESPACES["r"]}" r:embed="{relationship}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{across}" cy="{down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
