"""Names in a template that its context does not have, found without filling it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportgen.expressions import check_tag, unknown_names
from reportgen.expressions.sandbox import Sandbox
from reportgen.expressions.syntax import ALONE, INNER, OPENS, is_block_set
from reportgen.expressions.unknown_names import unknown_names_of
from reportgen.findings import Finding, Place
from reportgen.record import replace
from reportgen.word.cell_statements import CELL_STATEMENTS
from reportgen.word.story import Story, TagPiece
from reportgen.word.story_program import Program


def name_findings(
    story: Story, program: Program | None, sandbox: Sandbox, context: Mapping[str, Any]
) -> list[Finding]:
    """Every name in a part's tags that ``context`` does not have. Where there is no ``program``, for the part has mistakes, each tag is
    read first, and passed over where it cannot be."""
    if program is not None:
        uses = unknown_names_of(program.tree, sandbox, context)
        tags = ((use, program.tag_at(use.line)) for use in uses)
        return [use.finding.with_(place=tag.place) for use, tag in tags if tag is not None]
    lines: list[str] = []
    places: list[Place] = []
    for piece in _readable([tag for tag in story.tags if _is_sound(tag, sandbox)]):
        start, end = ("\x01{", "}\x01") if piece.tag.kind == "{{" else ("\x02{", "}\x02")
        body = piece.tag.body.replace("\n", " ")
        lines.append(f"{start} {body} {end}")
        places.append(piece.place)
    uses = unknown_names("\n".join(lines), sandbox, context)
    return [use.finding.with_(place=places[use.line - 1]) for use in uses]


def _is_sound(piece: TagPiece, sandbox: Sandbox) -> bool:
    return check_tag(piece.tag, sandbox, CELL_STATEMENTS) is None


def _readable(tags: Sequence[TagPiece]) -> Iterator[TagPiece]:
    """The tags with stray ends left out and open blocks closed, so that they parse."""
    open_blocks: list[tuple[str, TagPiece]] = []
    past_else: set[int] = set()
    for piece in tags:
        keyword = piece.tag.keyword
        if keyword in CELL_STATEMENTS:
            continue
        if keyword in OPENS or is_block_set(piece.tag):
            open_blocks.append((keyword, piece))
        elif keyword in INNER:
            around, opener = open_blocks[-1] if open_blocks else ("", piece)
            if keyword not in ALONE and (around not in INNER[keyword] or id(opener) in past_else):
                continue
            if keyword == "else":
                past_else.add(id(opener))
        elif keyword.startswith("end"):
            if keyword.removeprefix("end") not in [block for block, _ in open_blocks]:
                continue
            while open_blocks[-1][0] != keyword.removeprefix("end"):
                yield _end_of(*open_blocks.pop())
            open_blocks.pop()
        yield piece
    while open_blocks:
        yield _end_of(*open_blocks.pop())


def _end_of(block: str, opener: TagPiece) -> TagPiece:
    return replace(opener, tag=replace(opener.tag, body=OPENS.get(block, f"end{block}")), slot=None)
