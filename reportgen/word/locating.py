"""A part's text with the place of every character in its XML, for those who change a finished document here and there.

The part is never parsed into a tree and written out again: whoever edits it cuts and pastes in the text, and every byte
between the cuts stays. Tracked changes are read as accepted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from reportgen.errors import PackageError
from reportgen.messages import Message
from reportgen.word import figure_marks
from reportgen.word.located import Atom, Block, Cell, Holder, Paragraph, Row, Run, Span, SpanKind, Table

_TAG = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>"
    r"|<(?P<close>/)?(?P<name>[A-Za-z_][\w:.-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/)?>",
    re.DOTALL,
)
_PROPERTIES = frozenset(
    {"w:rPr", "w:pPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sectPr", "w:tblGrid", "w:tblPrEx"}
)  # fmt: skip
_OBJECTS = frozenset(
    {"w:drawing", "w:pict", "w:object", "w:footnoteReference", "w:endnoteReference", "w:sym"}
)
_CHARACTERS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": "\t"}
_GONE = ("w:del", "w:moveFrom")
_COPY = "mc:Fallback"
_OBJECT, _FIELD = "￼", "￹"


def locate(xml: str, part: str = "") -> list[Block]:
    """The paragraphs and tables of a part, in order. Raises ``PackageError`` for a part that no Office program writes."""
    if 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' not in xml:
        raise PackageError(Message("word.not-editable-in-place", part=part))
    return _Scanner(xml).scan()


@dataclass(slots=True)
class _State:
    """What a text box interrupts."""

    paragraph: Paragraph | None
    run: Run | None
    holders: list[Holder | None]


class _Scanner:
    def __init__(self, xml: str) -> None:
        self.xml = xml
        self.blocks: list[list[Block]] = [[]]
        self.tables: list[Table] = []
        self.paragraph: Paragraph | None = None
        self.run: Run | None = None
        self.holders: list[Holder | None] = []
        """One entry for each control or link that is open; ``None`` for those that are neither mark nor link of ours."""
        self.points = figure_marks.Points()
        self.gone: list[str] = []
        self.fields: list[bool] = []
        """Open fields: whether what they show has begun."""
        self.suspended: list[_State] = []
        self.count = 0
        self.gone_rows: list[bool] = []
        self.copies = 0
        """Open elements that hold the copy of a text box for old readers."""

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
                if name == "w:t" and not found["empty"]:
                    position = self.xml.index("<", position)
                if found["empty"]:
                    self._close(name, found)
        return self.blocks[0]

    def _end_of(self, name: str, position: int) -> int:
        """Past the closing tag that belongs to an opening one just before ``position``."""
        depth = 1
        for found in re.compile(rf"<(/?){name}\b[^>]*?(/?)>").finditer(self.xml, position):
            depth += -1 if found[1] else 0 if found[2] else 1
            if depth == 0:
                return found.end()
        raise PackageError(Message("word.document-damaged"))

    # ---- opening ---------------------------------------------------------------------------------------

    def _open(self, name: str, found: re.Match[str]) -> None:
        if name == "w:p":
            self.count += 1
            self.paragraph = Paragraph(
                self.count, found.start(), content=found.end(), is_copy=self.copies > 0
            )
            self.blocks[-1].append(self.paragraph)
        elif name == "w:tbl":
            self.tables.append(Table(found.start()))
            self.blocks[-1].append(self.tables[-1])
        elif name == "w:tr" and self.tables:
            self.tables[-1].rows.append(Row(found.start()))
            self.gone_rows.append(False)
        elif name == "w:tc" and self.tables:
            self.tables[-1].rows[-1].cells.append(Cell(found.start()))
            self.blocks.append(self.tables[-1].rows[-1].cells[-1].blocks)
        elif name in ("w:sdt", "w:hyperlink"):
            self._open_holder(name, found)
        elif name in figure_marks.Points.NAMES:
            self.points.read(self.xml, found.start(), found.end())
        elif name in _GONE:
            self.gone.append(name)
        elif name == _COPY:
            self.copies += 1
        elif name == "w:txbxContent":
            self.suspended.append(_State(self.paragraph, self.run, self.holders))
            self.paragraph, self.run, self.holders = None, None, []
        elif name == "w:r":
            self.run = Run(found.start())
        elif name == "w:fldSimple":
            self._add_object(_FIELD, found)
            self.fields.append(True)
        elif name == "w:fldChar":
            self._field_character(found)
        elif name == "w:t":
            self._add_text(found)
        elif name in _CHARACTERS and self.run is not None:
            self._add_character(_CHARACTERS[name], found)
        elif name in _OBJECTS and self.run is not None:
            self._add_object(_OBJECT, found)

    def _open_holder(self, name: str, found: re.Match[str]) -> None:
        holder = None
        if name == "w:hyperlink":
            anchor = re.search(r'w:anchor="([^"]*)"', found["attributes"])
            if anchor is not None and not self.fields:
                start = found.start("attributes") + anchor.start(1)
                holder = Holder("link", unescape(anchor[1]), found.start(), (start, start + len(anchor[1])))
        else:
            holder = figure_marks.opened(name, found.start())
        self.holders.append(holder)

    def _properties(self, name: str, start: int, end: int) -> None:
        xml = self.xml[start:end]
        if name == "w:rPr" and self.run is not None:
            self.run.properties = xml
        elif name == "w:sdtPr" and self.holders and self.holders[-1] is not None:
            in_line = self.paragraph is not None
            figure_marks.described(self.holders[-1], name, xml, start, in_line=in_line)
        elif name == "w:pPr" and self.paragraph is not None:
            self.paragraph.content = end
            style = re.search(r'<w:pStyle\b[^>]*?w:val="([^"]*)"', xml)
            self.paragraph.style = style[1] if style else ""
        elif name == "w:trPr" and self.gone_rows:
            self.gone_rows[-1] = re.search(r"<w:del\b", xml) is not None

    def _field_character(self, found: re.Match[str]) -> None:
        kind = re.search(r'w:fldCharType="(\w+)"', found["attributes"])
        if kind is None:
            return
        if kind[1] == "begin":
            self._add_object(_FIELD, found)
            self.fields.append(False)
        elif kind[1] == "separate" and self.fields:
            self.fields[-1] = True
        elif kind[1] == "end" and self.fields:
            self.fields.pop()

    # ---- closing ---------------------------------------------------------------------------------------

    def _close(self, name: str, found: re.Match[str]) -> None:
        if name == "w:p" and self.paragraph is not None:
            self.paragraph.end = found.end()
            self.points.close(found.start())
            self.paragraph.spans = _spans(self.paragraph.atoms)
            self.paragraph = None
        elif name == "w:r" and self.run is not None:
            self.run.end, self.run = found.end(), None
        elif name in ("w:sdt", "w:hyperlink") and self.holders:
            holder = self.holders.pop()
            if holder is not None:
                holder.end = found.end()
        elif name == _COPY:
            self.copies -= 1
        elif name in _GONE and self.gone:
            self.gone.pop()
        elif name == "w:fldSimple" and self.fields:
            self.fields.pop()
        elif name == "w:txbxContent" and self.suspended:
            state = self.suspended.pop()
            self.paragraph, self.run, self.holders = state.paragraph, state.run, state.holders
        elif name == "w:tc" and self.tables:
            self.tables[-1].rows[-1].cells[-1].end = found.end()
            self.blocks.pop()
        elif name == "w:tr" and self.tables:
            self.tables[-1].rows[-1].end = found.end()
            if self.gone_rows.pop():
                self.tables[-1].rows.pop()
        elif name == "w:tbl" and self.tables:
            self.tables.pop().end = found.end()

    # ---- text ------------------------------------------------------------------------------------------

    def _add_text(self, found: re.Match[str]) -> None:
        if found["empty"] or self.fields:
            return
        end = self.xml.index("<", found.end())
        self._add(
            Atom(unescape(self.xml[found.end() : end]), found.end(), end, found.start(), self.run, None)
        )

    def _add_character(self, character: str, found: re.Match[str]) -> None:
        if not self.fields:
            self._add(
                Atom(character, found.start(), found.end(), found.start(), self.run, None, is_text=False)
            )

    def _add_object(self, kind: str, found: re.Match[str]) -> None:
        if not self.fields:
            self._add(Atom(kind, found.start(), found.end(), found.start(), self.run, None, is_text=False))

    def _add(self, atom: Atom) -> None:
        if self.paragraph is None or self.gone:
            return
        held_by = (one for one in reversed(self.holders) if one is not None and one.is_shown)
        atom.holder = self.points.innermost or next(held_by, None)
        self.paragraph.atoms.append(atom)


def _spans(atoms: list[Atom]) -> list[Span]:
    spans: list[Span] = []
    for atom in atoms:
        holder = atom.holder
        kind: SpanKind = holder.kind if holder is not None else "text"
        if atom.text in (_OBJECT, _FIELD) and not atom.is_text:
            kind, holder = ("object" if atom.text == _OBJECT else "field"), None
        joins = spans and spans[-1].kind == kind and spans[-1].holder is holder
        if joins and kind not in ("object", "field"):
            spans[-1].text += atom.text
            spans[-1].atoms.append(atom)
        elif atom.text or holder is not None:
            spans.append(Span(kind, atom.text, holder.name if holder else "", [atom], holder))
    return [span for span in spans if span.text]
