"""What the figures of a tagged PDF show, in words: LibreOffice leaves out the alternative text of charts.

The words are appended as an update (ISO 32000-1, 7.5.6), so that nothing of the file changes its place.
"""

from __future__ import annotations

import re

from reportgen.ooxml import Package
from reportgen.ooxml.xml import parse, qn

_FIGURE = re.compile(rb"(?<=[\r\n])(\d+) 0 obj\s*(<</Type/StructElem\s*/S/Figure\b.*?>>)\s*endobj", re.DOTALL)
_END = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_HAS_WORDS = re.compile(rb"/(?:Alt|ActualText)\b")


def words_of_drawings(document: bytes) -> list[str]:
    """The alternative texts of a Word document's drawings, in their order."""
    package = Package.open(document)
    root = parse(package.read(package.main_part), package.main_part).root
    return [drawing.get("descr") or "" for drawing in root.iter(qn("wp:docPr"))]


def with_words(pdf: bytes, words: list[str]) -> bytes:
    """The PDF whose figures say ``words``, in their order; as it was where there are more figures than these, or fewer."""
    figures = sorted(_FIGURE.findall(pdf), key=lambda figure: int(figure[0]))
    end = _END.search(pdf)
    if end is None or len(figures) != len(words):
        return pdf
    added, places = bytearray(pdf), list[bytes]()
    for (number, body), said in zip(figures, words, strict=True):
        if not said or _HAS_WORDS.search(body):
            continue
        places.append(b"%s 1\n%010d 00000 n \n" % (number, len(added)))
        text = b"<FEFF%s>" % said.encode("utf-16-be").hex().encode()
        added += b"%s 0 obj\n%s/Alt%s>>\nendobj\n" % (number, body.removesuffix(b">>"), text)
    if not places:
        return pdf
    start = len(added)
    added += b"xref\n" + b"".join(places)
    return bytes(added) + b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (end[1], end[2], start)
