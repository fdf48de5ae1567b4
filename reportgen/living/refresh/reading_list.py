"""After a document was taken to another period: the sentences that people wrote and should read again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.findings import Finding, Place, Severity
from reportgen.finished.document import FinishedDocument
from reportgen.finished.tokens import Token, token_text
from reportgen.language import language
from reportgen.living.in_print import in_print
from reportgen.living.refresh.rolling import period_of
from reportgen.periods import Period, PeriodKind
from reportgen.record import Record

if TYPE_CHECKING:
    from reportgen.finished.lineage import Lineage
    from reportgen.finished.snapshot import Snapshot

_SHORTEST_NUMBER = 4
"""Letters of a figure that is looked for among plain words: ``5`` may be anything."""


class ToRead(Record):
    """A sentence of people's own: which words of it name the old period, which of its figures moved, and which numbers of the
    old period it still says. ``is_row``: a row of numbers that they put into a table of figures."""

    place: Place
    text: str
    periods: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    is_row: bool = False

    @property
    def finding(self) -> Finding:
        """For a comment in the document."""
        return Finding(
            "sentence-to-read", Severity.NOTE, place=self.place, variant="row" if self.is_row else "",
            text=self.text, periods=self.periods, moved=self.moved, left=self.left,
        )  # fmt: skip


class ReadingList(Record):
    """Looks through a document that was taken from the period of ``old`` to that of ``new``; ``built`` is what it was first."""

    old: Lineage
    new: Lineage
    built: Snapshot

    def of(self, document: FinishedDocument, now: FinishedDocument, settled: Sequence[str]) -> list[ToRead]:
        """The sentences to read in ``document``. What is in ``now`` too was not written by people; what is ``settled``
        was reported already."""
        known = {*settled, *(text for _, text, _ in now.sentences())}
        found = [
            self._read(place, text, tokens)
            for place, text, tokens in document.sentences()
            if text not in known
        ]
        rows = {text for _, text in now.rows_without_figures()}
        found += [
            ToRead(place, text, is_row=True)
            for place, text in document.rows_without_figures()
            if text not in rows
        ]
        beside = set(now.beside())
        found += [
            self._read(Place(file=document.name, sheet=sheet, text=text), text, ())
            for sheet, text in document.beside()
            if (sheet, text) not in beside
        ]
        return [one for one in found if one.periods or one.moved or one.left or one.is_row]

    def _read(self, place: Place, text: str, tokens: Sequence[Token]) -> ToRead:
        plain = "\0".join(token_text(list(group)) for is_figure, group in
                          groupby(tokens, lambda one: one.kind == "figure") if not is_figure) if tokens else text  # fmt: skip
        marked = [token for token in tokens if token.kind == "figure"]
        moved = tuple(dict.fromkeys(token.text for token in marked if self._moved(token.name)))
        gone = [
            token.text
            for token in marked
            if token.name in self.old.by_key and token.name not in self.new.by_key
        ]
        said = [number for number in self._old_numbers() if _says(plain, number)]
        whole = (one for one in said if not any(one in other != one for other in said))
        left = tuple(dict.fromkeys([*gone, *whole]))
        return ToRead(place, text, tuple(dict.fromkeys(self._periods(plain))), moved, left)

    def _moved(self, key: str) -> bool:
        before, after = self.old.by_key.get(key), self.new.by_key.get(key)
        if after is None or before is None:
            return after is not None
        return in_print(before, self.old.language) != in_print(after, self.new.language)

    def _old_numbers(self) -> list[str]:
        """What figures showed that they show no longer."""
        shown_now = {text for figure in self.new.figures.values() for text in figure.display.wordings}
        texts = dict.fromkeys(figure.text.strip() for figure in self.built.figures)
        return [
            text for text in texts
            if len(text) >= _SHORTEST_NUMBER and re.search(r"\d", text) and text not in shown_now
        ]  # fmt: skip

    def _periods(self, text: str) -> Iterator[str]:
        """The words that name the old period and could not mean the new one."""
        before, after = period_of(self.old), period_of(self.new)
        is_of_years = {before.kind, after.kind} == {PeriodKind.YEAR}
        words = language(self.old.language).subject("periods")

        def said(period: Period) -> str:
            named = (period,) if is_of_years or period.kind is PeriodKind.DAY else (period, period.last_month)
            return "|".join(f"(?:{words.mentions(one)})" for one in dict.fromkeys(named))

        for found in re.finditer(said(before), text):
            if not re.fullmatch(said(after), found[0]):
                yield found[0]


def _says(text: str, number: str) -> bool:
    """Whether a text says a number, and not the end of a longer one."""
    return re.search(rf"(?<![\d.,]){re.escape(number)}", text) is not None
