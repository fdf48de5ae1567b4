"""The one walk over a part of a finished document: its text as atoms, each with its place in the XML.

The part is never parsed into a tree and written out again: whoever edits it cuts and pastes in the text, and every byte
between the cuts stays. Tracked changes are read as accepted, or as rejected.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct, field

from reportgen.errors import PackageError
from reportgen.messages import Message
from reportgen.ooxml.xml import NAMESPACES, unescape_text
from reportgen.regex import regex
from reportgen.word import figure_marks
from reportgen.word.characters import NO_BREAK
from reportgen.word.figure_links import is_figure_link
from reportgen.word.located import (
    Atom,
    AtomKind,
    Block,
    Cell,
    ChartReference,
    Holder,
    Paragraph,
    XmlRow,
    XmlRun,
    XmlTable,
    spans_of,
)

IN_PLACE = f'xmlns:w="{NAMESPACES["w"]}"'
"""What the text of a part declares that can be changed in place."""

_TAG = regex(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>"
    r"|<(?P<close>/)?(?P<name>[A-Za-z_][\w:.-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/)?>",
    re.DOTALL,
)
_PROPERTIES = frozenset(
    {"w:rPr", "w:pPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sectPr", "w:tblGrid", "w:tblPrEx"}
)  # fmt: skip
_TEXTS = frozenset({"w:t", "w:delText", "w:instrText", "m:t"})
_OBJECTS = frozenset(
    {"w:drawing", "w:pict", "w:object", "w:footnoteReference", "w:endnoteReference", "w:sym"}
)
_CHARACTERS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": "\t"}
_CHANGES = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"})
_COPY, _EQUATION, _READ_AS = "mc:Fallback", "m:oMath", "w:rt"
_NOTES = frozenset({"w:footnote", "w:endnote"})
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")
_OBJECT, _FIELD = "￼", "￹"
_HIDDEN = regex(r'<w:vanish\b(?![^>]*w:val="(?:0|false|off)")')
TOLD = "?"
"""Before the name of a field whose instruction is still being read."""


class View(StrEnum):
    """How tracked changes are read."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"

    @property
    def left_out(self) -> frozenset[str]:
        """The elements of changes that it leaves out."""
        return frozenset({"w:del", "w:moveFrom"} if self is View.ACCEPTED else {"w:ins", "w:moveTo"})


def locate(xml: str, view: View = View.ACCEPTED) -> list[Block]:
    """The paragraphs and tables of a part's text, in order. Raises ``PackageError`` for what is no XML."""
    return _Scanner(xml, view).scan()


class _Interrupted(Struct):
    """What a text box interrupts."""

    paragraph: Paragraph | None = None
    run: XmlRun | None = None
    holders: list[Holder | None] = field(default_factory=list)
    """One entry for each control or link that is open; ``None`` for those that are neither mark nor link of ours."""
    points: figure_marks.Points = field(default_factory=figure_marks.Points)


