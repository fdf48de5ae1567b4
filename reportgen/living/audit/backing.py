"""What an audit holds a document against: the figures behind it, and the words that its numbers may be quoted from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.findings import Finding
from reportgen.finished.lineage import DatasetNames, Lineage
from reportgen.finished.snapshot import Snapshot, all_paragraphs
from reportgen.finished.tokens import PLAIN_QUOTES
from reportgen.language.number_reader import QuantityInText
from reportgen.living.audit.sentence_names import SentenceNames
from reportgen.living.figure_values import digits_of, fits, shows
from reportgen.messages import Bilingual, Message, Multilingual
from reportgen.record import CachingRecord, field
from reportgen.regex import regex
from reportgen.style import STYLE, Style
from reportgen.values import Amount, rounded

_NEAR = Decimal("0.05")
_AROUND = 12
_SHORTEST = 5
_DIGIT = regex(r"\d")
"""Characters of words that may be quoted within a longer text; shorter ones must be all of it."""


class Backing(CachingRecord):
    """``figures`` by key are those the document was built with, or the dataset's where it carries no lineage;
    ``others`` are all that the dataset given besides supports. ``lineage`` and ``built`` are the document's own, if any.
    """

    language: str
    figures: Mapping[str, FigureRecord]
    others: Mapping[str, FigureRecord] = field(default_factory=dict)
    lineage: Lineage | None = None
    built: Snapshot | None = None
    words: tuple[str, ...] = ()
    """Further words of the dataset."""
    amounts: tuple[Amount, ...] = ()
    """What findings, notes and reasons of the dataset speak of."""
    others_names: DatasetNames = field(default_factory=DatasetNames)
    """The names of areas and indicators in the dataset of today."""
    style: Style = STYLE
    """That of the pack given besides."""

    def figure(self, key: str) -> FigureRecord | None:
        return self.figures.get(key) or self.others.get(key)

    def all_figures(self) -> Iterator[FigureRecord]:
        yield from self.figures.values()
        yield from (figure for key, figure in self.others.items() if key not in self.figures)

    @cached_property
    def quotable(self) -> tuple[str, ...]:
        """Every wording with a digit that a document may repeat: what it said when it was built, and the words of the
        dataset (statements, titles, labels, notes)."""
        texts: dict[str, None] = dict.fromkeys(self.words)
        for figure in self.all_figures():
            texts.update(dict.fromkeys((figure.formula, *figure.scopes, *figure.statements)))
            for words in (figure.label, figure.note, figure.reason):
                if isinstance(words, Bilingual):  # of messages it is the amounts that count
                    texts.update(dict.fromkeys(words.wordings))
        if self.lineage is not None:
            texts.update(dict.fromkeys(self.lineage.words))
            for source in self.lineage.sources.values():
                texts.update(dict.fromkeys(source.attributes.values()))
        if self.built is not None:
            texts.update(dict.fromkeys(self.built.printed))
        folded = {_folded(text) for text in texts if _DIGIT.search(text)}
        return tuple(sorted(folded, key=len, reverse=True))

    def quoted_spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches of ``text`` that repeat such words."""
        folded = _folded(text)
        if len(folded) != len(text) or not _DIGIT.search(folded):
            return
        for words in self.quotable:
            if len(words) < _SHORTEST and words != folded:
                continue
            start = folded.find(words)
            while start >= 0:
                yield start, start + len(words)
                start = folded.find(words, start + 1)

    def backing(self, stated: QuantityInText, *, bare: bool = False) -> FigureRecord | None:
        """The figure that a stated quantity shows, rounded right, if there is one. ``bare``: the unit is elsewhere."""
        return next((figure for figure in self.all_figures() if shows(figure, stated, bare=bare)), None)

    def showing(self, stated: QuantityInText, *, bare: bool = False) -> list[FigureRecord]:
        """All figures that a stated quantity shows."""
        return [figure for figure in self.all_figures() if shows(figure, stated, bare=bare)]

    def is_spoken_of(self, stated: QuantityInText, *, bare: bool = False) -> bool:
        """Whether a note on a figure speaks of that value."""
        return any(shows(_as_record(amount), stated, bare=bare) for amount in self.amounts)

    def claimed(self, claim: QuantityInText) -> list[FigureRecord]:
        """The figures that are about what words such as “doubled” or “a third of” say."""
        return [figure for figure in self.all_figures() if _is_claimed(figure, claim)]

    def was_said(self, text: str, start: int, end: int) -> bool:
        """Whether words were in the document as built, with what is around them."""
        around = _folded(text[max(0, start - _AROUND) : end + _AROUND])
        return around in self._said_when_built

    def says(self, sentence: str) -> bool:
        """Whether the document said a sentence when it was built."""
        return _folded(sentence) in self._said_when_built

    @cached_property
    def _said_when_built(self) -> str:
        return _folded("\n".join(self.texts_as_built))

    @cached_property
    def texts_as_built(self) -> tuple[str, ...]:
        """Every paragraph and every cell of the document when it was built."""
        if self.built is None:
            return ()
        texts = [one.text for blocks in self.built.parts.values() for one in all_paragraphs(blocks)]
        texts += [cell.text for cells in self.built.sheets.values() for cell in cells.values()]
        return (*texts, *(text for held in self.built.beside.values() for text in held))

    @cached_property
    def home(self) -> str:
        """The area that most figures of the document are of."""
        areas = Counter(figure.figure_id.series.ref_area for figure in self.figures.values())
        return areas.most_common(1)[0][0] if areas else ""

    @cached_property
    def names(self) -> DatasetNames:
        """The names of areas and indicators that are known: the document's own, or the dataset's of today."""
        own = self.lineage.names if self.lineage is not None else DatasetNames()
        return DatasetNames(
            own.areas or self.others_names.areas, own.indicators or self.others_names.indicators
        )

    def sentence(self, text: str) -> SentenceNames:
        """What a sentence of the document names."""
        return SentenceNames(text, self.names, self.home)

    def alike(self, stated: QuantityInText) -> FigureRecord | None:
        """A figure with the same digits in another unit, or a close value in the same: what a person may have meant."""
        digits = digits_of(stated.number)
        for figure in self.all_figures():
            if figure.value is None or len(digits) < 2:
                continue
            if digits == digits_of(rounded(abs(figure.printed_from or figure.value), figure.precision)):
                return figure
        close = [
            (abs(abs(figure.value) - abs(stated.value)), figure)
            for figure in self.all_figures()
            if figure.value and fits(figure, stated.unit) and stated.unit not in ("", "count")
            and abs(abs(figure.value) - abs(stated.value)) <= abs(figure.value) / 20
        ]  # fmt: skip
        return min(close, key=lambda item: item[0])[1] if close else None


