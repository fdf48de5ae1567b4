"""Values written into a text: the words of numbers and marks, tables as lines, and on which line each figure is.

Links and figures are settled when the whole text is known, and so is what waits for the rest: until then signs of private use stand for them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

from reportgen import values
from reportgen.content import (
    Bookmark,
    Chart,
    Later,
    Link,
    Number,
    SourceMark,
    Table,
)
from reportgen.display_width import display_width
from reportgen.expressions import NoValueError, UnknownName, is_unknown, no_value
from reportgen.expressions.not_shown import failed, unknown_shown
from reportgen.expressions.value_program import Pieces, flat
from reportgen.findings import Finding, Place, Severity
from reportgen.regex import regex
from reportgen.rendered import ShownFigure
from reportgen.text.writing import Writing

_FIGURE, _LINK, _TO, _END, _LATER = "\ue010", "\ue011", "\ue012", "\ue013", "\ue014"
_CANNOT_STAND = regex(f"[{_FIGURE}-{_LATER}\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Our own signs, controls but tabs and line ends, and half pairs, which no file of text can hold."""
_FIGURES = regex(f"{_FIGURE}(\\d+){_END}")
_PIECES = regex(f"{_LATER}(\\d+){_END}")
_LINKS = regex(f"{_LINK}([^{_LINK}{_TO}]*){_TO}([^{_END}]*){_END}")


class TextWriter:
    """Writes one text. ``place_of`` gives the place of a tag by its number, ``alone`` are those with a line to themselves."""

    def __init__(
        self,
        writing: Writing,
        place_of: Callable[[int], Place],
        alone: Collection[int],
        context: Mapping[str, Any],
    ) -> None:
        self._writing, self._place_of, self._alone, self._context = writing, place_of, alone, context
        self._written: list[str] = []
        self._waiting: list[tuple[Later, int | None]] = []
        """What is filled last, with the number of its tag."""
        self._filled: dict[str, str] = {}
        """Its text, by its number."""
        self._figures: list[Number] = []
        self._anchors: set[str] = set()
        self.findings: list[Finding] = []

    def add(self, item: Any) -> int:
        """Write what a program yields: text of the template, or a tag's number with its value. Returns how much was written."""
        before = len(self._written)
        for number, piece in _tagged(item):
            if isinstance(piece, Later):
                piece, number = self._sign_of(piece, number), None
            self._written.append(piece if number is None else self._guarded(number, piece))
        return sum(map(len, self._written[before:]))

    def fill_waiting(self) -> Iterator[int]:
        """Write what waits, now that all the rest is written: first what may show something. Gives how much each is."""
        written = self._written
        for shows in (True, False):
            for at, (piece, number) in enumerate(self._waiting):  # one may have others in it
                if str(at) not in self._filled and piece.shows >= shows:
                    self._written = []
                    value = piece.fill()
                    yield self.add(value if number is None else (number, value))
                    self._filled[str(at)] = "".join(self._written)
        self._written = written

    def _sign_of(self, piece: Later, number: int | None) -> str:
        self._waiting.append((piece, number))
        return f"{_LATER}{len(self._waiting) - 1}{_END}"

    def _with_waiting(self, text: str) -> str:
        return _PIECES.sub(lambda sign: self._with_waiting(self._filled[sign[1]]), text)

    def text(self) -> tuple[str, tuple[ShownFigure, ...]]:
        """The whole text, and the figures in it, each with the number of its line."""
        whole = _LINKS.sub(
            lambda at: self._writing.linked(at[1], at[2]) if at[2] in self._anchors else at[1],
            self._with_waiting("".join(self._written)),
        )
        shown = []
        for line, words in enumerate(whole.split("\n"), start=1):
            for at in _FIGURES.finditer(words):
                figure = self._figures[int(at[1])]
                shown.append(ShownFigure(str(figure.key), figure.text, place=str(line)))
        return _FIGURES.sub("", whole), tuple(shown)

    # ---- values ----------------------------------------------------------------------------------------

    def _guarded(self, number: int, value: Any) -> str:
        """A value, or nothing and a finding where it cannot be written."""
        try:
            return "".join(self._piece(piece, number) for piece in flat(value))
        except Exception as error:  # whatever a value raises when it is shown
            found, causes = failed(error, self._context)
            self.findings += causes
            self._found(number, found)
        return ""

    def _found(self, number: int, finding: Finding) -> None:
        self.findings.append(finding.with_(place=self._place_of(number)))

    def _piece(self, piece: Any, number: int) -> str:
        if isinstance(piece, Later):
            return self._sign_of(piece, number)
        if isinstance(piece, Chart):
            raise NoValueError(Finding("chart-in-text", Severity.ERROR, chart=piece.name))
        if not isinstance(piece, Table):
            return self._inline(piece)
        if number not in self._alone:
            raise NoValueError(Finding("table-in-line", Severity.ERROR))
        return "\n".join(self._writing.table(piece, self.inline))

    def inline(self, value: Any) -> str:
        """Content within a line, such as a cell's."""
        return "".join(map(self._inline, flat(value)))

    def _inline(self, piece: Any) -> str:
        if isinstance(piece, Number):
            return self._number(piece)
        if isinstance(piece, SourceMark):
            return _link(self._words(piece.text), piece.anchor)
        if isinstance(piece, Link):
            shown = self._words(piece.text)
            return self._writing.address(shown, piece.url) if piece.url else _link(shown, piece.anchor)
        if isinstance(piece, Bookmark):
            self._anchors.add(piece.anchor)
            return self._writing.anchored(self._words(piece.text), piece.anchor)
        if is_unknown(piece):
            if isinstance(piece, UnknownName) and piece.without_else:
                return ""
            raise NoValueError(unknown_shown(piece, self._context))
        if isinstance(piece, str):
            return self._words(piece)
        if (finding := no_value(piece)) is not None:
            raise NoValueError(finding)
        return self._words(values.plain(piece) if isinstance(piece, Decimal) else str(piece))

    def _number(self, number: Number) -> str:
        shown = _link(self._words(number.text), number.anchor)
        if number.key is None:
            return shown
        self._figures.append(number)
        return f"{_FIGURE}{len(self._figures) - 1}{_END}{shown}"

    def _words(self, text: str) -> str:
        return self._writing.words(_CANNOT_STAND.sub("", text))


def shown_width(text: str) -> int:
    """How wide a written text is when it is settled."""
    return int(display_width(_FIGURES.sub("", _LINKS.sub(r"\1", text))))


def _tagged(item: Any) -> Iterator[tuple[int | None, Any]]:
    """What a program yields: text of the template, or a value with its tag's number. A macro gives those of its own tags."""
    if isinstance(item, Pieces):
        for piece in item:
            yield from _tagged(piece)
    elif not isinstance(item, tuple):
        yield None, item
    elif isinstance(item[1], Pieces):
        yield from _tagged(item[1])
    else:
        yield item[0], item[1]


def _link(shown: str, anchor: str) -> str:
    return f"{_LINK}{shown}{_TO}{anchor}{_END}" if anchor else shown
