"""Makes a freshly written document the same on every run: archive dates and property dates are pinned."""

from __future__ import annotations

from datetime import datetime

from reportgen.ooxml.package import Package
from reportgen.ooxml.properties import Properties, set_properties


def pinned(data: bytes, moment: datetime) -> bytes:
    """Repack what a library (XlsxWriter, python-docx) has just written, as if it had been written at ``moment``.

    Every part is deflated anew by our own archive writer, so that neither the clock nor the library's packing
    shows. Not for a designer's file: nothing of it stays packed as it was.
    """
    package = Package.open(data)
    set_properties(package, Properties(created=moment, modified=moment))
    return package.repacked()
