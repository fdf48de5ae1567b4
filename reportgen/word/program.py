"""From the pieces of a part to a program that writes it, and from a failing line of it back to the tag.

The delimiters are control characters, which no XML can contain: whatever braces stand in the document's text, Jinja sees
the tags and nothing else. Each tag starts a line of its own, so a line number names a tag.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from types import CodeType
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from reportgen.errors import Bilingual, Finding, Severity
from reportgen.expressions import Mistake, check_blocks, check_tag
from reportgen.expressions import environment as sandboxed
from reportgen.expressions.sandbox import Sandbox
from reportgen.expressions.syntax import INNER, OPENS, is_block_set
from reportgen.word.cells import CELL_STATEMENTS
from reportgen.word.slots import Kind, Slot
from reportgen.word.story import Story, TagPiece

_ELEMENT = re.compile(r"<(/?)([\w.:-]+)[^<>]*?(/?)>")
_PARAGRAPH_END = re.compile(
    r"</w:p>\s*<w:p(?: [^>]*)?>(?:<w:pPr\s*/>|<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?"
    r"(?:<w:(?:proofErr|bookmarkStart|bookmarkEnd)[^>]*/>)*",
    re.DOTALL,
)


_ONLY_ONCE = (
    re.compile(r' w14:(?:paraId|textId)="[^"]*"'),
    re.compile(r"(?<=>)<w:id w:val=\"-?\d+\"/>(?=(?:(?!</?w:sdtPr>).)*</w:sdtPr>)", re.DOTALL),
)
_LITERAL_BRACES = re.compile(r"\{_[{%]|[%}]_\}")


class _Unescaped(CodeGenerator):
    """Writes each output as it is: every value tag goes through a filter that gives XML."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class StorySandbox(Sandbox):
    code_generator_class = _Unescaped


def story_environment() -> Sandbox:
    """The environment in which parts are compiled; the filters that write values are set for each filling."""
    sandbox = sandboxed(
        StorySandbox,
        variable_start_string="\x01{",
        variable_end_string="}\x01",
        block_start_string="\x02{",
        block_end_string="}\x02",
        comment_start_string="\x03{",
        comment_end_string="}\x03",
        optimized=False,
        cache_size=0,
    )
    for kind in Kind:
        sandbox.filters[kind.value] = _unset
    return sandbox


def _unset(_value: Any, _number: int) -> str:
    raise AssertionError("a filling sets its own writer")


@dataclass(frozen=True, slots=True)
class Program:
    """A part ready to be filled: compiled code, its source, its slots, and the tag on each line."""

    part: str
    code: CodeType
    source: str
    slots: dict[int, Slot]
    lines: tuple[int, ...]
    tags: tuple[TagPiece, ...]
    repeats_drawings: bool = False
    repeats_bookmarks: bool = False
    grows_columns: bool = False

    def tag_at(self, line: int) -> TagPiece | None:
        """The tag that the source's ``line`` belongs to."""
        index = bisect_right(self.lines, line) - 1
        return self.tags[index] if index >= 0 else None


@dataclass(slots=True)
class _Text:
    """Source being written, with the line that each tag is on."""

    chunks: list[str] = field(default_factory=list)
    line: int = 1
    lines: list[int] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.chunks.append(text)
        self.line += text.count("\n")

    def add_tag(self, text: str) -> None:
        """``text`` with one line break right after its opening."""
        self.lines.append(self.line + 1)
        self.add(text)


def structure_findings(story: Story) -> list[Finding]:
    """Blocks that do not nest, and blocks whose two ends lie in different places of the document's structure."""
    pieces = story.tags
    mistakes = check_blocks([piece.tag for piece in pieces])
    findings = [_finding(pieces[mistake.index], mistake) for mistake in mistakes]
    return findings if findings else _unbalanced(story)


def expression_findings(story: Story, sandbox: Sandbox) -> list[Finding]:
    """Tags that cannot be read, each taken alone; for a part that does not compile as a whole."""
    mistakes = ((piece, check_tag(piece.tag, sandbox, CELL_STATEMENTS)) for piece in story.tags)
    return [_finding(piece, mistake) for piece, mistake in mistakes if mistake is not None]


def compile_story(story: Story, sandbox: Sandbox) -> Program:
    """Compile a part without mistakes. Raises Jinja's ``TemplateSyntaxError`` for what only the whole shows."""
    text = _Text()
    slots: dict[int, Slot] = {}
    depth = 0
    for piece in _trimmed(list(story.pieces)):
        if isinstance(piece, str):
            text.add(_literal(_repeatable(piece) if depth else piece))
            continue
        depth += {"for": 1, "macro": 1, "endfor": -1, "endmacro": -1}.get(piece.tag.keyword, 0)
        if piece.slot is not None and depth:
            piece = replace(piece, slot=_repeatable_slot(piece.slot))
        if piece.slot is not None:
            slots[piece.number] = piece.slot
            text.add_tag(f"\x01{{(\n{piece.tag.body})|{piece.slot.kind.value}({piece.number})}}\x01")
        else:
            text.add_tag(f"\x02{{\n{piece.tag.body} }}\x02")
    source = "".join(text.chunks)
    loops = any(piece.tag.keyword in ("for", "macro") for piece in story.tags)
    code = sandbox.compile(source, name=story.part, filename=story.part)
    return Program(
        story.part,
        code,
        source,
        slots,
        tuple(text.lines),
        tuple(story.tags),
        repeats_drawings=loops and "<wp:docPr" in source,
        repeats_bookmarks=loops and "<w:bookmarkStart" in source,
        grows_columns='<w:gridSpan w:val="\x01' in source
        or any(piece.tag.scope == "tc" for piece in story.tags),
    )


