"""The content of another .docx in place of a tag's paragraph: text, tables, lists, pictures, charts, notes.

Styles go by their names: where the template has a style of that name, the inserted text looks like the rest of it. Page
layout, headers and comments of the other document stay behind, and a finding says so where something was left out.
"""

from __future__ import annotations

import os
import re
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from reportgen.content import ShownWhole
from reportgen.errors import ReportgenError, why
from reportgen.expressions import find_tags, may_hold_tags
from reportgen.findings import Finding, Severity
from reportgen.messages import Message
from reportgen.ooxml import Package
from reportgen.ooxml.whole_files import read_whole
from reportgen.ooxml.xml import NAMESPACES, child_value, parse, qn
from reportgen.record import replace
from reportgen.regex import regex
from reportgen.word import wml as n
from reportgen.word.cannot_show import cannot_show
from reportgen.word.document_state import PartWriter
from reportgen.word.footnotes import ENDNOTE, FOOTNOTE, NoteKind
from reportgen.word.numbering import read_numbering
from reportgen.word.part_import import Importer
from reportgen.word.restarted_lists import BEGUN, ENDED
from reportgen.word.restarted_lists import MARK as BEGUN_LIST
from reportgen.word.slots import Slot

if TYPE_CHECKING:
    from typing import BinaryIO

    from lxml.etree import _Element


