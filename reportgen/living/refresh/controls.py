"""Figure controls of one paragraph in two texts: which is which, also where another program dropped their tags."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from reportgen.finished.tokens import Token, opcodes, tokens_of
from reportgen.word.located import Paragraph


def name_controls(built: Paragraph, edited: Paragraph) -> None:
    """Give controls that lost their tag (LibreOffice drops it) the keys that stood in their places when it was built."""
    if not any(span.kind == "figure" and not span.name for span in edited.spans):
        return
    old, mine = tokens_of(built.spans), tokens_of(edited.spans)
    matches = [
        ["\0figure" if token.kind == "figure" else token.match for token in tokens] for tokens in (old, mine)
    ]
    matcher = SequenceMatcher(None, matches[0], matches[1], autojunk=False)
    for tag, old_from, old_to, mine_from, _ in matcher.get_opcodes():
        for at in range(old_from, old_to if tag == "equal" else old_from):
            span = edited.spans[mine[mine_from + at - old_from].span]
            if span.kind == "figure" and not span.name:
                span.name = old[at].name


def figure_changes(built: Paragraph, now: Paragraph) -> Iterator[tuple[Token, Token]]:
    """The figures that stand at the same place in both texts, as they were and as they are."""
    old, new = tokens_of(built.spans), tokens_of(now.spans)
    for tag, old_from, old_to, new_from, _ in opcodes(old, new):
        if tag == "equal":
            for at in range(old_from, old_to):
                if old[at].kind == "figure":
                    yield old[at], new[new_from + at - old_from]
