"""Footnotes and endnotes that tags make: collected while the document is filled, put into its notes part at the end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.ooxml.xml import DECLARATION, NAMESPACES, escape_attribute
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.word import inline
from reportgen.word.ids import repeatable

if TYPE_CHECKING:
    from reportgen.ooxml import Package
    from reportgen.word.document_state import DocumentFilling
    from reportgen.word.named_styles import Styles

_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}s"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}s+xml"


class NoteKind(Record):
    """``footnote`` or ``endnote``: what its elements and styles are called."""

    name: str

    def part_in(self, package: Package) -> str | None:
        """The part that holds the document's notes of this kind."""
        for relationship in package.relationships(package.main_part).by_type(_TYPE.format(self.name)):
            if relationship.part in package:
                return relationship.part
        return None

    def next_number(self, document: DocumentFilling) -> int:
        """A number that neither the template nor a note made before uses."""
        numbers = document.note_ids[self.name]
        if numbers.last == 0:
            part = self.part_in(document.package)
            pattern = rf'<w:{self.name}\b[^>]*?w:id="(-?\d+)"'.encode()
            used = [] if part is None else [int(n) for n in re.findall(pattern, document.package.read(part))]
            numbers.last = max([0, *used])
        return numbers.next()

    def reference_run(self, number: int, styles: Styles) -> str:
        return f'<w:r>{self._mark_look(styles)}<w:{self.name}Reference w:id="{number}"/></w:r>'

    def note_xml(self, number: int, runs: str, styles: Styles) -> str:
        """One note with ``runs``, in the template's styles for notes where it has them."""
        text = styles.named(f"{self.name} text")
        style = inline.in_style(text.id) if text else ""
        return (
            f'<w:{self.name} w:id="{number}"><w:p>{style}<w:r>{self._mark_look(styles)}<w:{self.name}Ref/></w:r>'
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{runs}</w:p></w:{self.name}>'
        )

    def add(self, package: Package, notes: Sequence[str]) -> None:
        """Put ``notes`` behind those that the document has already."""
        part, end = self.part_in(package), f"</w:{self.name}s>".encode()
        made = "".join(notes).encode() + end
        if part is not None:
            package.write(part, package.read(part).replace(end, made))
            return
        main = package.main_part
        part = f"{main.rpartition('/')[0]}/{self.name}s.xml"
        whole = DECLARATION + self._empty().encode().replace(end, made)
        package.add(part, whole, _CONTENT_TYPE.format(self.name))
        package.relationships(main).add(_TYPE.format(self.name), part)

    def _empty(self) -> str:
        separators = "".join(
            f'<w:{self.name} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{self.name}>'
            for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
        )
        names = f'xmlns:w="{NAMESPACES["w"]}" xmlns:r="{NAMESPACES["r"]}"'
        return f"<w:{self.name}s {names}>{separators}</w:{self.name}s>"

    def _mark_look(self, styles: Styles) -> str:
        style = styles.named(f"{self.name} reference", "character")
        if style is not None:
            return f'<w:rPr><w:rStyle w:val="{escape_attribute(style.id)}"/></w:rPr>'
        return '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


FOOTNOTE, ENDNOTE = NoteKind("footnote"), NoteKind("endnote")


_BOOKMARK = regex(r"<w:bookmark(?:Start|End)\b[^<>]*/>")


def copy_notes(package: Package, copies: Sequence[tuple[str, int, int]]) -> None:
    """Copy the notes that loops repeated: the name of their kind, the number to copy, the number of the copy."""
    for kind in (FOOTNOTE, ENDNOTE):
        wanted = [(old, new) for name, old, new in copies if name == kind.name]
        part = kind.part_in(package) if wanted else None
        if part is None:
            continue
        xml = package.read(part).decode("utf-8")
        made = [_copied(kind.name, xml, old, new) for old, new in wanted]
        kind.add(package, made)


def _copied(kind: str, xml: str, old: int, new: int) -> str:
    pattern = rf'(<w:{kind}\b[^<>]*?w:id="){old}("(?:(?!</w:{kind}>).)*</w:{kind}>)'
    found = re.search(pattern, xml, re.DOTALL)
    if found is None:
        return ""
    return f"{found[1]}{new}{_BOOKMARK.sub('', repeatable(found[2]))}"


def add_notes(package: Package, notes: Mapping[str, Sequence[str]]) -> None:
    """Put the notes that were collected, by the name of their kind, into the document."""
    for kind in (FOOTNOTE, ENDNOTE):
        if notes.get(kind.name):
            kind.add(package, notes[kind.name])
