"""The texts of a row that was just written, found by pattern and by parsing the row: milliseconds for 10,000 rows."""

from collections.abc import Iterator
from time import process_time

from reportgen.ooxml.addresses import column_letters
from reportgen.ooxml.sheet_xml import texts_of_row
from reportgen.ooxml.xml import parse, qn

_ROWS = 10_000
_NUMBERS = 6
_NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def rows() -> Iterator[str]:
    written = [_row(number) for number in range(1, _ROWS + 1)]
    started = process_time()
    found = [list(texts_of_row(row)) for row in written]
    by_pattern = process_time() - started
    started = process_time()
    parsed = [list(_parsed(row)) for row in written]
    by_parser = process_time() - started
    assert found == parsed
    yield f"| by pattern | {by_pattern * 1000:.0f} |"
    yield f"| by the parser | {by_parser * 1000:.0f} ({by_parser / by_pattern:.1f} times) |"


def _row(number: int) -> str:
    texts = (
        f'<c r="{column}{number}" s="3" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'
        for column, said in (
            ("A", f"跨境电商 &amp; 进出口 {number}"),
            ("B", "Exports of goods, by trade mode"),
        )
    )
    numbers = (
        f'<c r="{column_letters(at)}{number}" s="4"><v>{number * at}</v></c>' for at in range(3, 3 + _NUMBERS)
    )
    return f'<row r="{number}">{"".join(texts)}{"".join(numbers)}</row>'


def _parsed(row: str) -> Iterator[tuple[str, str]]:
    root = parse(row.replace("<row ", f"<row {_NAMESPACE} ", 1).encode()).root
    for cell in root.iter(qn("x:c")):
        if cell.get("t") == "inlineStr":
            column = (cell.get("r") or "").rstrip("0123456789")
            yield column, "".join(text.text or "" for text in cell.iter(qn("x:t")))
