"""Texts of a workbook: shared strings and inline strings, in runs, with tags that Excel split put together again."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.ooxml import xml
from reportgen.ooxml.xml import qn
from reportgen.record import CachingRecord, Record
from reportgen.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_ESCAPED_LOOKALIKE = regex(r"_x(?=[0-9A-Fa-f]{4}_)")
_ESCAPE = regex(r"_x([0-9A-Fa-f]{4})_")
_MAIN = f' xmlns="{xml.NAMESPACES["x"]}"'


class Run(Record):
    """A stretch of text in one format. ``properties`` is its ``<rPr>`` as XML; empty for the cell's own format."""

    text: str
    properties: str = ""


class CellText(CachingRecord):
    """A cell's text in runs; a plain text is one run without properties. Many cells may share one: what is asked of it is kept."""

    runs: tuple[Run, ...]

    @cached_property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @cached_property
    def has_braces(self) -> bool:
        """Whether there is a brace, plain or full-width."""
        return "{" in self.text or "｛" in self.text

    @property
    def is_rich(self) -> bool:
        return len(self.runs) > 1 or any(run.properties for run in self.runs)


def read_shared_strings(data: bytes, part: str) -> list[CellText]:
    """The texts of ``sharedStrings.xml`` in order."""
    return [read_text(item) for item in xml.elements(data, qn("x:si"), part)]


def read_text(item: _Element) -> CellText:
    """The text of an ``<si>``, ``<is>`` or ``<text>``: plain ``<t>`` or runs. Phonetic guides are left out."""
    runs: list[Run] = []
    for child in item.iterchildren():
        if child.tag == qn("x:t"):
            runs.append(Run(unescaped(child.text or "")))
        elif child.tag == qn("x:r"):
            runs.append(_read_run(child))
    return CellText(tuple(runs) or (Run(""),))


def _read_run(element: _Element) -> Run:
    properties = element.find(qn("x:rPr"))
    return Run(
        unescaped(element.findtext(qn("x:t")) or ""),
        "" if properties is None else without_namespace(properties),
    )


def without_namespace(element: _Element) -> str:
    """An element's XML as it goes inside a sheet, whose default namespace is the spreadsheet's."""
    from lxml import etree

    return etree.tostring(element, encoding="unicode", with_tail=False).replace(_MAIN, "")


def text_element(text: str) -> str:
    """``<t>`` with ``text``; white space at its ends and line breaks survive."""
    kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "  " in text else ""
    return f"<t{kept}>{escaped(text)}</t>"


def escaped(text: str) -> str:
    """Text as it goes between tags: XML escapes, characters XML cannot hold as Excel writes them, ``_x000D_`` kept as typed."""
    if (
        text.isascii()
        and text.isprintable()
        and "&" not in text
        and "<" not in text
        and ">" not in text
        and "_x" not in text
    ):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "_x" in text:
        text = _ESCAPED_LOOKALIKE.sub("_x005F_x", text)
    return xml.escape_text(xml.ILLEGAL_CHARACTERS.sub(lambda found: f"_x{ord(found[0]):04X}_", text))


def unescaped(text: str) -> str:
    """The text that ``_xHHHH_`` escapes of a cell stand for (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
