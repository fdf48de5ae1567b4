"""Pictures that a context brings along, for library users: a logo, a map, a signature.

A picture stands in the line of text where its tag is. The same file shown twice is stored once.
"""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.content import ShownWhole
from reportgen.errors import ReportgenError, why
from reportgen.messages import Message
from reportgen.ooxml import relationships
from reportgen.ooxml.xml import NAMESPACES, clean, escape_attribute

if TYPE_CHECKING:
    from reportgen.ooxml import Package

EMU_PER_MM = 36_000
_MM_PER_INCH = 25.4
_USUAL_DPI = 96.0
_DRAWING = re.compile(r"<w:drawing>(?:(?!</?w:drawing>).)*</w:drawing>", re.DOTALL)
_LINK = re.compile(r'<a:blip\b[^>]*?r:embed="([^"]*)"')
_EXTENT = re.compile(r'(<(?:wp:extent|a:ext) )cx="(\d+)" cy="(\d+)"')
_CROP = re.compile(
    r"<a:srcRect\b[^>]*/>|(?<=>)<a:extLst>(?:(?!</a:extLst>).)*svgBlip.*?</a:extLst>", re.DOTALL
)
_TYPES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}


class PictureError(ReportgenError):
    """A picture that cannot be read, or is of a kind that Word does not show."""


@dataclass(frozen=True, slots=True)
class Picture(ShownWhole):
    """A PNG, JPEG or GIF: a path, or the bytes of one.

    With one of ``width_mm`` and ``height_mm`` the other follows; with neither the file's own resolution decides.
    ``alt_text`` is what a screen reader says, ``link`` an address that a click leads to.
    """

    source: str | os.PathLike[str] | bytes
    width_mm: float | None = None
    height_mm: float | None = None
    alt_text: str = ""
    link: str = ""

    def __str__(self) -> str:
        return self.alt_text

    @property
    def data(self) -> bytes:
        """The file's bytes. Raises ``PictureError`` where it cannot be read."""
        if isinstance(self.source, bytes):
            return self.source
        try:
            return Path(self.source).read_bytes()
        except OSError as error:
            name = os.fspath(self.source)
            raise PictureError(Message("word.picture-not-read", path=name, reason=why(error))) from error


@dataclass(slots=True)
class Pictures:
    """The pictures of one document while it is being filled."""

    parts: dict[bytes, str] = field(default_factory=dict)
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    framed: dict[tuple[str, str], float] = field(default_factory=dict)
    """Pictures in a designer's frame: width over height, by the part and relationship that lead to them."""

    def drawing(self, picture: Picture, package: Package, owner: str, number: int, room_mm: float) -> str:
        """The run that shows ``picture`` in the part ``owner``; made smaller where it is wider than ``room_mm``."""
        data = picture.data
        kind = _kind_of(data)
        across, down = _size_mm(picture, data, kind)
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
        kind = _kind_of(data)
        across, down = _size_mm(picture, data, kind)
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


def fitted(xml: str, part: str, framed: Mapping[tuple[str, str], float]) -> str:
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


def _kind_of(data: bytes) -> str:
    for start, kind in _TYPES.items():
        if data.startswith(start):
            return kind
    raise PictureError(Message("word.picture-of-other-kind"))


def _size_mm(picture: Picture, data: bytes, kind: str) -> tuple[float, float]:
    try:
        across, down, dpi = {"png": _png, "jpeg": _jpeg, "gif": _gif}[kind](data)
    except (struct.error, IndexError, ValueError) as error:
        raise PictureError(Message("word.picture-damaged")) from error
    if picture.width_mm and picture.height_mm:
        return picture.width_mm, picture.height_mm
    if picture.width_mm:
        return picture.width_mm, picture.width_mm * down / across
    if picture.height_mm:
        return picture.height_mm * across / down, picture.height_mm
    return across / dpi * _MM_PER_INCH, down / dpi * _MM_PER_INCH


def _png(data: bytes) -> tuple[int, int, float]:
    """Width, height and resolution of a PNG (RFC 2083: IHDR comes first; pHYs counts pixels a metre)."""
    across, down = struct.unpack(">II", data[16:24])
    at = data.find(b"pHYs")
    dpi = (
        struct.unpack(">I", data[at + 4 : at + 8])[0] * 0.0254
        if at > 0 and data[at + 12] == 1
        else _USUAL_DPI
    )
    return _checked(across, down, dpi)


def _gif(data: bytes) -> tuple[int, int, float]:
    across, down = struct.unpack("<HH", data[6:10])
    return _checked(across, down, _USUAL_DPI)


def _jpeg(data: bytes) -> tuple[int, int, float]:
    """Width, height and resolution of a JPEG: the frame header (SOFn) and JFIF's density."""
    dpi, at = _USUAL_DPI, 2
    while True:
        marker, length = struct.unpack(">HH", data[at : at + 4])
        if marker == 0xFFE0 and data[at + 4 : at + 8] == b"JFIF" and data[at + 11] == 1:
            dpi = float(struct.unpack(">H", data[at + 12 : at + 14])[0])
        if 0xFFC0 <= marker <= 0xFFCF and marker not in (0xFFC4, 0xFFC8, 0xFFCC):
            down, across = struct.unpack(">HH", data[at + 5 : at + 9])
            return _checked(across, down, dpi)
        at += 2 + length


def _checked(across: int, down: int, dpi: float) -> tuple[int, int, float]:
    if across <= 0 or down <= 0:
        raise ValueError("a picture without size")
    return across, down, dpi if dpi > 1 else _USUAL_DPI


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
