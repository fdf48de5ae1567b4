"""What the series and categories of a chart are called where there is little room, and where two would be called alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportgen.content import CHART_FORMS, ChartKind
from reportgen.display_width import half_widths
from reportgen.figures.chart_drawing import FigureSeries
from reportgen.figures.presentation import Presentation
from reportgen.kinds.figure import Kind
from reportgen.language import kind_name, language
from reportgen.record import replace
from reportgen.regex import regex

_BRACKETED = regex(r"\s*[(（][^()（）]*[)）]")
_MM = 0.9
"""The breadth of half a Chinese character in the letters of a chart's axis, with some air."""
_SIDEWAYS_SHARE, _SIDEWAYS_LINES = 0.36, 2
"""Of a bar chart's width, what the names of its categories take, and in how many lines."""
_UPRIGHT_LINES = 3
_LEAST = 16


def with_distinct_names(plotted: Sequence[FigureSeries], document: Presentation) -> list[FigureSeries]:
    """The series with what they show behind their names, where two of one name show different kinds of figures."""
    counts = Counter(series.name for series in plotted)
    made = []
    for series in plotted:
        kind = next((figure.id.kind for figure in series.figures if figure is not None), Kind.LEVEL)
        if counts[series.name] > 1 and kind is not Kind.LEVEL:
            marks = language(document.language).punctuation
            series = replace(
                series, name=f"{series.name}{marks.COMMA}{kind_name(kind.value, document.language)}"
            )
        made.append(series)
    return made


def category_room(kind: ChartKind, across: int, count: int) -> int:
    """How many half-width characters a category's name may have in a chart ``across`` millimetres wide."""
    sideways = CHART_FORMS[kind].is_sideways
    share = _SIDEWAYS_SHARE if sideways else 0.85 / max(1, count)
    lines = _SIDEWAYS_LINES if sideways else _UPRIGHT_LINES
    return max(_LEAST, int(across * share / _MM / 2) * lines)


def shortened_names(names: Sequence[str], room: int) -> list[str]:
    """The names, those too long without their brackets, else cut before a word, with an ellipsis.

    Where two would become one, all stay as they are.
    """
    made = [_short(name, room) for name in names]
    return list(names) if len(set(made)) < len(set(names)) else made


def _short(name: str, room: int) -> str:
    if half_widths(name) <= room:
        return name
    plain = _BRACKETED.sub("", name) or name
    if half_widths(plain) <= room:
        return plain
    kept = plain
    while half_widths(kept) > room - 2:
        kept = kept[:-1]
    if plain[len(kept)].isascii() and " " in kept:
        kept = kept.rpartition(" ")[0]
    return kept.rstrip(" ,;，、；") + "…"
