"""From the pieces of a part to a program that writes it, and from a failing line of it back to the tag.

The delimiters are control characters, which no XML can contain: whatever braces are in the document's text, Jinja sees
the tags and nothing else. Each tag starts a line of its own, so a line number names a tag.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from types import CodeType, MappingProxyType
from typing import Any

from jinja2 import nodes
from msgspec import Struct

from reportgen.expressions import environment as sandboxed
from reportgen.expressions.code_generator import Written, XmlOutput
from reportgen.expressions.lists_last import lists_last
from reportgen.expressions.result_sizes import guarded
from reportgen.expressions.sandbox import Sandbox
from reportgen.expressions.syntax import parse_known
from reportgen.record import Record, field, replace
from reportgen.regex import regex
from reportgen.word.cell_statements import MERGES_ACROSS
from reportgen.word.emptied import CLOSING, marked
from reportgen.word.functions import filters, functions
from reportgen.word.grids import MARKED_GRID
from reportgen.word.ids import repeatable
from reportgen.word.repeated import FAMILIES
from reportgen.word.slots import Slot, SlotKind
from reportgen.word.story import Story, TagPiece

_PARAGRAPH_END = regex(
    r"</w:p>\s*<w:p(?: [^>]*)?>(?:<w:pPr\s*/>|<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?"
    r"(?:<w:(?:proofErr|bookmarkStart|bookmarkEnd)[^>]*/>)*",
    re.DOTALL,
)


FIELDS = ("<w:instrText", "<w:fldSimple")
"""What the XML of fields is recognised by."""

_LITERAL_BRACES = regex(r"\{_[{%]|[%}]_\}")


class StorySandbox(Sandbox):
    """The environment of one template.

    While a part is compiled, ``slots`` are those of its tags and ``literals`` the short XML before them, in the order of the ``lines``
    that the tags begin on. While it is
    filled, ``writers`` are the functions that write the values, by kind of slot.
    """

    code_generator_class = XmlOutput
    preamble = "; ".join(
        (
            "from reportgen.word.characters import PLAIN_NUMBERS, is_finite, needs_care",
            *(f"{kind.value} = environment.writers[{kind.value!r}]" for kind in SlotKind),
        )
    )
    slots: Sequence[Slot | None] = ()
    literals: Sequence[str] = ()
    lines: Sequence[int] = ()
    writers: Mapping[str, Callable[[Any, int], str]] = MappingProxyType({})

    def written(self, line: int) -> Written:
        at = bisect_right(self.lines, line) - 1
        slot = self.slots[at]
        assert slot is not None
        around = (slot.before, slot.after) if slot.kind in (SlotKind.TEXT, SlotKind.PARAGRAPH) else None
        return Written(slot.kind.value, slot.number, around, self.literals[at])


def story_environment(own: Mapping[str, Callable[..., Any]] | None = None) -> StorySandbox:
    """The environment in which parts are compiled; the filters that write values are set for each filling.

    ``own`` are filters beside ours.
    """
    sandbox = sandboxed(
        StorySandbox,
        variable_start_string="\x01{",
        variable_end_string="}\x01",
        block_start_string="\x02{",
        block_end_string="}\x02",
        comment_start_string="\x03{",
        comment_end_string="}\x03",
        cache_size=0,
    )
    assert isinstance(sandbox, StorySandbox)
    sandbox.globals.update(functions())
    sandbox.filters.update(filters())
    sandbox.filters.update((name, guarded("", function)) for name, function in (own or {}).items())
    return sandbox


class Program(Record):
    """A part ready to be filled: compiled code, its slots, the tag on each line, and what repeating it will need."""

    part: str
    tree: nodes.Template
    code: CodeType
    slots: dict[int, Slot]
    lines: tuple[int, ...]
    tags: tuple[TagPiece, ...]
    repeats: frozenset[str] = frozenset()
    """The families of numbers and names that loops repeat, see :mod:`reportgen.word.repeated`."""

    cells_vanish: bool = True
    """Whether tags are around whole cells."""

    has_grids: bool = True
    has_fields: bool = True
    """Whether anything in the template itself has a number, a reference or a table of contents to be brought up to date."""
    closes: bool = True
    """Whether a container may lose its last paragraph, see :mod:`reportgen.word.emptied`."""

    def tag_at(self, line: int) -> TagPiece | None:
        """The tag that a line of the compiled source belongs to."""
        index = bisect_right(self.lines, line) - 1
        return self.tags[index] if index >= 0 else None


class _SourceLines(Struct):
    """Source being written, with the line that each tag is on."""

    chunks: list[str] = field(default_factory=list)
    line: int = 1
    lines: list[int] = field(default_factory=list)
    slots: list[Slot | None] = field(default_factory=list)
    literals: list[str] = field(default_factory=list)
    """The short XML right before each tag, which is written together with its value."""

    before: str = ""

    def add(self, text: str) -> None:
        self.chunks.append(text)
        self.line += text.count("\n")

    def add_tag(self, text: str, slot: Slot | None = None) -> None:
        """``text`` with one line break right after its opening."""
        self.lines.append(self.line + 1)
        self.slots.append(slot)
        self.literals.append(self.before)
        self.before = ""
        self.add(text)


_SHORT = 600
"""Characters of XML that are written together with the value behind them."""


def compile_story(story: Story, sandbox: StorySandbox) -> Program:
    """Compile a part without mistakes. Raises Jinja's ``TemplateSyntaxError`` for what only the whole shows."""
    text = _SourceLines()
    slots: dict[int, Slot] = {}
    depth = 0
    pieces = _trimmed(list(story.pieces))
    turns = _turns(pieces)
    for index, piece in enumerate(pieces):
        if isinstance(piece, str):
            literal = _literal(repeatable(piece) if depth else piece)
            following = pieces[index + 1] if index + 1 < len(pieces) else ""
            if len(literal) <= _SHORT and not isinstance(following, str) and following.slot is not None:
                text.before = literal
            else:
                text.add(literal)
            continue
        depth += {"for": 1, "macro": 1, "endfor": -1, "endmacro": -1}.get(piece.tag.keyword, 0)
        if piece.slot is not None:
            slot = _repeatable_slot(piece.slot) if depth else piece.slot
            slots[piece.number] = slot
            text.add_tag(f"\x01{{\n{piece.tag.body} }}\x01", slot)
        else:
            before, behind = turns.get(index, ("", ""))
            text.add(before)
            text.add_tag(f"\x02{{\n{piece.tag.body} }}\x02")
            text.add(behind)
    source = "".join(text.chunks)
    tree = parse_known(source, sandbox, story.part)
    sandbox.lines, sandbox.slots, sandbox.literals = text.lines, text.slots, text.literals
    code = sandbox.compile(lists_last(tree, sandbox), name=story.part, filename=story.part)
    source += "".join(text.literals)
    return Program(
        story.part,
        tree,
        code,
        slots,
        tuple(text.lines),
        tuple(story.tags),
        _repeated(source, slots, story),
        any(piece.tag.scope == "tc" or piece.tag.body.endswith(MERGES_ACROSS) for piece in story.tags),
        MARKED_GRID in source,
        any(sign in text for text in (source, *(slot.before for slot in slots.values())) for sign in FIELDS),
        CLOSING in source,
    )


