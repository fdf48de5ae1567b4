"""Changes a part of a finished document here and there, and nothing else: cuts in its XML, collected and made at the end.

Replaced words take the place and the format of those they replace; figures change inside their marks. With tracking
every change is written as Word writes it, so that a person may accept or reject it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportgen.record import Record
from reportgen.regex import regex
from reportgen.word import figure_marks, inline
from reportgen.word.held import held
from reportgen.word.located import Atom, Paragraph, Span, XmlRow, XmlTable
from reportgen.word.slots import RUN_END, TEXT_START
from reportgen.word.tracking import Tracking

_PARAGRAPH = regex(r"<w:p[ >/]")
_KEPT = regex(r"<w:(?:bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd)\b[^>]*/>")


class PutIn(Record):
    """What is put in: text, a figure with its mark (``name`` is its key), or a link (``name`` is its anchor)."""

    kind: str
    text: str
    name: str = ""


class Spot(Record):
    """A stretch of one span of a paragraph, in characters."""

    span: Span
    start: int
    end: int


@dataclass(slots=True)
class Patch:
    """One part being changed. ``cuts`` are (from, to, what comes there) in the XML as it was."""

    xml: str
    tracking: Tracking | None = None
    cuts: list[tuple[int, int, str]] = field(default_factory=list)
    ids: figure_marks.IdsInPart = field(init=False)
    carrier: figure_marks.Carrier | None = None
    """How figures that are put in are marked: as the part's own are."""

    def __post_init__(self) -> None:
        self.ids = figure_marks.IdsInPart.of(self.xml)
        self.carrier = self.carrier or figure_marks.carrier_in(self.xml)

    def result(self) -> str:
        """The part with every cut made."""
        pieces, position = [], 0
        for start, end, text in self._made():
            pieces += [self.xml[position:start], text]
            position = end
        return "".join([*pieces, self.xml[position:]])

    def _made(self) -> Iterator[tuple[int, int, str]]:
        """The cuts in order, without those in a piece that is gone already."""
        position = 0
        ordered = sorted(enumerate(self.cuts), key=lambda cut: (cut[1][0], cut[1][1], cut[0]))
        for _, (start, end, text) in ordered:
            if start >= position:
                yield start, end, text
                position = end

    def numbers_now(self) -> list[int]:
        """The number that each paragraph has in :meth:`result`, those by number (from 1) that were here; one that went has
        that of the paragraph before it."""
        numbers, more = [0], 0
        cuts = list(self._made())
        at = 0
        for number, found in enumerate(_PARAGRAPH.finditer(self.xml), start=1):
            while at < len(cuts) and cuts[at][1] <= found.start():
                start, end, text = cuts[at]
                more += len(_PARAGRAPH.findall(text)) - len(_PARAGRAPH.findall(self.xml, start, end))
                at += 1
            is_cut = at < len(cuts) and cuts[at][0] <= found.start() < cuts[at][1]
            is_gone = is_cut and not _PARAGRAPH.search(cuts[at][2])
            numbers.append(numbers[-1] if is_gone else number + more)
        return numbers

    # ---- figures and links -----------------------------------------------------------------------------

    def set_whole(self, span: Span, text: str, name: str) -> None:
        """Let a figure or a link show ``text`` and stand for ``name``."""
        holder = span.holder
        assert holder is not None
        if name and name != holder.name:
            self.cuts += figure_marks.renaming(holder, name)
        if text != span.text:
            shown = held(text) if span.kind == "figure" else text
            self.replace([Spot(span, 0, len(span.text))], shown)

    def remove_whole(self, span: Span) -> None:
        """Take out a figure or a link; bookmarks and comments in it stay."""
        holder = span.holder
        assert holder is not None
        if holder.is_between:
            self.replace([Spot(span, 0, len(span.text))], "")
            if self.tracking is None:
                self.cuts += [(*point, "") for point in figure_marks.mark_points(holder, self.xml)]
            return
        kept = "".join(_KEPT.findall(self.xml[holder.start : holder.end]))
        gone = self.tracking.deleted(span.text, span.look) if self.tracking else ""
        self.cuts.append((holder.start, holder.end, kept + gone))

    # ---- text ------------------------------------------------------------------------------------------

    def replace(self, spots: Sequence[Spot], text: str) -> None:
        """Put ``text`` where the spots are: all of it in the first, which gives it its format."""
        waiting = text
        for spot in spots:
            for atom, start, end in _atoms_in(spot):
                self._replace_in(atom, start, end, waiting)
                waiting = ""

    def insert(
        self, paragraph: Paragraph, before: Span | None, after: Span | None, pieces: Sequence[PutIn]
    ) -> bool:
        """Put pieces between two neighbouring spans of a paragraph, in the format of the one beside it; false where
        nothing can be there (inside a field)."""
        if before is not None and before.kind == "text":
            self.insert_at(before, len(before.text), pieces)
        elif after is not None and after.kind == "text":
            self.insert_at(after, 0, pieces)
        elif before is not None and before.holder is not None:
            self.cuts.append((before.holder.end, before.holder.end, self._runs(pieces, _look(before))))
        elif after is not None and after.holder is not None:
            self.cuts.append((after.holder.start, after.holder.start, self._runs(pieces, _look(after))))
        elif before is None and after is None:
            self.cuts.append((paragraph.content, paragraph.content, self._runs(pieces, "")))
        else:
            return False
        return True

    def insert_at(self, span: Span, offset: int, pieces: Sequence[PutIn]) -> None:
        """Put pieces into a text span after ``offset`` characters."""
        atom, at = _atom_at(span, offset)
        if not atom.is_text:
            assert atom.run is not None
            self.cuts.append((atom.run.end, atom.run.end, self._runs(pieces, atom.run.properties)))
            return
        where = atom.at(self.xml, at)
        if self.tracking is None and all(piece.kind == "text" for piece in pieces):
            self._keep_spaces(atom)
            self.cuts.append((where, where, inline.text_xml("".join(piece.text for piece in pieces))))
            return
        properties = atom.run.properties if atom.run else ""
        around = f"<w:r>{properties}{TEXT_START}"
        self._keep_spaces(atom)
        self.cuts.append((where, where, f"{RUN_END}{self._runs(pieces, properties)}{around}"))

    # ---- paragraphs and rows ---------------------------------------------------------------------------

    def add_paragraph(self, at: int, xml: str) -> None:
        """Put a paragraph of the engine's own making at a place between blocks."""
        fresh = self.ids.given_to(xml)
        self.cuts.append((at, at, self.tracking.inserted_paragraph(fresh) if self.tracking else fresh))

    def add_row(self, at: int, xml: str) -> None:
        fresh = self.ids.given_to(xml)
        self.cuts.append((at, at, self.tracking.inserted_row(fresh) if self.tracking else fresh))

    def remove_paragraph(self, paragraph: Paragraph) -> None:
        xml = self.xml[paragraph.start : paragraph.end]
        gone = self.tracking.deleted_paragraph(xml) if self.tracking else ""
        self.cuts.append((paragraph.start, paragraph.end, gone))

    def remove_table(self, table: XmlTable) -> None:
        if self.tracking:
            for row in table.rows:
                self.remove_row(row)
        else:
            self.cuts.append((table.start, table.end, ""))

    def remove_row(self, row: XmlRow) -> None:
        xml = self.xml[row.start : row.end]
        self.cuts.append((row.start, row.end, self.tracking.deleted_row(xml) if self.tracking else ""))

    # ---- steps -----------------------------------------------------------------------------------------

    def _replace_in(self, atom: Atom, start: int, end: int, text: str) -> None:
        """Characters of one atom, by text that is in the same run."""
        if start == end and not text:
            return
        properties = atom.run.properties if atom.run else ""
        old = atom.text[start:end]
        if not atom.is_text:
            new = inline.run_xml(text, properties) if text else ""
            if self.tracking is not None:
                new = self.tracking.deleted(old, properties) + self.tracking.inserted(new)
            self.cuts.append((atom.start, atom.end, f"</w:r>{new}<w:r>{properties}" if new else ""))
            return
        where = (atom.at(self.xml, start), atom.at(self.xml, end))
        self._keep_spaces(atom)
        if self.tracking is None:
            self.cuts.append((*where, inline.text_xml(text)))
            return
        inserted = self.tracking.inserted(inline.run_xml(text, properties) if text else "")
        changed = self.tracking.deleted(old, properties) + inserted
        self.cuts.append((*where, f"{RUN_END}{changed}<w:r>{properties}{TEXT_START}"))

    def _keep_spaces(self, atom: Atom) -> None:
        opening = self.xml[atom.opening : atom.start]
        cut = (atom.opening, atom.start, opening[:-1] + ' xml:space="preserve">')
        if "xml:space" not in opening and cut not in self.cuts:
            self.cuts.append(cut)

    def _runs(self, pieces: Sequence[PutIn], properties: str) -> str:
        written = []
        for piece in pieces:
            if piece.kind == "figure":
                written.append(self._figure(piece, properties))
            elif piece.kind == "link":
                link = inline.internal_link(piece.text, piece.name, inline.superscript(properties))
                inner = re.compile(r"<w:r>.*</w:r>", re.DOTALL)
                written.append(
                    inner.sub(lambda found: self.tracking.inserted(found[0]), link) if self.tracking else link  # type: ignore[union-attr]
                )
            elif piece.text:
                run = inline.run_xml(piece.text, properties)
                written.append(self.tracking.inserted(run) if self.tracking else run)
        return "".join(written)

    def _figure(self, piece: PutIn, properties: str) -> str:
        if self.carrier is None:
            figure = inline.run_xml(held(piece.text), properties)
        else:
            figure = self.carrier.marked(piece.name, held(piece.text), properties, self.ids)
        return self.tracking.inserted(figure) if self.tracking else figure


