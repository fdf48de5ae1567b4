"""PDFs of finished documents, laid out by LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reportgen.errors import ReportgenError, ToolMissingError
from reportgen.messages import Message

SECONDS_PER_DOCUMENT = 120

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


def to_pdf(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Convert documents (file name to bytes) to PDFs under the same stems. One LibreOffice start for all.

    LibreOffice gets a profile of its own, so that an open window of the user's is not in the way.
    """
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
        profile = (folder / "profile").as_uri()
        try:
            run = subprocess.run(
                [command, f"-env:UserInstallation={profile}", "--headless", "--norestore",
                 "--convert-to", "pdf", "--outdir", str(folder / "out"), *sources],
                capture_output=True, text=True, errors="replace", check=False,
                timeout=SECONDS_PER_DOCUMENT * len(sources),
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise ReportgenError(Message("pack.libreoffice-too-slow")) from None
        made = {}
        for number, name in enumerate(documents):
            pdf = folder / "out" / f"{number}.pdf"
            if not pdf.is_file():
                said = (run.stderr or run.stdout).strip().splitlines()
                raise ReportgenError(
                    Message("pack.no-pdf-made", document=name, said=said[-1] if said else "")
                )
            made[_pdf_name(name, documents)] = pdf.read_bytes()
    return made


def _pdf_name(name: str, documents: Mapping[str, bytes]) -> str:
    """``brief.pdf``; ``brief.xlsx.pdf`` where there is a brief.docx beside a brief.xlsx."""
    stem = Path(name).stem
    twins = [other for other in documents if Path(other).stem == stem]
    return f"{stem}.pdf" if len(twins) == 1 else f"{name}.pdf"
