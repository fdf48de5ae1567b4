"""Statements that people typed into a document themselves: what they say of its figures, held against these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.dataset.records import Measure
from reportgen.findings import Finding, Place
from reportgen.finished.places import shortened
from reportgen.finished.sentence_ends import sentences
from reportgen.language.any_language import pattern
from reportgen.language.direction_reader import DirectionMeasure, directions_in
from reportgen.language.quantity_reader import stated_quantities
from reportgen.living.audit.codes import found, found_of_figure
from reportgen.living.audit.relations import is_borne_out
from reportgen.living.audit.telling_words import words_of_name, words_said
from reportgen.regex import regex
from reportgen.units import RANK

if TYPE_CHECKING:
    from reportgen.figures.recorded_figures import FigureRecord
    from reportgen.living.audit.backing import Backing

_TITLE = regex("《[^》]*》")
_SHORTEST = 6
"""Letters of a word that tells an indicator."""
_ALIKE = 0.6
"""How much of two statements is shared where one is the other in other words."""


class OwnStatements:
    """Looks for statements that the document did not make when it was built."""

    def __init__(self, backing: Backing) -> None:
        self._backing = backing

    @cached_property
    def _built(self) -> dict[str, tuple[int, Counter[str]]]:
        """Each sentence as it was built, with its words and their number."""
        texts = dict.fromkeys(one for text in self._backing.texts_as_built for one in sentences(text))
        return {text: (len(words), Counter(words)) for text in texts if (words := words_said(text))}

    @cached_property
    def _subjects(self) -> list[str]:
        """The words that the names of the indicators are made of."""
        words = {word for name in self._backing.names.indicators.values() for word in words_of_name(name)}
        return sorted(word for word in words if len(word) >= _SHORTEST or not word.isascii())

    def check(
        self,
        place: Place,
        text: str,
        *,
        beside: bool = False,
        around: bool = False,
        near: Sequence[FigureRecord] = (),
    ) -> Iterator[Finding]:
        """What contradicts the figures, and what no figure says. ``beside``: in a text with figures, which are what it is about;
        ``around``: in a header, a note, a box, which is about all of them; ``near``: the figures of that text."""
        for one in sentences(text):
            sentence = _TITLE.sub("", one).strip()
            if self._backing.says(sentence):
                continue
            has_numbers = self._backing.sentence(sentence).has_numbers
            is_true = is_borne_out(sentence, self._backing, near)
            if is_true is False and not has_numbers:  # a number is reported by itself
                yield found("claim-unbacked", place, text=shortened(sentence))
            if is_true is not None:
                continue
            judged = [] if has_numbers else list(_judged(sentence, self._backing))
            contrary = [(words, figure) for words, figure, is_contrary in judged if is_contrary]
            for words, figure in contrary:
                yield found_of_figure("word-against-sign", place, figure, words=words, text=sentence)
            if contrary or (not around and self._is_reworded(sentence)):
                continue
            agreed = [words for words, _, _ in judged]
            if self._claims(sentence, agreed, beside or around, around):
                yield found("claim-unbacked", place, text=shortened(sentence))

    def _claims(self, sentence: str, agreed: list[str], beside: bool, around: bool) -> bool:
        """Whether a sentence says something of figures but for the words that are ``agreed`` by them. An opinion, a wish or a duty
        does not; beside figures, or around them, all else does that is not an office's daily business."""
        for words in agreed:
            sentence = sentence.replace(words, " ")
        named = self._backing.sentence(sentence)
        said = named.says
        if said("OPINION"):
            return False
        is_named = said("CLAIMED_OF") or bool(named.indicators)
        is_near = beside and not named.has_numbers
        is_meant = (is_near or any(map(sentence.lower().count, self._subjects))) and not said("OF_BUSINESS")
        is_claim = said("CAUSED", "FIRST_TIME") or (said("CLAIMED") and not stated_quantities(sentence))
        if (is_claim and (is_named or is_meant)) or (around and said("UNITS_SAID")):
            return True
        if around and said("OF_FIGURES"):
            others = named.areas - {named.home}
            return bool(others or named.years) or said("PART_OF_YEAR", "OTHER_PLACES")
        return (
            is_near
            and is_meant
            and not agreed
            and re.search(r"\w\w", sentence) is not None
            and not re.search(r"\d", sentence)
        )

    def _is_reworded(self, sentence: str) -> bool:
        """Whether a sentence is one that was built, in other words: what changed in it is reported by itself. One that says a cause or
        a first time, which that did not, is another."""
        words = words_said(sentence)
        own, count = Counter(words), len(words)
        alike = [
            text
            for text, (number, other) in self._built.items()
            if min(count, number) >= (least := _ALIKE * max(count, number)) and (own & other).total() >= least
        ]
        return bool(alike) and all(
            any(said.search(text) for text in alike)
            for said in (pattern("said_words", name) for name in ("CAUSED", "FIRST_TIME"))
            if said.search(sentence)
        )


def _judged(sentence: str, backing: Backing) -> Iterator[tuple[str, FigureRecord, bool]]:
    """A direction, a first or last place, a target that was met, with a figure that it is about: whether all such say the contrary,
    or all say so too."""
    named = backing.sentence(sentence)
    indicators, areas, years = named.indicators, named.areas - {named.home}, set(map(str, named.years))
    figures = [  # of the year that is named, as a whole; of none, any
        one
        for one in backing.all_figures()
        if one.value and (not years or str(one.figure_id.period) in years)
    ]
    met = pattern("said_words", "TARGET_MET").search(sentence)
    gaps = [one for one in figures if one.direction_words == "gap"]
    gaps = [one for one in gaps if one.figure_id.series.indicator in indicators] or gaps
    if met is not None and gaps and all((one.value or 0) > 0 for one in gaps):
        yield met[0], gaps[0], True
    ranks = [one for one in figures if one.unit == RANK and Measure.GROWTH_YOY in one.figure_id.base]
    last = max((one.value or 0 for one in ranks), default=0)
    for name, place in (("FIRST_SAID", 1), ("LAST_SAID", last)):
        said = pattern("said_words", name).search(sentence)
        own = [one for one in ranks if one.figure_id.series.ref_area in areas]
        if said is not None and len(own) == 1 and own[0].value != place:
            yield said[0], own[0], True
    own = [
        one
        for one in figures
        if one.figure_id.series.indicator in indicators
        and one.figure_id.series.ref_area in ((areas - named.nations) or {named.home})
    ]
    compared = named.says("NATION")
    measure: DirectionMeasure = "difference" if compared else "growth"
    if compared:
        own = [one for one in own if named.nations & set(one.figure_id.base)]
    against = [one for one in own if one.direction_words == measure]
    told = directions_in(sentence, measure)
    agree = {((one.value or 0) > 0) == said.is_positive for one in against for said in told}
    if len(agree) == 1:
        yield told[0].words, against[0], not agree.pop()
