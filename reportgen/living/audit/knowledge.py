"""What an audit holds a document against: the figures behind it, and the words that its numbers may be quoted from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cached_property

from reportgen.finished.carried import Carried, KnownFigure
from reportgen.language import describe, quantity_words, say_remedy, say_what
from reportgen.language.quantity_reader import QuantityInText
from reportgen.messages import Bilingual
from reportgen.units import UnitClass, unit_of
from reportgen.values import Bound, Qualifier, flipped_qualifier, plain, qualifier_of_bound, rounded

_SHORTEST = 5
"""Characters of words that may be quoted within a longer text; shorter ones must be all of it."""
_OWN_UNITS = {"percent", "percentage_points", "times", "rank"}
_ROUNDED_TOWARDS = {"gt": ROUND_FLOOR, "ge": ROUND_FLOOR, "lt": ROUND_CEILING, "le": ROUND_CEILING}


@dataclass(frozen=True)
class Knowledge:
    """``figures`` by key are those the document was built with, or the dataset's where it carries no lineage;
    ``others`` are all that the dataset given besides supports. ``carried`` is the document's own lineage, if any.
    """

    language: str
    figures: Mapping[str, KnownFigure]
    others: Mapping[str, KnownFigure] = field(default_factory=dict)
    carried: Carried | None = None
    said: tuple[str, ...] = ()
    """Further words of the dataset."""

    def figure(self, key: str) -> KnownFigure | None:
        return self.figures.get(key) or self.others.get(key)

    def all_figures(self) -> Iterator[KnownFigure]:
        yield from self.figures.values()
        yield from (figure for key, figure in self.others.items() if key not in self.figures)

    @cached_property
    def quotable(self) -> tuple[str, ...]:
        """Every wording with a digit that a document may repeat: statements, notes, reasons, formulas, findings, titles."""
        texts: dict[str, None] = dict.fromkeys(self.said)
        for figure in self.all_figures():
            record = figure.record
            names = ("formula", "reason_en", "reason_zh", "note_en", "note_zh", "scope")
            texts.update(dict.fromkeys(str(record.get(name) or "") for name in names))
            texts.update(dict.fromkeys((*figure.statements, figure.label.en, figure.label.zh)))
        if self.carried is not None:
            texts.update(dict.fromkeys(self.carried.words))
            for source in self.carried.sources.values():
                texts.update(dict.fromkeys(source.values()))
            for finding in self.carried.findings:
                said = tuple(
                    words(finding, code) for words in (say_what, say_remedy) for code in ("en", "zh")
                )
                texts.update(dict.fromkeys(said))
                texts.update(dict.fromkeys(describe(finding.place, language) for language in ("en", "zh")))
        folded = {_folded(text) for text in texts if re.search(r"\d", text)}
        return tuple(sorted(folded, key=len, reverse=True))

    def quoted_spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches of ``text`` that repeat words of the dataset."""
        folded = _folded(text)
        if len(folded) != len(text):
            return
        for words in self.quotable:
            if len(words) < _SHORTEST and words != folded:
                continue
            start = folded.find(words)
            while start >= 0:
                yield start, start + len(words)
                start = folded.find(words, start + 1)

    def backing(self, stated: QuantityInText, *, bare: bool = False) -> KnownFigure | None:
        """The figure that a stated quantity shows, rounded right, if there is one. ``bare``: the unit stands elsewhere."""
        return next(
            (figure for figure in self.all_figures() if shows(figure, stated, self.language, bare=bare)), None
        )

    def alike(self, stated: QuantityInText) -> KnownFigure | None:
        """A figure with the same digits in another unit, or a close value in the same: what a person may have meant."""
        digits = _digits(stated.number)
        for figure in self.all_figures():
            if figure.value is not None and len(digits) > 1 and digits == _digits(_shortened(figure)):
                return figure
        close = [
            (abs(abs(figure.value) - abs(stated.value)), figure)
            for figure in self.all_figures()
            if figure.value and fits(figure, stated.unit) and stated.unit not in ("", "count")
            and abs(abs(figure.value) - abs(stated.value)) <= abs(figure.value) / 20
        ]  # fmt: skip
        return min(close, key=lambda item: item[0])[1] if close else None


