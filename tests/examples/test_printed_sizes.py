"""How large the type of the example packs' workbooks and data books is on paper, read from LibreOffice's print."""

import re
import zlib
from pathlib import Path

import pytest

from reportgen.build.build import build

ROOT = Path(__file__).parents[2]
PACKS = ("plan-2025", "ecommerce-2020", "trade-2023", "trade-monthly")
LEAST = 6.95
"""7 pt, as LibreOffice rounds."""


def sizes(pdf: Path) -> set[float]:
    """The sizes of type in a PDF."""
    found: set[float] = set()
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf.read_bytes(), re.DOTALL):
        try:
            page = zlib.decompress(stream)
        except zlib.error:
            continue  # a typeface, a picture
        found |= {float(size) for size in re.findall(rb"/F\d+ ([\d.]+) Tf", page)}
    return found


@pytest.mark.office
@pytest.mark.long
@pytest.mark.parametrize("name", PACKS)
def test_no_type_of_a_workbook_or_data_book_is_below_seven_points_in_print(name, tmp_path, soffice_pdf):
    build(ROOT / "examples" / name / "pack.toml", output=tmp_path)
    books = sorted(tmp_path.glob("*.xlsx"))
    assert len(books) == 4  # workbook and data book, in two languages
    for book in books:
        printed = soffice_pdf(book)
        assert min(sizes(printed.pdf)) >= LEAST, book.name
        assert "###" not in printed.text
