"""Where else words of a built paragraph are: people split it, or joined it to another."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.word.located import Block, Paragraph

LEAST_OF_A_HALF = 12
"""Letters from which on a text is known for part of another."""


def strays_of(
    built: Sequence[Block], edited: Sequence[Block], to_edited: dict[int, int]
) -> dict[int, list[Paragraph]]:
    """Where else words of built paragraphs are: a paragraph that people split has its second half in one of its own, of two
    that they joined the other one is within the first."""
    found: dict[int, list[Paragraph]] = {}
    taken = set(to_edited.values())
    left = [
        one for at, one in enumerate(edited)
        if at not in taken and isinstance(one, Paragraph) and len(one.text.strip()) >= LEAST_OF_A_HALF
    ]  # fmt: skip
    for at, block in enumerate(built):
        if not isinstance(block, Paragraph) or len(block.text.strip()) < LEAST_OF_A_HALF:
            continue
        whole = squeezed(block.text)
        halves = [one for one in left if squeezed(one.text) in whole]
        if at not in to_edited and not halves:
            halves = [one for one in edited if isinstance(one, Paragraph) and whole in squeezed(one.text)]
        if halves:
            found[id(block)] = halves
    return found


def squeezed(text: str) -> str:
    """A text without spaces."""
    return "".join(text.split())