class _Scanner:
    def __init__(self, xml: str, view: View) -> None:
        self.xml = xml
        self.left_out = view.left_out
        self.changes = re.compile(rf"<(?:{'|'.join(sorted(view.left_out))})\b")
        self.blocks: list[list[Block]] = [[]]
        self.paragraphs: list[Paragraph] = []
        self.tables: list[XmlTable] = []
        self.now = _Interrupted()
        self.suspended: list[_Interrupted] = []
        self.gone: list[str] = []
        """Open changes that this view leaves out."""
        self.fields: list[str] = []
        """Names of the fields open at this place, the outermost first; they may run over paragraphs."""
        self.table_count = 0
        self.row_counts: list[int] = []
        """Rows so far of each table that is open, those that this view leaves out included."""
        self.gone_rows: list[bool] = []
        self.copies = 0
        """Open elements that hold the copy of a text box for old readers."""
        self.read_as = 0
        self.in_rule = False
        self.equation: list[str] | None = None
        self.alt: tuple[str, tuple[int, int] | None] = ("", None)

    def scan(self) -> list[Block]:
        position = 0
        while (found := _TAG.search(self.xml, position)) is not None:
            position = found.end()
            name = found["name"]
            if name is None:
                continue
            if name in _PROPERTIES and not found["close"]:
                if not found["empty"]:
                    position = self._end_of(name, found.end())
                self._properties(name, found.start(), position)
            elif found["close"]:
                self._close(name, found)
            else:
                self._open(name, found)
                if name in _TEXTS and not found["empty"]:
                    position = self._end_of_text(position)
                if found["empty"]:
                    self._close(name, found)
        for paragraph in self.paragraphs:
            paragraph.spans = spans_of(paragraph.atoms)
        return self.blocks[0]

    def _end_of(self, name: str, position: int) -> int:
        """Past the closing tag that belongs to an opening one just before ``position``."""
        depth = 1
        for found in re.compile(rf"<(/?){name}\b[^>]*?(/?)>").finditer(self.xml, position):
            depth += -1 if found[1] else 0 if found[2] else 1
            if depth == 0:
                return found.end()
        raise PackageError(Message("word.document-damaged"))

    def _end_of_text(self, position: int) -> int:
        end = self.xml.find("<", position)
        if end < 0:
            raise PackageError(Message("word.document-damaged"))
        return end

    # ---- opening ---------------------------------------------------------------------------------------

    def _open(self, name: str, found: re.Match[str]) -> None:
        now = self.now
        if name == "w:p":
            self._open_paragraph(found)
        elif name == "w:tbl":
            self.table_count += 1
            self.tables.append(XmlTable(found.start(), number=self.table_count))
            self.row_counts.append(0)
            self.blocks[-1].append(self.tables[-1])
        elif name == "w:tr" and self.tables:
            self.row_counts[-1] += 1
            self.tables[-1].rows.append(XmlRow(found.start(), number=self.row_counts[-1]))
            self.gone_rows.append(False)
        elif name == "w:tc" and self.tables:
            self.tables[-1].rows[-1].cells.append(Cell(found.start()))
            self.blocks.append(self.tables[-1].rows[-1].cells[-1].blocks)
        elif name in ("w:sdt", "w:hyperlink"):
            self._open_holder(name, found)
        elif name in figure_marks.Points.NAMES:
            self._ended(now.points.read(self.xml, found.start(), found.end()), found.start())
            if name.endswith("Start") and now.paragraph is not None:
                now.paragraph.bookmarks.append(_attribute(found, "w:name")[0])
        elif name in _CHANGES:
            for holder in self._open_marks():
                holder.is_changed = True
            if name in self.left_out:
                self.gone.append(name)
        elif name == _COPY:
            self.copies += 1
        elif name == _READ_AS:
            self.read_as += 1
        elif name in _NOTES:
            self.in_rule = _attribute(found, "w:type")[0] in _NO_NOTES
        elif name == "w:txbxContent":
            self.suspended.append(now)
            self.now = _Interrupted()
        elif name == "w:r":
            now.run = XmlRun(found.start())
        elif name == _EQUATION:
            self.equation = []
        else:
            self._open_in_run(name, found)

    def _open_in_run(self, name: str, found: re.Match[str]) -> None:
        if name == "w:fldSimple":
            self._begin_field(found, _attribute(found, "w:instr")[0])
        elif name == "w:fldChar":
            self._field_character(found)
        elif name in _TEXTS:
            self._text(name, found)
        elif name == "wp:docPr":
            self.alt = _attribute(found, "descr")
        elif name == "c:chart" and self.now.paragraph is not None:
            self.now.paragraph.charts.append(ChartReference(_attribute(found, "r:id")[0], *self.alt))
        elif self.now.run is not None and not self.fields and name in _OBJECTS:
            self._add(_element(_OBJECT, found, "object"))
        elif self.now.run is not None and name in _CHARACTERS:
            self._add(_element(_CHARACTERS[name], found, "character"))

    def _open_paragraph(self, found: re.Match[str]) -> None:
        paragraph = Paragraph(
            len(self.paragraphs) + 1,
            found.start(),
            content=found.end(),
            is_copy=self.copies > 0,
            is_boxed=bool(self.suspended),
            is_left_out=self.in_rule or bool(self.gone),
        )
        for holder in self.now.holders:
            if holder is not None:
                holder.paragraphs += 1
        self.now.paragraph = paragraph
        self.paragraphs.append(paragraph)
        self.blocks[-1].append(paragraph)

    def _open_holder(self, name: str, found: re.Match[str]) -> None:
        holder = figure_marks.opened(name, found.start())
        if name == "w:hyperlink":
            anchor, at = _attribute(found, "w:anchor")
            is_link = at is not None and not is_figure_link(anchor)
            holder = Holder("link", anchor, found.start(), at) if is_link and at is not None else None
        self.now.holders.append(holder)

    def _properties(self, name: str, start: int, end: int) -> None:
        xml = self.xml[start:end]
        now = self.now
        if name == "w:rPr" and now.run is not None:
            now.run.properties = xml
            now.run.is_hidden = _HIDDEN.search(xml.partition("<w:rPrChange")[0]) is not None
        elif name == "w:sdtPr" and now.holders and now.holders[-1] is not None:
            in_line = now.paragraph is not None
            figure_marks.described(now.holders[-1], name, xml, start, in_line=in_line)
        elif name == "w:pPr" and now.paragraph is not None:
            now.paragraph.content = end
            style = re.search(r'<w:pStyle\b[^>]*?w:val="([^"]*)"', xml)
            now.paragraph.style = unescape_text(style[1]) if style else ""
            now.paragraph.mark_left_out = self.changes.search(xml) is not None
        elif name == "w:trPr" and self.gone_rows:
            self.gone_rows[-1] = self.changes.search(xml) is not None
            self.tables[-1].rows[-1].is_head = "<w:tblHeader" in xml
        elif name == "w:tcPr" and self.tables:
            columns = re.search(r'<w:gridSpan\b[^>]*?w:val="(\d+)"', xml)
            self.tables[-1].rows[-1].cells[-1].columns = int(columns[1]) if columns else 1

    # ---- closing ---------------------------------------------------------------------------------------

    def _close(self, name: str, found: re.Match[str]) -> None:
        now = self.now
        if name == "w:p" and now.paragraph is not None:
            now.paragraph.end = found.end()
            for holder in now.points.close(found.start()):
                self._ended(holder, found.start())
            now.paragraph = None
        elif name == "w:r" and now.run is not None:
            now.run.end, now.run = found.end(), None
        elif name in ("w:sdt", "w:hyperlink") and now.holders:
            self._close_holder(found)
        elif name == _COPY:
            self.copies -= 1
        elif name == _READ_AS:
            self.read_as -= 1
        elif name in _NOTES:
            self.in_rule = False
        elif name in self.left_out and self.gone:
            self.gone.pop()
        elif name == "w:fldSimple" and self.fields and not self.gone:
            self.fields.pop()
        elif name == "w:txbxContent" and self.suspended:
            self.now = self.suspended.pop()
        elif name == _EQUATION and self.equation is not None:
            if now.paragraph is not None:
                now.paragraph.equations.append("".join(self.equation))
            self.equation = None
        elif self.tables:
            self._close_in_table(name, found)

    def _close_in_table(self, name: str, found: re.Match[str]) -> None:
        table = self.tables[-1]
        if name == "w:tc":
            table.rows[-1].cells[-1].end = found.end()
            self.blocks.pop()
        elif name == "w:tr":
            table.rows[-1].end = found.end()
            if self.gone_rows.pop():
                table.rows.pop()
        elif name == "w:tbl":
            self.tables.pop().end = found.end()
            self.row_counts.pop()

    def _close_holder(self, found: re.Match[str]) -> None:
        holder = self.now.holders[-1]
        is_mark = holder is not None and self._holder() is holder
        self.now.holders.pop()
        if holder is not None:
            holder.end = found.end()
            self._ended(holder if is_mark else None, found.start())

    def _ended(self, holder: Holder | None, at: int) -> None:
        """A mark ends: one that holds nothing any more is still there, unless a change took out what it held."""
        paragraph = self.now.paragraph
        if holder is not None and paragraph is None and holder.paragraphs == 1:
            paragraph = self.paragraphs[-1]
        if holder is None or holder.kind != "figure" or paragraph is None:
            return
        if not holder.is_filled:
            if holder.is_changed:
                return
            paragraph.atoms.append(Atom("", at, at, at, None, holder))
        for outer in self.now.holders:
            if outer is not None and outer.kind == "figure" and (holder.name or not outer.name):
                outer.holds_mark = True

    def _open_marks(self) -> list[Holder]:
        return [*self.now.points.open.values(), *(one for one in self.now.holders if one is not None)]

    def _holder(self) -> Holder | None:
        """What text at this place is held by: the innermost mark, or else a link."""
        held_by = [one for one in (*self.now.holders, *self.now.points.open.values()) if one is not None]
        figures = [one for one in held_by if one.kind == "figure"]
        keyed = next((one for one in reversed(figures) if one.name), None)
        return keyed or next((one for one in reversed(figures) if one.is_keyless), None) or next(
            (one for one in reversed(held_by) if one.kind == "link" and one.name), None
        )  # fmt: skip

    # ---- text ------------------------------------------------------------------------------------------

    def _text(self, name: str, found: re.Match[str]) -> None:
        if found["empty"]:
            return
        end = self._end_of_text(found.end())
        text = unescape_text(self.xml[found.end() : end]).replace(NO_BREAK, " ")
        if name == "m:t":
            if self.equation is not None:
                self.equation.append(text)
        elif name == "w:instrText":
            if self.fields and self.fields[-1].startswith(TOLD) and not self.gone:
                self.fields[-1] += text
        else:
            self._add(Atom(text, found.end(), end, found.start(), self.now.run))

    def _field_character(self, found: re.Match[str]) -> None:
        kind = _attribute(found, "w:fldCharType")[0]
        if kind == "begin":
            self._begin_field(found)
        elif kind == "separate" and self.fields and not self.gone:
            self.fields[-1] = _field_name(self.fields[-1].removeprefix(TOLD))
        elif kind == "end" and self.fields and not self.gone:
            self.fields.pop()

    def _begin_field(self, found: re.Match[str], told: str | None = None) -> None:
        if self.gone:
            return
        if not self.fields:
            self._add(_element(_FIELD, found, "field"))
        self.fields.append(TOLD if told is None else _field_name(told))

    def _add(self, atom: Atom) -> None:
        if self.now.paragraph is None or self.gone:
            return
        atom.run = self.now.run
        atom.holder = self._holder()
        atom.is_hidden = self.read_as > 0 or (atom.run is not None and atom.run.is_hidden)
        if self.fields:
            atom.field = next((name for name in self.fields if not name.startswith(TOLD)), TOLD)
        if atom.holder is not None and atom.text and atom.kind != "object":
            atom.holder.is_filled = True
        self.now.paragraph.atoms.append(atom)


def _element(text: str, found: re.Match[str], kind: AtomKind) -> Atom:
    return Atom(text, found.start(), found.end(), found.start(), None, kind=kind)


def _attribute(found: re.Match[str], name: str) -> tuple[str, tuple[int, int] | None]:
    """An attribute of a tag, and where it is; ``""`` and ``None`` where there is none."""
    said = re.search(rf"(?<![\w:]){name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", found["attributes"])
    if said is None:
        return "", None
    start, end = said.span(1 if said[1] is not None else 2)
    before = found.start("attributes")
    return unescape_text(said[1] if said[1] is not None else said[2]), (before + start, before + end)


def _field_name(told: str) -> str:
    return (told.split() or ["FIELD"])[0].upper()