def _repeatable(xml: str) -> str:
    """XML that a loop will repeat, without what may be in a document only once and Word makes anew by itself."""
    for pattern in _ONLY_ONCE:
        xml = pattern.sub("", xml)
    return xml


def _literal(xml: str) -> str:
    """``{_{`` and ``%_}`` are how docxtpl's templates write braces that are no tags."""
    return (
        _LITERAL_BRACES.sub(lambda found: found[0].replace("_", ""), xml)
        if "{_" in xml or "_}" in xml
        else xml
    )


def _repeatable_slot(slot: Slot) -> Slot:
    return replace(slot, before=_repeatable(slot.before), after=_repeatable(slot.after))


def _trimmed(pieces: list[str | TagPiece]) -> list[str | TagPiece]:
    """Let ``{%-`` join its paragraph to the one before and ``-%}`` to the one after, as docxtpl does."""
    for index, piece in enumerate(pieces):
        if isinstance(piece, str) or piece.tag.kind != "{%":
            continue
        if piece.tag.trim_before and index and isinstance(before := pieces[index - 1], str):
            pieces[index - 1] = _without_last_paragraph_end(before)
        if piece.tag.trim_after and index + 1 < len(pieces) and isinstance(after := pieces[index + 1], str):
            joined = _PARAGRAPH_END.match(after)
            pieces[index + 1] = after[joined.end() :] if joined else after
    return pieces


def _without_last_paragraph_end(xml: str) -> str:
    start = xml.rfind("</w:p>")
    joined = _PARAGRAPH_END.fullmatch(xml, start) if start >= 0 else None
    return xml[:start] if joined else xml


def _unbalanced(story: Story) -> list[Finding]:
    """Pairs of statements between which elements end that did not begin there, other than in mirror image."""
    findings: list[Finding] = []
    open_at: list[tuple[TagPiece, _Splice]] = []
    for piece in story.pieces:
        if isinstance(piece, str):
            for _, splice in open_at:
                splice.pass_over(piece)
            continue
        keyword = piece.tag.keyword
        ends = keyword.startswith("end") or (keyword in INNER and keyword not in ("break", "continue"))
        if ends and open_at:
            opener, splice = open_at.pop()
            if not splice.is_mirrored:
                findings.append(_crossing(opener, piece, splice))
        if keyword in OPENS or is_block_set(piece.tag) or (ends and not keyword.startswith("end")):
            open_at.append((piece, _Splice()))
    return findings


@dataclass(slots=True)
class _Splice:
    """What a stretch of XML closes that it did not open, and opens that it does not close."""

    closed: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def pass_over(self, xml: str) -> None:
        for end, name, empty in _ELEMENT.findall(xml):
            if empty:
                continue
            if not end:
                self.opened.append(name)
            elif self.opened:
                self.opened.pop()
            else:
                self.closed.append(name)

    @property
    def is_mirrored(self) -> bool:
        return self.closed == self.opened[::-1]


def _crossing(opener: TagPiece, closer: TagPiece, splice: _Splice) -> Finding:
    where = (splice.opened or splice.closed)[0]
    words = {
        "w:tbl": ("a table", "表格"),
        "w:tr": ("another table row", "另一行"),
        "w:tc": ("another table cell", "另一单元格"),
        "w:p": ("another paragraph", "另一段落"),
        "w:hyperlink": ("a hyperlink", "超链接"),
        "w:sdt": ("a content control", "内容控件"),
        "w:txbxContent": ("a text box", "文本框"),
    }.get(where, ("another place", "另一处"))
    what = Bilingual(
        f"“{opener.tag.source}” ends at “{closer.tag.source}” in {words[0]}: only part of it would be written.",
        f"“{opener.tag.source}”结束于{words[1]}中的“{closer.tag.source}”：只会写出不完整的一部分。",
    )
    remedy = Bilingual(
        "Put both into the same cell or paragraph, or give both the prefix p or tr.",
        "请把两者放在同一单元格或段落中，或都加上前缀 p 或 tr。",
    )
    return Finding("block-across-structure", Severity.ERROR, what, remedy, opener.place)


def _finding(piece: TagPiece, mistake: Mistake) -> Finding:
    return Finding(mistake.code, Severity.ERROR, mistake.what, mistake.remedy, piece.place)
