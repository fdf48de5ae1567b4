"""The READMEs' pictures, renewed from the example packs as they are built: `python -m tests.examples.pictures`, with LibreOffice and poppler."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "examples" / "pictures"
DOTS_AN_INCH = 72
PAGES = {
    "plan-2025-brief-en-1": ("plan-2025-brief-en.docx", 1),
    "plan-2025-brief-zh-1": ("plan-2025-brief-zh.docx", 1),
    "plan-2025-workbook-en-targets": ("plan-2025-workbook-en.xlsx", 2),
    "plan-2025-databook-en-targets": ("plan-2025-databook-en.xlsx", "Target calculations"),
    "ecommerce-2020-brief-en-3": ("ecommerce-2020-brief-en.docx", 3),
    "trade-2023-brief-zh-2": ("trade-2023-brief-zh.docx", 2),
    "trade-monthly-brief-en-3": ("trade-monthly-brief-en.docx", 3),
    "trade-monthly-brief-zh-2": ("trade-monthly-brief-zh.docx", 2),
}
"""Each picture's document, and its page: a number, or the words that the page's head ends with."""


def renew(folder: Path) -> None:
    """Build the packs into ``folder`` and take the pictures from there."""
    for pack in dict.fromkeys(
        document.partition("-brief")[0].partition("-workbook")[0].partition("-databook")[0]
        for document, _ in PAGES.values()
    ):
        command = [
            sys.executable,
            "-m",
            "reportgen",
            "build",
            str(ROOT / "examples" / pack),
            "-o",
            str(folder / pack),
        ]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    for name, (document, page) in PAGES.items():
        (made,) = folder.glob(f"*/{document}")
        pdf = made.with_suffix(".pdf")
        if not pdf.exists():
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            office = [
                "soffice",
                "--headless",
                profile,
                "--convert-to",
                "pdf",
                "--outdir",
                str(made.parent),
                str(made),
            ]
            subprocess.run(office, check=True, capture_output=True)
        number = page if isinstance(page, int) else _page_headed(pdf, page)
        drawn = [
            "pdftoppm",
            "-png",
            "-singlefile",
            "-r",
            str(DOTS_AN_INCH),
            "-f",
            str(number),
            "-l",
            str(number),
        ]
        subprocess.run([*drawn, str(pdf), str(folder / name)], check=True)
        shutil.move(folder / f"{name}.png", PICTURES / f"{name}.png")


def _page_headed(pdf: Path, words: str) -> int:
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    return next(
        number
        for number, page in enumerate(text.split("\f"), 1)
        if page.lstrip().split("\n")[0].endswith(words)
    )


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        renew(Path(made))
