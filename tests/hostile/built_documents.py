"""Finished documents with their lineage, and what may be wrong with it: files that are read to the end before they are refused.

The records inside are well-formed XML that no build writes, or marks in the text that fit no record.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from reportgen.build.build import build
from tests.build.packs import pack

Change = Callable[[bytes], bytes]

LINEAGE = "customXml/item2.xml"
TEXTS = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet1.xml"}
FIGURE = "cbec_trade/CN-CQ/2021/level"


@lru_cache
def built(kind: str) -> bytes:
    """A brief or a workbook as it was built, with lineage and snapshot."""
    with tempfile.TemporaryDirectory() as name:
        folder = build(pack(Path(name))).placed.folder
        return (folder / ("brief-en.docx" if kind == "docx" else "book-en.xlsx")).read_bytes()


def _swap(old: str, new: str) -> Change:
    """The first place that fits ``old`` as ``new``; the part as it is where there is none."""
    return lambda data: re.sub(old.encode(), lambda _: new.encode(), data, count=1)


def _attribute(element: str, name: str, text: str) -> Change:
    def change(data: bytes) -> bytes:
        pattern = rf'(<{element} [^>]*?\b{name}=")[^"]*'.encode()
        return re.sub(pattern, lambda found: found[1] + text.encode(), data, count=1)

    return change


def _without(element: str, name: str) -> Change:
    return lambda data: re.sub(rf'(<{element} [^>]*?) {name}="[^"]*"'.encode(), rb"\1", data, count=1)


def _many(element: str, count: int) -> Change:
    def change(data: bytes) -> bytes:
        found = re.search(rf"<{element}\b[^>]*?(/>|>.*?</{element}>)".encode(), data, re.DOTALL)
        return data if found is None else data.replace(found[0], found[0] * count, 1)

    return change


RECORDS: dict[str, Change] = {
    "no figures": lambda data: re.sub(rb"<figure .*?</figure>", b"", data, flags=re.DOTALL),
    "5,000 figures": _many("figure", 5_000),
    "20,000 citations": _many("citation", 20_000),
    "5,000 findings": _many("finding", 5_000),
    "20,000 sources": _many("source", 20_000),
    "a figure twice": _many("figure", 2),
    "another namespace": _swap("urn:reportgen:lineage:2", "urn:reportgen:lineage:99"),
    **{f"{name} that is missing": _without("figure", name) for name in ("id", "key", "value", "unit", "precision", "display_en")},
    **{f"an id {text[:40]!r}": _attribute("figure", "id", text)
       for text in ("", "x", "../../../etc/passwd", "a/b/c/d/e/f", "x" * 100_000, FIGURE * 50, "cbec_trade/CN-CQ/2021/share:x", "cbec_trade/CN-CQ/0000/level")},
    **{f"a value {text!r}": _attribute("figure", "value", text)
       for text in ("NaN", "sNaN", "Infinity", "1e999999999", "-0", "1" * 5000, "x", "１２")},
    **{f"a precision {text!r}": _attribute("figure", "precision", text) for text in ("99999999999", "-99999999999", "1.5", "x", "NaN")},
    **{f"a key {text[:40]!r}": _attribute("figure", "key", text) for text in ("", " ", "x" * 100_000, "\u202e", "&lt;w:p/&gt;")},
    **{f"a unit {text[:40]!r}": _attribute("figure", "unit", text) for text in ("", "x" * 100_000, "percent", "{{ 1 }}")},
    "a bound that is none": _attribute("figure", "unit", 'CNY" bound="sideways'),
    "a qualifier that is none": _attribute("figure", "unit", 'CNY" qualifier="sideways'),
    "a state that is none": _attribute("figure", "unit", 'CNY" state="sideways'),
    "a safe value that is none": _attribute("figure", "unit", 'CNY" safe="1e99999999'),
    "an input that is itself": _swap("<citation ", f'<input id="{FIGURE}"/><citation '),
    "an input that is not there": _swap("<citation ", '<input id="gdp/XX/1999/level"/><citation '),
    "inputs in a circle": lambda data: data.replace(
        b"</figure>", f'<input id="{FIGURE}"/><input id="cbec_trade/CN-CQ/2021/growth_yoy"/></figure>'.encode()),
    "a source that is not there": _attribute("citation", "source", "nowhere"),
    "a role that is none": _attribute("citation", "role", "sworn"),
    "a citation without a source": _without("citation", "source"),
    "a source without a code": _without("source", "id"),
    "an address that runs": _attribute("source", "url", "javascript:alert(1)"),
    "a formula for a title": _attribute("source", "title", "=HYPERLINK(&quot;http://x&quot;)"),
    "a language that is none": _attribute("lineage", "language", "xx"),
    "a language that climbs": _attribute("lineage", "language", "../../x"),
    "a period that is none": _attribute("lineage", "period", "2021-99"),
    "a cut-off that is none": _attribute("lineage", "cut_off", "yesterday"),
    "no language": _without("lineage", "language"),
    "a severity that is none": _attribute("finding", "severity", "fatal"),
    "a row that is none": _attribute("finding", "record", 'x" row="x'),
    "a row 1e9": _attribute("finding", "record", 'x" row="1000000000'),
    "a code that is none": _attribute("finding", "code", "no-such-code"),
    "a name of nothing": _attribute("name", "of", "moon"),
    "no snapshot": lambda data: re.sub(rb"<snapshot>.*</snapshot>", b"", data, flags=re.DOTALL),
    "an empty snapshot": lambda data: re.sub(rb"<snapshot>.*</snapshot>", b"<snapshot/>", data, flags=re.DOTALL),
    "a snapshot of another part": _attribute("part", "name", "word/elsewhere.xml"),
    "a snapshot of another sheet": _attribute("sheet", "name", "Elsewhere"),
    "a cell XFE1": _attribute("c", "r", "XFE1048577"),
    "a cell x": _attribute("c", "r", "x"),
    "a number that is none": _swap("32.21</c>", "x</c>"),
    "a number of 1e99999999": _swap("32.21</c>", "1e99999999</c>"),
    "a format that does not end": _attribute("c", "f", "[&gt;=100]&quot;"),
    "a kind of cell that is none": _attribute("c", "k", "sideways"),
    "a figure of the text that is not there": _attribute("f", "n", "fzzzzzzzzz"),
    "20,000 paragraphs": lambda data: re.sub(rb"<p>(.*?)</p>", rb"<p>\1</p>" + b"<p><t>x</t></p>" * 20_000, data, count=1),
    "deep": lambda data: data.replace(b"<snapshot>", b"<snapshot>" + b"<p>" * 200, 1).replace(b"</snapshot>", b"</p>" * 200 + b"</snapshot>", 1),
}  # fmt: skip

_START, _END = '<w:bookmarkStart w:id="1" w:name="_rg_frxnqk2juu_1"/>', '<w:bookmarkEnd w:id="1"/>'
MARKS: dict[str, Change] = {
    "a mark that does not end": _swap(_END, ""),
    "a mark that does not begin": _swap(_START, ""),
    "a mark that ends before it begins": lambda data: data.replace(_END.encode(), b"", 1).replace(_START.encode(), (_END + _START).encode(), 1),
    "a mark of no figure": _swap("_rg_frxnqk2juu_1", "_rg_zzzzzzzzzz_1"),
    "a mark with a number that is none": _swap("_rg_frxnqk2juu_1", "_rg_frxnqk2juu_x"),
    "a mark of nothing": _swap("_rg_frxnqk2juu_1", "_rg_"),
    "a mark in a mark": _swap(_START, _START + '<w:bookmarkStart w:id="9" w:name="_rg_frxnqk2juu_9"/>'),
    "an id that is none": _swap('w:id="1"', 'w:id="x"'),
    "one id for all": lambda data: data.replace(b'w:id="2"', b'w:id="1"'),
    "3,000 marks": _swap(_START, "".join(f'<w:bookmarkStart w:id="{n}" w:name="_rg_frxnqk2juu_{n}"/><w:bookmarkEnd w:id="{n}"/>' for n in range(10, 3_010)) + _START),
    "a control of a figure": _swap("<w:sectPr", '<w:sdt><w:sdtPr><w:tag w:val="reportgen:frxnqk2juu"/></w:sdtPr><w:sdtContent/></w:sdt><w:sectPr'),
    "a text of a million signs": _swap("32.21 billion yuan", "9" * 1_000_000),
    "100,000 empty paragraphs": lambda data: data.replace(b"<w:sectPr", b"<w:p/>" * 100_000 + b"<w:sectPr", 1),
    "a table of 20,000 cells": _swap("<w:sectPr", "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 20_000 + "</w:tr></w:tbl><w:sectPr"),
    "20,000 insertions": _swap("<w:sectPr", "<w:p>" + '<w:ins w:id="7"><w:r><w:t>1</w:t></w:r></w:ins>' * 20_000 + "</w:p><w:sectPr"),
}  # fmt: skip
