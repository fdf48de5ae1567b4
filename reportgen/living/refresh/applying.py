"""One change of a paragraph, turned into cuts of its XML."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reportgen.finished.tokens import Token, token_text
from reportgen.living.refresh.merging import Change
from reportgen.word.located import Paragraph
from reportgen.word.patching import Patch, PutIn, Spot

Segment = tuple[int, int]


def apply_change(patch: Patch, paragraph: Paragraph, tokens: Sequence[Token], change: Change) -> bool:
    """Write a change into the patch. False where nothing can be written: a picture or field is all that is there."""
    removed = range(change.start, change.end)
    old_wholes = [at for at in removed if tokens[at].is_whole]
    new_wholes = [at for at, token in enumerate(change.tokens) if token.is_whole]
    if [tokens[at].kind for at in old_wholes] == [change.tokens[at].kind for at in new_wholes]:
        return _one_by_one(patch, paragraph, tokens, change, old_wholes, new_wholes)
    return _anew(patch, paragraph, tokens, change)


def _one_by_one(
    patch: Patch,
    paragraph: Paragraph,
    tokens: Sequence[Token],
    change: Change,
    old_wholes: list[int],
    new_wholes: list[int],
) -> bool:
    """Figures and marks change in place, and the words between them."""
    for old_at, new_at in zip(old_wholes, new_wholes, strict=True):
        token = change.tokens[new_at]
        patch.set_whole(paragraph.spans[tokens[old_at].span], token.text, token.name)
    old_bounds = [change.start - 1, *old_wholes, change.end]
    new_bounds = [-1, *new_wholes, len(change.tokens)]
    for at in range(len(old_bounds) - 1):
        segment = (old_bounds[at] + 1, old_bounds[at + 1])
        words = change.tokens[new_bounds[at] + 1 : new_bounds[at + 1]]
        if not _words(patch, paragraph, tokens, segment, token_text(words)):
            return False
    return True


def _words(patch: Patch, paragraph: Paragraph, tokens: Sequence[Token], segment: Segment, text: str) -> bool:
    held = [token for token in tokens[segment[0] : segment[1]] if token.kind == "text"]
    if token_text(held) == text:
        return True
    if held:
        patch.replace(_spots(paragraph, held), text)
        return True
    return _insert(patch, paragraph, tokens, segment[0], [PutIn("text", text)])


def _anew(patch: Patch, paragraph: Paragraph, tokens: Sequence[Token], change: Change) -> bool:
    """What is there goes, and the new words, figures and marks come in its place."""
    pieces = [
        PutIn(kind, "".join(token.text for token in group), name)
        for (kind, name, _), group in (
            (key, list(held))
            for key, held in groupby(change.tokens, lambda token: (token.kind, token.name, token.span))
        )
        if kind in ("text", "figure", "link")
    ]
    if pieces and not _insert(patch, paragraph, tokens, change.start, pieces):
        return False
    held = [token for token in tokens[change.start : change.end] if token.kind == "text"]
    patch.replace(_spots(paragraph, held), "")
    for token in tokens[change.start : change.end]:
        if token.is_whole:
            patch.remove_whole(paragraph.spans[token.span])
    return True


def _insert(
    patch: Patch, paragraph: Paragraph, tokens: Sequence[Token], at: int, pieces: Sequence[PutIn]
) -> bool:
    """Between the token before ``at`` and the one there."""
    before = tokens[at - 1] if at else None
    after = tokens[at] if at < len(tokens) else None
    if before is not None and before.kind == "text":
        patch.insert_at(paragraph.spans[before.span], before.end, pieces)
        return True
    if after is not None and after.kind == "text":
        patch.insert_at(paragraph.spans[after.span], after.start, pieces)
        return True
    return patch.insert(
        paragraph,
        paragraph.spans[before.span] if before else None,
        paragraph.spans[after.span] if after else None,
        pieces,
    )


def _spots(paragraph: Paragraph, tokens: Sequence[Token]) -> list[Spot]:
    """Runs of neighbouring tokens, span by span."""
    spots: list[Spot] = []
    for token in tokens:
        span = paragraph.spans[token.span]
        if spots and spots[-1].span is span and spots[-1].end == token.start:
            spots[-1] = Spot(span, spots[-1].start, token.end)
        else:
            spots.append(Spot(span, token.start, token.end))
    return spots
