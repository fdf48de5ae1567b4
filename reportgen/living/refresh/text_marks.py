"""The marks of figures given to a Word document again, from the document as it was built."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from reportgen.finished.alignment import paragraph_pairs
from reportgen.finished.matching import paired_parts
from reportgen.finished.text_document import FinishedText
from reportgen.finished.tokens import Token, opcodes, token_text, tokens_of
from reportgen.language.quantity_reader import quantity_in
from reportgen.living.refresh.applying import apply_change
from reportgen.living.refresh.merging import Change
from reportgen.record import replace
from reportgen.word.figure_marks import CARRIERS, carrier_in
from reportgen.word.patching import Patch

if TYPE_CHECKING:
    from reportgen.finished.snapshot import Snapshot
    from reportgen.finished.text_document import FinishedText
    from reportgen.word.located import Paragraph


def mark_text_again(edited: FinishedText, source: FinishedText) -> None:
    """Mark the figures of ``source`` that are in ``edited`` as plain words."""
    assert source.built is not None
    carrier = carrier_in(source.package.read(source.package.main_part).decode("utf-8"))
    for part, xml in _marked(edited, source.built, carrier or CARRIERS["bookmarks"]):
        edited.package.write(part, xml.encode("utf-8"))


def _marked(edited: FinishedText, built: Snapshot, carrier: object) -> Iterator[tuple[str, str]]:
    """The parts, with the marks of figures that are there as plain words."""
    for name, mine in paired_parts(list(built.parts), list(edited.stories)).items():
        patch = Patch(edited.package.read(mine).decode("utf-8"), None, carrier=carrier)  # type: ignore[arg-type]
        for before, after in paragraph_pairs(built.parts[name], edited.stories[mine], may_move=True):
            tokens = tokens_of(after.spans)
            for change in _lost_marks(before, tokens):
                apply_change(patch, after, tokens, change)
        yield mine, patch.result()


def _lost_marks(before: Paragraph, mine: list[Token]) -> Iterator[Change]:
    """The figures of a built paragraph that are in the edited one without their marks, as they were or typed over."""
    old = tokens_of(before.spans)
    for tag, start, end, first, last in opcodes(old, mine):
        if tag != "replace":
            continue
        figures = [token for token in old[start:end] if token.kind == "figure"]
        kept: dict[int, tuple[int, int]] = {}
        reached = first
        for number, token in enumerate(figures):
            for at, to in _spelled(token.text.strip(), mine, reached, last):
                kept[number] = (at, to)
                reached = to
                break
        for number, token in enumerate(figures):
            if number not in kept:
                low = kept[number - 1][1] if number - 1 in kept else first
                high = next((at for other, (at, _) in sorted(kept.items()) if other > number), last)
                typed = _typed_over(mine, low, high)
                if typed is None:
                    continue
                kept[number] = typed
            text = token_text(mine[slice(*kept[number])])
            yield Change(*kept[number], (replace(token, text=text),), text, text)


def _typed_over(mine: list[Token], first: int, last: int) -> tuple[int, int] | None:
    """The tokens from ``first`` to ``last`` that say the first quantity there."""
    if any(token.kind != "text" for token in mine[first:last]):
        return None
    stated = quantity_in(token_text(mine[first:last]))
    if stated is None:
        return None
    ends = list(accumulate((len(token.text) for token in mine[first:last]), initial=0))
    return first + bisect_right(ends, stated.start) - 1, first + bisect_left(ends, stated.end)


def _spelled(text: str, mine: list[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where tokens of plain text spell a text, from ``first`` to ``last``."""
    for at in range(first, last):
        said = ""
        for to in range(at, last):
            if mine[to].kind != "text" or len(said) >= len(text):
                break
            said = token_text(mine[at : to + 1])
            if said == text:
                yield at, to + 1
