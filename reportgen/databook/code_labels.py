"""What the dataset's codes are called in the book's language: the wording of ``figures``, bound to one dataset."""

from __future__ import annotations

from reportgen.databook.wording import BookWords
from reportgen.dataset.records import TOTAL, Dataset, Observation, Series
from reportgen.figures.labels import area_label, code_label, indicator_label
from reportgen.language import language


class CodeLabels:
    """Finds the label of a code; a code without one is its own label."""

    def __init__(self, dataset: Dataset, words: BookWords) -> None:
        self._dataset = dataset
        self._words = words

    def indicator(self, code: str) -> str:
        """The indicator alone, whatever it is broken down by."""
        return indicator_label(Series(code, ""), self._dataset, self._words.language)

    def series(self, series: Series) -> str:
        """The indicator with its breakdown and counterpart: ``Online retail sales (physical goods)``."""
        return indicator_label(series, self._dataset, self._words.language)

    def area(self, code: str) -> str:
        return area_label(code, self._dataset, self._words.language)

    def breakdown(self, code: str) -> str:
        return self._words("all") if code == TOTAL else self._code("breakdown", code)

    def counterpart(self, code: str) -> str:
        return self._words("all") if code == TOTAL else self.area(code)

    def scope(self, code: str) -> str:
        """The statistical definition followed; most sources do not say."""
        return self._code("scope", code) if code else self._words.not_stated

    def unit(self, unit: str, indicator: str = "") -> str:
        """``yuan``, ``percentage points``; a count has its indicator's counter word (firms)."""
        known = self._dataset.indicators.get(indicator)
        if unit == "count" and known is not None:
            return known.counter.in_language(self._words.language) or self._words.dash
        if (own := self._dataset.unit_label(unit)) is not None:
            return own.in_language(self._words.language)
        return language(self._words.language).quantities.unit(unit) or self._words.dash

    def base(self, observation: Observation) -> str:
        """What a growth, difference, multiple or rank is taken against, or a dash."""
        parts: list[str] = []
        if observation.base_period is not None:
            parts.append(language(self._words.language).period(observation.base_period, short=True))
        if observation.base_area:
            parts.append(self.area(observation.base_area))
        if observation.base_indicator:
            parts.append(self.indicator(observation.base_indicator))
        return self._words.joined(parts) or self._words.dash

    def source(self, code: str) -> str:
        """A source's title, else its bracketed description, else its code."""
        known = self._dataset.sources.get(code)
        if known is None:
            return code
        return known.title or known.label.in_language(self._words.language) or code

    def _code(self, dimension: str, code: str) -> str:
        return code_label(dimension, code, self._dataset, self._words.language)
