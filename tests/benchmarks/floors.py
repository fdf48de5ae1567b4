"""What every floor program ends with: deflating what it formatted; for whole files, packing the template's other parts anew."""

import io
import zipfile
import zlib
from collections.abc import Iterable


def deflated(chunks: Iterable[bytes]) -> bytes:
    """The chunks as one raw deflate stream at zlib level 6, as a zip member holds it."""
    deflater = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = [deflater.compress(chunk) for chunk in chunks]
    packed.append(deflater.flush())
    return b"".join(packed)


class WholeFile:
    """Writes a template's package anew with one part replaced, every part deflated at zlib level 6 by Python's ``zipfile``.

    This is what a merge costs that does not copy untouched parts as they lie; the template is unpacked beforehand.
    """

    def __init__(self, template: bytes, part: str) -> None:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            self._parts = {name: package.read(name) for name in package.namelist()}
        self._part = part

    def with_part(self, data: bytes) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
            for name, other in self._parts.items():
                package.writestr(name, data if name == self._part else other)
        return file.getvalue()