def fits(figure: KnownFigure, unit: str) -> bool:
    """Whether a stated unit may be that of the figure."""
    if figure.unit in _OWN_UNITS:
        return unit == figure.unit
    if "_per_" in figure.unit:
        return unit in (figure.unit, figure.unit.partition("_per_")[0])
    if unit_of(figure.unit).is_currency:
        return unit == figure.unit
    is_counted = unit_of(figure.unit).unit_class in (UnitClass.COUNT, UnitClass.OTHER)
    return unit in ("count", "", figure.unit) or (is_counted and unit_of(unit).unit_class is UnitClass.COUNT)


def shows(figure: KnownFigure, stated: QuantityInText, language: str, *, bare: bool = False) -> bool:
    """Whether the quantity is the figure's value, rounded half up at the digits written."""
    if figure.value is None or figure.kind == "target_status":
        return False
    if bare and stated.unit in ("", "count") and stated.power == 0:
        powers = (0,) if figure.unit in _OWN_UNITS else (*quantity_words(language).powers, 8, 4, 3)
        return any(is_rounded(figure, stated.number, power) for power in powers)
    return fits(figure, stated.unit) and is_rounded(figure, stated.number, stated.power)


def is_rounded(figure: KnownFigure, number: Decimal, power: int) -> bool:
    """Whether ``number`` times 10^``power`` is the size of the figure rounded at its last digit.

    Rounded half up; a bound also down (more than) or up (less than), so that what is printed stays true.
    """
    assert figure.value is not None
    written = int(number.as_tuple().exponent) + power
    shown, size = abs(number.scaleb(power)), abs(figure.value)
    if number < 0 < figure.value:
        return False
    towards = _ROUNDED_TOWARDS.get(qualifier_of(figure))
    for precision in {
        written,
        max(written, figure.precision),
    }:  # 187 billion is 1870亿: its last digit says nothing
        if rounded(size, precision) == shown:
            return True
        if towards and size.scaleb(-precision).quantize(Decimal(1), towards).scaleb(precision) == shown:
            return True
    return False


def expected_text(figure: KnownFigure) -> Bilingual:
    """The figure as a text says it, in both languages."""
    missing = figure.value is None
    return Bilingual(
        figure.display.en or ("no number" if missing else plain(figure.value or Decimal(0))),
        figure.display.zh or ("无数据" if missing else plain(figure.value or Decimal(0))),
    )


def qualifier_of(figure: KnownFigure) -> str:
    """The qualifier of the figure's size: the source's own, or what its bound says."""
    qualifier = Qualifier(figure.qualifier)
    if qualifier is Qualifier.EQ:
        qualifier = qualifier_of_bound(Bound(figure.bound))
    if figure.value is not None and figure.value < 0:
        qualifier = flipped_qualifier(qualifier)
    return qualifier.value


def hint(figure: KnownFigure | None) -> Bilingual:
    """A clause that names a figure which may have been meant."""
    if figure is None:
        return Bilingual("", "")
    return Bilingual(
        f"; the nearest is {figure.display.en} ({figure.label.en})",
        f"，最接近的是{figure.display.zh}（{figure.label.zh}）",
    )


def _folded(text: str) -> str:
    return "".join(_SAME.get(character, character) for character in text).lower()


_SAME = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\t": " "}


def _shortened(figure: KnownFigure) -> Decimal:
    return rounded(abs(figure.value or Decimal(0)), figure.precision)


def _digits(number: Decimal) -> str:
    return "".join(map(str, abs(number).as_tuple().digits)).strip("0")


def keyed(figures: Iterable[KnownFigure]) -> dict[str, KnownFigure]:
    """Figures by their key."""
    return {figure.key: figure for figure in figures}
