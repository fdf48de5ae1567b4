"""Pictures from the data: each lies over its cell, in the sheet's drawing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.excel.drawings import drawing_parts
from reportgen.ooxml import Package
from reportgen.ooxml.child_order import child_of
from reportgen.ooxml.content_types import DRAWING as DRAWING_TYPE
from reportgen.ooxml.pictures import EMU_PER_MM, Picture, kind_of, size_mm
from reportgen.ooxml.relationships import DRAWING, HYPERLINK, IMAGE
from reportgen.ooxml.xml import NAMESPACES, clean, escape_attribute, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

PlacedPicture = tuple[Picture, int, int]
"""A picture, and the row and column of its cell."""


def make_room(package: Package, part: str, root: _Element, pictures: Sequence[PlacedPicture]) -> None:
    """Give a sheet that is to show pictures a drawing, where it has none."""
    if not pictures or drawing_parts(package, part):
        return
    folder = package.main_part.rpartition("/")[0]
    drawing = package.free_name(f"{folder}/drawings/drawing{{}}.xml".lstrip("/"))
    empty = f'<xdr:wsDr xmlns:xdr="{NAMESPACES["xdr"]}" xmlns:a="{NAMESPACES["a"]}"/>'
    package.add(drawing, empty.encode(), DRAWING_TYPE)
    child_of(root, "drawing").set(qn("r:id"), package.relationships(part).add(DRAWING, drawing))


def add_pictures(package: Package, part: str, pictures: Sequence[PlacedPicture]) -> None:
    """Put the pictures over their cells. The same file shown twice is stored once."""
    from lxml import etree

    if not pictures:
        return
    (drawing, *_) = drawing_parts(package, part)
    relationships = package.relationships(drawing)
    links: dict[bytes, str] = {}
    with package.edited(drawing) as root:
        used = max((int(one.get("id") or 0) for one in root.iter(qn("xdr:cNvPr"))), default=1)
        for number, (picture, row, column) in enumerate(pictures, used + 1):
            data = picture.data
            kind = kind_of(data)
            if data not in links:
                links[data] = relationships.add(IMAGE, _media(package, data, kind))
            click = (
                relationships.add(HYPERLINK, clean(picture.link).text, external=True) if picture.link else ""
            )
            root.append(
                etree.fromstring(_anchor(picture, number, row, column, links[data], click, data, kind))
            )


def _media(package: Package, data: bytes, kind: str) -> str:
    """The part with the picture's bytes."""
    folder = package.main_part.rpartition("/")[0]
    ending = f".{kind}"
    for name in package.names():
        if "/media/" in name and name.endswith(ending) and package.read(name) == data:
            return name
    part = package.free_name(f"{folder}/media/picture{{}}.{kind}".lstrip("/"))
    package.add(part, data, f"image/{kind}")
    return part


def _anchor(
    picture: Picture, number: int, row: int, column: int, link: str, click: str, data: bytes, kind: str
) -> str:
    across, down = (round(side * EMU_PER_MM) for side in size_mm(picture, data, kind))
    size = f'cx="{across}" cy="{down}"'
    clicked = f'<a:hlinkClick xmlns:r="{NAMESPACES["r"]}" r:id="{click}"/>' if click else ""
    named = f'id="{number}" name="Picture {number}" descr="{escape_attribute(clean(picture.alt_text).text)}"'
    return (
        f'<xdr:oneCellAnchor xmlns:xdr="{NAMESPACES["xdr"]}" xmlns:a="{NAMESPACES["a"]}">'
        f"<xdr:from><xdr:col>{column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
        f"</xdr:from><xdr:ext {size}/><xdr:pic><xdr:nvPicPr><xdr:cNvPr {named}>{clicked}</xdr:cNvPr><xdr:cNvPicPr>"
        '<a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill>'
        f'<a:blip xmlns:r="{NAMESPACES["r"]}" r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
        "<xdr:clientData/></xdr:oneCellAnchor>"
    )
