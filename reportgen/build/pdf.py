"""PDFs of finished documents, laid out by LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reportgen.errors import ReportgenError, ToolMissingError
from reportgen.messages import Bilingual

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
    raise ToolMissingError(
        Bilingual(
            "PDFs need LibreOffice, which was not found: install it or put its program folder on PATH, "
            "or build without --pdf and export the PDFs from Word or WPS.",
            "生成 PDF 需要 LibreOffice，但未找到：请安装或将其 program 文件夹加入 PATH；"
            "也可不加 --pdf 生成，再用 Word 或 WPS 导出 PDF。",
        )
    )


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
            raise _failed("LibreOffice did not finish", "LibreOffice 未在时限内完成") from None
        made = {}
        for number, name in enumerate(documents):
            pdf = folder / "out" / f"{number}.pdf"
            if not pdf.is_file():
                said = (run.stderr or run.stdout).strip().splitlines()
                detail = f": {said[-1]}" if said else ""
                raise _failed(
                    f"LibreOffice made no PDF of {name}{detail}", f"LibreOffice 未能转换 {name}{detail}"
                )
            made[_pdf_name(name, documents)] = pdf.read_bytes()
    return made


def _pdf_name(name: str, documents: Mapping[str, bytes]) -> str:
    """``brief.pdf``; ``brief.xlsx.pdf`` where a brief.docx stands beside a brief.xlsx."""
    stem = Path(name).stem
    twins = [other for other in documents if Path(other).stem == stem]
    return f"{stem}.pdf" if len(twins) == 1 else f"{name}.pdf"


def _failed(en: str, zh: str) -> ReportgenError:
    return ReportgenError(
        Bilingual(
            f"{en}: build without --pdf and export the PDFs from Word or WPS.",
            f"{zh}：请不加 --pdf 生成，再用 Word 或 WPS 导出 PDF。",
        )
    )
