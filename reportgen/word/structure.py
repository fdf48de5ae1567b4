"""Mistakes in how a part's tags stand to each other and to the document around them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from reportgen.expressions import Mistake, check_blocks, check_tag
from reportgen.expressions.sandbox import Sandbox
from reportgen.expressions.syntax import INNER, OPENS, is_block_set
from reportgen.findings import Finding, Severity
from reportgen.messages import Message
from reportgen.regex import regex
from reportgen.word.cell_statements import CELL_STATEMENTS, MERGES_ACROSS, MERGES_DOWN
from reportgen.word.story import Story, TagPiece

_ELEMENT = regex(r"<(/?)([\w.:-]+)[^<>]*?(/?)>")
_CELL = "w:tc"
_ELEMENTS = {
    "w:tbl": "word.a-table",
    "w:tr": "word.another-row",
    "w:tc": "word.another-cell",
    "w:p": "word.another-paragraph",
    "w:hyperlink": "word.a-hyperlink",
    "w:sdt": "word.a-control",
    "w:txbxContent": "word.a-text-box",
}
"""What the element is called in which a block ends that began elsewhere."""


def structure_findings(story: Story) -> list[Finding]:
    """Blocks that do not nest, and blocks whose two ends lie in different places of the document's structure."""
    pieces = story.tags
    mistakes = check_blocks([piece.tag for piece in pieces])
    findings = [_finding(pieces[mistake.index], mistake) for mistake in mistakes]
    return findings or list(_merged_without_loop(pieces)) or _unbalanced(story)


def _merged_without_loop(pieces: list[TagPiece]) -> Iterator[Finding]:
    """Cells that ``vm`` or ``hm`` should merge with those of other turns, where the loop around them brings no such cells."""
    loops: list[str] = []
    for piece in pieces:
        if piece.tag.keyword == "for":
            loops.append(piece.tag.scope)
        elif piece.tag.keyword == "endfor" and loops:
            loops.pop()
        merges = _merges(piece)
        if merges and loops[-1:] != [_LOOPS[merges]]:
            yield Finding(
                "misplaced-tag", Severity.ERROR, place=piece.place, variant=merges, tag=f"{{% {merges} %}}"
            )


_LOOPS = {"vm": "tr", "hm": "tc"}


def _merges(piece: TagPiece) -> str:
    if piece.tag.body == MERGES_DOWN:
        return "vm"
    return "hm" if piece.tag.body.endswith(MERGES_ACROSS) else ""


def expression_findings(story: Story, sandbox: Sandbox) -> list[Finding]:
    """Tags that cannot be read, each taken alone; for a part that does not compile as a whole."""
    mistakes = ((piece, check_tag(piece.tag, sandbox, CELL_STATEMENTS)) for piece in story.tags)
    return [_finding(piece, mistake) for piece, mistake in mistakes if mistake is not None]


def _unbalanced(story: Story) -> list[Finding]:
    """Pairs of statements between which elements end that did not begin there, other than in mirror image; or in another cell, so
    that pieces of both cells would be joined."""
    findings: list[Finding] = []
    open_at: list[tuple[TagPiece, _Splice]] = []
    begun = ""  # the start of an element in whose attributes a tag is
    for piece in story.pieces:
        if isinstance(piece, str):
            xml = begun + piece
            end = xml.rfind("<") if xml.rfind("<") > xml.rfind(">") else len(xml)
            xml, begun = xml[:end], xml[end:]
            for _, splice in open_at:
                splice.pass_over(xml)
            continue
        for _, splice in open_at if piece.tag.kind == "{{" else ():
            splice.show(piece.tag.source)
        keyword = piece.tag.keyword
        ends = keyword.startswith("end") or (keyword in INNER and keyword not in ("break", "continue"))
        if ends and open_at:
            opener, splice = open_at.pop()
            if not splice.is_mirrored or splice.joins_cells:
                findings.append(_crossing(opener, piece, splice))
        if keyword in OPENS or is_block_set(piece.tag) or (ends and not keyword.startswith("end")):
            open_at.append((piece, _Splice()))
    return findings


class _Splice(Struct):
    """What a stretch of XML closes that it did not open, and opens that it does not close."""

    closed: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    shows_before: bool = False
    """Whether anything shows before the cell ends in which the stretch begins,"""
    shows_after: bool = False
    """and behind the beginning of the cell in which it ends."""

    def pass_over(self, xml: str) -> None:
        position = 0
        for found in _ELEMENT.finditer(xml):
            self.show(xml[position : found.start()])
            position = found.end()
            end, name, empty = found.groups()
            if not empty:
                self._pass(name, is_end=bool(end))
        self.show(xml[position:])

    def show(self, text: str) -> None:
        if text and not text.isspace():
            self.shows_before = self.shows_before or _CELL not in self.closed
            self.shows_after = True

    def _pass(self, name: str, *, is_end: bool) -> None:
        if not is_end:
            self.opened.append(name)
            self.shows_after = self.shows_after and name != _CELL
        elif self.opened:
            self.opened.pop()
        else:
            self.closed.append(name)

    @property
    def joins_cells(self) -> bool:
        return _CELL in self.closed and self.shows_before and self.shows_after

    @property
    def is_mirrored(self) -> bool:
        return self.closed == self.opened[::-1]


def _crossing(opener: TagPiece, closer: TagPiece, splice: _Splice) -> Finding:
    where = _CELL if splice.joins_cells else (splice.opened or splice.closed)[0]
    what = _ELEMENTS.get(where, "word.another-place")
    return Finding(
        "block-across-structure",
        Severity.ERROR,
        place=opener.place,
        opener=opener.tag.source,
        closer=closer.tag.source,
        where=Message(what),
    )


def _finding(piece: TagPiece, mistake: Mistake) -> Finding:
    return mistake.finding.with_(place=piece.place)
