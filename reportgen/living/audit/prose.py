"""Numbers in running text that no figure backs, and direction words that point against a figure's sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.finished.carried import KnownFigure
from reportgen.language.quantity_reader import QuantityInText, stated_quantities
from reportgen.living.audit.knowledge import Knowledge

_GROWTH = {"growth_yoy", "growth_computed", "growth_pop", "cagr", "target_required_growth"}
_DIFFERENCE = {"difference_pp", "pull"}
_GAP = {"target_gap"}
_REACH = 45
_CLAUSE_END = re.compile(r"[,;，；。：:!?？！（）()\n]|\.(?:\s|$)|\b(?:and|while|but)\b|而|但")

_UP_GROWTH = (
    r"\b(?:up|rose|risen|rises?|rising|grew|grown|grows?|growing|growth|increas\w*|gain(?:ed|s|ing)?|climb\w*|"
    r"jump\w*|surg\w*|soar\w*|expan(?:d|sion)\w*|accelerat\w*)\b|增长|上升|增加|提高|增幅|上涨|增速|攀升"
)
_DOWN_GROWTH = (
    r"\b(?:down|fell|fall(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|shrank|shrunk|shrink\w*|contract(?:ed|s|ing|ion)|"
    r"slump\w*|plung\w*|slid|slip\w*|reduc\w*|negative)\b|下降|减少|降低|下跌|下滑|负增长|萎缩|降幅|跌幅|跌"
)
_UP_DIFFERENCE = r"\b(?:higher|faster|above|ahead|more|over)\b|高于|快于|高出|加快|提高|上升|领先|拉动"
_DOWN_DIFFERENCE = r"\b(?:lower|slower|below|behind|less|under)\b|低于|慢于|放缓|回落|下降|降低|落后|下拉"
_OVER_GAP = r"\b(?:exceed\w*|surpass\w*|ahead of|beyond|surplus)\b|超额|超出|提前|富余"
_SHORT_GAP = r"\b(?:gap|short(?:fall)?|remain\w*|missing)\b|还差|不足|缺口|差距"
_NEUTRAL = re.compile(
    r"\b(?:growth|rate|change)\s+(?:of|was|is|stood at|came to)\s*$|增速(?:为|是)?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FigureSpan:
    """A figure in a text, from ``start`` to ``end``."""

    start: int
    end: int
    figure: KnownFigure | None


@dataclass(frozen=True, slots=True)
class Contrary:
    """A direction word against the sign of the figure beside it."""

    words: str
    text: str
    figure: KnownFigure


def unbacked(
    text: str,
    knowledge: Knowledge,
    covered: Iterable[tuple[int, int]],
    *,
    in_table: bool = False,
) -> Iterator[QuantityInText]:
    """Quantities of ``text`` outside ``covered`` that are no figure's value and no words of the dataset."""
    spans = list(covered)
    stated = stated_quantities(text, spans)
    if not stated:
        return
    quoted = list(knowledge.quoted_spans(text))
    for one in stated:
        if any(start <= one.start and one.number_end <= end for start, end in quoted):
            continue
        if knowledge.backing(one, bare=in_table) is None:
            yield one


def contrary_words(text: str, figures: Sequence[FigureSpan]) -> Iterator[Contrary]:
    """Words that say up where a figure says down, and the other way round."""
    for place, span in enumerate(figures):
        figure = span.figure
        if figure is None or figure.value is None or figure.value == 0:
            continue
        patterns = _patterns(figure)
        if patterns is None:
            continue
        shown = text[span.start : span.end]
        start = figures[place - 1].end if place else 0
        end = figures[place + 1].start if place + 1 < len(figures) else len(text)
        before, after = _clause(
            text, max(start, span.start - _REACH), span.start, span.end, min(end, span.end + _REACH)
        )
        if re.search(r"[-−–]\s*\d", shown) and (
            _NEUTRAL.search(before) or not re.search(r"\bup\b|\bdown\b", before)
        ):
            continue
        said = _nearest(before, after, patterns)
        if said is not None and said[0] != _points_up(figure):
            yield Contrary(said[1], shown.strip(), figure)


def _patterns(figure: KnownFigure) -> tuple[str, str] | None:
    if figure.kind in _GROWTH:
        return _UP_GROWTH, _DOWN_GROWTH
    if figure.kind in _DIFFERENCE:
        return _UP_DIFFERENCE, _DOWN_DIFFERENCE
    return (_SHORT_GAP, _OVER_GAP) if figure.kind in _GAP else None


def _points_up(figure: KnownFigure) -> bool:
    return (figure.value or Decimal(0)) > 0


def _clause(text: str, start: int, at: int, end: int, stop: int) -> tuple[str, str]:
    """What belongs to the figure's own clause, before and after it."""
    before = text[start:at]
    cuts = [found.end() for found in _CLAUSE_END.finditer(before)]
    after = text[end:stop]
    cut = _CLAUSE_END.search(after)
    return before[cuts[-1] :] if cuts else before, after[: cut.start()] if cut else after


def _nearest(before: str, after: str, patterns: tuple[str, str]) -> tuple[bool, str] | None:
    """The direction word nearest to the figure: whether it says up, and the word. Before it counts for more."""
    up, down = (re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    ahead = [(found.end(), True, found[0]) for found in up.finditer(before)]
    ahead += [(found.end(), False, found[0]) for found in down.finditer(before)]
    if ahead:
        _, says_up, word = max(ahead)
        return says_up, word
    behind = [(found.start(), True, found[0]) for found in up.finditer(after)]
    behind += [(found.start(), False, found[0]) for found in down.finditer(after)]
    if behind:
        _, says_up, word = min(behind)
        return says_up, word
    return None
