"""Places in rankings: those that a source states, and those among what the dataset has side by side."""

from __future__ import annotations

from reportgen.content import Line
from reportgen.language.clauses import Clause, Writer
from reportgen.language.en import labels

_COUNTED = {"areas": "areas", "breakdown": "parts", "partners": "trade partners"}


def ranked(clause: Clause, write: Writer) -> Line:
    return Line(" ranked ", _place(clause, write))


def ranking(clause: Clause, write: Writer) -> Line:
    return Line("ranking ", _place(clause, write))


def _place(clause: Clause, write: Writer) -> Line:
    area = clause.comparison.area if clause.comparison else None
    inside = "" if area is None else f" in {labels.with_article(labels.area(area))}"
    article = "among the " if clause.mention.qualifier in ("lt", "le") else ""
    return Line(article, write.number(clause.mention), inside)


def ranked_among(clause: Clause, write: Writer) -> Line:
    return Line(" ranked ", _place_among(clause, write))


def ranking_among(clause: Clause, write: Writer) -> Line:
    return Line("ranking ", _place_among(clause, write))


def _place_among(clause: Clause, write: Writer) -> Line:
    growth = "by growth " if clause.by_growth else ""
    listed = f" of the {clause.among} {_COUNTED[clause.dimension]} listed"
    return Line(growth, write.number(clause.mention), listed)