_BODY = qn("w:body")
_COMMENTS = tuple(map(qn, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")))
_SECTION_IN_TEXT = f"{n.PPR}/{n.SECTION}"
_IGNORABLE = f"{{{NAMESPACES['mc']}}}Ignorable"
_MARKS_OF_TIME = regex(r"\}(?:rsid\w*|paraId|textId|anchorId|editId)$")
_NOTES: dict[str, NoteKind] = {
    qn("w:footnoteReference"): FOOTNOTE,
    qn("w:endnoteReference"): ENDNOTE,
}


@runtime_checkable
class SavesItself(Protocol):
    """A document of python-docx."""

    def save(self, path_or_stream: BinaryIO) -> None: ...


class SubdocumentError(ReportgenError):
    """A document that cannot be read, or not be inserted."""


class Subdocument(ShownWhole):
    """A .docx to be put where its tag is: a path, its bytes, or a document of python-docx."""

    source: str | os.PathLike[str] | bytes | SavesItself

    def __str__(self) -> str:
        return ""

    def package(self) -> Package:
        """The other document. Raises ``PackageError`` or ``SubdocumentError``."""
        if isinstance(self.source, bytes):
            return Package.open(self.source)
        if isinstance(self.source, SavesItself):
            import io

            written = io.BytesIO()
            self.source.save(written)
            return Package.open(written.getvalue())
        try:
            return Package.open(read_whole(Path(self.source)))
        except OSError as error:
            name = os.fspath(self.source)
            message = Message("word.document-not-read", path=name, reason=why(error))
            raise SubdocumentError(message) from error


def subdocument_xml(subdocument: Subdocument, slot: Slot, writer: PartWriter) -> str:
    """The block-level XML of another document's content; what it leads to is put into the package."""
    try:
        return _Insertion(subdocument.package(), slot, writer).xml()
    except ReportgenError as error:
        raise cannot_show("subdocument", reason=error.message) from error


class _Insertion:
    def __init__(self, source: Package, slot: Slot, writer: PartWriter) -> None:
        self.source, self.slot, self.writer = source, slot, writer
        self.document = writer.document
        self.root = parse(source.read(source.main_part), source.main_part).root
        self.importer = Importer(source, self.document.package, self.document.styles, self.document.imported)
        head = self.document.package.read(writer.part)[:20_000].decode("utf-8", "replace")
        self.declared = dict(re.findall(r'xmlns:([\w.-]+)="([^"]*)"', head))
        self.left_out: list[str] = []

    def xml(self) -> str:
        body = self.root.find(_BODY)
        if body is None:
            raise SubdocumentError(Message("word.document-without-text"))
        blocks = [deepcopy(block) for block in body if block.tag != n.SECTION]
        for block in blocks:
            self._leave_out(block)
        for block in blocks:
            self._renumber(block)
            self.importer.adapt(block, self.writer.part)
        if self.left_out:
            self._report_left_out()
        self._report_tags(blocks)
        self._begin_lists(blocks)
        written = "".join(self._serialised(block) for block in blocks)
        written = written if written.endswith("</w:p>") else f"{written}<w:p/>"
        return f"{BEGUN}{written}{ENDED}" if BEGUN_LIST in written else written

    def _report_tags(self, blocks: list[_Element]) -> None:
        """A warning where the other document has tags: it is inserted as it is."""
        for paragraph in (one for block in blocks for one in block.iter(n.P)):
            text = "".join(text.text or "" for text in paragraph.iter(n.T))
            if may_hold_tags(text) and find_tags(text):
                place = replace(self.slot.place, text=text)
                found = Finding("tag-not-filled", Severity.WARNING, place=place, variant="inserted")
                self.document.notes.append(found)
                return

    def _begin_lists(self, blocks: list[_Element]) -> None:
        """Lists that a style numbers begin anew in the inserted document, whatever the template has counted; headings count on."""
        from lxml import etree

        numbering, styles = None, self.document.styles
        seen: set[str] = set()
        for paragraph in (one for block in blocks for one in block.iter(n.P)):
            name = child_value(paragraph, f"{n.PPR}/{qn('w:pStyle')}", n.VAL)
            own_number = paragraph.find(f"{n.PPR}/{qn('w:numPr')}") is not None
            if not name or name in seen or own_number or styles.outline_level(styles.by_id.get(name)):
                continue
            seen.add(name)
            numbering = numbering or read_numbering(self.document.package)
            if numbering.place_of(paragraph)[0]:
                paragraph.append(etree.ProcessingInstruction("restart", "here"))

    def _leave_out(self, block: _Element) -> None:
        """Take out what belongs to the other document as a whole: its sections and comments."""
        for paragraph in block.iter(n.P):
            section = paragraph.find(_SECTION_IN_TEXT)
            if section is not None:
                paragraph.find(n.PPR).remove(section)  # type: ignore[union-attr]
                self.left_out.append("section")
        for comment in list(block.iter(*_COMMENTS)):
            comment.getparent().remove(comment)  # type: ignore[union-attr]
            self.left_out.append("comment")
        ignorable = [self.root.nsmap.get(prefix) for prefix in (self.root.get(_IGNORABLE) or "").split()]
        foreign = tuple(f"{{{uri}}}" for uri in ignorable if uri)
        for element in block.iter("*"):
            for name in list(element.attrib):
                if str(name).startswith(foreign) or _MARKS_OF_TIME.search(str(name)):
                    del element.attrib[name]

    def _renumber(self, block: _Element) -> None:
        """Give drawings, bookmarks, controls and notes numbers that are free in this document."""
        document = self.document
        bookmarks: dict[str, str] = {}
        for element in list(block.iter("*")):
            if element.tag == n.DRAWING_PROPERTIES:
                element.set("id", str(document.drawings.next()))
            elif element.tag == n.BOOKMARK_START:
                old, name = element.get(qn("w:id")) or "", element.get(qn("w:name")) or ""
                bookmarks[old] = str(document.bookmarks.next())
                element.set(qn("w:id"), bookmarks[old])
                element.set(qn("w:name"), self._free_anchor(name))
            elif element.tag == n.BOOKMARK_END:
                old = element.get(qn("w:id")) or ""
                element.set(qn("w:id"), bookmarks.get(old, old))
            elif element.tag == n.SDT_PROPERTIES and (own := element.find(qn("w:id"))) is not None:
                own.set(n.VAL, str(document.control_ids.next()))
            elif element.tag in _NOTES:
                self._take_note(element, _NOTES[element.tag])

    def _free_anchor(self, name: str) -> str:
        anchors, free, number = self.document.anchors, name, 2
        while free in anchors:
            free, number = f"{name[:36]}_{number}", number + 1
        anchors.add(free)
        return free

    def _take_note(self, reference: _Element, kind: NoteKind) -> None:
        """Bring a footnote or endnote along; its links become plain text, its pictures stay behind, and a finding says so."""
        part = kind.part_in(self.source)
        number = reference.get(qn("w:id"))
        notes = [] if part is None else parse(self.source.read(part), part).root.iter(qn(f"w:{kind.name}"))
        note = next((deepcopy(one) for one in notes if one.get(qn("w:id")) == number), None)
        if note is None or self.writer.part != self.document.package.main_part:
            reference.getparent().remove(reference)  # type: ignore[union-attr]
            self.left_out.append("note")
            return
        self._leave_out(note)
        for link in list(note.iter(n.HYPERLINK)):
            parent = link.getparent()
            for run in list(link):
                parent.insert(parent.index(link), run)  # type: ignore[union-attr]
            parent.remove(link)  # type: ignore[union-attr]
            self.left_out.append("note-link")
        for drawn in list(note.iter(qn("w:drawing"), qn("w:pict"), qn("w:object"))):
            drawn.getparent().remove(drawn)  # type: ignore[union-attr]
            self.left_out.append("note-picture")
        new = kind.next_number(self.document)
        note.set(qn("w:id"), str(new))
        reference.set(qn("w:id"), str(new))
        self.importer.adapt(note, self.writer.part)
        self.document.note_texts[kind.name].append(_serialised(note, {"w": NAMESPACES["w"]}))

    def _serialised(self, block: _Element) -> str:
        return _serialised(block, self.declared)

    def _report_left_out(self) -> None:
        kinds = tuple(Message(f"word.left-out-{kind}") for kind in dict.fromkeys(self.left_out))
        note = Finding("subdocument-left-out", Severity.NOTE, place=self.slot.place, kinds=kinds)
        self.document.notes.append(note)


def _serialised(element: _Element, declared: dict[str, str]) -> str:
    """An element's XML that declares the namespaces it needs beyond ``declared``."""
    from lxml import etree

    required = {
        prefix
        for choice in element.iter(qn("mc:Choice"))
        for prefix in (choice.get("Requires") or "").split()
    }
    etree.cleanup_namespaces(element, keep_ns_prefixes=list(required))
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    head, end, rest = xml.partition(">")
    for prefix, uri in declared.items():
        head = head.replace(f' xmlns:{prefix}="{uri}"', "")
    return f"{head}{end}{rest}"