def _repeated(source: str, slots: Mapping[int, Slot], story: Story) -> frozenset[str]:
    """The families that may be there several times once the part is filled, or, of bookmarks, in part."""
    keywords = {piece.tag.keyword for piece in story.tags}
    if not keywords & {"for", "macro", "if"}:
        return frozenset()
    texts = [source, *(slot.before + slot.after for slot in slots.values() if slot.before)]
    found = {
        family for family, signs in FAMILIES.items() if any(sign in text for sign in signs for text in texts)
    }
    return frozenset(found if keywords & {"for", "macro"} else found & {"bookmarks"})


def _turns(pieces: list[str | TagPiece]) -> dict[int, tuple[str, str]]:
    """Marks before and behind the tags of loops in which bookmarks begin: by the tag's place among ``pieces``."""
    marks: dict[int, tuple[str, str]] = {}
    around: list[tuple[int, bool]] = []
    for index, piece in enumerate(pieces):
        held = piece if isinstance(piece, str) else piece.slot.before if piece.slot is not None else ""
        if around and "<w:bookmarkStart" in held:
            around = [(start, True) for start, _ in around]
        if isinstance(piece, str):
            continue
        if piece.tag.keyword in ("for", "macro"):
            around.append((index, False))
        elif piece.tag.keyword in ("endfor", "endmacro") and around:
            start, has_bookmarks = around.pop()
            if has_bookmarks:
                over = f"<?over {start + 1}?>"
                marks[start] = ("", f"<?turn {start + 1}?>")
                marks[index] = ("", over) if piece.tag.keyword == "endfor" else (over, "")
    return marks


