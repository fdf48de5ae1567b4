"""Pictures that a context brings along, for library users: a logo, a map, a signature; what kind they are, how large."""

from __future__ import annotations

import os
import struct
from pathlib import Path

from reportgen.content import ShownWhole
from reportgen.errors import ReportgenError, why
from reportgen.messages import Message
from reportgen.ooxml.whole_files import read_whole

EMU_PER_MM = 36_000
_MM_PER_INCH = 25.4
_USUAL_DPI = 96.0
_TYPES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}


class PictureError(ReportgenError):
    """A picture that cannot be read, or is of a kind that Office does not show everywhere."""


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
            return read_whole(Path(self.source))
        except OSError as error:
            name = os.fspath(self.source)
            raise PictureError(Message("ooxml.picture-not-read", path=name, reason=why(error))) from error


def kind_of(data: bytes) -> str:
    """``png``, ``jpeg`` or ``gif``. Raises ``PictureError`` for anything else."""
    for start, kind in _TYPES.items():
        if data.startswith(start):
            return kind
    raise PictureError(Message("ooxml.picture-of-other-kind"))


def size_mm(picture: Picture, data: bytes, kind: str) -> tuple[float, float]:
    """Width and height as shown. Raises ``PictureError`` for a damaged file."""
    try:
        across, down, dpi = {"png": _png, "jpeg": _jpeg, "gif": _gif}[kind](data)
    except (struct.error, IndexError, ValueError) as error:
        raise PictureError(Message("ooxml.picture-damaged")) from error
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
