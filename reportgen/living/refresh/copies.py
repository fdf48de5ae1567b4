"""Figures that people copied into words of their own: brought up to date like the others, unless their sign changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.finished.tokens import tokens_of
from reportgen.living.refresh.controls import figure_changes
from reportgen.living.refresh.report import Change, Left
from reportgen.word.located import Paragraph

if TYPE_CHECKING:
    from reportgen.living.refresh.document import PartRefresh


@dataclass(frozen=True, slots=True)
class _Copy:
    part: PartRefresh
    paragraph: Paragraph
    span: int
    key: str
    text: str


@dataclass(slots=True)
class Copies:
    """``old`` and ``new`` are the figures' values by key; ``forms`` what each text of a figure has become."""

    old: Mapping[str, Decimal | None]
    new: Mapping[str, Decimal | None]
    take_data: bool = False
    forms: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    found: list[_Copy] = field(default_factory=list)

    def learn(self, built: Paragraph, now: Paragraph) -> None:
        """Take down what the figures of a paragraph have become."""
        for before, after in figure_changes(built, now):
            self.forms.setdefault((before.name, before.text), Counter())[after.text] += 1

    def collect(self, part: PartRefresh, paragraph: Paragraph, known: frozenset[int]) -> None:
        """Take down the figures of an edited paragraph that the build did not put there."""
        for at, token in enumerate(tokens_of(paragraph.spans)):
            if token.kind == "figure" and token.name and at not in known:
                self.found.append(_Copy(part, paragraph, token.span, token.name, token.text))

    def settle(self) -> None:
        """Bring the copies up to date, once everything has been learned."""
        for copy in self.found:
            became = self.forms.get((copy.key, copy.text))
            if became is None:
                self._retyped(copy)
                continue
            text = became.most_common(1)[0][0]
            if text != copy.text:
                self._renew(copy, text)

    def _renew(self, copy: _Copy, text: str) -> None:
        old, new = self.old.get(copy.key), self.new.get(copy.key)
        turned = old is not None and new is not None and old * new < 0
        if turned and not self.take_data:
            self._leave("copied", copy, copy.text, text)
            return
        self._write(copy, text)

    def _retyped(self, copy: _Copy) -> None:
        """A copy that shows a number of its own: a conflict, where the data have one number for it."""
        known: Counter[str] = Counter()
        for (key, _), became in self.forms.items():
            known += became if key == copy.key else Counter()
        if not known or copy.text in known:
            return
        now = known.most_common(1)[0][0]
        self._leave("retyped", copy, "", now)
        if self.take_data:
            self._write(copy, now)

    def _leave(self, kind: str, copy: _Copy, built: str, now: str) -> None:
        place = copy.part.place(copy.paragraph, copy.paragraph.text)
        copy.part.report.left.append(Left(kind, place, built, copy.text, now, copy.key, taken=self.take_data))

    def _write(self, copy: _Copy, text: str) -> None:
        span = copy.paragraph.spans[copy.span]
        copy.part.patch.set_whole(span, text, "")
        place = copy.part.place(copy.paragraph, copy.paragraph.text)
        copy.part.report.changes.append(Change("figure", place, copy.text, text, copy.key))
