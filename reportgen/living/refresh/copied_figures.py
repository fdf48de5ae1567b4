"""Figures that people copied into words of their own: brought up to date like the others, unless their sign changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from reportgen.findings import Place
from reportgen.finished.alignment import figure_pairs
from reportgen.finished.tokens import tokens_of
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.report import Kept, Report, Update
from reportgen.record import Record, field
from reportgen.word.located import Paragraph, Span
from reportgen.word.patching import Patch

KeyAndText = tuple[str, str]
"""What a figure shows, and its key."""


class _CopiedFigure(Record):
    patch: Patch
    place: Place
    span: Span
    key: str
    text: str


class CopiedFigures(Struct):
    """``old`` and ``new`` are the figures' values by key; ``forms`` what each text of a figure has become."""

    report: Report
    old: Mapping[str, Decimal | None]
    new: Mapping[str, Decimal | None]
    decisions: Decisions
    signed: Mapping[str, str] = field(default_factory=dict)
    """Figures with their sign, by key, for words that say no direction."""
    forms: dict[tuple[str, str], Counter[KeyAndText]] = field(default_factory=dict)
    found: list[_CopiedFigure] = field(default_factory=list)

    def learn(self, built: Paragraph, now: Paragraph) -> None:
        """Take down what the figures of a paragraph have become."""
        for before, after in figure_pairs(built, now):
            self.forms.setdefault((before.name, before.text), Counter())[after.text, after.name] += 1

    def collect(self, patch: Patch, paragraph: Paragraph, place: Place, known: frozenset[int]) -> None:
        """Take down the figures of an edited paragraph that the build did not put there."""
        for at, token in enumerate(tokens_of(paragraph.spans)):
            if token.kind == "figure" and token.name and at not in known:
                span = paragraph.spans[token.span]
                self.found.append(_CopiedFigure(patch, place, span, token.name, token.text))

    def settle(self) -> None:
        """Bring the copies up to date, once everything has been learned."""
        for copy in self.found:
            became = self.forms.get((copy.key, copy.text))
            if became is None:
                self._retyped(copy)
                continue
            form = _likeliest(became, copy.key)
            if form != (copy.text, copy.key):
                self._renew(copy, *form)

    def _renew(self, copy: _CopiedFigure, text: str, key: str) -> None:
        old, new = self.old.get(copy.key), self.new.get(key)
        turned = old is not None and new is not None and old * new < 0
        if turned:
            text = self.signed.get(key, text)
            if not self._keep("copied", copy, copy.text, text).taken:
                return
        self._write(copy, text, key)

    def _retyped(self, copy: _CopiedFigure) -> None:
        """A copy that shows a number of its own: a conflict, where the data have one number for it."""
        known: Counter[KeyAndText] = Counter()
        for (key, _), became in self.forms.items():
            known += became if key == copy.key else Counter()
        if not known or any(copy.text == text for text, _ in known):
            return
        now, key = _likeliest(known, copy.key)
        if self._keep("retyped", copy, "", now).taken:
            self._write(copy, now, key)

    def _keep(self, kind: str, copy: _CopiedFigure, built: str, now: str) -> Kept:
        kept = self.decisions.settled(Kept(kind, copy.place, built, copy.text, now, copy.key))
        self.report.kept.append(kept)
        return kept

    def _write(self, copy: _CopiedFigure, text: str, key: str) -> None:
        copy.patch.set_whole(copy.span, text, key)
        if text != copy.text:
            self.report.changes.append(Update("figure", copy.place, copy.text, text, key))


def _likeliest(became: Counter[KeyAndText], key: str) -> KeyAndText:
    """What most figures of that key have become. Where some moved to another period, one of those: a table of months keeps
    the old one beside it."""
    moved = Counter({form: number for form, number in became.items() if form[1] != key})
    return (moved or became).most_common(1)[0][0]