def _atoms_in(spot: Spot) -> list[tuple[Atom, int, int]]:
    """The atoms under a spot with the characters of each; for an empty spot the atom it is in."""
    found, position = [], 0
    for atom in spot.span.atoms:
        start, end = max(spot.start, position), min(spot.end, position + len(atom.text))
        if start < end:
            found.append((atom, start - position, end - position))
        position += len(atom.text)
    # Text belongs into a text element: one that stands for a tab or a break comes after those.
    found.sort(key=lambda one: not one[0].is_text)
    return found


def _atom_at(span: Span, offset: int) -> tuple[Atom, int]:
    """The atom that ends at or holds ``offset``, and the characters of it before."""
    position = 0
    best = (span.atoms[0], 0)
    for atom in span.atoms:
        if atom.is_text and position <= offset <= position + len(atom.text):
            best = (atom, offset - position)
            if offset > position:
                return best
        elif position + len(atom.text) == offset:
            best = (atom, len(atom.text))
        position += len(atom.text)
    return best


def _look(span: Span) -> str:
    """The format of text beside a control; a source mark's raised position does not spread."""
    if span.kind != "link":
        return span.look
    return re.sub(r"<w:vertAlign\b[^>]*/>|<w:rStyle\b[^>]*/>", "", span.look)