def _literal(xml: str) -> str:
    """XML as it is written. ``{_{`` and ``%_}`` are how docxtpl's templates write braces that are no tags."""
    if "{_" in xml or "_}" in xml:
        xml = _LITERAL_BRACES.sub(lambda found: found[0].replace("_", ""), xml)
    return marked(xml)


def _repeatable_slot(slot: Slot) -> Slot:
    before, after = repeatable(slot.before), repeatable(slot.after)
    return slot if (before, after) == (slot.before, slot.after) else replace(slot, before=before, after=after)


_LINE_BREAKS = r"(?:<w:(?:br(?: w:(?:type=\"textWrapping\"|clear=\"\w+\"))*|cr|tab|lastRenderedPageBreak)/>)+"
_RUN_START = r"<w:r(?: [^<>]*)?>(?:<w:rPr/>|<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
_BREAKS_BEFORE = regex(rf"(?:{_RUN_START}{_LINE_BREAKS}</w:r>|{_LINE_BREAKS}(</w:r>))\Z", re.DOTALL)
_BREAKS_AFTER = regex(rf"{_RUN_START}{_LINE_BREAKS}</w:r>|({_RUN_START}){_LINE_BREAKS}", re.DOTALL)


def _trimmed(pieces: list[str | TagPiece]) -> list[str | TagPiece]:
    """Let ``{%-`` join its line or paragraph to the one before and ``-%}`` to the one after, as docxtpl does."""
    for index, piece in enumerate(pieces):
        if isinstance(piece, str) or piece.tag.kind != "{%":
            continue
        if piece.tag.trim_before and index and isinstance(before := pieces[index - 1], str):
            pieces[index - 1] = _without_breaks_before(
                _without_last_paragraph_end(_without_breaks_before(before))
            )
        if piece.tag.trim_after and index + 1 < len(pieces) and isinstance(after := pieces[index + 1], str):
            after = _without_breaks_after(after)
            joined = _PARAGRAPH_END.match(after)
            pieces[index + 1] = _without_breaks_after(after[joined.end() :]) if joined else after
    return pieces


def _without_breaks_before(xml: str) -> str:
    while found := _BREAKS_BEFORE.search(xml):
        xml = xml[: found.start()] + (found[1] or "")
    return xml


def _without_breaks_after(xml: str) -> str:
    while found := _BREAKS_AFTER.match(xml):
        xml = (found[1] or "") + xml[found.end() :]
    return xml


def _without_last_paragraph_end(xml: str) -> str:
    start = xml.rfind("</w:p>")
    joined = _PARAGRAPH_END.fullmatch(xml, start) if start >= 0 else None
    return xml[:start] if joined else xml
