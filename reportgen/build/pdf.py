"""Copies of finished documents by LibreOffice, where it is installed: PDFs, tagged, with title and language; workbooks as .ods.

A document of text becomes PDF/UA-1. A workbook is tagged only: LibreOffice gives its sheets no document structure, and the
file would claim a conformance that it has not.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from reportgen.content import Copy
from reportgen.dataset.stores import said_of
from reportgen.errors import ReportgenError, ToolMissingError
from reportgen.messages import Message
from reportgen.ooxml import Package
from reportgen.ooxml.xml import parse, qn
from reportgen.regex import regex
from reportgen.renderers import renderer_for

SECONDS_PER_DOCUMENT = 120
_SETTING = (
    '<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export"><prop oor:name="{}" oor:op="fuse">'
    "<value>true</value></prop></item>"
)
_SETTINGS = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
_CATALOGUE_LANGUAGE = regex(rb"(<</Type/Catalog\b[^\0]{0,2000}?/Lang\()([A-Za-z-]+)(\))")

_USUAL_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def find_libreoffice() -> str:
    """The command that starts LibreOffice. Raises :class:`ToolMissingError` with what to do."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    for place in _USUAL_PLACES:
        if os.path.isfile(place):
            return place
    raise ToolMissingError(Message("pack.libreoffice-missing"))


def pdf_of(name: str, document: bytes) -> bytes | None:
    """One document as a PDF; ``None`` where LibreOffice is not on this machine."""
    try:
        find_libreoffice()
    except ToolMissingError:
        return None
    return next(iter(to_pdf({name: document}).values()))


def document_copies(
    documents: Mapping[str, bytes], languages: Mapping[str, str], copies: Collection[Copy]
) -> dict[str, bytes]:
    """The documents' copies by their names. People edit the documents, not these; none is listed in ``pack.json``."""
    made = to_pdf(documents, languages) if "pdf" in copies else {}
    return made | to_ods(documents) if "ods" in copies else made


def copied(documents: Iterable[str], to: Copy) -> list[str]:
    """The names of the documents of which there are such copies."""
    return [
        name for name in documents if (format_ := renderer_for(name)) is not None and to in format_.copies
    ]


def to_ods(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The workbooks among the documents in OpenDocument's format, calculated anew by LibreOffice."""
    books = {name: documents[name] for name in copied(documents, "ods")}
    made = _converted(books, "ods")
    return {f"{Path(name).stem}.ods": made[name] for name in books}


def to_pdf(documents: Mapping[str, bytes], languages: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Convert documents (file name to bytes) to PDFs under the same stems. One LibreOffice start for those of a kind.

    ``languages`` are the documents' languages as tags (``zh-CN``).
    """
    printed = copied(documents, "pdf")
    with_structure = {name: documents[name] for name in printed if _has_structure(name)}
    others = {name: documents[name] for name in printed if name not in with_structure}
    made = _converted(with_structure, "pdf", accessible=True) | _converted(others, "pdf")
    for name, document in with_structure.items():
        made[name] = with_words(made[name], words_of_drawings(document))
    return {
        _pdf_name(name, printed): _in_language(made[name], (languages or {}).get(name, ""))
        for name in printed
    }


def _has_structure(name: str) -> bool:
    renderer = renderer_for(name)
    return renderer is not None and renderer.has_structure


def _converted(documents: Mapping[str, bytes], to: Copy, *, accessible: bool = False) -> dict[str, bytes]:
    """Copies by the names of their documents.

    LibreOffice gets a profile of its own, so that an open window of the user's is not in the way.
    """
    if not documents:
        return {}
    import subprocess
    import tempfile

    command = find_libreoffice()
    with tempfile.TemporaryDirectory(prefix="reportgen-pdf-") as work:
        folder = Path(work)
        sources = []
        for number, (name, data) in enumerate(documents.items()):
            path = (
                folder / f"{number}{Path(name).suffix}"
            )  # plain names: no stem is used twice, none confuses a shell
            path.write_bytes(data)
            sources.append(str(path))
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        wanted = ("UseTaggedPDF", "PDFUACompliance") if accessible else ("UseTaggedPDF",)
        settings = _SETTINGS.format("".join(map(_SETTING.format, wanted)))
        (profile / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
        try:
            run = subprocess.run(
                [command, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
                 "--convert-to", to, "--outdir", str(folder / "out"), *sources],
                capture_output=True, text=True, errors="replace", check=False,
                timeout=SECONDS_PER_DOCUMENT * len(sources),
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise ReportgenError(Message("pack.libreoffice-too-slow")) from None
        made = {}
        for number, name in enumerate(documents):
            copy = folder / "out" / f"{number}.{to}"
            if not copy.is_file():
                said = (run.stderr or run.stdout).strip().splitlines()
                raise ReportgenError(
                    Message("pack.no-pdf-made", document=name, said=said_of("", said[-1] if said else ""))
                )
            made[name] = copy.read_bytes()
    return made


def _in_language(pdf: bytes, tag: str) -> bytes:
    """The PDF with the document's language in its catalogue, where LibreOffice writes that of its Western text.

    Only a tag that takes the place exactly is written: the addresses of what follows stay what they are.
    """
    return _CATALOGUE_LANGUAGE.sub(
        lambda at: at[0] if len(tag) != len(at[2]) else at[1] + tag.encode("ascii") + at[3], pdf, count=1
    )


def _pdf_name(name: str, documents: Iterable[str]) -> str:
    """``brief.pdf``; ``brief.xlsx.pdf`` where there is a brief.docx beside a brief.xlsx."""
    stem = Path(name).stem
    twins = [other for other in documents if Path(other).stem == stem]
    return f"{stem}.pdf" if len(twins) == 1 else f"{name}.pdf"


# ---- what the figures of a tagged PDF show ----


_FIGURE = regex(rb"(?<=[\r\n])(\d+) 0 obj\s*(<</Type/StructElem\s*/S/Figure\b.*?>>)\s*endobj", re.DOTALL)
_END = regex(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_HAS_WORDS = regex(rb"/(?:Alt|ActualText)\b")


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