def _is_claimed(figure: FigureRecord, claim: QuantityInText) -> bool:
    """Whether a figure is near enough to what a claim says: within a twentieth of it."""
    if figure.value is None:
        return False
    value, said = figure.value, claim.number
    if claim.unit == "times" and figure.unit == "percent" and figure.direction_words == "growth":
        said = (said - 1) * 100
    elif claim.unit != figure.unit:
        return False
    return value == said if claim.unit == "rank" else abs(value - said) <= abs(said) * _NEAR


def amounts_in(value: Any) -> Iterator[Amount]:
    """The amounts that a finding, a message or a list of these speaks of."""
    if isinstance(value, Amount):
        yield value
    elif isinstance(value, Finding | Message):
        for _, parameter in value.parameters:
            yield from amounts_in(parameter)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from amounts_in(item)


def _as_record(amount: Amount) -> FigureRecord:
    """An amount as a figure of nobody's, to be held against a text."""
    precision = amount.precision if amount.precision is not None else amount.value.adjusted() - 3
    nothing = Multilingual("", "")
    return FigureRecord(
        "", "", amount.value, amount.unit, precision, *(nothing,) * 3, qualifier=amount.qualifier.value
    )


def by_key(figures: Iterable[FigureRecord]) -> dict[str, FigureRecord]:
    """Figures by their key."""
    return {figure.key: figure for figure in figures}


_SAME = str.maketrans({**PLAIN_QUOTES, "\u00a0": " ", "\n": " ", "\t": " "})


def _folded(text: str) -> str:
    return text.translate(_SAME).lower()
