"""Pieces of a part that are filled when the rest of the document is, see :mod:`reportgen.expressions.lists_last`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec import Struct, field

from reportgen.expressions.budget import budget
from reportgen.expressions.lists_last import waits
from reportgen.regex import regex
from reportgen.rendered import ShownFigure
from reportgen.word.document_state import DocumentFilling

_SIGN = regex(r"<\?later (\d+)\?>")


class _WaitingPiece(Struct):
    fill: Callable[[], str]
    shows: bool
    sign: ShownFigure
    """Is among the document's figures until those of the piece are."""
    xml: str | None = None


class WaitingPieces(Struct):
    """Those of one part; signs stand for them in its XML."""

    part: str
    document: DocumentFilling
    pieces: list[_WaitingPiece] = field(default_factory=list)

    def later(self, shows: bool, count: int, *given: Any, caller: Callable[..., str]) -> str:
        """What a program calls with what reads lists, see :func:`reportgen.expressions.lists_last.later`."""
        fill = partial(caller, *given[count:])
        return self.sign_of(fill, shows=shows) if waits(given[:count]) else fill()

    def sign_of(self, fill: Callable[[], str], *, shows: bool = False) -> str:
        """What is in the XML until a piece is filled."""
        sign = f"<?later {len(self.pieces)}?>"
        self.pieces.append(_WaitingPiece(fill, shows, ShownFigure("", sign, self.part)))
        self.document.figures.append(self.pieces[-1].sign)
        return sign

    def fill(self, *, shows: bool) -> None:
        """Fill the pieces that may show something, or all. A piece may have others in it."""
        figures = self.document.figures
        for piece in self.pieces:
            if piece.xml is not None or piece.shows < shows:
                continue
            self.document.figures = []
            try:
                piece.xml = piece.fill()
            finally:
                at = figures.index(piece.sign)
                figures[at : at + 1] = self.document.figures
                self.document.figures = figures
            budget().written(len(piece.xml))

    def put_into(self, xml: str) -> str:
        """XML with the pieces where their signs are."""
        if not self.pieces:
            return xml
        return _SIGN.sub(lambda sign: self.put_into(self.pieces[int(sign[1])].xml or ""), xml)
