"""What the Open XML SDK validator misses in a Word document: the checks that every document of a test goes through."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from lxml import etree

from reportgen.ooxml.xml import NAMESPACES, qn

_BLOCKS = (qn("w:p"), qn("w:tbl"), qn("w:sdt"), qn("w:altChunk"), qn("w:customXml"))
_HOLDERS = {qn(f"w:{name}") for name in ("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")}
_RANGES = ("perm", "moveFromRange", "moveToRange")
_BESIDE_BLOCKS = {
    qn(f"w:{name}") for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd")
}
_IDS = {
    "bookmark": ("w:bookmarkStart", "w:id"),
    "comment anchor": ("w:commentRangeStart", "w:id"),
    "comment reference": ("w:commentReference", "w:id"),
    "comment": ("w:comment", "w:id"),
    "footnote": ("w:footnote", "w:id"),
    "footnote reference": ("w:footnoteReference", "w:id"),
    "endnote reference": ("w:endnoteReference", "w:id"),
    "VML shape type": ("v:shapetype", "id"),
}
_OURS = re.compile(r"<\?(?:tag|close|turn|over|grid|restart)\b|[\ufdd0-\ufdef]")


def unsound(data: bytes) -> list[str]:
    """Everything that is wrong with a document; an empty list for a sound one."""
    return list(_problems(data))


@lru_cache(maxsize=256)
def _of_template(data: bytes) -> frozenset[str]:
    return frozenset(_problems(data))


def new_problems(template: bytes, filled: bytes) -> list[str]:
    """What is wrong with ``filled`` and was not wrong with ``template`` already."""
    return [problem for problem in unsound(filled) if problem not in _of_template(template)]


def _problems(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    trees = {}
    for name, xml in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            try:
                trees[name] = etree.fromstring(xml)
            except etree.XMLSyntaxError as error:
                yield f"{name} is no sound XML: {error}"
    names = {start.get(qn("w:name")) for tree in trees.values() for start in tree.iter(qn("w:bookmarkStart"))}
    for name, tree in trees.items():
        if name.startswith("word/") and not name.endswith(".rels"):
            yield from _containers(name, tree)
            yield from _tables(name, tree)
            yield from _bookmarks(name, tree)
            yield from _ranges(name, tree)
            yield from _references(name, tree, names)
            if _OURS.search(parts[name].decode("utf-8", "replace")):
                yield f"{name} holds a mark of ours"
    yield from _repeated(trees)


def _containers(name: str, tree: etree._Element) -> Iterator[str]:
    for holder in tree.iter(*_HOLDERS, qn("w:body"), qn("w:sdtContent")):
        blocks = [child for child in holder if child.tag in _BLOCKS]
        what = etree.QName(holder).localname
        if holder.tag in _HOLDERS and (not blocks or blocks[-1].tag == qn("w:tbl")):
            yield f"{name}: {what} does not end in a paragraph"
        if holder.tag == qn("w:body") and not blocks:
            yield f"{name}: the body is empty"
        if holder.tag == qn("w:sdtContent") and _is_block(holder) and not blocks:
            yield f"{name}: a control is empty"
        for one, following in pairwise(blocks):
            if one.tag == following.tag == qn("w:tbl"):
                yield f"{name}: two tables meet"


def _is_block(content: etree._Element) -> bool:
    around = content.getparent().getparent()
    return around is not None and (around.tag in _HOLDERS or around.tag == qn("w:body"))


def _tables(name: str, tree: etree._Element) -> Iterator[str]:
    for table in tree.iter(qn("w:tbl")):
        rows = [row for row in table.iter(qn("w:tr")) if next(row.iterancestors(qn("w:tbl"))) is table]
        columns = len(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
        if not rows:
            yield f"{name}: a table without rows"
        for row in rows:
            cells = [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]
            if not cells:
                yield f"{name}: a row without cells"
            spans = [*row.iter(qn("w:gridBefore"), qn("w:gridAfter"))]
            spans += [span for cell in cells for span in cell.iterfind(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")]
            wide = len(cells) + sum(
                int(span.get(qn("w:val"))) - (span.tag == qn("w:gridSpan")) for span in spans
            )
            if wide > columns:
                yield f"{name}: a row wider than its grid"


def _ranges(name: str, tree: etree._Element) -> Iterator[str]:
    for kind in _RANGES:
        starts, ends = (
            [end.get(qn("w:id")) for end in tree.iter(qn(f"w:{kind}{which}"))] for which in ("Start", "End")
        )
        if sorted(map(str, starts)) != sorted(map(str, ends)):
            yield f"{name}: {kind} begins and ends differently"
        yield from _twice(f"{name}: {kind}", starts)


def _bookmarks(name: str, tree: etree._Element) -> Iterator[str]:
    starts = [start.get(qn("w:id")) for start in tree.iter(qn("w:bookmarkStart"))]
    ends = [end.get(qn("w:id")) for end in tree.iter(qn("w:bookmarkEnd"))]
    if Counter(starts) != Counter(ends):
        yield f"{name}: bookmarks begin and end differently"


def _references(name: str, tree: etree._Element, names: set[str | None]) -> Iterator[str]:
    for link in tree.iter(qn("w:hyperlink")):
        anchor = link.get(qn("w:anchor"))
        if anchor is not None and not link.get(qn("r:id")) and anchor not in names and anchor != "_top":
            yield f"{name}: a link leads to no bookmark {anchor}"
    for field in tree.iter(qn("w:instrText")):
        found = re.match(r"\s*(?:PAGEREF|REF)\s+(\S+)", field.text or "")
        if found and found[1] not in names:
            yield f"{name}: a field refers to no bookmark {found[1]}"


def _repeated(trees: dict[str, etree._Element]) -> Iterator[str]:
    stories = {
        name: tree for name, tree in trees.items() if name.startswith("word/") and not name.endswith(".rels")
    }
    for what, (element, attribute) in _IDS.items():
        for name, tree in stories.items():
            own = qn(attribute) if ":" in attribute else attribute
            yield from _twice(f"{name}: {what}", [found.get(own) for found in tree.iter(qn(element))])
    for name, tree in stories.items():
        changes = [
            e.get(qn("w:id")) for e in tree.iter("*") if e.get(qn("w:author")) and e.tag != qn("w:comment")
        ]
        yield from _twice(f"{name}: tracked change", changes)
        shapes = [
            e.get("id")
            for e in tree.iter(f"{{{NAMESPACES['v']}}}*")
            if e.tag != qn("v:shapetype") and e.get("id")
        ]
        yield from _twice(f"{name}: VML shape", shapes)
        charts = [e.get(qn("r:id")) for e in tree.iter(qn("c:chart")) if e.get(qn("r:id"))]
        yield from _twice(f"{name}: chart", charts)
    drawings = [e.get("id") for tree in stories.values() for e in tree.iter(qn("wp:docPr"))]
    yield from _twice("drawing", drawings)
    named = [
        str(s.get(qn("w:name"))).lower()
        for tree in stories.values()
        for s in tree.iter(qn("w:bookmarkStart"))
    ]
    yield from _twice("bookmark name", named)
    controls = [
        e.get(qn("w:val"))
        for tree in stories.values()
        for e in tree.iter(qn("w:id"))
        if e.getparent().tag == qn("w:sdtPr")
    ]
    yield from _twice("control", controls)


def _twice(what: str, found: list[str | None]) -> Iterator[str]:
    for value, times in Counter(found).items():
        if times > 1:
            yield f"{what} {value} is there {times} times"
