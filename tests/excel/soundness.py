"""What Excel repairs, or refuses, and the Open XML validator does not see: the gate that every workbook of a test goes through."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from lxml import etree

from reportgen.ooxml.addresses import Range, cell_address
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.xml import qn
from tests.excel.books import found

_R_ID = qn("r:id")
_TAGS_LEFT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|reportgen-rows|REPORTGEN\.UNREADABLE")
_ROWS = re.compile(r'<row r="(\d+)"[^>]*>(.*?)</row>', re.DOTALL)


@lru_cache(maxsize=512)
def unsound(data: bytes) -> list[str]:
    """Everything of the kind in a workbook, each in a sentence."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        doubled = [name for name, count in Counter(map(str.lower, package.namelist())).items() if count > 1]
        parts = {name: package.read(name) for name in package.namelist()}
    return [f"two parts {name}" for name in doubled] + list(_Workbook(parts).problems())


class _Workbook:
    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.trees: dict[str, etree._Element] = {}
        self.broken: list[str] = []
        for name, body in parts.items():
            if name.endswith((".xml", ".rels", ".vml")):
                try:
                    self.trees[name] = etree.fromstring(body)
                except etree.XMLSyntaxError as error:
                    self.broken.append(f"{name} is no sound XML: {error}")

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and target of each relationship of a part, by id; no target for what lies outside."""
        folder, _, file = part.rpartition("/")
        tree = self.trees.get(f"{folder}/_rels/{file}.rels".lstrip("/"))
        made = {}
        for one in tree if tree is not None else ():
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            is_outside = one.get("TargetMode") == "External"
            made[one.get("Id", "")] = one.get("Type", "").rpartition("/")[2], "" if is_outside else target
        return made

    def problems(self) -> Iterator[str]:
        yield from self.broken
        main = next((target for kind, target in self.related("").values() if kind == "officeDocument"), "")
        book = self.trees.get(main)
        if book is None:
            yield "no workbook part"
            return
        yield from self._relations()
        related = self.related(main)
        sheets = [
            (sheet.get("name", ""), related.get(sheet.get(_R_ID, ""), ("", ""))[1])
            for sheet in book.iter(qn("x:sheet"))
        ]
        yield from _twice("two sheets {}", (name.lower() for name, _ in sheets))
        yield from _twice(
            "two sheets with id {}", (sheet.get("sheetId") for sheet in book.iter(qn("x:sheet")))
        )
        styles = next((target for kind, target in related.values() if kind == "styles"), "")
        formats = self.trees[styles].find(qn("x:cellXfs")) if styles in self.trees else None
        strings = next((target for kind, target in related.values() if kind == "sharedStrings"), "")
        known = 1 if formats is None else len(formats)
        texts = len(self.trees[strings].findall(qn("x:si"))) if strings in self.trees else 0
        for _, part in sheets:
            if part in self.parts:
                yield from (
                    f"{part}: {what}" for what in _in_sheet(self.parts[part].decode("utf-8"), known, texts)
                )
        yield from self._names(book, {name.lower() for name, _ in sheets})
        yield from self._tables(sheets)
        yield from self._ids()

    def _relations(self) -> Iterator[str]:
        for name, tree in self.trees.items():
            if name.endswith(".rels"):
                folder, _, file = name.rpartition("_rels/")
                owner = folder + file.removesuffix(".rels")
                for key, (_, target) in self.related(owner).items():
                    if target and target not in self.parts:
                        yield f"{name}: {key} leads to no part {target}"
                continue
            known = self.related(name)
            for element in tree.iter("*"):
                wanted = element.get(_R_ID)
                if wanted and wanted not in known:
                    yield f"{name}: {etree.QName(element).localname} names no relationship {wanted}"

    def _names(self, book: etree._Element, sheets: set[str]) -> Iterator[str]:
        names = list(book.iter(qn("x:definedName")))
        yield from _twice(
            "two names {}", ((name.get("name", "").lower(), name.get("localSheetId")) for name in names)
        )
        for name in names:
            index = name.get("localSheetId")
            if index is not None and int(index) >= len(book.find(qn("x:sheets"))):
                yield f"name {name.get('name')} is local to no sheet"
            for reference in parse_formula(name.text or "").references:
                if not reference.external and any(sheet.lower() not in sheets for sheet in reference.sheets):
                    yield f"name {name.get('name')} refers to no sheet {reference}"

    def _tables(self, sheets: list[tuple[str, str]]) -> Iterator[str]:
        tables = {name: tree for name, tree in self.trees.items() if tree.tag == qn("x:table")}
        yield from _twice("two tables {}", (tree.get("displayName", "").lower() for tree in tables.values()))
        yield from _twice("two tables with id {}", (tree.get("id") for tree in tables.values()))
        columns = {
            tree.get("displayName", "").lower(): {
                _plain(column.get("name", "")).lower() for column in tree.iter(qn("x:tableColumn"))
            }
            for tree in tables.values()
        }
        for _, part in sheets:
            yield from self._tables_on(part, tables)
        for name, tree in self.trees.items():
            for formula in tree.iter(qn("x:f"), qn("x:calculatedColumnFormula"), qn("x:totalsRowFormula")):
                for table, column in re.findall(r"([^\W\d][\w.]*)\[([^\[\]#@']+)\]", formula.text or ""):
                    if table.lower() in columns and column.lower() not in columns[table.lower()]:
                        yield f"{name}: {formula.text} names no column of {table}"

    def _tables_on(self, part: str, tables: dict[str, etree._Element]) -> Iterator[str]:
        areas: list[Range] = []
        for kind, target in self.related(part).values():
            if kind != "table" or target not in tables:
                continue
            table = tables[target]
            area, name = Range.parse(table.get("ref", "A1")), table.get("displayName")
            names = [_plain(column.get("name", "")) for column in table.iter(qn("x:tableColumn"))]
            if len({one.lower() for one in names}) < len(names):
                yield f"table {name} has two columns of one name: {names}"
            if len(names) != area.right - area.left + 1:
                yield f"table {name} has {len(names)} columns over {area}"
            if table.get("headerRowCount") != "0":
                heads = [self._text(part, area.top, column) for column in range(area.left, area.right + 1)]
                if heads != names:
                    yield f"table {name} has the columns {names} over the cells {heads}"
            yield from (f"tables {area} and {other} overlap" for other in areas if _overlap(area, other))
            areas.append(area)

    def _text(self, part: str, row: int, column: int) -> str | None:
        address = cell_address(row, column)
        for cell in self.trees[part].iter(qn("x:c")):
            if cell.get("r") == address:
                if cell.get("t") == "s":
                    strings = next(tree for tree in self.trees.values() if tree.tag == qn("x:sst"))
                    cell = strings.findall(qn("x:si"))[int(cell.findtext(qn("x:v")) or 0)]
                texts = [text for text in cell.iter(qn("x:t")) if text.getparent().tag != qn("x:rPh")]
                return _plain("".join(text.text or "" for text in texts) or cell.findtext(qn("x:v")) or "")
        return None

    def _ids(self) -> Iterator[str]:
        for name, tree in self.trees.items():
            yield from _twice(
                f"{name}: two shapes {{}}", (one.get("id") for one in tree.iter(qn("xdr:cNvPr")))
            )
            if name.endswith(".vml"):
                yield from _twice(
                    f"{name}: two shapes {{}}", (one.get("id") for one in tree.iter(qn("v:shape")))
                )
            yield from _twice(
                f"{name}: two comments at {{}}", (one.get("ref") for one in tree.iter(qn("x:comment")))
            )
            threaded = list(tree.iter("{*}threadedComment"))
            yield from _twice(f"{name}: two threaded comments {{}}", (one.get("id") for one in threaded))
            for one in tree.iter("{*}threadedComment"):
                parent = one.get("parentId")
                if parent and parent not in {other.get("id") for other in threaded}:
                    yield f"{name}: an answer to no comment {parent}"


def _twice(said: str, values: object) -> Iterator[str]:
    for value, count in Counter(value for value in values if value is not None).items():  # type: ignore[attr-defined]
        if count > 1:
            yield said.format(value)


def _in_sheet(xml: str, styles: int, texts: int) -> Iterator[str]:
    rows = [int(row) for row in found(r'<row r="(\d+)"', xml)]
    yield from (f"row {later} follows row {one}" for one, later in pairwise(rows) if later <= one)
    for row, body in _ROWS.findall(xml):
        cells = found(r'<c r="([A-Z]+\d+)"', body)
        yield from (f"cell {cell} in row {row}" for cell in cells if not re.fullmatch(rf"[A-Z]+{row}", cell))
        order = [(len(cell), cell) for cell in cells]
        yield from (f"cell {later[1]} follows {one[1]}" for one, later in pairwise(order) if later <= one)
    yield from (
        f"no format {style}" for style in found(r'<c [^>]*s="(\d+)"', xml) if int(style) >= max(styles, 1)
    )
    yield from (
        f"no text {text}" for text in found(r'<c [^>]*t="s"[^>]*><v>(\d+)<', xml) if int(text) >= texts
    )
    merges = [Range.parse(text) for text in found(r'<mergeCell ref="([^"]+)"', xml)]
    for number, one in enumerate(merges):
        yield from (f"merges {one} and {other} overlap" for other in merges[:number] if _overlap(one, other))
    if _TAGS_LEFT.search(xml):
        yield "a mark of ours is left"
    if "<dataValidations" in xml or "<hyperlinks" in xml or "<mergeCells" in xml:
        yield from (
            f"an empty {name}" for name in found(r"<(dataValidations|hyperlinks|mergeCells)\b[^>]*/>", xml)
        )
    yield from _twice("two links at {}", found(r'<hyperlink [^>]*?ref="([^"]+)"', xml))


def _plain(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text).replace("\r", "")


def _overlap(one: Range, other: Range) -> bool:
    return (
        one.left <= other.right
        and other.left <= one.right
        and one.top <= other.bottom
        and other.top <= one.bottom
    )
