"""What Excel repairs, or refuses, and the Open XML validator does not see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tests.excel.books import found, opened, parts


def unsound(data: bytes) -> list[str]:
    """Everything of the kind in a workbook, each in a sentence."""
    package = {name: body.decode("utf-8", "replace") for name, body in parts(data).items()}
    styles = package.get("xl/styles.xml", "").partition("<cellXfs")[2].partition("</cellXfs>")[0]
    known = styles.count("<xf ")
    problems = []
    for name, xml in package.items():
        if name.startswith("xl/worksheets/sheet"):
            problems += [f"{name}: {what}" for what in _in_sheet(xml, known)]
    names = Counter(
        (re.sub(r'.* name="([^"]+)".*', r"\1", head).lower(), *found(r'localSheetId="(\d+)"', head))
        for head in found(r"<definedName( [^>]*)>", package["xl/workbook.xml"])
    )
    problems += [f"two names {name}" for name, count in names.items() if count > 1]
    return problems + list(_in_tables(data))


def _in_sheet(xml: str, styles: int) -> Iterator[str]:
    rows = [int(row) for row in found(r'<row r="(\d+)"', xml)]
    yield from (f"row {later} follows row {one}" for one, later in pairwise(rows) if later <= one)
    for row, body in re.findall(r'<row r="(\d+)"[^>]*>(.*?)</row>', xml, re.DOTALL):
        cells = found(r'<c r="([A-Z]+\d+)"', body)
        yield from (f"cell {cell} in row {row}" for cell in cells if not re.fullmatch(rf"[A-Z]+{row}", cell))
        order = [(len(cell), cell) for cell in cells]
        yield from (f"cell {later[1]} follows {one[1]}" for one, later in pairwise(order) if later <= one)
    yield from (
        f"no format {style}" for style in found(r'<c [^>]*s="(\d+)"', xml) if int(style) >= max(styles, 1)
    )
    merges = [_area(text) for text in found(r'<mergeCell ref="([^"]+)"', xml)]
    for number, one in enumerate(merges):
        yield from (f"merges {one} and {other} overlap" for other in merges[:number] if _overlap(one, other))


def _in_tables(data: bytes) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for sheet in opened(data):
        areas = []
        for table in sheet.tables.values():
            seen[table.displayName.lower()] += 1
            areas.append(_area(table.ref))
            names = [column.name for column in table.tableColumns]
            if len({name.lower() for name in names}) < len(names):
                yield f"table {table.name} has two columns of one name: {names}"
            if table.headerRowCount != 0:
                heads = [cell.value for cell in sheet[table.ref][0]]
                if heads != names:
                    yield f"table {table.name} has the columns {names} over the cells {heads}"
        for number, one in enumerate(areas):
            yield from (
                f"tables {one} and {other} overlap" for other in areas[:number] if _overlap(one, other)
            )
    yield from (f"two tables {name}" for name, count in seen.items() if count > 1)


Corners = tuple[int, int, int, int]


def _area(text: str) -> Corners:
    from openpyxl.utils import range_boundaries

    left, top, right, bottom = range_boundaries(text)
    return left, top, right, bottom


def _overlap(one: Corners, other: Corners) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
